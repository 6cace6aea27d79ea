#include "desk/common/actionbutton.h"
#include "desk/counter/counterworkspace.h"
#include "desk/counter/find/draftrow.h"
#include "desk/look/appearance.h"
#include "desk/shell/translations.h"
#include "desk/support/workdesk.h"
#include "desk/support/writing.h"
#include "support/await.h"

#include <QApplication>
#include <QCheckBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QTest>

#include <memory>

using namespace quanke;
using namespace quanke::desk;
using quanke::test::WorkDesk;

/// From "what do you need?" to the form: search, questions, ticks, drafts.
class FindTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        installTranslations(*qApp, Language::Chinese);
        apply(*qApp, {Theme::Light, 100});
    }

    void init()
    {
        m_desk = std::make_unique<WorkDesk>(WorkDesk::clerk(), Language::Chinese);
        m_counter = std::make_unique<CounterWorkspace>(m_desk->context());
        WorkDesk::show(*m_counter);
        m_counter->activate();
    }

    void cleanup()
    {
        m_counter.reset();
        m_desk.reset();
    }

    void initialsFindTheBundle()
    {
        QTRY_COMPARE(QApplication::focusWidget(), search());
        QTest::keyClicks(search(), QStringLiteral("klg"));
        QTRY_COMPARE(chosen(), QStringLiteral("开办旅馆“一件事”"));
        WorkDesk::keepPicture(*m_counter, QStringLiteral("find"));
        QTest::keyClick(search(), Qt::Key_Down);
        QVERIFY(chosen() != QStringLiteral("开办旅馆“一件事”"));
        QCOMPARE(QApplication::focusWidget(), search());
    }

    void nothingFoundSaysWhatToDo()
    {
        QTest::keyClicks(search(), QStringLiteral("zzzz"));
        QVERIFY(m_counter->findChild<QLabel *>(QStringLiteral("nothingFoundLabel"))->isVisible());
        QVERIFY(!button("startButton")->isEnabled());
        QVERIFY(m_counter->stepBack());
        QVERIFY(search()->text().isEmpty());
        QVERIFY(button("startButton")->isEnabled());
    }

    void enterBeginsTheCase()
    {
        begin();
        QCOMPARE(m_counter->session().step(), Step::Tailor);
        QVERIFY(button("lease", "tenure")->isChecked());
        WorkDesk::keepPicture(*m_counter, QStringLiteral("tailor"));
    }

    void answersTakeFieldsAway()
    {
        begin();
        const int before = m_counter->session().composition().savings.fieldsMerged;
        QTest::mouseClick(button("own", "tenure"), Qt::LeftButton);
        QVERIFY(m_counter->session().composition().savings.fieldsMerged < before);
        QVERIFY(m_counter->findChild<QLabel *>(QStringLiteral("countsLabel"))
                    ->text()
                    .contains(QString::number(m_counter->session().composition().savings.fieldsMerged)));
    }

    void theLastTickStays()
    {
        begin();
        for (const auto &box : m_counter->findChildren<QCheckBox *>()) {
            if (box->isChecked())
                box->click();
        }
        QCOMPARE(m_counter->session().composition().ticked.size(), std::size_t(1));
    }

    void controlEnterGoesToTheForm()
    {
        begin();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(m_counter->session().step(), Step::Fill);
        QVERIFY(m_counter->stepBack());
        QCOMPARE(m_counter->session().step(), Step::Tailor);
    }

    void keptDraftsCanBeGoneOnWith()
    {
        begin();
        m_counter->goTo(Step::Fill);
        const std::string caseId = m_counter->session().caseId();
        m_counter->session().close();
        m_counter->goTo(Step::Find);
        QTRY_COMPARE(m_counter->findChildren<DraftRow *>().size(), 1);
        m_counter->findChild<DraftRow *>()->click();
        QTRY_COMPARE(m_counter->session().caseId(), caseId);
        QCOMPARE(m_counter->session().step(), Step::Fill);
    }

    void comesBackByItselfAfterACrash()
    {
        begin();
        m_counter->goTo(Step::Fill);
        const std::string caseId = m_counter->session().caseId();
        QTRY_VERIFY(focusedLine("operator_person_nameLineEdit"));
        test::write(QApplication::focusWidget(), "陈谷雨");
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_VERIFY(focusedLine("operator_person_idNoLineEdit"));
        // As after a kill: the first counter never says good-bye, the vault is the same.
        CounterWorkspace again(m_desk->context());
        WorkDesk::show(again);
        again.activate();
        QTRY_COMPARE(again.session().caseId(), caseId);
        QCOMPARE(again.session().step(), Step::Fill);
        QCOMPARE(again.session().form().value("operator/person.name"), Json("陈谷雨"));
        QTRY_COMPARE(QApplication::focusWidget(),
            again.findChild<QLineEdit *>(QStringLiteral("operator_person_idNoLineEdit")));
    }

    void aDeskClosedInGoodOrderBeginsAnew()
    {
        begin();
        m_counter->goTo(Step::Fill);
        const std::string caseId = m_counter->session().caseId();
        m_counter.reset();
        QCOMPARE(markedDraft(), std::string());
        CounterWorkspace next(m_desk->context());
        WorkDesk::show(next);
        next.activate();
        QTRY_COMPARE(next.findChildren<DraftRow *>().size(), 1); // the draft itself is kept
        // As many readings as taking it up would need.
        (void)test::awaited(m_desk->vault().drafts());
        (void)test::awaited(m_desk->vault().draft(caseId));
        QVERIFY(!next.session().isOpen());
    }

    void aDraftThatBringsTheDeskDownDoesSoOnce()
    {
        begin();
        m_counter->goTo(Step::Fill);
        const std::string caseId = m_counter->session().caseId();
        QTRY_COMPARE(markedDraft(), caseId);
        CounterWorkspace again(m_desk->context());
        QTRY_COMPARE(again.session().caseId(), caseId);
        QCOMPARE(markedDraft(), std::string());
        // Worked on again: from here on a power cut brings it back.
        QVERIFY(again.session().setTicked("HT-05", !again.session().isTicked("HT-05")));
        QTRY_COMPARE(markedDraft(), caseId);
    }

    void aFiledCaseDoesNotComeBack()
    {
        begin();
        m_counter->session().markFiled(QStringLiteral("QS-1"));
        QCOMPARE(markedDraft(), std::string());
    }

    void theOneTimeNoticeHasAButton()
    {
        begin();
        m_counter->goTo(Step::Fill);
        QTest::mouseClick(button("noticeButton"), Qt::LeftButton);
        auto *notice = m_counter->findChild<QDialog *>(QStringLiteral("noticeDialog"));
        QVERIFY(notice && notice->isVisible());
        notice->close();
    }

private:
    /// The case that the next sign-in would take up by itself.
    std::string markedDraft()
    {
        const auto mark =
            test::awaited(m_desk->vault().setting(OpenDraftMark::settingOf(WorkDesk::clerk().name)));
        return mark ? mark->toStdString() : "cannot be read";
    }
    static bool focusedLine(const char *name)
    {
        return QApplication::focusWidget()
            && QApplication::focusWidget()->objectName() == QLatin1String(name);
    }
    QLineEdit *search() { return m_counter->findChild<QLineEdit *>(QStringLiteral("searchLineEdit")); }
    QString chosen()
    {
        return m_counter->findChild<QListView *>(QStringLiteral("resultListView"))
            ->currentIndex()
            .data()
            .toString();
    }
    ActionButton *button(const char *name)
    {
        return m_counter->findChild<ActionButton *>(QLatin1String(name));
    }
    ActionButton *button(const char *option, const char *situation)
    {
        const QString name =
            QStringLiteral("%1_%2Button").arg(QLatin1String(situation), QLatin1String(option));
        return m_counter->findChild<ActionButton *>(name);
    }
    void begin()
    {
        test::write(search(), "开旅馆");
        QTest::keyClick(search(), Qt::Key_Return);
        QVERIFY(m_counter->session().isOpen());
    }

    std::unique_ptr<WorkDesk> m_desk;
    std::unique_ptr<CounterWorkspace> m_counter;
};

QTEST_MAIN(FindTest)
#include "tst_find.moc"
