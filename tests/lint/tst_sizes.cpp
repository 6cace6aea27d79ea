#include "lint/sizerules.h"

#include <QTest>

using namespace quanke::lint;

class SizesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void houseHolds()
    {
        const SizeFindings findings = checkSizes(readSources(QUANKE_SOURCE_DIR, {"src", "tests"}));
        if (!findings.toLookAt.empty()) {
            qInfo("for a person to decide:%s", report(findings.toLookAt).c_str());
        }
        QVERIFY(isClean(findings.tooLarge));
    }

    void seesLongFiles()
    {
        QVERIFY(checkSizes({{"src/a.cpp", lines(500)}, {"src/a.h", lines(250)}}).tooLarge.empty());
        QCOMPARE(checkSizes({{"src/a.cpp", lines(501)}}).tooLarge.size(), std::size_t(1));
        QCOMPARE(checkSizes({{"src/a.h", lines(251)}}).tooLarge.size(), std::size_t(1));
    }

    void seesFullFolders()
    {
        std::vector<Source> sources;
        for (int file = 0; file < 30; ++file) {
            sources.push_back({"src/desk/" + std::to_string(file) + ".cpp", {}});
        }
        QVERIFY(checkSizes(sources).tooLarge.empty());
        sources.push_back({"src/desk/last.h", {}});
        QCOMPARE(checkSizes(sources).tooLarge.size(), std::size_t(1));
    }

    void seesLongFunctions()
    {
        const std::string text = "void first()\n{\n" + lines(60)
            + "}\n\nclass A {\n    void second()\n    {\n" + lines(61) + "    }\n};\n";
        const Findings findings = checkSizes({{"src/a.cpp", text}}).toLookAt;
        QCOMPARE(QByteArray::fromStdString(report(findings)),
            QByteArray("\nsrc/a.cpp:66: a function of 61 lines"));
    }

private:
    static std::string lines(int count)
    {
        std::string text;
        while (count-- > 0) {
            text += "    int a; // }\n";
        }
        return text;
    }
};

QTEST_GUILESS_MAIN(SizesTest)
#include "tst_sizes.moc"
