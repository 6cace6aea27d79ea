#include "seal/digest.h"
#include "spool/mirrorchoice.h"
#include "spool/parcel.h"
#include "vaultfixture.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include <utility>

using namespace quanke;
using test::awaited;
using test::caseOne;
using test::caseTwo;
using test::failureKey;

/// What has not reached the gateway lies beside the store as well, sealed to the gateway.
class CopiesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<test::VaultFixture>();
        m_suite = seal::makeSodiumSuite();
        m_gateway = m_suite->makeSealingPair();
        QCOMPARE(m_fixture->open(), QString());
        QVERIFY(bool(m_fixture->enrol()));
    }

    void withoutTheGatewaysKeyItIsOneCopy()
    {
        file(caseOne);
        QCOMPARE(copies().unsent, 1);
        QCOMPARE(copies().spooled, 0);
        QVERIFY(!copies().standing.keyKnown);
        QVERIFY(!copies().areTwo());
        tellKey();
        QCOMPARE(copies().spooled, 1);
        QVERIFY(copies().areTwo());
    }

    void theCopyIsTheOperationItself()
    {
        tellKey();
        const auto document =
            awaited(m_fixture->vault->storeDocument(caseOne, "a scan", {"image/png", "scan.png", 1}));
        QVERIFY(bool(document));
        auto wanted = test::VaultFixture::operation();
        wanted.documents = {document->sha256};
        const auto operation = awaited(m_fixture->vault->enqueue(wanted));
        QVERIFY(bool(operation));
        const auto found = spooled();
        QCOMPARE(found.size(), std::size_t(1));
        const auto parcel = spool::open(*m_suite, m_gateway, found.front().record);
        QVERIFY(bool(parcel));
        QCOMPARE(parcel->bytes, casework::bytesOf(*operation));
        QCOMPARE(parcel->documents.size(), std::size_t(1));
        QCOMPARE(plain(*parcel), std::string("a scan"));
    }

    void nothingPersonalCanBeReadInIt()
    {
        tellKey();
        file(caseOne);
        for (const auto &found : spooled())
            QVERIFY(found.frame.find("张伟") == std::string::npos);
    }

    void aCopyThatWasLostIsMadeAgain()
    {
        tellKey();
        file(caseOne);
        file(caseTwo);
        m_fixture->close();
        const auto files = spool::filesOf(folder());
        QCOMPARE(files.size(), std::size_t(1));
        QFile file(QString::fromStdString(files.front().string()));
        QVERIFY(file.resize(file.size() - 40)); // a crash in the middle of the second
        m_fixture->make();
        QCOMPARE(m_fixture->open(), QString());
        QCOMPARE(copies().spooled, 1);
        QVERIFY(bool(m_fixture->unlock())); // only then are the keys at hand
        QCOMPARE(copies().spooled, 2);
        QCOMPARE(spooled().size(), std::size_t(2));
    }

    void aGatewayWithAnotherKeyGetsItSealedAnew()
    {
        tellKey();
        file(caseOne);
        const QTemporaryDir stick;
        QVERIFY(bool(awaited(m_fixture->vault->setMirror(stick.path()))));
        QVERIFY(bool(awaited(m_fixture->vault->forget()))); // nobody's keys are at hand
        const auto before = std::exchange(m_gateway, m_suite->makeSealingPair());
        tellKey();
        QCOMPARE(copies().spooled, 0);
        QVERIFY(!copies().areTwo());
        QCOMPARE(spooled().size(), std::size_t(1)); // better than nothing
        QVERIFY(bool(m_fixture->unlock()));
        QCOMPARE(copies().spooled, 1);
        stickIsAsked();
        for (const auto &place : {folder(), spool::spoolsBelow(stick.path().toStdString()).front()}) {
            const auto contents = spool::contentsOf(place);
            QCOMPARE(contents->records.size(), std::size_t(1));
            QVERIFY(bool(spool::open(*m_suite, m_gateway, contents->records.front().record)));
            QVERIFY(!spool::open(*m_suite, before, contents->records.front().record));
        }
        m_fixture->close();
        m_fixture->make();
        QCOMPARE(m_fixture->open(), QString());
        QCOMPARE(copies().spooled, 1); // known after a start too
    }

    void whatTheStoreHasLostStaysInTheCopy()
    {
        tellKey();
        m_fixture->close();
        const auto store = m_fixture->path(QStringLiteral("vault.db"));
        const auto before = m_fixture->path(QStringLiteral("before.db"));
        QVERIFY(QFile::copy(store, before));
        m_fixture->make();
        QCOMPARE(m_fixture->open(), QString());
        QVERIFY(bool(m_fixture->unlock()));
        file(caseOne);
        m_fixture->close();
        QVERIFY(QFile::remove(store) && QFile::rename(before, store)); // put back by somebody
        m_fixture->make();
        QCOMPARE(m_fixture->open(), QString());
        QCOMPARE(copies().unsent, 0);
        QCOMPARE(spooled().size(), std::size_t(1));
    }

    void whatArrivedGoes()
    {
        tellKey();
        const auto operation = file(caseOne);
        QVERIFY(bool(awaited(m_fixture->vault->keepReceipt(operation.id, receiptOf(operation)))));
        QCOMPARE(copies().unsent, 0);
        QVERIFY(spooled().empty());
    }

    void aSpoolThatCannotBeWrittenIsToldAndMadeGood()
    {
        tellKey();
        const QString spool = m_fixture->path(QStringLiteral("spool"));
        QVERIFY(QDir().rename(spool, spool + QStringLiteral("-away")));
        QFile inTheWay(spool);
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        file(caseOne); // is kept all the same
        QVERIFY(bool(copies().standing.problem));
        QVERIFY(!copies().areTwo());
        QVERIFY(inTheWay.remove());
        QVERIFY(QDir().rename(spool + QStringLiteral("-away"), spool));
        QVERIFY(bool(awaited(m_fixture->vault->tryAgain())));
        QVERIFY(copies().areTwo());
        QCOMPARE(spooled().size(), std::size_t(1));
    }

    void theStickFollowsAndGoesOnWhenItIsBack()
    {
        tellKey();
        const QTemporaryDir stick;
        QVERIFY(bool(awaited(m_fixture->vault->setMirror(stick.path()))));
        file(caseOne);
        stickIsAsked();
        QVERIFY(copies().areTwo());
        QCOMPARE(onStick(stick), std::size_t(1));

        const QString place = QDir(stick.path()).entryList(QDir::Dirs | QDir::NoDotAndDotDot).front();
        QVERIFY(QDir(stick.path()).rename(place, QStringLiteral("pulled")));
        QSignalSpy told(m_fixture->vault.get(), &vault::Vault::copiesChanged);
        stickIsAsked();
        QTRY_VERIFY(told.count() > 0);
        QVERIFY(!copies().areTwo());
        file(caseTwo);
        stickIsAsked();
        QVERIFY(!QDir(stick.path()).exists(place)); // nothing is written where it is not

        QVERIFY(QDir(stick.path()).rename(QStringLiteral("pulled"), place));
        stickIsAsked();
        QVERIFY(copies().areTwo());
        QCOMPARE(onStick(stick), std::size_t(2));
        QCOMPARE(m_fixture->reopen(), QString()); // remembered
        QCOMPARE(copies().mirrorFolder, stick.path());
    }

    void aDamagedStoreIsPutAsideWithItsCopies()
    {
        tellKey();
        file(caseOne);
        damage(QStringLiteral("vault.db"));
        QCOMPARE(m_fixture->open(), QStringLiteral("vault.damaged"));
        const auto before = bytesOf(m_fixture->path(QStringLiteral("vault.db")));
        QVERIFY(bool(awaited(m_fixture->vault->putAside())));
        const auto asides = awaited(m_fixture->vault->asides());
        QCOMPARE(asides->size(), std::size_t(1));
        QCOMPARE(asides->front().operations, std::size_t(1));
        const QString aside = QString::fromStdString(asides->front().folder.string());
        QCOMPARE(bytesOf(aside + QStringLiteral("/vault.db")), before);
        QVERIFY(bool(m_fixture->enrol())); // it can be worked with
        QVERIFY(awaited(m_fixture->vault->outbox())->empty());
        QCOMPARE(m_fixture->reopen(), QString()); // and the rescue is not forgotten
        QCOMPARE(awaited(m_fixture->vault->asides())->size(), std::size_t(1));
        const QTemporaryDir stick; // and it can be taken along
        QVERIFY(bool(awaited(m_fixture->vault->copyAside(asides->front(), stick.path()))));
        QCOMPARE(onStick(stick), std::size_t(1));
        QVERIFY(!awaited(m_fixture->vault->asides())->front().isSeen);
        QVERIFY(bool(awaited(m_fixture->vault->markAsideSeen(asides->front()))));
        QCOMPARE(m_fixture->reopen(), QString());
        QVERIFY(awaited(m_fixture->vault->asides())->front().isSeen); // and in the list all the same
        QVERIFY(bool(awaited(m_fixture->vault->settleAside(asides->front()))));
        QCOMPARE(m_fixture->acts(), std::string("sign-in copy-aside settle-aside"));
        QVERIFY(awaited(m_fixture->vault->asides())->empty());
        QVERIFY(QFile::exists(QString(aside).replace(QStringLiteral("-aside-"), QStringLiteral("-settled-"))
            + QStringLiteral("/vault.db")));
    }

    void aStickThatARescueWouldNotKnowIsNotChosen()
    {
        const QTemporaryDir stick;
        const QString choice = m_fixture->path(QStringLiteral("mirror.json"));
        QVERIFY(QDir().mkpath(choice + QStringLiteral("/in the way")));
        QCOMPARE(failureKey(awaited(m_fixture->vault->setMirror(stick.path()))), QStringLiteral("spool.io"));
        QVERIFY(copies().mirrorFolder.isEmpty());
        QVERIFY(QDir(choice).removeRecursively());
        QVERIFY(bool(awaited(m_fixture->vault->setMirror(stick.path()))));
        QCOMPARE(copies().mirrorFolder, stick.path());
    }

    void whatARescueKnowsOfTheStickIsPutRightAtTheStart()
    {
        const QTemporaryDir stick;
        const QString choice = m_fixture->path(QStringLiteral("mirror.json"));
        QVERIFY(bool(awaited(m_fixture->vault->setMirror(stick.path()))));
        const auto right = bytesOf(choice);
        QVERIFY(bool(spool::keepChoice(
            m_fixture->setup().folder.toStdString(), spool::MirrorChoice{"/an/old/stick", "device"})));
        QCOMPARE(m_fixture->reopen(), QString());
        QCOMPARE(bytesOf(choice), right);
        QVERIFY(bool(awaited(m_fixture->vault->setMirror({}))));
        QVERIFY(!QFile::exists(choice));
        QVERIFY(bool(spool::keepChoice(
            m_fixture->setup().folder.toStdString(), spool::MirrorChoice{"/an/old/stick", "device"})));
        QCOMPARE(m_fixture->reopen(), QString());
        QVERIFY(!QFile::exists(choice));
    }

    void theStickIsStillWantedAfterARescue()
    {
        tellKey();
        const QTemporaryDir stick;
        QVERIFY(bool(awaited(m_fixture->vault->setMirror(stick.path()))));
        file(caseOne);
        damage(QStringLiteral("vault.db"));
        const QString place = QDir(stick.path()).entryList(QDir::Dirs | QDir::NoDotAndDotDot).front();
        QVERIFY(QDir(stick.path()).rename(place, QStringLiteral("pulled"))); // it is not in just now
        QCOMPARE(m_fixture->open(), QStringLiteral("vault.damaged"));
        QVERIFY(bool(awaited(m_fixture->vault->putAside())));
        QVERIFY(bool(m_fixture->enrol()));
        tellKey();
        file(caseTwo);
        stickIsAsked();
        QCOMPARE(copies().mirrorFolder, stick.path());
        QCOMPARE(copies().standing.mirrorProblem->key, std::string("spool.away"));
        QCOMPARE(QDir(stick.path()).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(), 1);

        QCOMPARE(m_fixture->reopen(), QString());
        QVERIFY(QDir(stick.path()).rename(QStringLiteral("pulled"), place));
        stickIsAsked();
        QVERIFY(copies().areTwo());
        QCOMPARE(spool::spoolsBelow(stick.path().toStdString()).size(), std::size_t(2)); // the former's stays
    }

    void everyDamagedPageIsNoticedOrDoesNoHarm()
    {
        tellKey();
        file(caseOne);
        m_fixture->close();
        const auto whole = bytesOf(m_fixture->path(QStringLiteral("vault.db")));
        int noticed = 0;
        for (qsizetype page = 0; page * 4096 < whole.size(); ++page) {
            auto bytes = whole;
            for (qsizetype i = page * 4096; i < (page + 1) * 4096; i += 3)
                bytes[i] = char(~bytes[i]);
            write(QStringLiteral("vault.db"), bytes);
            m_fixture->make();
            const auto opened = m_fixture->open();
            if (opened.isEmpty()) {
                m_fixture
                    ->close(); // a page that nothing leads to, or sealed bytes that are checked as they are opened
                continue;
            }
            QCOMPARE(opened, QStringLiteral("vault.damaged"));
            QVERIFY(bool(awaited(m_fixture->vault->putAside())));
            const auto asides = awaited(m_fixture->vault->asides());
            QCOMPARE(asides->back().operations, std::size_t(1));
            ++noticed;
            m_fixture->close();
            restore(QString::fromStdString(asides->back().folder.string()));
        }
        QVERIFY(noticed > 5);
    }

    void aMissingDatabaseIsNotMadeAnewSilently()
    {
        tellKey();
        file(caseOne);
        m_fixture->close();
        QVERIFY(QFile::remove(m_fixture->path(QStringLiteral("vault.db"))));
        m_fixture->make();
        QCOMPARE(m_fixture->open(), QStringLiteral("vault.damaged"));
        QVERIFY(bool(awaited(m_fixture->vault->putAside())));
        QCOMPARE(awaited(m_fixture->vault->asides())->front().operations, std::size_t(1));
    }

    void nothingIsPutAsideWithoutNeed()
    {
        QCOMPARE(failureKey(awaited(m_fixture->vault->putAside())), QStringLiteral("vault.wrong-state"));
        vault::Vault second(m_fixture->setup());
        QCOMPARE(failureKey(awaited(second.open())), QStringLiteral("vault.in-use"));
        QCOMPARE(failureKey(awaited(second.putAside())), QStringLiteral("vault.wrong-state"));
    }

private:
    /// And has done what was asked of it before.
    void stickIsAsked() { QVERIFY(bool(awaited(m_fixture->vault->followMirror()))); }
    void tellKey() { QVERIFY(bool(awaited(m_fixture->vault->keepGatewayKey(m_gateway.publicKey)))); }
    casework::Operation file(const std::string &caseId)
    {
        const auto operation =
            awaited(m_fixture->vault->enqueue(test::VaultFixture::operation("case.submit", caseId)));
        return operation ? *operation : casework::Operation();
    }
    vault::Copies copies() { return *awaited(m_fixture->vault->copies()); }
    std::filesystem::path folder() const { return m_fixture->path(QStringLiteral("spool")).toStdString(); }
    std::vector<spool::Found> spooled() const { return spool::contentsOf(folder())->records; }
    static std::size_t onStick(const QTemporaryDir &stick)
    {
        const auto spools = spool::spoolsBelow(stick.path().toStdString());
        return spools.size() == 1 ? spool::contentsOf(spools.front())->records.size() : 0;
    }
    wire::Receipt receiptOf(const casework::Operation &operation) const
    {
        return {operation.id, seal::sha256(casework::bytesOf(operation)), "durable",
            toText(m_fixture->clock.now()), 1, {}};
    }
    /// The first document of a parcel, as the gateway opens it.
    std::string plain(const spool::Parcel &parcel) const
    {
        const auto &name = parcel.documents.front().file;
        QFile file(m_fixture->path(QStringLiteral("documents/") + QString::fromStdString(name)));
        if (!file.open(QIODevice::ReadOnly))
            return {};
        std::string bytes;
        const auto opened = m_suite->decryptStream(
            parcel.key, spool::placeOfFile(name),
            [&file](char *into, std::size_t most) -> Result<std::size_t> {
                return std::size_t(file.read(into, qint64(most)));
            },
            [&bytes](std::string_view piece) -> Result<Done> {
                bytes += piece;
                return Done{};
            });
        return opened ? bytes : std::string();
    }
    static QByteArray bytesOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void write(const QString &name, const QByteArray &bytes)
    {
        QFile file(m_fixture->path(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }
    void damage(const QString &name)
    {
        m_fixture->close();
        auto bytes = bytesOf(m_fixture->path(name));
        for (qsizetype i = 4096; i < bytes.size(); ++i)
            bytes[i] = char(i * 7);
        write(name, bytes);
        m_fixture->make();
    }
    /// What was put aside comes back to its place.
    void restore(const QString &aside)
    {
        QVERIFY(QDir(m_fixture->setup().folder).removeRecursively());
        QVERIFY(QDir().rename(aside, m_fixture->setup().folder));
    }

    std::unique_ptr<test::VaultFixture> m_fixture;
    std::shared_ptr<const seal::Suite> m_suite;
    seal::KeyPair m_gateway;
};

QTEST_GUILESS_MAIN(CopiesTest)
#include "tst_copies.moc"
