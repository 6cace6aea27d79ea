#include "spool/record.h"

#include "seal/digest.h"

namespace quanke::spool {

namespace {

constexpr std::size_t lengthBytes = 4;
constexpr std::size_t checkBytes = 16; // as hexadecimal digits
constexpr std::size_t headBytes = lengthBytes + checkBytes;

std::string numberText(std::size_t number)
{
    std::string text(lengthBytes, '\0');
    for (std::size_t i = 0; i < lengthBytes; ++i) {
        text[i] = char((number >> (8 * i)) & 0xff);
    }
    return text;
}

std::size_t numberIn(std::string_view text)
{
    std::size_t number = 0;
    for (std::size_t i = 0; i < lengthBytes; ++i) {
        number |= std::size_t(static_cast<unsigned char>(text[i])) << (8 * i);
    }
    return number;
}

std::string checkOf(std::string_view content)
{
    return seal::sha256(content).substr(0, checkBytes);
}

Json toJson(const Label &label)
{
    Json json{{"operation", label.operation}, {"device", label.device}, {"sequence", label.sequence},
        {"documents", label.documents}};
    if (!label.key.empty()) {
        json["key"] = label.key;
    }
    return json;
}

/// A name that stays in its folder.
bool isPlainName(const std::string &name)
{
    return !name.empty() && name.size() <= 64
        && name.find_first_not_of("0123456789abcdefABCDEF-") == std::string::npos;
}

Result<Label> labelFrom(std::string_view text)
{
    const Failure malformed{"spool.malformed", Json::object(), "label"};
    const auto json = parseJson(text);
    if (!json || !json->is_object()) {
        return malformed;
    }
    const auto textOf = [&json](const char *member) {
        const auto found = json->find(member);
        return found != json->end() && found->is_string() ? found->get<std::string>() : std::string();
    };
    Label label{textOf("operation"), textOf("device"), 0, {}, textOf("key")};
    const auto sequence = json->find("sequence");
    const auto documents = json->find("documents");
    if (!isPlainName(label.operation) || label.device.empty() || sequence == json->end()
        || !sequence->is_number_unsigned() || documents == json->end() || !documents->is_array()) {
        return malformed;
    }
    label.sequence = sequence->get<std::uint64_t>();
    for (const Json &document : *documents) {
        if (!document.is_string() || !isPlainName(document.get<std::string>())) {
            return malformed;
        }
        label.documents.push_back(document.get<std::string>());
    }
    return label;
}

} // namespace

std::string frameOf(const Record &record)
{
    const auto label = canonicalText(toJson(record.label));
    const auto content = numberText(label.size()) + label + record.box;
    return numberText(content.size()) + checkOf(content) + content;
}

Front frontOf(std::string_view rest)
{
    const Front torn{Front::Kind::Torn, rest.size()};
    if (rest.size() < headBytes) {
        return torn;
    }
    const auto length = numberIn(rest);
    if (length < lengthBytes || length > longestRecord || length > rest.size() - headBytes) {
        return torn;
    }
    const bool isRight = checkOf(rest.substr(headBytes, length)) == rest.substr(lengthBytes, checkBytes);
    return {isRight ? Front::Kind::Whole : Front::Kind::Altered, headBytes + length};
}

Result<Record> recordOf(std::string_view frame)
{
    const auto front = frontOf(frame);
    if (front.kind != Front::Kind::Whole || front.length != frame.size()) {
        return Failure{"spool.malformed", Json::object(), "frame"};
    }
    const auto content = frame.substr(headBytes);
    const auto labelLength = numberIn(content);
    if (labelLength > content.size() - lengthBytes) {
        return Failure{"spool.malformed", Json::object(), "label"};
    }
    auto label = labelFrom(content.substr(lengthBytes, labelLength));
    if (!label) {
        return label.failure();
    }
    return Record{std::move(*label), std::string(content.substr(lengthBytes + labelLength))};
}

} // namespace quanke::spool
