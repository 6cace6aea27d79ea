#include "platform/folder.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace quanke;

class FolderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatLiesInAFolderComesByName()
    {
        const QTemporaryDir folder;
        const std::filesystem::path place(folder.path().toStdString());
        std::filesystem::create_directories(place / "b" / "deeper");
        for (const char *name : {"c", "a"}) {
            QFile file(folder.filePath(QString::fromLatin1(name)));
            QVERIFY(file.open(QIODevice::WriteOnly));
        }
        const auto entries = platform::entriesOf(place);
        const std::vector<std::filesystem::path> expected{place / "a", place / "b", place / "c"};
        QCOMPARE(*entries, expected);
        QCOMPARE(platform::entriesOf(place / "none").failure().key, std::string("folder.missing"));
        QCOMPARE(platform::entriesOf(place / "a").failure().key, std::string("folder.unreadable"));
    }
};

QTEST_GUILESS_MAIN(FolderTest)
#include "tst_folder.moc"
