#include "desk/shell/clipboard/clipboardwatch.h"
#include "desk/shell/mainwindow.h"
#include "desk/support/workdesk.h"
#include "support/await.h"

#include <QComboBox>
#include <QGuiApplication>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace quanke;
using namespace quanke::desk;
using namespace std::chrono_literals;
using test::WorkDesk;

/// What is copied does not stay in the clipboard for whoever sits down next.
class ClipboardTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_isOwn = true; }

    void isClearedAfterSomeTime()
    {
        ClipboardWatch watch(1ms);
        watch.setOwns(owns());
        copyFromALine();
        QCOMPARE(text(), copied);
        QTRY_VERIFY(text().isEmpty());
    }

    void staysThatLong()
    {
        ClipboardWatch watch(1h);
        watch.setOwns(owns());
        copyFromALine();
        QCoreApplication::processEvents();
        QCOMPARE(text(), copied);
    }

    void anothersIsLeftAlone()
    {
        const auto others = QStringLiteral("another program's");
        {
            ClipboardWatch watch(1ms);
            watch.setOwns(owns());
            copyFromALine();
            m_isOwn = false;
            QGuiApplication::clipboard()->setText(others);
            watch.clear();
            QTimer later; // begun after the watch's, so that had it one, it would have ended before
            QSignalSpy ended(&later, &QTimer::timeout);
            later.start(2ms);
            QVERIFY(ended.wait());
            QCOMPARE(text(), others);
        }
        QCOMPARE(text(), others);
    }

    void isClearedAtTheEnd()
    {
        {
            ClipboardWatch watch(1h);
            watch.setOwns(owns());
            copyFromALine();
        }
        QVERIFY(text().isEmpty());
    }

    void isClearedWhenToldTo()
    {
        ClipboardWatch watch(1h);
        watch.setOwns(owns());
        copyFromALine();
        watch.clear();
        QVERIFY(text().isEmpty());
    }

    void isClearedAtTheLockAndAtAChangeOfClerk()
    {
        const WorkDesk desk(WorkDesk::clerk());
        MainWindow window(desk.context(), {});
        window.show();
        window.findChild<ClipboardWatch *>()->setOwns(owns());
        signIn(window);
        QTRY_VERIFY_WITH_TIMEOUT(window.workspace(QStringLiteral("settings")), test::patience);
        copyFromALine();
        window.lock();
        QVERIFY(text().isEmpty());
        copyFromALine();
        window.signOut();
        QVERIFY(text().isEmpty());
    }

private:
    static void signIn(const MainWindow &window)
    {
        window.findChild<QComboBox *>(QStringLiteral("windowComboBox"))
            ->setCurrentText(QStringLiteral("综合窗口 3"));
        window.findChild<QComboBox *>(QStringLiteral("operatorComboBox"))
            ->setCurrentText(QString::fromStdString(WorkDesk::clerk().name));
        auto *password = window.findChild<QLineEdit *>(QStringLiteral("passwordLineEdit"));
        password->setText(QStringLiteral("correct horse"));
        QTest::keyClick(password, Qt::Key_Return);
    }

    ClipboardWatch::Owns owns()
    {
        return [this](QClipboard::Mode) { return m_isOwn; };
    }

    void copyFromALine() const
    {
        QLineEdit line(copied);
        line.selectAll();
        line.copy();
    }

    static QString text(QClipboard::Mode mode = QClipboard::Clipboard)
    {
        return QGuiApplication::clipboard()->text(mode);
    }

    const QString copied = QStringLiteral("409900198504200021");
    bool m_isOwn = true; ///< the platform without a screen cannot tell
};

QTEST_MAIN(ClipboardTest)
#include "tst_clipboard.moc"
