#include "trace/line.h"

#include <algorithm>
#include <array>
#include <utility>

namespace quanke::trace {

namespace {

constexpr std::array acts{act::signIn, act::signInRefused, act::signOut, act::lock, act::unlock,
    act::unlockRefused, act::viewCase, act::fetchCase, act::viewDocument, act::viewWork, act::listCases,
    act::searchCases, act::print, act::exportCase, act::exportList, act::giveCase, act::takeOverCase,
    act::bringSealed, act::takeBackCase, act::takeBack, act::removeDocument, act::copyAside, act::settleAside,
    act::wipeCase, act::operatorEntered, act::operatorChanged, act::operatorRemoved, act::passwordChanged,
    act::readTrace, act::refused, act::start, act::stop, act::clockSetBack, "case.submit", "document.attest",
    "subcase.accept", "subcase.requestCorrection", "subcase.supplement", "subcase.refuse", "subcase.decide",
    "result.issue", "case.note", "case.handOver", "case.resolve"};

constexpr std::array purposes{
    handling, keeping, "applicant-asks", "supervision", "complaint", "correction", "inspection"};

constexpr std::size_t longestWord = 128;
constexpr std::string_view wordCharacters =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._:-";

bool isWord(std::string_view text)
{
    return text.size() <= longestWord && text.find_first_not_of(wordCharacters) == std::string_view::npos;
}

/// The members that are words, by name.
constexpr std::array<std::pair<const char *, std::string Entry::*>, 11> words{std::pair{"act", &Entry::act},
    {"actor", &Entry::actor}, {"case", &Entry::caseId}, {"device", &Entry::device},
    {"digest", &Entry::digest}, {"document", &Entry::document}, {"matter", &Entry::matter},
    {"operation", &Entry::operation}, {"outcome", &Entry::outcome}, {"purpose", &Entry::purpose},
    {"subject", &Entry::subject}};

/// Written by hand, since each act waits for it: a word needs no escapes.
class Writer {
public:
    void word(std::string_view name, std::string_view value)
    {
        if (!value.empty()) {
            begin(name);
            quote(isWord(value) ? value : "?");
        }
    }
    void number(std::string_view name, std::uint64_t value)
    {
        if (value != 0) {
            begin(name);
            m_text += std::to_string(value);
        }
    }
    void roles(const std::set<casework::Role> &roles)
    {
        if (roles.empty()) {
            return;
        }
        begin("roles");
        char before = '[';
        for (const auto role : roles) {
            m_text += before;
            quote(nameOf(role));
            before = ',';
        }
        m_text += ']';
    }
    std::string end() { return std::move(m_text) + '}'; }

private:
    void begin(std::string_view name)
    {
        m_text += m_text.empty() ? '{' : ',';
        quote(name);
        m_text += ':';
    }
    void quote(std::string_view text)
    {
        m_text += '"';
        m_text += text;
        m_text += '"';
    }

    std::string m_text;
};

Failure malformed()
{
    return {"trace.malformed"};
}

std::string textIn(const Json &json, const char *name)
{
    const auto found = json.find(name);
    return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::uint64_t numberIn(const Json &json, const char *name)
{
    const auto found = json.find(name);
    return found != json.end() && found->is_number_unsigned() ? found->get<std::uint64_t>() : 0;
}

bool readRoles(const Json &json, std::set<casework::Role> &roles)
{
    for (const auto &name : json) {
        casework::Role role{};
        if (!name.is_string() || !casework::roleFromName(name.get_ref<const std::string &>(), role)) {
            return false;
        }
        roles.insert(role);
    }
    return true;
}

} // namespace

bool isAct(std::string_view act)
{
    return std::ranges::find(acts, act) != acts.end();
}

bool isPurpose(std::string_view purpose)
{
    return std::ranges::find(purposes, purpose) != purposes.end();
}

std::string textOf(const Line &line)
{
    const auto &entry = line.entry;
    Writer writer;
    writer.word("act", entry.act);
    writer.word("actor", entry.actor);
    writer.word("at", line.at);
    writer.word("case", entry.caseId);
    writer.number("count", entry.count);
    writer.word("device", entry.device);
    writer.word("digest", entry.digest);
    writer.word("document", entry.document);
    writer.word("matter", entry.matter);
    writer.number("number", line.number);
    writer.word("operation", entry.operation);
    writer.word("outcome", entry.outcome);
    writer.word("previous", line.previous);
    writer.word("purpose", entry.purpose);
    writer.roles(entry.roles);
    writer.word("subject", entry.subject);
    return writer.end();
}

Result<Line> lineFromText(std::string_view text)
{
    const auto json = parseJson(text);
    if (!json || !json->is_object()) {
        return malformed();
    }
    Line line{{}, numberIn(*json, "number"), textIn(*json, "at"), textIn(*json, "previous")};
    for (const auto &[name, member] : words) {
        line.entry.*member = textIn(*json, name);
    }
    line.entry.count = numberIn(*json, "count");
    const bool isWhole = readRoles(json->value("roles", Json::array()), line.entry.roles) && line.number > 0
        && parseInstant(line.at) && isAct(line.entry.act)
        && (line.entry.purpose.empty() || isPurpose(line.entry.purpose)) && textOf(line) == text;
    return isWhole ? Result<Line>(std::move(line)) : malformed();
}

} // namespace quanke::trace
