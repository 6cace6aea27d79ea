#include "core/schema/valuespace.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <cmath>

namespace quanke::schema {

namespace {

const Json *memberOf(const Json &schema, const char *name)
{
    const auto found = schema.is_object() ? schema.find(name) : schema.end();
    return found == schema.end() ? nullptr : &*found;
}

enum TypeBit : unsigned {
    Null = 1,
    Boolean = 2,
    Integer = 4,
    Fraction = 8, ///< a number that is not whole
    Text = 16,
    Array = 32,
    Object = 64,
    Anything = 127
};

unsigned bitsOf(const Json &type)
{
    if (type.is_array()) {
        unsigned bits = 0;
        for (const Json &one : type) {
            bits |= bitsOf(one);
        }
        return bits;
    }
    if (!type.is_string()) {
        return Anything;
    }
    const std::string &name = type.get_ref<const std::string &>();
    return name == "string" ? Text
        : name == "integer" ? Integer
        : name == "number"  ? unsigned(Integer) | unsigned(Fraction)
        : name == "boolean" ? Boolean
        : name == "array"   ? Array
        : name == "object"  ? Object
                            : Null;
}

/// Length as JSON Schema counts it: code points.
double lengthOf(const std::string &text)
{
    double count = 0;
    for (std::int32_t at = 0; at < std::int32_t(text.size()); ++count) {
        U8_FWD_1(text.data(), at, std::int32_t(text.size()));
    }
    return count;
}

unsigned bitOf(const Json &value)
{
    switch (value.type()) {
    case Json::value_t::string:
        return Text;
    case Json::value_t::boolean:
        return Boolean;
    case Json::value_t::array:
        return Array;
    case Json::value_t::object:
        return Object;
    case Json::value_t::number_float:
        return std::floor(value.get<double>()) == value.get<double>() ? Integer : Fraction;
    case Json::value_t::number_integer:
    case Json::value_t::number_unsigned:
        return Integer;
    default:
        return Null;
    }
}

std::optional<double> numberAt(const Json &schema, const char *keyword)
{
    const Json *value = memberOf(schema, keyword);
    return value && value->is_number() ? std::optional(value->get<double>()) : std::nullopt;
}

} // namespace

ValueSpace::ValueSpace()
    : m_types(Anything)
{
}

void ValueSpace::Range::raise(double to, Bound bound)
{
    const bool excluded = bound == Bound::Excluded;
    if (to > least || (to == least && excluded)) {
        least = to;
        leastExcluded = excluded;
    }
}

void ValueSpace::Range::lower(double to, Bound bound)
{
    const bool excluded = bound == Bound::Excluded;
    if (to < most || (to == most && excluded)) {
        most = to;
        mostExcluded = excluded;
    }
}

bool ValueSpace::Range::isEmpty(Numbers numbers) const
{
    if (numbers == Numbers::All) {
        return least > most || (least == most && (leastExcluded || mostExcluded));
    }
    const double first = leastExcluded && std::floor(least) == least ? least + 1 : std::ceil(least);
    const double last = mostExcluded && std::floor(most) == most ? most - 1 : std::floor(most);
    return first > last;
}

bool ValueSpace::Range::holds(double value) const
{
    return (leastExcluded ? value > least : value >= least) && (mostExcluded ? value < most : value <= most);
}

void ValueSpace::narrow(const Json &schema)
{
    if (schema == false) {
        m_types = 0;
    }
    if (const Json *type = memberOf(schema, "type")) {
        narrowTypes(*type);
    }
    if (const Json *values = memberOf(schema, "enum"); values && values->is_array()) {
        narrowChoices(*values, "enum");
    }
    if (const Json *value = memberOf(schema, "const")) {
        narrowChoices(Json::array({*value}), "const");
    }
    narrowRanges(schema);
    if (const Json *parts = memberOf(schema, "allOf"); parts && parts->is_array()) {
        for (const Json &part : *parts) {
            narrow(part);
        }
    }
}

void ValueSpace::narrowTypes(const Json &type)
{
    m_types &= bitsOf(type);
}

void ValueSpace::narrowChoices(const Json &values, const char *keyword)
{
    std::vector<Json> left;
    for (const Json &value : values) {
        if (!m_choices || std::ranges::find(*m_choices, value) != m_choices->end()) {
            left.push_back(value);
        }
    }
    m_choices = std::move(left);
    m_choicesBy = keyword;
}

void ValueSpace::narrowRanges(const Json &schema)
{
    const auto raise = [&](Range &range, const char *keyword, Bound bound) {
        if (const auto number = numberAt(schema, keyword)) {
            range.raise(*number, bound);
        }
    };
    const auto lower = [&](Range &range, const char *keyword, Bound bound) {
        if (const auto number = numberAt(schema, keyword)) {
            range.lower(*number, bound);
        }
    };
    raise(m_number, "minimum", Bound::Included);
    raise(m_number, "exclusiveMinimum", Bound::Excluded);
    lower(m_number, "maximum", Bound::Included);
    lower(m_number, "exclusiveMaximum", Bound::Excluded);
    raise(m_length, "minLength", Bound::Included);
    lower(m_length, "maxLength", Bound::Included);
    raise(m_items, "minItems", Bound::Included);
    lower(m_items, "maxItems", Bound::Included);
}

bool ValueSpace::allows(const Json &value) const
{
    if ((m_types & bitOf(value)) == 0) {
        return false;
    }
    if (value.is_number()) {
        return m_number.holds(value.get<double>());
    }
    if (value.is_string()) {
        return m_length.holds(lengthOf(value.get_ref<const std::string &>()));
    }
    return !value.is_array() || m_items.holds(double(value.size()));
}

std::optional<std::string> ValueSpace::emptyBy() const
{
    const auto isOnly = [this](unsigned bits) { return (m_types & ~bits) == 0; };
    if (m_types == 0) {
        return "type";
    }
    if (m_choices) {
        const bool some =
            std::ranges::any_of(*m_choices, [this](const Json &value) { return allows(value); });
        return some ? std::nullopt : std::optional(m_choicesBy);
    }
    if (isOnly(unsigned(Integer) | unsigned(Fraction))
        && m_number.isEmpty((m_types & Fraction) == 0 ? Numbers::Whole : Numbers::All)) {
        return m_number.leastExcluded ? "exclusiveMinimum" : "minimum";
    }
    if (isOnly(Text) && m_length.isEmpty(Numbers::Whole)) {
        return "minLength";
    }
    if (isOnly(Array) && m_items.isEmpty(Numbers::Whole)) {
        return "minItems";
    }
    return std::nullopt;
}

std::optional<std::string> findContradiction(const Json &one, const Json &other)
{
    ValueSpace space;
    space.narrow(one);
    space.narrow(other);
    return space.emptyBy();
}

} // namespace quanke::schema
