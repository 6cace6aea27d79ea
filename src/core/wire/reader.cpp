#include "core/wire/reader.h"

#include <algorithm>

namespace quanke::wire {

namespace {

bool isText(const Json &json)
{
    return json.is_string();
}

} // namespace

const Json *Reader::find(const char *member) const
{
    if (!m_json.is_object()) {
        return nullptr;
    }
    const auto found = m_json.find(member);
    return found == m_json.end() ? nullptr : &*found;
}

std::string Reader::text(const char *member)
{
    const auto *value = find(member);
    if (value == nullptr || !value->is_string()) {
        refuse(member);
        return {};
    }
    return value->get<std::string>();
}

std::string Reader::textOr(const char *member, std::string otherwise)
{
    return find(member) == nullptr ? std::move(otherwise) : text(member);
}

std::uint64_t Reader::number(const char *member)
{
    const auto *value = find(member);
    if (value == nullptr || !value->is_number_integer() || *value < 0) {
        refuse(member);
        return 0;
    }
    return value->get<std::uint64_t>();
}

std::vector<std::string> Reader::texts(const char *member)
{
    const auto *value = find(member);
    if (value == nullptr || !value->is_array() || !std::ranges::all_of(*value, isText)) {
        refuse(member);
        return {};
    }
    return value->get<std::vector<std::string>>();
}

std::map<std::string, std::string> Reader::textMap(const char *member)
{
    const auto *value = find(member);
    if (value == nullptr || !value->is_object() || !std::ranges::all_of(*value, isText)) {
        refuse(member);
        return {};
    }
    return value->get<std::map<std::string, std::string>>();
}

Json Reader::object(const char *member)
{
    const auto *value = find(member);
    if (value == nullptr || !value->is_object()) {
        refuse(member);
        return Json::object();
    }
    return *value;
}

Json Reader::array(const char *member)
{
    const auto *value = find(member);
    if (value == nullptr || !value->is_array()) {
        refuse(member);
        return Json::array();
    }
    return *value;
}

Json Reader::anyOr(const char *member, const Json &otherwise)
{
    const auto *value = find(member);
    return value == nullptr ? otherwise : *value;
}

void Reader::refuse(const char *member)
{
    if (m_wrong.empty()) {
        m_wrong = member;
    }
}

void Reader::include(const Reader &inner, const char *member)
{
    if (!inner.m_wrong.empty()) {
        refuse(member);
    }
}

} // namespace quanke::wire
