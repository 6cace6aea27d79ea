#include "link/transfer.h"
#include "link/transferrate.h"

#include <QTest>

using namespace quanke;
using namespace std::chrono_literals;

namespace {

constexpr std::uint64_t kibi = 1024;
constexpr std::uint64_t mebi = 1024 * kibi;

link::TransferRate rateAt(std::uint64_t bytesPerSecond)
{
    link::TransferRate rate;
    for (int i = 0; i < 20; ++i) {
        rate.arrived(bytesPerSecond, 1s);
    }
    return rate;
}

} // namespace

class TransferRateTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void beginsWithCare()
    {
        const link::TransferRate rate;
        QCOMPARE(rate.bytesPerSecond(), 0.0);
        QCOMPARE(rate.pieceLength(20 * mebi), 64 * kibi);
        QCOMPARE(rate.piecesAtOnce(), 1);
    }

    void sizes_data()
    {
        QTest::addColumn<quint64>("bytesPerSecond");
        QTest::addColumn<quint64>("whole");
        QTest::addColumn<quint64>("length");
        QTest::addColumn<int>("atOnce");
        QTest::newRow("16 kbit/s") << quint64(2'000) << quint64(20 * mebi) << quint64(16 * kibi) << 1;
        QTest::newRow("1 Mbit/s") << quint64(128 * kibi) << quint64(20 * mebi) << quint64(256 * kibi) << 1;
        QTest::newRow("hall") << quint64(12 * mebi) << quint64(20 * mebi) << quint64(20 * mebi / 8) << 3;
        QTest::newRow("this machine") << quint64(200 * mebi) << quint64(100 * mebi) << quint64(4 * mebi) << 3;
        QTest::newRow("a small one") << quint64(200 * mebi) << quint64(300 * kibi) << quint64(256 * kibi)
                                     << 3;
    }

    void sizes()
    {
        QFETCH(quint64, bytesPerSecond);
        QFETCH(quint64, whole);
        const auto rate = rateAt(bytesPerSecond);
        QTEST(quint64(rate.pieceLength(whole)), "length");
        QTEST(rate.piecesAtOnce(), "atOnce");
    }

    void lossesMakePiecesSmallerForAWhile()
    {
        auto rate = rateAt(12 * mebi);
        const auto before = rate.pieceLength(20 * mebi);
        for (int i = 0; i < 20; ++i) {
            rate.lost();
        }
        QCOMPARE(rate.pieceLength(20 * mebi), 16 * kibi);
        QCOMPARE(rate.piecesAtOnce(), 1);
        for (int i = 0; i < 20; ++i) {
            rate.arrived(12 * mebi, 1s);
        }
        QCOMPARE(rate.pieceLength(20 * mebi), before);
    }

    void whatIsNewCountsMore()
    {
        auto rate = rateAt(1'000'000);
        for (int i = 0; i < 8; ++i) {
            rate.arrived(10'000, 1s);
        }
        QVERIFY(rate.bytesPerSecond() < 100'000);
    }

    void aSlowPieceIsWaitedForBeforeTheLineIsSaidToHang()
    {
        QCOMPARE(link::TransferRate().patience(), 30s);
        QCOMPARE(rateAt(mebi).patience(), 10s);
        QCOMPARE(rateAt(2 * kibi).patience(), 16s); // a piece of 16 KiB takes 8 s
        QCOMPARE(rateAt(100).patience(), 30s);
    }

    void saysHowMuchTimeIsLeft()
    {
        link::Transfer transfer;
        transfer.total = 1'000'000;
        transfer.sent = 400'000;
        QVERIFY(!transfer.left());
        transfer.bytesPerSecond = 10'000;
        QCOMPARE(transfer.left()->count(), 61);
    }
};

QTEST_GUILESS_MAIN(TransferRateTest)
#include "tst_transferrate.moc"
