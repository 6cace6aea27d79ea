#include "security/malformer.h"

#include <array>
#include <iterator>
#include <vector>

namespace quanke::test {

namespace {

using namespace std::string_literals;

/// Longer than any name, of three bytes a character: whoever cuts it by bytes cuts one in two.
std::string longChinese()
{
    std::string text;
    for (int i = 0; i < 200; ++i) {
        text += "全";
    }
    return text;
}

/// In an address, percent-encoded where it must be; not one of them names anything.
const std::vector<std::string> &oddParts()
{
    static const std::vector<std::string> parts{"%00", "%ff%fe", "%", "%zz", "..", "%2e%2e",
        "..%2f..%2fgateway.db", "a%20b", "'%20OR%201=1%20--", "%e5%85%a8%e7%a7%91", "%0d%0aX-Odd:%20yes",
        "-1", "0", "null", "99999999999999999999", std::string(300, 'a'), std::string(8000, '9'),
        "%f0%9f%98%80", "a;b", "a+b", "%c3%28"};
    return parts;
}

const std::vector<std::string> &oddHeaderValues()
{
    static const std::vector<std::string> values{"", " ", "-1", "1e3", "0x10", "18446744073709551616",
        "9223372036854775808", "1099511627777", "NaN", "1.0.1", ",", ",,,", "sha256", "sha256 !!!",
        "sha256 AAAA", "md5 AAAA", "sha256 " + std::string(2000, 'A'),
        "name bmFtZQ==,name bmFtZQ==", "sha256 /////w==,mediaType /////w==,name /////w==", "\xff\xfe", "全科",
        "bytes=0-", "\"" + std::string(500, 'a'), "W/\"1\"", std::string(4000, 'a'), "*"};
    return values;
}

const std::vector<std::string> &oddTexts()
{
    static const std::vector<std::string> texts{"", " ", "\0"s, "a\0b"s, "\n", "\x1b[31m",
        std::string(300, 'a'), std::string(70'000, 'a'), longChinese(), "../../etc/passwd",
        "'; DROP TABLE operators; --", "${jndi:ldap://x}", "<script>", "\xe2\x80\xae", "\xf0\x9f\x98\x80",
        "2026-13-41T99:99:99Z", "0000-00-00T00:00:00Z", "-1", "null"};
    return texts;
}

} // namespace

Malformer::Malformed Malformer::spoilt(const Contract::Route &route, Asking asking)
{
    if (route.described.contains("parameters") && below(4) == 0) {
        const auto how = spoilQuery(route, asking);
        return {std::move(asking), how};
    }
    static constexpr std::array<Spoil, 2> everywhere{&Malformer::spoilAddress, &Malformer::spoilHeader};
    static constexpr std::array<Spoil, 4> inBytes{
        &Malformer::spoilContentType, &Malformer::turnBytes, &Malformer::cutShort, &Malformer::spoilHeader};
    static constexpr std::array<Spoil, 10> inJson{&Malformer::spoilContentType, &Malformer::spoilValue,
        &Malformer::spoilValue, &Malformer::leaveOut, &Malformer::addMember, &Malformer::repeatMember,
        &Malformer::nestDeeply, &Malformer::breakText, &Malformer::cutShort, &Malformer::turnBytes};
    const auto type = route.mediaType();
    const bool isBesideTheBody = type.empty() || below(8) == 0;
    const auto spoil = isBesideTheBody ? oneOf(everywhere)
        : type != "application/json"   ? oneOf(inBytes)
        : below(200) == 0              ? &Malformer::makeTooLarge
                                       : oneOf(inJson);
    const auto how = (this->*spoil)(asking);
    return {std::move(asking), how};
}

std::string Malformer::spoilAddress(Asking &asking)
{
    const auto slash = asking.address.rfind('/', asking.address.size() - 1 - below(asking.address.size()));
    const auto end = asking.address.find('/', slash + 1);
    asking.address.replace(slash + 1, end == std::string::npos ? end : end - slash - 1, oneOf(oddParts()));
    return "address " + asking.address.substr(0, 80);
}

std::string Malformer::spoilQuery(const Contract::Route &route, Asking &asking)
{
    std::vector<std::string> names{"unheard-of"};
    for (const auto &parameter : route.described["parameters"]) {
        if (parameter["in"] == "query") {
            names.push_back(parameter["name"]);
        }
    }
    const auto name = oneOf(names);
    // Not a moment to wait that is right: it would be waited.
    asking.address +=
        '?' + name + '=' + (name == "wait" ? "-1" : oneOf(oddParts())) + (below(2) == 0 ? "&&=&a" : "");
    return "query " + asking.address.substr(0, 80);
}

std::string Malformer::spoilHeader(Asking &asking)
{
    std::vector<std::string> names{
        "X-Request-Id", "If-None-Match", "Range", "Accept", "Accept-Encoding", "Expect-CT"};
    for (const auto &[name, value] : asking.headers) {
        names.insert(names.end(), 4, name);
    }
    const auto name = oneOf(names);
    if (below(5) == 0) {
        asking.headers.erase(name);
        return "no header " + name;
    }
    asking.headers[name] = oneOf(oddHeaderValues());
    return "header " + name + ": " + asking.headers[name].substr(0, 60);
}

std::string Malformer::spoilContentType(Asking &asking)
{
    static const std::vector<std::string> types{"text/plain", "application/x-www-form-urlencoded",
        "application/jsonp", "application/json, text/html", "multipart/form-data; boundary=x",
        "APPLICATION/JSON; charset=gbk", "/", "", "application/offset+octet-stream",
        "application/vnd.quanke.sealed"};
    asking.headers["Content-Type"] = oneOf(types);
    return "type " + asking.headers["Content-Type"];
}

Json &Malformer::somewhereIn(Json &json)
{
    if (!json.is_structured() || json.empty() || below(4) == 0) {
        return json;
    }
    return somewhereIn(*std::next(json.begin(), std::ptrdiff_t(below(json.size()))));
}

Json Malformer::oddValue()
{
    static const std::vector<Json> values{nullptr, true, 0, -1, 1.5, -0.0, 1e308, 18446744073709551615ULL,
        9223372036854775807LL, std::numeric_limits<std::int64_t>::min(), Json::array(), Json::object(),
        Json::array({nullptr}), Json{{"a", 1}}, Json::array({Json::array(), Json::object()}),
        Json::array({1, "a", true})};
    return below(3) == 0 ? Json(oneOf(oddTexts())) : oneOf(values);
}

std::string Malformer::spoilValue(Asking &asking)
{
    auto body = Json::parse(asking.body);
    auto &value = somewhereIn(body);
    const auto odd = oddValue();
    const auto how = "value " + value.dump().substr(0, 40) + " -> " + odd.dump().substr(0, 40);
    value = odd;
    asking.body = body.dump();
    if (below(6) == 0) { // numbers that no type of ours holds
        static const std::vector<std::string> numbers{
            "1e400", "-1e400", "123456789012345678901234567890", "01", "1.", "NaN"};
        const auto place = asking.body.rfind(odd.dump());
        asking.body.replace(place, odd.dump().size(), oneOf(numbers));
    }
    return how;
}

std::string Malformer::leaveOut(Asking &asking)
{
    auto body = Json::parse(asking.body);
    auto &value = somewhereIn(body);
    if (!value.is_object() || value.empty()) {
        body.erase(body.begin());
    } else {
        value.erase(std::next(value.begin(), std::ptrdiff_t(below(value.size()))));
    }
    asking.body = body.dump();
    return "left out a member: " + asking.body.substr(0, 80);
}

std::string Malformer::addMember(Asking &asking)
{
    auto body = Json::parse(asking.body);
    auto &value = somewhereIn(body);
    const auto name = oneOf(oddTexts());
    (value.is_object() ? value : body)[name] = oddValue();
    asking.body = body.dump();
    return "added a member: " + asking.body.substr(0, 80);
}

std::string Malformer::repeatMember(Asking &asking)
{
    const auto body = Json::parse(asking.body);
    if (body.empty()) {
        asking.body = R"({"a":1,"a":2})";
    } else {
        const auto member = std::next(body.begin(), std::ptrdiff_t(below(body.size())));
        asking.body.insert(1, Json(member.key()).dump() + ':' + oddValue().dump() + ',');
    }
    return "named a member twice: " + asking.body.substr(0, 80);
}

std::string Malformer::nestDeeply(Asking &asking)
{
    static constexpr std::array<std::size_t, 5> depths{63, 64, 65, 1'000, 100'000};
    const auto depth = oneOf(depths);
    const bool isWhole = below(2) == 0;
    const auto nest = std::string(depth, '[') + (isWhole ? std::string(depth, ']') : "");
    asking.body =
        asking.body.size() < 3 || below(2) == 0 ? nest : asking.body.insert(1, R"("deep":)" + nest + ',');
    return "nested " + std::to_string(depth) + " deep";
}

std::string Malformer::breakText(Asking &asking)
{
    static const std::vector<std::string> broken{"\xff", "\xc3\x28", "\xc0\xaf", "\xed\xa0\x80",
        "\xf4\x90\x80\x80", "\xe5\x85", "\\ud800", "\\u12", "\x01", "\0"s};
    std::vector<std::size_t> quotes;
    for (auto at = asking.body.find('"'); at != std::string::npos; at = asking.body.find('"', at + 1)) {
        quotes.push_back(at);
    }
    asking.body.insert(quotes.empty() ? 0 : oneOf(quotes) + 1, oneOf(broken));
    return "broke a text";
}

std::string Malformer::cutShort(Asking &asking)
{
    asking.body.resize(below(asking.body.size() + 1));
    return "cut after " + std::to_string(asking.body.size());
}

std::string Malformer::turnBytes(Asking &asking)
{
    if (asking.body.empty() || below(6) == 0) {
        asking.body = std::string(below(4000), char(below(256)));
    }
    for (auto count = 1 + below(3); count > 0 && !asking.body.empty(); --count) {
        asking.body[below(asking.body.size())] = char(below(256));
    }
    return "turned bytes";
}

std::string Malformer::makeTooLarge(Asking &asking)
{
    asking.body.insert(0, std::size_t(4) * 1024 * 1024, ' ');
    return "4 MiB of blanks before it";
}

} // namespace quanke::test
