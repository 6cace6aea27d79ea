#include "certificates/authority.h"
#include "certificates/device.h"
#include "certificates/enrolment.h"
#include "certificates/revocations.h"
#include "platform/durablefile.h"
#include "platform/folder.h"
#include "platform/folderlock.h"
#include "support/await.h"
#include "support/must.h"
#include "support/testclock.h"

#include <QDir>
#include <QFileInfo>
#include <QSslCertificate>
#include <QTemporaryDir>
#include <QTest>

#include <fstream>
#include <sys/stat.h>
#include <unistd.h>

using namespace quanke;
using namespace quanke::certificates;
using test::failureKey;
using test::must;

namespace {

const std::string password = "correct horse battery";
const auto revoked = QStringLiteral("device.revoked");
const auto unreadable = QStringLiteral("revocations.unreadable");

void overwrite(const std::filesystem::path &path, const std::string &text)
{
    std::ofstream(path, std::ios::binary) << text;
}

std::string contentOf(const std::filesystem::path &path)
{
    return must(platform::readFile(path));
}

struct stat rightsOf(const std::filesystem::path &path)
{
    struct stat status { };
    ::stat(path.c_str(), &status);
    return status;
}

QString namesIn(const std::filesystem::path &folder)
{
    return QDir(QString::fromStdString(folder.string())).entryList(QDir::Files).join(QLatin1Char(' '));
}

/// As others than we read it.
QSslCertificate certificateOf(const std::string &pem)
{
    return QSslCertificate(QByteArray::fromStdString(pem), QSsl::Pem);
}

} // namespace

class AuthorityTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(QStringLiteral("tls")).toStdString();
        m_told.clear();
    }

    void isMadeOnceAndItsOwnersAlone()
    {
        must(must(Authority::make(m_path, m_clock)).certifyGateway({"gateway.hall.example", "10.1.2.3"}));
        QCOMPARE(failureKey(Authority::make(m_path, m_clock)), QStringLiteral("authority.exists"));
        const QDir folder(QString::fromStdString(m_path));
        const auto files = folder.entryInfoList(QDir::Files);
        QCOMPARE(files.size(), 6); // one of them holds the folder
        for (const auto &file : files) {
            QCOMPARE(int(file.permissions()
                         & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther)),
                0);
        }
        const auto gateway = certificateOf(contentOf(m_path / "gateway.pem"));
        const auto names = gateway.subjectAlternativeNames();
        QCOMPARE(names.values(QSsl::DnsEntry), QStringList{QStringLiteral("gateway.hall.example")});
        QCOMPARE(names.values(QSsl::IpAddressEntry), QStringList{QStringLiteral("10.1.2.3")});
    }

    /// The gateway's user reads what it needs, and has no key that enrols.
    void theGatewayHasAFolderOfItsOwn()
    {
        const auto own = m_path / "own";
        const auto gateways = m_path / "gateway";
        must(platform::makeFolders(gateways));
        QCOMPARE(::chmod(gateways.c_str(), 0750), 0);
        const auto authority = must(Authority::make({gateways, own}, m_clock));
        must(authority.certifyGateway({"10.1.2.3"}));
        must(authority.enrol("window-3", password));
        QCOMPARE(namesIn(gateways), QStringLiteral("authority.pem gateway.pem revoked.pem"));
        QCOMPARE(namesIn(own), QStringLiteral("authority.key devices.json in-use"));
        for (const char *name : {"authority.pem", "gateway.pem", "revoked.pem"}) {
            QCOMPARE(rightsOf(gateways / name).st_mode & 0777U, 0640U);
        }
        QCOMPARE(rightsOf(own / "authority.key").st_mode & 0777U, 0600U);
        QCOMPARE(must(must(Authority::open({gateways, own}, m_clock)).devices()).size(), std::size_t(1));
        QCOMPARE(failureKey(Authority::open(gateways, m_clock)), QStringLiteral("authority.key-missing"));
    }

    /// Two at once would lose a certificate, or a revocation.
    void onlyOneAtATimeChangesAnything()
    {
        const auto authority = must(Authority::make(m_path, m_clock));
        must(authority.enrol("window-3", password));
        {
            const auto held = platform::FolderLock::take(m_path);
            QVERIFY(held.has_value());
            const auto busy = QStringLiteral("authority.busy");
            QCOMPARE(failureKey(authority.enrol("window-4", password)), busy);
            QCOMPARE(failureKey(authority.revoke("window-3")), busy);
            QCOMPARE(failureKey(authority.certifyGateway({"10.1.2.3"})), busy);
            QCOMPARE(failureKey(Authority::make(m_path, m_clock)), busy);
        }
        QCOMPARE(must(authority.revoke("window-3")), 1);
    }

    /// Cut short, or its certificate lost: what was given out stays good.
    void aKeyThatIsThereIsGoneOnWith()
    {
        auto enrolment =
            must(unpack(must(must(Authority::make(m_path, m_clock)).enrol("window-3", password)), password));
        QVERIFY(std::filesystem::remove(m_path / "authority.pem"));
        QVERIFY(!Authority::isIn(m_path));
        const auto authority = must(Authority::make(m_path, m_clock));
        QCOMPARE(must(authority.devices()).size(), std::size_t(1));
        enrolment.authority = contentOf(m_path / "authority.pem");
        const auto place = m_folder->filePath(QStringLiteral("device.pem")).toStdString();
        must(keep(enrolment, place));
        QCOMPARE(must(kept(place)).device, std::string("window-3"));
        QVERIFY(std::filesystem::remove(m_path / "authority.pem"));
        overwrite(m_path / "authority.key", "no key");
        QCOMPARE(failureKey(Authority::make(m_path, m_clock)), QStringLiteral("authority.malformed"));
    }

    void aGatewayHasAnAddress()
    {
        const auto authority = must(Authority::make(m_path, m_clock));
        QCOMPARE(failureKey(authority.certifyGateway({})), QStringLiteral("gateway.no-address"));
        for (const char *address : {"", "a,DNS:evil.example", "a b", "*.example"}) {
            QCOMPARE(
                failureKey(authority.certifyGateway({address})), QStringLiteral("gateway.malformed-address"));
        }
    }

    void aDeskTakesInWhatItWasGiven()
    {
        const auto authority = must(Authority::make(m_path, m_clock));
        const auto file = must(authority.enrol("window-3", password));
        QVERIFY(file.find("PRIVATE KEY") == std::string::npos);
        const auto enrolment = must(unpack(file, password));
        QCOMPARE(enrolment.device, std::string("window-3"));
        QCOMPARE(enrolment.authority, contentOf(m_path / "authority.pem"));
        QVERIFY(enrolment.until == m_clock.now() + std::chrono::days(365));
        const auto certificate = certificateOf(enrolment.certificate);
        QCOMPARE(
            certificate.subjectInfo(QSslCertificate::CommonName), QStringList{QStringLiteral("window-3")});
        const auto place = m_folder->filePath(QStringLiteral("device.pem")).toStdString();
        must(keep(enrolment, place));
        const auto again = must(kept(place));
        QCOMPARE(again.key, enrolment.key);
        QCOMPARE(again.authority, enrolment.authority);
        QCOMPARE(again.device, enrolment.device);
    }

    void refusesToEnrol()
    {
        const auto authority = must(Authority::make(m_path, m_clock));
        QCOMPARE(failureKey(authority.enrol("window-3", "short")), QStringLiteral("enrolment.password-weak"));
        QCOMPARE(failureKey(authority.enrol("window-3", "口令口令")), // twelve bytes
            QStringLiteral("enrolment.password-weak"));
        for (const std::string id : {"", "a.b", "窗口", "a/b", "12345678901234567890123456789012345678901"}) {
            QCOMPARE(failureKey(authority.enrol(id, password)), QStringLiteral("device.malformed"));
        }
        QVERIFY(must(authority.devices()).empty());
    }

    void nothingIsTakenInByAnotherPasswordOrAltered()
    {
        const auto authority = must(Authority::make(m_path, m_clock));
        auto file = must(authority.enrol("window-3", password));
        QCOMPARE(
            failureKey(unpack(file, "correct horse batterie")), QStringLiteral("enrolment.wrong-password"));
        QCOMPARE(failureKey(unpack(file, "")), QStringLiteral("enrolment.wrong-password"));
        QCOMPARE(failureKey(unpack("no such file", password)), QStringLiteral("enrolment.malformed"));
        file[file.size() / 2] = char(file[file.size() / 2] ^ 1); // in the key or a certificate
        QVERIFY(!unpack(file, password));
    }

    /// A key beside another's certificate, or an authority that signed neither.
    void partsThatDoNotFitAreNone()
    {
        const auto authority = must(Authority::make(m_path, m_clock));
        const auto first = must(unpack(must(authority.enrol("window-3", password)), password));
        const auto other = must(unpack(must(authority.enrol("window-4", password)), password));
        auto mixed = first;
        mixed.key = other.key;
        const auto place = m_folder->filePath(QStringLiteral("device.pem")).toStdString();
        must(keep(mixed, place));
        QCOMPARE(failureKey(kept(place)), QStringLiteral("enrolment.malformed"));
        const auto foreign = must(Authority::make(m_path / "foreign", m_clock));
        mixed = first;
        mixed.authority = must(unpack(must(foreign.enrol("x", password)), password)).authority;
        must(keep(mixed, place));
        QCOMPARE(failureKey(kept(place)), QStringLiteral("enrolment.malformed"));
        QCOMPARE(failureKey(kept(m_path / "nowhere")), QStringLiteral("file.missing"));
    }

    void whoIsRevokedIsOnTheList()
    {
        const auto authority = must(Authority::make(m_path, m_clock));
        const auto revocations = opened();
        must(authority.enrol("window-3", password));
        must(authority.enrol("window-3", password)); // a new certificate beside the old one
        must(authority.enrol("window-4", password));
        QCOMPARE(must(authority.revoke("window-3")), 2);
        QCOMPARE(failureKey(authority.revoke("window-5")), QStringLiteral("device.unknown"));
        for (const auto &device : must(must(Authority::open(m_path, m_clock)).devices())) {
            QCOMPARE(device.revokedAt.has_value(), device.device == "window-3");
            QCOMPARE(failureKey(revocations->admit(device.serial)),
                device.device == "window-3" ? revoked : QString());
        }
    }

    /// Root revokes, the gateway's own user reads.
    void theGatewaysUserGoesOnReadingTheList()
    {
        const auto authority = must(Authority::make(m_path, m_clock));
        must(authority.enrol("window-3", password));
        const auto list = m_path / "revoked.pem";
        QCOMPARE(::chmod(list.c_str(), 0640), 0);
        const bool isRoot = ::geteuid() == 0;
        QCOMPARE(isRoot ? ::chown(list.c_str(), 12345, 23456) : 0, 0);
        must(authority.revoke("window-3"));
        const auto status = rightsOf(list);
        QCOMPARE(status.st_mode & 0777U, 0640U);
        QCOMPARE(status.st_uid, isRoot ? 12345U : ::geteuid());
        QCOMPARE(status.st_gid, isRoot ? 23456U : ::getegid());
    }

    void aListThatIsNotTheAuthoritysChangesNothing()
    {
        const auto authority = must(Authority::make(m_path, m_clock));
        must(authority.enrol("window-3", password));
        must(authority.revoke("window-3"));
        const auto serial = must(authority.devices()).front().serial;
        const auto revocations = opened();
        const auto foreign = must(Authority::make(m_path / "foreign", m_clock));
        overwrite(m_path / "revoked.pem", contentOf(m_path / "foreign" / "revoked.pem"));
        QCOMPARE(failureKey(revocations->admit(serial)), revoked);
        overwrite(m_path / "revoked.pem", {});
        QCOMPARE(failureKey(revocations->admit(serial)), revoked);
        QCOMPARE(failureKey(Revocations::open(m_path, m_clock, {})), unreadable);
    }

    /// Nobody may stay in for good because nobody could say that they are out.
    void aListThatStaysUnusableLetsNobodyIn()
    {
        must(Authority::make(m_path, m_clock));
        const auto revocations = opened();
        const auto good = contentOf(m_path / "revoked.pem");
        overwrite(m_path / "revoked.pem", {});
        QCOMPARE(failureKey(revocations->admit("1a")), QString());
        QCOMPARE(m_told.size(), std::size_t(1));
        QVERIFY2(m_told.front().find("revoked.pem") != std::string::npos, m_told.front().c_str());
        m_clock.advance(std::chrono::seconds(61));
        QCOMPARE(failureKey(revocations->admit("1a")), unreadable);
        QCOMPARE(m_told.size(), std::size_t(1)); // once
        overwrite(m_path / "revoked.pem", good);
        QCOMPARE(failureKey(revocations->admit("1a")), QString());
        QCOMPARE(m_told.size(), std::size_t(2));
    }

    void anOlderListBringsNobodyBack()
    {
        const auto authority = must(Authority::make(m_path, m_clock));
        must(authority.enrol("window-3", password));
        const auto older = contentOf(m_path / "revoked.pem");
        const auto revocations = opened();
        must(authority.revoke("window-3"));
        const auto serial = must(authority.devices()).front().serial;
        QCOMPARE(failureKey(revocations->admit(serial)), revoked);
        overwrite(m_path / "revoked.pem", older);
        QCOMPARE(failureKey(revocations->admit(serial)), revoked);
        QCOMPARE(m_told.size(), std::size_t(1));
        must(authority.enrol("window-4", password)); // whose list is the newest again
        QCOMPARE(failureKey(revocations->admit(serial)), revoked);
        QCOMPARE(m_told.size(), std::size_t(2));
    }

    void anAuthorityThatIsNoneIsSaid()
    {
        QCOMPARE(failureKey(Authority::open(m_path, m_clock)), QStringLiteral("authority.missing"));
        must(Authority::make(m_path, m_clock));
        overwrite(m_path / "authority.key", "no key");
        QCOMPARE(failureKey(Authority::open(m_path, m_clock)), QStringLiteral("authority.malformed"));
    }

    void aSessionIsOfTheCertificatesDevice()
    {
        QVERIFY(belongsTo("window-3", "window-3"));
        QVERIFY(belongsTo("window-3.0a1b", "window-3"));
        QVERIFY(belongsTo(deviceUnder("window-3"), "window-3"));
        for (const char *device : {"window-4", "window-33", "window-3-1", "window", "", ".window-3"}) {
            QVERIFY(!belongsTo(device, "window-3"));
        }
        QVERIFY(!belongsTo("", ""));
    }

private:
    /// The gateway's list, which tells here.
    std::unique_ptr<Revocations> opened()
    {
        return must(
            Revocations::open(m_path, m_clock, [this](const std::string &line) { m_told.push_back(line); }));
    }

    std::vector<std::string> m_told;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::filesystem::path m_path;
    test::TestClock m_clock;
};

QTEST_GUILESS_MAIN(AuthorityTest)
#include "tst_authority.moc"
