#pragma once

#include "core/form/composition.h"
#include "gateway/runninggateway.h"

#include <string>
#include <vector>

namespace quanke::test {

/// A hotel's application by an invented person (tests/support/data/hotel-values.json) as it travels: the values that are
/// relevant under the ticks and answers, every required material uploaded as a small PDF by the clerk.
Json hotelSubmission(RunningGateway &gateway, Person &clerk, const std::vector<std::string> &ticked,
    const form::Answers &answers = {});

/// A decision that finds every review point met.
Json decisionOn(const RunningGateway &gateway, const std::string &matter, const std::string &outcome,
    Json outputs = Json::object(), Json document = nullptr);

/// What the business licence (HT-01) brings.
Json licenceOutputs();

} // namespace quanke::test
