#include "desk/common/actionbutton.h"
#include "desk/common/banner.h"
#include "desk/counter/counterworkspace.h"
#include "desk/counter/documents/documentintake.h"
#include "desk/counter/documents/documentspage.h"
#include "desk/counter/find/draftrow.h"
#include "desk/counter/find/findpage.h"
#include "desk/counter/handover/bringindialog.h"
#include "desk/counter/handover/givedialog.h"
#include "desk/counter/handover/headwayview.h"
#include "desk/look/appearance.h"
#include "desk/support/workdesk.h"
#include "support/await.h"

#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>

#include <memory>

using namespace quanke;
using namespace quanke::desk;
using quanke::test::awaited;
using quanke::test::patience;
using quanke::test::waitFor;
using quanke::test::WorkDesk;

/// A case leaves the counter by a file, and another desk's counter brings it in.
class HandoverTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { apply(*qApp, {Theme::Light, 100}); }

    void init()
    {
        QFile::remove(file());
        m_desk = std::make_unique<WorkDesk>(WorkDesk::clerk());
        m_counter = std::make_unique<CounterWorkspace>(m_desk->context());
        begin(*m_counter);
    }

    void cleanup()
    {
        m_counter.reset();
        m_desk.reset();
    }

    void aPasswordStandsThereAndMayBeAnother()
    {
        QVERIFY(!button(*m_counter, "handOverCaseButton")->isVisible()); // no case, nothing to hand over
        receive();
        button(*m_counter, "handOverCaseButton")->click();
        const QString made = password("givePasswordLineEdit")->text();
        QCOMPARE(made.size(), 14);
        button(*m_counter, "anotherPasswordButton")->click();
        QVERIFY(password("givePasswordLineEdit")->text() != made);
        password("givePasswordLineEdit")->setText(QStringLiteral("a b c d"));
        QVERIFY(!button(*m_counter, "giveWriteButton")->isEnabled());
        password("givePasswordLineEdit")->setText(QStringLiteral("eight of them"));
        QVERIFY(button(*m_counter, "giveWriteButton")->isEnabled());
        WorkDesk::keepPicture(*dialog("giveDialog"), QStringLiteral("give"));
        button(*m_counter, "giveCancelButton")->click();
        QVERIFY(m_counter->session().isOpen()); // nothing has happened to it
    }

    void leavingByEscapeLeavesTheCaseToo()
    {
        receive();
        button(*m_counter, "handOverCaseButton")->click();
        auto *given = m_counter->findChild<GiveDialog *>();
        given->writeTo(file());
        QTRY_VERIFY_WITH_TIMEOUT(!m_counter->session().isOpen(), patience);
        QTest::keyClick(given, Qt::Key_Escape);
        QCOMPARE(m_counter->findChild<QTabBar *>(QStringLiteral("stepTabBar"))->currentIndex(), 0);
    }

    void whatIsGivenUpLeavesNoFileAndTheCaseAsItWas()
    {
        receive();
        button(*m_counter, "handOverCaseButton")->click();
        auto *given = m_counter->findChild<GiveDialog *>();
        given->writeTo(file());
        QVERIFY(!button(*m_counter, "giveWriteButton")->isEnabled());
        auto *headway = given->findChild<QLabel *>(QStringLiteral("headwayLabel"));
        QCOMPARE(headway->text(), QStringLiteral("Writing the file …"));
        QVERIFY(headway->isVisible());
        button(*m_counter, "giveCancelButton")->click();
        auto *outcome = given->findChild<Banner *>(QStringLiteral("giveOutcomeBanner"));
        QTRY_COMPARE_WITH_TIMEOUT(
            outcome->title(), QStringLiteral("Cancelled. Nothing of it was kept."), patience);
        QVERIFY(!headway->isVisible());
        QVERIFY(QDir(m_folder.path()).isEmpty());
        QVERIFY(m_counter->session().isOpen());
        given->writeTo(file()); // and then it goes after all
        QTRY_VERIFY_WITH_TIMEOUT(!m_counter->session().isOpen(), patience);
        QVERIFY(QFile::exists(file()));
    }

    /// A stick may hang for minutes before it says that it is cancelled.
    void whoGivesUpTwiceNeedNotWaitForTheStick()
    {
        receive();
        button(*m_counter, "handOverCaseButton")->click();
        const QPointer<GiveDialog> given = m_counter->findChild<GiveDialog *>();
        given->writeTo(file());
        QTest::keyClick(given, Qt::Key_Escape);
        QVERIFY(given->isVisible());
        QTest::keyClick(given, Qt::Key_Escape);
        QVERIFY(!given->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(!given, patience);
        QVERIFY(QDir(m_folder.path()).isEmpty());
        QVERIFY(m_counter->session().isOpen());
        QVERIFY(!give().isEmpty()); // and then it goes after all
        m_counter->goTo(Step::Find);
        m_counter->findChild<FindPage *>()->bringIn(file());
        const QPointer<BringInDialog> brought = m_counter->findChild<BringInDialog *>();
        password("bringInPasswordLineEdit")->setText(QStringLiteral("some other word"));
        button(*m_counter, "bringInConfirmButton")->click();
        QTest::keyClick(brought, Qt::Key_Escape);
        QVERIFY(brought->isVisible());
        QTest::keyClick(brought, Qt::Key_Escape);
        QVERIFY(!brought->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(!brought, patience);
    }

    void saysHowMuchOfHowMuchIsDone()
    {
        HeadwayView view;
        const auto headway = view.begin(QStringLiteral("Reading the file …"));
        auto *label = view.findChild<QLabel *>(QStringLiteral("headwayLabel"));
        headway->tell(3 * 1024 * 1024, 60 * 1024 * 1024);
        QTRY_COMPARE(label->text(), QStringLiteral("Reading the file … 3.0 MB of 60.0 MB"));
        view.cancel();
        QVERIFY(headway->isCancelled());
        QCOMPARE(label->text(), QStringLiteral("Is being cancelled …"));
        view.end();
        QVERIFY(!view.isVisible());
    }

    /// One that cannot be taken would be missing where the case goes.
    void papersThatAreBeingCheckedAreWaitedFor()
    {
        receive();
        button(*m_counter, "handOverCaseButton")->click();
        auto *given = m_counter->findChild<GiveDialog *>();
        auto *outcome = given->findChild<Banner *>(QStringLiteral("giveOutcomeBanner"));
        auto &intake = m_counter->findChild<DocumentsPage *>()->intake();
        const QString paper = m_folder.filePath(QStringLiteral("lease.pdf"));
        intake.add("MH01", {paper}); // which is not there
        given->writeTo(file());
        QCOMPARE(outcome->title(), QStringLiteral("Papers are still being checked"));
        QTRY_COMPARE(outcome->title(), QStringLiteral("lease.pdf was not taken; nothing has been written"));
        QVERIFY(!QFile::exists(file()));
        QVERIFY(m_counter->session().isOpen());
        QVERIFY(button(*m_counter, "giveWriteButton")->isEnabled());
    }

    /// It is in the case, and goes with it.
    void aPaperOfTheCaseThatCannotBeReadHoldsNothingUp()
    {
        receive();
        const Json reference{{"sha256", std::string(64, 'a')}, {"mediaType", "application/pdf"},
            {"name", "old.pdf"}, {"size", 1}, {"pages", 1}};
        m_counter->session().setMaterial("MH01", Json::array({reference}));
        button(*m_counter, "handOverCaseButton")->click();
        auto *given = m_counter->findChild<GiveDialog *>();
        auto *outcome = given->findChild<Banner *>(QStringLiteral("giveOutcomeBanner"));
        auto &intake = m_counter->findChild<DocumentsPage *>()->intake();
        QSignalSpy unreadable(&intake, &DocumentIntake::unreadable);
        intake.lookAtAll();
        intake.add("MH01", {m_folder.filePath(QStringLiteral("lease.pdf"))}); // which is not there
        given->writeTo(file());
        QTRY_COMPARE(outcome->title(), QStringLiteral("lease.pdf was not taken; nothing has been written"));
        QVERIFY(unreadable.count() > 0);
    }

    void whoSawTheOriginalsDidSoAlone()
    {
        receive();
        m_counter->session().attest("MH01", Attestation::OriginalSeen);
        const QString word = give();
        QVERIFY(!word.isEmpty());
        WorkDesk hall({"liqh", "李秋华", {"clerk"}, {}, "青石县政务服务中心"});
        CounterWorkspace there(hall.context());
        begin(there);
        bringIn(there, word);
        QTRY_VERIFY_WITH_TIMEOUT(there.session().isOpen(), patience);
        QVERIFY(!there.session().isAttested("MH01"));
        there.session().attest("MH01", Attestation::OriginalSeen); // their own: it stays
        const auto draft = there.session().snapshot();
        there.session().close();
        QVERIFY(bool(there.session().restore(draft)));
        QVERIFY(there.session().isAttested("MH01"));
        QCOMPARE(there.session().applicantName(), m_name);
    }

    void whatIsWrongWithAFileIsSaid()
    {
        receive();
        const QString word = give();
        QVERIFY(!word.isEmpty());
        WorkDesk hall({"liqh", "李秋华", {"clerk"}, {}, "青石县政务服务中心"});
        CounterWorkspace there(hall.context());
        begin(there);
        bringIn(there, QStringLiteral("some other word"));
        QTRY_VERIFY_WITH_TIMEOUT(
            outcome(there).startsWith(QStringLiteral("The password is not right")), patience);
        QVERIFY(password("bringInPasswordLineEdit", there)->isEnabled());
        password("bringInPasswordLineEdit", there)->setText(word);
        button(there, "bringInConfirmButton")->click();
        QTRY_VERIFY_WITH_TIMEOUT(there.session().isOpen(), patience);
        there.session().close();
        // Once more: it is here already, and one click away.
        bringIn(there, word);
        QTRY_VERIFY_WITH_TIMEOUT(button(there, "bringInOpenButton")->isVisible(), patience);
        QVERIFY(outcome(there).startsWith(QStringLiteral("This case is among your drafts")));
        button(there, "bringInOpenButton")->click();
        QTRY_VERIFY_WITH_TIMEOUT(there.session().isOpen(), patience);
        // And where it came from.
        bringIn(*m_counter, word);
        QTRY_VERIFY_WITH_TIMEOUT(
            outcome(*m_counter).startsWith(QStringLiteral("This desk wrote the file")), patience);
    }

    void whatWasGivenIsReadAndTakenBackKnowingly()
    {
        receive();
        QVERIFY(!give().isEmpty());
        QTRY_COMPARE(m_counter->findChildren<DraftRow *>().size(), 1);
        m_counter->findChild<DraftRow *>()->click();
        QTRY_VERIFY_WITH_TIMEOUT(dialog("goneDialog"), patience);
        auto *how = dialog("goneDialog")->findChild<Banner *>(QStringLiteral("goneBanner"));
        QTRY_VERIFY_WITH_TIMEOUT(how->title().contains(QStringLiteral("case.qkcase")), patience);
        QVERIFY(!m_counter->session().isOpen());
        WorkDesk::keepPicture(*dialog("goneDialog"), QStringLiteral("gone"));
        button(*m_counter, "takeBackButton")->click();
        auto *confirm = m_counter->findChild<QPushButton *>(QStringLiteral("takeBackConfirmButton"));
        QVERIFY(confirm);
        confirm->click();
        QTRY_VERIFY_WITH_TIMEOUT(m_counter->session().isOpen(), patience);
        QVERIFY(!awaited(m_desk->vault().drafts())->front().handedOver);
    }

private:
    QString file() const { return m_folder.filePath(QStringLiteral("case.qkcase")); }

    static void begin(CounterWorkspace &counter)
    {
        WorkDesk::show(counter);
        counter.activate();
    }
    /// A case with a name in it, at the form.
    void receive()
    {
        QVERIFY(bool(m_counter->session().begin("BUNDLE-HOTEL")));
        m_counter->goTo(Step::Fill);
        m_counter->session().setValue({"operator/person.name", -1, {}}, m_name.toStdString());
        m_counter->session().leaveField({"operator/person.name", -1, {}}, "operator/person.idNo");
    }
    /// Gives the password.
    QString give()
    {
        button(*m_counter, "handOverCaseButton")->click();
        auto *give = m_counter->findChild<GiveDialog *>();
        const QString word = password("givePasswordLineEdit")->text();
        give->writeTo(file());
        if (!waitFor([this] { return !m_counter->session().isOpen(); }, std::chrono::milliseconds(patience)))
            return {};
        button(*m_counter, "giveWriteButton")->click(); // done
        return word;
    }
    void bringIn(CounterWorkspace &counter, const QString &word) const
    {
        counter.goTo(Step::Find);
        counter.findChild<FindPage *>()->bringIn(file());
        password("bringInPasswordLineEdit", counter)->setText(word);
        button(counter, "bringInConfirmButton")->click();
    }
    static ActionButton *button(const QWidget &within, const char *name)
    {
        const auto found = within.findChildren<ActionButton *>(QLatin1String(name));
        return found.isEmpty() ? nullptr : found.back(); // of the dialog that came last
    }
    QLineEdit *password(const char *name) const { return password(name, *m_counter); }
    static QLineEdit *password(const char *name, const QWidget &within)
    {
        const auto found = within.findChildren<QLineEdit *>(QLatin1String(name));
        return found.isEmpty() ? nullptr : found.back();
    }
    static QString outcome(const QWidget &within)
    {
        const auto found = within.findChildren<Banner *>(QStringLiteral("bringInOutcomeBanner"));
        return found.isEmpty() ? QString() : found.back()->title();
    }
    QDialog *dialog(const char *name) const { return m_counter->findChild<QDialog *>(QLatin1String(name)); }

    const QString m_name = QStringLiteral("陈谷雨");
    QTemporaryDir m_folder;
    std::unique_ptr<WorkDesk> m_desk;
    std::unique_ptr<CounterWorkspace> m_counter;
};

QTEST_MAIN(HandoverTest)
#include "tst_handover.moc"
