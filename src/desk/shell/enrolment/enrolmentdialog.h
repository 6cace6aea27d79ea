#pragma once

#include "certificates/enrolment.h"

#include <QDialog>

#include <memory>

class QLineEdit;

namespace quanke {
class Clock;
namespace vault {
class Vault;
}
} // namespace quanke

namespace quanke::desk {

class ActionButton;
class Banner;
class LabelLine;

/// Takes in the file that makes this desk one of the hall's: asks for its password and keeps what is in it. One that has
/// ended, or is not for the store that is here, leaves the one before where it is.
class EnrolmentDialog : public QDialog {
    Q_OBJECT
public:
    /// Of the desk that keeps its things in that folder, and has not opened them yet. The clock outlives the dialog.
    EnrolmentDialog(QString file, QString dataFolder, const Clock &clock, QWidget *parent = nullptr);
    ~EnrolmentDialog() override;

    static QString placeIn(const QString &dataFolder); ///< where an enrolment is kept

private:
    void layOut();
    void takeIn();
    void look(const certificates::Enrolment &enrolment);
    void compare(const certificates::Enrolment &enrolment, const Result<std::string> &device);
    void keep(const certificates::Enrolment &enrolment);
    void complain(const Failure &failure);
    void setBusy(bool busy);

    QString m_file;
    QString m_dataFolder;
    const Clock &m_clock;
    std::unique_ptr<vault::Vault> m_vault; ///< while it is asked whose it is
    LabelLine *m_label;
    QLineEdit *m_password;
    Banner *m_outcome;
    ActionButton *m_cancel;
    ActionButton *m_takeIn;
    bool m_isBusy = false;
};

} // namespace quanke::desk
