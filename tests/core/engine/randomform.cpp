#include "core/engine/randomform.h"

#include <array>

namespace quanke::test {

namespace {

constexpr std::array<const char *, 8> words{"a", "b", "ab", "abc", "中", "中文字", "𠮷", "a1"};
constexpr std::array<const char *, 6> patterns{
    "^[a-z]+$", "^[a-z][0-9]$", "b", "^(a|中).*$", "^[^ -~]+$", "[a-c]{2}$"};

} // namespace

RandomForm::RandomForm(unsigned seed)
    : m_engine(seed)
{
}

Json RandomForm::schema()
{
    m_kinds.clear();
    for (int i = upTo(9) + 3; i > 0; --i) {
        m_kinds.push_back(static_cast<Kind>(upTo(static_cast<int>(Kind::Object))));
    }
    Json schema = {{"type", "object"}, {"properties", Json::object()}};
    for (std::size_t i = 0; i < m_kinds.size(); ++i) {
        if (i == 0 || !oneIn(3)) {
            declare(schema, i);
        }
    }
    for (int i = upTo(5); i > 0; --i) {
        const auto from = static_cast<std::size_t>(upTo(static_cast<int>(m_kinds.size()) - 1));
        schema["allOf"].push_back(from == 0 ? Json{{"properties", Json::object()}} : branch(from, 2));
    }
    if (oneIn(6)) {
        schema["not"] = condition(m_kinds.size());
    }
    if (oneIn(6)) {
        schema["anyOf"] = {condition(m_kinds.size()), condition(m_kinds.size())};
    }
    if (oneIn(4) && schema["properties"].size() > 1) {
        schema["dependentRequired"] = {{key(0), {schema["properties"].rbegin().key()}}};
    }
    return schema;
}

/// if/then/else that reads fields before `from` and shows fields from there on.
Json RandomForm::branch(std::size_t from, int depth)
{
    Json schema = {{"if", condition(from)}, {"then", Json::object()}};
    for (std::size_t i = from; i < m_kinds.size(); ++i) {
        if (oneIn(2)) {
            declare(schema["then"], i);
        } else if (oneIn(3)) {
            declare(schema["else"], i);
        }
    }
    if (depth > 0 && oneIn(2) && from + 1 < m_kinds.size()) {
        schema["then"]["allOf"].push_back(branch(from + 1, depth - 1));
    }
    return schema;
}

void RandomForm::declare(Json &schema, std::size_t index)
{
    schema["properties"][key(index)] = constraint(m_kinds[index]);
    if (oneIn(2)) {
        schema["required"].push_back(key(index));
    }
}

Json RandomForm::condition(std::size_t before)
{
    const auto index = static_cast<std::size_t>(upTo(static_cast<int>(before) - 1));
    switch (upTo(9)) {
    case 0:
        return {{"not", test(index)}};
    case 1:
        return {{"anyOf", {test(index), condition(before)}}};
    case 2:
        return {{"allOf", {test(index), test(0)}}};
    case 3:
        return {{"required", {key(index)}}};
    case 4:
        return {{"properties", {{key(index), constraint(m_kinds[index])}}}}; // holds where it is absent
    case 5:
        return {{"if", test(index)}, {"then", test(0)}, {"else", {{"required", {key(0)}}}}};
    default:
        return test(index);
    }
}

Json RandomForm::test(std::size_t index)
{
    Json asked = constraint(m_kinds[index]);
    if (oneIn(2)) {
        asked = {{"const", value(m_kinds[index])}};
    }
    return {{"properties", {{key(index), asked}}}, {"required", {key(index)}}};
}

Json RandomForm::constraint(Kind kind)
{
    if (oneIn(8)) {
        return combined(kind);
    }
    switch (kind) {
    case Kind::Text:
        return text();
    case Kind::Whole:
        return number("integer");
    case Kind::Number:
        return number("number");
    case Kind::Flag:
        return oneIn(3) ? Json{{"const", true}} : Json{{"type", "boolean"}};
    case Kind::Choice:
        return oneIn(3) ? Json{{"oneOf", {{{"const", "a"}, {"title", "A"}}, {{"const", 2}}}}}
                        : Json{{"enum", {any(words), any(words), 1, nullptr}}};
    case Kind::List:
        return list();
    case Kind::Group:
        return group();
    case Kind::Object:
        break;
    }
    return {{"type", {"object", "null"}}, {"properties", {{"a", text()}, {"b", number("integer")}}},
        {"required", {"a"}}, {"dependentRequired", {{"b", {"c"}}}}};
}

Json RandomForm::combined(Kind kind)
{
    switch (upTo(4)) {
    case 0:
        return {{"anyOf", {text(), number("integer")}}};
    case 1:
        return {{"not", {{"const", value(kind)}}}};
    case 2:
        return {{"if", {{"type", "string"}}}, {"then", {{"minLength", 2}}},
            {"else", {{"type", {"integer", "array"}}}}};
    case 3:
        return {{"allOf", {text(), {{"maxLength", 2}}}}};
    default:
        return oneIn(3) ? Json(false) : Json(true);
    }
}

Json RandomForm::text()
{
    Json schema = {{"type", "string"}};
    if (oneIn(2)) {
        schema["minLength"] = upTo(3);
    }
    if (oneIn(2)) {
        schema["maxLength"] = upTo(3) + 1;
    }
    if (oneIn(2)) {
        schema["pattern"] = any(patterns);
    }
    if (oneIn(4)) {
        schema["enum"] = {any(words), any(words), any(words)};
    }
    return schema;
}

Json RandomForm::number(const char *type)
{
    Json schema = {{"type", type}};
    static constexpr std::array<const char *, 4> bounds{
        "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"};
    for (const char *bound : bounds) {
        if (oneIn(3)) {
            schema[bound] = oneIn(4) ? Json(upTo(8) / 2.0) : Json(upTo(6) - 2);
        }
    }
    if (oneIn(4)) {
        schema["multipleOf"] = oneIn(2) ? Json(2) : Json(0.5);
    }
    return schema;
}

Json RandomForm::list()
{
    Json schema = {
        {"type", "array"}, {"items", oneIn(2) ? text() : number("integer")}, {"uniqueItems", oneIn(2)}};
    if (oneIn(2)) {
        schema["minItems"] = upTo(2);
    }
    if (oneIn(2)) {
        schema["maxItems"] = upTo(3);
    }
    if (oneIn(4)) {
        schema["prefixItems"] = {number("integer"), text()};
        schema["items"] = oneIn(2) ? Json(false) : text();
    }
    return schema;
}

Json RandomForm::group()
{
    Json items = {{"type", "object"},
        {"properties", {{"a", text()}, {"b", number("integer")}, {"c", list()}}}, {"required", {"a"}}};
    if (oneIn(4)) {
        items["if"] = {{"required", {"b"}}};
        items["then"] = {{"required", {"c"}}};
    }
    Json schema = {{"type", "array"}, {"items", items}};
    if (oneIn(2)) {
        schema["minItems"] = upTo(2);
    }
    if (oneIn(4)) {
        schema["uniqueItems"] = true;
    }
    return schema;
}

Json RandomForm::values()
{
    Json values = Json::object();
    for (std::size_t i = 0; i < m_kinds.size(); ++i) {
        if (!oneIn(4)) {
            values[key(i)] = value(oneIn(8) ? static_cast<Kind>(upTo(7)) : m_kinds[i]);
        }
    }
    return values;
}

Json RandomForm::value(Kind kind)
{
    switch (kind) {
    case Kind::Text:
        return textValue();
    case Kind::Whole:
        return oneIn(5) ? Json((upTo(6) - 2) * 1.0) : Json(upTo(8) - 3);
    case Kind::Number:
        return oneIn(2) ? Json((upTo(16) - 4) / 2.0) : Json(upTo(8) - 3);
    case Kind::Flag:
        return oneIn(2);
    case Kind::Choice:
        return oneIn(2) ? Json(any(words)) : Json(upTo(2));
    case Kind::List: {
        Json items = Json::array();
        for (int i = upTo(4); i > 0; --i) {
            items.push_back(oneIn(2) ? textValue() : Json(upTo(3)));
        }
        return items;
    }
    case Kind::Group: {
        Json rows = Json::array();
        for (int i = upTo(3); i > 0; --i) {
            rows.push_back(oneIn(12) ? Json(7) : row());
        }
        return rows;
    }
    case Kind::Object:
        break;
    }
    return oneIn(6) ? Json() : row();
}

Json RandomForm::textValue()
{
    std::string text = oneIn(10) ? "" : any(words);
    return oneIn(4) ? text + any(words) : text;
}

Json RandomForm::row()
{
    Json row = Json::object();
    if (!oneIn(4)) {
        row["a"] = textValue();
    }
    if (oneIn(2)) {
        row["b"] = oneIn(6) ? textValue() : Json(upTo(6) - 2);
    }
    if (oneIn(3)) {
        row["c"] = Json::array({upTo(3), textValue()});
    }
    return row;
}

RandomEdit RandomForm::edit()
{
    const auto index = static_cast<std::size_t>(upTo(static_cast<int>(m_kinds.size()) - 1));
    RandomEdit edit{key(index), -1, {}, oneIn(5) ? Json() : value(m_kinds[index])};
    if (m_kinds[index] == Kind::Group && !oneIn(4)) {
        static constexpr std::array<const char *, 3> columns{"a", "b", "c"};
        edit.row = upTo(3);
        edit.column = oneIn(8) ? "" : any(columns);
        edit.value = oneIn(4)     ? Json()
            : edit.column.empty() ? row()
            : edit.column == "a"  ? textValue()
            : edit.column == "b"  ? Json(upTo(6) - 2)
                                  : value(Kind::List);
    }
    return edit;
}

} // namespace quanke::test
