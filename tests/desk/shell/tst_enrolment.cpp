#include "certificates/device.h"
#include "desk/common/banner.h"
#include "desk/common/deskcontext.h"
#include "desk/common/desksettings.h"
#include "desk/shell/desk.h"
#include "desk/shell/enrolment/enrolmentdialog.h"
#include "desk/shell/enrolment/linkbanner.h"
#include "desk/shell/mainwindow.h"
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

using namespace quanke;
using namespace quanke::desk;
using test::awaited;
using test::failureKey;
using test::must;
using test::patience;

/// A desk that is enrolled, and its link.
class EnrolmentTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void isTakenInByItsPasswordAlone()
    {
        const auto file = path("window-3.p12");
        const auto place = path("enrolment.pem");
        const auto bytes = must(certificates::pack(m_hall.enrol("window-3"), "correct horse battery"));
        QFile written(file);
        QVERIFY(written.open(QIODevice::WriteOnly));
        written.write(QByteArray::fromStdString(bytes));
        written.close();
        EnrolmentDialog dialog(file, place);
        const QSignalSpy accepted(&dialog, &QDialog::accepted);
        dialog.show();
        auto *password = dialog.findChild<QLineEdit *>(QStringLiteral("enrolmentPasswordLineEdit"));
        auto *confirm = dialog.findChild<QPushButton *>(QStringLiteral("enrolmentConfirmButton"));
        auto *outcome = dialog.findChild<Banner *>(QStringLiteral("enrolmentOutcomeBanner"));
        QVERIFY(!confirm->isEnabled());
        password->setText(QStringLiteral("correct horse batterie"));
        confirm->click();
        QTRY_VERIFY_WITH_TIMEOUT(outcome->isVisible(), patience);
        QVERIFY2(outcome->title().contains(QStringLiteral("password")), qPrintable(outcome->title()));
        QVERIFY(!QFile::exists(place));
        password->setText(QStringLiteral("correct horse battery"));
        confirm->click();
        QTRY_COMPARE_WITH_TIMEOUT(accepted.count(), 1, patience);
        QCOMPARE(must(certificates::kept(place.toStdString())).device, std::string("window-3"));
        QCOMPARE(int(QFile::permissions(place) & (QFile::ReadGroup | QFile::ReadOther)), 0);
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
        const auto desk = must(Desk::make(setup(gateway.url().toString(), "window-5")));
        desk->window().show();
        desk->start();
        const QSignalSpy sessions(&desk->context().gateway, &link::GatewayClient::sessionChanged);
        signIn(desk->window());
        QTRY_COMPARE_WITH_TIMEOUT(sessions.count(), 1, patience);
        QVERIFY(desk->context().gateway.hasSession());
        m_hall.revoke("window-5");
        desk->context().monitor.askNow();
        QTRY_VERIFY_WITH_TIMEOUT(desk->context().monitor.trouble().has_value(), patience);
        auto *light = desk->window().findChild<QLabel *>(QStringLiteral("gatewayLabel"));
        QVERIFY2(light->text().contains(QStringLiteral("shut out")), qPrintable(light->text()));
    }

private:
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
