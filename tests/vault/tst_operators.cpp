#include "vaultfixture.h"

#include <QTest>

using namespace quanke;
using test::awaited;
using test::caseOne;
using test::failureKey;
using vault::Enrolment;

class OperatorsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theNextDayWithoutTheGateway()
    {
        test::VaultFixture fixture;
        QCOMPARE(fixture.open(), QString());
        QCOMPARE(failureKey(fixture.unlock()), QStringLiteral("vault.unknown-operator"));
        QVERIFY(*fixture.enrol() == Enrolment::New);
        QVERIFY(*fixture.enrol() == Enrolment::Known);
        QCOMPARE(fixture.reopen(), QString());
        QCOMPARE(failureKey(awaited(fixture.vault->drafts())), QStringLiteral("vault.locked"));
        const auto person = fixture.unlock();
        QVERIFY(bool(person));
        QCOMPARE(person->displayName, std::string("王小满"));
        QCOMPARE(person->roles, std::vector<std::string>{"clerk"});
        QCOMPARE(person->hall, std::string("青石县政务服务中心"));
        QVERIFY(bool(awaited(fixture.vault->drafts())));
        const auto operators = awaited(fixture.vault->operators());
        QCOMPARE(operators->size(), std::size_t(1));
        QCOMPARE(operators->front().name, std::string("wangxm"));
    }

    void fiveWrongPasswordsCloseTheDoor()
    {
        test::VaultFixture fixture;
        QCOMPARE(fixture.open(), QString());
        QVERIFY(bool(fixture.enrol()));
        for (int left = 4; left > 0; --left) {
            QCOMPARE(fixture.reopen(), QString()); // closing and opening the desk gives no more tries
            const auto refused = fixture.unlock("wangxm", "wrong");
            QCOMPARE(failureKey(refused), QStringLiteral("vault.wrong-password"));
            QCOMPARE(refused.failure().arguments.at("triesLeft").get<int>(), left);
        }
        QCOMPARE(failureKey(fixture.unlock("wangxm", "wrong")), QStringLiteral("vault.locked-out"));
        QCOMPARE(fixture.reopen(), QString());
        QCOMPARE(failureKey(fixture.unlock()), QStringLiteral("vault.locked-out")); // the right one too
        QVERIFY(!awaited(fixture.vault->operators())->front().lockedUntil.empty());
        fixture.clock.advance(std::chrono::minutes(15));
        QVERIFY(awaited(fixture.vault->operators())->front().lockedUntil.empty());
        QVERIFY(bool(fixture.unlock()));
    }

    void aRightPasswordGivesAllTriesBack()
    {
        test::VaultFixture fixture;
        QCOMPARE(fixture.open(), QString());
        QVERIFY(bool(fixture.enrol()));
        for (int round = 0; round < 3; ++round) {
            for (int i = 0; i < 4; ++i) {
                QCOMPARE(
                    failureKey(fixture.unlock("wangxm", "wrong")), QStringLiteral("vault.wrong-password"));
            }
            QVERIFY(bool(fixture.unlock()));
        }
    }

    void lockingForgets()
    {
        test::VaultFixture fixture;
        QCOMPARE(fixture.open(), QString());
        QVERIFY(bool(fixture.enrol()));
        QVERIFY(bool(awaited(fixture.vault->saveDraft(test::VaultFixture::draft()))));
        QVERIFY(bool(awaited(fixture.vault->lock())));
        QCOMPARE(failureKey(awaited(fixture.vault->draft(caseOne))), QStringLiteral("vault.locked"));
        QCOMPARE(failureKey(awaited(fixture.vault->drafts())), QStringLiteral("vault.locked"));
        QCOMPARE(failureKey(awaited(fixture.vault->saveDraft(test::VaultFixture::draft()))),
            QStringLiteral("vault.locked"));
        QCOMPARE(failureKey(awaited(fixture.vault->saveField(test::VaultFixture::edit("a/b", "x")))),
            QStringLiteral("vault.locked"));
        QVERIFY(bool(fixture.unlock()));
        QVERIFY(bool(awaited(fixture.vault->draft(caseOne))));
    }

    void aPasswordChangedWhileTheVaultIsOpen()
    {
        test::VaultFixture fixture;
        QCOMPARE(fixture.open(), QString());
        QVERIFY(bool(fixture.enrol()));
        QVERIFY(bool(awaited(fixture.vault->saveDraft(test::VaultFixture::draft()))));
        QVERIFY(*fixture.enrol("wangxm", "battery staple") == Enrolment::Rewrapped);
        QCOMPARE(fixture.reopen(), QString());
        QCOMPARE(failureKey(fixture.unlock()), QStringLiteral("vault.wrong-password"));
        QVERIFY(bool(fixture.unlock("wangxm", "battery staple")));
        QVERIFY(bool(awaited(fixture.vault->draft(caseOne))));
    }

    void aPasswordChangedElsewhereSeparatesAndIsHealedByTheOldOne()
    {
        test::VaultFixture fixture;
        QCOMPARE(fixture.open(), QString());
        QVERIFY(bool(fixture.enrol()));
        QVERIFY(bool(awaited(fixture.vault->saveDraft(test::VaultFixture::draft()))));
        QCOMPARE(fixture.reopen(), QString());
        QVERIFY(*fixture.enrol("wangxm", "battery staple") == Enrolment::Separated);
        QCOMPARE(*awaited(fixture.vault->separatedDrafts()), 1);
        QVERIFY(awaited(fixture.vault->drafts())->empty());
        QCOMPARE(failureKey(awaited(fixture.vault->draft(caseOne))), QStringLiteral("vault.separated"));
        QVERIFY(bool(awaited(fixture.vault->saveDraft(test::VaultFixture::draft(test::caseTwo)))));

        QVERIFY(*fixture.enrol("wangxm", "battery staple", "wrong") == Enrolment::Separated);
        QCOMPARE(*awaited(fixture.vault->separatedDrafts()), 1);
        QVERIFY(*fixture.enrol("wangxm", "battery staple", "correct horse") == Enrolment::Rewrapped);
        QCOMPARE(*awaited(fixture.vault->separatedDrafts()), 0);
        QCOMPARE(fixture.reopen(), QString());
        QVERIFY(bool(fixture.unlock("wangxm", "battery staple")));
        QCOMPARE(awaited(fixture.vault->drafts())->size(), std::size_t(2));
    }

    void backToTheFirstPassword()
    {
        test::VaultFixture fixture;
        QCOMPARE(fixture.open(), QString());
        QVERIFY(bool(fixture.enrol()));
        QVERIFY(bool(awaited(fixture.vault->saveDraft(test::VaultFixture::draft()))));
        QCOMPARE(fixture.reopen(), QString());
        QVERIFY(*fixture.enrol("wangxm", "battery staple") == Enrolment::Separated);
        QCOMPARE(fixture.reopen(), QString());
        QVERIFY(*fixture.enrol() == Enrolment::Separated);
        QCOMPARE(awaited(fixture.vault->drafts())->size(), std::size_t(1)); // the first is readable again
        QCOMPARE(fixture.reopen(), QString());
        QVERIFY(bool(fixture.unlock()));
        QCOMPARE(awaited(fixture.vault->drafts())->size(), std::size_t(1));
    }

    void operatorsDoNotReadEachOther()
    {
        test::VaultFixture fixture;
        QCOMPARE(fixture.open(), QString());
        QVERIFY(bool(fixture.enrol()));
        QVERIFY(bool(awaited(fixture.vault->saveDraft(test::VaultFixture::draft()))));
        QVERIFY(bool(fixture.enrol("lixia", "other password")));
        QVERIFY(awaited(fixture.vault->drafts())->empty());
        QCOMPARE(failureKey(awaited(fixture.vault->draft(caseOne))), QStringLiteral("vault.other-operator"));
        QCOMPARE(failureKey(awaited(fixture.vault->saveDraft(test::VaultFixture::draft()))),
            QStringLiteral("vault.other-operator"));
        QCOMPARE(failureKey(awaited(fixture.vault->discardDraft(caseOne))),
            QStringLiteral("vault.other-operator"));
        QVERIFY(bool(fixture.unlock()));
        QCOMPARE(awaited(fixture.vault->drafts())->size(), std::size_t(1));
    }

    void theDiskAloneDoesNotEvenTryPasswords()
    {
        test::VaultFixture fixture;
        fixture.deviceSecret = machine('m');
        QCOMPARE(fixture.reopen(), QString());
        QVERIFY(bool(fixture.enrol()));
        QVERIFY(bool(awaited(fixture.vault->saveDraft(test::VaultFixture::draft()))));
        for (const char other : {'\0', 'o'}) {
            fixture.deviceSecret = machine(other);
            QCOMPARE(fixture.reopen(), QString());
            for (int more = 0; more < 6; ++more) { // than are allowed, and none is counted
                QCOMPARE(failureKey(fixture.unlock()), QStringLiteral("vault.other-machine"));
                QCOMPARE(
                    failureKey(fixture.unlock("wangxm", "wrong")), QStringLiteral("vault.other-machine"));
            }
        }
        fixture.deviceSecret = machine('m');
        QCOMPARE(fixture.reopen(), QString());
        QVERIFY(bool(fixture.unlock()));
        QVERIFY(bool(awaited(fixture.vault->draft(caseOne))));
    }

    void keysFromBeforeAreBoundWhenTheirPasswordComesBy_data()
    {
        QTest::addColumn<bool>("withTheLink");
        QTest::newRow("signed in with the link") << true;
        QTest::newRow("signed in without it") << false;
    }
    void keysFromBeforeAreBoundWhenTheirPasswordComesBy()
    {
        QFETCH(const bool, withTheLink);
        test::VaultFixture fixture;
        QCOMPARE(fixture.open(), QString());
        QVERIFY(bool(fixture.enrol()));
        QVERIFY(bool(awaited(fixture.vault->saveDraft(test::VaultFixture::draft()))));
        fixture.deviceSecret = machine('m');
        QCOMPARE(fixture.reopen(), QString());
        if (withTheLink) {
            QVERIFY(*fixture.enrol() == Enrolment::Known);
        } else {
            QVERIFY(bool(fixture.unlock()));
        }
        QVERIFY(bool(awaited(fixture.vault->draft(caseOne))));
        QCOMPARE(fixture.reopen(), QString());
        QVERIFY(bool(fixture.unlock()));
        QVERIFY(bool(awaited(fixture.vault->draft(caseOne))));
        fixture.deviceSecret = {};
        QCOMPARE(fixture.reopen(), QString());
        QCOMPARE(failureKey(fixture.unlock()), QStringLiteral("vault.other-machine"));
    }

    void aMachineThatForgotItsSecretSeparatesUntilItIsBack()
    {
        test::VaultFixture fixture;
        fixture.deviceSecret = machine('m');
        QCOMPARE(fixture.reopen(), QString());
        QVERIFY(bool(fixture.enrol()));
        QVERIFY(bool(awaited(fixture.vault->saveDraft(test::VaultFixture::draft()))));
        fixture.deviceSecret = {};
        QCOMPARE(fixture.reopen(), QString());
        QVERIFY(*fixture.enrol() == Enrolment::Separated);
        QCOMPARE(*awaited(fixture.vault->separatedDrafts()), 1);
        QVERIFY(bool(awaited(fixture.vault->saveDraft(test::VaultFixture::draft(test::caseTwo)))));
        QCOMPARE(fixture.reopen(), QString());
        QVERIFY(bool(fixture.unlock())); // nothing is bound to a machine that keeps nothing

        fixture.deviceSecret = machine('m');
        QCOMPARE(fixture.reopen(), QString());
        QVERIFY(bool(fixture.unlock()));
        QCOMPARE(*awaited(fixture.vault->separatedDrafts()), 0);
        QCOMPARE(awaited(fixture.vault->drafts())->size(), std::size_t(2));
    }

    void aPasswordIsChangedOnTheSameMachine()
    {
        test::VaultFixture fixture;
        fixture.deviceSecret = machine('m');
        QCOMPARE(fixture.reopen(), QString());
        QVERIFY(bool(fixture.enrol()));
        QVERIFY(bool(awaited(fixture.vault->saveDraft(test::VaultFixture::draft()))));
        QCOMPARE(fixture.reopen(), QString());
        QVERIFY(*fixture.enrol("wangxm", "battery staple", "correct horse") == Enrolment::Rewrapped);
        QCOMPARE(fixture.reopen(), QString());
        QVERIFY(bool(fixture.unlock("wangxm", "battery staple")));
        QVERIFY(bool(awaited(fixture.vault->draft(caseOne))));
    }

private:
    /// What a machine keeps, told from others' by a letter; that with none keeps nothing.
    static std::shared_ptr<const seal::SecretBytes> machine(char letter)
    {
        return letter == '\0'
            ? nullptr
            : std::make_shared<const seal::SecretBytes>(seal::SecretBytes::copyOf(std::string(32, letter)));
    }
};

QTEST_GUILESS_MAIN(OperatorsTest)
#include "tst_operators.moc"
