#pragma once

#include "core/casework/casefile.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace quanke::desk {

struct DeskContext;

/// Whether somebody else works on the case just now, as far as the view knows.
std::optional<casework::Lease> leaseOfAnother(const DeskContext &context, const casework::CaseFile &file);
/// "李青禾, 综合窗口 2 号, since 10:12"
QString wordsOf(const casework::Lease &lease);

/// Tells the gateway that one works on a case, for as long as one does, so that others see it. Without the link one
/// works on: what two desks do apart is kept apart (casework/conflict.h).
class LeaseKeeper : public QObject {
    Q_OBJECT
public:
    explicit LeaseKeeper(const DeskContext &context, QObject *parent = nullptr);
    ~LeaseKeeper() override; ///< lets go

    void hold(const std::string &caseId);
    void letGo();
    /// From the one last told of, whose work is kept where it is; nothing when nobody was.
    void takeOver();
    /// Whether the gateway can be asked to.
    bool canTakeOver() const;
    void setRenewal(std::chrono::milliseconds every) { m_timer.setInterval(every); }

Q_SIGNALS:
    void held(); ///< at first, and when another has let it go
    /// Somebody else works on it: did already, or took it over from here.
    void heldByAnother(const quanke::casework::Lease &lease);
    void canTakeOverChanged();
    void notTakenOver(const quanke::Failure &failure);

private:
    void ask(std::optional<std::uint64_t> instead);
    void take(const std::string &caseId, const Result<casework::Lease> &lease, bool isTakingOver);
    void end(const std::string &caseId);

    const DeskContext &m_context;
    QTimer m_timer;
    std::string m_caseId;
    std::optional<casework::Lease> m_another;
    bool m_isHeld = false;
    int m_asking = 0; ///< requests that are not answered
};

} // namespace quanke::desk
