#include "desk/fields/editorfactory.h"
#include "desk/fields/tableeditor.h"
#include "desk/look/appearance.h"
#include "desk/support/workdesk.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QTableWidget>
#include <QTest>
#include <QToolTip>

#include <memory>

using namespace quanke;
using namespace quanke::desk;
using quanke::test::WorkDesk;

/// A repeating group: its cells are typed, shown and marked as single fields are.
class TableTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        apply(*qApp, {Theme::Light, 100});
        m_desk = std::make_unique<WorkDesk>(WorkDesk::clerk(), Language::Chinese);
    }

    void cleanupTestCase() { m_desk.reset(); }

    void init()
    {
        m_parent = std::make_unique<QWidget>();
        const auto &catalogue = *m_desk->context().catalogue;
        m_editor = makeEditor(
            catalogue, *catalogue.element("org.shareholderList"), Language::Chinese, m_parent.get());
        m_editor->widget()->resize(m_editor->size(900));
        m_parent->resize(900, 300);
        WorkDesk::show(*m_parent);
        m_editor->show(Json::parse(R"([{"name": "陈谷雨", "idType": "111", "idNo": "409900198504200021",
                                       "payBy": "2030-01-05"}])"));
    }

    void cleanup() { m_parent.reset(); }

    void cellsAreShownAsFieldsAre()
    {
        QCOMPARE(cell(0, 1)->text(), QStringLiteral("居民身份证"));
        QCOMPARE(cell(0, 2)->text(), QStringLiteral("409900 19850420 0021"));
        QCOMPARE(m_editor->value()[0]["idType"], Json("111"));
        QCOMPARE(m_editor->value()[0]["idNo"], Json("409900198504200021"));
    }

    void aCodeIsChosenFromItsList()
    {
        table()->setCurrentCell(0, 1);
        table()->editItem(cell(0, 1));
        auto *combo = table()->findChild<QComboBox *>();
        QVERIFY(combo);
        combo->setCurrentText(QStringLiteral("普通护照"));
        table()->setCurrentCell(0, 0);
        QTRY_COMPARE(m_editor->value()[0]["idType"], Json("414"));
    }

    void aDateIsBroughtIntoItsUsualForm()
    {
        table()->setCurrentCell(0, 4);
        table()->editItem(cell(0, 4));
        auto *line = table()->viewport()->findChild<QLineEdit *>();
        QVERIFY(line);
        line->selectAll();
        QTest::keyClicks(line, QStringLiteral("2031.2.3"));
        QTest::keyClick(line, Qt::Key_Return);
        QTRY_COMPARE(cell(0, 4)->text(), QStringLiteral("2031-02-03"));
        QCOMPARE(m_editor->value()[0]["payBy"], Json("2031-02-03"));
    }

    void whatIsPastedIsReadByItsColumn()
    {
        QGuiApplication::clipboard()->setText(
            QStringLiteral("李四\t居民身份证\t409900 19850420 0021\t10\t20300105"));
        table()->setCurrentCell(0, 0);
        QTest::keyClick(table(), Qt::Key_V, Qt::ControlModifier);
        const Json row = m_editor->value()[0];
        QCOMPARE(row["idType"], Json("111"));
        QCOMPARE(row["idNo"], Json("409900198504200021"));
        QCOMPARE(row["payBy"], Json("2030-01-05"));
    }

    void cellsAreReadAsKindlyAsFields()
    {
        QGuiApplication::clipboard()->setText(QStringLiteral(
            "李四\t居民身份证\t４０９９００１９８５０４２０００２１\t１，２００\t２０３０．１．５"));
        table()->setCurrentCell(0, 0);
        QTest::keyClick(table(), Qt::Key_V, Qt::ControlModifier);
        const Json row = m_editor->value()[0];
        QCOMPARE(row["idNo"], Json("409900198504200021"));
        QCOMPARE(row["capitalWan"], Json(1200));
        QCOMPARE(row["payBy"], Json("2030-01-05"));
    }

    void whatNoListKnowsStaysWhereItIs()
    {
        QGuiApplication::clipboard()->setText(QStringLiteral("船员证"));
        table()->setCurrentCell(0, 1);
        QTest::keyClick(table(), Qt::Key_V, Qt::ControlModifier);
        table()->editItem(cell(0, 1));
        QVERIFY(table()->findChild<QComboBox *>());
        table()->setCurrentCell(0, 0);
        QTRY_VERIFY(!table()->findChild<QComboBox *>());
        QCOMPARE(m_editor->value()[0]["idType"], Json("船员证"));
    }

    void tooManyRowsAreNotCutOff()
    {
        const Json before = m_editor->value();
        QGuiApplication::clipboard()->setText(QStringLiteral("李四\n").repeated(2'001));
        table()->setCurrentCell(0, 0);
        QTest::keyClick(table(), Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(m_editor->value(), before);
        QTRY_VERIFY(QToolTip::isVisible());
    }

    void whatIsWrongIsMarkedInItsCell()
    {
        m_editor->showCellProblems({{0, "idNo", FieldProblem::Error, QStringLiteral("第18位校验码应为1")}});
        QCOMPARE(problemOf(0, 2), FieldProblem::Error);
        QCOMPARE(cell(0, 2)->toolTip(), QStringLiteral("第18位校验码应为1"));
        QCOMPARE(problemOf(0, 1), FieldProblem::None);
        m_editor->showCellProblems({});
        QCOMPARE(problemOf(0, 2), FieldProblem::None);
    }

private:
    QTableWidget *table() { return m_parent->findChild<QTableWidget *>(); }
    QTableWidgetItem *cell(int row, int column) { return table()->item(row, column); }
    FieldProblem problemOf(int row, int column)
    {
        return static_cast<FieldProblem>(cell(row, column)->data(TableCellDelegate::problemRole).toInt());
    }

    std::unique_ptr<WorkDesk> m_desk;
    std::unique_ptr<QWidget> m_parent;
    FieldEditor *m_editor = nullptr;
};

QTEST_MAIN(TableTest)
#include "tst_table.moc"
