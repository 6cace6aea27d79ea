#include "forms/definitionset.h"

#include <QRegularExpression>
#include <QtTest>

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
            const auto sources =
                platform::readTextFiles(std::string(QUANKE_SOURCE_DIR "/src/") + folder, ".cpp");
            if (!sources) {
                continue; // a folder without sources says nothing
            }
            for (const auto &[path, text] : *sources) {
                for (auto matches = key.globalMatch(QString::fromStdString(text)); matches.hasNext();) {
                    const std::string found = matches.next().captured(1).toStdString();
                    QVERIFY2(messages.contains(found), (path + ": " + found).c_str());
                }
            }
        }
    }

private:
    DefinitionSet m_set;
};

QTEST_GUILESS_MAIN(TextsTest)
#include "tst_texts.moc"
