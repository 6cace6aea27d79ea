#pragma once

#include "certificates/enrolment.h"

#include <QDialog>

class QLineEdit;

namespace quanke::desk {

class ActionButton;
class Banner;
class LabelLine;

/// Takes in the file that makes this desk one of the hall's: asks for its password and keeps what is in it.
class EnrolmentDialog : public QDialog {
    Q_OBJECT
public:
    /// `place`: where it is kept.
    EnrolmentDialog(QString file, QString place, QWidget *parent = nullptr);

private:
    void layOut();
    void takeIn();
    void finish(const Result<Done> &outcome);
    void setBusy(bool busy);

    QString m_file;
    QString m_place;
    LabelLine *m_label;
    QLineEdit *m_password;
    Banner *m_outcome;
    ActionButton *m_cancel;
    ActionButton *m_takeIn;
    bool m_isBusy = false;
};

} // namespace quanke::desk
