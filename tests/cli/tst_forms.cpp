#include "cli/formsbenchcommand.h"
#include "cli/formscomposecommand.h"
#include "cli/formssplitcommand.h"
#include "cli/formsvalidatecommand.h"
#include "cli/outcome.h"
#include "core/engine/randomform.h"
#include "core/form/oracle.h"
#include "core/formats/citizenid.h"
#include "platform/folder.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>
#include <set>

using namespace quanke;
using namespace quanke::cli;
using test::isChinese;
using test::OracleCase;
using test::Outcome;
using test::Problems;

namespace {

using Names = std::set<std::string>;

Outcome run(const std::vector<std::string> &words)
{
    return test::runWith<FormsComposeCommand, FormsValidateCommand, FormsSplitCommand, FormsBenchCommand>(
        words);
}

/// forms COMMAND over the hotel's bundle.
Outcome hotel(const std::string &command, const std::vector<std::string> &more)
{
    std::vector<std::string> words{
        "forms", command, "--forms", QUANKE_SOURCE_DIR "/forms", "--bundle", "BUNDLE-HOTEL", "--json"};
    words.insert(words.end(), more.begin(), more.end());
    return run(words);
}

Names membersOf(const Json &object)
{
    Names names;
    for (const auto &[name, value] : object.items()) {
        names.insert(name);
    }
    return names;
}

Json hotelValues()
{
    return *parseJson(*platform::readFile(QUANKE_SOURCE_DIR "/tests/support/data/hotel-values.json"));
}

/// Of what validate prints: errors by the standard's keywords, as oracles name them.
Problems standardProblems(const Json &printed)
{
    static const Names ours{"format", "scale", "control-characters", "assert", "derived", "tolerable"};
    Problems found;
    for (const Json &problem : printed.at("problems")) {
        if (problem["severity"] == "error" && !ours.contains(problem["keyword"].get<std::string>())) {
            std::string place = problem["field"].get<std::string>();
            place += problem["row"].is_null() ? std::string() : "/" + problem["row"].dump();
            place += problem.contains("column") ? "/" + problem["column"].get<std::string>() : std::string();
            found.insert(place + ":" + problem["keyword"].get<std::string>());
        }
    }
    return found;
}

/// Spoils what is filled in, as people and programs do.
class Spoiler {
public:
    explicit Spoiler(unsigned seed)
        : m_random(seed)
    {
    }

    Json spoilt(Json values)
    {
        for (int times = 1 + upTo(3); times > 0; --times) {
            auto member = std::next(values.begin(), upTo(static_cast<int>(values.size()) - 1));
            if (upTo(5) == 0) {
                values.erase(member);
            } else {
                spoil(*member);
            }
        }
        return values;
    }

private:
    int upTo(int most) { return static_cast<int>(m_random() % static_cast<unsigned>(most + 1)); }

    void spoil(Json &value)
    {
        if (value.is_array() && !value.empty() && upTo(3) > 0) {
            spoilItem(value[static_cast<std::size_t>(upTo(static_cast<int>(value.size()) - 1))]);
        } else if (value.is_array() && !value.empty() && upTo(1) > 0) {
            value.push_back(value[0]);
        } else {
            replace(value);
        }
    }

    void spoilItem(Json &item)
    {
        if (!item.is_object() || item.empty()) {
            replace(item);
            return;
        }
        auto cell = std::next(item.begin(), upTo(static_cast<int>(item.size()) - 1));
        if (upTo(2) == 0) {
            item.erase(cell);
        } else {
            replace(*cell);
        }
    }

    void replace(Json &value)
    {
        const std::string text = value.is_string() ? value.get<std::string>() : "x";
        const std::vector<Json> others{"", "zz", text + "1", text + text, std::string(300, 'a'), "𠮷", " ",
            -1, 0, 2.5, 1e9, true, false, nullptr, Json::array(), Json::object(), Json::array({"zz", "zz"})};
        value = others[static_cast<std::size_t>(upTo(static_cast<int>(others.size()) - 1))];
    }

    std::mt19937 m_random;
};

} // namespace

/// The doors of the engine: their shapes, their options, how they end; and what they say of the hotel's form beside
/// two independent validators.
class FormsTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    std::string written(const char *name, const Json &json) const
    {
        const std::string path = m_folder.filePath(QLatin1String(name)).toStdString();
        std::ofstream(path) << json.dump();
        return path;
    }

    /// Edits change, and what each of them does.
    static const Json &smallSchema()
    {
        static const Json schema = Json::parse(R"({"type":"object","properties":{
            "a":{"type":"string","enum":["x","y"]},
            "g":{"type":"array","items":{"type":"object","properties":{"n":{"type":"integer","minimum":1}},
                "required":["n"]}}},
            "required":["a"],
            "if":{"properties":{"a":{"const":"x"}},"required":["a"]},
            "then":{"properties":{"b":{"type":"string","minLength":2}},"required":["b"]}})");
        return schema;
    }

private Q_SLOTS:
    void composePrintsOneForm()
    {
        const Outcome outcome = hotel("compose", {});
        QCOMPARE(outcome.code, 0);
        QVERIFY2(outcome.error.empty(), outcome.error.c_str());
        const Json form = outcome.json();
        QVERIFY(membersOf(form)
            == Names({"bundle", "ticked", "fields", "materials", "stages", "unmet", "savings"}));
        QCOMPARE(form["bundle"].get<std::string>(), std::string("BUNDLE-HOTEL"));
        QCOMPARE(form["ticked"].size(), std::size_t(13));
        for (const Json &field : form["fields"]) {
            QVERIFY(membersOf(field) == Names({"key", "required", "matters", "providedBy"}));
            QVERIFY(field["providedBy"].is_null() || field["providedBy"].is_string());
            QVERIFY(field["required"].is_boolean() && !field["matters"].empty());
        }
        for (const Json &material : form["materials"]) {
            QVERIFY(membersOf(material)
                == Names({"id", "need", "tolerateDays", "originals", "copies", "matters", "source"}));
            QVERIFY(Names({"required", "tolerable", "optional"}).contains(material["need"]));
            QVERIFY(Names({"applicant", "library", "generated", "produced"}).contains(material["source"]));
        }
        QVERIFY(membersOf(form["savings"])
            == Names({"fieldsSeparately", "fieldsMerged", "materialsSeparately", "materialsMerged"}));
        QCOMPARE(form["savings"]["fieldsMerged"].get<std::size_t>(), form["fields"].size());
        QVERIFY(form["unmet"].empty() && form["stages"].size() > 1);
    }

    void composeTakesTicksAndAnswers()
    {
        const Outcome alone = hotel("compose", {"--tick", "HT-03"});
        QVERIFY(alone.json()["ticked"] == Json::array({"HT-03"}));
        QVERIFY2(!alone.json()["unmet"].empty() && alone.json()["unmet"][0][0] == "HT-03", alone.out.c_str());
        const auto answers = written("answers.json", {{"agentUsed", "yes"}});
        const Outcome withAgent = hotel("compose", {"--tick", "HT-03", "--answers", answers});
        QVERIFY(withAgent.json()["fields"].size() > alone.json()["fields"].size());
        QCOMPARE(hotel("compose", {"--tick", "HT-99"}).code, 2);
        QCOMPARE(hotel("compose", {"--as", "xml"}).code, 2);
        QCOMPARE(
            hotel("compose", {"--answers", written("unknown.json", {{"agentUsed", "perhaps"}})}).code, 2);
    }

    void composePrintsPlainJsonSchema()
    {
        const Outcome outcome = hotel("compose", {"--as", "json-schema"});
        QCOMPARE(outcome.code, 0);
        const Json schema = outcome.json();
        QCOMPARE(schema["$schema"].get<std::string>(),
            std::string("https://json-schema.org/draft/2020-12/schema"));
        QCOMPARE(schema["type"].get<std::string>(), std::string("object"));
        QVERIFY(schema["properties"].contains("operator/person.idNo"));
        QVERIFY(!schema["properties"].contains("MH06") && !schema["properties"].contains("situation/tenure"));
        QVERIFY2(
            outcome.out.find("\"x-qk-") == std::string::npos, "our own keywords are no plain JSON Schema");
        QVERIFY(outcome.out.find("$ref") == std::string::npos);
    }

    void validateFindsNothingInWhatIsRight()
    {
        const auto values = written("values.json", hotelValues());
        const Outcome fields =
            hotel("validate", {"--values", values, "--without-materials", "--today", "2026-11-21"});
        QVERIFY2(fields.code == 0, fields.out.c_str());
        QVERIFY(fields.json() == Json({{"problems", Json::array()}}));
        const Outcome all = hotel("validate", {"--values", values, "--today", "2026-11-21"});
        QCOMPARE(all.code, 1);
        const Json problems = all.json()["problems"];
        for (const Json &problem : problems) {
            QVERIFY2(problem["field"].get<std::string>().starts_with("MH"), problem.dump().c_str());
        }
    }

    void validatePrintsProblems()
    {
        Json values = hotelValues();
        values["operator/person.idNo"] = "409900198504200022";
        values["staff"][1].erase("idNo");
        const auto path = written("values.json", values);
        for (const std::string language : {"zh_CN", "en"}) {
            const Outcome outcome =
                hotel("validate", {"--values", path, "--today", "2026-11-21", "--lang", language});
            QCOMPARE(outcome.code, 1);
            const Json problems = outcome.json()["problems"];
            for (const Json &problem : problems) {
                Names members = membersOf(problem);
                QCOMPARE(members.erase("column"), std::size_t(problem["row"].is_null() ? 0 : 1));
                QVERIFY(members
                    == Names({"field", "row", "keyword", "severity", "messageKey", "arguments", "message",
                        "matters"}));
                QCOMPARE(isChinese(problem["message"].get<std::string>()), language == "zh_CN");
                QVERIFY(!problem["matters"].empty());
            }
            const Json &digit = *std::ranges::find_if(
                problems, [](const Json &each) { return each["field"] == "operator/person.idNo"; });
            QCOMPARE(digit["messageKey"].get<std::string>(), std::string("cn-id.check-digit"));
            QCOMPARE(digit["arguments"]["expected"].get<std::string>(), std::string("1"));
            QVERIFY(std::ranges::any_of(problems, [](const Json &each) {
                return each["field"] == "staff" && each["row"] == 1 && each.value("column", "") == "idNo"
                    && each["keyword"] == "required";
            }));
        }
    }

    void warningsDoNotMakeItWrong()
    {
        Json values = hotelValues();
        std::string unknownRegion = "10000019850420002";
        unknownRegion += formats::citizenIdCheckDigit(unknownRegion);
        values["operator/person.idNo"] = unknownRegion;
        const Outcome outcome = hotel("validate",
            {"--values", written("values.json", values), "--without-materials", "--today", "2026-11-21"});
        QVERIFY2(outcome.code == 0, outcome.out.c_str());
        const Json problems = outcome.json()["problems"];
        QCOMPARE(problems.size(), std::size_t(1));
        QCOMPARE(problems[0]["severity"].get<std::string>(), std::string("warning"));
        QVERIFY(problems[0]["row"].is_null());
    }

    void todayIsWhatIsGiven()
    {
        const auto values = written("values.json", hotelValues());
        const auto wrongOn = [&](const char *day) {
            const Outcome outcome =
                hotel("validate", {"--values", values, "--without-materials", "--today", day});
            return std::ranges::any_of(outcome.json().value("problems", Json::array()),
                [](const Json &each) { return each["field"] == "operator/person.idValidTo"; });
        };
        QVERIFY(!wrongOn("2036-05-10"));
        QVERIFY(wrongOn("2036-05-13"));
        QCOMPARE(hotel("validate", {"--values", values, "--today", "yesterday"}).code, 2);
    }

    void splitGivesEachItsOwn()
    {
        Json values = hotelValues();
        values["nobody/asks.this"] = 1;
        values["MH06"] = Json::array({{{"sha256", std::string(64, 'a')}, {"mediaType", "image/png"},
            {"size", 9}, {"name", "lease.png"}, {"pages", 1}}});
        const Outcome outcome = hotel("split", {"--values", written("values.json", values)});
        QCOMPARE(outcome.code, 0);
        const Json parts = outcome.json();
        QCOMPARE(parts.size(), std::size_t(13));
        std::size_t leases = 0;
        for (const auto &[matter, part] : parts.items()) {
            QVERIFY(membersOf(part) == Names({"values", "materials"}));
            QVERIFY(part["values"].is_object() && part["materials"].is_array());
            QVERIFY(!part["values"].contains("nobody/asks.this"));
            QVERIFY(part["values"].size() < values.size());
            leases += part["materials"] == Json::array({"MH06"}) ? 1 : 0;
        }
        QVERIFY(leases > 1);
        QVERIFY(parts["HT-03"]["values"].contains("hotel/hotel.rooms"));
        QVERIFY(!parts["HT-07"]["values"].contains("hotel/hotel.rooms"));
    }

    void benchSaysWhatEachEditDoes()
    {
        const Json edits = Json::parse(R"([{"path":["a"],"value":"x"},{"path":["b"],"value":"k"},
            {"path":["b"],"value":"kk"},{"path":["g",0,"n"],"value":0},{"path":["g",0,"n"],"value":3},
            {"path":["g",0,"n"],"value":null},{"path":["a"],"value":null}])");
        const Outcome outcome =
            run({"forms", "bench", "--schema", written("schema.json", smallSchema()), "--values",
                written("values.json", Json::object()), "--edits", written("edits.json", edits), "--json"});
        QCOMPARE(outcome.code, 0);
        const Json printed = outcome.json();
        QVERIFY(membersOf(printed) == Names({"build_ms", "full_us", "change_us", "steps"}));
        QVERIFY(membersOf(printed["change_us"]) == Names({"mean", "worst"}));
        QVERIFY(printed["build_ms"] > 0 && printed["full_us"] > 0 && printed["change_us"]["worst"] > 0);
        const auto step = [](const Json &wrong, const Json &right, const Json &shown, const Json &hidden) {
            return Json{{"errAdd", wrong}, {"errDel", right}, {"shown", shown}, {"hidden", hidden}};
        };
        const Json none = Json::array();
        const Json expected = {step({"b"}, {"a"}, {"b"}, none), step(none, none, none, none),
            step(none, {"b"}, none, none), step({"g/0/n"}, none, none, none),
            step(none, {"g/0/n"}, none, none), step({"g/0/n"}, none, none, none),
            step({"a"}, none, none, {"b"})};
        QVERIFY2(printed["steps"] == expected, printed["steps"].dump().c_str());
    }

    void outsideTheProfileIsRefusedByName()
    {
        Json schema = smallSchema();
        schema["properties"]["a"]["unevaluatedItems"] = false;
        const auto path = written("schema.json", schema);
        const auto values = written("values.json", Json::object());
        const auto edits = written("edits.json", Json::array());
        const Outcome validated = run({"forms", "validate", "--schema", path, "--values", values, "--json"});
        const Outcome benched =
            run({"forms", "bench", "--schema", path, "--values", values, "--edits", edits, "--json"});
        for (const Outcome &outcome : {validated, benched}) {
            QCOMPARE(outcome.code, 2);
            QVERIFY(outcome.out.empty());
            QVERIFY2(outcome.error.find("unevaluatedItems") != std::string::npos, outcome.error.c_str());
        }
        QCOMPARE(run({"forms", "validate", "--values", values}).code, 2);
    }

    /// The hotel's form as it is printed, its values, and hundreds of spoilt ones.
    void validatorsAgreeAboutTheHotel()
    {
        const unsigned seed = test::seedOfRun();
        qInfo("seed %u", seed);
        Spoiler spoiler(seed);
        std::vector<OracleCase> cases;
        std::vector<Problems> ours;
        const Json otherAnswers{{"agentUsed", "yes"}, {"centralAC", "yes"}, {"delivery", "post"}};
        for (const Json &answers : {Json::object(), otherAnswers}) {
            const auto answersPath = written("answers.json", answers);
            const Json schema = hotel("compose", {"--as", "json-schema", "--answers", answersPath}).json();
            const auto schemaPath = written("schema.json", schema);
            for (int i = 0; i <= 120; ++i) {
                const Json values = i == 0 ? hotelValues() : spoiler.spoilt(hotelValues());
                const auto valuesPath = written("values.json", values);
                const Outcome plain = run({"forms", "validate", "--schema", schemaPath, "--values",
                    valuesPath, "--today", "2026-11-21", "--json"});
                QVERIFY2(plain.code < 2, plain.error.c_str());
                cases.push_back({schema, values});
                ours.push_back(standardProblems(plain.json()));
                if (i % 12 == 0) {
                    const Outcome composed = hotel("validate",
                        {"--values", valuesPath, "--answers", answersPath, "--without-materials", "--today",
                            "2026-11-21"});
                    QCOMPARE(test::listed(standardProblems(composed.json())), test::listed(ours.back()));
                }
            }
        }
        compare(cases, ours, test::askPython(cases));
        compare(cases, ours, test::askAjv(cases));
    }

private:
    static void compare(const std::vector<OracleCase> &cases, const std::vector<Problems> &ours,
        const std::vector<Problems> &theirs)
    {
        QCOMPARE(theirs.size(), ours.size());
        QVERIFY2(ours.front().empty(), test::listed(ours.front()).c_str());
        std::set<std::string> keywords;
        for (std::size_t i = 0; i < ours.size(); ++i) {
            for (const std::string &problem : ours[i]) {
                keywords.insert(problem.substr(problem.rfind(':')));
            }
            if (theirs[i] != ours[i]) {
                qInfo("values %s", cases[i].values.dump().c_str());
                QCOMPARE(test::listed(theirs[i]), test::listed(ours[i]));
            }
        }
        qInfo("%d cases, %d keywords", static_cast<int>(ours.size()), static_cast<int>(keywords.size()));
        QVERIFY(keywords.size() >= 7);
    }
};

QTEST_GUILESS_MAIN(FormsTest)
#include "tst_forms.moc"
