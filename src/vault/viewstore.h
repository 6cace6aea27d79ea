#pragma once

#include "core/casework/casefile.h"
#include "vault/search/personindex.h"

#include <cstdint>
#include <vector>

namespace quanke::vault {

/// Cases as the gateway showed them to the signed-in operator, and how far its log was read.
class ViewStore {
public:
    ViewStore(Database &database, Keyring &keyring, PersonIndex &persons);

    Result<std::uint64_t> cursor();
    /// The gateway's store was put back to an earlier state: places in its log and lengths of histories mean nothing any
    /// more, for nobody. What is kept stays until something comes in its stead.
    Result<Done> beginAnew();
    /// Fails with vault.cursor-moved where the cursor stands elsewhere.
    Result<Done> expect(std::uint64_t expected);
    Result<Done> keep(const std::vector<casework::CaseFile> &views, std::uint64_t cursor);
    Result<casework::CaseFile> view(const std::string &caseId);
    Result<std::vector<casework::CaseFile>> views();

private:
    Result<Done> index(const std::vector<casework::CaseFile> &views);
    Result<Done> keepOne(const casework::CaseFile &view);
    Result<casework::CaseFile> open(const std::string &caseId, const std::string &sealed);

    Database &m_database;
    Keyring &m_keyring;
    PersonIndex &m_persons;
};

} // namespace quanke::vault
