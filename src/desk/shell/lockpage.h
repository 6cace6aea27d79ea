#pragma once

#include "core/wire/protocol.h"
#include "vault/vault.h"

#include <QWidget>

class QLineEdit;

namespace quanke::desk {

class ActionButton;
class LabelLine;
struct DeskContext;

/// What stands before the work while the desk is locked. Only who locked it opens it; somebody else signs in
/// anew.
class LockPage : public QWidget {
    Q_OBJECT
public:
    explicit LockPage(const DeskContext &context, QWidget *parent = nullptr);

    void activate();

Q_SIGNALS:
    void unlocked();
    void otherPersonWanted();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void layOut();
    void tryUnlock();
    void take(const Result<wire::SignedInOperator> &person);

    const DeskContext &m_context;
    LabelLine *m_label;
    QLineEdit *m_password;
    ActionButton *m_unlock;
    ActionButton *m_other;
};

} // namespace quanke::desk
