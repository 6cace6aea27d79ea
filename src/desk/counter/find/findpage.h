#pragma once

#include "desk/counter/find/findmodel.h"
#include "desk/counter/session/counterpage.h"
#include "vault/draft.h"

class QButtonGroup;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QListView;
class QVBoxLayout;

namespace quanke::desk {

class ActionButton;
class BottomBar;
class CaseSession;
class FindModel;
class MatterFinder;
struct DeskContext;

/// Step 1: one search box; bundles first; the drafts to go on with and the life cycles beside it.
class FindPage : public CounterPage {
    Q_OBJECT
public:
    FindPage(const DeskContext &context, CaseSession &session, QWidget *parent = nullptr);

    Step step() const override { return Step::Find; }
    QString title() const override;
    StepState state() const override;
    void enter() override;
    QList<QWidget *> panes() const override;
    bool stepBack() override;
    /// Asks for the password of a case file: what happens when one has been chosen.
    void bringIn(const QString &file);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeResults();
    QWidget *makeSide();
    void addAudienceButtons(QHBoxLayout *layout);
    void addLifeCycles(QVBoxLayout *layout, Audience audience, const QString &title);
    void search();
    void select(int row);
    void moveSelection(int by);
    void showChosen();
    void openChosen();
    void openDraft(const std::string &caseId);
    void restore(const std::string &caseId);
    void openGone(const std::string &caseId);
    void chooseFile();
    void refreshDrafts();
    void showDrafts(std::vector<vault::DraftSummary> drafts);
    void addDraftsHead(const QString &title, int count);
    void addDraft(const vault::DraftSummary &draft);

    const DeskContext &m_context;
    CaseSession &m_session;
    MatterFinder *m_finder;
    FindModel *m_model;
    QLineEdit *m_search;
    QLabel *m_count;
    QButtonGroup *m_audience;
    QButtonGroup *m_lifeCycles;
    QListView *m_list;
    QLabel *m_nothing;
    QWidget *m_side = nullptr;
    QWidget *m_draftsBlock = nullptr;
    QVBoxLayout *m_drafts = nullptr;
    BottomBar *m_foot;
    QLabel *m_chosenTitle;
    QLabel *m_chosenDetail;
    ActionButton *m_start;
};

} // namespace quanke::desk
