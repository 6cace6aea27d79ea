#include "spool/aside.h"
#include "spool/keeper.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <csignal>
#include <future>
#include <sys/resource.h>

using namespace quanke;

namespace {

spool::Record record(const std::string &operation, const std::string &box = "sealed")
{
    return {{operation, "device-1", 7, {"d0c"}}, box};
}

std::filesystem::path pathIn(const QTemporaryDir &folder, const char *name)
{
    return std::filesystem::path(folder.path().toStdString()) / name;
}

QByteArray bytesOf(const std::filesystem::path &path)
{
    QFile file(QString::fromStdString(path.string()));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool write(const std::filesystem::path &path, const QByteArray &bytes)
{
    QFile file(QString::fromStdString(path.string()));
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

QStringList filesIn(const std::filesystem::path &folder)
{
    return QDir(QString::fromStdString(folder.string())).entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
}

/// While it lives no file of this process grows beyond that, as on a disk that is full.
class SmallFiles {
public:
    explicit SmallFiles(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit small{bytes, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &small);
    }
    ~SmallFiles() { ::setrlimit(RLIMIT_FSIZE, &m_before); }
    SmallFiles(const SmallFiles &) = delete;
    SmallFiles &operator=(const SmallFiles &) = delete;

private:
    rlimit m_before{};
};

} // namespace

class SpoolTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRecordComesBackAsItWas()
    {
        const auto back = spool::recordOf(spool::frameOf(record("01", std::string("a\0\n", 3))));
        QVERIFY(bool(back));
        QCOMPARE(back->label.operation, std::string("01"));
        QCOMPARE(back->label.device, std::string("device-1"));
        QCOMPARE(back->label.sequence, std::uint64_t(7));
        QCOMPARE(back->label.documents, std::vector<std::string>{"d0c"});
        QCOMPARE(back->box, std::string("a\0\n", 3));
    }

    void onlyTheGatewayOpensAParcel()
    {
        const auto suite = seal::makeSodiumSuite();
        const auto gateway = suite->makeSealingPair();
        const auto key = suite->makeKey();
        const spool::Parcel parcel{
            "{\"id\": \"a\"}\n", key.clone(), {{"d0c", "5ha", "image/png", "scan.png", 12}}};
        const auto closed = spool::close(*suite, gateway.publicKey, {"01", "device-1", 7, {}}, parcel);
        QVERIFY(bool(closed));
        QCOMPARE(closed->label.documents, std::vector<std::string>{"d0c"});
        const auto opened = spool::open(*suite, gateway, *closed);
        QVERIFY(bool(opened));
        QCOMPARE(opened->bytes, parcel.bytes);
        QVERIFY(seal::sameBytes(opened->key.view(), key.view()));
        QCOMPARE(opened->documents.front().sha256, std::string("5ha"));
        QCOMPARE(opened->documents.front().size, std::uint64_t(12));

        const auto other = suite->makeSealingPair();
        QCOMPARE(spool::open(*suite, other, *closed).failure().key, std::string("seal.wrong-key"));
        QVERIFY(closed->box.find("\"id\"") == std::string::npos);
    }

    void anyByteThatIsAlteredIsNoticed()
    {
        const auto frame = spool::frameOf(record("01"));
        for (std::size_t i = 0; i < frame.size(); ++i) {
            auto altered = frame;
            altered[i] = char(altered[i] ^ 1);
            QVERIFY2(!spool::recordOf(altered), std::to_string(i).c_str());
        }
    }

    void whatWasAppendedIsThereWhenItIsOpenedAgain()
    {
        const QTemporaryDir folder;
        {
            auto spool = spool::Spool::open(pathIn(folder, "spool"));
            QVERIFY(bool(spool));
            QVERIFY(bool(spool->append(record("01"))));
            QVERIFY(bool(spool->append(record("02"))));
            QVERIFY(bool(spool->append(record("02")))); // once is enough
        }
        auto again = spool::Spool::open(pathIn(folder, "spool"));
        QCOMPARE(again->operations(), (std::set<std::string>{"01", "02"}));
        QVERIFY(bool(again->append(record("03"))));
        const auto contents = spool::contentsOf(pathIn(folder, "spool"));
        QCOMPARE(contents->records.size(), std::size_t(3));
        QVERIFY(contents->damages.empty());
        QCOMPARE(
            spool::filesOf(pathIn(folder, "spool")).size(), std::size_t(2)); // never behind what may be torn
    }

    void aTornEndTakesNothingElseWithIt()
    {
        const QTemporaryDir folder;
        {
            auto spool = spool::Spool::open(pathIn(folder, "spool"));
            QVERIFY(bool(spool->append(record("01"))));
            QVERIFY(bool(spool->append(record("02"))));
        }
        const auto file = spool::filesOf(pathIn(folder, "spool")).front();
        const auto whole = bytesOf(file);
        const auto frame = qsizetype(spool::frameOf(record("02")).size());
        for (qsizetype cut = 1; cut < frame; ++cut) {
            QVERIFY(write(file, whole.left(whole.size() - cut)));
            const auto spool = spool::Spool::open(pathIn(folder, "spool"));
            QCOMPARE(spool->operations(), std::set<std::string>{"01"});
        }
        auto spool = spool::Spool::open(pathIn(folder, "spool"));
        QVERIFY(bool(spool->append(record("02"))));
        QCOMPARE(spool::Spool::open(pathIn(folder, "spool"))->operations().size(), std::size_t(2));
    }

    void anAlteredRecordIsNamedAndTheOthersRead()
    {
        const QTemporaryDir folder;
        auto spool = spool::Spool::open(pathIn(folder, "spool"));
        for (const char *operation : {"01", "02", "03"})
            QVERIFY(bool(spool->append(record(operation))));
        const auto file = spool::filesOf(pathIn(folder, "spool")).front();
        auto bytes = bytesOf(file);
        const auto frame = qsizetype(spool::frameOf(record("01")).size());
        bytes[qsizetype(spool::beginning.size()) + frame + frame - 2] ^= 4; // in the second's box
        QVERIFY(write(file, bytes));
        const auto contents = spool::contentsOf(pathIn(folder, "spool"));
        QCOMPARE(contents->records.size(), std::size_t(2));
        QCOMPARE(contents->records.back().record.label.operation, std::string("03"));
        QCOMPARE(contents->damages.size(), std::size_t(1));
        QCOMPARE(contents->damages.front().number, 2);
        QVERIFY(contents->damages.front().kind == spool::Front::Kind::Altered);
    }

    void aLengthThatWasAlteredHidesNothingBehindIt()
    {
        const QTemporaryDir folder;
        auto spool = spool::Spool::open(pathIn(folder, "spool"));
        for (const char *operation : {"01", "02", "03"})
            QVERIFY(bool(spool->append(record(operation))));
        const auto file = spool::filesOf(pathIn(folder, "spool")).front();
        auto bytes = bytesOf(file);
        const auto frame = qsizetype(spool::frameOf(record("01")).size());
        bytes[qsizetype(spool::beginning.size()) + frame + 1] ^= 0x40; // the second's, by 16 KiB
        QVERIFY(write(file, bytes));
        const auto contents = spool::contentsOf(pathIn(folder, "spool"));
        QCOMPARE(contents->records.size(), std::size_t(2));
        QCOMPARE(contents->damages.size(), std::size_t(1));
        QVERIFY(contents->damages.front().kind == spool::Front::Kind::Altered);
    }

    void whatHasArrivedGoesByANewFile()
    {
        const QTemporaryDir folder;
        const auto place = pathIn(folder, "spool");
        auto spool = spool::Spool::open(place);
        for (int i = 0; i < 100; ++i)
            QVERIFY(bool(spool->append(record(std::to_string(i)))));
        const auto before = bytesOf(spool::filesOf(place).front());
        for (int i = 0; i < 40; ++i)
            QVERIFY(bool(spool->drop({std::to_string(i)})));
        QCOMPARE(bytesOf(spool::filesOf(place).front()), before); // not worth it yet, and never in place
        for (int i = 40; i < 60; ++i)
            QVERIFY(bool(spool->drop({std::to_string(i)})));
        QVERIFY(spool::contentsOf(place)->records.size() < 55);
        QCOMPARE(spool->operations().size(), std::size_t(40));
        for (int i = 60; i < 100; ++i)
            QVERIFY(bool(spool->drop({std::to_string(i)})));
        QVERIFY(spool::filesOf(place).empty());
        QVERIFY(bool(spool->append(record("100"))));
        QCOMPARE(spool::contentsOf(place)->records.size(), std::size_t(1));
    }

    void aDiskThatHasNoRoomForTheNewFileKeepsTheOld()
    {
        const QTemporaryDir folder;
        const auto place = pathIn(folder, "spool");
        auto spool = spool::Spool::open(place);
        std::set<std::string> dropped;
        for (int i = 0; i < 40; ++i) {
            QVERIFY(bool(spool->append(record(std::to_string(i), std::string(1024, 'x')))));
            if (i % 2 == 0)
                dropped.insert(std::to_string(i));
        }
        const auto before = bytesOf(place / "0001.qks");
        {
            const SmallFiles room(10 * 1024);
            QCOMPARE(spool->drop(dropped).failure().key, std::string("spool.disk-full"));
        }
        QCOMPARE(filesIn(place), QStringList{QStringLiteral("0001.qks")});
        QCOMPARE(bytesOf(place / "0001.qks"), before);
        QVERIFY(bool(spool->append(record("40"))));
        QCOMPARE(spool::contentsOf(place)->records.size(), std::size_t(41));
        QVERIFY(bool(spool->drop({"1"}))); // now there is room
        const auto contents = spool::contentsOf(place);
        QCOMPARE(contents->records.size(), std::size_t(20));
        QVERIFY(contents->damages.empty());
    }

    void aFileThatCannotBeReadHoldsUpNoOther()
    {
        const QTemporaryDir folder;
        const QTemporaryDir stick;
        const auto place = pathIn(folder, "vault-aside-20261122T091403Z/spool");
        QVERIFY(QDir().mkpath(
            QString::fromStdString((place / "0002.qks").string()))); // a folder reads as nothing
        QVERIFY(bool(spool::Spool::open(place)->append(record("03"))));
        std::filesystem::rename(place / "0003.qks", place / "0001.qks");
        auto spool = spool::Spool::open(place);
        QVERIFY(bool(spool));
        QCOMPARE(spool->operations(), std::set<std::string>{"03"});
        const auto contents = spool::contentsOf(place);
        QCOMPARE(contents->unreadable, std::vector{place / "0002.qks"});
        const auto aside = spool::asidesOf(pathIn(folder, "vault")).front();
        QCOMPARE(aside.operations, std::size_t(1));
        QCOMPARE(aside.unreadable, std::size_t(1));
        const auto copied = spool::copyTo(aside, pathIn(stick, ""));
        QCOMPARE(copied.failure().key, std::string("spool.unreadable"));
        QCOMPARE(copied.failure().arguments["file"].get<std::string>(), std::string("0002.qks"));
        const auto there = spool::spoolsBelow(pathIn(stick, "")).front();
        QCOMPARE(spool::contentsOf(there)->records.size(), std::size_t(1));
        QVERIFY(bool(spool->drop({"03"})));
        QCOMPARE(filesIn(place), QStringList{QStringLiteral("0002.qks")}); // another day it may be read
    }

    void aFileThatWasOnlyBegunIsNoTampering()
    {
        const QTemporaryDir folder;
        const auto place = pathIn(folder, "vault-aside-20261122T091403Z/spool");
        QVERIFY(QDir().mkpath(QString::fromStdString(place.string())));
        for (qsizetype length = 0; length < qsizetype(spool::beginning.size()); ++length) {
            QVERIFY(write(place / "0001.qks", QByteArray(spool::beginning.data(), length)));
            QCOMPARE(spool::asidesOf(pathIn(folder, "vault")).front().unreadable, std::size_t(0));
        }
        QVERIFY(write(place / "0001.qks", "QKSPOOX"));
        QCOMPARE(spool::asidesOf(pathIn(folder, "vault")).front().unreadable, std::size_t(1));
    }

    void theMirrorFollowsWithItsDocuments()
    {
        const QTemporaryDir folder;
        const QTemporaryDir stick;
        QVERIFY(bool(spool::makeFolder(pathIn(folder, "documents"))));
        QVERIFY(write(pathIn(folder, "documents/d0c"), "sealed document"));
        auto spool = spool::Spool::open(pathIn(folder, "spool"));
        QVERIFY(bool(spool->append(record("01"))));
        spool::Mirror mirror(pathIn(stick, ""), "device-1");
        QVERIFY(bool(mirror.begin()));
        QVERIFY(bool(mirror.follow(*spool, pathIn(folder, "documents"), {})));
        QVERIFY(bool(spool->append(record("02"))));
        QVERIFY(bool(mirror.add(record("02"), *spool, pathIn(folder, "documents"), {})));
        const auto there = spool::spoolsBelow(pathIn(stick, ""));
        QCOMPARE(there.size(), std::size_t(1));
        QCOMPARE(spool::contentsOf(there.front())->records.size(), std::size_t(2));
        QCOMPARE(bytesOf(pathIn(stick, "quanke-device-1/documents/d0c")), QByteArray("sealed document"));
        QVERIFY(bool(spool->drop({"01", "02"})));
        QVERIFY(bool(mirror.drop({"01", "02"})));
        QVERIFY(spool::spoolsBelow(pathIn(stick, "")).empty());
        QVERIFY(bytesOf(pathIn(stick, "quanke-device-1/documents/d0c")).isEmpty());
    }

    void aSlowDiskHoldsNobodyUp()
    {
        const QTemporaryDir folder;
        const QTemporaryDir stick;
        std::atomic_bool waits = false;
        std::promise<void> goesOn; // not before that does the disk do anything
        const auto wait = [&waits, until = goesOn.get_future().share()] {
            waits = true;
            until.wait();
        };
        const auto suite = seal::makeSodiumSuite();
        auto keeper = spool::Keeper::open(pathIn(folder, ""), suite, wait);
        keeper->setKey(suite->makeSealingPair().publicKey);
        spool::Mirror mirror(pathIn(stick, ""), "device-1");
        QVERIFY(bool(mirror.begin()));
        keeper->setMirror(std::move(mirror));
        QTRY_VERIFY(waits);
        const spool::Parcel parcel{"{}", suite->makeKey(), {}};
        for (int i = 100; i < 200; ++i) // more than are waited with
            QVERIFY(keeper->keep({std::to_string(i), "device-1", std::uint64_t(i), {}}, parcel));
        keeper->drop({"100"});
        QVERIFY(keeper->standing().mirrorIsBehind); // and nobody calls it two copies
        goesOn.set_value();
        QTRY_VERIFY(!keeper->standing().mirrorIsBehind);
        const auto there = spool::contentsOf(pathIn(stick, "quanke-device-1/spool"));
        QVERIFY(there->records.size() >= 99U && there->damages.empty());
        QCOMPARE(spool::Spool::open(pathIn(folder, "spool"))->operations().size(), std::size_t(100));
        QVERIFY(!keeper->standing().mirrorProblem);
    }

    void whatTheHallHasLostIsOnTheStickOnceMore()
    {
        const QTemporaryDir folder;
        const QTemporaryDir stick;
        const auto suite = seal::makeSodiumSuite();
        auto keeper = spool::Keeper::open(pathIn(folder, ""), suite);
        keeper->setKey(suite->makeSealingPair().publicKey);
        const spool::Parcel parcel{"{}", suite->makeKey(), {}};
        const auto chooseStick = [&] {
            spool::Mirror mirror(pathIn(stick, ""), "device-1");
            QVERIFY(bool(mirror.begin()));
            keeper->setMirror(std::move(mirror));
            QTRY_VERIFY(!keeper->standing().mirrorIsBehind);
        };
        const auto onStick = [&stick] {
            return spool::contentsOf(pathIn(stick, "quanke-device-1/spool"))->records.size();
        };
        chooseStick();
        QVERIFY(keeper->keep({"01", "device-1", 1, {}}, parcel));
        keeper->drop({"01"}); // it was durable
        QTRY_COMPARE(onStick(), std::size_t(0));
        QVERIFY(keeper->keep({"01", "device-1", 1, {}}, parcel)); // and then it was not
        QTRY_COMPARE(onStick(), std::size_t(1));
        chooseStick(); // one that looks at all there is
        QCOMPARE(onStick(), std::size_t(1));
    }

    void aDiskThatIsWantedNoLongerIsNotWaitedFor()
    {
        const QTemporaryDir folder;
        const QTemporaryDir stick;
        auto opened = spool::Spool::open(pathIn(folder, "spool"));
        const auto home = std::make_shared<spool::Spool>(std::move(*opened));
        std::atomic_bool waits = false;
        std::promise<void> goesOn;
        const auto wait = [&waits, until = goesOn.get_future().share()] {
            waits = true;
            until.wait();
        };
        spool::Mirror mirror(pathIn(stick, ""), "device-1");
        QVERIFY(bool(mirror.begin()));
        bool isAnswered = false;
        {
            spool::MirrorThread thread(std::move(mirror),
                {home, std::make_shared<spool::Dropped>(), pathIn(folder, "documents")}, wait);
            QTRY_VERIFY(waits);
            QVERIFY(bool(home->append(record("01"))));
            thread.add(record("01"));
            thread.follow([&isAnswered] { isAnswered = true; });
            thread.leave();
            goesOn.set_value();
        }
        QVERIFY(isAnswered); // whoever asked waits for nothing
        QVERIFY(spool::contentsOf(pathIn(stick, "quanke-device-1/spool"))->records.empty());
    }

    void theMirrorKeepsWhatTheSpoolHasLost()
    {
        const QTemporaryDir folder;
        const QTemporaryDir stick;
        auto spool = spool::Spool::open(pathIn(folder, "spool"));
        QVERIFY(bool(spool->append(record("01"))));
        QVERIFY(bool(spool->append(record("02"))));
        spool::Mirror mirror(pathIn(stick, ""), "device-1");
        QVERIFY(bool(mirror.begin()));
        QVERIFY(bool(spool::makeFolder(pathIn(folder, "documents"))));
        QVERIFY(write(pathIn(folder, "documents/d0c"), "sealed document"));
        QVERIFY(bool(mirror.follow(*spool, pathIn(folder, "documents"), {})));
        std::filesystem::remove_all(pathIn(folder, "spool"));
        spool = spool::Spool::open(pathIn(folder, "spool"));
        QVERIFY(bool(mirror.follow(*spool, pathIn(folder, "documents"), {"02"})));
        QCOMPARE(spool::Spool::open(pathIn(stick, "quanke-device-1/spool"))->operations().count("01"),
            std::size_t(1));
    }

    void aDiskThatWasTakenAwayIsNotMadeUp()
    {
        const QTemporaryDir folder;
        const QTemporaryDir stick;
        auto spool = spool::Spool::open(pathIn(folder, "spool"));
        spool::Mirror mirror(pathIn(stick, ""), "device-1");
        QVERIFY(bool(mirror.begin()));
        QVERIFY(bool(mirror.follow(*spool, pathIn(folder, "documents"), {})));
        std::filesystem::rename(pathIn(stick, "quanke-device-1"), pathIn(stick, "elsewhere"));
        QVERIFY(bool(spool->append({{"01", "device-1", 1, {}}, "box"})));
        const auto added =
            mirror.add({{"01", "device-1", 1, {}}, "box"}, *spool, pathIn(folder, "documents"), {});
        QCOMPARE(added.failure().key, std::string("spool.away"));
        QVERIFY(!std::filesystem::exists(pathIn(stick, "quanke-device-1")));
        std::filesystem::rename(pathIn(stick, "elsewhere"), pathIn(stick, "quanke-device-1"));
        QVERIFY(bool(mirror.follow(*spool, pathIn(folder, "documents"), {})));
        QCOMPARE(spool::contentsOf(pathIn(stick, "quanke-device-1/spool"))->records.size(), std::size_t(1));
    }
};

QTEST_GUILESS_MAIN(SpoolTest)
#include "tst_spool.moc"
