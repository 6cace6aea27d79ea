#include "core/form/form.h"
#include "platform/folder.h"
#include "support/today.h"

#include <QTest>

#include <map>
#include <set>

using namespace quanke;
using test::today;

namespace {

constexpr const char *folder = "/usr/share/json-schema-test-suite/tests/draft7";

/// What 2020-12 means otherwise than draft 7, by the group's description.
const std::map<std::string, std::string> &otherwise()
{
    static const std::map<std::string, std::string> groups{
        {"ref overrides any sibling keywords", "keywords beside $ref count since 2019-09"},
    };
    return groups;
}

/// A schema of draft 7 in the words of 2020-12, standing below /properties/x.
Json rewritten(const Json &schema);

Json rewrittenByName(const Json &schemas)
{
    Json result = Json::object();
    for (const auto &[name, schema] : schemas.items()) {
        result[name] = rewritten(schema);
    }
    return result;
}

std::string movedReference(std::string reference)
{
    if (!reference.starts_with('#')) {
        return reference;
    }
    const std::string_view old = "/definitions";
    if (const auto at = reference.find(old); at != std::string::npos) {
        reference.replace(at, old.size(), "/$defs");
    }
    if (const auto at = reference.find("/items/0"); at != std::string::npos) {
        reference.insert(at + 1, "prefix").replace(at + 7, 1, "I");
    }
    return "#/properties/x" + reference.substr(1);
}

void rewriteDependencies(const Json &value, Json &result)
{
    for (const auto &[name, wanted] : value.items()) {
        result[wanted.is_array() ? "dependentRequired" : "dependentSchemas"][name] = wanted;
    }
}

Json rewritten(const Json &schema)
{
    if (!schema.is_object()) {
        return schema;
    }
    static const std::set<std::string> single{"not", "if", "then", "else"};
    static const std::set<std::string> lists{"allOf", "anyOf", "oneOf"};
    Json result = Json::object();
    for (const auto &[keyword, value] : schema.items()) {
        if (keyword == "definitions" || keyword == "properties") {
            result[keyword == "properties" ? keyword : "$defs"] = rewrittenByName(value);
        } else if (keyword == "items" && value.is_array()) {
            std::ranges::transform(value, std::back_inserter(result["prefixItems"]), rewritten);
        } else if (keyword == "additionalItems" && schema.value("items", Json()).is_array()) {
            result["items"] = rewritten(value);
        } else if (keyword == "additionalItems") {
            continue; // says nothing where items is a schema or absent
        } else if (keyword == "dependencies") {
            rewriteDependencies(value, result);
        } else if (single.contains(keyword) || keyword == "items") {
            result[keyword] = rewritten(value);
        } else if (lists.contains(keyword)) {
            std::ranges::transform(value, std::back_inserter(result[keyword]), rewritten);
        } else if (keyword == "$ref" && value.is_string()) {
            result[keyword] = movedReference(value.get<std::string>());
        } else {
            result[keyword] = value;
        }
    }
    return result;
}

} // namespace

/// Debian's json-schema-test-suite (draft 7), each case as a property of an object.
class SuiteTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void passes_data();
    void passes();
    void cleanupTestCase();

private:
    void runGroup(const Json &group);
    void runTests(const Json &group, const std::shared_ptr<const form::CompiledForm> &compiled);

    int m_run = 0;
    std::map<std::string, std::vector<std::string>> m_outside; ///< by what stands in the way: groups
};

void SuiteTest::passes_data()
{
    QTest::addColumn<QByteArray>("text");
    const auto files = platform::readTextFiles(folder, ".json");
    QVERIFY(files);
    for (const auto &[path, text] : *files) {
        if (path.find('/') == std::string::npos) {
            QTest::newRow(path.c_str()) << QByteArray::fromStdString(text);
        }
    }
}

void SuiteTest::passes()
{
    QFETCH(QByteArray, text);
    const Json groups = Json::parse(text.toStdString());
    QVERIFY(!groups.empty());
    for (const Json &group : groups) {
        runGroup(group);
    }
}

void SuiteTest::runGroup(const Json &group)
{
    const std::string name =
        std::string(QTest::currentDataTag()) + ": " + group.at("description").get<std::string>();
    if (const auto reason = otherwise().find(group.at("description").get<std::string>());
        reason != otherwise().end()) {
        m_outside[reason->second].push_back(name);
        return;
    }
    const Json schema = {{"type", "object"}, {"properties", {{"x", rewritten(group.at("schema"))}}}};
    const auto compiled = form::CompiledForm::compile(schema);
    if (compiled) {
        runTests(group, *compiled);
        return;
    }
    const Failure &failure = compiled.failure();
    const std::string keyword = failure.arguments.value("keyword", failure.arguments.value("reference", ""));
    m_outside[failure.key + " " + keyword].push_back(name);
    static const std::set<std::string> refused{
        "profile.unknown-keyword", "profile.unsupported", "profile.reference"};
    if (!refused.contains(failure.key)) {
        QFAIL((name + " " + failure.key + failure.arguments.dump()).c_str());
    }
}

void SuiteTest::runTests(const Json &group, const std::shared_ptr<const form::CompiledForm> &compiled)
{
    for (const Json &test : group.at("tests")) {
        form::FormState state(compiled, today);
        state.setValues({{"x", test.at("data")}});
        const auto problems = state.problems();
        const bool valid = std::ranges::none_of(
            problems, [](const form::Problem &problem) { return problem.severity == form::Severity::Error; });
        ++m_run;
        if (valid != test.at("valid").get<bool>()) {
            qInfo("%s", group.dump().c_str());
            QFAIL(test.at("description").get<std::string>().c_str());
        }
    }
}

void SuiteTest::cleanupTestCase()
{
    std::size_t outside = 0;
    for (const auto &[reason, groups] : m_outside) {
        qInfo("outside the profile (%s):", reason.c_str());
        for (const std::string &group : groups) {
            qInfo("    %s", group.c_str());
        }
        outside += groups.size();
    }
    qInfo("%d cases run, %d groups outside the profile", m_run, static_cast<int>(outside));
    QVERIFY(m_run > 280);
}

QTEST_GUILESS_MAIN(SuiteTest)
#include "tst_suite.moc"
