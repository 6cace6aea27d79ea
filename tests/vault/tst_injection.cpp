#include "support/jsoninmessages.h"
#include "vaultfixture.h"

#include <QTest>

using namespace quanke;
using test::awaited;
using test::caseOne;

namespace {

const std::string hostile = R"(x', "y"); DROP TABLE draft; DELETE FROM document; -- ' OR '1'='1)";

} // namespace

/// SQL in everything that comes into the desk's store is text like any other.
class InjectionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyTextComesBackAsItWas()
    {
        test::VaultFixture fixture;
        QCOMPARE(fixture.open(), QString());
        vault::Vault &vault = *fixture.vault;
        QVERIFY(bool(fixture.enrol(hostile)));
        auto draft = test::VaultFixture::draft();
        for (std::string *text :
            {&draft.title, &draft.bundle, &draft.formsDigest, &draft.step, &draft.focusedKey}) {
            *text = hostile;
        }
        draft.ticked = {hostile};
        draft.answers = {{hostile, hostile}};
        draft.values = {{hostile, hostile}};
        draft.sources = {{hostile, hostile}};
        QVERIFY(bool(awaited(vault.saveDraft(draft))));
        QVERIFY(
            bool(awaited(vault.saveField({caseOne, {hostile + "2", -1, {}}, hostile, hostile, hostile}))));
        draft.caseId = hostile;
        QVERIFY(bool(awaited(vault.saveDraft(draft))));
        const auto stored = awaited(vault.storeDocument(hostile, "a scan", {hostile, hostile, 1}));
        QVERIFY(bool(stored));
        QVERIFY(bool(awaited(vault.setSetting(hostile, "value"))));
        QVERIFY(bool(awaited(vault.keepUnfinished(caseOne, hostile, hostile, {{hostile, hostile}}))));

        QCOMPARE(fixture.reopen(), QString());
        QVERIFY(bool(fixture.unlock(hostile)));
        vault::Vault &again = *fixture.vault;
        QCOMPARE(awaited(again.operators())->front().name, hostile);
        QCOMPARE(awaited(again.drafts())->size(), std::size_t(2));
        const auto kept = awaited(again.draft(caseOne));
        QVERIFY(bool(kept));
        QCOMPARE(kept->title, hostile);
        QCOMPARE(kept->ticked, std::vector<std::string>{hostile});
        QCOMPARE(kept->values, (Json{{hostile, hostile}, {hostile + "2", hostile}}));
        QCOMPARE(kept->focusedKey, hostile);
        QCOMPARE(awaited(again.documents(hostile))->front().meta.name, hostile);
        QCOMPARE(*awaited(again.readDocument(hostile, stored->sha256)), QByteArray("a scan"));
        QCOMPARE(*awaited(again.setting(hostile)), QByteArray("value"));
        QCOMPARE(*awaited(again.unfinished(caseOne, hostile, hostile)), (Json{{hostile, hostile}}));
    }

    void whatItIsAskedForByNameIsNotThere()
    {
        test::VaultFixture fixture;
        QCOMPARE(fixture.open(), QString());
        vault::Vault &vault = *fixture.vault;
        QVERIFY(bool(fixture.enrol()));
        QVERIFY(bool(awaited(vault.saveDraft(test::VaultFixture::draft()))));
        const auto note = awaited(vault.enqueue(test::VaultFixture::operation("case.note", test::caseTwo)));
        QVERIFY(bool(note));
        const std::string all = "' OR '1'='1";
        QVERIFY(!awaited(vault.draft(all)));
        QVERIFY(!awaited(vault.readDocument(caseOne, all)));
        QVERIFY(!awaited(vault.discardDraft(all)));
        static_cast<void>(awaited(vault.markSent(all)));
        const auto outbox = awaited(vault.outbox());
        QCOMPARE(outbox->size(), std::size_t(1));
        QVERIFY(outbox->front().state == vault::OutboxState::Waiting);
        QCOMPARE(outbox->front().tries, 0);
        QVERIFY(awaited(vault.outgoing(all))->empty());
        const auto outgoing = awaited(vault.outgoing("wangxm", {all}));
        QCOMPARE(outgoing->size(), std::size_t(1));
        QCOMPARE(outgoing->front().operationId, note->id);
        QVERIFY(!fixture.unlock(all));
        QVERIFY(bool(fixture.unlock()));
        QCOMPARE(awaited(vault.drafts())->size(), std::size_t(1));
    }
};

QTEST_GUILESS_MAIN(InjectionTest)
#include "tst_injection.moc"
