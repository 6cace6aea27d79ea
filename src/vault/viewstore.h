#pragma once

#include "core/casework/casefile.h"
#include "vault/keyring.h"

#include <cstdint>
#include <vector>

namespace quanke::vault {

/// Cases as the gateway showed them to the signed-in operator, and how far its log was read.
class ViewStore {
public:
    ViewStore(Database &database, Keyring &keyring);

    Result<std::uint64_t> cursor();
    Result<Done> keep(const std::vector<casework::CaseFile> &views, std::uint64_t cursor);
    Result<casework::CaseFile> view(const std::string &caseId);
    Result<std::vector<casework::CaseFile>> views();

private:
    Result<Done> keepOne(const casework::CaseFile &view);
    Result<casework::CaseFile> open(const std::string &caseId, const std::string &sealed);

    Database &m_database;
    Keyring &m_keyring;
};

} // namespace quanke::vault
