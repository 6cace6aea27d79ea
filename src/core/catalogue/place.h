#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace quanke::catalogue {

/// Where a reader stands in a definition file. Lives on the stack while the reader goes down; the JSON
/// pointer (RFC 6901) is only spelt out when something is reported.
class Place {
public:
    explicit Place(std::string_view file)
        : m_file(file)
    {
    }
    Place below(std::string_view member) const { return {*this, member, 0}; }
    Place below(std::size_t index) const { return {*this, {}, index}; }

    std::string_view file() const { return m_file; }
    std::string pointer() const;

private:
    Place(const Place &parent, std::string_view member, std::size_t index)
        : m_file(parent.m_file)
        , m_parent(&parent)
        , m_member(member)
        , m_index(index)
    {
    }

    std::string_view m_file;
    const Place *m_parent = nullptr;
    std::string_view m_member; ///< empty in an array
    std::size_t m_index = 0;
};

/// What is wrong with definition files. Every failure has "path" (the file) and "place" (the JSON pointer in
/// it).
struct Reports {
    std::vector<Failure> failures; ///< what makes the set unusable
    std::vector<Failure> strangers; ///< members the format does not know; read past, but found by `check`

    void fail(std::string key, const Place &place, Json arguments = Json::object());
};

} // namespace quanke::catalogue
