#pragma once

#include "core/base/result.h"

#include <QDialog>

class QLineEdit;

namespace quanke::vault {
struct TakenOver;
}

namespace quanke::desk {

class ActionButton;
class Banner;
class HeadwayView;
class LabelLine;
struct DeskContext;

/// Takes in a case that another desk has handed over by a file. Nothing of it is kept unless all of it is right.
class BringInDialog : public QDialog {
    Q_OBJECT
public:
    BringInDialog(const DeskContext &context, QString file, QWidget *parent = nullptr);

    /// While it is being read: gives that up, and goes out of the way when that takes long (a stick that hangs).
    void reject() override;

Q_SIGNALS:
    /// It is a draft of this desk now, or was one already and is to be opened.
    void broughtIn(const QString &caseId);

private:
    void layOut();
    void bringIn();
    void finish(const QString &caseId);
    void fail(const Failure &failure);
    void setBusy(bool busy);

    const DeskContext &m_context;
    QString m_file;
    LabelLine *m_label;
    QLineEdit *m_password;
    HeadwayView *m_headway;
    Banner *m_outcome;
    ActionButton *m_open; ///< the case that is here already
    ActionButton *m_cancel;
    ActionButton *m_bringIn;
    QString m_here;
    bool m_isBusy = false;
};

} // namespace quanke::desk
