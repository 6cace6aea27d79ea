#include "core/base/json.h"

#include "core/base/quickreader.h"

namespace quanke {

Result<Json> parseJson(std::string_view text, const JsonLimits &limits)
{
    if (text.size() > limits.bytes) {
        return Failure{"json.too-large", {{"limit", limits.bytes}}, {}};
    }
    Json value;
    JsonBuilder quick(value, limits.depth);
    if (readQuickly(text, quick)) {
        return value;
    }
    JsonBuilder builder(value, limits.depth);
    if (!Json::sax_parse(text, &builder)) {
        return builder.refusal();
    }
    return value;
}

std::string canonicalText(const Json &value)
{
    return value.dump();
}

} // namespace quanke
