#include "journeys/tour/journey.h"
#include "link/gatewayclient.h"
#include "support/await.h"

#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QNetworkAccessManager>
#include <QTemporaryDir>
#include <QTest>

using namespace quanke;
using namespace quanke::journeys;

namespace {

const QString first = QStringLiteral("Herbst-2026x");
const QString own = QStringLiteral("Winter-2026x");
const QString another = QStringLiteral("Lenz-2027-yz");

/// As an administrator does with `quanke user add`.
void enterClerk(const QUrl &gateway, const std::string &name)
{
    QNetworkAccessManager network;
    link::GatewayClient administrator(network, gateway);
    const auto password = seal::SecretBytes::copyOf(test::TestGateway::password().toStdString());
    const Json entry{{"displayName", "卫春生"}, {"roles", {"clerk"}}, {"password", first.toStdString()}};
    if (!test::awaited(administrator.signIn("zhengsc", password, "office-1"))
        || !test::awaited(administrator.putOperator(name, entry)))
        throw StepFailed("the clerk is not entered");
}

} // namespace

/// Somebody new: an administrator's password opens nothing, their own opens the desk, changed and with no gateway too.
class PasswordsJourney : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_journey.begin();
        enterClerk(m_journey.gateway.url(), "weics");
    }

    void aFirstPasswordIsChangedBeforeAnythingElse()
    {
        auto &desk = *m_journey.desk;
        desk.find<QComboBox>("windowComboBox")->setCurrentText(QStringLiteral("综合窗口 3 号"));
        desk.find<QComboBox>("operatorComboBox")->setCurrentText(QStringLiteral("weics"));
        desk.type(desk.find<QLineEdit>("passwordLineEdit"), first);
        desk.press(Qt::Key_Return);
        choose({}, QStringLiteral("zu-kurz-1"), QStringLiteral("zu-kurz-1"));
        QVERIFY(desk.visible<QDialog>("passwordDialog")); // its message says why
        choose({}, own, another);
        QVERIFY(desk.visible<QDialog>("passwordDialog"));
        choose({}, own, own);
        desk.waitFor(
            QStringLiteral("the shell"), [&] { return !desk.visible<QLineEdit>("passwordLineEdit"); });
    }

    void isChangedAtTheDeskLater()
    {
        auto &desk = *m_journey.desk;
        desk.openWorkspace(7);
        auto *hint = desk.find<QLabel>("passwordHintLabel");
        const QString before = hint->text();
        desk.click("passwordButton");
        choose(first, another, another);
        desk.waitFor(QStringLiteral("the refusal"), [&] { return desk.visible("passwordOutcomeBanner"); });
        for (const auto *words :
            desk.find<QLineEdit>("newPasswordLineEdit")->window()->findChildren<QLabel *>()) {
            if (words->isVisible() && words->wordWrap())
                QVERIFY2(words->height() >= words->heightForWidth(words->width()), qPrintable(words->text()));
        }
        choose(own, another, another);
        desk.waitFor(QStringLiteral("the change"), [&] { return hint->text() != before; });
        QVERIFY(!desk.visible<QDialog>("passwordDialog"));
    }

    void opensTheDeskWithNoGatewayToo()
    {
        auto &desk = *m_journey.desk;
        desk.signOut();
        QVERIFY(m_journey.gateway.stop());
        desk.signIn(QStringLiteral("weics"), another); // no word of drafts under a password of before
        QVERIFY(m_journey.gateway.start());
    }

    void cleanupTestCase()
    {
        m_journey.desk.reset();
        QCOMPARE(m_journey.leaks(), QStringList());
        test::Canaries passwords;
        for (const QString &password : {first, own, another})
            passwords.plant(password);
        QCOMPARE(passwords.inFolder(m_journey.gateway.dataFolder()), QStringList());
        QCOMPARE(passwords.in(m_journey.gateway.log()), QStringList());
    }

private:
    void choose(const QString &current, const QString &wanted, const QString &again)
    {
        auto &desk = *m_journey.desk;
        if (!current.isEmpty())
            desk.type(desk.find<QLineEdit>("currentPasswordLineEdit"), current);
        desk.type(desk.find<QLineEdit>("newPasswordLineEdit"), wanted);
        desk.type(desk.find<QLineEdit>("newPasswordAgainLineEdit"), again);
        desk.click("passwordChangeButton");
    }

    Journey m_journey;
};

QTEST_MAIN(PasswordsJourney)
#include "tst_passwords.moc"
