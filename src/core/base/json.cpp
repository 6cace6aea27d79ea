#include "core/base/json.h"

#include "core/base/result.h"

#include <set>
#include <vector>

namespace quanke {

namespace {

/// Builds the value while it watches depth and repeated members, which nlohmann's own parser lets pass.
class LimitedReader : public nlohmann::detail::json_sax_dom_parser<Json> {
    using Base = nlohmann::detail::json_sax_dom_parser<Json>;

public:
    LimitedReader(Json &into, std::size_t depth)
        : Base(into, false)
        , m_depth(depth)
    {
    }

    bool start_object(std::size_t length)
    {
        m_members.emplace_back();
        return enter() && Base::start_object(length);
    }
    bool end_object()
    {
        m_members.pop_back();
        --m_level;
        return Base::end_object();
    }
    bool start_array(std::size_t length) { return enter() && Base::start_array(length); }
    bool end_array()
    {
        --m_level;
        return Base::end_array();
    }
    bool key(std::string &name)
    {
        if (!m_members.back().insert(name).second) {
            m_refusal = Failure{"json.duplicate-key", {{"member", name}}, {}};
            return false;
        }
        return Base::key(name);
    }
    template <class Exception>
    bool parse_error(std::size_t position, const std::string &, const Exception &)
    {
        m_refusal = Failure{"json.malformed", {{"byte", position}}, {}};
        return false;
    }

    const Failure &refusal() const { return m_refusal; }

private:
    bool enter()
    {
        if (++m_level <= m_depth) {
            return true;
        }
        m_refusal = Failure{"json.too-deep", {{"limit", m_depth}}, {}};
        return false;
    }

    std::size_t m_depth;
    std::size_t m_level = 0;
    std::vector<std::set<std::string>> m_members;
    Failure m_refusal{"json.malformed", {{"byte", 0}}, {}};
};

} // namespace

Result<Json> parseJson(std::string_view text, const JsonLimits &limits)
{
    if (text.size() > limits.bytes) {
        return Failure{"json.too-large", {{"limit", limits.bytes}}, {}};
    }
    Json value;
    LimitedReader reader(value, limits.depth);
    if (!Json::sax_parse(text, &reader)) {
        return reader.refusal();
    }
    return value;
}

std::string canonicalText(const Json &value)
{
    return value.dump();
}

} // namespace quanke
