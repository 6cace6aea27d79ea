#include "desk/common/actionbutton.h"
#include "desk/common/banner.h"
#include "desk/common/labelline.h"
#include "desk/counter/counterworkspace.h"
#include "desk/look/appearance.h"
#include "desk/shell/idlewatch.h"
#include "desk/shell/mainwindow.h"
#include "desk/shell/translations.h"
#include "desk/support/workdesk.h"
#include "support/await.h"
#include "support/testclock.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <memory>

using namespace quanke;
using namespace quanke::desk;
using quanke::test::WorkDesk;

/// The window around the work: signing in with and without the gateway, what roles see, lock and way back.
class ShellTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        installTranslations(*qApp, Language::Chinese);
        apply(*qApp, {Theme::Light, 100});
    }

    void init() { open(WorkDesk::clerk()); }

    void cleanup()
    {
        m_window.reset();
        m_desk.reset();
    }

    void signsInThroughTheGateway()
    {
        WorkDesk::keepPicture(*m_window, QStringLiteral("signin"));
        signIn("correct horse");
        QTRY_VERIFY_WITH_TIMEOUT(m_window->workspace(QStringLiteral("counter")), test::patience);
        WorkDesk::keepPicture(*m_window, QStringLiteral("window"));
    }

    void signsInWithNoGateway()
    {
        m_desk->link = WorkDesk::Link::Down;
        signIn("correct horse");
        QTRY_VERIFY_WITH_TIMEOUT(m_window->workspace(QStringLiteral("counter")), test::patience);
    }

    void withNoGatewayTheTicketDecides()
    {
        m_desk->link = WorkDesk::Link::Down;
        m_desk->clock().advance(std::chrono::hours(73));
        signIn("correct horse");
        auto *label = m_window->findChild<LabelLine *>(QStringLiteral("passwordLabel"));
        QTRY_VERIFY_WITH_TIMEOUT(
            label->message().startsWith(QStringLiteral("本机离线办件的期限已到")), test::patience);
        QVERIFY(!m_window->workspace(QStringLiteral("counter")));
    }

    void aVisitToAVillageIsTold()
    {
        const auto asksForAWeek = [this] {
            const auto &all = m_desk->network().asked();
            const auto isSignIn = [](const auto &asked) {
                return asked.path == QStringLiteral("/v1/sessions");
            };
            const auto last = std::find_if(all.rbegin(), all.rend(), isSignIn);
            return last != all.rend() && last->body.contains("\"absence\":\"village\"");
        };
        auto *visit = m_window->findChild<QCheckBox *>(QStringLiteral("villageCheckBox"));
        visit->click();
        signIn("correct horse");
        QTRY_VERIFY_WITH_TIMEOUT(m_window->workspace(QStringLiteral("counter")), test::patience);
        QVERIFY(asksForAWeek());
        m_window->signOut();
        QVERIFY(!visit->isChecked()); // asked for each time
        signIn("correct horse");
        QTRY_VERIFY_WITH_TIMEOUT(m_window->workspace(QStringLiteral("counter")), test::patience);
        QVERIFY(!asksForAWeek());
    }

    void theOldPasswordIsAskedForOnce()
    {
        sealWith("another horse"); // the password was changed elsewhere since
        signIn("correct horse");
        auto *box = m_window->findChild<QWidget *>(QStringLiteral("oldPasswordBox"));
        QTRY_VERIFY_WITH_TIMEOUT(box->isVisible(), test::patience);
        auto *old = m_window->findChild<QLineEdit *>(QStringLiteral("oldPasswordLineEdit"));
        auto *take = m_window->findChild<QPushButton *>(QStringLiteral("oldPasswordButton"));
        auto *banner = m_window->findChild<Banner *>(QStringLiteral("oldPasswordBanner"));
        old->setText(QStringLiteral("no horse"));
        take->click();
        QTRY_COMPARE_WITH_TIMEOUT(banner->title(), QStringLiteral("这不是旧密码"), test::patience);
        QTRY_COMPARE(QApplication::focusWidget(), old);
        old->setText(QStringLiteral("another horse"));
        take->click();
        QTRY_VERIFY_WITH_TIMEOUT(m_window->workspace(QStringLiteral("counter")), test::patience);
        QCOMPARE(*test::awaited(m_desk->vault().separatedDrafts()), 0);
    }

    void nobodyDecidesWithNoGateway()
    {
        cleanup();
        open(WorkDesk::approver("health"));
        m_desk->link = WorkDesk::Link::Down;
        signIn("correct horse");
        auto *label = m_window->findChild<LabelLine *>(QStringLiteral("passwordLabel"));
        QTRY_VERIFY_WITH_TIMEOUT(label->message().startsWith(QStringLiteral("断网时只有")), test::patience);
    }

    void whoseSessionHasEndedComesBackByTheTicketAlone()
    {
        signIn("correct horse");
        QTRY_VERIFY_WITH_TIMEOUT(m_window->workspace(QStringLiteral("counter")), test::patience);
        const DeskContext &context = m_desk->context();
        QTest::keyClick(m_window.get(), Qt::Key_L, Qt::ControlModifier);
        context.gateway.forgetSession();
        m_desk->clock().advance(std::chrono::hours(73));
        tryUnlock();
        QCOMPARE(lockMessage(), QStringLiteral("请重新登录。")); // the gateway is there to be asked
        m_desk->link = WorkDesk::Link::Down;
        Q_EMIT context.gateway.unreachable(Failure{"link.unreachable"});
        tryUnlock();
        QTRY_VERIFY_WITH_TIMEOUT(
            lockMessage().startsWith(QStringLiteral("本机离线办件的期限已到")), test::patience);
        m_desk->clock().advance(-std::chrono::hours(1));
        tryUnlock();
        QTRY_VERIFY_WITH_TIMEOUT(
            lockMessage().startsWith(QStringLiteral("本机时钟被往回调过")), test::patience);
    }

    void wrongPasswordIsSaidInTheLabelsLine()
    {
        m_desk->link = WorkDesk::Link::Down;
        signIn("wrong");
        auto *label = m_window->findChild<LabelLine *>(QStringLiteral("passwordLabel"));
        QTRY_VERIFY_WITH_TIMEOUT(label->message().startsWith(QStringLiteral("密码不对")), test::patience);
        QTRY_COMPARE(QApplication::focusWidget(), password());
    }

    void rolesDecideWhatStandsOnTheRail()
    {
        signIn("correct horse");
        QTRY_VERIFY_WITH_TIMEOUT(m_window->workspace(QStringLiteral("counter")), test::patience);
        QVERIFY(m_window->findChild<QToolButton *>(QStringLiteral("counterRailButton")));
        cleanup();
        open(WorkDesk::approver("health"));
        signIn("correct horse");
        QTRY_VERIFY_WITH_TIMEOUT(m_window->workspace(QStringLiteral("settings")), test::patience);
        QVERIFY(!m_window->findChild<QToolButton *>(QStringLiteral("counterRailButton")));
        QVERIFY(!m_window->openWorkspace(QStringLiteral("counter")));
    }

    void controlNumbersOpenWorkspaces()
    {
        signIn("correct horse");
        QTRY_VERIFY_WITH_TIMEOUT(m_window->workspace(QStringLiteral("counter")), test::patience);
        QSignalSpy opened(m_window.get(), &MainWindow::workspaceOpened);
        QTest::keyClick(m_window.get(), Qt::Key_7, Qt::ControlModifier);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.at(0).at(0).toString(), QStringLiteral("settings"));
        WorkDesk::keepPicture(*m_window, QStringLiteral("settings"));
    }

    void lockKeepsTheCaret()
    {
        signIn("correct horse");
        QTRY_VERIFY_WITH_TIMEOUT(m_window->workspace(QStringLiteral("counter")), test::patience);
        auto *search = m_window->findChild<QLineEdit *>(QStringLiteral("searchLineEdit"));
        QTRY_COMPARE(QApplication::focusWidget(), search);
        QTest::keyClicks(search, QStringLiteral("abc"));
        search->setCursorPosition(1);
        QTest::keyClick(m_window.get(), Qt::Key_L, Qt::ControlModifier);
        auto *unlock = m_window->findChild<QLineEdit *>(QStringLiteral("unlockPasswordLineEdit"));
        QTRY_COMPARE(QApplication::focusWidget(), unlock);
        QVERIFY(!search->isVisible());
        WorkDesk::keepPicture(*m_window, QStringLiteral("locked"));
        QTest::keyClicks(unlock, QStringLiteral("correct horse"));
        QTest::keyClick(unlock, Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(QApplication::focusWidget(), search, test::patience);
        QCOMPARE(search->cursorPosition(), 1);
    }

    void idleMinutesLock()
    {
        test::TestClock clock;
        IdleWatch watch(clock, std::chrono::minutes(5));
        QSignalSpy idle(&watch, &IdleWatch::idle);
        watch.start();
        clock.advance(std::chrono::minutes(4));
        watch.look();
        QTest::keyClick(m_window.get(), Qt::Key_A);
        clock.advance(std::chrono::minutes(4));
        watch.look();
        QCOMPARE(idle.size(), 0);
        clock.advance(std::chrono::minutes(1));
        watch.look();
        QCOMPARE(idle.size(), 1);
    }

    void aClockThatIsSetBackLocksAllTheSame()
    {
        test::TestClock clock;
        IdleWatch watch(clock, std::chrono::minutes(5));
        QSignalSpy idle(&watch, &IdleWatch::idle);
        watch.start();
        clock.advance(-std::chrono::hours(24));
        watch.look();
        QCOMPARE(idle.size(), 0);
        clock.advance(std::chrono::minutes(5));
        watch.look();
        QCOMPARE(idle.size(), 1);
    }

private:
    void open(const wire::SignedInOperator &person)
    {
        m_desk = std::make_unique<WorkDesk>(person, Language::Chinese);
        m_person = person;
        (void)test::awaited(m_desk->vault().lock());
        const DeskContext &context = m_desk->context();
        m_window = std::make_unique<MainWindow>(context,
            std::vector<WorkspaceEntry>{{QStringLiteral("counter"), QStringLiteral("收件"), Symbol::Receive,
                1, {casework::Duty::ReceiveCase},
                [&context](QWidget *parent) { return new CounterWorkspace(context, parent); }}});
        m_window->show();
        QApplication::setActiveWindow(m_window.get());
    }

    void tryUnlock()
    {
        auto *unlock = m_window->findChild<QLineEdit *>(QStringLiteral("unlockPasswordLineEdit"));
        unlock->setText(QStringLiteral("correct horse"));
        QTest::keyClick(unlock, Qt::Key_Return);
    }
    QString lockMessage() const
    {
        const auto *unlock = m_window->findChild<QLineEdit *>(QStringLiteral("unlockPasswordLineEdit"));
        return unlock->parentWidget()->findChild<LabelLine *>()->message();
    }

    void sealWith(const char *secret)
    {
        vault::Vault &vault = m_desk->vault();
        QVERIFY(bool(test::awaited(vault.unlock(m_person.name, seal::SecretBytes::copyOf("correct horse")))));
        QVERIFY(bool(test::awaited(vault.enrol(m_person, seal::SecretBytes::copyOf(secret)))));
        QVERIFY(bool(test::awaited(vault.forget())));
    }

    QLineEdit *password() { return m_window->findChild<QLineEdit *>(QStringLiteral("passwordLineEdit")); }

    void signIn(const char *secret)
    {
        m_window->findChild<QComboBox *>(QStringLiteral("windowComboBox"))
            ->setCurrentText(QStringLiteral("综合窗口 3"));
        m_window->findChild<QComboBox *>(QStringLiteral("operatorComboBox"))
            ->setCurrentText(QString::fromStdString(m_person.name));
        QTest::keyClicks(password(), QLatin1String(secret));
        QTest::keyClick(password(), Qt::Key_Return);
    }

    std::unique_ptr<WorkDesk> m_desk;
    std::unique_ptr<MainWindow> m_window;
    wire::SignedInOperator m_person;
};

QTEST_MAIN(ShellTest)
#include "tst_shell.moc"
