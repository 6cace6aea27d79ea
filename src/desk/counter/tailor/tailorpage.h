#pragma once

#include "desk/counter/session/counterpage.h"

#include <map>

class QCheckBox;
class QGridLayout;
class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace quanke::catalogue {
struct BundleMatter;
struct Situation;
} // namespace quanke::catalogue

namespace quanke::desk {

class ActionButton;
class Banner;
class BottomBar;
class CaseSession;
class PaneHead;
struct DeskContext;

/// Step 2: the situation questions and the matters; what they leave of the form goes down before one's eyes.
class TailorPage : public CounterPage {
    Q_OBJECT
public:
    TailorPage(const DeskContext &context, CaseSession &session, QWidget *parent = nullptr);

    Step step() const override { return Step::Tailor; }
    QString title() const override;
    StepState state() const override;
    void enter() override;
    QList<QWidget *> panes() const override;
    bool goOn() override;

private:
    QWidget *makeQuestions();
    QWidget *makeMatters();
    void makeFoot();
    void rebuild();
    void addQuestion(const catalogue::Situation &situation);
    void addMatter(const catalogue::BundleMatter &member, int row);
    void answer(const std::string &situation, const std::string &option);
    void tick(const std::string &matter, bool ticked);
    void refresh();
    void showCounts();
    void showUnmet();
    void complain(const QString &words);

    const DeskContext &m_context;
    CaseSession &m_session;
    QScrollArea *m_questionArea = nullptr;
    QVBoxLayout *m_questions = nullptr;
    QScrollArea *m_matterArea = nullptr;
    QGridLayout *m_matters = nullptr;
    PaneHead *m_matterHead = nullptr;
    Banner *m_trouble = nullptr;
    BottomBar *m_foot;
    QLabel *m_counts;
    QLabel *m_savings;
    ActionButton *m_fill;
    std::string m_builtFor; ///< the case the questions stand for
    std::map<std::string, std::map<std::string, ActionButton *>> m_options;
    std::map<std::string, QCheckBox *> m_ticks;
};

} // namespace quanke::desk
