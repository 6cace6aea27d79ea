#pragma once

#include "core/casework/casefile.h"
#include "vault/outbox.h"

#include <QObject>

#include <optional>
#include <string>
#include <vector>

namespace quanke::desk {

struct DeskContext;

/// Something a person wants to do to a case.
struct WantedAct {
    std::string kind; ///< of operation: "subcase.decide"
    Json body;
    QString title; ///< what the outbox calls it
    std::vector<std::string> documents; ///< digests of documents of this desk that go with it
};

/// Acts on cases: checked by the very rules the gateway goes by, queued in the vault, sent by the pusher; and
/// what of them still waits there.
class CaseActs : public QObject {
    Q_OBJECT
public:
    explicit CaseActs(const DeskContext &context, QObject *parent = nullptr);

    /// Why the act would not be taken, or nothing.
    std::optional<Failure> objection(const casework::CaseFile &file, const WantedAct &act) const;
    void perform(const casework::CaseFile &file, const WantedAct &act);

    /// The acts of this desk on that case that the gateway has not taken yet, refused ones too.
    std::vector<vault::OutboxEntry> waiting(const std::string &caseId) const;
    /// Whether the signed-in operator received or changed the case, and so may not decide it.
    bool hasHandled(const casework::CaseFile &file) const;

Q_SIGNALS:
    void queued(const QString &caseId);
    void failed(const quanke::Failure &failure);
    void waitingChanged();

private:
    void refresh();

    const DeskContext &m_context;
    std::vector<vault::OutboxEntry> m_waiting;
};

} // namespace quanke::desk
