#include "desk/casepart/caselist.h"
#include "desk/common/labelline.h"
#include "desk/issue/issueworkspace.h"
#include "desk/issue/slippreview.h"
#include "desk/look/appearance.h"
#include "desk/support/workdesk.h"
#include "support/await.h"
#include "trace/line.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace quanke;
using namespace quanke::desk;
using test::WorkDesk;

class IssueTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { apply(*qApp, {Theme::Light, 100}); }

    void nothingReadySaysSo()
    {
        WorkDesk desk(WorkDesk::issueClerk());
        desk.follow();
        IssueWorkspace workspace(desk.context());
        begin(workspace);
        QCOMPARE(list(workspace)->model()->rowCount(), 0);
        QVERIFY(!button(workspace, "handOverButton")->isVisible());
    }

    void handsOverSomeOfTheResults()
    {
        WorkDesk desk(WorkDesk::issueClerk());
        decideTwo(desk);
        IssueWorkspace workspace(desk.context());
        begin(workspace);
        QTRY_COMPARE(list(workspace)->model()->rowCount(), 1);
        QTRY_VERIFY(tick(workspace, "HT-05"));
        tick(workspace, "HT-05")->click();
        QVERIFY(!button(workspace, "handOverButton")->isEnabled());
        fill(workspace, "409900198504200021");
        QVERIFY(!button(workspace, "handOverButton")->isEnabled());
        workspace.findChild<QCheckBox *>(QStringLiteral("idCheckedCheckBox"))->click();
        QVERIFY(button(workspace, "handOverButton")->isEnabled());
        WorkDesk::keepPicture(workspace, QStringLiteral("issue"));
        button(workspace, "handOverButton")->click();
        button(workspace, "confirmButton")->click();
        QTRY_COMPARE(desk.outboxKinds(), std::vector<std::string>{"result.issue"});
        const Json body = desk.lastBody("result.issue");
        QCOMPARE(body["matters"], Json::array({"HT-01"}));
        QCOMPARE(body["collector"],
            (Json{{"name", "陈谷雨"}, {"idNo", "409900198504200021"}, {"mobile", "13800000012"}}));
        QTRY_VERIFY(!button(workspace, "handOverButton")->isEnabled());
    }

    void findsAPersonByTheirCard()
    {
        WorkDesk desk(WorkDesk::issueClerk());
        decideTwo(desk);
        IssueWorkspace workspace(desk.context());
        begin(workspace);
        QTRY_COMPARE(list(workspace)->model()->rowCount(), 1);
        auto *search = workspace.findChild<QLineEdit *>(QStringLiteral("issueSearchLineEdit"));
        search->setText(QStringLiteral("409900198504200022"));
        QCOMPARE(list(workspace)->model()->rowCount(), 0);
        search->setText(QStringLiteral("409900198504200021"));
        QTRY_COMPARE(list(workspace)->model()->rowCount(), 1);
    }

    void aWrongIdIsSaid()
    {
        WorkDesk desk(WorkDesk::issueClerk());
        decideTwo(desk);
        IssueWorkspace workspace(desk.context());
        begin(workspace);
        QTRY_VERIFY(tick(workspace, "HT-01"));
        fill(workspace, "409900198504200022");
        workspace.findChild<QCheckBox *>(QStringLiteral("idCheckedCheckBox"))->click();
        QVERIFY(!button(workspace, "handOverButton")->isEnabled());
        auto *edit = workspace.findChild<QLineEdit *>(QStringLiteral("collectorIdLineEdit"));
        QVERIFY(edit->isVisible());
        bool said = false;
        for (const LabelLine *line : workspace.findChildren<LabelLine *>())
            said = said || !line->message().isEmpty();
        QVERIFY(said);
    }

    void theSlipIsSavedAsPdf()
    {
        WorkDesk desk(WorkDesk::issueClerk());
        decideTwo(desk);
        IssueWorkspace workspace(desk.context());
        begin(workspace);
        QTRY_VERIFY(tick(workspace, "HT-01"));
        auto *slip = workspace.findChild<SlipPreview *>();
        QTRY_VERIFY(!slip->isEmpty());
        QTemporaryDir folder;
        slip->save(folder.filePath(QStringLiteral("slip.pdf")));
        QVERIFY(QFileInfo(folder.filePath(QStringLiteral("slip.pdf"))).size() > 1000);
    }

    /// Who looked, and that something left by a file, before it does.
    void whatIsSeenAndSavedIsTraced()
    {
        WorkDesk desk(WorkDesk::issueClerk());
        decideTwo(desk);
        IssueWorkspace workspace(desk.context());
        begin(workspace);
        QTRY_VERIFY(tick(workspace, "HT-01"));
        auto *slip = workspace.findChild<SlipPreview *>();
        QTRY_VERIFY(!slip->isEmpty());
        QCOMPARE(traced(desk, "view-case"), 1);
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("slip.pdf"));
        slip->askAndSave(QStringLiteral("slip.pdf"));
        auto *dialog = slip->findChild<QFileDialog *>();
        QVERIFY(dialog);
        Q_EMIT dialog->fileSelected(path);
        QTRY_VERIFY(QFileInfo(path).size() > 1000);
        QCOMPARE(traced(desk, "export"), 1);
        dialog->close();
    }

private:
    /// How many lines of the desk's trace are of that act, of a case.
    static int traced(WorkDesk &desk, const char *act)
    {
        const auto trace = test::awaited(desk.context().vault.traceToBring(1'000));
        int count = 0;
        for (const auto &text : trace ? trace->lines : std::vector<std::string>()) {
            const auto line = trace::lineFromText(text);
            count += line && line->entry.act == act && !line->entry.caseId.empty() ? 1 : 0;
        }
        return count;
    }

    static void begin(IssueWorkspace &workspace)
    {
        WorkDesk::show(workspace);
        workspace.activate();
    }

    static void decideTwo(WorkDesk &desk)
    {
        desk.approve(
            "HT-01", {{"org/org.uscc", "92409900MA0QK01A70"}, {"org/org.establishedOn", "2026-11-21"}});
        desk.approve("HT-05");
        desk.follow();
    }

    static void fill(const QWidget &workspace, const char *id)
    {
        const auto type = [&](const char *name, const QString &text) {
            auto *edit = workspace.findChild<QLineEdit *>(QLatin1String(name));
            edit->setFocus();
            QTest::keyClicks(edit, text);
            edit->clearFocus();
        };
        type("collectorIdLineEdit", QLatin1String(id));
        type("collectorMobileLineEdit", QStringLiteral("13800000012"));
    }

    static CaseList *list(const QWidget &workspace)
    {
        return workspace.findChild<CaseList *>(QStringLiteral("readyListView"));
    }

    static QCheckBox *tick(const QWidget &workspace, const char *matter)
    {
        return workspace.findChild<QCheckBox *>(
            QStringLiteral("result%1CheckBox").arg(QLatin1String(matter)));
    }

    static QPushButton *button(const QWidget &workspace, const char *name)
    {
        return workspace.findChild<QPushButton *>(QLatin1String(name));
    }
};

QTEST_MAIN(IssueTest)
#include "tst_issue.moc"
