#pragma once

#include "core/form/composition.h"
#include "core/form/form.h"

#include <string>
#include <string_view>
#include <vector>

namespace quanke::form {

/// A value that the clerk need not type. Unlike what a schema computes (x-qk-derived) it may be changed.
struct Offer {
    std::string key;
    Json value;
    bool operator==(const Offer &) const = default;
};

/// What the identity number under `key` ("operator/person.idNo") says about the same person: the fields of the
/// composition that name it as their source ("derived:person.idNo" in the dictionary) under the same role.
/// Nothing unless it is a right citizen id (GB 11643-1999) and the role's document kind is 111 or not given.
std::vector<Offer> offersOf(const catalogue::Catalogue &catalogue, const Composition &composition,
    std::string_view key, const Json &values);

/// The usual value ("default" in the dictionary: 居民身份证, CHN) of every field that is asked and empty.
std::vector<Offer> usualValues(
    const catalogue::Catalogue &catalogue, const Composition &composition, const FormState &form);

} // namespace quanke::form
