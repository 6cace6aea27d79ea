#include "desk/common/deskcontext.h"
#include "desk/counter/fill/formview.h"
#include "desk/fields/fieldrow.h"
#include "journeys/tour/journey.h"
#include "support/await.h"

#include <QLatin1Char>
#include <QLineEdit>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace quanke;
using namespace quanke::journeys;

/// The power goes while a clerk fills in the form; nothing but the field in hand is lost, link or no link.
class KilledJourney : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_journey.gateway.start(), m_journey.gateway.log().constData()); }

    void everyFieldLeftIsThereAgain_data()
    {
        QTest::addColumn<int>("fields"); // told before the power goes
        QTest::addColumn<bool>("gatewayThere"); // when it is back
        QTest::newRow("amid the filling") << 25 << true;
        QTest::newRow("with the caret in a field, and no gateway") << all << false;
    }

    void everyFieldLeftIsThereAgain()
    {
        QFETCH(int, fields);
        QFETCH(bool, gatewayThere);
        QTemporaryDir folder;
        const QStringList left = fillAndKill(folder.path(), fields);
        QVERIFY(left.size() >= std::min(fields, 60));
        if (!gatewayThere)
            m_journey.gateway.kill();
        DeskDriver desk({m_journey.gateway.url(), folder.path(), Language::Chinese, {}}, m_journey.clock);
        desk.signIn(QStringLiteral("wangxm"), test::TestGateway::password());
        auto *form = desk.find<desk::FormView>("formScrollArea"); // the desk leads there by itself
        if (fields == all) { // and at the very field
            const desk::FieldRow *inHand = form->rowOf("operator/person.name");
            desk.waitFor(QStringLiteral("the field in hand"),
                [&] { return inHand && inHand->isAncestorOf(QApplication::focusWidget()); });
        }
        const Json values = hotelWithThirteen({}).values;
        for (const QString &key : left) {
            QVERIFY2(form->goTo(key.toStdString()), qPrintable(key));
            const Json shown = form->rowOf(key.toStdString())->editor()->value();
            QVERIFY2(shown == values[key.toStdString()], qPrintable(key));
        }
    }

    void cleanupTestCase() { QCOMPARE(m_journey.leaks(), QStringList()); }

private:
    static constexpr int all = 1000;

    /// The keys of the fields that were told to be kept.
    QStringList fillAndKill(const QString &folder, int fields)
    {
        QProcess desk;
        desk.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        desk.start(QStringLiteral(QUANKE_BINARY_DIR "/bin/journey_killed_desk"),
            {m_journey.gateway.url().toString(), folder});
        QByteArray told;
        const bool enough = test::waitFor(
            [&] {
                told += desk.readAllStandardOutput();
                return told.count('\n') >= fields || told.endsWith("in hand\n");
            },
            std::chrono::minutes(1));
        desk.kill();
        desk.waitForFinished();
        QStringList keys = QString::fromUtf8(told.left(told.lastIndexOf('\n'))).split(QLatin1Char('\n'));
        keys.removeAll(QStringLiteral("in hand"));
        return enough && desk.exitStatus() == QProcess::CrashExit ? keys : QStringList();
    }

    Journey m_journey;
};

QTEST_MAIN(KilledJourney)
#include "tst_killed.moc"
