#pragma once

#include "core/base/json.h"
#include "core/base/result.h"
#include "platform/folder.h"

#include <functional>
#include <map>
#include <set>
#include <stdexcept>
#include <string>

namespace quanke::tests {

using Documents = std::map<std::string, Json>;

/// The files of forms/, schemas left out, by their path below it. Throws where one cannot be read, with its
/// path.
struct DefinitionSet {
    platform::TextFiles texts;
    Documents documents;

    DefinitionSet()
    {
        auto files = platform::readTextFiles(QUANKE_SOURCE_DIR "/forms", ".json");
        if (!files) {
            throw std::runtime_error(files.failure().key);
        }
        texts = std::move(*files);
        for (const auto &[path, text] : texts) {
            if (path.starts_with("schema/")) {
                continue;
            }
            auto document = parseJson(text);
            if (!document) {
                throw std::runtime_error(path + ": " + document.failure().key);
            }
            documents.emplace(path, std::move(*document));
        }
    }

    const Json &file(const std::string &path) const { return documents.at(path); }

    Documents below(const std::string &folder) const
    {
        Documents found;
        for (const auto &[path, document] : documents) {
            if (path.starts_with(folder)) {
                found.emplace(path, document);
            }
        }
        return found;
    }
};

/// Visits a JSON value and all below it, each with its place (a JSON pointer).
using Visitor = std::function<void(const Json &, const std::string &)>;
inline void forEachValue(const Json &value, const std::string &place, const Visitor &visit)
{
    visit(value, place);
    if (value.is_object()) {
        for (const auto &[name, item] : value.items()) {
            forEachValue(item, place + '/' + name, visit);
        }
    } else if (value.is_array()) {
        for (std::size_t i = 0; i < value.size(); ++i) {
            forEachValue(value[i], place + '/' + std::to_string(i), visit);
        }
    }
}

/// What a matter's schema declares, in its base and in its branches.
inline std::set<std::string> declaredKeys(const Json &matter)
{
    std::set<std::string> keys;
    const auto add = [&keys](const Json &schema) {
        const Json properties = schema.value("properties", Json::object());
        for (const auto &[key, property] : properties.items()) {
            keys.insert(key);
        }
    };
    add(matter);
    for (const Json &branch : matter.value("allOf", Json::array())) {
        add(branch["then"]);
    }
    return keys;
}

} // namespace quanke::tests
