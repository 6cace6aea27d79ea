#include "support/tickets.h"
#include "vault/sql/database.h"
#include "vault/vaultfixture.h"

#include <QTest>

using namespace quanke;
using namespace quanke::test;

/// Working with no gateway to ask: as long as its ticket lasts, and for a clerk's duties.
class TicketsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<VaultFixture>();
        QCOMPARE(m_fixture->open(), QString());
        QVERIFY(bool(m_fixture->enrol()));
        QVERIFY(bool(awaited(vault().saveDraft(VaultFixture::draft()))));
    }

    void holdsForThreeDays()
    {
        keep(ticket());
        m_fixture->clock.advance(std::chrono::hours(72) - std::chrono::seconds(1));
        QCOMPARE(m_fixture->reopen(), QString());
        const auto person = signIn();
        QVERIFY(bool(person));
        QCOMPARE(person->displayName, std::string("王小满"));
        QVERIFY(bool(awaited(vault().draft(caseOne))));
    }

    void ends()
    {
        keep(ticket());
        m_fixture->clock.advance(std::chrono::hours(72));
        refuses("vault.ticket-ended");
        keepAnew(); // with the link
        QVERIFY(bool(signIn()));
    }

    void aClockSetBackDoesNotLengthenIt()
    {
        keep(ticket());
        m_fixture->clock.advance(std::chrono::hours(71));
        QVERIFY(bool(signIn()));
        m_fixture->clock.advance(-std::chrono::hours(70));
        QVERIFY(!m_fixture->unlock("wangxm", "wrong")); // leaves a line with the clock as it is now
        refuses("vault.clock-set-back");
        QCOMPARE(m_fixture->reopen(), QString());
        refuses("vault.clock-set-back");
        keepAnew(); // with the link: the gateway knows how late it is
        QVERIFY(bool(signIn()));
    }

    void aClockSetBackToBeforeItWasGivenIsNoticed()
    {
        keep(ticket());
        m_fixture->clock.advance(-std::chrono::hours(1));
        refuses("vault.clock-set-back");
    }

    void aClockThatIsPutRightByMinutesHoldsNobodyUp()
    {
        keep(ticket());
        m_fixture->clock.advance(-std::chrono::minutes(4));
        QVERIFY(bool(signIn()));
    }

    void anAlteredOneIsRefused_data()
    {
        QTest::addColumn<QString>("what");
        for (const char *what : {"until", "operator", "device", "roles", "signature", "key"})
            QTest::newRow(what) << QString::fromLatin1(what);
    }
    void anAlteredOneIsRefused()
    {
        QFETCH(const QString, what);
        auto altered = ticket();
        const auto now = m_fixture->clock.now();
        if (what == QStringLiteral("until"))
            altered.until = toText(now + std::chrono::hours(1000));
        if (what == QStringLiteral("operator"))
            altered = m_office.give("lixia", device(), now);
        if (what == QStringLiteral("device"))
            altered = m_office.give("wangxm", "another-desk", now);
        if (what == QStringLiteral("roles"))
            altered.roles = {"clerk", "approver"};
        if (what == QStringLiteral("signature"))
            altered.signature = seal::toBase64("signed");
        const auto key = what == QStringLiteral("key") ? TicketOffice().key() : m_office.key();
        QVERIFY(bool(awaited(vault().keepTicket(altered, key))));
        refuses("vault.ticket-refused");
    }

    void oneThatIsAlteredOnTheDiskIsRefused()
    {
        keep(ticket());
        run("UPDATE ticket SET body = CAST(substr(body, 1, length(body) - 1)"
            " || CASE substr(body, -1) WHEN x'00' THEN x'01' ELSE x'00' END AS BLOB)");
        refuses("vault.ticket-refused");
    }

    void nobodysElseServes()
    {
        keep(ticket());
        QVERIFY(bool(m_fixture->enrol("lixia", "other password")));
        QVERIFY(bool(awaited(vault().keepTicket(m_office.give("lixia", device(), now()), m_office.key()))));
        run("UPDATE ticket SET body = (SELECT body FROM ticket WHERE operator = 'lixia')");
        refuses("vault.ticket-refused");
    }

    void otherRolesStayAtHome()
    {
        keep(m_office.give("wangxm", device(), now(), std::chrono::hours(72), {"approver", "clerk"}));
        const auto person = signIn();
        QVERIFY(bool(person));
        QCOMPARE(person->roles, std::vector<std::string>{"clerk"});
        keepAnew(m_office.give("wangxm", device(), now(), std::chrono::hours(72), {"approver"}));
        refuses("vault.no-ticket");
    }

    void withoutOneNobodyWorks()
    {
        refuses("vault.no-ticket");
        keepAnew();
        QVERIFY(bool(signIn()));
        keepAnew({}); // whoever is no clerk any more
        refuses("vault.no-ticket");
    }

    /// Who had signed in before there were tickets signs in once with the link.
    void aStoreOfTheFormBeforeHasNone()
    {
        m_fixture->close();
        run("DROP TABLE ticket");
        run("ALTER TABLE operator_key DROP COLUMN bound");
        run("DROP TABLE case_person");
        run("PRAGMA user_version = 5");
        m_fixture->make();
        QCOMPARE(m_fixture->open(), QString());
        refuses("vault.no-ticket");
        QVERIFY(bool(m_fixture->unlock()));
    }

    void aWrongPasswordIsSaidFirst()
    {
        const auto refused = awaited(vault().signInOffline("wangxm", VaultFixture::secret("wrong")));
        QCOMPARE(failureKey(refused), QStringLiteral("vault.wrong-password"));
    }

private:
    vault::Vault &vault() { return *m_fixture->vault; }
    Instant now() const { return m_fixture->clock.now(); }
    std::string device() { return *awaited(vault().deviceId()); }
    wire::Ticket ticket() { return m_office.give("wangxm", device(), now()); }
    void keep(const wire::Ticket &ticket)
    {
        QVERIFY(bool(awaited(vault().keepTicket(ticket, m_office.key()))));
    }
    void keepAnew() { keepAnew(ticket()); }
    void keepAnew(const wire::Ticket &ticket)
    {
        QVERIFY(bool(m_fixture->enrol()));
        keep(ticket);
    }
    Result<wire::SignedInOperator> signIn()
    {
        return awaited(vault().signInOffline("wangxm", VaultFixture::secret("correct horse")));
    }
    /// And nothing is left open.
    void refuses(const char *key)
    {
        QCOMPARE(failureKey(signIn()), QString::fromLatin1(key));
        QCOMPARE(failureKey(awaited(vault().draft(caseOne))), QStringLiteral("vault.locked"));
    }
    /// Past the vault, which is opened again.
    void run(const char *statement)
    {
        const bool wasOpen = m_fixture->vault != nullptr;
        m_fixture->close();
        {
            const auto database = vault::Database::open(m_fixture->path(QStringLiteral("vault.db")));
            QVERIFY(bool((*database)->run(statement)));
        }
        if (wasOpen)
            QCOMPARE(m_fixture->reopen(), QString());
    }

    TicketOffice m_office;
    std::unique_ptr<VaultFixture> m_fixture;
};

QTEST_GUILESS_MAIN(TicketsTest)
#include "tst_tickets.moc"
