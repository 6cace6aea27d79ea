#include "certificates/device.h"
#include "desk/common/banner.h"
#include "desk/common/deskcontext.h"
#include "desk/common/desksession.h"
#include "desk/common/desksettings.h"
#include "desk/common/labelline.h"
#include "desk/shell/desk.h"
#include "desk/shell/enrolment/enrolmentdialog.h"
#include "desk/shell/enrolment/linkbanner.h"
#include "desk/shell/mainwindow.h"
#include "desk/shell/options.h"
#include "desk/support/workdesk.h"
#include "platform/systemclock.h"
#include "support/await.h"
#include "support/hallcertificates.h"
#include "support/must.h"
#include "support/testclock.h"
#include "support/testgateway.h"
#include "vault/vault.h"

#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

using namespace quanke;
using namespace quanke::desk;
using test::awaited;
using test::failureKey;
using test::must;
using test::patience;

namespace {

constexpr const char *enrolmentPassword = "correct horse battery";

} // namespace

/// A desk that is enrolled, and its link.
class EnrolmentTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void isTakenInByItsPasswordAlone()
    {
        const auto place = path("enrolment.pem");
        const auto dialog = dialogOf(m_hall.enrol("window-3"));
        const QSignalSpy accepted(dialog.get(), &QDialog::accepted);
        auto *confirm = dialog->findChild<QPushButton *>(QStringLiteral("enrolmentConfirmButton"));
        auto *outcome = dialog->findChild<Banner *>(QStringLiteral("enrolmentOutcomeBanner"));
        QVERIFY(!confirm->isEnabled());
        give(*dialog, "correct horse batterie");
        QTRY_VERIFY_WITH_TIMEOUT(outcome->isVisible(), patience);
        QVERIFY2(outcome->title().contains(QStringLiteral("password")), qPrintable(outcome->title()));
        QVERIFY(!QFile::exists(place));
        give(*dialog, enrolmentPassword);
        QTRY_COMPARE_WITH_TIMEOUT(accepted.count(), 1, patience);
        QCOMPARE(must(certificates::kept(place.toStdString())).device, std::string("window-3"));
        QCOMPARE(int(QFile::permissions(place) & (QFile::ReadGroup | QFile::ReadOther)), 0);
    }

    void aWrongEnrolmentLeavesTheGoodOne_data()
    {
        QTest::addColumn<std::string>("device");
        QTest::addColumn<int>("daysOld");
        QTest::addColumn<QString>("said");
        QTest::newRow("another's") << std::string("window-4") << 0 << QStringLiteral("is device window-3's");
        QTest::newRow("ended") << std::string("window-3") << 366 << QStringLiteral("has ended");
    }
    /// The store says whose it is, and the words name what can be enrolled.
    void aWrongEnrolmentLeavesTheGoodOne()
    {
        QFETCH(std::string, device);
        QFETCH(int, daysOld);
        QFETCH(QString, said);
        const auto good = m_hall.enrol("window-3");
        const auto place = path("enrolment.pem").toStdString();
        must(certificates::keep(good, place));
        {
            auto made = setup(QStringLiteral("https://127.0.0.1:9"), {});
            made.enrolment = good;
            QVERIFY(bool(awaited(must(Desk::make(made))->context().vault.deviceId())));
        }
        const auto dialog = dialogOf(m_hall.enrol(device, m_clock.now() - std::chrono::days(daysOld)));
        auto *outcome = dialog->findChild<Banner *>(QStringLiteral("enrolmentOutcomeBanner"));
        give(*dialog, enrolmentPassword);
        QTRY_VERIFY_WITH_TIMEOUT(outcome->isVisible(), patience);
        QVERIFY2(outcome->title().contains(said), qPrintable(outcome->title()));
        QCOMPARE(must(certificates::kept(place)).certificate, good.certificate);
        const auto renewal = dialogOf(m_hall.enrol("window-3"));
        const QSignalSpy accepted(renewal.get(), &QDialog::accepted);
        give(*renewal, enrolmentPassword);
        QTRY_COMPARE_WITH_TIMEOUT(accepted.count(), 1, patience);
        QVERIFY(must(certificates::kept(place)).certificate != good.certificate);
    }

    void whatIsCancelledIsNotTakenIn()
    {
        const auto dialog = dialogOf(m_hall.enrol("window-3"));
        const QSignalSpy accepted(dialog.get(), &QDialog::accepted);
        give(*dialog, enrolmentPassword);
        dialog->findChild<QPushButton *>(QStringLiteral("enrolmentCancelButton"))->click();
        QVERIFY(QThreadPool::globalInstance()->waitForDone());
        QCoreApplication::processEvents();
        QVERIFY(QThreadPool::globalInstance()->waitForDone());
        QCoreApplication::processEvents();
        QCOMPARE(accepted.count(), 0);
        QVERIFY(!QFile::exists(path("enrolment.pem")));
    }

    void itsGatewayIsRemembered()
    {
        DeskSettings settings(path("desk.ini"));
        Options options;
        QCOMPARE(options.gatewayOver(settings.gateway()), QUrl(QStringLiteral("http://127.0.0.1:8740")));
        options.gateway = QUrl(QStringLiteral("https://gateway.hall.example:8740"));
        applyTo(settings, options);
        QCOMPARE(Options().gatewayOver(settings.gateway()), options.gateway);
        options.gateway = QUrl(QStringLiteral("http://127.0.0.1:1234")); // for once
        applyTo(settings, options);
        QCOMPARE(options.gatewayOver(settings.gateway()), options.gateway);
        QCOMPARE(Options().gatewayOver(settings.gateway()),
            QUrl(QStringLiteral("https://gateway.hall.example:8740")));
    }

    /// Whoever listens there is not the hall's gateway.
    void anEnrolledDeskNeverSpeaksPlain()
    {
        QCOMPARE(failureKey(Desk::make(setup(QStringLiteral("http://127.0.0.1:8740"), "window-3"))),
            QStringLiteral("link.enrolled-plain"));
    }

    void theEndOfACertificateIsSaidAMonthBefore()
    {
        auto made = setup(QStringLiteral("https://127.0.0.1:9"), "window-3");
        made.enrolment->until = m_clock.now() + std::chrono::days(31);
        QVERIFY(LinkBanner(must(Desk::make(made))->context()).isHidden());
        made.enrolment->until = m_clock.now() + std::chrono::days(29);
        const auto desk = must(Desk::make(made));
        const LinkBanner banner(desk->context());
        QVERIFY(!banner.isHidden());
        const auto day = QString::fromStdString(toText(dayInChina(made.enrolment->until)));
        QVERIFY2(wordsIn(banner).contains(day), qPrintable(wordsIn(banner)));
    }

    void aStoreIsOfTheCertificatesDevice()
    {
        const auto desk = must(Desk::make(setup(QStringLiteral("https://127.0.0.1:9"), "window-3")));
        const auto device = must(awaited(desk->context().vault.deviceId()));
        QVERIFY2(certificates::belongsTo(device, "window-3"), device.c_str());
    }

    void aStoreOfAnotherDeviceIsSaid()
    {
        std::string device;
        {
            const auto desk = must(Desk::make(setup(QStringLiteral("http://127.0.0.1:9"), {})));
            device = must(awaited(desk->context().vault.deviceId()));
        }
        const auto other = must(Desk::make(setup(QStringLiteral("https://127.0.0.1:9"), "window-3")));
        other->window().show();
        other->start();
        auto *banner = other->window().findChild<Banner *>(QStringLiteral("troubleBanner"));
        QTRY_VERIFY_WITH_TIMEOUT(banner->isVisible(), patience);
        QVERIFY(wordsIn(*banner).contains(QString::fromStdString(device)));
    }

    /// By the id it has had, a desk that has worked before goes on.
    void aStoreGoesOnUnderItsOwnId()
    {
        std::string device;
        {
            const auto desk = must(Desk::make(setup(QStringLiteral("http://127.0.0.1:9"), {})));
            device = must(awaited(desk->context().vault.deviceId()));
        }
        QVERIFY(certificates::isDeviceId(device));
        const auto same = must(Desk::make(setup(QStringLiteral("https://127.0.0.1:9"), device)));
        QCOMPARE(must(awaited(same->context().vault.deviceId())), device);
    }

    void aNetworkIsReachedSafelyOrNotAtAll()
    {
        QCOMPARE(failureKey(Desk::make(setup(QStringLiteral("http://10.1.2.3:8740"), {}))),
            QStringLiteral("link.insecure"));
        QCOMPARE(failureKey(Desk::make(setup(QStringLiteral("https://10.1.2.3:8740"), {}))),
            QStringLiteral("link.not-enrolled"));
    }

    void whatIsNotSafeIsSaidAboveTheWork()
    {
        const test::WorkDesk desk(test::WorkDesk::clerk());
        const LinkBanner banner(desk.context());
        auto &gateway = desk.context().gateway;
        QVERIFY(banner.isHidden());
        for (const char *key : {"link.gateway-unknown", "link.gateway-expired", "link.gateway-insecure",
                 "link.device-expired", "link.device-refused", "link.device-revoked"}) {
            Q_EMIT gateway.unreachable(Failure{key});
            QVERIFY(!banner.isHidden());
            QVERIFY2(!wordsIn(banner).contains(QStringLiteral("cannot be reached")), key);
        }
        Q_EMIT gateway.unreachable(Failure{"link.unreachable"});
        QVERIFY(banner.isHidden());
        Q_EMIT gateway.unreachable(Failure{"link.gateway-unknown"});
        Q_EMIT gateway.answered();
        QVERIFY(banner.isHidden());
    }

    /// Over real TLS: a clerk signs in; of a desk that was revoked nobody does.
    void aClerkSignsInUntilTheDeskIsRevoked()
    {
        test::TestGateway gateway;
        gateway.secureBy(QString::fromStdString(m_hall.folder()));
        QVERIFY2(gateway.start(), gateway.log().constData());
        const auto enrolled = setup(gateway.url().toString(), "window-5");
        {
            const auto desk = must(Desk::make(enrolled));
            desk->window().show();
            desk->start();
            const QSignalSpy sessions(&desk->context().gateway, &link::GatewayClient::sessionChanged);
            signIn(desk->window());
            QTRY_COMPARE_WITH_TIMEOUT(sessions.count(), 1, patience);
            QVERIFY(desk->context().gateway.hasSession());
            QTRY_VERIFY_WITH_TIMEOUT(desk->context().session.isSignedIn(), patience);
            m_hall.revoke("window-5");
            desk->context().monitor.askNow();
            QTRY_VERIFY_WITH_TIMEOUT(desk->context().monitor.trouble().has_value(), patience);
            auto *light = desk->window().findChild<QLabel *>(QStringLiteral("gatewayLabel"));
            QVERIFY2(light->text().contains(QStringLiteral("shut out")), qPrintable(light->text()));
        }
        // Not as without a link either, though this store knows who it is.
        const auto desk = must(Desk::make(enrolled));
        desk->window().show();
        desk->start();
        signIn(desk->window());
        auto *label = desk->window().findChild<LabelLine *>(QStringLiteral("passwordLabel"));
        QTRY_VERIFY_WITH_TIMEOUT(label->message().contains(QStringLiteral("shut out")), patience);
        QVERIFY(!desk->context().session.isSignedIn());
    }

private:
    /// Over a file with that enrolment, for the desk of the folder.
    std::unique_ptr<EnrolmentDialog> dialogOf(const certificates::Enrolment &enrolment)
    {
        QFile file(path("given.p12"));
        const bool isOpen = file.open(QIODevice::WriteOnly | QIODevice::Truncate);
        const auto bytes = must(certificates::pack(enrolment, enrolmentPassword));
        if (!isOpen || file.write(QByteArray::fromStdString(bytes)) < 0)
            qFatal("no enrolment");
        file.close();
        auto dialog = std::make_unique<EnrolmentDialog>(file.fileName(), m_folder->path(), m_clock);
        dialog->show();
        return dialog;
    }
    static void give(const EnrolmentDialog &dialog, const char *password)
    {
        dialog.findChild<QLineEdit *>(QStringLiteral("enrolmentPasswordLineEdit"))
            ->setText(QString::fromUtf8(password));
        dialog.findChild<QPushButton *>(QStringLiteral("enrolmentConfirmButton"))->click();
    }
    QString path(const char *name) const { return m_folder->filePath(QString::fromUtf8(name)); }
    DeskSetup setup(const QString &gateway, const std::string &device)
    {
        m_settings = std::make_unique<DeskSettings>(path("desk.ini"));
        DeskSetup made{QUrl(gateway), m_folder->path(), QStringLiteral(QUANKE_SOURCE_DIR "/forms"),
            Language::English, &m_clock, m_settings.get(),
            [](const DeskContext &) { return std::vector<WorkspaceEntry>(); }};
        if (!device.empty())
            made.enrolment = m_hall.enrol(device);
        return made;
    }
    static QString wordsIn(const QWidget &widget)
    {
        QString words;
        for (const QLabel *label : widget.findChildren<QLabel *>())
            words += label->text();
        return words;
    }
    static void signIn(const MainWindow &window)
    {
        window.findChild<QComboBox *>(QStringLiteral("windowComboBox"))->setCurrentText(QStringLiteral("3"));
        window.findChild<QComboBox *>(QStringLiteral("operatorComboBox"))
            ->setCurrentText(QStringLiteral("wangxm"));
        window.findChild<QLineEdit *>(QStringLiteral("passwordLineEdit"))
            ->setText(test::TestGateway::password());
        window.findChild<QPushButton *>(QStringLiteral("signInButton"))->click();
    }

    test::HallCertificates m_hall;
    platform::SystemClock m_clock;
    std::unique_ptr<DeskSettings> m_settings;
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_MAIN(EnrolmentTest)
#include "tst_enrolment.moc"
