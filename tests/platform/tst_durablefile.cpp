#include "platform/durablefile.h"
#include "platform/folder.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <iterator>
#include <sys/stat.h>
#include <unistd.h>

using namespace quanke;
using platform::DurableFile;

namespace {

std::filesystem::path pathIn(const QTemporaryDir &folder, const char *name)
{
    return std::filesystem::path(folder.path().toStdString()) / name;
}

platform::Content saying(const std::string &text)
{
    return [text](DurableFile &file) { return file.append(text); };
}

struct stat rightsOf(const std::filesystem::path &path)
{
    struct stat status { };
    ::stat(path.c_str(), &status);
    return status;
}

std::ptrdiff_t filesIn(const QTemporaryDir &folder)
{
    return std::distance(std::filesystem::directory_iterator(pathIn(folder, "")), {});
}

} // namespace

class DurableFileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aWholeFileTakesTheOldOnesPlace()
    {
        const QTemporaryDir folder;
        const auto path = pathIn(folder, "key");
        QVERIFY(bool(platform::writeWhole(path, saying("first"))));
        QVERIFY(bool(platform::writeWhole(path, saying("second"))));
        QCOMPARE(*platform::readFile(path), std::string("second"));
        QCOMPARE(filesIn(folder), 1);
        QCOMPARE(rightsOf(path).st_mode & 0777U, 0600U);
    }

    /// A service reads what root writes.
    void whoReadsAFileReadsTheNextOne()
    {
        const QTemporaryDir folder;
        const auto path = pathIn(folder, "list");
        QVERIFY(bool(platform::writeForReaders(path, saying("first"))));
        QCOMPARE(rightsOf(path).st_mode & 0777U, 0600U); // the folder lets nobody else in
        QCOMPARE(::chmod(path.c_str(), 0640), 0);
        const bool isRoot = ::geteuid() == 0;
        QCOMPARE(isRoot ? ::chown(path.c_str(), 12345, 23456) : 0, 0);
        QVERIFY(bool(platform::writeForReaders(path, saying("second"))));
        QCOMPARE(*platform::readFile(path), std::string("second"));
        QCOMPARE(rightsOf(path).st_mode & 0777U, 0640U);
        QCOMPARE(rightsOf(path).st_uid, isRoot ? 12345U : ::geteuid());
        QCOMPARE(rightsOf(path).st_gid, isRoot ? 23456U : ::getegid());
    }

    void aNewFileIsForWhomTheFolderLetsIn()
    {
        const QTemporaryDir folder;
        const auto inner = pathIn(folder, "inner");
        QVERIFY(bool(platform::makeFolder(inner)));
        QCOMPARE(::chmod(inner.c_str(), 0750), 0);
        const bool isRoot = ::geteuid() == 0;
        QCOMPARE(isRoot ? ::chown(inner.c_str(), 0, 23456) : 0, 0);
        QVERIFY(bool(platform::writeForReaders(inner / "list", saying("first"))));
        QCOMPARE(rightsOf(inner / "list").st_mode & 0777U, 0640U);
        QCOMPARE(rightsOf(inner / "list").st_gid, isRoot ? 23456U : ::getegid());
    }

    void whatFailsHalfwayLeavesTheOldFileAlone()
    {
        const QTemporaryDir folder;
        const auto path = pathIn(folder, "key");
        QVERIFY(bool(platform::writeWhole(path, saying("first"))));
        const auto written = platform::writeWhole(path, [](DurableFile &file) -> Result<Done> {
            const auto begun = file.append("half");
            return begun ? Failure{"seal.malformed"} : begun;
        });
        QCOMPARE(written.failure().key, std::string("seal.malformed"));
        QCOMPARE(*platform::readFile(path), std::string("first"));
        QCOMPARE(filesIn(folder), 1);
    }

    void whatIsNotFoundRightTakesNoPlace()
    {
        const QTemporaryDir folder;
        const auto path = pathIn(folder, "key");
        QVERIFY(bool(platform::writeWhole(path, saying("first"))));
        std::string seen;
        const auto written = platform::writeWhole(
            path, saying("second"), ".part", [&seen](const std::filesystem::path &file) -> Result<Done> {
                seen = *platform::readFile(file);
                return Failure{"altered"};
            });
        QCOMPARE(written.failure().key, std::string("altered"));
        QCOMPARE(seen, std::string("second")); // whole when it is looked at
        QCOMPARE(*platform::readFile(path), std::string("first"));
        QVERIFY(!std::filesystem::exists(pathIn(folder, "key.part")));
    }

    void whatACrashLeftBesideIsWrittenOver()
    {
        const QTemporaryDir folder;
        QVERIFY(
            bool(platform::writeWhole(pathIn(folder, "key.part"), saying("much longer than what comes"))));
        QVERIFY(bool(platform::writeWhole(pathIn(folder, "key"), saying("short"))));
        QCOMPARE(*platform::readFile(pathIn(folder, "key")), std::string("short"));
        QCOMPARE(filesIn(folder), 1);
    }

    void anOpenFileIsGoneOnWith()
    {
        const QTemporaryDir folder;
        const auto path = pathIn(folder, "upload");
        {
            auto file = DurableFile::make(path);
            QVERIFY(bool(file));
            QVERIFY(bool(file->append("abc")));
        }
        QVERIFY(!DurableFile::make(path));
        auto file = DurableFile::open(path);
        QVERIFY(bool(file->append("def")));
        QVERIFY(bool(file->writeAt(1, "B")));
        QVERIFY(bool(file->sync()));
        QCOMPARE(*platform::readFile(path), std::string("aBcdef"));
    }

    void aFileIsMovedToAFolderThatIsMadeForIt()
    {
        const QTemporaryDir folder;
        QVERIFY(bool(platform::writeWhole(pathIn(folder, "from"), saying("content"))));
        QVERIFY(bool(platform::writeWhole(pathIn(folder, "again"), saying("content"))));
        QVERIFY(bool(platform::moveDurably(pathIn(folder, "from"), pathIn(folder, "a/b/to"))));
        QVERIFY(bool(platform::moveDurably(pathIn(folder, "again"), pathIn(folder, "a/b/to"))));
        QCOMPARE(*platform::readFile(pathIn(folder, "a/b/to")), std::string("content"));
        QCOMPARE(filesIn(folder), 1); // the folder a
    }

    void eachPartSaysItInItsOwnWords()
    {
        const QTemporaryDir folder;
        const auto made = platform::makeFolder(pathIn(folder, "missing/folder"));
        QCOMPARE(made.failure().key, std::string("file.unwritable"));
        QCOMPARE(made.failure().arguments["why"].get<std::string>(), std::string("io"));
        const auto said = platform::saidBy("vault", made).failure();
        QCOMPARE(said.key, std::string("vault.io"));
        QVERIFY(said.arguments.empty()); // a path may name a person
        QCOMPARE(platform::saidBy("vault", Failure{"seal.malformed"}).key, std::string("seal.malformed"));
        QVERIFY(bool(platform::makeFolders(pathIn(folder, "missing/folder"))));
        QVERIFY(bool(platform::removeFile(pathIn(folder, "missing/file"))));
    }
};

QTEST_GUILESS_MAIN(DurableFileTest)
#include "tst_durablefile.moc"
