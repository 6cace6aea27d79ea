#include "lint/source.h"
#include "lint/translationrules.h"

#include <QDir>
#include <QFile>
#include <QIODevice>
#include <QTemporaryDir>
#include <QTest>

using namespace quanke::lint;

class TranslationsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void houseHolds()
    {
        Findings findings;
        for (const Source &source : readSources(QUANKE_SOURCE_DIR, {"translations"})) {
            if (source.hasEnding(".ts")) {
                const Findings inFile = checkTranslation(source.path, source.text);
                const Findings inSources = checkTranslationIsUpToDate(QUANKE_SOURCE_DIR, source.path);
                findings.insert(findings.end(), inFile.begin(), inFile.end());
                findings.insert(findings.end(), inSources.begin(), inSources.end());
            }
        }
        QVERIFY(isClean(findings));
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("message");
        QTest::newRow("unfinished") << QByteArray(
            "<source>A</source><translation type=\"unfinished\">B</translation>");
        QTest::newRow("vanished") << QByteArray(
            "<source>A</source><translation type=\"vanished\">B</translation>");
        QTest::newRow("empty") << QByteArray("<source>A</source><translation></translation>");
        QTest::newRow("empty plural") << QByteArray("<source>%n</source><translation><numerusform>%n</"
                                                    "numerusform><numerusform></numerusform></translation>");
        QTest::newRow("lost placeholder") << QByteArray("<source>A %1</source><translation>B</translation>");
        QTest::newRow("other placeholder")
            << QByteArray("<source>A %1</source><translation>B %2</translation>");
        QTest::newRow("broken") << QByteArray("<source>A</translation>");
    }

    void refuses()
    {
        QFETCH(QByteArray, message);
        QCOMPARE(checkTranslation("a.ts", file(message)).size(), std::size_t(1));
    }

    void accepts_data()
    {
        QTest::addColumn<QByteArray>("message");
        QTest::newRow("plain") << QByteArray("<source>A</source><translation>B</translation>");
        QTest::newRow("placeholders elsewhere")
            << QByteArray("<source>A %1 %2</source><translation>%2 B %1</translation>");
        QTest::newRow("singular without its number")
            << QByteArray("<source>%n "
                          "a</source><translation><numerusform>one</numerusform><numerusform>%n</"
                          "numerusform></translation>");
    }

    void accepts()
    {
        QFETCH(QByteArray, message);
        const Findings findings = checkTranslation("a.ts", file(message));
        QVERIFY(isClean(findings));
    }

    void seesWhatTheSourcesSayAnew()
    {
        const QTemporaryDir repository;
        QVERIFY(QDir(repository.path()).mkpath(QStringLiteral("src"))
            && QDir(repository.path()).mkpath(QStringLiteral("ui")));
        write(repository.filePath(QStringLiteral("src/a.cpp")),
            "QString a() { return QCoreApplication::translate(\"A\", \"New\"); }\n");
        write(repository.filePath(QStringLiteral("quanke_zh_CN.ts")),
            QByteArray::fromStdString(file("<source>Old</source><translation>B</translation>")));
        const Findings findings =
            checkTranslationIsUpToDate(repository.path().toStdString(), "quanke_zh_CN.ts");
        QCOMPARE(findings.size(), std::size_t(2));
        QVERIFY(report(findings).find("\"New\": unfinished") != std::string::npos);
        QVERIFY(report(findings).find("\"Old\": vanished") != std::string::npos);
    }

private:
    static std::string file(const QByteArray &message)
    {
        return "<?xml version=\"1.0\"?><!DOCTYPE TS><TS version=\"2.1\" "
               "language=\"zh_CN\"><context><name>A</name><message>"
            + message.toStdString() + "</message></context></TS>";
    }

    static void write(const QString &path, const QByteArray &content)
    {
        QFile output(path);
        QVERIFY(output.open(QIODevice::WriteOnly));
        output.write(content);
    }
};

QTEST_GUILESS_MAIN(TranslationsTest)
#include "tst_translations.moc"
