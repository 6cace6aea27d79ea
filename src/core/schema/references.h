#pragma once

#include "core/base/json.h"

#include <map>
#include <string>
#include <string_view>

namespace quanke::schema {

/// A schema and the document it belongs to: the nearest schema around it that has an `$id`, or the root.
struct Located {
    const Json *schema = nullptr;
    const Json *resource = nullptr;
};

/// Finds what `$ref` names inside one schema document: pointers (`#/$defs/name`) and `$id`s of schemas
/// embedded in it. Nothing outside the document is ever fetched. The document must outlive this.
class References {
public:
    explicit References(const Json &root);

    /// No schema when there is none of that name.
    Located resolve(std::string_view reference, const Json &resource);

private:
    void note(const Json &value, const std::string &base);
    static Located follow(const Json &resource, std::string_view pointer);

    const Json &m_root;
    bool m_noted = false;
    std::map<std::string, const Json *, std::less<>> m_byId;
    std::map<const Json *, std::string> m_baseOf;
};

} // namespace quanke::schema
