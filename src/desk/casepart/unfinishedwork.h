#pragma once

#include "core/casework/casefile.h"

#include <QObject>

#include <optional>
#include <string>

namespace quanke::vault {
class Vault;
}

namespace quanke::desk {

/// What a person has begun at a matter of a filed case and not sent, kept in the vault as they go: killing the
/// desk loses at most what was changed last. One of these per form, of a kind ("decision").
class UnfinishedWork : public QObject {
    Q_OBJECT
public:
    UnfinishedWork(vault::Vault &vault, std::string kind, QObject *parent = nullptr);
    ~UnfinishedWork() override;

    enum class Opened { Same, Other };
    /// Looks for what was begun at that matter, unless it is the one at hand. What was kept at another `stage`
    /// was about other content and is not brought back.
    Opened begin(const std::string &caseId, const std::string &matter, const std::string &stage);
    /// As it stands now; null when nothing is begun. Somebody quicker than the look into the vault has begun
    /// anew: what was kept is not brought back then.
    void keep(const Json &content);

Q_SIGNALS:
    void brought(const quanke::Json &content);
    void failed(const quanke::Failure &failure); ///< to keep it; the next change tries again

private:
    struct Place {
        std::string caseId;
        std::string matter;
        std::string stage;
        bool operator==(const Place &) const = default;
    };
    void write();

    vault::Vault &m_vault;
    std::string m_kind;
    Place m_place;
    quint64 m_opening = 0; ///< answers to those before are dropped by it
    enum class State { Looking, AtHand, Writing };
    State m_state = State::Looking;
    std::optional<Json> m_next; ///< came while the one before was being written
};

/// How often the applicant has supplemented the matter.
int roundOf(const casework::CaseFile &file, const std::string &matter);

} // namespace quanke::desk
