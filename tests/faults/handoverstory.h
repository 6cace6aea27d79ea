#pragma once

#include "core/base/clock.h"
#include "vault/vault.h"

#include <QDir>

#include <memory>
#include <string>

/// A case that goes from one vault to another by a file; told by a test and by the program that it kills.
namespace quanke::faults::handing {

const std::string caseId = "0193a001-0000-7000-8000-000000000001";
const std::string person = "wangxm";

inline seal::SecretBytes password()
{
    return seal::SecretBytes::copyOf("k7f3 9qxm 2trb");
}

inline QString fileIn(const QString &folder)
{
    return QDir(folder).filePath(QStringLiteral("stick/case.qkcase"));
}

/// The vault of a desk ("village", "hall") below the folder.
inline std::unique_ptr<vault::Vault> vaultOf(const QString &folder, const QString &desk, const Clock &clock)
{
    vault::VaultSetup setup;
    setup.folder = QDir(folder).filePath(desk);
    setup.clock = &clock;
    setup.passwordCost = seal::cheapestCost;
    return std::make_unique<vault::Vault>(std::move(setup));
}

inline bool give(vault::Vault &vault, const QString &folder)
{
    return bool(vault.giveCase({caseId, fileIn(folder), password(), "王小满", "流动服务车"}).result());
}

inline Result<vault::TakenOver> takeOver(vault::Vault &vault, const QString &folder)
{
    return vault.takeOverCase(fileIn(folder), password()).result();
}

} // namespace quanke::faults::handing
