#include "core/check/subject.h"

namespace quanke::check {

const Json *memberOf(const Json &value, std::string_view name)
{
    if (!value.is_object()) {
        return nullptr;
    }
    const auto found = value.find(name);
    return found == value.end() ? nullptr : &*found;
}

std::vector<std::string> textsOf(const Json *list)
{
    std::vector<std::string> texts;
    if (list && list->is_array()) {
        for (const Json &item : *list) {
            if (item.is_string()) {
                texts.push_back(item.get<std::string>());
            }
        }
    }
    return texts;
}

} // namespace quanke::check
