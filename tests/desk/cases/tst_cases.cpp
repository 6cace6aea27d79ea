#include "desk/casepart/caselist.h"
#include "desk/casepart/purposeform.h"
#include "desk/cases/casesworkspace.h"
#include "desk/cases/flowview.h"
#include "desk/common/banner.h"
#include "desk/common/statuslight.h"
#include "desk/fields/fieldrow.h"
#include "desk/look/appearance.h"
#include "desk/support/workdesk.h"
#include "support/await.h"
#include "support/jsoninmessages.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace quanke;
using namespace quanke::desk;
using test::WorkDesk;

class CasesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { apply(*qApp, {Theme::Light, 100}); }

    void drawsTheCase()
    {
        WorkDesk desk(WorkDesk::clerk());
        desk.approve(
            "HT-01", {{"org/org.uscc", "92409900MA0QK01A70"}, {"org/org.establishedOn", "2026-11-21"}});
        desk.follow();
        CasesWorkspace workspace(desk.context());
        begin(workspace);
        QTRY_COMPARE(list(workspace)->model()->rowCount(), 1);
        auto *flow = workspace.findChild<FlowView *>();
        QTRY_VERIFY(!flow->selected().empty());
        QCOMPARE(flow->selected(), std::string("HT-01"));
        flow->setFocus();
        QTest::keyClick(flow, Qt::Key_Right);
        QVERIFY(flow->selected() != "HT-01");
        QTest::keyClick(flow, Qt::Key_Left);
        QCOMPARE(flow->selected(), std::string("HT-01"));
        QTest::keyClick(flow, Qt::Key_Down);
        QVERIFY(flow->selected() != "HT-01");
        const double before = flow->zoom();
        QTest::keyClick(flow, Qt::Key_Plus);
        QVERIFY(flow->zoom() > before);
        QTest::keyClick(flow, Qt::Key_0);
        QCOMPARE(flow->zoom(), before);
        flow->select("HT-03");
        WorkDesk::keepPicture(workspace, QStringLiteral("cases"));
        QCOMPARE(workspace.findChild<QLabel *>(QStringLiteral("matterTitleLabel"))->text(),
            QStringLiteral("Special trade licence"));
    }

    /// A workspace that is not on the screen is filled by whatever changes.
    void whatIsNotOnTheScreenIsNotTold()
    {
        WorkDesk desk(WorkDesk::clerk());
        desk.follow();
        CasesWorkspace workspace(desk.context());
        QSignalSpy badge(&workspace, &Workspace::badgeChanged);
        workspace.activate();
        QTRY_VERIFY(badge.count() > 0);
        QCOMPARE(views(desk), 0);
        begin(workspace);
        QTRY_VERIFY(workspace.findChild<FlowView *>()->isVisible());
        QCOMPARE(views(desk), 1);
    }

    void detailsAreThoseOfTheChosenMatterAlone()
    {
        WorkDesk desk(WorkDesk::clerk());
        desk.follow();
        CasesWorkspace workspace(desk.context());
        begin(workspace);
        auto *flow = workspace.findChild<FlowView *>();
        QTRY_VERIFY(!flow->selected().empty());
        const auto labels = [&] {
            QStringList texts;
            for (const QLabel *label :
                workspace.findChild<QWidget *>(QStringLiteral("caseDetails"))->findChildren<QLabel *>())
                texts.append(label->text());
            return texts;
        };
        flow->select("HT-01");
        const QStringList before = labels();
        flow->select("HT-03");
        QVERIFY(labels() != before);
        flow->select("HT-01");
        QCOMPARE(labels(), before);
    }

    void searchesByNumberNameAndMatter_data()
    {
        QTest::addColumn<QString>("sought");
        QTest::addColumn<int>("found");
        QTest::newRow("number") << QStringLiteral("0307") << 1;
        QTest::newRow("name") << QStringLiteral("谷雨") << 1;
        QTest::newRow("matter") << QStringLiteral("licence") << 1;
        QTest::newRow("nobody") << QStringLiteral("袁白露") << 0;
    }

    void searchesByNumberNameAndMatter()
    {
        QFETCH(QString, sought);
        QFETCH(int, found);
        WorkDesk desk(WorkDesk::clerk());
        desk.follow();
        CasesWorkspace workspace(desk.context());
        begin(workspace);
        QTRY_COMPARE(list(workspace)->model()->rowCount(), 1);
        workspace.findChild<QLineEdit *>(QStringLiteral("caseSearchLineEdit"))->setText(sought);
        QCOMPARE(list(workspace)->model()->rowCount(), found);
    }

    void asksWhyWhereTheCaseIsNotInHand()
    {
        WorkDesk desk(WorkDesk::supervisor());
        desk.follow();
        CasesWorkspace workspace(desk.context());
        begin(workspace);
        const auto *form = workspace.findChild<PurposeForm *>();
        QTRY_VERIFY(form->isVisible());
        WorkDesk::keepPicture(workspace, QStringLiteral("purpose"));
        const auto *number = workspace.findChild<QLabel *>(QStringLiteral("caseNumberLabel"));
        QVERIFY(!number->text().contains(QStringLiteral("陈谷雨")));
        QCOMPARE(views(desk), 0);
        QTest::keyClick(list(workspace), Qt::Key_3);
        QTRY_VERIFY(workspace.findChild<FlowView *>()->isVisible());
        QVERIFY(number->text().contains(QStringLiteral("陈谷雨")));
        QCOMPARE(views(desk, "\"purpose\":\"complaint\""), 1);
        QVERIFY(!form->isVisible());
    }

    void asksWhyForAChildsRecordWhoseverItIs()
    {
        WorkDesk desk(WorkDesk::clerk());
        desk.file.values["newborn/person.birthDate"] = "2026-11-02";
        desk.follow();
        CasesWorkspace workspace(desk.context());
        begin(workspace);
        const auto *form = workspace.findChild<PurposeForm *>();
        QTRY_VERIFY(form->isVisible());
        QTest::keyClick(list(workspace), Qt::Key_Return); // the first: I work on it
        QTRY_VERIFY(workspace.findChild<FlowView *>()->isVisible());
        QCOMPARE(views(desk, "\"purpose\":\"handling\""), 1);
    }

    void findsAPersonByTheWholeOfTheirNumber()
    {
        WorkDesk desk(WorkDesk::clerk());
        desk.follow();
        CasesWorkspace workspace(desk.context());
        begin(workspace);
        QTRY_COMPARE(list(workspace)->model()->rowCount(), 1);
        auto *search = workspace.findChild<QLineEdit *>(QStringLiteral("caseSearchLineEdit"));
        search->setText(QStringLiteral("40990019850420002"));
        QCOMPARE(list(workspace)->model()->rowCount(), 0);
        search->setText(QStringLiteral("409900 19850420 0021"));
        QTRY_COMPARE(list(workspace)->model()->rowCount(), 1);
        search->setText(QStringLiteral("110101199003074610"));
        QCOMPARE(list(workspace)->model()->rowCount(), 0);
    }

    void supplementsWhatWasAskedFor()
    {
        WorkDesk desk(WorkDesk::clerk());
        askForMobile(desk, "HT-01", "market-regulation");
        desk.follow();
        CasesWorkspace workspace(desk.context());
        begin(workspace);
        auto *supplement = button(workspace, "supplementButton");
        QTRY_VERIFY(supplement->isVisible());
        QVERIFY(workspace.findChild<Banner *>(QStringLiteral("caseTroubleBanner"))->isVisible());
        supplement->click();
        auto *row = workspace.findChild<FieldRow *>();
        QTRY_VERIFY(row && row->isVisible());
        auto *edit = row->findChild<QLineEdit *>();
        QVERIFY(edit);
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, QStringLiteral("138"));
        QTRY_VERIFY(!button(workspace, "sendSupplementButton")->isEnabled());
        edit->selectAll();
        QTest::keyClicks(edit, QStringLiteral("13900000099"));
        QTRY_VERIFY(button(workspace, "sendSupplementButton")->isEnabled());
        WorkDesk::keepPicture(workspace, QStringLiteral("cases-supplement"));
        button(workspace, "sendSupplementButton")->click();
        QTRY_COMPARE(desk.outboxKinds(), std::vector<std::string>{"subcase.supplement"});
        QCOMPARE(
            desk.lastBody("subcase.supplement")["values"], (Json{{"operator/person.mobile", "13900000099"}}));
        QTRY_VERIFY(!supplement->isVisible());
    }

    void aSupplementHalfTypedIsThereAgainAfterClosing()
    {
        WorkDesk desk(WorkDesk::clerk());
        askForMobile(desk, "HT-01", "market-regulation");
        desk.follow();
        {
            CasesWorkspace workspace(desk.context());
            QLineEdit *edit = typeMobile(workspace);
            QVERIFY(edit);
            // Back to the drawing and here again: nothing is lost either.
            button(workspace, "leaveSupplementButton")->click();
            QCOMPARE(supplementField(workspace)->text(), QStringLiteral("139 0000 0099"));
        }
        CasesWorkspace again(desk.context());
        QVERIFY(supplementField(again));
        QTRY_COMPARE(supplementField(again)->text(), QStringLiteral("139 0000 0099"));
        QTRY_VERIFY(button(again, "sendSupplementButton")->isEnabled());
    }

    void onlyWhatWasMendedIsBroughtBack()
    {
        WorkDesk desk(WorkDesk::clerk());
        const Json items = Json::array({{{"key", "operator/person.mobile"}, {"reason", "号码打不通"}},
            {{"key", "operator/person.name"}, {"reason", "与证件不符"}}});
        desk.act("subcase.requestCorrection", {{"matter", "HT-01"}, {"items", items}},
            WorkDesk::approver("market-regulation"));
        desk.follow();
        {
            CasesWorkspace workspace(desk.context());
            QVERIFY(supplementField(workspace));
            QLineEdit *name = lineOf(workspace, "operator/person.name");
            name->selectAll();
            QTest::keyClicks(name, QStringLiteral("Chen Guyu"));
        }
        // Meanwhile another matter's supplement brings a new number.
        askForMobile(desk, "HT-09", "water-company");
        desk.act("subcase.supplement",
            {{"matter", "HT-09"}, {"values", {{"operator/person.mobile", "13900000088"}}}},
            WorkDesk::clerk());
        desk.follow();
        CasesWorkspace again(desk.context());
        QVERIFY(supplementField(again));
        QTRY_COMPARE(lineOf(again, "operator/person.name")->text(), QStringLiteral("Chen Guyu"));
        QCOMPARE(lineOf(again, "operator/person.mobile")->text(), QStringLiteral("139 0000 0088"));
    }

    void whoElseWorksOnItIsSeenAndAskedBeforeItIsTakenOver()
    {
        WorkDesk desk(WorkDesk::clerk());
        askForMobile(desk, "HT-01", "market-regulation");
        desk.lease = casework::Lease{"liqh", "李青禾", "综合窗口 2 号", "D-2", 3, "2026-11-21T00:50:00.000Z",
            "2026-11-21T01:05:00.000Z"};
        desk.file.lease = desk.lease;
        desk.follow();
        CasesWorkspace workspace(desk.context());
        QLineEdit *edit = supplementField(workspace);
        QVERIFY(edit);
        auto *light = workspace.findChild<StatusLight *>(QStringLiteral("caseLeaseLight"));
        QVERIFY(light->isVisible());
        QCOMPARE(light->words(), QStringLiteral("李青禾, 综合窗口 2 号, since 08:50"));
        auto *banner = workspace.findChild<Banner *>(QStringLiteral("leaseBanner"));
        QTRY_VERIFY(banner->isVisible());
        edit->selectAll();
        QTest::keyClicks(edit, QStringLiteral("13900000099"));
        QVERIFY(!button(workspace, "sendSupplementButton")->isEnabled());
        WorkDesk::keepPicture(workspace, QStringLiteral("cases-lease"));
        desk.link = WorkDesk::Link::Down;
        desk.context().monitor.askNow();
        QTRY_VERIFY(!button(workspace, "takeOverButton")->isEnabled());
        desk.link = WorkDesk::Link::Up;
        // Not one question alone: it is passed over while the last one's answer is on its way.
        QTRY_VERIFY((desk.context().monitor.askNow(), button(workspace, "takeOverButton")->isEnabled()));
        button(workspace, "takeOverButton")->click();
        QTRY_VERIFY(button(workspace, "sendSupplementButton")->isEnabled());
        QVERIFY(!banner->isVisible());
        QCOMPARE(edit->text(), QStringLiteral("13900000099")); // nothing typed was lost
    }

    void isHandedToAnotherWindow()
    {
        WorkDesk desk(WorkDesk::clerk());
        desk.follow();
        CasesWorkspace workspace(desk.context());
        begin(workspace);
        QTRY_VERIFY(button(workspace, "handOverButton")->isVisible());
        button(workspace, "handOverButton")->click();
        auto *windows = workspace.findChild<QComboBox *>(QStringLiteral("handOverComboBox"));
        QTRY_COMPARE(windows->count(), 2); // not the window it is at, and not oneself
        windows->setCurrentText(QStringLiteral("综合窗口 2"));
        QVERIFY(!button(workspace, "handOverConfirmButton")->isEnabled());
        workspace.findChild<QLineEdit *>(QStringLiteral("handOverReasonLineEdit"))
            ->setText(QStringLiteral("下班交接"));
        WorkDesk::keepPicture(workspace, QStringLiteral("cases-hand-over"));
        button(workspace, "handOverConfirmButton")->click();
        QTRY_COMPARE(desk.outboxKinds(), std::vector<std::string>{"case.handOver"});
        QCOMPARE(desk.lastBody("case.handOver"), (Json{{"window", "综合窗口 2"}, {"reason", "下班交接"}}));
    }

    void isHandedToAClerkWhereverTheySit()
    {
        WorkDesk desk(WorkDesk::clerk());
        desk.follow();
        CasesWorkspace workspace(desk.context());
        begin(workspace);
        QTRY_VERIFY(button(workspace, "handOverButton")->isVisible());
        button(workspace, "handOverButton")->click();
        auto *targets = workspace.findChild<QComboBox *>(QStringLiteral("handOverComboBox"));
        QTRY_COMPARE(targets->findText(QStringLiteral("李秋华")), 1); // behind the windows
        targets->setCurrentIndex(1);
        workspace.findChild<QLineEdit *>(QStringLiteral("handOverReasonLineEdit"))
            ->setText(QStringLiteral("下班交接"));
        button(workspace, "handOverConfirmButton")->click();
        QTRY_COMPARE(desk.outboxKinds(), std::vector<std::string>{"case.handOver"});
        QCOMPARE(desk.lastBody("case.handOver"),
            (Json{{"window", "综合窗口 3"}, {"clerk", "liqh"}, {"reason", "下班交接"}}));
    }

    void whatWasHandedToOneStandsAmongOnesOwn()
    {
        WorkDesk desk({"liqh", "李秋华", {"clerk"}, {}, "青石县政务服务中心"});
        desk.follow();
        CasesWorkspace workspace(desk.context());
        begin(workspace);
        auto *list = workspace.findChild<CaseList *>();
        QTRY_COMPARE(list->model()->rowCount(), 0);
        desk.act("case.handOver", {{"window", "综合窗口 2"}, {"clerk", "liqh"}, {"reason", "下班交接"}},
            WorkDesk::supervisor());
        desk.follow();
        QTRY_COMPARE(list->model()->rowCount(), 1);
    }

    void whoTypesIsToldThatTheCaseWasHandedOn()
    {
        WorkDesk desk(WorkDesk::clerk());
        askForMobile(desk, "HT-01", "market-regulation");
        desk.follow();
        CasesWorkspace workspace(desk.context());
        QLineEdit *edit = typeMobile(workspace);
        QVERIFY(edit);
        desk.act("case.handOver", {{"window", "综合窗口 2"}, {"reason", "下班交接"}}, WorkDesk::supervisor());
        desk.follow();
        auto *banner = workspace.findChild<Banner *>(QStringLiteral("leaseBanner"));
        QTRY_VERIFY(banner->isVisible());
        QCOMPARE(banner->title(), QStringLiteral("Handed to 综合窗口 2"));
        QVERIFY(!button(workspace, "takeOverButton")->isVisible());
        QCOMPARE(edit->text(), QStringLiteral("13900000099"));
        QVERIFY(button(workspace, "sendSupplementButton")->isEnabled());
    }

    void withoutTheLinkOneWorksOn()
    {
        WorkDesk desk(WorkDesk::clerk());
        askForMobile(desk, "HT-01", "market-regulation");
        desk.follow();
        desk.link = WorkDesk::Link::Down;
        CasesWorkspace workspace(desk.context());
        QLineEdit *edit = typeMobile(workspace);
        QVERIFY(edit);
        QTRY_VERIFY(button(workspace, "sendSupplementButton")->isEnabled());
    }

    void aReturnedMatterIsChosenWhenItsCaseOpens()
    {
        WorkDesk desk(WorkDesk::clerk());
        askForMobile(desk, "HT-09", "water-company");
        desk.follow();
        CasesWorkspace workspace(desk.context());
        begin(workspace);
        QTRY_COMPARE(workspace.findChild<FlowView *>()->selected(), std::string("HT-09"));
        QVERIFY(button(workspace, "supplementButton")->isVisible());
    }

    void aNoteIsKept()
    {
        WorkDesk desk(WorkDesk::clerk());
        desk.follow();
        CasesWorkspace workspace(desk.context());
        begin(workspace);
        QTRY_VERIFY(button(workspace, "noteButton")->isVisible());
        button(workspace, "noteButton")->click();
        auto *note = workspace.findChild<QLineEdit *>(QStringLiteral("noteLineEdit"));
        note->insert(QStringLiteral("申请人周五来"));
        QTest::keyClick(note, Qt::Key_Return);
        QTRY_COMPARE(desk.outboxKinds(), std::vector<std::string>{"case.note"});
    }

    void oneRefusedDoesNotSinkTheRest()
    {
        WorkDesk desk(WorkDesk::clerk());
        desk.act("subcase.refuse", {{"matter", "HT-01"}, {"reason", "名称已被使用"}, {"clause", "第十条"}},
            WorkDesk::approver("market-regulation"));
        desk.follow();
        CasesWorkspace workspace(desk.context());
        begin(workspace);
        auto *trouble = workspace.findChild<Banner *>(QStringLiteral("caseTroubleBanner"));
        QTRY_VERIFY(trouble->isVisible());
        WorkDesk::keepPicture(workspace, QStringLiteral("cases-refused"));
        QVERIFY(trouble->title().contains(QStringLiteral("Business licence")));
    }

private:
    /// The views of cases in the desk's trace.
    static int views(WorkDesk &desk, const char *that = "")
    {
        const auto trace = test::awaited(desk.vault().traceToBring(1'000));
        const auto isView = [that](const std::string &line) {
            return line.find("view-case") != std::string::npos && line.find(that) != std::string::npos;
        };
        return trace ? int(std::ranges::count_if(trace->lines, isView)) : -1;
    }

    static void askForMobile(WorkDesk &desk, const char *matter, const char *department)
    {
        desk.act("subcase.requestCorrection",
            {{"matter", matter},
                {"items", Json::array({{{"key", "operator/person.mobile"}, {"reason", "号码打不通"}}})}},
            WorkDesk::approver(department));
    }

    /// The one field that is asked for again; opens the form for it.
    static QLineEdit *supplementField(CasesWorkspace &workspace)
    {
        if (!workspace.isVisible())
            begin(workspace);
        const auto *supplement = button(workspace, "supplementButton");
        if (!test::waitFor([supplement] { return supplement->isVisible(); }, std::chrono::seconds(5)))
            return nullptr;
        if (!workspace.findChild<FieldRow *>() || !workspace.findChild<FieldRow *>()->isVisible())
            button(workspace, "supplementButton")->click();
        return workspace.findChild<FieldRow *>()->findChild<QLineEdit *>();
    }
    /// The same, with another number in it.
    static QLineEdit *typeMobile(CasesWorkspace &workspace)
    {
        QLineEdit *edit = supplementField(workspace);
        if (!edit)
            return nullptr;
        edit->selectAll();
        QTest::keyClicks(edit, QStringLiteral("13900000099"));
        return edit;
    }

    static QLineEdit *lineOf(const CasesWorkspace &workspace, const std::string &key)
    {
        const auto rows = workspace.findChildren<FieldRow *>();
        const auto row = std::find_if(
            rows.begin(), rows.end(), [&key](const FieldRow *each) { return each->key() == key; });
        return row == rows.end() ? nullptr : (*row)->findChild<QLineEdit *>();
    }

    static void begin(CasesWorkspace &workspace)
    {
        WorkDesk::show(workspace);
        workspace.activate();
    }

    static CaseList *list(const QWidget &workspace)
    {
        return workspace.findChild<CaseList *>(QStringLiteral("casesListView"));
    }

    static QPushButton *button(const QWidget &workspace, const char *name)
    {
        return workspace.findChild<QPushButton *>(QLatin1String(name));
    }
};

QTEST_MAIN(CasesTest)
#include "tst_cases.moc"
