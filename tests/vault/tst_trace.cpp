#include "seal/digest.h"
#include "seal/text.h"
#include "trace/verifier.h"
#include "vault/trace/storedtrace.h"
#include "vaultfixture.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

using namespace quanke;
using namespace quanke::test;

namespace {

/// A gateway that signs whatever it is brought.
class Signer {
public:
    trace::Countersigned sign(
        const std::vector<std::string> &lines, const std::string &device, const std::string &at)
    {
        for (const auto &line : lines) {
            m_number = trace::lineFromText(line)->number;
            m_digest = seal::sha256(line);
        }
        return {signedHead({device, m_number, m_digest, at}),
            signedHead({trace::gatewayChain, m_number + 100, std::string(64, 'b'), at})};
    }
    std::string key() const { return seal::toBase64(m_pair.publicKey); }

private:
    trace::Head signedHead(trace::Head head) const
    {
        head.signature = seal::toBase64(m_suite->sign(m_pair.secretKey, trace::signedText(head)));
        return head;
    }

    std::shared_ptr<const seal::Suite> m_suite = seal::makeSodiumSuite();
    seal::KeyPair m_pair = m_suite->makeSigningPair();
    std::uint64_t m_number = 0;
    std::string m_digest;
};

} // namespace

class VaultTraceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<VaultFixture>();
        QCOMPARE(m_fixture->open(), QString());
    }

    void whoComesAndGoesIsTold()
    {
        QVERIFY(bool(m_fixture->enrol()));
        QVERIFY(bool(awaited(m_fixture->vault->lock())));
        QVERIFY(!m_fixture->unlock("wangxm", "wrong"));
        QVERIFY(bool(m_fixture->unlock()));
        QVERIFY(bool(awaited(m_fixture->vault->forget())));
        QVERIFY(bool(m_fixture->unlock())); // without the gateway, and not back from locking
        QCOMPARE(acts(), std::string("sign-in lock unlock-refused unlock sign-out sign-in"));
        const auto refused = trace::lineFromText(lines()[2])->entry;
        QCOMPARE(refused.actor, std::string("wangxm"));
        QCOMPARE(refused.outcome, std::string("vault.wrong-password"));
        QVERIFY(trace::lineFromText(lines()[0])->entry.roles.contains(casework::Role::Clerk));
    }

    void whatIsLookedAtIsToldOnce()
    {
        QVERIFY(bool(m_fixture->enrol()));
        QVERIFY(bool(awaited(m_fixture->vault->saveDraft(VaultFixture::draft()))));
        const auto document =
            awaited(m_fixture->vault->storeDocument(caseOne, "a scan", {"image/png", "scan.png", 1}));
        QVERIFY(bool(document));
        for (int i = 0; i < 2; ++i) {
            QVERIFY(bool(awaited(m_fixture->vault->draft(caseOne))));
            QVERIFY(bool(awaited(m_fixture->vault->readDocument(caseOne, document->sha256))));
        }
        QCOMPARE(acts(), std::string("sign-in view-case view-document"));
        QCOMPARE(trace::lineFromText(lines()[2])->entry.document, document->sha256);
        QVERIFY(bool(awaited(m_fixture->vault->saveDraft(VaultFixture::draft(caseTwo)))));
        QVERIFY(bool(awaited(m_fixture->vault->viewCase(caseOne, "complaint"))));
        QVERIFY(bool(awaited(m_fixture->vault->readDocument(caseOne, document->sha256))));
        QCOMPARE(acts(), std::string("sign-in view-case view-document view-case view-case view-document"));
        QCOMPARE(trace::lineFromText(lines()[5])->entry.purpose, std::string("complaint"));
    }

    /// How many cases it found, and never whose number it was.
    void aSearchForAPersonIsTold()
    {
        QVERIFY(bool(m_fixture->enrol()));
        QVERIFY(bool(awaited(m_fixture->vault->casesOfPerson("11010519491231002X"))));
        QCOMPARE(acts(), std::string("sign-in search-cases"));
        QCOMPARE(trace::lineFromText(lines()[1])->entry.count, std::uint64_t(0));
        QVERIFY(lines()[1].find("11010519491231002X") == std::string::npos);
    }

    void wipingIsTold()
    {
        QVERIFY(bool(m_fixture->enrol()));
        QVERIFY(bool(awaited(m_fixture->vault->saveDraft(VaultFixture::draft()))));
        QVERIFY(bool(awaited(m_fixture->vault->discardDraft(caseOne))));
        QVERIFY(bool(awaited(m_fixture->vault->note(trace::act::print, caseTwo))));
        QCOMPARE(acts(), std::string("sign-in view-case wipe-case print"));
        QCOMPARE(trace::lineFromText(lines()[2])->entry.caseId, caseOne);
    }

    void whatIsRemovedOrTakenBackIsTold()
    {
        QVERIFY(bool(m_fixture->enrol()));
        QVERIFY(bool(awaited(m_fixture->vault->saveDraft(VaultFixture::draft()))));
        const auto document =
            awaited(m_fixture->vault->storeDocument(caseOne, "a scan", {"image/png", "scan.png", 1}));
        QVERIFY(bool(awaited(m_fixture->vault->removeDocument(caseOne, document->sha256))));
        QCOMPARE(acts(), std::string("sign-in view-case remove-document"));
        QCOMPARE(trace::lineFromText(lines().back())->entry.document, document->sha256);
        const auto submitted = awaited(m_fixture->vault->enqueue(VaultFixture::operation()));
        QVERIFY(bool(submitted));
        const auto before = acts();
        QVERIFY(!awaited(m_fixture->vault->takeBack(submitted->id))); // it is on its way
        QCOMPARE(acts(), before);
        QVERIFY(bool(awaited(m_fixture->vault->markRefused(submitted->id, {"case.invalid"}))));
        QVERIFY(bool(awaited(m_fixture->vault->takeBack(submitted->id))));
        QCOMPARE(acts(), before + " take-back");
        QCOMPARE(trace::lineFromText(lines().back())->entry.operation, submitted->id);
    }

    void withoutItsLineThereIsNoAct()
    {
        QVERIFY(bool(m_fixture->enrol()));
        QVERIFY(bool(awaited(m_fixture->vault->saveDraft(VaultFixture::draft()))));
        m_fixture->close();
        run("CREATE TRIGGER full BEFORE INSERT ON trace BEGIN SELECT RAISE(ABORT, 'no line'); END");
        m_fixture->make();
        QCOMPARE(m_fixture->open(), QString());
        QVERIFY(!m_fixture->unlock());
        QVERIFY(!m_fixture->enrol());
        QCOMPARE(failureKey(awaited(m_fixture->vault->draft(caseOne))), QStringLiteral("vault.locked"));
        m_fixture->close();
        run("DROP TRIGGER full");
        m_fixture->make();
        QCOMPARE(m_fixture->open(), QString());
        QVERIFY(bool(m_fixture->unlock()));
        QVERIFY(bool(awaited(m_fixture->vault->draft(caseOne)))); // whole, though it could not be shown
    }

    /// No file lies on a stick that no line tells of, and no document is gone that none says was wiped.
    void withoutItsLineNothingLeavesAndNothingGoes()
    {
        QVERIFY(bool(m_fixture->enrol()));
        QVERIFY(bool(awaited(m_fixture->vault->saveDraft(VaultFixture::draft()))));
        const auto document =
            awaited(m_fixture->vault->storeDocument(caseOne, "a scan", {"image/png", "scan.png", 1}));
        QVERIFY(bool(document));
        m_fixture->close();
        run("CREATE TRIGGER full BEFORE INSERT ON trace WHEN new.text LIKE '%e-case\"%'"
            " AND new.text NOT LIKE '%view-case%' BEGIN SELECT RAISE(ABORT, 'no line'); END");
        m_fixture->make();
        QCOMPARE(m_fixture->open(), QString());
        QVERIFY(bool(m_fixture->unlock()));
        const QString file = m_fixture->path(QStringLiteral("case.qkcase"));
        QVERIFY(!awaited(m_fixture->vault->giveCase(
            {caseOne, file, VaultFixture::secret("k7f3 9qxm 2trb"), "王小满", "2"})));
        QVERIFY(!QFile::exists(file));
        QVERIFY(!awaited(m_fixture->vault->discardDraft(caseOne)));
        QVERIFY(bool(awaited(m_fixture->vault->readDocument(caseOne, document->sha256))));
    }

    void goesOnWhereItStoodAndIsBroughtOnce()
    {
        QVERIFY(bool(m_fixture->enrol()));
        QCOMPARE(m_fixture->reopen(), QString());
        QVERIFY(bool(m_fixture->unlock()));
        auto bring = awaited(m_fixture->vault->traceToBring(100));
        QCOMPARE(bring->lines.size(), std::size_t(2));
        Signer signer;
        const auto heads = signer.sign(bring->lines, bring->device, "2026-11-21T01:00:05.000Z");
        QVERIFY(bool(awaited(m_fixture->vault->keepTraceHeads(heads, signer.key()))));
        QCOMPARE(lines().size(), std::size_t(0));
        QVERIFY(bool(awaited(m_fixture->vault->lock())));
        QCOMPARE(lines().size(), std::size_t(1));
        QVERIFY(bool(awaited(m_fixture->vault->bringTraceFrom(1)))); // the gateway was put back
        QCOMPARE(lines().size(), std::size_t(2));
        QCOMPARE(lines().front(), bring->lines[1]);
    }

    void isKeptLongEnoughAndNoLonger()
    {
        QVERIFY(bool(m_fixture->enrol()));
        Signer signer;
        sign(signer, "2026-01-01T00:00:00.000Z");
        QVERIFY(bool(awaited(m_fixture->vault->lock())));
        sign(signer, "2026-01-02T00:00:00.000Z");
        m_fixture->clock.advance(std::chrono::days(1'000)); // this desk's word counts for nothing
        QVERIFY(bool(m_fixture->unlock()));
        sign(signer, "2026-07-03T23:59:59.000Z"); // 183 days after the first
        QCOMPARE(kept(), 3);
        QVERIFY(bool(awaited(m_fixture->vault->lock())));
        sign(signer, "2026-07-04T00:00:00.000Z");
        QCOMPARE(kept(), 3); // the first is gone
        m_fixture->close();
        QCOMPARE(verified(signer.key()), std::string());
    }

    void whatIsNotSignedForCannotBeDeleted()
    {
        QVERIFY(bool(m_fixture->enrol()));
        m_fixture->close();
        QVERIFY(!tryTo("DELETE FROM trace"));
        QVERIFY(!tryTo("UPDATE trace SET text = ''"));
    }

    /// Desks are told how far the gateway's own trace had come.
    void keepsWhatTheGatewayHasSigned()
    {
        QVERIFY(bool(m_fixture->enrol()));
        Signer signer;
        sign(signer, "2026-01-01T00:00:00.000Z");
        QVERIFY(bool(awaited(m_fixture->vault->lock())));
        sign(signer, "2026-01-01T00:00:01.000Z"); // the latest of a day is enough
        m_fixture->close();
        const auto stored = vault::StoredTrace::open(m_fixture->path(QStringLiteral("vault.db")));
        QVERIFY(bool(stored));
        QCOMPARE((*stored)->heads().size(), std::size_t(2));
        for (const auto &head : (*stored)->heads()) {
            QVERIFY(trace::isSignedBy((*stored)->key(), head));
        }
        QCOMPARE(verified(signer.key()), std::string());
    }

    void aStoreFromBeforeThereWasATraceBeginsOne()
    {
        QVERIFY(bool(m_fixture->enrol()));
        m_fixture->close();
        for (const char *statement : {"DROP TABLE trace", "DROP TABLE trace_heads", "DROP TABLE ticket",
                 "ALTER TABLE operator_key DROP COLUMN bound", "DROP TABLE case_person",
                 "PRAGMA user_version = 4"}) {
            run(statement);
        }
        m_fixture->make();
        QCOMPARE(m_fixture->open(), QString());
        QVERIFY(bool(m_fixture->unlock()));
        QCOMPARE(acts(), std::string("sign-in"));
    }

    void nothingOfPeopleIsInIt()
    {
        QVERIFY(bool(m_fixture->enrol()));
        QVERIFY(bool(awaited(m_fixture->vault->saveDraft(VaultFixture::draft()))));
        QVERIFY(bool(awaited(m_fixture->vault->draft(caseOne))));
        QVERIFY(!m_fixture->unlock("409900199001011234", "canary-password"));
        for (const auto &line : lines()) {
            for (const char *canary : {"张伟", "王小满", "409900199001011234", "canary", "correct horse"}) {
                QVERIFY2(line.find(canary) == std::string::npos, line.c_str());
            }
        }
    }

private:
    std::vector<std::string> lines() const { return m_fixture->traceLines(); }
    std::string acts() const { return m_fixture->acts(); }

    void sign(Signer &signer, const std::string &at)
    {
        const auto bring = awaited(m_fixture->vault->traceToBring(1'000));
        const auto heads = signer.sign(bring->lines, bring->device, at);
        QVERIFY(bool(awaited(m_fixture->vault->keepTraceHeads(heads, signer.key()))));
    }

    int kept() { return awaited(m_fixture->vault->bringTraceFrom(0)) ? int(lines().size()) : -1; }

    std::string verified(const std::string &key) const
    {
        const auto stored = vault::StoredTrace::open(m_fixture->path(QStringLiteral("vault.db")));
        const auto chain = (*stored)->chains().front();
        trace::Verifier verifier(chain, key, (*stored)->heads());
        const auto read = (*stored)->read(chain, [&](std::string_view line) { verifier.add(line); });
        std::string text = read ? "" : read.failure().key;
        for (const auto &finding : verifier.finish()) {
            text += (text.empty() ? "" : " ") + finding.key;
        }
        return text;
    }

    bool tryTo(const char *statement)
    {
        bool done = false;
        {
            auto database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("other"));
            database.setDatabaseName(m_fixture->path(QStringLiteral("vault.db")));
            done = database.open() && QSqlQuery(database).exec(QString::fromLatin1(statement));
        }
        QSqlDatabase::removeDatabase(QStringLiteral("other"));
        return done;
    }
    void run(const char *statement) { QVERIFY2(tryTo(statement), statement); }

    std::unique_ptr<VaultFixture> m_fixture;
};

QTEST_GUILESS_MAIN(VaultTraceTest)
#include "tst_trace.moc"
