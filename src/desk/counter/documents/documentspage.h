#pragma once

#include "desk/counter/documents/documentintake.h"
#include "desk/counter/session/counterpage.h"
#include "desk/viewer/documentsource.h"

class QCheckBox;
class QMenu;
class QStackedWidget;
class QVBoxLayout;

namespace quanke::desk {

class ActionButton;
class Banner;
class BottomBar;
class DocumentViewer;
class ElidedLabel;
class MaterialList;
class PaneHead;
class ProgressStrip;
class RosterPane;
struct MaterialRow;

/// Step 4: the one checklist of the bundle at the left; at the right the document at the cursor, what was found in
/// it, and the clerk's "original seen".
class DocumentsPage : public CounterPage {
    Q_OBJECT
public:
    DocumentsPage(const DeskContext &context, CaseSession &session, QWidget *parent = nullptr);

    Step step() const override { return Step::Documents; }
    QString title() const override;
    StepState state() const override;
    void enter() override;
    QList<QWidget *> panes() const override;
    bool stepBack() override;
    bool goOn() override;

    DocumentIntake &intake() { return m_intake; }

private:
    QWidget *makeLeft();
    QWidget *makeProgress();
    QWidget *makeRight();
    void makeFoot();
    void makeKeys();
    void refresh();
    void showCurrent();
    void showFindings(const MaterialRow &row);
    void showProgress(const QString &name, int done, int whole);
    void askForFiles();
    void removeCurrent();
    void attest(bool seen);
    void offerOthers();
    void showSaved();

    const DeskContext &m_context;
    CaseSession &m_session;
    DocumentIntake m_intake;
    DocumentSource m_source;
    PaneHead *m_head;
    MaterialList *m_list;
    Banner *m_trouble;
    QWidget *m_progress;
    ElidedLabel *m_progressWords;
    ProgressStrip *m_progressStrip;
    DocumentViewer *m_viewer;
    RosterPane *m_roster;
    QStackedWidget *m_shown; ///< the viewer or the roster
    QVBoxLayout *m_findings;
    QCheckBox *m_attest;
    ActionButton *m_pick;
    ActionButton *m_remove;
    ActionButton *m_also;
    ActionButton *m_undo;
    QMenu *m_alsoMenu;
    BottomBar *m_foot;
    std::string m_viewed; ///< digest of the document in the viewer
};

} // namespace quanke::desk
