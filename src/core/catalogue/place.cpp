#include "core/catalogue/place.h"

namespace quanke::catalogue {

namespace {

std::string escaped(std::string_view member)
{
    std::string text;
    for (const char character : member) {
        if (character == '~') {
            text += "~0";
        } else if (character == '/') {
            text += "~1";
        } else {
            text += character;
        }
    }
    return text;
}

} // namespace

std::string Place::pointer() const
{
    if (!m_parent) {
        return {};
    }
    return m_parent->pointer() + '/' + (m_member.empty() ? std::to_string(m_index) : escaped(m_member));
}

void Reports::fail(std::string key, const Place &place, Json arguments)
{
    arguments["path"] = place.file();
    arguments["place"] = place.pointer();
    failures.push_back({std::move(key), std::move(arguments), {}});
}

} // namespace quanke::catalogue
