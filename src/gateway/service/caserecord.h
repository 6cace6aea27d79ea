#pragma once

#include "core/casework/casefile.h"
#include "gateway/service/servicecontext.h"
#include "gateway/store/casetable.h"
#include "gateway/store/subcasetable.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace quanke::gateway {

/// A case as it lies in the database: its row and its operations' bytes, in order.
struct CaseRecord {
    CaseRow row;
    std::vector<std::string> operations;
};

std::optional<CaseRecord> loadCase(Connection &connection, const std::string &id);

/// The case itself, history included. Parsing is not for the database's thread. Fails as the readers do,
/// which would mean that what we stored ourselves cannot be read.
Result<casework::CaseFile> rebuild(const CaseRecord &record);

/// The row of a case at that revision.
CaseRow rowOf(const casework::CaseFile &file, std::uint64_t revision);

/// The sub-cases' rows, due dates reckoned anew.
std::vector<SubCaseRow> subCaseRows(const ServiceContext &context, const casework::CaseFile &file);

/// Department → digests of its parts; '' → those that lie in nobody's part. `form` holds the case's values; without one
/// it has no parts.
std::map<std::string, std::set<std::string>> documentUses(
    const ServiceContext &context, const casework::CaseFile &file, const form::FormState *form);

/// The day by which a department must have decided: the committed limit, else the statutory one, from its
/// acceptance, else from when it was received. Empty while it waits, is back with the applicant, is decided,
/// or has no limit.
std::string dueDay(
    const ServiceContext &context, const casework::CaseFile &file, const casework::SubCase &subCase);

} // namespace quanke::gateway
