#include "lint/designerrules.h"

#include <QTest>

using namespace quanke::lint;

class DesignerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void houseHolds() { QVERIFY(isClean(checkDesignerFiles(readSources(QUANKE_SOURCE_DIR, {"ui"})))); }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("another class") << QByteArray("<class>Other</class>");
        QTest::newRow("no kind") << page("<widget class=\"QLineEdit\" name=\"search\"/>");
        QTest::newRow("another kind") << page("<widget class=\"QLineEdit\" name=\"searchLabel\"/>");
        QTest::newRow("twice") << page(
            "<widget class=\"QLabel\" name=\"aLabel\"/><widget class=\"QLabel\" name=\"aLabel\"/>");
        QTest::newRow("broken") << QByteArray("<class>SignInPage</class><widget>");
    }

    void refuses()
    {
        QFETCH(QByteArray, content);
        QCOMPARE(findingsFor(content).size(), std::size_t(1));
    }

    void accepts()
    {
        QVERIFY(
            isClean(findingsFor(page("<widget class=\"QLineEdit\" name=\"searchLineEdit\"/>"
                                     "<widget class=\"QWidget\" name=\"headPane\"/>"
                                     "<widget class=\"quanke::desk::Banner\" name=\"troubleBanner\"/>"))));
    }

private:
    static QByteArray page(const QByteArray &widgets)
    {
        return "<class>quanke::desk::SignInPage</class><widget class=\"QWidget\" name=\"SignInPage\">"
            + widgets + "</widget>";
    }

    static Findings findingsFor(const QByteArray &content)
    {
        return checkDesignerFiles({{"ui/shell/signinpage.ui", "<ui>" + content.toStdString() + "</ui>\n"}});
    }
};

QTEST_GUILESS_MAIN(DesignerTest)
#include "tst_designer.moc"
