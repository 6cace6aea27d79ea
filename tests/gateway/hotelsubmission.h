#pragma once

#include "core/form/composition.h"
#include "gateway/runninggateway.h"

#include <functional>
#include <string>
#include <vector>

namespace quanke::test {

inline const std::string mobile = "operator/person.mobile"; ///< a field that many change

/// Takes a document that somebody brings, and gives its file reference.
using Bring =
    std::function<Json(const std::string &bytes, const std::string &mediaType, const std::string &name)>;

/// A hotel's application by an invented person (tests/support/data/hotel-values.json) as it travels: the values that are
/// relevant under the ticks and answers, every required material brought as a small PDF.
Json hotelSubmission(const catalogue::Catalogue &catalogue, const Bring &bring,
    const std::vector<std::string> &ticked, const form::Answers &answers = {});
/// The same, the materials uploaded by the clerk.
Json hotelSubmission(RunningGateway &gateway, Person &clerk, const std::vector<std::string> &ticked,
    const form::Answers &answers = {});

/// A decision that finds every review point met.
Json decisionOn(const RunningGateway &gateway, const std::string &matter, const std::string &outcome,
    Json outputs = Json::object(), Json document = nullptr);
Json decisionOn(const catalogue::Catalogue &catalogue, const std::string &matter, const std::string &outcome,
    Json outputs = Json::object(), Json document = nullptr);

/// What the business licence (HT-01) brings.
Json licenceOutputs();

} // namespace quanke::test
