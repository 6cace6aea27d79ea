#include "core/formats/newpassword.h"

#include <QTest>

#include <string>

using namespace quanke;

/// What may be a new password, and what stands in every guesser's list.
class NewPasswordTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void judges_data()
    {
        QTest::addColumn<QString>("password");
        QTest::addColumn<bool>("isStrong");
        const auto row = [](const char *password, bool isStrong) {
            QTest::newRow(password) << QString::fromUtf8(password) << isStrong;
        };
        row("Tiger-Lampe-77", true);
        row("kX7-pq2-mnv", true);
        row("ABCD-7KQM-x2WE-6P9T", true);
        row("correct horse Battery", true);
        row("清溪路上有旅馆-Lampe7", true);
        row("Lampe-77", false); // short
        row("tigerlampe77", false); // of two kinds
        row("Password123!", false);
        row("P@ssw0rd2026", false);
        row("Admin@123456", false);
        row("Aa123456789!", false);
        row("Qwertyuiop1!", false); // keys side by side
        row("Zaq12wsx!QAZ", false);
        row("Sommer-2026", false); // a season and a year
        row("Woaini1314!", false); // as China types
        row("Quanke-2026", false); // ours
        row("Wangxm-2026x", false); // their own name
        row("Aaaaaaaaaaaaaaaaaaa1!", false);
    }
    void judges()
    {
        QFETCH(const QString, password);
        QFETCH(const bool, isStrong);
        QCOMPARE(formats::isStrongPassword(password.toStdString(), "wangxm"), isStrong);
    }

    void ofTheLongestTheBeginningIsJudged()
    {
        const std::string strong = "Tiger-Lampe-77";
        QVERIFY(formats::isStrongPassword(strong + std::string(200 - strong.size(), 'x'), "wangxm"));
        QVERIFY(!formats::isStrongPassword(strong + std::string(201 - strong.size(), 'x'), "wangxm"));
        QVERIFY(!formats::isStrongPassword(std::string(150, 'a') + "B1-", "wangxm"));
    }

    void somebodyWithoutANameIsJudgedToo() { QVERIFY(formats::isStrongPassword("Tiger-Lampe-77", {})); }
};

QTEST_GUILESS_MAIN(NewPasswordTest)
#include "tst_newpassword.moc"
