#include "lint/textrules.h"

#include <QTest>

using namespace quanke::lint;

class TextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void houseHolds()
    {
        const Findings findings = checkText(readSources(QUANKE_SOURCE_DIR,
            {".ci", ".clang-format", ".clang-tidy", ".editorconfig", ".gitignore", "CMakeLists.txt",
                "CMakePresets.json", "LICENSE", "README.md", "SECURITY.md", "dev", "forms", "installer",
                "src", "tests", "translations", "ui"}));
        QVERIFY(isClean(findings));
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("unfinished") << QByteArray("src/a.cpp")
                                    << QByteArray("// TO"
                                                  "DO: more");
        QTest::newRow("unfinished script") << QByteArray("dev")
                                           << QByteArray("# FIX"
                                                         "ME");
        QTest::newRow("unfinished answer") << QByteArray("src/a.cpp")
                                           << QByteArray("fail(\"Not"
                                                         " implemented\");");
        QTest::newRow("a document elsewhere") << QByteArray("src/a.h")
                                              << QByteArray("// see design"
                                                            ".md");
        QTest::newRow("skipped test") << QByteArray("tests/core/tst_a.cpp")
                                      << QByteArray("QSK"
                                                    "IP(\"later\");");
        QTest::newRow("sleep in a test") << QByteArray("tests/core/tst_a.cpp")
                                         << QByteArray("QTest::qW"
                                                       "ait(10);");
        QTest::newRow("sleep in a program") << QByteArray("src/a.cpp")
                                            << QByteArray("std::this_thread::sleep"
                                                          "_for(1s);");
        QTest::newRow("nested loop") << QByteArray("src/link/a.cpp") << QByteArray("QEventLoop loop;");
        QTest::newRow("modal dialog") << QByteArray("src/desk/shell/a.cpp") << QByteArray("dialog.exec();");
        QTest::newRow("string connect")
            << QByteArray("src/desk/a.cpp") << QByteArray("connect(a, SIGNAL(b()), c, SLOT(d()));");
        QTest::newRow("Qt keyword") << QByteArray("src/desk/a.h") << QByteArray("signals:");
        QTest::newRow("singleton") << QByteArray("src/link/a.h") << QByteArray("static Client &instance();");
        QTest::newRow("raw owner") << QByteArray("src/link/a.cpp") << QByteArray("    delete m_client;");
        QTest::newRow("clock in core") << QByteArray("src/core/casework/a.cpp")
                                       << QByteArray("auto now = std::chrono::system_clock::now();");
        QTest::newRow("SQL in the desk")
            << QByteArray("src/desk/a.cpp") << QByteArray("query(\"SELECT a FROM b\");");
        QTest::newRow("Chinese in the sources")
            << QByteArray("src/desk/a.cpp") << QByteArray("label(\"\xe6\x94\xb6\xe4\xbb\xb6\");");
        QTest::newRow("Chinese in a form")
            << QByteArray("ui/shell/a.ui") << QByteArray("<string>\xe6\x94\xb6\xe4\xbb\xb6</string>");
        QTest::newRow("spaces at the end") << QByteArray("README.md") << QByteArray("text ");
        QTest::newRow("tab") << QByteArray("forms/a.json") << QByteArray("\t1");
        QTest::newRow("carriage return") << QByteArray("forms/a.json") << QByteArray("1\r");
    }

    void refuses()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, line);
        const Findings findings = findingsFor(path, line);
        QVERIFY2(findings.size() >= 1, "nothing was found");
        QCOMPARE(findings.front().line, path.endsWith(".h") ? 3 : 2);
    }

    void accepts_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("Chinese in a comment")
            << QByteArray("src/desk/a.cpp") << QByteArray("// \xe6\x94\xb6\xe4\xbb\xb6: receive");
        QTest::newRow("Chinese on the command line")
            << QByteArray("src/cli/a.cpp") << QByteArray("say(\"\xe6\x94\xb6\xe4\xbb\xb6\");");
        QTest::newRow("SQL in the vault")
            << QByteArray("src/vault/a.cpp") << QByteArray("query(\"SELECT a FROM b\");");
        QTest::newRow("SQL in a comment")
            << QByteArray("src/desk/a.cpp") << QByteArray("// \"SELECT a FROM b\"");
        QTest::newRow("deleted function")
            << QByteArray("src/link/a.h") << QByteArray("    A(const A &) = delete;");
        QTest::newRow("main's loop") << QByteArray("src/desk/main.cpp")
                                     << QByteArray("return application.exec();");
        QTest::newRow("a query") << QByteArray("src/vault/a.cpp") << QByteArray("query.exec();");
        QTest::newRow("a word in a text")
            << QByteArray("src/link/a.cpp") << QByteArray("say(\"delete one // of two\");");
        QTest::newRow("digits in groups")
            << QByteArray("src/link/a.cpp") << QByteArray("int million = 1'000'000;");
    }

    void accepts()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, line);
        const Findings findings = findingsFor(path, line);
        QVERIFY(isClean(findings));
    }

    void refusesWholeFiles()
    {
        QCOMPARE(checkText({{"forms/a.json", "{}"}}).size(), std::size_t(1));
        QCOMPARE(checkText({{"forms/a.json", "{}\n\n"}}).size(), std::size_t(1));
        QCOMPARE(checkText({{"src/a.h", "#include <vector>\n"}}).size(), std::size_t(1));
    }

    void tellsCodeFromCommentsAndTexts()
    {
        const std::string text = "a /* b\n \" */ \"c//\\\"\" 'd' R\"x(e)\"f)x\" 1'0 // g\nh";
        QCOMPARE(QByteArray::fromStdString(withoutComments(text)),
            QByteArray("a     \n      \"c//\\\"\" 'd' R\"x(e)\"f)x\" 1'0     \nh"));
        QCOMPARE(QByteArray::fromStdString(withoutCommentsAndLiterals(text)),
            QByteArray("a     \n                              1'0     \nh"));
    }

private:
    static Findings findingsFor(const QByteArray &path, const QByteArray &line)
    {
        const std::string before = path.endsWith(".h") ? "#pragma once\n\n" : "\n";
        return checkText({{path.toStdString(), before + line.toStdString() + '\n'}});
    }
};

QTEST_GUILESS_MAIN(TextTest)
#include "tst_text.moc"
