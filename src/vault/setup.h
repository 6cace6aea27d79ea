#pragma once

#include "core/base/clock.h"
#include "seal/suite.h"

#include <QString>

#include <functional>
#include <memory>
#include <string>

namespace quanke::vault {

/// What a vault is made with. The clock outlives it.
struct VaultSetup {
    QString folder; ///< made if missing, for its owner alone
    const Clock *clock = nullptr;
    std::string device = {}; ///< what a store is called that is made; empty: a name of its own
    std::string suite = std::string(seal::sodiumName); ///< until the hall has told its own (Vault::useSuite)
    seal::PasswordCost passwordCost;
    /// What this machine keeps beside the disk, 32 random bytes: without it not even passwords can be tried. Null for none.
    std::shared_ptr<const seal::SecretBytes> deviceSecret = {};
    std::function<void()> mirrorChanged; ///< called on any thread; the vault's own
};

} // namespace quanke::vault
