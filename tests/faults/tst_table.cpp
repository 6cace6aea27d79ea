#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

/// README.md of this folder names each fault once, and no test that does not exist.
class TableTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_table = textOf(QStringLiteral(QUANKE_SOURCE_DIR "/tests/faults/README.md"));
        QVERIFY(!m_table.isEmpty());
    }

    void everyFaultOnce()
    {
        static const QRegularExpression row(QStringLiteral("^\\| ([A-J][0-9]+) \\| [^|]+ \\| [^|]+ \\|$"),
            QRegularExpression::MultilineOption);
        QSet<QString> faults;
        int rows = 0;
        for (auto found = row.globalMatch(m_table); found.hasNext(); ++rows)
            faults.insert(found.next().captured(1));
        QCOMPARE(rows, 132);
        QCOMPARE(faults.size(), 132);
    }

    void everyTestThatIsNamedIsThere()
    {
        const QSet<QString> programs = testPrograms();
        static const QRegularExpression named(QStringLiteral("([a-z]+_[a-z]+)::(\\w+)"));
        int count = 0;
        for (auto found = named.globalMatch(m_table); found.hasNext(); ++count) {
            const auto test = found.next();
            QVERIFY2(programs.contains(test.captured(0)), qPrintable(test.captured(0)));
        }
        QVERIFY(count > 50);
    }

    void saysHowManyAreTried()
    {
        const auto rows = m_table.count(QStringLiteral("` |\n"));
        QVERIFY2(m_table.contains(QStringLiteral("Tried: %1 of 132.").arg(rows)),
            qPrintable(QString::number(rows)));
    }

private:
    static QString textOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }

    /// "link_pusher::leavesByItself" of every test there is, by the last part of the folder's prefix and the file's name.
    static QSet<QString> testPrograms()
    {
        static const QRegularExpression function(
            QStringLiteral("^    void (\\w+)\\(\\)"), QRegularExpression::MultilineOption);
        static const QRegularExpression prefix(QStringLiteral("PREFIX (\\w+_)"));
        QSet<QString> tests;
        QDirIterator files(QStringLiteral(QUANKE_SOURCE_DIR "/tests"), {QStringLiteral("tst_*.cpp")},
            QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            const QString folder = files.fileInfo().path();
            const QString begins =
                prefix.match(textOf(folder + QStringLiteral("/CMakeLists.txt"))).captured(1);
            const QString program = begins + files.fileInfo().baseName().mid(4);
            for (auto found = function.globalMatch(textOf(path)); found.hasNext();)
                tests.insert(program + QStringLiteral("::") + found.next().captured(1));
        }
        return tests;
    }

    QString m_table;
};

QTEST_GUILESS_MAIN(TableTest)
#include "tst_table.moc"
