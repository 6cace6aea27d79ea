#include "desk/counter/session/attested.h"

#include <iterator>

namespace quanke::desk {

const std::string attestedKind = "attested";

void forgetOthersAttestations(vault::Draft &draft)
{
    for (const auto &handing : draft.handings) {
        const auto wasSeenBefore = [&handing](const Json &source) {
            return source.is_object() && source.value("kind", std::string()) == attestedKind
                && source.value("at", std::string()) <= handing.at;
        };
        for (auto source = draft.sources.begin(); source != draft.sources.end();)
            source = wasSeenBefore(*source) ? draft.sources.erase(source) : std::next(source);
    }
}

} // namespace quanke::desk
