#pragma once

#include "faults/promises.h"

#include <QString>

#include <map>
#include <optional>
#include <set>
#include <string>

namespace quanke::vault {
class Vault;
}

namespace quanke::faults {

/// What a desk's user has been told is kept: INV1 (what was promised is there, and
/// what is filed in the spool as well), INV3 (no document without a good file), INV7
/// (the chain has no gap) and INV9 (it can be written to).
class VaultPromises : public Promises {
public:
    void take(const std::string &words) override;
    std::size_t count() const override { return m_count; }
    QString broken(const QString &folder) const override;

private:
    QString brokenSpool(const QString &folder) const;
    QString brokenOutbox(vault::Vault &vault) const;

    std::size_t m_count = 0;
    bool m_enrolled = false;
    bool m_discarded = false;
    std::optional<int> m_field; ///< the last one left
    std::map<std::string, int> m_documents; ///< size by SHA-256
    std::map<std::string, std::uint64_t> m_filed; ///< number by operation
    std::string m_lastFiled;
    std::set<std::string> m_delivering; ///< the desk has the receipt, and may have kept it
    std::set<std::string> m_spooled; ///< the desk said that they lie in the spool too
    std::set<std::string> m_delivered;
};

enum class StoryLength { Short, Long };
/// What became of a story.
enum class StoryEnd { Told, GivenUp };

/// Goes through a desk's day below the folder, keeping and promising: a draft field by field, documents, operations that
/// are queued and delivered, a draft thrown away. What the program `faults_vault_story` does. Where the vault says that it
/// cannot, it is asked again, then opened anew, and in the end given up.
[[nodiscard]] StoryEnd tellVaultStory(const QString &folder, StoryLength length);

/// The program that tells it, to be recorded.
QString vaultStoryProgram();

/// Opens the vault below the folder, as a desk does that starts, and closes it again. False when it does not open.
[[nodiscard]] bool openVault(const QString &folder);

} // namespace quanke::faults
