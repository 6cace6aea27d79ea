#include "security/contract.h"

#include <algorithm>

namespace quanke::test {

namespace {

const std::string someId = "01935f00-0000-7000-8000-0000000000aa";

std::string upperCase(std::string text)
{
    std::ranges::transform(
        text, text.begin(), [](unsigned char character) { return char(std::toupper(character)); });
    return text;
}

std::string textOf(const Json &schema)
{
    const auto format = schema.value("format", std::string());
    if (format == "uuid") {
        return someId;
    }
    if (format == "date-time") {
        return "2026-11-21T01:00:00.000Z";
    }
    // Of patterns there are two: a digest, and a word.
    return schema.value("pattern", std::string()).find("{64}") != std::string::npos ? std::string(64, 'a')
                                                                                    : "abcdefghij";
}

std::string plainText(const Json &value)
{
    return value.is_string() ? value.get<std::string>() : value.dump();
}

std::string withNames(std::string pattern)
{
    for (auto open = pattern.find('{'); open != std::string::npos; open = pattern.find('{')) {
        pattern.replace(open, pattern.find('}') - open + 1, someId);
    }
    return pattern;
}

} // namespace

bool haveOneOf(const std::set<casework::Role> &roles, const Json &duties)
{
    return std::ranges::any_of(casework::allDuties(), [&](casework::Duty duty) {
        return casework::mayDo(roles, duty) && std::ranges::find(duties, Json(nameOf(duty))) != duties.end();
    });
}

bool Contract::Route::isPublic() const
{
    return described.contains("security") && described["security"].empty();
}

bool Contract::Route::lets(const std::set<casework::Role> &roles) const
{
    return isPublic() || !described.contains("x-qk-duties") || haveOneOf(roles, described["x-qk-duties"]);
}

std::set<int> Contract::Route::statuses() const
{
    std::set<int> statuses;
    for (const auto &[status, answer] : described["responses"].items()) {
        statuses.insert(std::stoi(status));
    }
    return statuses;
}

std::string Contract::Route::mediaType() const
{
    return described.contains("requestBody") ? described["requestBody"]["content"].begin().key() : "";
}

Contract::Contract(Json document)
    : m_document(std::move(document))
{
    for (const auto &[pattern, methods] : m_document["paths"].items()) {
        for (const auto &[method, described] : methods.items()) {
            m_routes.push_back({upperCase(method), pattern, described});
        }
    }
}

const Json &Contract::kindsOfOperation() const
{
    return m_document["components"]["schemas"]["Operation"]["oneOf"];
}

const Json &Contract::resolved(const Json &value) const
{
    const auto reference = value.find("$ref");
    return reference == value.end()
        ? value
        : m_document.at(Json::json_pointer(reference->get<std::string>().substr(1)));
}

Json Contract::objectOf(const Json &schema) const
{
    Json object = Json::object();
    for (const auto &name : schema.value("required", Json::array())) {
        object[name.get<std::string>()] = sampleOf(schema["properties"][name.get<std::string>()]);
    }
    return object;
}

Json Contract::sampleOf(const Json &written) const
{
    const auto &schema = resolved(written);
    if (schema.contains("const")) {
        return schema["const"];
    }
    if (schema.contains("enum")) {
        return schema["enum"].front();
    }
    if (schema.contains("anyOf")) {
        return sampleOf(schema["anyOf"].front());
    }
    const auto type = schema.value("type", std::string());
    if (type == "object") {
        return objectOf(schema);
    }
    if (type == "array") {
        return schema.contains("items") ? Json::array({sampleOf(schema["items"])}) : Json::array();
    }
    if (type == "integer" || type == "number") {
        return schema.value("minimum", 1);
    }
    return type == "boolean" ? Json(true) : Json(textOf(schema));
}

Json Contract::bodyOf(const Json &schema, const Json &branch) const
{
    auto body = objectOf(schema);
    for (const auto &[name, property] : branch["properties"].items()) {
        body[name] = sampleOf(property);
    }
    return body;
}

Asking Contract::withoutBody(const Route &route) const
{
    Asking asking{route.method, withNames(route.pattern)};
    for (const auto &parameter : route.described.value("parameters", Json::array())) {
        if (parameter["in"] == "header" && parameter.value("required", false)) {
            asking.headers[parameter["name"]] = plainText(sampleOf(parameter["schema"]));
        }
    }
    return asking;
}

std::vector<Asking> Contract::samplesOf(const Route &route) const
{
    auto asking = withoutBody(route);
    const auto type = route.mediaType();
    if (type.empty()) {
        return {asking};
    }
    asking.headers["Content-Type"] = type;
    const auto &schema = resolved(route.described["requestBody"]["content"][type]["schema"]);
    if (type != "application/json") {
        asking.body = "bytes";
        return {asking};
    }
    std::vector<Asking> samples;
    for (const auto &branch : schema.value("oneOf", Json::array({Json{{"properties", Json::object()}}}))) {
        asking.body = bodyOf(schema, branch).dump();
        samples.push_back(asking);
    }
    return samples;
}

} // namespace quanke::test
