#pragma once

#include "core/base/json.h"
#include "core/base/result.h"

#include <string>
#include <vector>

namespace quanke {

/// Builds the value while it watches depth and repeated members, which nlohmann's own builder lets pass;
/// texts are moved in, so that definitions load in half the time. Spoken to as nlohmann's SAX parser speaks.
class JsonBuilder {
public:
    JsonBuilder(Json &into, std::size_t depth)
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
    bool start_object(std::size_t) { return open(Json::value_t::object); }
    bool end_object() { return close(); }
    bool start_array(std::size_t) { return open(Json::value_t::array); }
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
        place(std::forward<Value>(value));
        return true;
    }
    template <class Value>
    Json *place(Value &&value)
    {
        if (!m_open.empty() && m_open.back()->is_array()) {
            return &m_open.back()->get_ref<Json::array_t &>().emplace_back(std::forward<Value>(value));
        }
        Json &slot = m_open.empty() ? m_root : *m_member;
        slot = Json(std::forward<Value>(value));
        return &slot;
    }
    bool open(Json::value_t container)
    {
        if (m_open.size() == m_depth) {
            m_refusal = Failure{"json.too-deep", {{"limit", m_depth}}, {}};
            return false;
        }
        m_open.push_back(place(container));
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

} // namespace quanke
