#include "notices/texts.h"

#include "core/catalogue/catalogue.h"

namespace quanke::notices {

Texts textsOf(const catalogue::Catalogue &catalogue, Language language)
{
    return [&catalogue, language](std::string_view key, const Json &arguments) {
        return catalogue.message(key, arguments, language);
    };
}

} // namespace quanke::notices
