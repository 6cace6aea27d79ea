#include "core/check/check.h"
#include "platform/folder.h"

#include <QTest>

#include "core/catalogue/smallset.h"

#include <set>

using namespace quanke;
using namespace quanke::check;

namespace {

const catalogue::DefinitionFiles &ours()
{
    static const catalogue::DefinitionFiles files = [] {
        auto read = platform::readTextFiles(QUANKE_SOURCE_DIR "/forms", ".json");
        if (!read) {
            qFatal("no forms");
        }
        return std::move(*read);
    }();
    return files;
}

/// Our definitions with one file altered by a JSON Patch (RFC 6902).
catalogue::DefinitionFiles patched(const std::string &file, const std::string &patch)
{
    auto files = ours();
    files[file] = Json::parse(files.at(file)).patch(Json::parse(patch)).dump();
    return files;
}

std::string shown(const std::vector<Finding> &findings)
{
    std::string text;
    for (const Finding &finding : findings) {
        text += finding.file + '#' + finding.path + ' ' + finding.key + ' ' + finding.arguments.dump() + '\n';
    }
    return text;
}

/// A patch that adds a branch for an answer, in which the number of rooms is given.
Json branch(const char *answer, int rooms)
{
    const Json condition{{"properties", {{"situation/agentUsed", {{"const", answer}}}}},
        {"required", Json::array({"situation/agentUsed"})}};
    const Json field{{"$ref", "../elements.json#/$defs/hotel.rooms"}, {"const", rooms}};
    const Json then{{"properties", {{"hotel/hotel.rooms", field}}}};
    return {{"op", "add"}, {"path", "/allOf/-"}, {"value", {{"if", condition}, {"then", then}}}};
}

} // namespace

Q_DECLARE_METATYPE(quanke::Json)

class CheckTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oursAreClean()
    {
        const auto findings = check::check(ours(), {});
        QVERIFY2(findings.empty(), shown(findings).c_str());
    }

    /// Each defect of data/defects.json is planted into our definitions by its JSON Patch.
    void finds_data()
    {
        QTest::addColumn<Json>("defect");
        const auto text = platform::readFile(QUANKE_SOURCE_DIR "/tests/core/check/data/defects.json");
        const Json defects = *parseJson(*text);
        QVERIFY(!defects.empty());
        for (const Json &defect : defects) {
            QTest::newRow(defect["what"].get_ref<const std::string &>().c_str()) << defect;
        }
    }

    void finds()
    {
        QFETCH(Json, defect);
        const auto findings = check::check(patched(defect["file"], defect["patch"].dump()), {});
        const bool found = std::ranges::any_of(findings, [&](const Finding &finding) {
            return finding.key == defect["key"] && finding.path == defect["path"]
                && finding.file == defect["file"];
        });
        QVERIFY2(found, shown(findings).c_str());
    }

    void contradictionsNameBothSides()
    {
        auto files = patched("matters/HT-03.json",
            R"([{"op":"add","path":"/properties/hotel~1hotel.rooms/maximum","value":10}])");
        files["matters/HT-04.json"] =
            Json::parse(files["matters/HT-04.json"])
                .patch(Json::parse(
                    R"([{"op":"add","path":"/properties/hotel~1hotel.rooms/minimum","value":11}])"))
                .dump();
        const auto findings = check::check(files, {});
        QCOMPARE(findings.size(), std::size_t(1));
        QCOMPARE(findings[0].key, std::string("constraint.contradiction"));
        QCOMPARE(findings[0].file, std::string("matters/HT-03.json"));
        QCOMPARE(findings[0].arguments["keyword"].get<std::string>(), std::string("minimum"));
        QCOMPARE(findings[0].arguments["otherMatter"].get<std::string>(), std::string("HT-04"));
        QCOMPARE(findings[0].arguments["otherPath"].get<std::string>(),
            std::string("/properties/hotel~1hotel.rooms"));
    }

    void branchesThatExcludeEachOtherMayDiffer()
    {
        const Json branches = {branch("yes", 7), branch("no", 8)};
        const auto apart = check::check(patched("matters/HT-03.json", branches.dump()), {});
        QVERIFY2(apart.empty(), shown(apart).c_str());
        const Json both = {branch("yes", 7), branch("yes", 8)};
        QVERIFY(!check::check(patched("matters/HT-03.json", both.dump()), {}).empty());
    }

    void whatShowsUnderAConditionMayBeAskedInside()
    {
        const auto findings = check::check(
            patched("matters/HT-03.json",
                R"([{"op":"add","path":"/allOf/0/then/allOf","value":[{"if":{"properties":{"agent/person.idType":)"
                R"({"const":"111"}},"required":["agent/person.idType"]},"then":{}}]}])"),
            {});
        QVERIFY2(findings.empty(), shown(findings).c_str());
    }

    void everyKeywordHasWords()
    {
        const auto without = [](catalogue::DefinitionFiles files) {
            for (const char *file : {"messages/zh_CN.json", "messages/en.json"}) {
                Json messages = Json::parse(files.at(file));
                messages.erase("uniqueItems");
                files[file] = messages.dump();
            }
            return files;
        };
        const auto findings = check::check(without(ours()), {});
        QVERIFY(!findings.empty());
        for (const Finding &finding : findings) {
            QCOMPARE(finding.key, std::string("message.missing"));
            QVERIFY(finding.arguments["message"].get<std::string>().ends_with("/uniqueItems"));
        }
    }

    void pinnedDigests()
    {
        const auto digest = [](std::string_view text) { return std::to_string(text.size()); };
        const auto findings = check::check(ours(), digest);
        QVERIFY(std::ranges::any_of(findings, [](const Finding &finding) {
            return finding.key == "bundle.digest" && finding.file == "bundles/hotel.json"
                && finding.path == "/matters/0";
        }));
    }

    void everyDefectIsFoundWhateverElseIsWrong()
    {
        auto files = patched("matters/HT-03.json", R"([{"op":"remove","path":"/allOf/0/if/required"}])");
        files["matters/HT-07.json"] = "{";
        files["roles.json"] = "[]";
        const auto findings = check::check(files, {});
        for (const char *key : {"condition.vacuous", "json.malformed", "definition.malformed"}) {
            QVERIFY2(
                std::ranges::any_of(findings, [key](const Finding &finding) { return finding.key == key; }),
                key);
        }
    }

    void survivesAnyMemberOfAnotherType()
    {
        for (const auto &[path, text] : test::smallSet()) {
            const Json whole = *parseJson(text);
            const Json flat = whole.flatten();
            std::set<std::string> done;
            for (const auto &[pointer, value] : flat.items()) {
                for (auto at = Json::json_pointer(pointer); !at.empty() && done.insert(at.to_string()).second;
                     at.pop_back()) {
                    for (const Json &other : {Json(), Json(7), Json::array({1}), Json("x"), Json{{"y", 1}}}) {
                        Json changed = whole;
                        changed[at] = other;
                        auto files = test::smallSet();
                        files[path] = changed.dump();
                        static_cast<void>(check::check(files, {}));
                    }
                }
            }
        }
    }
};

QTEST_GUILESS_MAIN(CheckTest)
#include "tst_check.moc"
