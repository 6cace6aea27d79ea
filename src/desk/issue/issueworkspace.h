#pragma once

#include "core/casework/casefile.h"
#include "desk/casepart/caseacts.h"
#include "desk/casepart/caselist.h"
#include "desk/common/workspace.h"

#include <QTimer>

#include <map>
#include <optional>
#include <string>
#include <vector>

class QCheckBox;
class QLabel;
class QLineEdit;
class QStackedWidget;
class QVBoxLayout;

namespace quanke::desk {

class ActionButton;
class Banner;
class BottomBar;
class CollectorForm;
class ElidedLabel;
class PersonSearch;
class PurposeForm;
class SlipPreview;
struct DeskContext;

/// 出件: the results that are ready, who takes which of them away, the slip to be signed.
class IssueWorkspace : public Workspace {
    Q_OBJECT
public:
    explicit IssueWorkspace(const DeskContext &context, QWidget *parent = nullptr);

    void activate() override;
    QList<QWidget *> panes() const override;
    bool openCase(const QString &caseId) override;

private:
    QWidget *makeList();
    QWidget *makeCentre();
    QWidget *makeHandOver();
    void makeFoot();
    void follow();
    void refresh();
    void showList();
    void open(const std::string &caseId);
    void askPurpose();
    void showTold(const casework::CaseFile &file, const Result<Done> &told);
    void showResults();
    QWidget *resultRow(const casework::SubCase &subCase);
    std::vector<std::string> ticked() const;
    bool isWaiting() const;
    void showState();
    void showSlip();
    WantedAct act() const;
    void confirm();

    const DeskContext &m_context;
    CaseActs m_acts;
    std::vector<casework::CaseFile> m_files; ///< with results that are ready
    std::optional<casework::CaseFile> m_file;
    std::string m_wanted;
    std::string m_opening; ///< the case that is shown as soon as its line is kept
    QLineEdit *m_search;
    PersonSearch *m_persons;
    CaseList *m_list;
    QStackedWidget *m_stack;
    QLabel *m_message;
    PurposeForm *m_purpose;
    ElidedLabel *m_title;
    ElidedLabel *m_number;
    Banner *m_banner;
    QWidget *m_results;
    QVBoxLayout *m_resultRows;
    QLabel *m_open;
    std::map<std::string, QCheckBox *> m_ticks;
    CollectorForm *m_collector;
    SlipPreview *m_slip;
    QTimer m_slipSoon;
    BottomBar *m_foot;
    ActionButton *m_print;
    ActionButton *m_save;
    ActionButton *m_handOver;
};

} // namespace quanke::desk
