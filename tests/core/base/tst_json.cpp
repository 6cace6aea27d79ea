#include "core/base/json.h"

#include "core/base/result.h"

#include <QtTest>

using namespace quanke;

class JsonTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void refuses_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("key");
        QTest::newRow("empty") << QByteArray() << QByteArray("json.malformed");
        QTest::newRow("cut off") << QByteArray("{\"a\":") << QByteArray("json.malformed");
        QTest::newRow("two values") << QByteArray("1 2") << QByteArray("json.malformed");
        QTest::newRow("bad UTF-8") << QByteArray("\"\xc3\x28\"") << QByteArray("json.malformed");
        QTest::newRow("member twice")
            << QByteArray("{\"a\":1,\"b\":{\"c\":1,\"c\":2}}") << QByteArray("json.duplicate-key");
        QTest::newRow("too deep") << QByteArray(65, '[') + QByteArray(65, ']') << QByteArray("json.too-deep");
        QTest::newRow("too large") << QByteArray("\"") + QByteArray(5'000'000, 'x') + "\""
                                   << QByteArray("json.too-large");
    }

    void refuses()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, key);
        const auto result = parseJson(text.toStdString());
        QVERIFY(!result);
        QCOMPARE(QByteArray::fromStdString(result.failure().key), key);
    }

    void keepsWhatIsThere()
    {
        const auto result = parseJson(R"({"b":[1,2.5,"𠮷"],"a":{"x":null,"y":true}})");
        QVERIFY(bool(result));
        QCOMPARE(QByteArray::fromStdString(canonicalText(*result)),
            QByteArray(R"({"a":{"x":null,"y":true},"b":[1,2.5,"𠮷"]})"));
    }

    void sameMemberInDifferentObjectsIsFine() { QVERIFY(bool(parseJson(R"([{"a":1},{"a":{"a":2}}])"))); }
};

QTEST_GUILESS_MAIN(JsonTest)
#include "tst_json.moc"
