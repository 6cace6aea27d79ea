#include "core/catalogue/catalogue.h"
#include "core/catalogue/searchindex.h"
#include "platform/folder.h"

#include <QLatin1Char>
#include <QTest>

#include <optional>

using namespace quanke;
using namespace quanke::catalogue;

/// The counter's search over the definitions as they are.
class SearchTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto files = platform::readTextFiles(QUANKE_SOURCE_DIR "/forms", ".json");
        QVERIFY(files);
        auto catalogue = Catalogue::load(*files);
        QVERIFY(catalogue);
        m_catalogue = std::move(catalogue).value();
        m_index.emplace(*m_catalogue, &m_pinyin);
    }

    void finds_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("first");
        QTest::newRow("initials") << "klg"
                                  << "BUNDLE-HOTEL";
        QTest::newRow("whole pinyin") << "kailvguan"
                                      << "BUNDLE-HOTEL";
        QTest::newRow("whole pinyin, u for ü") << "kailuguan"
                                               << "BUNDLE-HOTEL";
        QTest::newRow("mixed") << "kailg"
                               << "BUNDLE-HOTEL";
        QTest::newRow("last syllable half typed") << "kailvgu"
                                                  << "BUNDLE-HOTEL";
        QTest::newRow("Chinese") << "开旅馆"
                                 << "BUNDLE-HOTEL";
        QTest::newRow("everyday word") << "民宿"
                                       << "BUNDLE-HOTEL";
        QTest::newRow("code") << "ht-03"
                              << "HT-03";
        QTest::newRow("department and name") << "公安 特种"
                                             << "HT-03";
        QTest::newRow("English") << "hotel"
                                 << "BUNDLE-HOTEL";
        QTest::newRow("one letter") << "k"
                                    << "BUNDLE-HOTEL";
    }

    void finds()
    {
        QFETCH(QString, query);
        QFETCH(QString, first);
        const auto hits = m_index->find(query.toStdString());
        QVERIFY(!hits.empty());
        QCOMPARE(QString::fromStdString(hits.front().id), first);
    }

    void marksWhatFits()
    {
        const auto hits = m_index->find("klg");
        const SearchHit &hit = hits.front();
        QCOMPARE(QString::fromStdString(hit.text.substr(hit.begin, hit.length)), QStringLiteral("开旅馆"));
        QCOMPARE(QString::fromStdString(hit.typed), QStringLiteral("k·l·g"));
    }

    void bundlesStandFirst()
    {
        const auto hits = m_index->find("开旅馆");
        QVERIFY(hits.size() > 1);
        QVERIFY(hits.front().bundle);
        bool matters = false;
        for (const SearchHit &hit : hits) {
            QVERIFY(!hit.bundle || !matters);
            matters = matters || !hit.bundle;
        }
    }

    void nothingFitsNonsense() { QVERIFY(m_index->find("xyzzy").empty()); }

    void emptyQueryGivesAll()
    {
        QCOMPARE(m_index->find("  ").size(), m_catalogue->bundles().size() + m_catalogue->matters().size());
    }

    void wordsAreReadWhole()
    {
        QCOMPARE(typed("开户银行"), QStringLiteral("kai hu yin hang"));
        QCOMPARE(typed("特种行业"), QStringLiteral("te zhong hang ye"));
        QCOMPARE(typed("给水A1"), QStringLiteral("ji shui a 1"));
    }

private:
    QString typed(const char *text)
    {
        QStringList parts;
        for (const TypedCharacter &character : m_pinyin.read(text))
            parts.append(QString::fromStdString(character.typed));
        return parts.join(QLatin1Char(' '));
    }

    Pinyin m_pinyin;
    std::optional<Catalogue> m_catalogue;
    std::optional<SearchIndex> m_index;
};

QTEST_GUILESS_MAIN(SearchTest)
#include "tst_search.moc"
