#include "core/schema/pattern.h"

#include <QTest>

#include <re2/re2.h>

#include <cstdlib>
#include <random>

using quanke::schema::Pattern;

namespace {

/// A seed from outside (QUANKE_SEED) repeats a run.
unsigned seed()
{
    const char *given = std::getenv("QUANKE_SEED");
    return given ? static_cast<unsigned>(std::strtoul(given, nullptr, 10)) : 20261121U;
}

class Pieces {
public:
    explicit Pieces(unsigned seed)
        : m_engine(seed)
    {
    }
    int upTo(int most) { return static_cast<int>(m_engine() % static_cast<unsigned>(most + 1)); }
    std::string one(const std::vector<std::string> &of)
    {
        return of[static_cast<std::size_t>(upTo(static_cast<int>(of.size()) - 1))];
    }
    std::string pattern()
    {
        static const std::vector<std::string> classes{"a", "[ab]", "[^a]", "[0-9]", ".", "[一-龥]", "\\d",
            "\\w", "[^ -~]", "[A-Za-z .,'-]", "\\.", "中", "[b-]", "𠮷"};
        static const std::vector<std::string> counts{"", "", "?", "*", "+", "{2}", "{1,}", "{0,3}"};
        std::string text = upTo(9) == 0 ? "" : "^";
        for (int i = upTo(3); i >= 0; --i) {
            const std::string item = one(classes) + one(counts);
            const int shape = upTo(5);
            text += shape == 0 ? "(" + item + "|" + one(classes) + ")"
                : shape == 1   ? "(?:" + item + ")?"
                               : item;
        }
        return text + (upTo(4) == 0 ? "" : "$");
    }
    std::string value()
    {
        static const std::vector<std::string> characters{
            "a", "b", "0", "7", "中", "文", "𠮷", " ", ".", "-", "\n", "Z", "_", "\x7f", "é"};
        std::string text;
        for (int i = upTo(6); i > 0; --i) {
            text += one(characters);
        }
        return text;
    }

private:
    std::mt19937 m_engine;
};

} // namespace

class PatternTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void formsOfOurDefinitionsAreWalked_data();
    void formsOfOurDefinitionsAreWalked();
    void whatNeedsGoingBackIsLeftToRe2();
    void searchesAnywhere();
    void refusesWhatRe2Refuses();
    void knowsWhenControlCharactersCannotMatch();
    void agreesWithRe2();
};

void PatternTest::formsOfOurDefinitionsAreWalked_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("right");
    QTest::addColumn<QString>("wrong");
    const QString name = QStringLiteral("^([^ -~]+|[A-Za-z][A-Za-z .,'-]{1,80})$");
    QTest::newRow("division") << "^[0-9]{6}([0-9]{6})?$"
                              << "409900001001"
                              << "4099000";
    QTest::newRow("mobile") << "^1[3-9][0-9]{9}$"
                            << "13800138000"
                            << "1380013800";
    QTest::newRow("date") << "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
                          << "2026-11-21"
                          << "2026-11-2a";
    QTest::newRow("Chinese name") << name << QStringLiteral("买买提·𠮷") << QStringLiteral("王 小满");
    QTest::newRow("Latin name") << name << "O'Brien, J."
                                << "B";
    QTest::newRow("digest") << "^[0-9a-f]{64}$" << QString(64, u'e') << QString(63, u'e');
}

void PatternTest::formsOfOurDefinitionsAreWalked()
{
    QFETCH(QString, pattern);
    QFETCH(QString, right);
    QFETCH(QString, wrong);
    const auto compiled = Pattern::compile(pattern.toStdString());
    QVERIFY(compiled);
    QVERIFY((*compiled)->isSequence());
    QVERIFY((*compiled)->matches(right.toStdString()));
    QVERIFY(!(*compiled)->matches(wrong.toStdString()));
}

void PatternTest::whatNeedsGoingBackIsLeftToRe2()
{
    const auto pattern = Pattern::compile("^[0-9A-Z]+[0-9]$");
    QVERIFY(pattern);
    QVERIFY(!(*pattern)->isSequence());
    QVERIFY((*pattern)->matches("AB12"));
    QVERIFY(!(*pattern)->matches("AB1C"));
}

void PatternTest::searchesAnywhere()
{
    const auto pattern = Pattern::compile("b+");
    QVERIFY(pattern);
    QVERIFY((*pattern)->matches("aabbcc"));
    QVERIFY(!(*pattern)->matches("aacc"));
}

void PatternTest::refusesWhatRe2Refuses()
{
    const auto pattern = Pattern::compile("^(?=a)b$");
    QVERIFY(!pattern);
    QCOMPARE(pattern.failure().key, std::string("profile.pattern"));
}

void PatternTest::knowsWhenControlCharactersCannotMatch()
{
    QVERIFY((*Pattern::compile("^1[3-9][0-9]{9}$"))->refusesControlCharacters());
    QVERIFY(!(*Pattern::compile("^[^ -~]+$"))->refusesControlCharacters());
    QVERIFY(!(*Pattern::compile("^[0-9]{4}"))->refusesControlCharacters());
}

void PatternTest::agreesWithRe2()
{
    qInfo("seed %u", seed());
    Pieces pieces(seed());
    int walked = 0;
    for (int i = 0; i < 4000; ++i) {
        const std::string text = pieces.pattern();
        const auto pattern = Pattern::compile(text);
        const RE2 expression(text, RE2::Quiet);
        QCOMPARE(static_cast<bool>(pattern), expression.ok());
        walked += pattern && (*pattern)->isSequence() ? 1 : 0;
        for (int j = 0; pattern && j < 40; ++j) {
            const std::string value = pieces.value();
            if ((*pattern)->matches(value) != RE2::PartialMatch(value, expression)) {
                QFAIL(qPrintable(QString::fromStdString(text + " on " + value)));
            }
        }
    }
    qInfo("%d of 4000 patterns walked", walked);
    QVERIFY(walked > 1000);
}

QTEST_GUILESS_MAIN(PatternTest)
#include "tst_pattern.moc"
