#pragma once

#include "vault/vault.h"

#include <QFrame>

class QHBoxLayout;
class QVBoxLayout;

namespace quanke::desk {

struct DeskContext;

/// The outbox in sight: what waits to be sent, since when, and what the gateway refused, with the reason; below it what the
/// hall has and its backup not yet.
class OutboxPanel : public QFrame {
    Q_OBJECT
public:
    explicit OutboxPanel(const DeskContext &context, QWidget *parent = nullptr);

    void openBelow(const QWidget *bar);

private:
    void refresh();
    void show(const std::vector<vault::OutboxEntry> &entries);
    void showReceived(int count, const std::vector<vault::OutboxEntry> &latest);
    void fit();
    QWidget *row(const vault::OutboxEntry &entry);
    bool isOnesOwn(const vault::OutboxEntry &entry) const;
    void addWaysOut(QHBoxLayout &layout, const vault::OutboxEntry &entry);
    void askToGiveUp(const vault::OutboxEntry &entry);

    const DeskContext &m_context;
    QVBoxLayout *m_rows;
    QVBoxLayout *m_received; ///< a quiet line each: nothing is to be done about them
};

} // namespace quanke::desk
