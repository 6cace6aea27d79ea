#pragma once

#include "core/base/result.h"

#include <QDialog>

class QLabel;
class QLineEdit;

namespace quanke::vault {
struct HandedOver;
}

namespace quanke::desk {

class ActionButton;
class Banner;
class CaseSession;
class LabelLine;
struct DeskContext;

/// Hands the case in hand to another desk by a sealed file. A password to be read out stands there already; it is shown
/// until the dialog is closed, and never again.
class GiveDialog : public QDialog {
    Q_OBJECT
public:
    GiveDialog(const DeskContext &context, CaseSession &session, QWidget *parent = nullptr);

    /// Writes the file and closes the case here: what happens when a place has been chosen.
    void writeTo(const QString &file);

    void reject() override; ///< not while it is being written

private:
    void layOut();
    void showPassword();
    void choosePlace();
    void propose(const QString &name);
    void give(const QString &file);
    void showGiven(const QString &file, const vault::HandedOver &given);
    void fail(const Failure &failure);
    void setBusy(bool busy);

    const DeskContext &m_context;
    CaseSession &m_session;
    QLabel *m_what;
    LabelLine *m_label;
    QLineEdit *m_password;
    QLabel *m_hint;
    Banner *m_outcome;
    ActionButton *m_another;
    ActionButton *m_cancel;
    ActionButton *m_write;
    bool m_isBusy = false;
};

} // namespace quanke::desk
