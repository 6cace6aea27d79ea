#include "core/schema/valuespace.h"

#include <QTest>

using namespace quanke;
using namespace quanke::schema;

class ValueSpaceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void contradictions_data()
    {
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("other");
        QTest::addColumn<QString>("keyword");
        const auto row = [](const char *one, const char *other, const char *keyword = "") {
            QTest::addRow("%s and %s", one, other) << one << other << keyword;
        };
        row(R"({"type":"string"})", R"({"type":"integer"})", "type");
        row(R"({"type":["string","null"]})", R"({"type":["integer","null"]})");
        row(R"({"type":"number"})", R"({"type":"integer"})");
        row(R"({"enum":["a","b"]})", R"({"enum":["c"]})", "enum");
        row(R"({"enum":["a","b"]})", R"({"enum":["b","c"]})");
        row(R"({"enum":["a"]})", R"({"const":"b"})", "const");
        row(R"({"enum":["a","bb"]})", R"({"minLength":3})", "enum");
        row(R"({"enum":["𠮷𠮷"]})", R"({"maxLength":2})");
        row(R"({"enum":[1,2]})", R"({"minimum":3})", "enum");
        row(R"({"enum":["1"]})", R"({"type":"integer"})", "enum");
        row(R"({"const":1.0})", R"({"type":"integer"})");
        row(R"({"const":1.5})", R"({"type":"integer"})", "const");
        row(R"({"type":"integer","minimum":5})", R"({"maximum":4})", "minimum");
        row(R"({"type":"integer","minimum":5})", R"({"maximum":5})");
        row(R"({"type":"integer","minimum":5})", R"({"exclusiveMaximum":5})", "minimum");
        row(R"({"type":"integer","exclusiveMinimum":4})", R"({"exclusiveMaximum":5})", "exclusiveMinimum");
        row(R"({"type":"number","exclusiveMinimum":4})", R"({"exclusiveMaximum":5})");
        row(R"({"type":"integer","minimum":4.2})", R"({"maximum":4.8})", "minimum");
        row(R"({"minimum":5})", R"({"maximum":4})"); // a text satisfies both
        row(R"({"type":"string","minLength":5})", R"({"maxLength":4})", "minLength");
        row(R"({"type":"array","minItems":2})", R"({"maxItems":1})", "minItems");
        row(R"({"type":"string","allOf":[{"minLength":5}]})", R"({"allOf":[{"maxLength":4}]})", "minLength");
        row(R"({"type":"string"})", "false", "type");
        row("true", "{}");
    }

    void contradictions()
    {
        QFETCH(QString, one);
        QFETCH(QString, other);
        const Json left = Json::parse(one.toStdString());
        const Json right = Json::parse(other.toStdString());
        const auto forwards = findContradiction(left, right);
        QTEST(QString::fromStdString(forwards.value_or("")), "keyword");
        QCOMPARE(findContradiction(right, left).has_value(), forwards.has_value());
    }

    void threeMayExcludeEachOtherWhereTwoDoNot()
    {
        ValueSpace space;
        for (const char *schema : {R"({"enum":["a","b"]})", R"({"enum":["b","c"]})"}) {
            space.narrow(Json::parse(schema));
        }
        QVERIFY(!space.emptyBy());
        space.narrow(Json::parse(R"({"enum":["a","c"]})"));
        QCOMPARE(*space.emptyBy(), std::string("enum"));
    }
};

QTEST_GUILESS_MAIN(ValueSpaceTest)
#include "tst_valuespace.moc"
