#include "core/engine/formengine.h"
#include "core/engine/graphbuilder.h"
#include "support/today.h"

#include <QTest>

#include <set>

using namespace quanke::engine;
using quanke::Json;
using quanke::test::today;

namespace {

quanke::Result<FormGraph> build(const char *schema)
{
    const Json parsed = Json::parse(schema);
    GraphBuilder builder({});
    return builder.build({{&parsed, 0, {}}});
}

/// Problems as "key[/row/column]:keyword".
std::set<std::string> problems(const FormEngine &engine)
{
    std::set<std::string> texts;
    for (std::size_t i = 0; i < engine.graph().fields.size(); ++i) {
        for (const Record &record : engine.recordsOf(static_cast<FieldId>(i))) {
            std::string text = engine.graph().fields[i].key;
            text += record.finding.row >= 0 ? "/" + std::to_string(record.finding.row) : "";
            text += record.finding.column ? "/" + *record.finding.column : "";
            texts.insert(text + ":" + std::string(nameOf(record.finding.keyword)));
        }
    }
    return texts;
}

std::set<std::string> names(const FormEngine &engine, const std::vector<FieldId> &fields)
{
    std::set<std::string> keys;
    for (const FieldId field : fields) {
        keys.insert(engine.graph().fields[field].key);
    }
    return keys;
}

using Set = std::set<std::string>;

constexpr const char *branching = R"({
  "type": "object",
  "properties": {"a": {"enum": ["x", "y"]}, "n": {"type": "integer", "minimum": 1}},
  "required": ["a"],
  "allOf": [
    {"if": {"properties": {"a": {"const": "x"}}, "required": ["a"]},
     "then": {"properties": {"b": {"type": "string", "minLength": 2}}, "required": ["b"]},
     "else": {"properties": {"d": {"type": "string"}}}},
    {"if": {"properties": {"b": {"const": "go"}}, "required": ["b"]},
     "then": {"properties": {"c": {"type": "number"}, "n": {"maximum": 5}}, "required": ["c", "n"]}}
  ]})";

} // namespace

class EngineTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aFieldShowsWhenAnActiveBranchDeclaresIt();
    void whatIsHiddenReadsAsAbsent();
    void constraintsOfActiveBranchesAreAdded();
    void editsSayWhatChanged();
    void cellsAreCheckedAlone();
    void rowsComeAndGo();
    void anyOfAndNotConcernTheWhole();
    void dependentRequiredDemands();
    void circlesAreRefused();
    void aTighteningByItsOwnValueIsNoCircle();
    void keysOutsideTheProfileAreRefused_data();
    void keysOutsideTheProfileAreRefused();
    void referencesAreFollowed();
    void rulesAcrossFieldsAccuseTheirTarget();
    void derivedValuesFollow();
    void undeclaredKeysAreReadPlainly();
};

void EngineTest::aFieldShowsWhenAnActiveBranchDeclaresIt()
{
    const auto graph = build(branching);
    QVERIFY(graph);
    FormEngine engine(*graph, today);
    engine.load({{"a", "x"}});
    QVERIFY(engine.isRelevant(graph->find("b")));
    QVERIFY(engine.isDemanded(graph->find("b")));
    QVERIFY(!engine.isRelevant(graph->find("d")));
    QCOMPARE(problems(engine), Set({"b:required"}));
    engine.load({{"a", "y"}});
    QVERIFY(!engine.isRelevant(graph->find("b")));
    QVERIFY(engine.isRelevant(graph->find("d")));
    QCOMPARE(problems(engine), Set());
}

void EngineTest::whatIsHiddenReadsAsAbsent()
{
    const auto graph = build(branching);
    QVERIFY(graph);
    FormEngine engine(*graph, today);
    engine.load({{"a", "y"}, {"b", "go"}, {"c", "wrong"}});
    QVERIFY(!engine.isRelevant(graph->find("c")));
    QCOMPARE(problems(engine), Set());
    QCOMPARE(engine.values().at("b").dump(), Json("go").dump());
}

void EngineTest::constraintsOfActiveBranchesAreAdded()
{
    const auto graph = build(branching);
    QVERIFY(graph);
    FormEngine engine(*graph, today);
    engine.load({{"a", "y"}, {"n", 9}});
    QCOMPARE(problems(engine), Set());
    engine.load({{"a", "x"}, {"b", "go"}, {"n", 9}, {"c", 1}});
    QCOMPARE(problems(engine), Set({"n:maximum"}));
}

void EngineTest::editsSayWhatChanged()
{
    const auto graph = build(branching);
    QVERIFY(graph);
    FormEngine engine(*graph, today);
    Delta delta;
    engine.load({{"a", "x"}, {"n", 9}});
    engine.set({"b"}, "go", delta);
    QCOMPARE(names(engine, delta.shown), Set({"c"}));
    QCOMPARE(names(engine, delta.requirement), Set({"n"}));
    QCOMPARE(delta.turnedWrong.size(), std::size_t{2});
    QCOMPARE(delta.turnedRight.size(), std::size_t{1});
    QCOMPARE(problems(engine), Set({"c:required", "n:maximum"}));
    engine.set({"a"}, "y", delta);
    QCOMPARE(names(engine, delta.hidden), Set({"b", "c"}));
    QCOMPARE(names(engine, delta.shown), Set({"d"}));
    QCOMPARE(delta.removed.size(), std::size_t{2});
    QCOMPARE(problems(engine), Set());
    engine.set({"a"}, "y", delta);
    QVERIFY(delta.shown.empty() && delta.hidden.empty() && delta.added.empty() && delta.removed.empty());
}

void EngineTest::cellsAreCheckedAlone()
{
    const auto graph =
        build(R"({"properties": {"staff": {"type": "array", "minItems": 1, "items": {"type": "object",
        "properties": {"name": {"type": "string", "minLength": 2}, "age": {"type": "integer"}}, "required": ["name"]}}}})");
    QVERIFY(graph);
    QVERIFY(graph->fields[graph->find("staff")].rowsAlone);
    FormEngine engine(*graph, today);
    Delta delta;
    engine.load({{"staff", Json::parse(R"([{"name": "ab"}, {"age": "old"}, 7])")}});
    QCOMPARE(problems(engine), Set({"staff/1/name:required", "staff/1/age:type", "staff/2:type"}));
    engine.set({"staff", 1, "name"}, "x", delta);
    QCOMPARE(problems(engine), Set({"staff/1/name:minLength", "staff/1/age:type", "staff/2:type"}));
    QCOMPARE(delta.added.size(), std::size_t{1});
    QVERIFY(delta.turnedWrong.empty());
    engine.set({"staff", 1, "name"}, "xy", delta);
    QCOMPARE(delta.turnedRight.size(), std::size_t{1});
    QCOMPARE(*delta.turnedRight[0].column, std::string("name"));
    QCOMPARE(delta.turnedRight[0].row, 1);
}

void EngineTest::rowsComeAndGo()
{
    const auto graph =
        build(R"({"properties": {"g": {"type": "array", "minItems": 1, "items": {"type": "object",
        "properties": {"a": {"type": "string"}}, "required": ["a"]}}}})");
    QVERIFY(graph);
    FormEngine engine(*graph, today);
    Delta delta;
    engine.set({"g", 1, "a"}, "x", delta);
    QCOMPARE(engine.values().at("g").dump(), Json::parse(R"([{}, {"a": "x"}])").dump());
    QCOMPARE(problems(engine), Set({"g/0/a:required"}));
    engine.set({"g", 0, ""}, nullptr, delta);
    QCOMPARE(engine.values().at("g").dump(), Json::parse(R"([{"a": "x"}])").dump());
    QCOMPARE(problems(engine), Set());
    engine.set({"g", 0, "a"}, nullptr, delta);
    QCOMPARE(engine.values().at("g").dump(), Json::parse("[{}]").dump());
    engine.set({"g", 5, "a"}, nullptr, delta);
    QCOMPARE(engine.values().at("g").dump(), Json::parse("[{}]").dump());
    engine.set({"g", 0, ""}, nullptr, delta);
    QCOMPARE(problems(engine), Set({"g:minItems"}));
    engine.set({"g"}, nullptr, delta);
    QCOMPARE(problems(engine), Set());
    QVERIFY(!engine.values().contains("g"));
}

void EngineTest::anyOfAndNotConcernTheWhole()
{
    const auto graph = build(R"({"properties": {"a": {}, "b": {}},
        "anyOf": [{"required": ["a"]}, {"required": ["b"]}], "not": {"required": ["a", "b"]}})");
    QVERIFY(graph);
    FormEngine engine(*graph, today);
    Delta delta;
    QCOMPARE(problems(engine), Set({":anyOf"}));
    engine.set({"a"}, 1, delta);
    QCOMPARE(problems(engine), Set());
    engine.set({"b"}, 1, delta);
    QCOMPARE(problems(engine), Set({":not"}));
}

void EngineTest::dependentRequiredDemands()
{
    const auto graph = build(R"({"properties": {"a": {}, "b": {}}, "dependentRequired": {"a": ["b"]}})");
    QVERIFY(graph);
    FormEngine engine(*graph, today);
    Delta delta;
    QCOMPARE(problems(engine), Set());
    engine.set({"a"}, 1, delta);
    QCOMPARE(problems(engine), Set({"b:dependentRequired"}));
    QVERIFY(engine.isDemanded(graph->find("b")));
}

void EngineTest::circlesAreRefused()
{
    const auto graph = build(R"({"allOf": [
        {"if": {"properties": {"a": {"const": 1}}, "required": ["a"]}, "then": {"properties": {"b": {}}}},
        {"if": {"properties": {"b": {"const": 1}}, "required": ["b"]}, "then": {"properties": {"a": {}}}}]})");
    QVERIFY(!graph);
    QCOMPARE(graph.failure().key, std::string("form.circle"));
    QCOMPARE(graph.failure().arguments.at("keys").dump(), std::string(R"(["a","b"])"));
}

void EngineTest::aTighteningByItsOwnValueIsNoCircle()
{
    const auto graph = build(R"({"properties": {"a": {"type": "integer"}}, "allOf": [
        {"if": {"properties": {"a": {"minimum": 10}}, "required": ["a"]}, "then": {"properties": {"a": {"maximum": 20}}}}]})");
    QVERIFY(graph);
    FormEngine engine(*graph, today);
    engine.load({{"a", 30}});
    QCOMPARE(problems(engine), Set({"a:maximum"}));
}

void EngineTest::keysOutsideTheProfileAreRefused_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("keyword");
    const auto row = [](const char *name, const char *schema, const char *key, const char *keyword) {
        QTest::newRow(name) << QByteArray(schema) << QByteArray(key) << QByteArray(keyword);
    };
    row("top", R"({"patternProperties": {}})", "profile.unknown-keyword", "patternProperties");
    row("property", R"({"properties": {"a": {"contains": {}}}})", "profile.unknown-keyword", "contains");
    row("condition", R"({"if": {"minProperties": 1}, "then": {}})", "profile.unknown-keyword",
        "minProperties");
    row("oneOf", R"({"properties": {"a": {"oneOf": [{"type": "string"}]}}})", "profile.unsupported", "oneOf");
    row("no object", R"({"type": "array"})", "profile.unsupported", "type");
    row("shape", R"({"properties": {"a": {"minLength": "2"}}})", "profile.malformed", "minLength");
}

void EngineTest::keysOutsideTheProfileAreRefused()
{
    QFETCH(QByteArray, schema);
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, keyword);
    const auto graph = build(schema.constData());
    QVERIFY(!graph);
    QCOMPARE(graph.failure().key, key.toStdString());
    QCOMPARE(graph.failure().arguments.at("keyword").get<std::string>(), keyword.toStdString());
    QVERIFY(graph.failure().arguments.contains("path"));
}

void EngineTest::referencesAreFollowed()
{
    const auto graph = build(R"({"$defs": {
          "name": {"type": "string", "minLength": 2},
          "matter": {"$id": "https://a.example/m/1", "properties": {"n": {"$ref": "#/$defs/short", "minLength": 1}},
            "$defs": {"short": {"maxLength": 3}}}},
        "allOf": [{"$ref": "#/$defs/matter"}, {"properties": {"m": {"$ref": "#/$defs/name"}}}]})");
    QVERIFY(graph);
    FormEngine engine(*graph, today);
    engine.load({{"n", "abcd"}, {"m", "a"}});
    QCOMPARE(problems(engine), Set({"n:maxLength", "m:minLength"}));
    QVERIFY(!build(R"({"properties": {"a": {"$ref": "#/$defs/none"}}})"));
    QVERIFY(!build(R"({"properties": {"a": {"$ref": "#/properties/a"}}})"));
    QVERIFY(!build(R"({"allOf": [{"$ref": "#"}]})"));
}

void EngineTest::rulesAcrossFieldsAccuseTheirTarget()
{
    const auto graph = build(R"({"properties": {"beds": {"type": "integer"}, "rooms": {"type": "integer"}},
        "x-qk-asserts": [{"id": "beds-rooms", "logic": {">=": [{"var": "beds"}, {"var": "rooms"}]},
                          "targets": ["beds"], "severity": "warning"}]})");
    QVERIFY(graph);
    FormEngine engine(*graph, today);
    Delta delta;
    engine.load({{"beds", 3}});
    QCOMPARE(problems(engine), Set());
    engine.set({"rooms"}, 5, delta);
    QCOMPARE(problems(engine), Set({"beds:assert"}));
    QVERIFY(delta.turnedWrong.empty());
    QCOMPARE(delta.added.size(), std::size_t{1});
}

void EngineTest::derivedValuesFollow()
{
    const auto graph = build(R"({"properties": {"w": {"type": "number"}, "h": {"type": "number"},
          "area": {"type": "number", "x-qk-scale": 2}, "big": {}},
        "x-qk-derived": {"area": {"*": [{"var": "w"}, {"var": "h"}]}},
        "allOf": [{"if": {"properties": {"area": {"minimum": 10}}, "required": ["area"]},
                   "then": {"required": ["big"]}}], "required": ["area"]})");
    QVERIFY(graph);
    FormEngine engine(*graph, today);
    Delta delta;
    engine.load({{"w", 1.2}});
    QCOMPARE(problems(engine), Set());
    engine.set({"h"}, 0.7, delta);
    QCOMPARE(engine.values().at("area").dump(), Json(0.84).dump());
    QCOMPARE(names(engine, delta.filled), Set({"area"}));
    engine.set({"h"}, 100, delta);
    QCOMPARE(problems(engine), Set({"big:required"}));
    engine.set({"area"}, 1, delta);
    QCOMPARE(engine.values().at("area").dump(), Json(120).dump());
    engine.load({{"w", 2}, {"h", 2}, {"area", 5}});
    QCOMPARE(problems(engine), Set({"area:derived"}));
}

void EngineTest::undeclaredKeysAreReadPlainly()
{
    const auto graph = build(
        R"({"properties": {"a": {}}, "if": {"properties": {"ghost": {"const": 1}}, "required": ["ghost"]},
        "then": {"required": ["a"]}})");
    QVERIFY(graph);
    FormEngine engine(*graph, today);
    engine.load({{"ghost", 1}});
    QCOMPARE(problems(engine), Set({"a:required"}));
}

QTEST_GUILESS_MAIN(EngineTest)
#include "tst_engine.moc"
