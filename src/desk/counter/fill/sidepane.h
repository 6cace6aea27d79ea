#pragma once

#include "desk/look/textroles.h"

#include <QTimer>

class QListView;
class QStackedWidget;

namespace quanke::desk {

class CaseSession;
class PaneHead;
class ProblemModel;
class ProgressStrip;
class StatusLight;
class WhyView;
struct DeskContext;

/// What goes with the form: who asks for the field in hand and why, how the documents stand, what is wrong.
class SidePane : public Pane {
    Q_OBJECT
public:
    SidePane(const DeskContext &context, CaseSession &session, QWidget *parent = nullptr);

    void explain(const std::string &key);
    QListView *problems() const { return m_problems; }

Q_SIGNALS:
    void fieldWanted(const QString &key);

private:
    QWidget *makeMaterials();
    QWidget *makeProblems();
    void refreshMaterials();
    void refreshProblems();

    const DeskContext &m_context;
    CaseSession &m_session;
    WhyView *m_why;
    PaneHead *m_materialHead = nullptr;
    ProgressStrip *m_materialStrip = nullptr;
    StatusLight *m_ready = nullptr;
    StatusLight *m_later = nullptr;
    StatusLight *m_missing = nullptr;
    StatusLight *m_inside = nullptr;
    PaneHead *m_problemHead = nullptr;
    ProblemModel *m_model;
    QListView *m_problems = nullptr;
    QStackedWidget *m_problemPlace = nullptr; ///< the list, or that it is empty
    QTimer m_soon;
};

} // namespace quanke::desk
