#include "core/base/json.h"

#include "core/base/result.h"

#include <vector>

namespace quanke {

namespace {

/// Builds the value while it watches depth and repeated members, which nlohmann's own builder lets pass;
/// texts are moved in, so that definitions load in half the time.
class LimitedReader {
public:
    LimitedReader(Json &into, std::size_t depth)
        : m_root(into)
        , m_depth(depth)
    {
    }

    bool null() { return put(nullptr); }
    bool boolean(bool value) { return put(value); }
    bool number_integer(Json::number_integer_t value) { return put(value); }
    bool number_unsigned(Json::number_unsigned_t value) { return put(value); }
    bool number_float(Json::number_float_t value, const std::string &) { return put(value); }
    bool string(std::string &value) { return put(std::move(value)); }
    bool binary(Json::binary_t &) { return false; }
    bool start_object(std::size_t) { return open(Json::object()); }
    bool end_object() { return close(); }
    bool start_array(std::size_t) { return open(Json::array()); }
    bool end_array() { return close(); }
    bool key(std::string &name)
    {
        auto &members = m_open.back()->get_ref<Json::object_t &>();
        const auto [member, isNew] = members.try_emplace(std::move(name));
        if (!isNew) {
            m_refusal = Failure{"json.duplicate-key", {{"member", member->first}}, {}};
            return false;
        }
        m_member = &member->second;
        return true;
    }
    template <class Exception>
    bool parse_error(std::size_t position, const std::string &, const Exception &)
    {
        m_refusal = Failure{"json.malformed", {{"byte", position}}, {}};
        return false;
    }

    const Failure &refusal() const { return m_refusal; }

private:
    template <class Value>
    bool put(Value &&value)
    {
        place(Json(std::forward<Value>(value)));
        return true;
    }
    Json *place(Json &&value)
    {
        if (m_open.empty()) {
            m_root = std::move(value);
            return &m_root;
        }
        if (m_open.back()->is_array()) {
            return &m_open.back()->get_ref<Json::array_t &>().emplace_back(std::move(value));
        }
        *m_member = std::move(value);
        return m_member;
    }
    bool open(Json &&container)
    {
        if (m_open.size() == m_depth) {
            m_refusal = Failure{"json.too-deep", {{"limit", m_depth}}, {}};
            return false;
        }
        m_open.push_back(place(std::move(container)));
        return true;
    }
    bool close()
    {
        m_open.pop_back();
        return true;
    }

    Json &m_root;
    std::size_t m_depth;
    std::vector<Json *> m_open; ///< stays valid: only the innermost container grows
    Json *m_member = nullptr;
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
