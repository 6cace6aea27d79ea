#include "core/base/quickreader.h"

#include <simdjson.h>

#include <string>

namespace quanke {

namespace {

using simdjson::dom::element;
using simdjson::dom::element_type;

bool putValue(const element &value, JsonBuilder &builder);

bool putObject(const simdjson::dom::object &object, JsonBuilder &builder)
{
    if (!builder.start_object(0)) {
        return false;
    }
    for (const auto &[name, value] : object) {
        std::string key(name);
        if (!builder.key(key) || !putValue(value, builder)) {
            return false;
        }
    }
    return builder.end_object();
}

bool putArray(const simdjson::dom::array &array, JsonBuilder &builder)
{
    if (!builder.start_array(0)) {
        return false;
    }
    for (const element value : array) {
        if (!putValue(value, builder)) {
            return false;
        }
    }
    return builder.end_array();
}

/// As nlohmann tells them apart: what is not negative is unsigned.
bool putWhole(std::int64_t number, JsonBuilder &builder)
{
    return number < 0 ? builder.number_integer(number) : builder.number_unsigned(std::uint64_t(number));
}

/// The builder's limit of depth bounds the recursion.
bool putValue(const element &value, JsonBuilder &builder)
{
    switch (value.type()) {
    case element_type::OBJECT:
        return putObject(value.get_object().value_unsafe(), builder);
    case element_type::ARRAY:
        return putArray(value.get_array().value_unsafe(), builder);
    case element_type::STRING: {
        std::string text(value.get_string().value_unsafe());
        return builder.string(text);
    }
    case element_type::INT64:
        return putWhole(value.get_int64().value_unsafe(), builder);
    case element_type::UINT64:
        return builder.number_unsigned(value.get_uint64().value_unsafe());
    case element_type::DOUBLE:
        return builder.number_float(value.get_double().value_unsafe(), {});
    case element_type::BOOL:
        return builder.boolean(value.get_bool().value_unsafe());
    case element_type::NULL_VALUE:
        return builder.null();
    }
    return false;
}

} // namespace

bool readQuickly(std::string_view text, JsonBuilder &builder)
{
    simdjson::dom::parser parser;
    element root;
    return parser.parse(text.data(), text.size()).get(root) == simdjson::SUCCESS && putValue(root, builder);
}

} // namespace quanke
