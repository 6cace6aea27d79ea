#include "desk/common/deskcontext.h"
#include "journeys/tour/journey.h"
#include "journeys/tour/slowline.h"
#include "link/pusher.h"
#include "support/await.h"

#include <QLabel>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <optional>

using namespace quanke;
using namespace quanke::journeys;

namespace {

constexpr int bytesPerSecond = 64 * 1024;

double bytesOf(const QString &number, const QString &unit)
{
    const double factor = unit == QLatin1String("MB") ? 1024 * 1024 : 1024;
    return number.toDouble() * factor;
}

/// What is said of a transfer, in numbers.
struct Told {
    double sent = 0;
    double total = 0;

    static std::optional<Told> from(const QString &words)
    {
        static const QRegularExpression form(QStringLiteral(
            "^([\\d.]+) (kB|MB) of ([\\d.]+) (kB|MB) sent, [\\d.]+ (?:kB|MB)/s, about \\d+ (?:s|min) left$"));
        const auto match = form.match(words);
        if (!match.hasMatch())
            return std::nullopt;
        return Told{
            bytesOf(match.captured(1), match.captured(2)), bytesOf(match.captured(3), match.captured(4))};
    }
};

} // namespace

/// How far a case is on its way over a slow line is seen wherever the clerk looks.
class SendingJourney : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_journey.reset(); // before the next makes its temporary place
        m_journey = std::make_unique<Journey>();
        QVERIFY2(m_journey->gateway.start(), m_journey->gateway.log().constData());
        m_story = std::make_unique<SlowLine>(
            StorySetup{m_journey->gateway.url(), Language::English, {}, m_journey->documentFolder()},
            m_journey->clock);
        m_story->push(bytesPerSecond);
    }
    void cleanup()
    {
        m_story.reset();
        QCOMPARE(m_journey->leaks(), QStringList());
        m_journey.reset();
    }

    void itMovesAndIsGoneAtTheEnd()
    {
        m_story->look();
        const auto seen = watch(4);
        QVERIFY(!QTest::currentTestFailed());
        for (std::size_t i = 1; i < seen.size(); ++i) {
            QVERIFY(seen[i].sent > seen[i - 1].sent);
            QCOMPARE(seen[i].total, seen[i - 1].total);
        }
        const auto words = m_story->words();
        const auto told = Told::from(words.inTheOutbox);
        QVERIFY2(told && told->sent == seen.back().sent, qPrintable(words.inTheOutbox));
        const QRegularExpression percent(QStringLiteral("^Online, \\d+ to be sent \\((\\d+) %\\)$"));
        const auto inTheBar = percent.match(words.inTheBar);
        QVERIFY2(inTheBar.hasMatch(), qPrintable(words.inTheBar));
        const double share = 100 * told->sent / told->total;
        const int shown = inTheBar.captured(1).toInt();
        QVERIFY2(std::abs(shown - share) < 3, qPrintable(words.inTheBar)); // the sizes are rounded

        // What waits behind it says what it is.
        const auto *outbox = m_story->desk().find("outboxPanel");
        const auto labels = outbox->findChildren<QLabel *>();
        QVERIFY(std::ranges::any_of(labels,
            [](const QLabel *label) { return label->text().startsWith(QLatin1String("Original seen: ")); }));

        m_story->arrive();
        QTRY_COMPARE_WITH_TIMEOUT(m_story->words().inTheBar, QStringLiteral("Online"), test::patience);
        QCOMPARE(m_story->words().onTheReceipt, QString());
        QCOMPARE(m_story->words().inTheOutbox, QString());
        QCOMPARE(m_journey->atTheHall(m_story->number()).subCases.size(), std::size_t(5));
    }

    void aLineThatHangsIsSaidToHang()
    {
        m_story->look();
        // A piece takes about two seconds.
        m_story->desk().desk().context().pusher.setPatience(std::chrono::seconds(5));
        bool wasSaid = false;
        watch(4, [&] { wasSaid = wasSaid || saysThatItHangs(m_story->words().onTheReceipt); });
        QVERIFY2(!wasSaid, "it hangs, though it moves");
        m_story->setBytesPerSecond(1);
        m_story->desk().waitFor(QStringLiteral("a word that it hangs"),
            [this] { return saysThatItHangs(m_story->words().onTheReceipt); });
        QVERIFY(saysThatItHangs(m_story->words().inTheOutbox)); // one line, one word
        m_story->setBytesPerSecond(bytesPerSecond);
        m_story->desk().waitFor(QStringLiteral("no such word any more"),
            [this] { return !saysThatItHangs(m_story->words().onTheReceipt); });
        QVERIFY(!saysThatItHangs(m_story->words().inTheOutbox));
        QVERIFY(!m_story->words().onTheReceipt.isEmpty()); // still on its way
    }

private:
    static bool saysThatItHangs(const QString &words)
    {
        return words.contains(QLatin1String("the line hangs"));
    }
    /// What the receipt's page says, each time it says that more is sent, or less.
    std::vector<Told> watch(
        std::size_t times, const std::function<void()> &meanwhile = [] {})
    {
        std::vector<Told> seen;
        m_story->desk().waitFor(QStringLiteral("progress"), [&] {
            meanwhile();
            const auto told = Told::from(m_story->words().onTheReceipt);
            if (told && (seen.empty() || told->sent != seen.back().sent))
                seen.push_back(*told);
            return seen.size() == times;
        });
        return seen;
    }

    std::unique_ptr<Journey> m_journey;
    std::unique_ptr<SlowLine> m_story;
};

QTEST_MAIN(SendingJourney)
#include "tst_sending.moc"
