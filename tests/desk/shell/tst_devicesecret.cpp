#include "desk/shell/keyring/devicesecret.h"
#include "desk/support/secretservice.h"
#include "support/await.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace quanke;
using namespace quanke::desk;

using Secret = std::shared_ptr<const seal::SecretBytes>;

/// By the way that the desk takes to the keyring of the machine, and no keyring but the test's.
class DeviceSecretTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_bus.start()); }

    void withoutAKeyringThereIsNone() { QCOMPARE(fetched("one"), nullptr); }

    void isMadeOnceAndKept()
    {
        const test::SecretService keyring(m_bus);
        const Secret first = fetched("one");
        QVERIFY(first && first->size() == 32);
        QVERIFY(first->view() != std::string(32, '\0'));
        const Secret again = fetched("one");
        QVERIFY(again && seal::sameBytes(again->view(), first->view()));
        QCOMPARE(keyring.secrets().size(), 1);
        const Secret other = fetched("other");
        QVERIFY(other && !seal::sameBytes(other->view(), first->view()));
    }

    void aKeyringWhoseOwnerDoesNotComeIsNotWaitedForForever()
    {
        test::SecretService keyring(m_bus);
        keyring.keepSilent();
        QCOMPARE(fetched("one", std::chrono::milliseconds(50)), nullptr);
    }

private:
    Secret fetched(const char *desk, std::chrono::milliseconds patience = std::chrono::hours(1))
    {
        QDir(m_folder.path()).mkpath(QLatin1String(desk));
        DeviceSecret keyring(m_folder.filePath(QLatin1String(desk)), patience);
        std::vector<Secret> answers;
        connect(&keyring, &DeviceSecret::fetched, this,
            [&answers](const Secret &secret) { answers.push_back(secret); });
        keyring.fetch();
        const bool came =
            test::waitFor([&answers] { return !answers.empty(); }, std::chrono::milliseconds(test::patience));
        if (!came || answers.size() != 1)
            QTest::qFail("not answered once", __FILE__, __LINE__);
        return answers.empty() ? nullptr : answers.front();
    }

    test::PrivateBus m_bus;
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(DeviceSecretTest)
#include "tst_devicesecret.moc"
