#include "vault/sql/database.h"
#include "vaultfixture.h"

#include <QDir>
#include <QFile>
#include <QIODevice>
#include <QSignalSpy>
#include <QTest>

using namespace quanke;
using test::awaited;
using test::caseOne;
using test::caseTwo;
using test::failureKey;

class DraftsTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<test::VaultFixture> m_fixture;

    vault::Vault &vault() { return *m_fixture->vault; }
    QString save(const vault::FieldEdit &edit) { return failureKey(awaited(vault().saveField(edit))); }

    /// Changes the closed database behind the vault's back.
    bool tamper(const char *sql)
    {
        m_fixture->close();
        bool done = false;
        {
            auto database = quanke::vault::Database::open(m_fixture->path(QStringLiteral("vault.db")));
            done = database && (*database)->run(sql);
        }
        m_fixture->make();
        return done && m_fixture->open().isEmpty() && m_fixture->unlock();
    }

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<test::VaultFixture>();
        QCOMPARE(m_fixture->open(), QString());
        QVERIFY(bool(m_fixture->enrol()));
    }

    void comesBackAsItWas()
    {
        const auto draft = test::VaultFixture::draft();
        QVERIFY(bool(awaited(vault().saveDraft(draft))));
        QCOMPARE(m_fixture->reopen(), QString());
        QVERIFY(bool(m_fixture->unlock()));
        const auto loaded = awaited(vault().draft(caseOne));
        QVERIFY(bool(loaded));
        QCOMPARE(loaded->title, draft.title);
        QCOMPARE(loaded->bundle, draft.bundle);
        QCOMPARE(loaded->formsDigest, draft.formsDigest);
        QCOMPARE(loaded->ticked, draft.ticked);
        QVERIFY(loaded->answers == draft.answers);
        QVERIFY(loaded->values == draft.values);
        QVERIFY(loaded->sources == draft.sources);
        QCOMPARE(loaded->step, draft.step);
        QCOMPARE(loaded->focusedKey, draft.focusedKey);
        QCOMPARE(loaded->updatedAt, std::string("2026-11-21T01:00:00.000Z"));
    }

    void eachFieldLeftIsKept()
    {
        QSignalSpy changed(&vault(), &quanke::vault::Vault::draftsChanged);
        QVERIFY(bool(awaited(vault().saveDraft(test::VaultFixture::draft()))));
        QTRY_COMPARE(changed.count(), 1);
        m_fixture->clock.advance(std::chrono::minutes(1));
        QCOMPARE(save({caseOne, {"operator/person.idNo", -1, {}}, "409900199001011234", "fill",
                     "operator/person.mobile"}),
            QString());
        QCOMPARE(save({caseOne, {"staff", 0, "name"}, "李霞", "fill", "staff/0/idNo"}), QString());
        QCOMPARE(save({caseOne, {"staff", 0, "idNo"}, "1", "fill", "staff/1/name"}), QString());
        QCOMPARE(save({caseOne, {"staff", 1, "name"}, "𠮷田", "fill", "staff/1/idNo"}), QString());
        QCOMPARE(save({caseOne, {"staff", 0, "idNo"}, nullptr, "fill", "hotel/hotel.rooms"}), QString());
        QCOMPARE(save({caseOne, {"operator/person.name", -1, {}}, nullptr, "fill", "hotel/hotel.rooms"}),
            QString());
        QCOMPARE(save({caseOne, {{}, -1, {}}, nullptr, "documents", "MH01"}), QString());
        QCOMPARE(m_fixture->reopen(), QString());
        QVERIFY(bool(m_fixture->unlock()));
        const auto loaded = awaited(vault().draft(caseOne));
        QVERIFY(bool(loaded));
        const Json expected{{"operator/person.idNo", "409900199001011234"},
            {"staff", {{{"name", "李霞"}}, {{"name", "𠮷田"}}}}};
        QVERIFY(loaded->values == expected);
        QCOMPARE(loaded->step, std::string("documents"));
        QCOMPARE(loaded->focusedKey, std::string("MH01"));
        QCOMPARE(loaded->updatedAt, std::string("2026-11-21T01:01:00.000Z"));
        const auto list = awaited(vault().drafts());
        QCOMPARE(list->front().step, std::string("documents"));
    }

    void savingWholeReplacesTheEditsBefore()
    {
        QVERIFY(bool(awaited(vault().saveDraft(test::VaultFixture::draft()))));
        QCOMPARE(save(test::VaultFixture::edit("a/b", "old")), QString());
        auto draft = test::VaultFixture::draft();
        draft.values = {{"a/b", "new"}};
        QVERIFY(bool(awaited(vault().saveDraft(draft))));
        QVERIFY(awaited(vault().draft(caseOne))->values == draft.values);
    }

    void manyEditsAreFolded()
    {
        QVERIFY(bool(awaited(vault().saveDraft(test::VaultFixture::draft()))));
        for (int i = 0; i < 450; ++i) {
            static_cast<void>(
                vault().saveField(test::VaultFixture::edit("key/" + std::to_string(i % 60), i)));
        }
        const auto loaded = awaited(vault().draft(caseOne));
        QVERIFY(bool(loaded));
        QCOMPARE(loaded->values.size(), std::size_t(61));
        QCOMPARE(loaded->values.at("key/29").get<int>(), 449);
        m_fixture->close();
        auto database = quanke::vault::Database::open(m_fixture->path(QStringLiteral("vault.db")));
        QVERIFY(bool(database));
        QVERIFY((*(*database)->row("SELECT count(*) FROM draft_edit"))->at(0).toInt() < 200);
    }

    void aFieldNeedsADraft()
    {
        QCOMPARE(save(test::VaultFixture::edit("a/b", "x")), QStringLiteral("vault.unknown-case"));
        QCOMPARE(failureKey(awaited(vault().draft(caseOne))), QStringLiteral("vault.unknown-case"));
    }

    void latestFirst()
    {
        QVERIFY(bool(awaited(vault().saveDraft(test::VaultFixture::draft(caseOne)))));
        m_fixture->clock.advance(std::chrono::seconds(1));
        QVERIFY(bool(awaited(vault().saveDraft(test::VaultFixture::draft(caseTwo)))));
        m_fixture->clock.advance(std::chrono::seconds(1));
        QCOMPARE(save(test::VaultFixture::edit("a/b", "x")), QString());
        const auto list = awaited(vault().drafts());
        QCOMPARE(list->size(), std::size_t(2));
        QCOMPARE(list->front().caseId, caseOne);
        QCOMPARE(list->front().title, std::string("开旅馆 张伟"));
        QVERIFY(!list->front().damaged);
    }

    void discardingDestroys()
    {
        QVERIFY(bool(awaited(vault().saveDraft(test::VaultFixture::draft()))));
        QVERIFY(bool(awaited(vault().storeDocument(caseOne, "scan", {}))));
        QCOMPARE(QDir(m_fixture->path(QStringLiteral("documents"))).entryList(QDir::Files).size(), 1);
        QVERIFY(bool(awaited(vault().discardDraft(caseOne))));
        QCOMPARE(failureKey(awaited(vault().draft(caseOne))), QStringLiteral("vault.unknown-case"));
        QVERIFY(awaited(vault().drafts())->empty());
        QVERIFY(QDir(m_fixture->path(QStringLiteral("documents"))).entryList(QDir::Files).isEmpty());
        QVERIFY(
            bool(awaited(vault().saveDraft(test::VaultFixture::draft())))); // the same case may begin again
    }

    void discardingLeavesNoSealedKeyBehind()
    {
        QVERIFY(bool(awaited(vault().saveDraft(test::VaultFixture::draft()))));
        m_fixture->close();
        QByteArray wrapped;
        {
            auto database = quanke::vault::Database::open(m_fixture->path(QStringLiteral("vault.db")));
            QVERIFY(bool(database));
            wrapped = (*(*database)->row("SELECT wrapped FROM case_key"))->at(0).toByteArray();
        }
        QVERIFY(wrapped.size() > 32);
        const auto isThere = [&] {
            bool found = false;
            const auto names = QDir(m_fixture->setup().folder).entryList(QDir::Files);
            for (const QString &name : names) {
                QFile file(m_fixture->path(name));
                found = found || (file.open(QIODevice::ReadOnly) && file.readAll().contains(wrapped));
            }
            return found;
        };
        QVERIFY(isThere());
        m_fixture->make();
        QCOMPARE(m_fixture->open(), QString());
        QVERIFY(bool(m_fixture->unlock()));
        QVERIFY(bool(awaited(vault().discardDraft(caseOne))));
        QVERIFY(!isThere());
    }

    void swappedRowsAreNoticed()
    {
        auto second = test::VaultFixture::draft(caseTwo);
        second.title = "other";
        QVERIFY(bool(awaited(vault().saveDraft(test::VaultFixture::draft()))));
        QVERIFY(bool(awaited(vault().saveDraft(second))));
        QVERIFY(tamper("UPDATE draft SET body = (SELECT body FROM draft WHERE case_id LIKE '%2') WHERE "
                       "case_id LIKE '%1'"));
        QCOMPARE(failureKey(awaited(vault().draft(caseOne))), QStringLiteral("seal.wrong-key"));
        QVERIFY(bool(awaited(vault().draft(caseTwo))));
        const auto list = awaited(vault().drafts());
        QCOMPARE(list->size(), std::size_t(2)); // the damaged one does not hide the other
        QCOMPARE(std::count_if(list->begin(), list->end(), [](const auto &line) { return line.damaged; }), 1);
    }

    void reorderedEditsAreNoticed()
    {
        QVERIFY(bool(awaited(vault().saveDraft(test::VaultFixture::draft()))));
        QCOMPARE(save(test::VaultFixture::edit("a/b", "first")), QString());
        QCOMPARE(save(test::VaultFixture::edit("a/b", "second")), QString());
        QVERIFY(tamper("UPDATE draft_edit SET position = 5 WHERE position = 1"));
        QCOMPARE(failureKey(awaited(vault().draft(caseOne))), QStringLiteral("seal.wrong-key"));
    }

    void keysOfAnotherCaseAreNoticed()
    {
        QVERIFY(bool(awaited(vault().saveDraft(test::VaultFixture::draft(caseOne)))));
        QVERIFY(bool(awaited(vault().saveDraft(test::VaultFixture::draft(caseTwo)))));
        QVERIFY(
            tamper("UPDATE case_key SET wrapped = (SELECT wrapped FROM case_key WHERE case_id LIKE '%2')"));
        QCOMPARE(failureKey(awaited(vault().draft(caseOne))), QStringLiteral("seal.wrong-key"));
        QVERIFY(bool(awaited(vault().draft(caseTwo))));
    }
};

QTEST_GUILESS_MAIN(DraftsTest)
#include "tst_drafts.moc"
