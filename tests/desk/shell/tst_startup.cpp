#include "desk/common/banner.h"
#include "desk/common/deskcontext.h"
#include "desk/common/desksettings.h"
#include "desk/shell/desk.h"
#include "desk/shell/mainwindow.h"
#include "seal/secretbytes.h"
#include "support/await.h"
#include "support/testclock.h"
#include "vault/vault.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace quanke;
using namespace quanke::desk;

/// A desk as it starts, before anybody has signed in.
class StartupTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aStoreThatAnotherProgramHoldsIsWaitedFor()
    {
        const QTemporaryDir folder;
        const test::TestClock clock;
        DeskSettings settings(folder.filePath(QStringLiteral("desk.ini")));
        const DeskSetup setup{QUrl(QStringLiteral("http://127.0.0.1:9")), folder.path(),
            QStringLiteral(QUANKE_SOURCE_DIR "/forms"), Language::English, &clock, &settings,
            [](const DeskContext &) { return std::vector<WorkspaceEntry>(); }};
        {
            const auto first = Desk::make(setup);
            QVERIFY(bool(first));
            QVERIFY(bool(test::awaited((*first)->context().vault.deviceId()))); // the store has been made
        }
        hold(folder.filePath(QStringLiteral("vault/vault.db")));
        const auto desk = Desk::make(setup);
        QVERIFY(bool(desk));
        MainWindow &window = (*desk)->window();
        window.show();
        (*desk)->start();
        auto *banner = window.findChild<Banner *>(QStringLiteral("troubleBanner"));
        auto *signIn = window.findChild<QPushButton *>(QStringLiteral("signInButton"));
        QTRY_VERIFY_WITH_TIMEOUT(banner->isVisible(), test::patience);
        QVERIFY(!signIn->isEnabled());
        QVERIFY(!test::awaited((*desk)->context().vault.deviceId()));
        auto *name = window.findChild<QComboBox *>(QStringLiteral("operatorComboBox"));
        auto *password = window.findChild<QLineEdit *>(QStringLiteral("passwordLineEdit"));
        name->setCurrentText(QStringLiteral("wangxm"));
        password->setText(QStringLiteral("half a passw"));
        QTest::keyClick(password, Qt::Key_Return);
        QVERIFY(password->isEnabled()); // nothing has been tried
        QVERIFY(!signIn->isEnabled());
        letGo();
        QTRY_VERIFY_WITH_TIMEOUT(banner->isHidden(), test::patience); // by itself
        QCOMPARE(password->text(), QStringLiteral("half a passw"));
        QCOMPARE(name->currentText(), QStringLiteral("wangxm"));
        QVERIFY(signIn->isEnabled());
        QVERIFY(bool(test::awaited((*desk)->context().vault.deviceId())));
        QVERIFY(test::awaited((*desk)->context().vault.asides())->empty()); // nobody took it for damaged
    }

    void whatTheMachineKeepsGoesIntoTheStore()
    {
        const QTemporaryDir folder;
        const test::TestClock clock;
        DeskSettings settings(folder.filePath(QStringLiteral("desk.ini")));
        DeskSetup setup{QUrl(QStringLiteral("http://127.0.0.1:9")), folder.path(),
            QStringLiteral(QUANKE_SOURCE_DIR "/forms"), Language::English, &clock, &settings,
            [](const DeskContext &) { return std::vector<WorkspaceEntry>(); }};
        setup.deviceSecret = std::make_shared<const seal::SecretBytes>(seal::SecretBytes::random(32));
        const auto password = [] { return seal::SecretBytes::copyOf("correct horse"); };
        {
            const auto desk = Desk::make(setup);
            QVERIFY(bool(desk));
            auto &vault = (*desk)->context().vault;
            QVERIFY(bool(test::awaited(vault.enrol({"wangxm", {}, {"clerk"}, {}, {}}, password(), {}))));
        }
        setup.deviceSecret.reset();
        const auto desk = Desk::make(setup);
        QVERIFY(bool(desk));
        QCOMPARE(test::failureKey(test::awaited((*desk)->context().vault.unlock("wangxm", password()))),
            QStringLiteral("vault.other-machine"));
    }

private:
    static void hold(const QString &file)
    {
        auto database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("backup"));
        database.setDatabaseName(file);
        QVERIFY(database.open());
        QSqlQuery query(database);
        QVERIFY(query.exec(QStringLiteral("BEGIN")));
        QVERIFY(query.exec(QStringLiteral("SELECT count(*) FROM sqlite_schema")));
    }
    static void letGo()
    {
        QSqlDatabase::database(QStringLiteral("backup")).close();
        QSqlDatabase::removeDatabase(QStringLiteral("backup"));
    }
};

QTEST_MAIN(StartupTest)
#include "tst_startup.moc"
