#pragma once

#include "core/base/localtext.h"
#include "core/catalogue/place.h"

#include <optional>
#include <string>
#include <vector>

namespace quanke::catalogue {

/// Reads the members of one JSON object of a definition file by name and type. What is not as it should be is
/// reported as definition.malformed ("member") and read as empty, so that one reading finds everything;
/// members nobody asked for are reported as strangers when the reader goes.
class ObjectReader {
public:
    /// Null, and anything that is no object, is reported and reads as an object without members.
    ObjectReader(const Json *object, const Place &place, Reports &reports);
    ~ObjectReader();
    ObjectReader(const ObjectReader &) = delete;
    ObjectReader &operator=(const ObjectReader &) = delete;

    std::string text(const char *name);
    std::string textOr(const char *name, const std::string &otherwise);
    bool flag(const char *name, bool otherwise = false);
    /// Nothing when absent or null.
    std::optional<int> integer(const char *name);
    LocalText localText(const char *name);
    LocalText localTextOr(const char *name, const LocalText &otherwise);
    std::vector<std::string> texts(const char *name);
    /// Null when absent; reported when of another type.
    const Json *object(const char *name);
    const Json *list(const char *name);
    /// Any type, null when absent.
    const Json *any(const char *name);
    /// One of the words; the first when it is none of them.
    int word(const char *name, std::initializer_list<const char *> words);

    Place placeOf(const char *name) const { return m_place.below(name); }
    Reports &reports() { return m_reports; }

private:
    const Json *member(const char *name);
    void malformed(const char *name);

    const Json &m_object;
    Place m_place;
    Reports &m_reports;
    std::vector<std::string_view> m_asked;
};

/// {"zh_CN": …, "en": …}; nothing when it is anything else.
std::optional<LocalText> localTextFrom(const Json &value);
/// The same, taking the texts out of the value.
std::optional<LocalText> takeLocalText(Json &value);

} // namespace quanke::catalogue
