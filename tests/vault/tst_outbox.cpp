#include "seal/digest.h"
#include "support/jsoninmessages.h"
#include "vaultfixture.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace quanke;
using test::awaited;
using test::caseOne;
using test::caseTwo;
using test::failureKey;
using test::VaultFixture;
using vault::OutboxState;

class OutboxTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<VaultFixture> m_fixture;

    vault::Vault &vault() { return *m_fixture->vault; }

    Result<casework::Operation> enqueue(
        const std::string &kind = "case.submit", const std::string &caseId = caseOne)
    {
        return awaited(vault().enqueue(VaultFixture::operation(kind, caseId)));
    }
    Result<casework::Operation> fileCase(const std::string &caseId = caseOne)
    {
        const auto saved = awaited(vault().saveDraft(VaultFixture::draft(caseId)));
        return saved ? enqueue("case.submit", caseId) : saved.failure();
    }
    std::vector<std::string> leaving(const std::string &name = "wangxm")
    {
        std::vector<std::string> ids;
        const auto outgoing = awaited(vault().outgoing(name));
        for (const auto &one : outgoing ? *outgoing : std::vector<vault::Outgoing>()) {
            ids.push_back(one.operationId);
        }
        return ids;
    }
    static wire::Receipt receiptOf(const casework::Operation &operation)
    {
        return {operation.id, seal::sha256(casework::bytesOf(operation)), "durable",
            "2026-11-21T01:00:01.000Z", 1, "signature"};
    }

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<VaultFixture>();
        QCOMPARE(m_fixture->open(), QString());
        QVERIFY(bool(m_fixture->enrol()));
    }

    void operationsFormAChain()
    {
        const auto device = awaited(vault().deviceId());
        std::string previous;
        for (std::uint64_t sequence = 1; sequence <= 3; ++sequence) {
            const auto operation = enqueue("case.note");
            QVERIFY(bool(operation));
            QCOMPARE(operation->sequence, sequence);
            QCOMPARE(operation->previous, previous);
            QCOMPARE(operation->device, *device);
            QCOMPARE(operation->actor, std::string("wangxm"));
            QCOMPARE(operation->at, std::string("2026-11-21T01:00:00.000Z"));
            previous = seal::sha256(casework::bytesOf(*operation));
            QCOMPARE(m_fixture->reopen(), QString());
            QVERIFY(bool(m_fixture->unlock()));
        }
        auto without = VaultFixture::operation("case.submit", caseOne);
        without.documents = {std::string(64, 'f')};
        QVERIFY(!awaited(vault().enqueue(without))); // no such document
        QCOMPARE(enqueue("case.note")->sequence, std::uint64_t(4)); // a refused one burns no number
    }

    void saysWhatTheOperatorSawAndWhere()
    {
        auto wanted = VaultFixture::operation("case.note", caseOne);
        QVERIFY(awaited(vault().enqueue(wanted))->base.empty());
        wanted.base = "01935f00-0000-7000-8000-00000000000b";
        wanted.window = "综合窗口 3 号";
        const auto operation = awaited(vault().enqueue(wanted));
        QCOMPARE(operation->base, wanted.base);
        QCOMPARE(operation->window, wanted.window);
    }

    void whatLeavesIsByteForByteWhatWasQueued()
    {
        const auto operation = fileCase();
        QVERIFY(bool(operation));
        QCOMPARE(m_fixture->reopen(), QString());
        QVERIFY(bool(m_fixture->unlock()));
        const auto outgoing = awaited(vault().outgoing("wangxm"));
        QCOMPARE(outgoing->size(), std::size_t(1));
        QCOMPARE(outgoing->front().bytes, casework::bytesOf(*operation));
    }

    void filingPutsTheDraftAway()
    {
        QSignalSpy changed(&vault(), &quanke::vault::Vault::outboxChanged);
        QVERIFY(bool(fileCase()));
        QTRY_COMPARE(changed.count(), 1);
        QVERIFY(awaited(vault().drafts())->empty());
        QCOMPARE(
            failureKey(awaited(vault().saveDraft(VaultFixture::draft()))), QStringLiteral("vault.filed"));
        QCOMPARE(failureKey(awaited(vault().saveField(VaultFixture::edit("a/b", "x")))),
            QStringLiteral("vault.filed"));
        QCOMPARE(failureKey(awaited(vault().discardDraft(caseOne))), QStringLiteral("vault.filed"));
        QCOMPARE(failureKey(enqueue()), QStringLiteral("vault.filed")); // twice pressed is once filed
        const auto entries = awaited(vault().outbox());
        QCOMPARE(entries->size(), std::size_t(1));
        QVERIFY(entries->front().state == OutboxState::Waiting);
        QCOMPARE(entries->front().title, std::string("开旅馆 张伟"));
    }

    void whatWasTakenBackCanBeDiscarded()
    {
        const auto operation = fileCase();
        QVERIFY(bool(awaited(vault().markRefused(operation->id, {"case.invalid"}))));
        QVERIFY(bool(awaited(vault().takeBack(operation->id))));
        QVERIFY(bool(awaited(vault().discardDraft(caseOne))));
        QVERIFY(awaited(vault().drafts())->empty());
        const auto next = fileCase(caseTwo);
        QVERIFY(bool(next));
        QCOMPARE(next->sequence, operation->sequence + 1);
    }

    void inOrderWithinACaseAndFreeAcross()
    {
        const auto first = fileCase(caseOne);
        const auto second = fileCase(caseTwo);
        const auto note = enqueue("case.note", caseOne);
        QVERIFY(first && second && note);
        QCOMPARE(leaving(), (std::vector<std::string>{first->id, second->id}));
        QVERIFY(bool(awaited(vault().markSent(first->id))));
        QCOMPARE(
            leaving(), (std::vector<std::string>{first->id, second->id})); // no answer yet: the same again
        QVERIFY(bool(awaited(vault().keepReceipt(first->id, receiptOf(*first)))));
        QCOMPARE(leaving(), (std::vector<std::string>{second->id, note->id}));
        QVERIFY(bool(awaited(vault().markRefused(second->id, {"case.invalid", {{"problems", 1}}, {}}))));
        QCOMPARE(leaving(), std::vector<std::string>{note->id});
    }

    void aRefusedOneHoldsBackItsCaseAloneUntilRetried()
    {
        const auto first = fileCase(caseOne);
        const auto note = enqueue("case.note", caseOne);
        QVERIFY(bool(awaited(vault().markRefused(first->id, {"case.invalid", {{"name", "张伟"}}, {}}))));
        QVERIFY(leaving().empty());
        const auto entries = awaited(vault().outbox());
        QCOMPARE(entries->size(), std::size_t(2));
        QVERIFY(entries->front().state == OutboxState::Refused);
        QCOMPARE(entries->front().problem->key, std::string("case.invalid"));
        QCOMPARE(entries->front().problem->arguments.at("name"), Json("张伟"));
        QCOMPARE(failureKey(awaited(vault().retry(note->id))), QStringLiteral("vault.wrong-state"));
        QVERIFY(bool(awaited(vault().retry(first->id))));
        QCOMPARE(leaving(), std::vector<std::string>{first->id});
    }

    void aRefusedCaseBecomesADraftAgain()
    {
        const auto first = fileCase();
        QCOMPARE(failureKey(awaited(vault().takeBack(first->id))), QStringLiteral("vault.wrong-state"));
        QVERIFY(bool(awaited(vault().markRefused(first->id, {"case.invalid"}))));
        QVERIFY(bool(awaited(vault().takeBack(first->id))));
        QVERIFY(awaited(vault().outbox())->empty());
        QVERIFY(awaited(vault().filedCases())->empty());
        QCOMPARE(awaited(vault().draft(caseOne))->title, std::string("开旅馆 张伟"));
        QVERIFY(bool(awaited(vault().saveField(VaultFixture::edit("a/b", "mended")))));
        const auto second = enqueue();
        QVERIFY(bool(second));
        QVERIFY(second->id != first->id);
        QCOMPARE(second->sequence, std::uint64_t(2));
        QCOMPARE(leaving(), std::vector<std::string>{second->id});
    }

    /// What was said of a refused case waits until it is there, and does not stand in its way.
    void aCaseThatWasTakenBackGoesBeforeWhatWasSaidOfIt()
    {
        const auto first = fileCase();
        const auto note = enqueue("document.attest", caseOne);
        const auto other = enqueue("case.note", caseTwo); // of a case of the hall's
        QVERIFY(bool(awaited(vault().markRefused(first->id, {"case.invalid"}))));
        QVERIFY(bool(awaited(vault().takeBack(first->id))));
        QCOMPARE(leaving(), std::vector<std::string>{other->id});
        const auto second = enqueue();
        QCOMPARE(leaving(), (std::vector<std::string>{other->id, second->id}));
        QVERIFY(bool(awaited(vault().keepReceipt(second->id, receiptOf(*second)))));
        QCOMPARE(leaving(), (std::vector<std::string>{note->id, other->id}));
    }

    void aRefusedActMayBeGivenUp()
    {
        const auto refused = enqueue("case.handOver", caseTwo);
        const auto behind = enqueue("case.note", caseTwo);
        QCOMPARE(failureKey(awaited(vault().takeBack(refused->id))), QStringLiteral("vault.wrong-state"));
        QVERIFY(bool(awaited(vault().markRefused(refused->id, {"case.unknown-clerk"}))));
        QVERIFY(leaving().empty());
        QVERIFY(bool(awaited(vault().takeBack(refused->id))));
        QCOMPARE(leaving(), std::vector<std::string>{behind->id});
        QCOMPARE(awaited(vault().outbox())->size(), std::size_t(1));
        QVERIFY(awaited(vault().drafts())->empty());
    }

    void whatBelongsTogetherIsQueuedTogether()
    {
        QVERIFY(bool(awaited(vault().saveDraft(VaultFixture::draft()))));
        auto seen = VaultFixture::operation("document.attest");
        seen.documents = {"not here"};
        QCOMPARE(failureKey(awaited(vault().enqueue(VaultFixture::operation(), {seen}))),
            QStringLiteral("vault.unknown-document"));
        QVERIFY(awaited(vault().outbox())->empty());
        QCOMPARE(awaited(vault().drafts())->size(), std::size_t(1)); // not filed
        seen.documents.clear();
        const auto submitted = awaited(vault().enqueue(VaultFixture::operation(), {seen, seen}));
        QVERIFY(bool(submitted));
        QCOMPARE(submitted->kind, std::string("case.submit"));
        const auto entries = awaited(vault().outbox());
        QCOMPARE(entries->size(), std::size_t(3));
        QCOMPARE(entries->back().kind, std::string("document.attest"));
        QVERIFY(awaited(vault().drafts())->empty());
    }

    void onlyItsOwnReceiptEndsIt()
    {
        const auto first = fileCase();
        auto receipt = receiptOf(*first);
        receipt.digest[0] = receipt.digest[0] == '0' ? '1' : '0';
        QCOMPARE(failureKey(awaited(vault().keepReceipt(first->id, receipt))),
            QStringLiteral("vault.other-receipt"));
        receipt = receiptOf(*first);
        receipt.stage = "seen";
        QCOMPARE(failureKey(awaited(vault().keepReceipt(first->id, receipt))),
            QStringLiteral("vault.other-receipt"));
        QCOMPARE(leaving(), std::vector<std::string>{first->id});
        QVERIFY(bool(awaited(vault().keepReceipt(first->id, receiptOf(*first)))));
        QVERIFY(leaving().empty());
        QVERIFY(bool(awaited(vault().markRefused(first->id, {"late"})))); // comes too late to matter
        const auto filed = awaited(vault().filedCases());
        QCOMPARE(filed->size(), std::size_t(1));
        QVERIFY(filed->front().state == OutboxState::Durable);
        QCOMPARE(filed->front().title, std::string("开旅馆 张伟"));
        QVERIFY(awaited(vault().outbox())->empty());
    }

    void agesAndReasonsAreVisible()
    {
        QCOMPARE(awaited(vault().outboxCount())->waiting, 0);
        const auto first = fileCase();
        m_fixture->clock.advance(std::chrono::minutes(12));
        QVERIFY(bool(fileCase(caseTwo)));
        QVERIFY(bool(awaited(vault().markSent(first->id))));
        QVERIFY(bool(awaited(vault().markDelayed(first->id, {"link.timeout"}))));
        auto count = awaited(vault().outboxCount());
        QCOMPARE(count->waiting, 2);
        QCOMPARE(count->oldestAt, std::string("2026-11-21T01:00:00.000Z"));
        const auto entries = awaited(vault().outbox());
        QVERIFY(entries->front().state == OutboxState::Sent);
        QCOMPARE(entries->front().tries, 1);
        QCOMPARE(entries->front().lastTriedAt, std::string("2026-11-21T01:12:00.000Z"));
        QCOMPARE(entries->front().problem->key, std::string("link.timeout"));
        QVERIFY(bool(awaited(vault().forget())));
        count = awaited(vault().outboxCount()); // the count needs nobody
        QCOMPARE(count->waiting, 2);
        const auto locked = awaited(vault().outbox());
        QCOMPARE(locked->size(), std::size_t(2));
        QVERIFY(locked->front().title.empty());
        QVERIFY(locked->front().problem->arguments.empty());
    }

    void soManyLeaveInOneRoundAndNoneThatRests()
    {
        constexpr std::size_t most = 200;
        std::vector<std::string> ids;
        for (std::size_t i = 0; i <= most; ++i) {
            const auto caseId = "01935f00-0000-7000-8000-" + std::to_string(100'000'000'000 + i);
            ids.push_back(enqueue("case.note", caseId)->id);
        }
        QCOMPARE(leaving(), std::vector<std::string>(ids.begin(), ids.end() - 1));
        const auto others = awaited(vault().outgoing("wangxm", {ids.front()}));
        QCOMPARE(others->size(), most);
        QCOMPARE(others->front().operationId, ids[1]);
        QCOMPARE(others->back().operationId, ids.back());
    }

    void leavesWhileTheScreenIsLocked()
    {
        const auto stored = awaited(vault().storeDocument(caseOne, "scan", {"image/png", "a.png", 1}));
        auto wanted = VaultFixture::operation();
        wanted.body["MH01"] = Json::array({vault::fileReference(*stored)});
        const auto operation = awaited(vault().enqueue(wanted));
        QVERIFY(bool(operation));
        QVERIFY(bool(awaited(vault().lock())));
        const auto outgoing = awaited(vault().outgoing("wangxm"));
        QCOMPARE(outgoing->size(), std::size_t(1));
        QCOMPARE(outgoing->front().documents.size(), std::size_t(1));
        QCOMPARE(*awaited(vault().outgoingDocument(operation->id, stored->sha256)), QByteArray("scan"));
        QCOMPARE(failureKey(awaited(vault().readDocument(caseOne, stored->sha256))),
            QStringLiteral("vault.locked"));
        QVERIFY(bool(awaited(vault().markUploaded(operation->id, stored->sha256))));
        QVERIFY(awaited(vault().outgoing("wangxm"))->front().documents.empty());
        QVERIFY(bool(awaited(vault().markMissing(operation->id, {stored->sha256}))));
        QCOMPARE(awaited(vault().outgoing("wangxm"))->front().documents.size(), std::size_t(1));
        QVERIFY(bool(awaited(vault().keepReceipt(operation->id, receiptOf(*operation)))));
    }

    void theNextPersonSendsOnlyTheirOwn()
    {
        const auto first = fileCase(caseOne);
        QVERIFY(bool(awaited(vault().forget())));
        QVERIFY(leaving().empty());
        QVERIFY(bool(m_fixture->enrol("lixia", "other password")));
        const auto second = fileCase(caseTwo);
        QCOMPARE(leaving("lixia"), std::vector<std::string>{second->id});
        QVERIFY(leaving("wangxm").empty());
        QCOMPARE(awaited(vault().outbox())->size(), std::size_t(2)); // both are seen
        QVERIFY(bool(m_fixture->unlock()));
        QCOMPARE(leaving(), std::vector<std::string>{first->id});
    }

    void numbersAreGivenOnce()
    {
        const auto number = awaited(vault().caseNumber(caseOne));
        QVERIFY(bool(number));
        static const QRegularExpression form(QStringLiteral("^QS-20261121-[2-9A-HJKMNP-TV-Z]{4}-0001$"));
        QVERIFY2(form.match(QString::fromStdString(*number)).hasMatch(), number->c_str());
        QCOMPARE(*awaited(vault().caseNumber(caseOne)), *number);
        QVERIFY(awaited(vault().caseNumber(caseTwo))->ends_with("-0002"));
        m_fixture->clock.set(*parseInstant("2026-11-21T15:59:59Z"));
        QVERIFY(awaited(vault().caseNumber("c"))->ends_with("-0003"));
        m_fixture->clock.set(*parseInstant("2026-11-21T16:00:00Z")); // midnight in China
        QVERIFY(awaited(vault().caseNumber("d"))->starts_with("QS-20261122-"));
        QVERIFY(awaited(vault().caseNumber("e"))->ends_with("-0002"));
        m_fixture->clock.set(*parseInstant("2026-11-21T10:00:00Z")); // set back: still no number twice
        QVERIFY(awaited(vault().caseNumber("f"))->ends_with("-0004"));
    }
};

QTEST_GUILESS_MAIN(OutboxTest)
#include "tst_outbox.moc"
