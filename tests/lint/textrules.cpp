#include "lint/textrules.h"

#include <re2/re2.h>

#include <algorithm>
#include <functional>

namespace quanke::lint {

namespace {

/// Which part of a C++ file a rule reads; other files are read whole by every rule that reads them.
enum class Reads { Everything, CodeAndTexts, Code };

struct Rule {
    std::string pattern;
    std::string what;
    Reads reads;
    std::function<bool(const Source &)> applies;
};

bool isCode(const Source &source)
{
    return source.isCpp() && (source.isBelow("src/") || source.isBelow("tests/"));
}

bool isProgram(const Source &source)
{
    return source.isCpp() && source.isBelow("src/");
}

bool isMain(const Source &source)
{
    return source.hasEnding("/main.cpp");
}

/// Chinese that is read and never shown: words as they are typed, dates as they are written.
bool readsChinese(const Source &source)
{
    return source.path == "src/core/catalogue/pinyin.cpp"
        || source.path == "src/core/formats/writtendate.cpp";
}

bool mayHoldSql(const Source &source)
{
    return source.isBelow("src/vault/") || source.isBelow("src/gateway/store/");
}

/// The patterns are written so that they do not find themselves.
std::vector<Rule> makeRules()
{
    std::vector<Rule> rules;
    const auto add = [&rules](const char *pattern, const char *what, Reads reads,
                         std::function<bool(const Source &)> applies) {
        rules.push_back({pattern, what, reads, std::move(applies)});
    };
    const auto anywhere = [](const Source &source) { return source.path != "LICENSE"; };
    add(R"(\b(TO[D]O|FIX[M]E|XX[X]|HAC[K])\b|(?i:[n]ot (yet )?implemented))", "finish it, or leave it out",
        Reads::Everything, anywhere);
    add(R"(\b(design|domain|forms|limits|peers|reliability|style|tokens|ux)[.]md\b|[.][.]/shared)",
        "this document is not in the repository: say here what it says", Reads::Everything, anywhere);
    add(R"(\bQSK[I]P\b|\bQEXPECT_FAIL\b)", "a test that cannot fail is none", Reads::Code, isCode);
    add(R"(\bqWait\b|\bsleep_for\b|\bsleep_until\b|\bQThread::[mu]?sleep\b|\b[mun]+sleep\(|\bsleep\()",
        "wait for what happens (QTRY_*, QSignalSpy, a condition), not for a time", Reads::Code,
        [](const Source &source) {
            return isCode(source) && !source.isBelow("tests/bench/"); // a load at a pace is one of time
        });
    add(R"(\bQEventLoop\b|\bprocessEvents\b)", "no nested event loops", Reads::Code, isProgram);
    add(R"(\.exec\(|->exec\()", "no nested event loops: open(), show() or popup()", Reads::Code,
        [](const Source &source) {
            return source.isCpp() && source.isBelow("src/desk/") && !isMain(source);
        });
    add(R"(\b(SIGNAL|SLOT)\()", "connect by function pointer", Reads::Code, isCode);
    add(R"(\b(signals|slots|emit|foreach)\b\s*[:(]|\bemit )", "Q_SIGNALS, Q_SLOTS, Q_EMIT", Reads::Code,
        isCode);
    add(R"(\bstatic\b.*\binstance\(|\bQ_GLOBAL_STATIC\b)",
        "no singletons: give what is needed to the constructor", Reads::Code, isCode);
    add(R"((^|[^=])\s\bdelete\b\s*(\[\])?\s*[a-z_(*])", "no owning raw pointers", Reads::Code, isCode);
    add(R"((system|steady|high_resolution)_clock::now|\btime\((nullptr|NULL|0)\)|\bcurrentDate)",
        "core has no clock of its own", Reads::Code,
        [](const Source &source) { return source.isCpp() && source.isBelow("src/core/"); });
    add(R"re("\s*(SELECT\s|INSERT\s+(OR\s|INTO\s)|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s|CREATE\s+(TABLE|INDEX|UNIQUE)\s|PRAGMA\s))re",
        "SQL only in vault and gateway/store", Reads::CodeAndTexts,
        [](const Source &source) { return isProgram(source) && !mayHoldSql(source); });
    add(R"([\p{Han}])", "user-visible text belongs in translations/ or forms/; the sources say it in English",
        Reads::CodeAndTexts, [](const Source &source) {
            return (isProgram(source) && !source.isBelow("src/cli/") && !readsChinese(source))
                || source.isBelow("ui/");
        });
    add(R"([ \t]+$)", "spaces at the end of the line", Reads::Everything,
        [](const Source &source) { return source.path != "LICENSE" && !source.hasEnding(".ts"); });
    add(R"(\t)", "a tab; indent with spaces", Reads::Everything,
        [](const Source &source) { return source.path != "LICENSE"; });
    add(R"(\r)", "a carriage return; lines end with a line feed", Reads::Everything,
        [](const Source &) { return true; });
    return rules;
}

std::string partFor(const Source &source, Reads reads)
{
    if (!source.isCpp() || reads == Reads::Everything) {
        return source.text;
    }
    return reads == Reads::Code ? withoutCommentsAndLiterals(source.text) : withoutComments(source.text);
}

void checkLines(const Source &source, const Rule &rule, const RE2 &pattern, Findings &findings)
{
    int line = 0;
    const std::string text = partFor(source, rule.reads);
    for (const std::string_view content : linesOf(text)) {
        ++line;
        if (RE2::PartialMatch(re2::StringPiece(content.data(), content.size()), pattern)) {
            findings.push_back({source.path, line, rule.what});
        }
    }
}

void checkWhole(const Source &source, Findings &findings)
{
    if (!source.text.empty() && !source.text.ends_with('\n')) {
        findings.push_back({source.path, 0, "the last line has no end"});
    }
    if (source.text.ends_with("\n\n")) {
        findings.push_back({source.path, 0, "empty lines at the end"});
    }
    if (source.hasEnding(".h") && !source.text.starts_with("#pragma once\n")) {
        findings.push_back({source.path, 1, "a header begins with #pragma once"});
    }
}

} // namespace

Findings checkText(const std::vector<Source> &sources)
{
    Findings findings;
    for (const Rule &rule : makeRules()) {
        const RE2 pattern(rule.pattern);
        for (const Source &source : sources) {
            if (rule.applies(source)) {
                checkLines(source, rule, pattern, findings);
            }
        }
    }
    for (const Source &source : sources) {
        checkWhole(source, findings);
    }
    std::ranges::sort(findings);
    return findings;
}

} // namespace quanke::lint
