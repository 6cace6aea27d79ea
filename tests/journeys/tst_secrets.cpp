#include "journeys/tour/hotelstory.h"
#include "journeys/tour/journey.h"
#include "support/hallcertificates.h"
#include "support/wiretap.h"

#include <QFile>
#include <QTest>

using namespace quanke;
using namespace quanke::journeys;

namespace {

QByteArray said;
QtMessageHandler passedOn = nullptr;

void listen(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    said += message.toUtf8() + '\n';
    passedOn(type, context, message);
}

} // namespace

/// The whole hotel case with people looked for afterwards wherever somebody else might: on the way to the gateway, on the
/// desk's disk, in what it says, in what a crash would leave. The other journeys look at the disk likewise.
class SecretsJourney : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { passedOn = qInstallMessageHandler(listen); }

    void nobodyIsReadable()
    {
        const test::HallCertificates hall;
        m_journey.gateway.secureBy(QString::fromStdString(hall.folder()));
        QVERIFY2(m_journey.gateway.start(), m_journey.gateway.log().constData());
        const test::Wiretap way(m_journey.gateway.url());
        m_journey.desk = std::make_unique<DeskDriver>(
            DeskDriver::Setup{way.url(), {}, Language::Chinese, {}, hall.enrol("window-1")}, m_journey.clock);
        HotelStory story(*m_journey.desk, m_journey.clock, {m_journey.documentFolder()});
        for (const StoryStep &step : story.steps())
            step.act();
        QVERIFY(way.heard().size() > 100'000);
        QCOMPARE(canaries().in(way.heard()), QStringList());
        QCOMPARE(canaries().in(said), QStringList());
        QCOMPARE(m_journey.leaks(), QStringList()); // while the desk works
        // They are found where they may be.
        QVERIFY(canaries().inFolder(m_journey.gateway.dataFolder()).size() > 5);
    }

    void noCoreIsLeft()
    {
        QFile limits(QStringLiteral("/proc/%1/limits").arg(m_journey.gateway.processId()));
        QVERIFY(limits.open(QIODevice::ReadOnly));
        static const QRegularExpression none(QStringLiteral("Max core file size +1 +1 "));
        QVERIFY(QString::fromLatin1(limits.readAll()).contains(none));
    }

    void cleanupTestCase()
    {
        m_journey.desk.reset();
        QCOMPARE(m_journey.leaks(), QStringList()); // and when it has ended
        qInstallMessageHandler(passedOn);
    }

private:
    Journey m_journey;
};

QTEST_MAIN(SecretsJourney)
#include "tst_secrets.moc"
