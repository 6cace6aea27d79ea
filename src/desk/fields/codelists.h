#pragma once

#include "core/base/localtext.h"
#include "desk/fields/choiceeditors.h"

#include <vector>

namespace quanke::catalogue {
class Catalogue;
struct Element;
} // namespace quanke::catalogue

namespace quanke::desk {

/// What an element's code list offers: its own codes, the hall's divisions with their parents' names in
/// front, or the countries (ISO 3166 alpha-3) as ICU names them. Empty when it takes its values from no list.
std::vector<Choice> choicesOf(
    const catalogue::Catalogue &catalogue, const catalogue::Element &element, Language language);

/// What is shown for one code; the code itself when the list does not know it.
QString wordsOfCode(const catalogue::Catalogue &catalogue, const catalogue::Element &element,
    const std::string &code, Language language);

} // namespace quanke::desk
