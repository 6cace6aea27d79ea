#include "core/base/json.h"

#include "core/base/result.h"

#include <QTest>

#include <random>

using namespace quanke;

class JsonTest : public QObject {
    Q_OBJECT

    static void compareWithLibrary(const std::string &text)
    {
        const auto ours = parseJson(text);
        const Json theirs = Json::parse(text, nullptr, false);
        if (!ours) {
            QVERIFY2(theirs.is_discarded() || ours.failure().key != "json.malformed", text.c_str());
            return;
        }
        QCOMPARE(QByteArray::fromStdString(ours->dump()), QByteArray::fromStdString(theirs.dump()));
    }

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

    /// Most texts take the quick way; nothing may depend on which.
    void readsAsTheLibraryDoes_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text : {"null", " true ", "false", "truefalse", "nul", "-0", "0", "01", "-", "1.",
                 ".5", "1.50", "1e5", "1E+5", "1e", "-2.5e-3", "1e400", "1e-400", "9223372036854775807",
                 "18446744073709551615", "18446744073709551616", "-9223372036854775808",
                 "-9223372036854775809", "0x1", "+1", "[]", "[ ]", "[1,]", "[,1]", "[1 2]", "{}", "{ }",
                 "{\"a\"}", "{\"a\":1,}", "{a:1}", "{\"a\" : [ 1 , {} ] }", "\"\"", "\"a", "\"\t\"",
                 "\"\\t\\n\\r\\b\\f\\/\\\\\\\"\"", "\"\\x\"", "\"\\u4e2d\"", "\"\\ud842\\udfb7\"",
                 "\"\\ud842\"", "\"\\udfb7\"", "\"\\ud842\\u0041\"", "\"\\u12\"", "\"\x7f\"", "\"\xc0\x80\"",
                 "\"\xed\xa0\x80\"", "\"\xf4\x90\x80\x80\"", "\"\xe4\xb8\"",
                 "\"\xe4\xb8\xad\\n\xf0\xa0\xae\xb7\"", "\xef\xbb\xbf[1]", "[1]//", "\x0b[1]"}) {
            QTest::newRow(text) << QByteArray(text);
        }
        QTest::newRow("zero byte") << QByteArray("[1]\0", 4);
    }

    void readsAsTheLibraryDoes()
    {
        QFETCH(QByteArray, text);
        compareWithLibrary(text.toStdString());
    }

    void readsDamagedTextsAsTheLibraryDoes()
    {
        const std::string whole = "{\"name\":\"李\\\"明\\\\\",\"list\":[1,-2.5e3,0,true,null,{\"k\":\"𠮷é\","
                                  "\"z\":\"\"}], \"more\":{\"a\":[],\"b\":\"x\\/y\"}}";
        constexpr std::string_view bytes = "{}[]\",:\\0159-+.eEtrufalsn \n\t\x01\xc2\xe4\xb8\xad\xf0\xff";
        std::mt19937 random(7);
        for (int round = 0; round < 20'000; ++round) {
            std::string text = whole;
            for (int i = 0; i < 1 + round % 3; ++i) {
                text[random() % text.size()] = bytes[random() % bytes.size()];
            }
            compareWithLibrary(text);
            compareWithLibrary(text.substr(0, random() % text.size()));
        }
    }

    void sameMemberInDifferentObjectsIsFine() { QVERIFY(bool(parseJson(R"([{"a":1},{"a":{"a":2}}])"))); }
};

QTEST_GUILESS_MAIN(JsonTest)
#include "tst_json.moc"
