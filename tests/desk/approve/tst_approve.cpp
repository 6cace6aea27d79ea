#include "desk/approve/approveworkspace.h"
#include "desk/approve/reviewpoints.h"
#include "desk/casepart/caselist.h"
#include "desk/casepart/partview.h"
#include "desk/common/banner.h"
#include "desk/common/statuslight.h"
#include "desk/look/appearance.h"
#include "desk/support/workdesk.h"
#include "desk/viewer/pageview.h"
#include "support/await.h"

#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTest>

#include <functional>

using namespace quanke;
using namespace quanke::desk;
using test::WorkDesk;

class ApproveTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { apply(*qApp, {Theme::Light, 100}); }

    void theDepartmentSeesItsPartAndDocuments()
    {
        WorkDesk desk(WorkDesk::approver("market-regulation"));
        ApproveWorkspace workspace(desk.context());
        begin(workspace);
        QTRY_COMPARE(list(workspace)->model()->rowCount(), 1);
        auto *part = workspace.findChild<PartView *>();
        QTRY_VERIFY(part->valueLabel("org/org.name"));
        QCOMPARE(part->valueLabel("org/org.name")->text(), QStringLiteral("青石县山月旅馆"));
        QVERIFY(!part->valueLabel("hotel/hotel.cctv")); // the police's, not theirs
        QVERIFY(
            workspace.findChild<QListView *>(QStringLiteral("documentsListView"))->model()->rowCount() > 0);
    }

    void anApprovalNeedsPointsAndOutputs()
    {
        WorkDesk desk(WorkDesk::approver("market-regulation"));
        ApproveWorkspace workspace(desk.context());
        begin(workspace);
        auto *decide = workspace.findChild<QPushButton *>(QStringLiteral("decideButton"));
        QTRY_VERIFY(field(workspace, "output-org-org.uscc-LineEdit"));
        QVERIFY(!decide->isEnabled());
        markAll(workspace, desk, "HT-01");
        QVERIFY(!decide->isEnabled());
        QTest::keyClicks(
            field(workspace, "output-org-org.uscc-LineEdit"), QStringLiteral("92409900MA0QK01A87"));
        QTest::keyClicks(
            field(workspace, "output-org-org.establishedOn-LineEdit"), QStringLiteral("2026-11-21"));
        QVERIFY(!decide->isEnabled()); // the check character is wrong
        field(workspace, "output-org-org.uscc-LineEdit")->clear();
        QTest::keyClicks(field(workspace, "output-org-org.uscc-LineEdit"), creditCode());
        QTRY_VERIFY2(decide->isEnabled(),
            qPrintable(workspace.findChild<StatusLight *>(QStringLiteral("approveLight"))->words()));
        WorkDesk::keepPicture(workspace, QStringLiteral("approve"));
        confirm(workspace);
        QTRY_COMPARE(desk.outboxKinds(), std::vector<std::string>{"subcase.decide"});
        const Json body = desk.lastBody("subcase.decide");
        QCOMPARE(body["outcome"].get<std::string>(), std::string("approved"));
        QCOMPARE(body["outputs"]["org/org.uscc"].get<std::string>(), creditCode().toStdString());
        QTRY_VERIFY(!decide->isEnabled()); // it waits to be sent
    }

    void othersAreNotKeptOutByWhoHasLeft()
    {
        WorkDesk desk(WorkDesk::approver("market-regulation"));
        ApproveWorkspace workspace(desk.context());
        begin(workspace);
        const auto points = pointsOf(desk, "HT-01");
        QTRY_VERIFY(pointRow(workspace, points.front().id));
        markAll(workspace, desk, "HT-01");
        QTRY_VERIFY(desk.network().count("PUT", QStringLiteral("/v1/cases/")) > 0);
        workspace.hide(); // another workspace, or locked
        QTRY_COMPARE(desk.network().count("DELETE", QStringLiteral("/v1/cases/")), 1);
    }

    void aPointLightsUpWhatItIsAbout()
    {
        WorkDesk desk(WorkDesk::approver("fire-rescue"));
        ApproveWorkspace workspace(desk.context());
        begin(workspace);
        const auto points = pointsOf(desk, "HT-05");
        QTRY_VERIFY(pointRow(workspace, points.front().id));
        auto *part = workspace.findChild<PartView *>();
        for (const catalogue::ReviewPoint &point : points) {
            pointRow(workspace, point.id)->setFocus();
            for (const std::string &key : point.keys) {
                if (part->valueLabel(key))
                    QVERIFY2(part->valueLabel(key)->isMarked(), key.c_str());
            }
        }
    }

    void keysMarkAPoint()
    {
        WorkDesk desk(WorkDesk::approver("market-regulation"));
        ApproveWorkspace workspace(desk.context());
        begin(workspace);
        for (const catalogue::ReviewPoint &point : pointsOf(desk, "HT-01")) {
            if (point.machine)
                continue;
            QTRY_VERIFY(pointRow(workspace, point.id));
            QWidget *row = pointRow(workspace, point.id);
            row->setFocus();
            QTest::keyClick(row, Qt::Key_X);
            QVERIFY(button(workspace, QStringLiteral("unmet%1Button").arg(QString::fromStdString(point.id)))
                        ->isChecked());
            QTest::keyClick(row, Qt::Key_Y);
            QVERIFY(button(workspace, QStringLiteral("met%1Button").arg(QString::fromStdString(point.id)))
                        ->isChecked());
        }
    }

    void marksAreThereAgainAfterClosing()
    {
        WorkDesk desk(WorkDesk::approver("market-regulation"));
        workOnce(desk, [&](const QWidget &workspace) { markAll(workspace, desk, "HT-01"); });
        ApproveWorkspace again(desk.context());
        begin(again);
        for (const catalogue::ReviewPoint &point : pointsOf(desk, "HT-01")) {
            if (point.machine)
                continue;
            const QString name = QStringLiteral("met%1Button").arg(QString::fromStdString(point.id));
            QTRY_VERIFY(button(again, name) && button(again, name)->isChecked());
        }
    }

    void marksEndWithTheContentTheyWereAbout()
    {
        WorkDesk desk(WorkDesk::approver("market-regulation"));
        workOnce(desk, [&](const QWidget &workspace) { markAll(workspace, desk, "HT-01"); });
        desk.act("subcase.requestCorrection",
            {{"matter", "HT-01"}, {"items", {{{"key", "org/org.name"}, {"reason", "字迹不清"}}}}},
            WorkDesk::approver("market-regulation"));
        desk.act("subcase.supplement",
            {{"matter", "HT-01"}, {"values", {{"org/org.name", "青石县山水旅馆"}}}}, WorkDesk::clerk());
        ApproveWorkspace again(desk.context());
        begin(again);
        const QString name = QStringLiteral("met%1Button");
        QTRY_VERIFY(pointRow(again, "P1"));
        // The reading that would bring them back, and one more.
        (void)test::awaited(desk.vault().unfinished(desk.file.id, "HT-01", "review"));
        for (const catalogue::ReviewPoint &point : pointsOf(desk, "HT-01")) {
            if (!point.machine)
                QVERIFY(!button(again, name.arg(QString::fromStdString(point.id)))->isChecked());
        }
    }

    void aDecisionHalfTypedIsThereAgainAfterClosing()
    {
        WorkDesk desk(WorkDesk::approver("market-regulation"));
        workOnce(desk, [](const QWidget &workspace) {
            radio(workspace, "denyRadioButton")->click();
            workspace.findChild<QPlainTextEdit *>(QStringLiteral("reasonPlainTextEdit"))
                ->setPlainText(QStringLiteral("经营场所不符"));
        });
        ApproveWorkspace again(desk.context());
        begin(again);
        QTRY_COMPARE(again.findChild<QPlainTextEdit *>(QStringLiteral("reasonPlainTextEdit"))->toPlainText(),
            QStringLiteral("经营场所不符"));
        QVERIFY(radio(again, "denyRadioButton")->isChecked());
        QVERIFY(button(again, QStringLiteral("decideButton"))->isEnabled());
    }

    void correctionNamesFieldsWithReasons()
    {
        WorkDesk desk(WorkDesk::approver("market-regulation"));
        ApproveWorkspace workspace(desk.context());
        begin(workspace);
        QTRY_VERIFY(workspace.findChild<PartView *>()->valueLabel("org/org.name"));
        button(workspace, QStringLiteral("correctButton"))->click();
        QVERIFY(radio(workspace, "correctRadioButton")->isChecked());
        auto *keys = workspace.findChild<QComboBox *>(QStringLiteral("correctionKeyComboBox"));
        keys->setCurrentIndex(keys->findData(QStringLiteral("org/org.name")));
        button(workspace, QStringLiteral("addCorrectionButton"))->click();
        QVERIFY(!button(workspace, QStringLiteral("decideButton"))->isEnabled());
        field(workspace, "correctionReasonLineEdit")->insert(QStringLiteral("名称不含行业"));
        WorkDesk::keepPicture(workspace, QStringLiteral("approve-correction"));
        confirm(workspace);
        QTRY_COMPARE(desk.outboxKinds(), std::vector<std::string>{"subcase.requestCorrection"});
        QCOMPARE(desk.lastBody("subcase.requestCorrection")["items"],
            (Json::array({{{"key", "org/org.name"}, {"reason", "名称不含行业"}}})));
    }

    void refusingNeedsAReason()
    {
        WorkDesk desk(WorkDesk::approver("market-regulation"));
        ApproveWorkspace workspace(desk.context());
        begin(workspace);
        QTRY_VERIFY(radio(workspace, "refuseRadioButton")->isVisible());
        radio(workspace, "refuseRadioButton")->click();
        QVERIFY(!button(workspace, QStringLiteral("decideButton"))->isEnabled());
        workspace.findChild<QPlainTextEdit *>(QStringLiteral("reasonPlainTextEdit"))
            ->setPlainText(QStringLiteral("不属于本机关职权"));
        QVERIFY(button(workspace, QStringLiteral("decideButton"))->isEnabled());
        confirm(workspace);
        QTRY_COMPARE(desk.outboxKinds(), std::vector<std::string>{"subcase.refuse"});
        QVERIFY(!desk.lastBody("subcase.refuse")["clause"].get<std::string>().empty());
    }

    void whoReceivedItMayNotDecide()
    {
        auto both = WorkDesk::approver("market-regulation");
        both.name = WorkDesk::clerk().name;
        WorkDesk desk(both);
        ApproveWorkspace workspace(desk.context());
        begin(workspace);
        auto *light = workspace.findChild<StatusLight *>(QStringLiteral("approveLight"));
        QTRY_VERIFY(light->words().contains(QStringLiteral("another person")));
        QVERIFY(!button(workspace, QStringLiteral("decideButton"))->isEnabled());
    }

    void aWaitingMatterSaysForWhat()
    {
        WorkDesk desk(WorkDesk::approver("public-security-order"));
        ApproveWorkspace workspace(desk.context());
        begin(workspace);
        auto *light = workspace.findChild<StatusLight *>(QStringLiteral("approveLight"));
        QTRY_VERIFY(light->words().contains(QStringLiteral("Business licence")));
        QVERIFY(!radio(workspace, "approveRadioButton")->isVisible());
    }

    void withoutTheLinkItShowsWhatItKnows()
    {
        WorkDesk desk(WorkDesk::approver("market-regulation"));
        desk.follow();
        desk.link = WorkDesk::Link::Down;
        ApproveWorkspace workspace(desk.context());
        begin(workspace);
        QTRY_COMPARE(list(workspace)->model()->rowCount(), 1);
        QTRY_VERIFY(workspace.findChild<PartView *>()->valueLabel("org/org.name"));
    }

    void enterOpensADocumentLarge()
    {
        WorkDesk desk(WorkDesk::approver("market-regulation"));
        ApproveWorkspace workspace(desk.context());
        begin(workspace);
        auto *shelf = workspace.findChild<QListView *>(QStringLiteral("documentsListView"));
        QTRY_VERIFY(shelf->model()->rowCount() > 0);
        QTest::keyClick(shelf, Qt::Key_Return);
        QTRY_VERIFY(workspace.findChild<PageView *>()->hasPicture());
        WorkDesk::keepPicture(workspace, QStringLiteral("approve-document"));
        QVERIFY(workspace.stepBack());
        QVERIFY(!workspace.stepBack());
    }

private:
    static void begin(ApproveWorkspace &workspace)
    {
        WorkDesk::show(workspace);
        workspace.activate();
    }

    /// Opens the workspace, works in it as soon as the part is there, and closes it.
    static void workOnce(WorkDesk &desk, const std::function<void(const QWidget &)> &work)
    {
        ApproveWorkspace workspace(desk.context());
        begin(workspace);
        QTRY_VERIFY(workspace.findChild<PartView *>()->valueLabel("org/org.name"));
        work(workspace);
    }

    static CaseList *list(const QWidget &workspace)
    {
        return workspace.findChild<CaseList *>(QStringLiteral("workListView"));
    }

    static QLineEdit *field(const QWidget &workspace, const char *name)
    {
        return workspace.findChild<QLineEdit *>(QLatin1String(name));
    }

    static QPushButton *button(const QWidget &workspace, const QString &name)
    {
        return workspace.findChild<QPushButton *>(name);
    }

    static QRadioButton *radio(const QWidget &workspace, const char *name)
    {
        return workspace.findChild<QRadioButton *>(QLatin1String(name));
    }

    static ReviewPointRow *pointRow(const QWidget &workspace, const std::string &id)
    {
        return workspace.findChild<ReviewPointRow *>(
            QStringLiteral("point%1Widget").arg(QString::fromStdString(id)));
    }

    static const std::vector<catalogue::ReviewPoint> &pointsOf(const WorkDesk &desk, const char *matter)
    {
        return desk.context().catalogue->matter(matter)->reviewPoints;
    }

    static void markAll(const QWidget &workspace, const WorkDesk &desk, const char *matter)
    {
        for (const catalogue::ReviewPoint &point : pointsOf(desk, matter)) {
            if (!point.machine)
                button(workspace, QStringLiteral("met%1Button").arg(QString::fromStdString(point.id)))
                    ->click();
        }
    }

    static void confirm(const QWidget &workspace)
    {
        button(workspace, QStringLiteral("decideButton"))->click();
        QPushButton *yes = button(workspace, QStringLiteral("confirmButton"));
        QVERIFY(yes);
        yes->click();
    }

    /// A right credit code of the demo county (GB 32100).
    static QString creditCode() { return QStringLiteral("92409900MA0QK01A86"); }
};

QTEST_MAIN(ApproveTest)
#include "tst_approve.moc"
