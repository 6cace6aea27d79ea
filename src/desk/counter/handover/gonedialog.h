#pragma once

#include "desk/counter/session/casesession.h"

#include <QDialog>

namespace quanke::desk {

class ActionButton;
class Banner;
class WholeForm;
struct DeskContext;

/// A case that was handed over by a file: who, when, which file, and what it said then, to be read. It is taken back
/// knowingly.
class GoneDialog : public QDialog {
    Q_OBJECT
public:
    GoneDialog(const DeskContext &context, std::string caseId, QWidget *parent = nullptr);

Q_SIGNALS:
    void takenBack(const QString &caseId);

private:
    void show(const vault::HandedOver &how);
    void show(const vault::Draft &draft);
    void fail(const Failure &failure);
    void ask();
    void takeBack();

    const DeskContext &m_context;
    std::string m_caseId;
    CaseSession m_session; ///< only to be read
    Banner *m_how;
    WholeForm *m_form;
    ActionButton *m_takeBack;
};

} // namespace quanke::desk
