#pragma once

#include "vault/vault.h"

#include <QFrame>

class QVBoxLayout;

namespace quanke::desk {

struct DeskContext;

/// The outbox in sight: what waits to be sent, since when, and what the gateway refused, with the reason.
class OutboxPanel : public QFrame {
    Q_OBJECT
public:
    explicit OutboxPanel(const DeskContext &context, QWidget *parent = nullptr);

    void openBelow(const QWidget *bar);

private:
    void refresh();
    void show(const std::vector<vault::OutboxEntry> &entries);
    QWidget *row(const vault::OutboxEntry &entry);

    const DeskContext &m_context;
    QVBoxLayout *m_rows;
};

} // namespace quanke::desk
