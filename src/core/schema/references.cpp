#include "core/schema/references.h"

namespace quanke::schema {

namespace {

std::string idOf(const Json &schema)
{
    const auto id = schema.is_object() ? schema.find("$id") : schema.end();
    return schema.is_object() && id != schema.end() && id->is_string() ? id->get<std::string>()
                                                                       : std::string();
}

/// "other.json" seen from "https://a.example/b/c.json" is "https://a.example/b/other.json".
std::string against(const std::string &base, std::string_view reference)
{
    const auto scheme = reference.find("://");
    if (scheme != std::string_view::npos || reference.starts_with("urn:")) {
        return std::string(reference);
    }
    std::string folder = base.substr(0, base.rfind('/') == std::string::npos ? 0 : base.rfind('/') + 1);
    if (reference.starts_with('/')) {
        const auto host = base.find("://");
        folder = host == std::string::npos ? std::string() : base.substr(0, base.find('/', host + 3));
    }
    while (reference.starts_with("../")) {
        reference.remove_prefix(3);
        const auto parent = folder.size() < 2 ? std::string::npos : folder.rfind('/', folder.size() - 2);
        folder = parent == std::string::npos ? std::string() : folder.substr(0, parent + 1);
    }
    return folder + std::string(reference.starts_with("./") ? reference.substr(2) : reference);
}

/// One step of a pointer as it was before it was escaped (RFC 6901, RFC 3986).
std::string unescaped(std::string_view step)
{
    std::string text;
    for (std::size_t at = 0; at < step.size(); ++at) {
        const auto follows = step.substr(at);
        if (follows.starts_with("~0") || follows.starts_with("~1")) {
            text += follows[1] == '0' ? '~' : '/';
            ++at;
        } else if (follows.size() > 2 && follows[0] == '%'
            && std::isxdigit(static_cast<unsigned char>(follows[1])) != 0
            && std::isxdigit(static_cast<unsigned char>(follows[2])) != 0) {
            text += static_cast<char>(std::stoi(std::string(follows.substr(1, 2)), nullptr, 16));
            at += 2;
        } else {
            text += step[at];
        }
    }
    return text;
}

const Json *member(const Json &value, const std::string &step)
{
    if (value.is_object()) {
        const auto found = value.find(step);
        return found == value.end() ? nullptr : &*found;
    }
    const bool isIndex = value.is_array() && !step.empty() && step.size() < 9
        && step.find_first_not_of("0123456789") == std::string::npos;
    const std::size_t index = isIndex ? std::stoul(step) : 0;
    return isIndex && index < value.size() ? &value[index] : nullptr;
}

} // namespace

References::References(const Json &root)
    : m_root(root)
{
}

Located References::resolve(std::string_view reference, const Json &resource)
{
    const auto hash = reference.find('#');
    const auto document = reference.substr(0, hash);
    const auto pointer = hash == std::string_view::npos ? std::string_view() : reference.substr(hash + 1);
    if (document.empty()) {
        return follow(resource, pointer);
    }
    if (!m_noted) {
        note(m_root, {});
        m_noted = true;
    }
    const auto found = m_byId.find(against(m_baseOf[&resource], document));
    return found == m_byId.end() ? Located{} : follow(*found->second, pointer);
}

void References::note(const Json &value, const std::string &base)
{
    const std::string id = idOf(value);
    const std::string here = id.empty() ? base : against(base, id);
    if (!id.empty() || &value == &m_root) {
        m_byId.emplace(here.substr(0, here.find('#')), &value);
        m_baseOf[&value] = here;
    }
    if (value.is_structured()) {
        for (const auto &below : value) {
            note(below, here);
        }
    }
}

Located References::follow(const Json &resource, std::string_view pointer)
{
    Located found{&resource, &resource};
    while (!pointer.empty()) {
        if (pointer.front() != '/') {
            return {};
        }
        pointer.remove_prefix(1);
        const auto step = pointer.substr(0, pointer.find('/'));
        pointer.remove_prefix(step.size());
        found.schema = member(*found.schema, unescaped(step));
        if (!found.schema) {
            return {};
        }
        if (!idOf(*found.schema).empty()) {
            found.resource = found.schema;
        }
    }
    return found;
}

} // namespace quanke::schema
