#pragma once

#include "core/casework/casefile.h"
#include "core/catalogue/catalogue.h"
#include "platform/folder.h"

#include <QTest>

namespace quanke::test {

inline const std::string none;
inline const std::string mobile = "operator/person.mobile";
/// What the business licence (HT-01) brings.
inline const Json licence{{"org/org.uscc", "91409900MA0000001X"}, {"org/org.establishedOn", "2026-11-21"}};

/// The definitions of this repository.
inline catalogue::Catalogue realCatalogue()
{
    auto files = platform::readTextFiles(QUANKE_SOURCE_DIR "/forms", ".json");
    auto loaded = files ? catalogue::Catalogue::load(*files) : Result<catalogue::Catalogue>(files.failure());
    if (!loaded) {
        qFatal("%s", loaded.failure().key.c_str());
    }
    return std::move(*loaded);
}

/// A hotel's case as its operations make it, by people of every kind.
class HotelCase {
public:
    explicit HotelCase(const catalogue::Catalogue &catalogue)
        : m_catalogue(catalogue)
    {
    }

    static casework::Actor clerk(const std::string &name = "wangxm")
    {
        return {name, {casework::Role::Clerk}, {}};
    }
    static casework::Actor issueClerk() { return {"zhaoym", {casework::Role::IssueClerk}, {}}; }
    casework::Actor approverOf(const std::string &matter) const
    {
        return {"sp", {casework::Role::Approver}, m_catalogue.matter(matter)->department};
    }

    static casework::Operation operation(const std::string &kind, Json body, const casework::Actor &actor)
    {
        casework::Operation made;
        static int count = 0;
        made.id = "01935f00-0000-7000-8000-" + std::to_string(200000000000 + ++count);
        made.kind = kind;
        made.device = "D-1";
        made.sequence = 1;
        made.actor = actor.operatorName;
        made.at = "2026-11-21T01:00:00.000Z";
        made.caseId = "01935f00-0000-7000-8000-0000000000ff";
        made.body = std::move(body);
        return made;
    }

    /// The failure's key, or nothing when it was allowed and the case is as it leads to.
    std::string act(const std::string &kind, Json body, const casework::Actor &actor)
    {
        return act(operation(kind, std::move(body), actor), actor);
    }
    std::string act(const casework::Operation &operation, const casework::Actor &actor)
    {
        auto next = casework::apply(m_catalogue, m_begun ? &m_file : nullptr, operation, actor);
        if (!next) {
            m_failure = next.failure();
            return next.failure().key;
        }
        m_file = std::move(*next);
        m_begun = true;
        return {};
    }

    std::string submit(
        const std::vector<std::string> &ticked, Json answers = Json::object(), Json values = Json::object())
    {
        return act("case.submit",
            {{"number", "QS-1"}, {"bundle", "BUNDLE-HOTEL"}, {"forms", std::string(64, 'a')},
                {"ticked", ticked}, {"answers", std::move(answers)}, {"values", std::move(values)},
                {"applicant", {{"name", "陈谷雨"}, {"idNo", "409900198504200021"}}}, {"window", "1"}},
            clerk());
    }
    std::string accept(const std::string &matter)
    {
        return act("subcase.accept", {{"matter", matter}}, approverOf(matter));
    }
    std::string approve(const std::string &matter, Json outputs = Json::object(), Json document = nullptr)
    {
        return act("subcase.decide", decision(matter, "approved", std::move(outputs), std::move(document)),
            approverOf(matter));
    }
    std::string deny(const std::string &matter)
    {
        return act("subcase.decide", decision(matter, "denied", Json::object(), nullptr), approverOf(matter));
    }
    std::string refuse(const std::string &matter)
    {
        return act("subcase.refuse", {{"matter", matter}, {"reason", "不齐"}, {"clause", "第三条"}},
            approverOf(matter));
    }
    std::string requestCorrection(const std::string &matter, const std::string &key)
    {
        return act("subcase.requestCorrection",
            {{"matter", matter}, {"items", Json::array({{{"key", key}, {"reason", "看不清"}}})}},
            approverOf(matter));
    }
    std::string issue(const std::vector<std::string> &matters)
    {
        return act("result.issue",
            {{"matters", matters}, {"collector", {{"name", "陈谷雨"}, {"idNo", ""}, {"mobile", ""}}},
                {"signature", nullptr}},
            issueClerk());
    }

    Json decision(const std::string &matter, const std::string &outcome, Json outputs, Json document) const
    {
        Json points = Json::array();
        for (const auto &point : m_catalogue.matter(matter)->reviewPoints) {
            points.push_back({{"id", point.id}, {"met", true}});
        }
        return {{"matter", matter}, {"outcome", outcome}, {"reason", outcome == "denied" ? "不符合" : ""},
            {"reviewPoints", points}, {"outputs", std::move(outputs)}, {"document", std::move(document)}};
    }

    const casework::CaseFile &file() const { return m_file; }
    const casework::SubCase &of(const std::string &matter) const { return m_file.subCases.at(matter); }
    std::string stateOf(const std::string &matter) const { return std::string(nameOf(of(matter).state)); }
    const Failure &failure() const { return m_failure; }

private:
    const catalogue::Catalogue &m_catalogue;
    casework::CaseFile m_file;
    bool m_begun = false;
    Failure m_failure;
};

} // namespace quanke::test
