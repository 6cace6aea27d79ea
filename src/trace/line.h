#pragma once

#include "core/base/date.h"
#include "core/base/result.h"
#include "core/casework/permission.h"

#include <cstdint>
#include <set>
#include <string>
#include <string_view>

namespace quanke::trace {

/// What is traced besides the operations of casework, which go by their kinds. A closed list: only ever added to.
namespace act {
inline constexpr const char *signIn = "sign-in";
inline constexpr const char *signInRefused = "sign-in-refused";
inline constexpr const char *signOut = "sign-out";
inline constexpr const char *lock = "lock";
inline constexpr const char *unlock = "unlock";
inline constexpr const char *unlockRefused = "unlock-refused";
inline constexpr const char *viewCase = "view-case";
inline constexpr const char *fetchCase = "fetch-case"; ///< by a desk to have it there, seen by nobody yet
inline constexpr const char *viewDocument = "view-document";
inline constexpr const char *viewWork = "view-work";
inline constexpr const char *listCases = "list-cases";
inline constexpr const char *searchCases = "search-cases";
inline constexpr const char *print = "print";
inline constexpr const char *exportCase = "export";
inline constexpr const char *exportList = "export-list";
inline constexpr const char *giveCase = "give-case"; ///< by a file
inline constexpr const char *takeOverCase = "take-over-case"; ///< from a file
inline constexpr const char *bringSealed = "bring-sealed"; ///< an operation from a desk's sealed copy
inline constexpr const char *takeBackCase = "take-back-case"; ///< one that was given by a file
inline constexpr const char *takeBack = "take-back"; ///< an operation that the gateway has refused
inline constexpr const char *removeDocument = "remove-document"; ///< from a draft
inline constexpr const char *copyAside = "copy-aside"; ///< a store that was put aside, to a stick
inline constexpr const char *settleAside = "settle-aside";
inline constexpr const char *wipeCase = "wipe-case";
inline constexpr const char *operatorEntered = "operator-entered";
inline constexpr const char *operatorChanged = "operator-changed";
inline constexpr const char *operatorRemoved = "operator-removed";
inline constexpr const char *passwordChanged = "password-changed"; ///< by its owner
inline constexpr const char *readTrace = "read-trace";
inline constexpr const char *refused = "refused"; ///< what the roles do not allow
inline constexpr const char *start = "start";
inline constexpr const char *stop = "stop";
inline constexpr const char *clockSetBack = "clock-set-back";
} // namespace act

bool isAct(std::string_view act);
/// Why somebody looks at a case, out of a closed list; "handling" is the case in hand.
bool isPurpose(std::string_view purpose);
inline constexpr const char *handling = "handling";
inline constexpr const char *keeping = "keeping"; ///< a desk keeps in step; the desk tells who looks

/// What a line says of an act or a view: ids and names of fields, never what stands in them.
struct Entry {
    std::string act;
    std::string actor{}; ///< the name for signing in; empty where nobody of that name is known
    std::set<casework::Role> roles{};
    std::string device{};
    std::string caseId{};
    std::string matter{};
    std::string document{}; ///< its SHA-256
    std::string subject{}; ///< the operator it was done to
    std::string operation{}; ///< its id
    std::string digest{}; ///< SHA-256 of its bytes
    std::string purpose{};
    std::string outcome{}; ///< the key of what refused it; empty: done
    std::uint64_t count = 0; ///< of what was shown or exported
};

/// One line of a chain.
struct Line {
    Entry entry;
    std::uint64_t number = 0; ///< dense, from 1
    std::string at; ///< instant
    std::string previous; ///< SHA-256 of the line before, empty for the first
};

/// The bytes that are kept and hashed: canonical JSON, without the empty members. What is no id (letters, digits and
/// "._:-", at most 128) is written as "?": whatever got there by mistake stays out of the trace.
std::string textOf(const Line &line);
/// Fails with trace.malformed: other text than textOf writes, an act or purpose that is not in the lists.
Result<Line> lineFromText(std::string_view text);

} // namespace quanke::trace
