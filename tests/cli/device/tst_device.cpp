#include "certificates/authority.h"
#include "certificates/enrolment.h"
#include "cli/device/deviceenrolcommand.h"
#include "cli/device/deviceinitcommand.h"
#include "cli/device/devicelistcommand.h"
#include "cli/device/devicerevokecommand.h"
#include "cli/outcome.h"
#include "platform/folder.h"
#include "platform/systemclock.h"
#include "support/jsoninmessages.h"
#include "support/must.h"
#include "support/testclock.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <fstream>

using namespace quanke;
using namespace quanke::cli;
using test::must;
using test::Outcome;

namespace {

Outcome run(const std::vector<std::string> &words)
{
    return test::runWith<DeviceInitCommand, DeviceEnrolCommand, DeviceRevokeCommand, DeviceListCommand>(
        words);
}

} // namespace

class DeviceCommandsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        std::ofstream(path("password")) << "correct horse battery\n";
    }

    void aDeskIsEnrolledListedAndRevoked()
    {
        QCOMPARE(initialise().code, 0);
        const auto enrolled = enrol("window-3", {"--json"});
        QVERIFY2(enrolled.code == 0, enrolled.error.c_str());
        QCOMPARE(enrolled.json()["device"], Json("window-3"));
        const auto file = must(platform::readFile(path("window-3.p12")));
        QCOMPARE(must(certificates::unpack(file, "correct horse battery")).device, std::string("window-3"));
        QVERIFY(!(QFileInfo(QString::fromStdString(path("window-3.p12"))).permissions()
            & (QFile::ReadGroup | QFile::ReadOther)));
        QCOMPARE(list()["items"][0]["state"], Json("good"));
        const auto revoked = run({"device", "revoke", "window-3", "--tls", path("tls"), "--json"});
        QCOMPARE(revoked.code, 0);
        QCOMPARE(revoked.json(), Json({{"device", "window-3"}, {"certificates", 1}}));
        QCOMPARE(list()["items"][0]["state"], Json("revoked"));
    }

    void initKeepsAnAuthorityThatIsThere()
    {
        QCOMPARE(initialise().json()["authority"], Json("made"));
        const auto authority = must(platform::readFile(path("tls/authority.pem")));
        const auto gateway = must(platform::readFile(path("tls/gateway.pem")));
        QCOMPARE(initialise().json()["authority"], Json("kept"));
        QCOMPARE(must(platform::readFile(path("tls/authority.pem"))), authority);
        QVERIFY(must(platform::readFile(path("tls/gateway.pem"))) != gateway);
    }

    /// As a package has it: root enrols, the gateway's user reads.
    void theKeyIsKeptElsewhere()
    {
        const std::vector<std::string> init{"device", "init", "--tls", path("tls"), "--authority",
            path("safe"), "--names", "127.0.0.1", "--lang", "en"};
        QCOMPARE(run(init).code, 0);
        const auto renewed = run(init);
        QVERIFY2(renewed.out.find("anew") != std::string::npos, renewed.out.c_str());
        QVERIFY(!QFileInfo::exists(QString::fromStdString(path("tls/authority.key"))));
        const auto lost = enrol("window-3", {"--lang", "en"});
        QCOMPARE(lost.code, 2);
        QVERIFY2(lost.error.find("--authority") != std::string::npos, lost.error.c_str());
        QCOMPARE(enrol("window-3", {"--authority", path("safe")}).code, 0);
        QCOMPARE(
            run({"device", "revoke", "window-3", "--tls", path("tls"), "--authority", path("safe")}).code, 0);
    }

    void whatEndsSoonIsSaidInTime()
    {
        initialise();
        const std::filesystem::path folder = path("tls");
        const auto now = platform::SystemClock().now();
        const test::TestClock then(now - std::chrono::days(340));
        must(must(certificates::Authority::open(folder, then)).enrol("window-3", "correct horse battery"));
        const auto told = run({"device", "list", "--tls", path("tls"), "--lang", "en"});
        QVERIFY2(told.out.find("ends soon") != std::string::npos, told.out.c_str());
        QCOMPARE(list()["items"][0]["state"], Json("good"));
    }

    void saysWhatIsWrong()
    {
        const auto missing = enrol("window-3", {"--lang", "en"});
        QCOMPARE(missing.code, 2);
        QVERIFY2(missing.error.find("quanke device init") != std::string::npos, missing.error.c_str());
        initialise();
        const auto malformed = enrol("window.3", {});
        QCOMPARE(malformed.code, 2);
        QVERIFY2(malformed.error.find("设备编号") != std::string::npos, malformed.error.c_str());
        QCOMPARE(enrol("window-3", {}).code, 0);
        const auto twice = enrol("window-3", {"--lang", "en"});
        QCOMPARE(twice.code, 2);
        QVERIFY2(twice.error.find("another name") != std::string::npos, twice.error.c_str());
        const auto unknown = run({"device", "revoke", "window-9", "--tls", path("tls"), "--lang", "en"});
        QCOMPARE(unknown.code, 1);
        QVERIFY2(unknown.error.find("window-9") != std::string::npos, unknown.error.c_str());
        QCOMPARE(run({"device", "init", "--tls", path("tls"), "--names", "a b"}).code, 2);
        std::ofstream(path("password")) << "short\n";
        QCOMPARE(enrol("window-4", {}).code, 2);
    }

private:
    std::string path(const char *name) const
    {
        return m_folder->filePath(QString::fromUtf8(name)).toStdString();
    }
    Outcome initialise() const
    {
        return run(
            {"device", "init", "--tls", path("tls"), "--names", "gateway.hall.example,127.0.0.1", "--json"});
    }
    Outcome enrol(const std::string &id, const std::vector<std::string> &more) const
    {
        std::vector<std::string> words{"device", "enrol", id, "--tls", path("tls"), "--out",
            path((id + ".p12").c_str()), "--password-file", path("password")};
        words.insert(words.end(), more.begin(), more.end());
        return run(words);
    }
    Json list() const { return run({"device", "list", "--tls", path("tls"), "--json"}).json(); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(DeviceCommandsTest)
#include "tst_device.moc"
