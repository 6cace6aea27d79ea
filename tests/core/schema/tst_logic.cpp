#include "core/schema/logic.h"

#include <QTest>

using quanke::Json;
using quanke::schema::Logic;

namespace {

constexpr quanke::Date today{std::chrono::year(2026), std::chrono::November, std::chrono::day(21)};

/// Evaluates with the variables taken from an object.
Json evaluate(const Logic &logic, const Json &data)
{
    std::vector<const Json *> values;
    for (const auto &name : logic.variables()) {
        values.push_back(data.contains(name) ? &data.at(name) : nullptr);
    }
    return quanke::schema::toJson(logic.evaluate(values, today));
}

} // namespace

class LogicTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void evaluates_data();
    void evaluates();
    void refuses_data();
    void refuses();
    void saysNothingWithoutWhatItNeeds();
    void whatIsTestedForItselfMayBeAbsent();
};

void LogicTest::evaluates_data()
{
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QByteArray>("result");
    const auto row = [](const char *rule, const char *data, const char *result) {
        QTest::newRow(rule) << QByteArray(rule) << QByteArray(data) << QByteArray(result);
    };
    row(R"({">=":[{"var":"beds"},{"var":"rooms"}]})", R"({"beds":30,"rooms":20})", "true");
    row(R"({">=":[{"var":"beds"},{"var":"rooms"}]})", R"({"beds":10,"rooms":20})", "false");
    row(R"({"<":[{"var":"from"},{"var":"to"}]})", R"({"from":"2026-01-31","to":"2026-02-01"})", "true");
    row(R"({"<=":[{"var":""},{"qk_today":[]}]})", R"({"":"2026-11-21"})", "true");
    row(R"({"<=":[{"var":""},{"qk_today":[]}]})", R"({"":"2026-11-22"})", "false");
    row(R"({"<":[1,{"var":"x"},3]})", R"({"x":2})", "true");
    row(R"({"<":[1,{"var":"x"},3]})", R"({"x":3})", "false");
    row(R"({"==":[{"var":"x"},"1"]})", R"({"x":1})", "true");
    row(R"({"===":[{"var":"x"},"1"]})", R"({"x":1})", "false");
    row(R"({"!==":[{"var":"x"},"a"]})", R"({"x":"a"})", "false");
    row(R"({"*":[{"var":"w"},{"var":"h"}]})", R"({"w":4,"h":2.5})", "10");
    row(R"({"-":[{"var":"w"}]})", R"({"w":4})", "-4");
    row(R"({"/":[1,0]})", "{}", "null");
    row(R"({"+":["3",4]})", "{}", "7");
    row(R"({"min":[3,1,2]})", "{}", "1");
    row(R"({"max":[3,1,2]})", "{}", "3");
    row(R"({"if":[{"var":"a"},"yes","no"]})", R"({"a":0})", "\"no\"");
    row(R"({"and":[true,{"var":"a"}]})", R"({"a":"x"})", "\"x\"");
    row(R"({"or":[false,{"missing":["b"]}]})", "{}", "true");
    row(R"({"!":[{"missing":["b"]}]})", R"({"b":1})", "true");
    row(R"({"in":[{"var":"k"},["a","b"]]})", R"({"k":"b"})", "true");
    row(R"({"in":["b",{"var":"list"}]})", R"({"list":["a","c"]})", "false");
    row(R"({"in":["旅",{"var":"name"}]})", R"({"name":"某某旅馆"})", "true");
    row(R"({"cat":["a",1,{"var":"x"}]})", R"({"x":true})", "\"a1true\"");
    row(R"({"substr":["中𠮷文字",1,2]})", "{}", R"("𠮷文")");
    row(R"({"substr":["abcdef",-2]})", "{}", R"("ef")");
    row(R"({"var":["x","none"]})", "{}", "\"none\"");
    row(R"({"qk_id_birthdate":[{"var":"id"}]})", R"({"id":"409900199002281234"})", "\"1990-02-28\"");
    row(R"({"qk_id_birthdate":[{"var":"id"}]})", R"({"id":"409900199002301234"})", "null");
    row(R"({"qk_id_birthdate":[{"var":"id"}]})", R"({"id":"E12345678901234567"})", "null");
    row(R"({"qk_id_sex":[{"var":"id"}]})", R"({"id":"409900199002281234"})", "\"1\"");
    row(R"({"qk_id_sex":[{"var":"id"}]})", R"({"id":"E12345678"})", "null");
    row(R"({"qk_months_before":[{"qk_today":[]},12]})", "{}", "\"2025-11-21\"");
    row(R"({"qk_months_before":["2024-03-31",1]})", "{}", "\"2024-02-29\"");
}

void LogicTest::evaluates()
{
    QFETCH(QByteArray, rule);
    QFETCH(QByteArray, data);
    QFETCH(QByteArray, result);
    const auto logic = Logic::read(Json::parse(rule.toStdString()));
    QVERIFY(logic);
    QCOMPARE(evaluate(*logic, Json::parse(data.toStdString())).dump(), result.toStdString());
}

void LogicTest::refuses_data()
{
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<QByteArray>("key");
    QTest::newRow("unknown") << QByteArray(R"({"reduce":[1]})") << QByteArray("logic.unknown-operator");
    QTest::newRow("below") << QByteArray(R"({"and":[{"log":1}]})") << QByteArray("logic.unknown-operator");
    QTest::newRow("few") << QByteArray(R"({"<":[1]})") << QByteArray("logic.arguments");
    QTest::newRow("two operators") << QByteArray(R"({"<":[1,2],">":[1,2]})") << QByteArray("logic.arguments");
    QTest::newRow("computed name") << QByteArray(R"({"var":{"cat":["a"]}})") << QByteArray("logic.arguments");
}

void LogicTest::refuses()
{
    QFETCH(QByteArray, rule);
    QFETCH(QByteArray, key);
    const auto logic = Logic::read(Json::parse(rule.toStdString()));
    QVERIFY(!logic);
    QCOMPARE(logic.failure().key, key.toStdString());
}

void LogicTest::saysNothingWithoutWhatItNeeds()
{
    const auto logic = Logic::read(Json::parse(R"({">=":[{"var":"beds"},{"var":["rooms",1]}]})"));
    QVERIFY(logic);
    const Json beds = 3;
    const std::vector<const Json *> without{nullptr, nullptr};
    const std::vector<const Json *> with{&beds, nullptr};
    QVERIFY(!logic->canSay(without));
    QVERIFY(logic->canSay(with));
    QVERIFY(logic->holds(with, today));
}

void LogicTest::whatIsTestedForItselfMayBeAbsent()
{
    const auto logic = Logic::read(
        Json::parse(R"({"or":[{"and":[{"var":"type"},{"!==":[{"var":"type"},"111"]}]},{"var":"id"}]})"));
    QVERIFY(logic);
    QVERIFY(logic->needed().empty());
    QCOMPARE(evaluate(*logic, {{"id", "x"}}).dump(), std::string("\"x\""));
    QCOMPARE(evaluate(*logic, {{"type", "111"}}).dump(), std::string("null"));
}

QTEST_GUILESS_MAIN(LogicTest)
#include "tst_logic.moc"
