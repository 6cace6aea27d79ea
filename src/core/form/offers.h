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

/// What an edit of `key`, an identity number ("operator/person.idNo") or its kind, means for the same person: the fields
/// of the composition that name the number as their source ("derived:person.idNo" in the dictionary) under the same
/// role. Their value is null where the number says nothing: it is no right citizen id (GB 11643-1999), or the kind is
/// not 111. Empty for any other key.
std::vector<Offer> offersOf(const catalogue::Catalogue &catalogue, const Composition &composition,
    std::string_view key, const Json &values);

/// The usual value ("default" in the dictionary: 居民身份证, CHN) of every field that is required and empty:
/// what may stay empty may be about somebody who does not exist.
std::vector<Offer> usualValues(
    const catalogue::Catalogue &catalogue, const Composition &composition, const FormState &form);

} // namespace quanke::form
