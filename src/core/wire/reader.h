#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace quanke::wire {

/// Takes the members of one JSON object from the wire. What is missing or of the wrong type is remembered and
/// given back at the end as wire.malformed ("member", the first one); members nobody asks for pass, so that a
/// newer gateway may say more.
class Reader {
public:
    explicit Reader(const Json &json)
        : m_json(json)
    {
    }

    std::string text(const char *member);
    std::string textOr(const char *member, std::string otherwise);
    std::uint64_t number(const char *member);
    std::vector<std::string> texts(const char *member);
    std::map<std::string, std::string> textMap(const char *member);
    Json object(const char *member);
    Json array(const char *member);
    Json anyOr(const char *member, const Json &otherwise);

    void refuse(const char *member);
    /// Whatever was wrong inside the member counts as the member being wrong.
    void include(const Reader &inner, const char *member);

    template <class T>
    Result<T> finish(T value, const char *key = "wire.malformed") const
    {
        if (m_wrong.empty()) {
            return value;
        }
        return Failure{key, {{"member", m_wrong}}, {}};
    }

private:
    const Json *find(const char *member) const;

    const Json &m_json;
    std::string m_wrong;
};

} // namespace quanke::wire
