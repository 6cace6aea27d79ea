#include "core/casework/conflict.h"
#include "desk/casepart/caselist.h"
#include "desk/casepart/partview.h"
#include "desk/cases/casesworkspace.h"
#include "desk/common/banner.h"
#include "desk/common/statuslight.h"
#include "desk/look/appearance.h"
#include "desk/support/workdesk.h"
#include "support/jsoninmessages.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

#include <algorithm>

using namespace quanke;
using namespace quanke::desk;
using test::WorkDesk;

namespace {

const wire::SignedInOperator colleague{"liqh", "李青禾", {"clerk"}, {}, "青石县政务服务中心"};
const std::string mobile = "operator/person.mobile";

} // namespace

/// Two desks supplemented one matter without knowing of each other.
class ConflictTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { apply(*qApp, {Theme::Light, 100}); }

    void aSupervisorSeesBothSideBySideAndChooses()
    {
        WorkDesk desk(WorkDesk::supervisor());
        contest(desk);
        CasesWorkspace workspace(desk.context());
        compare(workspace);
        QCOMPARE(label(workspace, "standingWhoLabel"), QStringLiteral("王小满"));
        QCOMPARE(label(workspace, "lateWhoLabel"), QStringLiteral("李青禾"));
        QCOMPARE(
            marked(workspace), (QStringList{QStringLiteral("13900000011"), QStringLiteral("13900000022")}));
        QVERIFY(texts(workspace).contains(QStringLiteral("综合窗口 2 号")));
        auto *keep = button(workspace, "keepStandingButton");
        auto *take = button(workspace, "takeLateButton");
        QVERIFY(keep->isVisible() && !keep->isEnabled()); // a reason first
        line(workspace, "conflictReasonLineEdit")->setText(QStringLiteral("已电话核实"));
        QVERIFY(keep->isEnabled() && take->isEnabled());
        WorkDesk::keepPicture(workspace, QStringLiteral("cases-conflict"));
        take->click();
        QTRY_COMPARE(desk.outboxKinds(), std::vector<std::string>{"case.resolve"});
        const auto &conflict = desk.file.conflicts.front();
        QCOMPARE(desk.lastBody("case.resolve"),
            (Json{{"matter", "HT-01"}, {"late", conflict.late}, {"chosen", conflict.late},
                {"reason", "已电话核实"}}));
        QTRY_VERIFY(!workspace.findChild<QWidget *>(QStringLiteral("conflictForm"))->isVisible());
    }

    void aSecondSupervisorSeesWhoHasChosen()
    {
        WorkDesk desk(WorkDesk::supervisor());
        contest(desk);
        CasesWorkspace workspace(desk.context());
        compare(workspace);
        line(workspace, "conflictReasonLineEdit")->setText(QStringLiteral("已电话核实"));
        QVERIFY(button(workspace, "takeLateButton")->isEnabled());
        const auto conflict = desk.file.conflicts.front();
        const wire::SignedInOperator other{"sunjj", "孙经纬", {"supervisor"}, {}, "青石县政务服务中心"};
        desk.act("case.resolve",
            {{"matter", "HT-01"}, {"late", conflict.late}, {"chosen", conflict.rivals.back()},
                {"reason", "当面核对"}},
            other);
        desk.file.people["sunjj"] = "孙经纬";
        desk.follow();
        QTRY_VERIFY(!button(workspace, "takeLateButton")->isVisible());
        QVERIFY(!button(workspace, "keepStandingButton")->isVisible());
        QVERIFY(workspace.findChild<QWidget *>(QStringLiteral("conflictForm"))->isVisible()); // to be read
        QVERIFY2(light(workspace)->words().startsWith(QStringLiteral("Already chosen by 孙经纬, ")),
            qPrintable(light(workspace)->words()));
        WorkDesk::keepPicture(workspace, QStringLiteral("cases-conflict-chosen"));
    }

    void aClerkMayLookAndNotChoose()
    {
        WorkDesk desk(WorkDesk::clerk());
        contest(desk);
        CasesWorkspace workspace(desk.context());
        compare(workspace);
        QVERIFY(!button(workspace, "keepStandingButton")->isVisible());
        QVERIFY(!button(workspace, "takeLateButton")->isVisible());
        QCOMPARE(light(workspace)->words(), QStringLiteral("A supervisor chooses"));
    }

    void onceTheDepartmentHasGoneOnTheLateOneStaysAProposal()
    {
        WorkDesk desk(WorkDesk::supervisor());
        contest(desk);
        desk.act("subcase.accept", {{"matter", "HT-01"}}, WorkDesk::approver("market-regulation"));
        desk.follow();
        CasesWorkspace workspace(desk.context());
        compare(workspace);
        line(workspace, "conflictReasonLineEdit")->setText(QStringLiteral("已受理"));
        QVERIFY(button(workspace, "keepStandingButton")->isEnabled());
        QVERIFY(!button(workspace, "takeLateButton")->isEnabled());
    }

    void whoseVersionWasNotChosenIsTold()
    {
        WorkDesk desk(colleague);
        contest(desk);
        CasesWorkspace workspace(desk.context());
        begin(workspace);
        auto *banner = workspace.findChild<Banner *>(QStringLiteral("caseTroubleBanner"));
        QTRY_VERIFY(banner->isVisible());
        QCOMPARE(banner->title(), QStringLiteral("Business licence: two versions"));
        const auto conflict = desk.file.conflicts.front();
        desk.act("case.resolve",
            {{"matter", "HT-01"}, {"late", conflict.late}, {"chosen", conflict.rivals.back()},
                {"reason", "已电话核实"}},
            WorkDesk::supervisor());
        desk.follow();
        QTRY_COMPARE(banner->title(), QStringLiteral("Business licence: your version was not chosen"));
        const QStringList shown = texts(workspace);
        QVERIFY(shown.contains(QStringLiteral("已电话核实"))); // why, in the history
        QVERIFY(std::any_of(shown.begin(), shown.end(), [](const QString &text) { // and what it said
            return text.startsWith(QStringLiteral("Not chosen"))
                && text.contains(QStringLiteral("13900000022"));
        }));
    }

private:
    static void contest(WorkDesk &desk)
    {
        desk.act("subcase.requestCorrection",
            {{"matter", "HT-01"}, {"items", Json::array({{{"key", mobile}, {"reason", "号码打不通"}}})}},
            WorkDesk::approver("market-regulation"));
        const auto seen = desk.file.head;
        const auto supplement = [&](const wire::SignedInOperator &person, const char *number,
                                    const test::Seat &seat) {
            desk.act(
                "subcase.supplement", {{"matter", "HT-01"}, {"values", {{mobile, number}}}}, person, seat);
        };
        supplement(WorkDesk::clerk(), "13900000011", {"D-3", "综合窗口 3 号", seen});
        supplement(colleague, "13900000022", {"D-2", "综合窗口 2 号", seen});
        QCOMPARE(desk.file.conflicts.size(), std::size_t(1));
        desk.follow();
    }

    static void begin(CasesWorkspace &workspace)
    {
        WorkDesk::show(workspace);
        workspace.activate();
    }

    static void compare(CasesWorkspace &workspace)
    {
        begin(workspace);
        button(workspace, "hallCasesButton")->click();
        QTRY_VERIFY(button(workspace, "compareVersionsButton")->isVisible());
        button(workspace, "compareVersionsButton")->click();
        QVERIFY(workspace.findChild<QWidget *>(QStringLiteral("conflictForm"))->isVisible());
    }

    static QStringList marked(const QWidget &workspace)
    {
        QStringList values;
        for (const ValueLabel *value : workspace.findChildren<ValueLabel *>()) {
            if (value->isMarked())
                values.append(value->text());
        }
        values.sort();
        return values;
    }

    static QStringList texts(const QWidget &workspace)
    {
        QStringList texts;
        for (const QLabel *label : workspace.findChildren<QLabel *>())
            texts.append(label->text());
        return texts;
    }

    static QString label(const QWidget &workspace, const char *name)
    {
        return workspace.findChild<QLabel *>(QLatin1String(name))->text();
    }
    static QPushButton *button(const QWidget &workspace, const char *name)
    {
        return workspace.findChild<QPushButton *>(QLatin1String(name));
    }
    static QLineEdit *line(const QWidget &workspace, const char *name)
    {
        return workspace.findChild<QLineEdit *>(QLatin1String(name));
    }
    static StatusLight *light(const QWidget &workspace)
    {
        return workspace.findChild<StatusLight *>(QStringLiteral("conflictLight"));
    }
};

QTEST_MAIN(ConflictTest)
#include "tst_conflict.moc"
