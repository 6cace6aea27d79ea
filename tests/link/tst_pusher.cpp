#include "link/linkfixture.h"
#include "link/pusher.h"

#include <QByteArrayList>
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace quanke;
using test::awaited;
using test::caseOne;
using test::caseTwo;
using test::failureKey;
using test::VaultFixture;
using Fate = test::FakeGateway::Fate;
using Link = test::FakeGateway::Link;

class PusherTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<test::LinkFixture> m_fixture;
    std::unique_ptr<link::Pusher> m_pusher;

    void startPusher()
    {
        m_pusher = std::make_unique<link::Pusher>(m_fixture->vault(), m_fixture->client, m_fixture->monitor);
        m_pusher->setDelays(std::chrono::milliseconds(2), std::chrono::milliseconds(10));
        m_pusher->start();
    }
    std::vector<std::string> taken() const { return m_fixture->gateway.taken; }
    int waiting() { return awaited(m_fixture->vault().outboxCount())->waiting; }
    /// Enqueues the submission of a case with a document of 300,000 bytes.
    Result<casework::Operation> withDocument(const std::string &caseId)
    {
        const auto stored = awaited(
            m_fixture->vault().storeDocument(caseId, QByteArray(300'000, 'x'), {"image/png", "a.png", 1}));
        auto wanted = VaultFixture::operation("case.submit", caseId);
        wanted.documents = {stored->sha256};
        return awaited(m_fixture->vault().enqueue(wanted));
    }
    std::vector<vault::OutboxEntry> outbox() { return *awaited(m_fixture->vault().outbox()); }

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<test::LinkFixture>();
        QVERIFY(m_fixture->openAndEnrol());
    }

    void cleanup()
    {
        m_pusher.reset();
        m_fixture.reset();
    }

    void leavesByItself()
    {
        QCOMPARE(m_fixture->signIn(), QString());
        startPusher();
        QSignalSpy delivered(m_pusher.get(), &link::Pusher::delivered);
        const auto operation = m_fixture->enqueue();
        QVERIFY(bool(operation));
        QTRY_COMPARE(delivered.count(), 1);
        QCOMPARE(delivered.front()[0].toString(), QString::fromStdString(caseOne));
        QCOMPARE(taken(), std::vector<std::string>{operation->id});
        QCOMPARE(m_fixture->gateway.operations.at(operation->id), casework::bytesOf(*operation));
        QCOMPARE(waiting(), 0);
        QVERIFY(awaited(m_fixture->vault().filedCases())->front().state == vault::OutboxState::Durable);
    }

    void inOrderWithinACase()
    {
        std::vector<std::string> ids;
        for (const char *kind : {"case.submit", "case.note", "document.attest", "case.note"}) {
            ids.push_back(m_fixture->enqueue(kind)->id);
        }
        QCOMPARE(m_fixture->signIn(), QString());
        m_fixture->monitor.start();
        m_fixture->gateway.fates = {Fate::Busy, Fate::ReplyLost};
        startPusher();
        QTRY_COMPARE(waiting(), 0);
        QCOMPARE(taken(), ids);
    }

    void whatOneRoundDoesNotHoldLeavesInTheNext()
    {
        std::vector<std::string> ids;
        for (int i = 0; i < 201; ++i) {
            const auto caseId = "01935f00-0000-7000-8000-" + std::to_string(100'000'000'000 + i);
            auto wanted = VaultFixture::operation("case.note", caseId);
            ids.push_back(awaited(m_fixture->vault().enqueue(std::move(wanted)))->id);
        }
        QCOMPARE(m_fixture->signIn(), QString());
        startPusher();
        QTRY_COMPARE_WITH_TIMEOUT(waiting(), 0, test::patience);
        QCOMPARE(taken(), ids);
    }

    void onceThoughTheReplyIsLost()
    {
        QCOMPARE(m_fixture->signIn(), QString());
        m_fixture->monitor.start();
        m_fixture->gateway.fates = {Fate::ReplyLost};
        startPusher();
        const auto operation = m_fixture->enqueue();
        QTRY_COMPARE(waiting(), 0);
        QCOMPARE(taken(), std::vector<std::string>{operation->id}); // one effect
        QCOMPARE(m_fixture->puts(operation->id), 2); // of two puts
        const auto &first = m_fixture->network.asked();
        QByteArrayList bodies;
        for (const auto &asked : first) {
            if (asked.verb == "PUT") {
                bodies += asked.body;
            }
        }
        QCOMPARE(bodies[0], bodies[1]);
    }

    void onceThoughTheDeskIsRestartedBeforeTheReceipt()
    {
        QCOMPARE(m_fixture->signIn(), QString());
        m_fixture->gateway.fates = {Fate::ReplyLost};
        startPusher();
        const auto operation = m_fixture->enqueue();
        QTRY_COMPARE(int(taken().size()), 1);
        m_pusher.reset();
        QCOMPARE(m_fixture->store.reopen(), QString());
        QVERIFY(bool(m_fixture->store.unlock()));
        QCOMPARE(waiting(), 1);
        m_fixture->monitor.askNow();
        startPusher();
        QTRY_COMPARE(waiting(), 0);
        QCOMPARE(taken(), std::vector<std::string>{operation->id});
    }

    void waitsWhileTheLinkIsDownAndLeavesWhenItIsBack()
    {
        QCOMPARE(m_fixture->signIn(), QString());
        m_fixture->gateway.link = Link::Down;
        m_fixture->monitor.start();
        QTRY_VERIFY(m_fixture->monitor.state() == link::LinkState::Offline);
        startPusher();
        const auto first = m_fixture->enqueue("case.submit", caseOne);
        const auto second = m_fixture->enqueue("case.submit", caseTwo);
        const auto note = m_fixture->enqueue("case.note", caseOne);
        QCOMPARE(waiting(), 3);
        QVERIFY(taken().empty());
        m_fixture->gateway.link = Link::Up;
        QTRY_COMPARE(waiting(), 0);
        QCOMPARE(taken(), (std::vector<std::string>{first->id, second->id, note->id}));
        for (const auto &id : taken()) {
            QCOMPARE(m_fixture->puts(id), 1);
        }
    }

    void waitsUntilSomebodySignsIn()
    {
        startPusher();
        QVERIFY(bool(m_fixture->enqueue()));
        QTRY_VERIFY(!m_pusher->isBusy());
        QCOMPARE(m_fixture->network.asked().size(), std::size_t(0));
        QCOMPARE(m_fixture->signIn(), QString());
        QTRY_COMPARE(waiting(), 0);
    }

    void anotherPersonsCasesStay()
    {
        const auto first = m_fixture->enqueue("case.submit", caseOne);
        QVERIFY(bool(m_fixture->store.enrol("lixia", "other password")));
        const auto second = m_fixture->enqueue("case.submit", caseTwo);
        QCOMPARE(m_fixture->signIn("lixia"), QString());
        startPusher();
        QTRY_COMPARE(waiting(), 1);
        QCOMPARE(taken(), std::vector<std::string>{second->id});
        QCOMPARE(m_fixture->puts(first->id), 0);
    }

    void aRefusedOneIsSeenAndHoldsUpNobodyElse()
    {
        const auto first = m_fixture->enqueue("case.submit", caseOne);
        const auto behind = m_fixture->enqueue("case.note", caseOne);
        const auto second = m_fixture->enqueue("case.submit", caseTwo);
        QCOMPARE(m_fixture->signIn(), QString());
        m_fixture->gateway.fates = {Fate::Refused};
        startPusher();
        QSignalSpy refused(m_pusher.get(), &link::Pusher::refused);
        QTRY_COMPARE(refused.count(), 1);
        QTRY_COMPARE(taken(), std::vector<std::string>{second->id});
        QTRY_VERIFY(!m_pusher->isBusy());
        const auto entries = outbox();
        QCOMPARE(entries.size(), std::size_t(2));
        QVERIFY(entries[0].state == vault::OutboxState::Refused);
        QCOMPARE(entries[0].problem->key, std::string("case.invalid"));
        QVERIFY(entries[1].state == vault::OutboxState::Waiting);
        QCOMPARE(m_fixture->puts(first->id), 1); // never retried blindly
        QVERIFY(bool(awaited(m_fixture->vault().retry(first->id))));
        QTRY_COMPARE(waiting(), 0);
        QCOMPARE(taken(), (std::vector<std::string>{second->id, first->id, behind->id}));
    }

    void documentsGoFirstAndAgainWhenTheGatewayLostThem()
    {
        const QByteArray scan(300'000, 'x');
        const auto stored =
            awaited(m_fixture->vault().storeDocument(caseOne, scan, {"image/png", "a.png", 1}));
        auto wanted = VaultFixture::operation();
        wanted.body["values"]["MH01"] = Json::array({vault::fileReference(*stored)});
        const auto operation = awaited(m_fixture->vault().enqueue(wanted));
        QVERIFY(bool(operation));
        // The vault believes it to be uploaded; the gateway was restored from a backup of before.
        QVERIFY(bool(awaited(m_fixture->vault().markUploaded(operation->id, stored->sha256))));
        QCOMPARE(m_fixture->signIn(), QString());
        startPusher();
        QTRY_COMPARE(waiting(), 0);
        QVERIFY(m_fixture->gateway.documents.contains(stored->sha256));
        QCOMPARE(taken(), std::vector<std::string>{operation->id});
        QCOMPARE(m_fixture->puts(operation->id), 2);
        QCOMPARE(m_fixture->network.count("PATCH", QStringLiteral("/v1/uploads/")), 2);
    }

    void whatBringsNoDocumentsGoesFirst()
    {
        const auto first = withDocument(caseOne);
        const auto second = m_fixture->enqueue("case.submit", caseTwo);
        QCOMPARE(m_fixture->signIn(), QString());
        startPusher();
        QTRY_COMPARE(waiting(), 0);
        QCOMPARE(taken(), (std::vector<std::string>{second->id, first->id}));
    }

    void whatComesMeanwhileDoesNotWaitForDocuments()
    {
        const auto first = withDocument(caseOne);
        m_fixture->gateway.holdUploadsAfter = 1;
        QCOMPARE(m_fixture->signIn(), QString());
        startPusher();
        const auto pieces = [this] {
            return m_fixture->network.count("PATCH", QStringLiteral("/v1/uploads/"));
        };
        QTRY_VERIFY(pieces() >= 2); // one arrived, the next hangs
        QTRY_VERIFY(m_pusher->transfer() && m_pusher->transfer()->sent > 0);
        QCOMPARE(m_pusher->transfer()->operationId, QString::fromStdString(first->id));
        QCOMPARE(m_pusher->transfer()->total, 300'000ULL);
        m_fixture->gateway.holdUploadsAfter = -1;
        const auto second = m_fixture->enqueue("case.submit", caseTwo);
        QTRY_COMPARE(waiting(), 0);
        QCOMPARE(taken(), (std::vector<std::string>{second->id, first->id}));
        const auto &asked = m_fixture->network.asked();
        QCOMPARE(
            std::ranges::count_if(asked, // what had arrived was not sent again
                [](const auto &one) { return one.verb == "PATCH" && one.header("Upload-Offset") == "0"; }),
            1);
        QVERIFY(!m_pusher->transfer());
    }

    /// Be it that a piece goes off while none arrives.
    void aLineHangsWhileNothingMovesOnIt()
    {
        static_cast<void>(withDocument(caseOne));
        m_fixture->gateway.holdUploadsAfter = 1;
        QCOMPARE(m_fixture->signIn(), QString());
        startPusher();
        m_pusher->setPatience(std::chrono::milliseconds(50));
        QTRY_VERIFY(m_pusher->hangs());
        QSignalSpy changed(m_pusher.get(), &link::Pusher::hangingChanged);
        auto *piece = m_fixture->network.findChild<test::FakeHangingReply *>();
        QVERIFY(piece);
        Q_EMIT piece->uploadProgress(1000, 65'536);
        QVERIFY(!m_pusher->hangs());
        QCOMPARE(changed.count(), 1);
        QTRY_VERIFY(m_pusher->hangs()); // again
        QCOMPARE(changed.count(), 2);
        m_fixture->gateway.holdUploadsAfter = -1;
        m_pusher->setPatience(std::chrono::seconds(30));
        piece->abort();
        QTRY_COMPARE(waiting(), 0);
        QVERIFY(!m_pusher->hangs());
    }

    void aStuckCaseHoldsUpNobodyElse()
    {
        m_fixture->gateway.unknownCases = {caseOne};
        const auto stuck = m_fixture->enqueue("case.note", caseOne);
        const auto other = m_fixture->enqueue("case.submit", caseTwo);
        const auto behind = m_fixture->enqueue("case.note", caseTwo);
        QCOMPARE(m_fixture->signIn(), QString());
        startPusher();
        QTRY_COMPARE(taken(), (std::vector<std::string>{other->id, behind->id}));
        QTRY_VERIFY(m_fixture->puts(stuck->id) > 1); // asked again by itself
        QCOMPARE(outbox().front().problem->key, std::string("case.unknown"));
        m_fixture->gateway.unknownCases.clear();
        QTRY_COMPARE(waiting(), 0);
        QCOMPARE(taken().back(), stuck->id);
    }

    void whatAnOlderGatewayDoesNotKnowIsKeptUntilItIsUpdated()
    {
        m_fixture->gateway.laterForms = {caseOne};
        const auto later = m_fixture->enqueue("case.submit", caseOne);
        const auto other = m_fixture->enqueue("case.submit", caseTwo);
        QCOMPARE(m_fixture->signIn(), QString());
        startPusher();
        m_pusher->setDelays(std::chrono::milliseconds(1), std::chrono::milliseconds(1));
        QTRY_VERIFY_WITH_TIMEOUT(m_fixture->puts(later->id) > 30, test::patience); // however long that takes
        QCOMPARE(taken(), std::vector<std::string>{other->id});
        QCOMPARE(outbox().front().problem->key, std::string("operation.too-new"));
        QVERIFY(outbox().front().state != vault::OutboxState::Refused);
        m_fixture->gateway.laterForms.clear();
        QTRY_COMPARE(waiting(), 0);
        QCOMPARE(taken().back(), later->id);
    }

    void whatNoDeskBringsBackIsForAPerson()
    {
        m_fixture->gateway.unknownCases = {caseOne};
        const auto stuck = m_fixture->enqueue("case.note", caseOne);
        QCOMPARE(m_fixture->signIn(), QString());
        startPusher();
        m_pusher->setDelays(std::chrono::milliseconds(1), std::chrono::milliseconds(1));
        QTRY_VERIFY(outbox().front().state == vault::OutboxState::Refused);
        QVERIFY(m_fixture->puts(stuck->id) > 20); // at 300 s each that is hours
    }

    void aDocumentDamagedHereIsForAPerson()
    {
        const auto stored =
            awaited(m_fixture->vault().storeDocument(caseOne, "scan", {"image/png", "a.png", 1}));
        auto wanted = VaultFixture::operation();
        wanted.documents = {stored->sha256};
        QVERIFY(bool(awaited(m_fixture->vault().enqueue(wanted))));
        const QDir folder(m_fixture->store.path(QStringLiteral("documents")));
        QVERIFY(QFile::remove(folder.filePath(folder.entryList(QDir::Files).front())));
        QCOMPARE(m_fixture->signIn(), QString());
        startPusher();
        QTRY_VERIFY(outbox().front().state == vault::OutboxState::Refused);
        QCOMPARE(outbox().front().problem->key, std::string("vault.document-damaged"));
        QVERIFY(taken().empty());
    }

    void aReceiptOfSomethingElseEndsNothing()
    {
        QCOMPARE(m_fixture->signIn(), QString());
        m_fixture->gateway.fates.assign(1000, Fate::OtherReceipt);
        startPusher();
        const auto operation = m_fixture->enqueue();
        QTRY_VERIFY(m_fixture->puts(operation->id) >= 2);
        QCOMPARE(waiting(), 1);
        QTRY_COMPARE(outbox().front().problem->key, std::string("link.bad-receipt"));
        m_fixture->gateway.fates.clear();
        QTRY_COMPARE(waiting(), 0);
    }

    void garbageForAnAnswerIsNoReceipt()
    {
        QCOMPARE(m_fixture->signIn(), QString());
        m_fixture->monitor.start();
        m_fixture->gateway.fates = {Fate::Broken, Fate::RequestLost};
        startPusher();
        const auto operation = m_fixture->enqueue();
        QTRY_COMPARE(waiting(), 0);
        QCOMPARE(m_fixture->puts(operation->id), 3);
        QCOMPARE(taken().size(), std::size_t(1));
    }

    void whatIsKeptBesideTheCaseHasLeft()
    {
        QCOMPARE(m_fixture->signIn(), QString());
        m_fixture->monitor.start();
        m_fixture->gateway.fates = {Fate::SaidToBeKept, Fate::KeptBeside};
        startPusher();
        const auto operation = m_fixture->enqueue();
        QTRY_COMPARE(waiting(), 0);
        QCOMPARE(m_fixture->puts(operation->id), 2); // the first answer proved nothing
        QCOMPARE(awaited(m_fixture->vault().outboxCount())->refused, 0);
        QVERIFY(awaited(m_fixture->vault().filedCases())->front().state == vault::OutboxState::Durable);
    }

    void anOldSessionWaitsForANewOne()
    {
        QCOMPARE(m_fixture->signIn(), QString());
        m_fixture->gateway.fates = {Fate::Unauthorised};
        startPusher();
        const auto operation = m_fixture->enqueue();
        QTRY_VERIFY(!m_fixture->client.hasSession());
        QTRY_VERIFY(!m_pusher->isBusy());
        QCOMPARE(waiting(), 1);
        QTRY_COMPARE(outbox().front().problem->key, std::string("link.unauthorised"));
        QCOMPARE(m_fixture->signIn(), QString());
        QTRY_COMPARE(waiting(), 0);
        QCOMPARE(m_fixture->puts(operation->id), 2);
    }

    void leavesWhileTheScreenIsLocked()
    {
        QCOMPARE(m_fixture->signIn(), QString());
        QVERIFY(bool(m_fixture->enqueue()));
        QVERIFY(bool(awaited(m_fixture->vault().lock())));
        startPusher();
        QTRY_COMPARE(waiting(), 0);
        QCOMPARE(taken().size(), std::size_t(1));
    }

    void manyCasesInTheOrderTheyWereMade()
    {
        std::vector<std::string> ids;
        for (int i = 0; i < 40; ++i) {
            ids.push_back(
                m_fixture
                    ->enqueue("case.submit", "0193a001-0000-7000-8000-0000000001" + std::to_string(10 + i))
                    ->id);
        }
        QCOMPARE(m_fixture->signIn(), QString());
        m_fixture->monitor.start();
        for (int i = 0; i < 20; ++i) {
            m_fixture->gateway.fates.push_back(i % 2 == 0 ? Fate::ReplyLost : Fate::RequestLost);
        }
        startPusher();
        QTRY_COMPARE_WITH_TIMEOUT(waiting(), 0, test::patience);
        QCOMPARE(taken(), ids);
    }
};

QTEST_GUILESS_MAIN(PusherTest)
#include "tst_pusher.moc"
