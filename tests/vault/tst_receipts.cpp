#include "seal/digest.h"
#include "spool/parcel.h"
#include "vaultfixture.h"

#include <QTest>

using namespace quanke;
using test::awaited;
using test::caseOne;
using test::caseTwo;
using test::failureKey;
using test::VaultFixture;
using vault::OutboxState;

/// What the gateway has is received before it is durable; until then the desk keeps all of it.
class ReceiptsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<VaultFixture>();
        QCOMPARE(m_fixture->open(), QString());
        QVERIFY(bool(m_fixture->enrol()));
        const auto key = seal::makeSodiumSuite()->makeSealingPair().publicKey;
        QVERIFY(bool(awaited(vault().keepGatewayKey(key))));
        m_first = must(caseOne);
        m_second = must(caseTwo);
    }

    void whatIsReceivedIsNotSentAgain()
    {
        keep(m_first, "received", 1);
        QCOMPARE(leaving(), std::vector<std::string>{m_second.id});
        QCOMPARE(count().waiting, 1);
        QCOMPARE(count().received, 1);
        QCOMPARE(awaited(vault().outbox())->size(), std::size_t(1));
        const auto received = awaited(vault().received(10));
        QCOMPARE(received->size(), std::size_t(1));
        QCOMPARE(received->front().operationId, m_first.id);
        QVERIFY(received->front().state == OutboxState::Received);
        QCOMPARE(awaited(vault().received(0))->size(), std::size_t(0));
        QCOMPARE(failureKey(awaited(vault().retry(m_first.id))), QStringLiteral("vault.wrong-state"));
        QVERIFY(bool(awaited(vault().markRefused(m_first.id, {"late"})))); // comes too late to matter
        QCOMPARE(count().received, 1);
    }

    void whatFollowsInItsCaseGoesOn()
    {
        const auto note = awaited(vault().enqueue(VaultFixture::operation("case.note", caseOne)));
        QCOMPARE(leaving(), (std::vector<std::string>{m_first.id, m_second.id}));
        keep(m_first, "received", 1);
        QCOMPARE(leaving(), (std::vector<std::string>{m_second.id, note->id}));
        keep(*note, "received", 2);
        QCOMPARE(count().received, 2);
        const auto received = awaited(vault().received(10)); // the case speaks for all that is received of it
        QCOMPARE(received->size(), std::size_t(1));
        QCOMPARE(received->front().operationId, m_first.id);
    }

    void itsCopiesStayUntilItIsDurable()
    {
        keep(m_first, "received", 1);
        keep(m_second, "received", 2);
        QCOMPARE(awaited(vault().copies())->unsent, 2);
        QCOMPARE(awaited(vault().copies())->spooled, 2);
        QVERIFY(m_fixture->reopen().isEmpty() && m_fixture->unlock()); // nor does a start drop it
        QCOMPARE(spooled(), 2);
        QCOMPARE(offeredAfter(word("first", 1)), 0);
        QCOMPARE(awaited(vault().copies())->unsent, 1);
        QCOMPARE(awaited(vault().copies())->spooled, 1);
        QCOMPARE(offeredAfter(word("first", 2)), 0);
        QCOMPARE(awaited(vault().copies())->unsent, 0);
        QCOMPARE(spooled(), 0);
    }

    void theWordCoversWhatStandsBeforeIt()
    {
        keep(m_first, "received", 4);
        keep(m_second, "received", 5);
        QCOMPARE(offeredAfter(word("first", 3)), 0);
        QCOMPARE(count().received, 2);
        QCOMPARE(offeredAfter(word("first", 4)), 0);
        QVERIFY(stateOf(m_first) == OutboxState::Durable);
        QVERIFY(stateOf(m_second) == OutboxState::Received);
        QCOMPARE(offeredAfter(word("first", 9)), 0);
        QVERIFY(stateOf(m_second) == OutboxState::Durable);
    }

    /// The proof is kept whole: the receipt and the word that covers it.
    void whatProvesItIsKept()
    {
        keep(m_first, "received", 4);
        auto said = word("first", 6);
        said.signature = "by the gateway";
        QCOMPARE(offeredAfter(said), 0);
        m_fixture->close();
        auto database = vault::Database::open(m_fixture->path(QStringLiteral("vault.db")));
        const auto row = (*database)->row("SELECT receipt, durable_at FROM outbox WHERE state = 'durable'");
        const auto kept = parseJson((*row)->at(0).toString().toStdString());
        QCOMPARE(kept->at("position").get<int>(), 4);
        QCOMPARE(kept->at("signature").get<std::string>(), std::string("of the receipt"));
        QCOMPARE(kept->at("statement").at("durable").get<int>(), 6);
        QCOMPARE(kept->at("statement").at("epoch").get<std::string>(), std::string("first"));
        QCOMPARE(kept->at("statement").at("signature").get<std::string>(), std::string("by the gateway"));
        QVERIFY(!(*row)->at(1).toString().isEmpty());
    }

    void aPutAgainMayBringTheDurableReceiptItself()
    {
        keep(m_first, "received", 1);
        keep(m_first, "durable", 1);
        QVERIFY(stateOf(m_first) == OutboxState::Durable);
        QCOMPARE(awaited(vault().copies())->unsent, 1);
        keep(m_first, "received", 1); // an answer that was overtaken
        QVERIFY(stateOf(m_first) == OutboxState::Durable);
    }

    /// Positions of one epoch say nothing in another: theirs are given anew.
    void anotherEpochMakesNothingDurable()
    {
        keep(m_first, "received", 1);
        keep(m_second, "received", 2);
        QCOMPARE(offeredAfter(word("second", 100)), 0);
        QCOMPARE(count().received, 0);
        QCOMPARE(count().waiting, 2); // to learn their places in the log as it is now
        QCOMPARE(spooled(), 2);
        QCOMPARE(leaving(), (std::vector<std::string>{m_first.id, m_second.id}));
        keep(m_first, "received", 7, "second");
        QCOMPARE(offeredAfter(word("second", 7)), 0);
        QVERIFY(stateOf(m_first) == OutboxState::Durable);
        QCOMPARE(count().waiting, 1);
    }

    void whatTheGatewayHasForgottenIsNotDurableWhateverItSays()
    {
        keep(m_first, "received", 1);
        keep(m_second, "received", 2);
        auto said = word("first", 2);
        said.stored = {{1, 1}};
        QCOMPARE(offeredAfter(said), 1);
        QVERIFY(stateOf(m_first) == OutboxState::Durable);
        QCOMPARE(leaving(), std::vector<std::string>{m_second.id});
        QCOMPARE(awaited(vault().outbox())->front().problem->key, std::string("link.forgotten"));
        QCOMPARE(awaited(vault().copies())->spooled, 1);
    }

    void theWordOnAnotherDeviceSaysNothing()
    {
        keep(m_first, "received", 1);
        auto said = word("first", 2);
        said.device = "another";
        QCOMPARE(offeredAfter(said), 0);
        QCOMPARE(count().received, 1);
    }

private:
    vault::Vault &vault() { return *m_fixture->vault; }

    casework::Operation must(const std::string &caseId)
    {
        auto operation = awaited(vault().enqueue(VaultFixture::operation("case.submit", caseId)));
        return operation ? *operation : casework::Operation();
    }
    void keep(const casework::Operation &operation, const std::string &stage, std::uint64_t position,
        const std::string &epoch = "first")
    {
        const wire::Receipt receipt{operation.id, seal::sha256(casework::bytesOf(operation)), stage,
            "2026-11-21T01:00:01.000Z", position, "of the receipt", epoch};
        QVERIFY(bool(awaited(vault().keepReceipt(operation.id, receipt))));
    }
    /// The gateway has both.
    wire::Watermark word(const std::string &epoch, std::uint64_t durable)
    {
        wire::Watermark watermark;
        watermark.device = *awaited(vault().deviceId());
        watermark.epoch = epoch;
        watermark.stored = {{1, 2}};
        watermark.durable = durable;
        return watermark;
    }
    int offeredAfter(const wire::Watermark &watermark)
    {
        const auto offered = awaited(vault().reconcile(watermark));
        return offered ? *offered : -1;
    }
    vault::OutboxCount count() { return *awaited(vault().outboxCount()); }
    OutboxState stateOf(const casework::Operation &operation)
    {
        const auto entries = awaited(vault().filedCases());
        for (const auto &entry : *entries) {
            if (entry.operationId == operation.id) {
                return entry.state;
            }
        }
        return OutboxState::Refused;
    }
    std::vector<std::string> leaving()
    {
        std::vector<std::string> ids;
        const auto outgoing = awaited(vault().outgoing("wangxm"));
        for (const auto &one : *outgoing) {
            ids.push_back(one.operationId);
        }
        return ids;
    }
    /// Records in the spool's files, which go when none of theirs is wanted any more.
    int spooled() const
    {
        return int(spool::contentsOf(m_fixture->path(QStringLiteral("spool")).toStdString())->records.size());
    }

    std::unique_ptr<VaultFixture> m_fixture;
    casework::Operation m_first;
    casework::Operation m_second;
};

QTEST_GUILESS_MAIN(ReceiptsTest)
#include "tst_receipts.moc"
