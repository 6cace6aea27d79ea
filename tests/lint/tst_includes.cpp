#include "lint/includerules.h"

#include <QTest>

using namespace quanke::lint;

class IncludesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void houseHolds()
    {
        const Findings findings = checkIncludes(readSources(QUANKE_SOURCE_DIR, {"src"}));
        QVERIFY(isClean(findings));
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("include");
        QTest::newRow("upwards in the house")
            << QByteArray("src/vault/a.cpp") << QByteArray("\"desk/shell/b.h\"");
        QTest::newRow("upwards inside core")
            << QByteArray("src/core/catalogue/a.h") << QByteArray("\"core/form/form.h\"");
        QTest::newRow("between siblings")
            << QByteArray("src/notices/a.cpp") << QByteArray("\"documents/reader.h\"");
        QTest::newRow("gateway from the desk")
            << QByteArray("src/desk/a.cpp") << QByteArray("\"gateway/service/b.h\"");
        QTest::newRow("desk from the command line")
            << QByteArray("src/cli/a.cpp") << QByteArray("\"desk/b.h\"");
        QTest::newRow("store reaching up")
            << QByteArray("src/gateway/store/a.cpp") << QByteArray("\"gateway/http/b.h\"");
        QTest::newRow("in angle brackets")
            << QByteArray("src/core/base/a.cpp") << QByteArray("<platform/folder.h>");
        QTest::newRow("without the layer") << QByteArray("src/core/base/a.cpp") << QByteArray("\"json.h\"");
        QTest::newRow("Qt in core") << QByteArray("src/core/form/a.cpp") << QByteArray("<QString>");
        QTest::newRow("Qt in the gateway")
            << QByteArray("src/gateway/http/a.cpp") << QByteArray("<QtCore/QString>");
        QTest::newRow("widgets below the desk") << QByteArray("src/notices/a.cpp") << QByteArray("<QLabel>");
        QTest::newRow("Qt's SQL in the desk") << QByteArray("src/desk/a.cpp") << QByteArray("<QSqlQuery>");
        QTest::newRow("POCO outside the gateway")
            << QByteArray("src/link/a.cpp") << QByteArray("<Poco/Net/HTTPRequest.h>");
        QTest::newRow("SQL in a route") << QByteArray("src/gateway/http/a.cpp") << QByteArray("<sqlite3.h>");
        QTest::newRow("disk in core") << QByteArray("src/core/catalogue/a.cpp") << QByteArray("<fstream>");
        QTest::newRow("sealing outside seal") << QByteArray("src/desk/a.cpp") << QByteArray("<sodium.h>");
        QTest::newRow("a form of Designer outside the desk")
            << QByteArray("src/link/a.cpp") << QByteArray("\"shell/ui_page.h\"");
        QTest::newRow("a folder nobody knows") << QByteArray("src/extras/a.cpp") << QByteArray("<vector>");
    }

    void refuses()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, include);
        QCOMPARE(findingsFor(path, include).size(), std::size_t(1));
    }

    void accepts_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("include");
        QTest::newRow("downwards") << QByteArray("src/desk/shell/a.cpp") << QByteArray("\"vault/vault.h\"");
        QTest::newRow("its own folder")
            << QByteArray("src/core/form/a.cpp") << QByteArray("\"core/form/form.h\"");
        QTest::newRow("the standard library")
            << QByteArray("src/core/base/a.cpp") << QByteArray("<string_view>");
        QTest::newRow("ICU in core") << QByteArray("src/core/base/a.cpp") << QByteArray("<unicode/unistr.h>");
        QTest::newRow("moc") << QByteArray("src/vault/a.cpp") << QByteArray("\"a.moc\"");
        QTest::newRow("a generated header") << QByteArray("src/gateway/a.cpp") << QByteArray("\"texts.h\"");
        QTest::newRow("Designer in the desk")
            << QByteArray("src/desk/shell/a.cpp") << QByteArray("\"shell/ui_a.h\"");
        QTest::newRow("store from service")
            << QByteArray("src/gateway/service/a.cpp") << QByteArray("\"gateway/store/b.h\"");
    }

    void accepts()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, include);
        const Findings findings = findingsFor(path, include);
        QVERIFY(isClean(findings));
    }

    void saysWhere()
    {
        const Findings findings =
            checkIncludes({{"src/core/base/a.cpp", "#include <vector>\n\n#include <QString>\n"}});
        QCOMPARE(QByteArray::fromStdString(report(findings)),
            QByteArray("\nsrc/core/base/a.cpp:3: core/base may not use QtCore (QString)"));
    }

private:
    static Findings findingsFor(const QByteArray &path, const QByteArray &include)
    {
        return checkIncludes(
            {{path.toStdString(), "#include " + include.toStdString() + '\n'}, {"src/core/base/json.h", {}}});
    }
};

QTEST_GUILESS_MAIN(IncludesTest)
#include "tst_includes.moc"
