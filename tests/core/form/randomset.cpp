#include "core/form/randomset.h"

#include <algorithm>
#include <array>
#include <set>

namespace quanke::test {

namespace {

constexpr std::array<const char *, 3> choices{"x", "y", "z"};

std::string elementId(std::size_t index)
{
    return "e.n" + std::to_string(index);
}

std::string keyOf(std::size_t index)
{
    return "r/" + elementId(index);
}

std::string matterId(int number)
{
    return "R-" + std::to_string(number);
}

Json label(const std::string &text)
{
    return {{"zh_CN", text}, {"en", text}};
}

Json fileReference()
{
    return {{"sha256", std::string(64, 'a')}, {"size", 10}};
}

} // namespace

RandomSet::RandomSet(unsigned seed)
    : m_engine(seed)
{
}

catalogue::DefinitionFiles RandomSet::files()
{
    m_elements.clear();
    for (int i = upTo(8) + 5; i > 0; --i) {
        m_elements.push_back(static_cast<Kind>(upTo(static_cast<int>(Kind::Group))));
    }
    m_situations = upTo(2) + 1;
    m_materials = upTo(3) + 1;
    m_matters = upTo(4) + 1;
    Json elements = Json::object();
    for (std::size_t i = 0; i < m_elements.size(); ++i) {
        elements["$defs"][elementId(i)] = element(m_elements[i]);
        elements["$defs"][elementId(i)]["x-qk-label"] = label(elementId(i));
    }
    Json situations = Json::object();
    for (int i = 0; i < m_situations; ++i) {
        Json &situation = situations["$defs"]["s" + std::to_string(i)];
        situation = {{"type", "string"}, {"enum", {"p", "q"}}, {"default", "p"}, {"x-qk-label", label("?")},
            {"x-qk-codes", {{"p", label("p")}, {"q", label("q")}}}};
        const auto filled = static_cast<std::size_t>(upTo(static_cast<int>(m_elements.size()) - 1));
        if (m_elements[filled] == Kind::Choice && i == 0) {
            situation["x-qk-fills"][keyOf(filled)] = {{"p", "x"}, {"q", "y"}};
        }
    }
    Json materials = {{"$defs",
        {{"file",
            {{"type", "object"},
                {"properties",
                    {{"sha256", {{"type", "string"}, {"pattern", "^[0-9a-f]{64}$"}}},
                        {"size", {{"type", "integer"}}}}},
                {"required", {"sha256"}}}}}}};
    for (int i = 0; i < m_materials; ++i) {
        Json &material = materials["$defs"]["M" + std::to_string(i)];
        material = {{"type", "array"}, {"items", {{"$ref", "#/$defs/file"}}}, {"minItems", 1},
            {"x-qk-label", label("M")}, {"x-qk-form", "electronic"}};
        if (oneIn(4)) {
            material["x-qk-producedBy"] = matterId(0);
        } else if (oneIn(4)) {
            material["x-qk-generated"] = true;
        }
    }
    catalogue::DefinitionFiles files{{"elements.json", elements.dump()},
        {"situations.json", situations.dump()}, {"materials.json", materials.dump()}};
    Json bundle = {{"id", "BUNDLE-R"}, {"version", "1.0.0"}, {"name", label("R")}, {"audience", "legal"},
        {"sections", {{{"id", "all"}, {"title", label("all")}, {"roles", {"r"}}}}}};
    for (int i = 0; i < m_situations; ++i) {
        bundle["situations"].push_back("s" + std::to_string(i));
    }
    for (int i = 0; i < m_matters; ++i) {
        files["matters/" + matterId(i) + ".json"] = matter(i).dump();
        bundle["matters"].push_back({{"matter", matterId(i)}, {"mandatory", true}, {"version", "1.0.0"}});
    }
    files["bundles/r.json"] = bundle.dump();
    return files;
}

Json RandomSet::element(Kind kind)
{
    const Json text = {{"type", "string"}, {"minLength", upTo(2)}, {"maxLength", upTo(2) + 4}};
    const Json whole = {{"type", "integer"}, {"minimum", upTo(2)}, {"maximum", upTo(3) + 6}};
    switch (kind) {
    case Kind::Text:
        return text;
    case Kind::Whole:
        return whole;
    case Kind::Choice:
        return {{"type", "string"}, {"enum", choices}};
    case Kind::Flag:
        return {{"type", "boolean"}};
    case Kind::Group:
        break;
    }
    return {{"type", "array"}, {"minItems", 1},
        {"items", {{"type", "object"}, {"properties", {{"a", text}, {"b", whole}}}, {"required", {"a"}}}}};
}

Json RandomSet::matter(int number)
{
    Json schema = {{"type", "object"}, {"properties", Json::object()},
        {"x-qk-matter",
            {{"id", matterId(number)}, {"version", "1.0.0"}, {"name", label(matterId(number))},
                {"department", "d"}, {"caseType", "committed"}}}};
    if (number > 0 && oneIn(2)) {
        schema["x-qk-matter"]["dependsOn"] =
            Json::array({{{"matter", matterId(upTo(number - 1))}, {"kind", oneIn(3) ? "soft" : "hard"}}});
    }
    for (int i = 0; i < m_situations; ++i) {
        const std::string id = "s" + std::to_string(i);
        schema["properties"]["situation/" + id] = {{"$ref", "../situations.json#/$defs/" + id}};
    }
    declare(schema, number, true);
    std::vector<std::size_t> always;
    for (std::size_t i = 0; i < m_elements.size(); ++i) {
        if (schema["properties"].contains(keyOf(i))) {
            always.push_back(i);
        }
    }
    for (int i = upTo(4); i > 0; --i) {
        Json branch = {{"if", condition(always)}, {"then", Json::object()}, {"else", Json::object()}};
        declare(branch[oneIn(4) ? "else" : "then"], number, oneIn(3));
        if (oneIn(3)) {
            Json inner = {{"if", condition(always)}, {"then", Json::object()}};
            declare(inner["then"], number, false);
            branch["then"]["allOf"].push_back(inner);
        }
        schema["allOf"].push_back(branch);
    }
    return schema;
}

void RandomSet::declare(Json &schema, int matter, bool withMaterials)
{
    for (const std::size_t index : someElements(4)) {
        schema["properties"][keyOf(index)] = elementUse(index, matter);
        if (!oneIn(3)) {
            schema["required"].push_back(keyOf(index));
        }
    }
    for (int i = 0; withMaterials && i < m_materials; ++i) {
        if (oneIn(2)) {
            const std::string id = "M" + std::to_string(i);
            schema["properties"][id] = materialUse(static_cast<std::size_t>(i));
            if (schema["properties"][id]["x-qk-material"]["need"] == "required") {
                schema["required"].push_back(id);
            }
        }
    }
}

Json RandomSet::elementUse(std::size_t index, int matter)
{
    Json use = {{"$ref", "../elements.json#/$defs/" + elementId(index)}};
    if (oneIn(4) && m_elements[index] == Kind::Text) {
        use["maxLength"] = upTo(1) + 3;
    } else if (oneIn(4) && m_elements[index] == Kind::Whole) {
        use["maximum"] = upTo(1) + 4;
    }
    if (matter > 0 && oneIn(6)) {
        use["x-qk-providedBy"] = matterId(upTo(matter - 1));
    }
    return use;
}

Json RandomSet::materialUse(std::size_t index)
{
    static constexpr std::array<const char *, 3> needs{"required", "tolerable", "optional"};
    const char *need = needs[static_cast<std::size_t>(upTo(2))];
    Json wish = {{"need", need}, {"originals", upTo(2)}, {"copies", upTo(2)}};
    if (std::string_view(need) == "tolerable") {
        wish["tolerateDays"] = upTo(9) + 1;
    }
    return {{"$ref", "../materials.json#/$defs/M" + std::to_string(index)}, {"x-qk-material", wish}};
}

Json RandomSet::situationTest()
{
    const std::string key = "situation/s" + std::to_string(upTo(m_situations - 1));
    return {{"properties", {{key, {{"enum", {oneIn(2) ? "p" : "q"}}}}}}, {"required", {key}}};
}

Json RandomSet::condition(const std::vector<std::size_t> &always)
{
    if (always.empty() || oneIn(3)) {
        return situationTest();
    }
    const std::size_t index = always[static_cast<std::size_t>(upTo(static_cast<int>(always.size()) - 1))];
    const Json wanted = m_elements[index] == Kind::Choice ? Json{{"enum", {"x", "z"}}}
        : m_elements[index] == Kind::Flag                 ? Json{{"const", true}}
        : m_elements[index] == Kind::Whole                ? Json{{"minimum", upTo(5)}}
        : m_elements[index] == Kind::Text                 ? Json{{"minLength", upTo(4)}}
                                                          : Json{{"minItems", 2}};
    const Json test = {{"properties", {{keyOf(index), wanted}}}, {"required", {keyOf(index)}}};
    switch (upTo(4)) {
    case 0:
        return {{"not", test}};
    case 1:
        return {{"anyOf", {test, situationTest()}}};
    case 2:
        return {{"allOf", {test, situationTest()}}};
    default:
        return test;
    }
}

std::vector<std::size_t> RandomSet::someElements(int most)
{
    std::set<std::size_t> chosen;
    for (int i = upTo(most); i > 0; --i) {
        chosen.insert(static_cast<std::size_t>(upTo(static_cast<int>(m_elements.size()) - 1)));
    }
    return {chosen.begin(), chosen.end()};
}

std::vector<std::string> RandomSet::ticks()
{
    std::vector<std::string> ticked;
    for (int i = 0; i < m_matters; ++i) {
        if (!oneIn(3)) {
            ticked.push_back(matterId(i));
        }
    }
    return ticked;
}

form::Answers RandomSet::answers()
{
    form::Answers answers;
    for (int i = 0; i < m_situations; ++i) {
        if (!oneIn(3)) {
            answers["s" + std::to_string(i)] = oneIn(2) ? "p" : "q";
        }
    }
    return answers;
}

Json RandomSet::values()
{
    static const std::array<Json, 7> wrong{
        "", "abcdefgh", 12, -1, true, Json::array(), Json::parse(R"([{"b": 99}, 3])")};
    Json values = Json::object();
    for (std::size_t i = 0; i < m_elements.size(); ++i) {
        if (!oneIn(3)) {
            values[keyOf(i)] = oneIn(4) ? wrong[static_cast<std::size_t>(upTo(6))] : fitting(keyOf(i));
        }
        if (m_elements[i] == Kind::Choice && values.contains(keyOf(i)) && oneIn(2)) {
            values[keyOf(i)] = choices[static_cast<std::size_t>(upTo(2))];
        }
    }
    for (int i = 0; i < m_materials; ++i) {
        if (oneIn(2)) {
            values["M" + std::to_string(i)] = oneIn(4) ? Json::array() : Json::array({fileReference()});
        }
    }
    return values;
}

Json RandomSet::fitting(const std::string &key) const
{
    if (key.starts_with('M')) {
        return Json::array({fileReference()});
    }
    const auto index = static_cast<std::size_t>(std::stoi(key.substr(keyOf(0).size() - 1)));
    switch (m_elements[index]) {
    case Kind::Text:
        return "abc";
    case Kind::Whole:
        return 4;
    case Kind::Choice:
        return "x";
    case Kind::Flag:
        return true;
    case Kind::Group:
        break;
    }
    return Json::parse(R"([{"a": "abc", "b": 4}])");
}

} // namespace quanke::test
