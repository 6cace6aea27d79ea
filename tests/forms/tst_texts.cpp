#include "core/schema/keyword.h"
#include "forms/definitionset.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace quanke;
using namespace quanke::tests;

namespace {

bool hasHan(const QString &text)
{
    static const QRegularExpression han(QStringLiteral("\\p{Han}"));
    return text.contains(han);
}

/// In Chinese, or without a letter in it ("、").
bool isChinese(const QString &text)
{
    return hasHan(text) || std::ranges::none_of(text, [](QChar character) { return character.isLetter(); });
}

QStringList placeholders(const std::string &text)
{
    static const QRegularExpression pattern(QStringLiteral("\\{[^{}]*\\}"));
    QStringList found;
    for (auto matches = pattern.globalMatch(QString::fromStdString(text)); matches.hasNext();) {
        found << matches.next().captured();
    }
    found.sort();
    return found;
}

/// What the expression captures in the sources of a folder of src.
std::vector<std::string> writtenIn(const std::string &folder, const QRegularExpression &expression)
{
    std::vector<std::string> found;
    const auto sources = platform::readTextFiles(QUANKE_SOURCE_DIR "/src/" + folder, ".cpp");
    for (const auto &[path, text] : sources ? *sources : platform::TextFiles()) {
        for (auto matches = expression.globalMatch(QString::fromStdString(text)); matches.hasNext();) {
            found.push_back(matches.next().captured(1).toStdString());
        }
    }
    return found;
}

} // namespace

/// What people read is there in both languages and says the same.
class TextsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyTextStandsInBothLanguages()
    {
        int texts = 0;
        for (const auto &[path, document] : m_set.documents) {
            forEachValue(document, path, [&texts](const Json &value, const std::string &place) {
                if (!value.is_object() || !(value.contains("zh_CN") || value.contains("en"))) {
                    return;
                }
                ++texts;
                const QString chinese = QString::fromStdString(value.value("zh_CN", ""));
                const QString english = QString::fromStdString(value.value("en", ""));
                const bool complete =
                    value.size() == 2 && !chinese.trimmed().isEmpty() && !english.trimmed().isEmpty();
                QVERIFY2(complete && !hasHan(english), place.c_str());
            });
        }
        QVERIFY(texts > 1000);
    }

    void messagesHaveTheSameKeysAndPlaceholders()
    {
        const Json &chinese = m_set.file("messages/zh_CN.json");
        const Json &english = m_set.file("messages/en.json");
        QVERIFY(chinese.size() > 300);
        QCOMPARE(chinese.size(), english.size());
        for (const auto &[key, words] : chinese.items()) {
            QVERIFY2(english.contains(key), key.c_str());
            QVERIFY2(isChinese(QString::fromStdString(words)), key.c_str());
            QVERIFY2(!hasHan(QString::fromStdString(english[key])), key.c_str());
            QVERIFY2(placeholders(words) == placeholders(english[key]), key.c_str());
        }
    }

    void messagesNameElementsThatExist()
    {
        const Json &elements = m_set.file("elements.json")["$defs"];
        for (const auto &[key, words] : m_set.file("messages/zh_CN.json").items()) {
            const auto slash = key.find('/');
            QVERIFY2(slash == std::string::npos || elements.contains(key.substr(0, slash)), key.c_str());
        }
    }

    void everyAssertHasItsWords()
    {
        const Json &messages = m_set.file("messages/zh_CN.json");
        int asserts = 0;
        for (const auto &[path, document] : m_set.documents) {
            forEachValue(document, path, [&](const Json &value, const std::string &place) {
                if (value.is_object() && value.contains("logic")) {
                    ++asserts;
                    QVERIFY2(messages.contains("assert." + value["id"].get<std::string>()), place.c_str());
                }
            });
        }
        QVERIFY(asserts > 30);
    }

    /// A key that a source writes out and no catalogue has would reach the clerk as it is.
    void everyKeyWrittenInTheSourcesHasItsWords()
    {
        static const QRegularExpression key(
            QStringLiteral("\"((cn-[a-z]+|uscc|hmt|frp|[a-z-]*permit|passport|birth-certificate|luhn|date|"
                           "local-date-time|email|bank-account"
                           "|text|documents|notice\\.[a-z-]+)\\.[a-z-]+)\""));
        const Json &messages = m_set.file("messages/zh_CN.json");
        for (const char *folder : {"core/form", "core/schema", "documents", "notices"}) {
            for (const auto &found : writtenIn(folder, key)) {
                QVERIFY2(messages.contains(found), found.c_str());
            }
        }
    }

    /// Whatever keyword a value may fail by: without words of the element's own it is said in these.
    void everyKeywordHasItsWords()
    {
        const Json &messages = m_set.file("messages/zh_CN.json");
        for (int i = 0; i <= static_cast<int>(schema::Keyword::Tolerable); ++i) {
            const std::string name(nameOf(static_cast<schema::Keyword>(i)));
            QVERIFY2(messages.contains(name), name.c_str());
        }
        QVERIFY(messages.contains("required-material"));
    }

    /// What the named checks, the engine and the checks of a whole case answer with.
    void everyFindingHasItsWords()
    {
        const Json &messages = m_set.file("messages/zh_CN.json");
        static const QRegularExpression written(
            QStringLiteral("(?:CheckFinding\\{|messageKey = |nullptr, |unless\\(.*, )\"([a-z.-]+)\""));
        int keys = 0;
        for (const char *folder : {"core/formats", "core/engine", "core/form", "core/casework"}) {
            for (const auto &found : writtenIn(folder, written)) {
                ++keys;
                QVERIFY2(messages.contains(found), found.c_str());
            }
        }
        QVERIFY(keys > 30);
        static const QRegularExpression length(QStringLiteral("checkLength\\(\"([a-z-]+)\""));
        for (const auto &area : writtenIn("core/formats", length)) {
            QVERIFY2(messages.contains(area + ".too-short") && messages.contains(area + ".too-long"),
                area.c_str());
        }
        static const QRegularExpression ending(QStringLiteral("area \\+ \"(\\.[a-z-]+)\""));
        static const QRegularExpression digits(QStringLiteral("checkIdentityDigits\\(\"([a-z-]+)\""));
        const auto endings = writtenIn("core/formats", ending);
        QVERIFY(endings.size() > 4);
        for (const auto &area : writtenIn("core/formats", digits)) {
            for (const auto &each : endings) {
                QVERIFY2(each.starts_with(".too-") || messages.contains(area + each), (area + each).c_str());
            }
        }
    }

private:
    DefinitionSet m_set;
};

QTEST_GUILESS_MAIN(TextsTest)
#include "tst_texts.moc"
