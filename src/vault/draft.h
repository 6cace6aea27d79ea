#pragma once

#include "core/base/json.h"
#include "core/form/composition.h"
#include "core/form/form.h"
#include "handover/contents.h"

#include <string>
#include <vector>

namespace quanke::vault {

/// The kind of source (Draft::sources) that tells of one person's own eyes: it goes to nobody else.
constexpr const char *attestedKind = "attested";

/// A form being filled, as it comes back after a lock, a crash or a power cut. All of it is sealed on disk.
struct Draft {
    std::string caseId; ///< UUIDv7, the case's for life
    std::string title; ///< what the list calls it: bundle and applicant
    std::string bundle;
    std::string formsDigest; ///< SHA-256 of the definitions it began with
    std::vector<std::string> ticked;
    form::Answers answers;
    Json values = Json::object(); ///< everything typed, hidden fields and material references too
    /// Key → where its value came from, in the desk's own terms. Of kind attestedKind: the operator has seen the original of
    /// the material that the key names.
    Json sources = Json::object();
    std::string step; ///< the page it stands at: "tailor", "fill", "documents", "check"
    std::string focusedKey; ///< the field it stands at, "key/row/column" in a group
    std::string updatedAt; ///< instant; the vault sets it
    std::vector<handover::Handing> handings; ///< by which it came here by a file, the latest last
};

/// As it is kept and as it travels; without case and moment.
Json toJson(const Draft &draft);
Draft draftFromJson(const std::string &caseId, const Json &json, const std::string &updatedAt);

/// A line of the list of drafts.
struct DraftSummary {
    std::string caseId;
    std::string title;
    std::string bundle;
    std::string step;
    std::string updatedAt;
    bool damaged =
        false; ///< altered on disk, so that it cannot be opened; only caseId and updatedAt are known
    bool handedOver = false; ///< by a file: nothing is changed here while another desk has it
};

/// One field left: what it holds now and where the clerk goes on. Cheaper than saving the whole draft, as
/// durable.
struct FieldEdit {
    std::string caseId;
    form::ValuePath
        path; ///< a cell needs its row to exist or to be the next; rows go away by setting the whole group
    Json value; ///< null clears
    std::string step;
    std::string focusedKey;
};

/// Puts an edit into the draft's values and position: what loading a journal does, edit by edit.
void applyEdit(Draft &draft, const FieldEdit &edit);

} // namespace quanke::vault
