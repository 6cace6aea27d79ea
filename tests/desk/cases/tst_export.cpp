#include "desk/casepart/caselist.h"
#include "desk/cases/casesworkspace.h"
#include "desk/cases/exportline.h"
#include "desk/cases/spreadsheet.h"
#include "desk/common/statuslight.h"
#include "desk/look/appearance.h"
#include "desk/support/workdesk.h"
#include "support/await.h"

#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace quanke;
using namespace quanke::desk;
using test::WorkDesk;

/// Lists of cases leave the desk as they show, by those who may, and the trace knows.
class ExportTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { apply(*qApp, {Theme::Light, 100}); }

    void savesWhatShowsAndTellsTheTrace()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("list.csv"));
        WorkDesk desk(WorkDesk::supervisor());
        desk.follow();
        CasesWorkspace workspace(desk.context());
        begin(workspace);
        QTRY_COMPARE(rows(workspace), 1);
        WorkDesk::keepPicture(workspace, QStringLiteral("export"));
        save(workspace, path);
        auto *light = workspace.findChild<StatusLight *>(QStringLiteral("saveListLight"));
        QTRY_VERIFY(light->isVisible());
        QCOMPARE(light->light(), Light::Done);
        QFile file(path);
        QVERIFY(file.open(QFile::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        QVERIFY(text.contains(QString::fromStdString(desk.file.number)));
        QVERIFY(text.contains(QStringLiteral("陈**")));
        QVERIFY(!text.contains(QStringLiteral("谷雨")));
        QCOMPARE(text.count(QStringLiteral("\r\n")), 2);
        QCOMPARE(linesOf(desk, R"("act":"export-list")", R"("count":1)"), 1);
    }

    /// What the search leaves out is not in the file either.
    void nothingThatDoesNotShow()
    {
        WorkDesk desk(WorkDesk::supervisor());
        desk.follow();
        CasesWorkspace workspace(desk.context());
        begin(workspace);
        QTRY_COMPARE(rows(workspace), 1);
        QVERIFY(button(workspace)->isEnabled());
        workspace.findChild<QLineEdit *>(QStringLiteral("caseSearchLineEdit"))
            ->setText(QStringLiteral("袁白露"));
        QCOMPARE(rows(workspace), 0);
        QVERIFY(!button(workspace)->isEnabled());
    }

    void notByAClerk()
    {
        WorkDesk desk(WorkDesk::clerk());
        desk.follow();
        CasesWorkspace workspace(desk.context());
        begin(workspace);
        QTRY_COMPARE(rows(workspace), 1);
        QVERIFY(!button(workspace));
    }

    /// The trace tells of the try, the clerk of what became of it.
    void whatCannotBeWrittenIsSaid()
    {
        const QTemporaryDir folder;
        WorkDesk desk(WorkDesk::supervisor());
        desk.follow();
        CasesWorkspace workspace(desk.context());
        begin(workspace);
        QTRY_COMPARE(rows(workspace), 1);
        save(workspace, folder.filePath(QStringLiteral("stick that was taken out/list.csv")));
        auto *light = workspace.findChild<StatusLight *>(QStringLiteral("saveListLight"));
        QTRY_VERIFY(light->isVisible());
        QCOMPARE(light->light(), Light::Wrong);
        QVERIFY(button(workspace)->isEnabled());
        QCOMPARE(linesOf(desk, R"("act":"export-list")"), 1);
    }

    void cells_data()
    {
        QTest::addColumn<QString>("cell");
        QTest::addColumn<QByteArray>("written");
        QTest::newRow("word") << QStringLiteral("旅馆") << QByteArray("\"旅馆\"");
        QTest::newRow("quote and comma") << QStringLiteral("a\"b,c") << QByteArray("\"a\"\"b,c\"");
        QTest::newRow("two lines") << QStringLiteral("a\nb") << QByteArray("\"a\nb\"");
        QTest::newRow("nothing") << QString() << QByteArray("\"\"");
        for (const char *beginning : {"=", "+", "-", "@", "\t", "\r", "＝"})
            QTest::addRow("formula %s", beginning) << QString::fromUtf8(beginning) + QStringLiteral("1+1")
                                                   << "\"'" + QByteArray(beginning) + "1+1\"";
    }
    void cells()
    {
        QFETCH(QString, cell);
        QFETCH(QByteArray, written);
        QCOMPARE(QByteArray::fromStdString(spreadsheetOf({{cell, cell}})),
            "\xEF\xBB\xBF" + written + ',' + written + "\r\n");
    }

private:
    static void begin(CasesWorkspace &workspace)
    {
        WorkDesk::show(workspace);
        workspace.activate();
    }
    static int rows(const CasesWorkspace &workspace)
    {
        return workspace.findChild<CaseList *>(QStringLiteral("casesListView"))->model()->rowCount();
    }
    static QPushButton *button(const CasesWorkspace &workspace)
    {
        return workspace.findChild<QPushButton *>(QStringLiteral("saveListButton"));
    }
    static void save(const CasesWorkspace &workspace, const QString &path)
    {
        button(workspace)->click();
        auto *dialog = workspace.findChild<QFileDialog *>(QStringLiteral("saveListFileDialog"));
        Q_EMIT dialog->fileSelected(path);
        dialog->close();
    }
    static int linesOf(WorkDesk &desk, const char *one, const char *other = "")
    {
        const auto trace = test::awaited(desk.vault().traceToBring(1'000));
        const auto fits = [&](const std::string &line) {
            return line.find(one) != std::string::npos && line.find(other) != std::string::npos;
        };
        return trace ? int(std::ranges::count_if(trace->lines, fits)) : -1;
    }
};

QTEST_MAIN(ExportTest)
#include "tst_export.moc"
