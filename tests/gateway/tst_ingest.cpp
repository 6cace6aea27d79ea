#include "gateway/hotelsubmission.h"
#include "gateway/ingest/folderimport.h"
#include "seal/digest.h"
#include "seal/text.h"
#include "spool/spool.h"
#include "support/jsoninmessages.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace quanke;
using namespace quanke::test;

namespace {

constexpr const char *sealedType = "application/vnd.quanke.sealed";

/// A desk that never reached the gateway, and what it had beside its store: one operation with one document of its own.
class DeadDesk {
public:
    DeadDesk(RunningGateway &gateway, const std::string &name, const std::string &publicKey)
    {
        Person &clerk = gateway.person(name);
        auto body = hotelSubmission(gateway, clerk, {"HT-01"});
        m_plain = somePdf("only at the desk " + newId());
        Json &reference = body["values"]["MH02"][0];
        reference["sha256"] = seal::sha256(m_plain);
        reference["size"] = m_plain.size();
        m_operation = {{"id", newId()}, {"kind", "case.submit"}, {"device", "D-" + newId()}, {"sequence", 1},
            {"previous", ""}, {"actor", name}, {"environment", "production"},
            {"at", "2026-11-21T01:00:00.000Z"}, {"case", newId()}, {"body", body}};
        seal(publicKey, reference);
    }

    /// Any operation, sealed by whoever knows the public key.
    DeadDesk(Json operation, const std::string &publicKey)
        : m_plain(somePdf("forged " + newId()))
        , m_operation(std::move(operation))
    {
        seal(publicKey, {{"sha256", seal::sha256(m_plain)}});
    }

    std::string id() const { return m_operation["id"]; }
    const std::string &frame() const { return m_frame; }
    const std::string &document() const { return m_sealed; }
    std::string path() const { return "/v1/sealed/" + id(); }
    std::string documentPath() const { return path() + "/documents/" + m_file; }

    /// As it lies on a stick.
    void lay(const QTemporaryDir &stick) const
    {
        const std::filesystem::path folder = stick.path().toStdString() + "/quanke-D";
        QVERIFY(bool(spool::makeFolder(folder)));
        QVERIFY(bool(spool::makeFolder(folder / "documents")));
        auto spool = spool::Spool::open(folder / "spool");
        QVERIFY(bool(spool->append(*spool::recordOf(m_frame))));
        QFile file(QString::fromStdString((folder / "documents" / m_file).string()));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray::fromStdString(m_sealed)) > 0);
    }

private:
    void seal(const std::string &publicKey, const Json &reference)
    {
        const auto suite = seal::makeSodiumSuite();
        const auto key = suite->makeKey();
        m_file = newId();
        bool read = false;
        const auto source = [&](char *into, std::size_t) -> Result<std::size_t> {
            const auto count = read ? 0 : m_plain.copy(into, m_plain.size());
            read = true;
            return count;
        };
        const auto sink = [this](std::string_view piece) -> Result<Done> {
            m_sealed += piece;
            return Done{};
        };
        QVERIFY(bool(suite->encryptStream(key, spool::placeOfFile(m_file), source, sink)));
        const spool::Parcel parcel{m_operation.dump(), key.clone(),
            {{m_file, reference["sha256"], "application/pdf", "lease.pdf", m_plain.size()}}};
        const auto record =
            spool::close(*suite, *seal::fromBase64(publicKey), {id(), m_operation["device"], 1, {}}, parcel);
        QVERIFY(bool(record));
        m_frame = spool::frameOf(*record);
    }

    std::string m_plain;
    Json m_operation;
    std::string m_file;
    std::string m_sealed;
    std::string m_frame;
};

} // namespace

class IngestTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_gateway = std::make_unique<RunningGateway>();
        m_key = m_gateway->person("wangxm").signIn().json()["sealingKey"];
        QVERIFY(!m_key.empty());
    }
    void cleanupTestCase() { m_gateway.reset(); }

    void aCaseComesBackFromItsSealedCopy()
    {
        const DeadDesk desk(*m_gateway, "wangxm", m_key);
        Person &clerk = m_gateway->person("wangxm");
        const auto first = put(clerk, desk.path(), desk.frame());
        QCOMPARE(first.outcome(), std::string("409 documents.missing"));
        QCOMPARE(first.json()["arguments"]["files"].size(), std::size_t(1));
        QCOMPARE(put(clerk, desk.documentPath(), desk.frame() + desk.document()).status, 204);
        QCOMPARE(put(clerk, desk.path(), desk.frame()).status, 201);
        QCOMPARE(put(clerk, desk.path(), desk.frame()).status, 200); // twice is once
    }

    void theKeyStaysOverARestart()
    {
        m_gateway->restart();
        QCOMPARE(m_gateway->person("wangxm").signIn().json()["sealingKey"], Json(m_key));
    }

    void aLostKeyIsNotMadeAnewSilently_data()
    {
        using gateway::LostKey;
        QTest::addColumn<QString>("name");
        QTest::addColumn<LostKey>("sealing");
        QTest::addColumn<LostKey>("receipts");
        QTest::newRow("that desks seal to")
            << QStringLiteral("/ingest.key") << LostKey::MakeAnother << LostKey::Refuse;
        QTest::newRow("that signs receipts")
            << QStringLiteral("/receipt.key") << LostKey::Refuse << LostKey::MakeAnother;
    }
    void aLostKeyIsNotMadeAnewSilently()
    {
        QFETCH(const QString, name);
        QFETCH(const gateway::LostKey, sealing);
        QFETCH(const gateway::LostKey, receipts);
        RunningGateway gateway;
        QVERIFY(QFile::remove(gateway.folder() + name));
        gateway.stop();
        const auto refused = gateway.open();
        QVERIFY(!refused);
        QCOMPARE(refused.failure().key, std::string("key-file.missing"));
        QVERIFY(!gateway.open(receipts, {}, sealing)); // of the other nobody spoke
        QVERIFY(!QFile::exists(gateway.folder() + name));
        QVERIFY(bool(gateway.open(sealing, {}, receipts)));
        QVERIFY(bool(gateway.open())); // it has one again
    }

    void othersWorkByNobodyElse()
    {
        const DeadDesk desk(*m_gateway, "wangxm", m_key);
        QCOMPARE(put(m_gateway->person("liqh"), desk.path(), desk.frame()).outcome(),
            std::string("403 sealed.other-person"));
        Person &supervisor = m_gateway->person("zhoums"); // could seal what an approver never did
        QCOMPARE(put(supervisor, desk.documentPath(), desk.frame() + desk.document()).outcome(),
            std::string("403 sealed.other-person"));
        QCOMPARE(
            put(supervisor, desk.path(), desk.frame()).outcome(), std::string("403 sealed.other-person"));
    }

    void whatWasAlteredIsNotTaken()
    {
        const DeadDesk desk(*m_gateway, "wangxm", m_key);
        Person &clerk = m_gateway->person("wangxm");
        for (std::size_t at = 0; at < desk.frame().size(); at += 97) {
            auto altered = desk.frame();
            altered[at] = char(altered[at] ^ 2);
            QCOMPARE(put(clerk, desk.path(), altered).outcome(), std::string("422 sealed.malformed"));
        }
        auto document = desk.document();
        document.back() = char(document.back() ^ 2);
        QCOMPARE(put(clerk, desk.documentPath(), desk.frame() + document).outcome(),
            std::string("422 sealed.damaged-document"));
    }

    void whatIsSealedToAnotherIsNotTaken()
    {
        const auto other = seal::toBase64(seal::makeSodiumSuite()->makeSealingPair().publicKey);
        const DeadDesk desk(*m_gateway, "wangxm", other);
        QCOMPARE(put(m_gateway->person("wangxm"), desk.path(), desk.frame()).outcome(),
            std::string("422 sealed.other-gateway"));
    }

    void theAddressAndTheRecordAgree()
    {
        const DeadDesk desk(*m_gateway, "wangxm", m_key);
        QCOMPARE(put(m_gateway->person("wangxm"), "/v1/sealed/" + newId(), desk.frame()).outcome(),
            std::string("422 operation.id-mismatch"));
    }

    void aStickIsImportedWhole()
    {
        const DeadDesk desk(*m_gateway, "wangxm", m_key);
        const QTemporaryDir stick;
        desk.lay(stick);
        QVERIFY(QDir().mkpath(stick.filePath(QStringLiteral("quanke-D/spool/0000.qks")))); // reads as nothing
        gateway::IngestService ingest(m_gateway->gateway(), gateway::IngestService::Takes::Anybodys);
        std::ostringstream log;
        const auto first = gateway::importFolder(ingest, stick.path().toStdString(), log);
        QVERIFY2(bool(first), log.str().c_str());
        QVERIFY2(first->taken == 1 && first->refused == 0, log.str().c_str());
        QCOMPARE(first->unreadable, 1);
        QVERIFY2(log.str().find("0000.qks: cannot be read") != std::string::npos, log.str().c_str());
        const auto second = gateway::importFolder(ingest, stick.path().toStdString(), log);
        QCOMPARE(second->wereHere, 1);
        QCOMPARE(second->taken, 0);
    }

    /// Anybody who knows the public key can seal a decision in the approver's name and lay it onto a stick.
    void decisionsComeFromNoStick()
    {
        Person &clerk = m_gateway->person("wangxm");
        const auto id = newId();
        QCOMPARE(
            clerk.act("case.submit", id, hotelSubmission(*m_gateway, clerk, {"HT-01"})), std::string("201"));
        auto forged = clerk.operation("subcase.accept", id, {{"matter", "HT-01"}});
        forged["actor"] = m_gateway->approverOf("HT-01").name();
        forged["device"] = "D-forged";
        forged["sequence"] = 1;
        forged["previous"] = "";
        const QTemporaryDir stick;
        DeadDesk(forged, m_key).lay(stick);
        gateway::IngestService ingest(m_gateway->gateway(), gateway::IngestService::Takes::Anybodys);
        std::ostringstream log;
        const auto imported = gateway::importFolder(ingest, stick.path().toStdString(), log);
        QVERIFY2(imported && imported->refused == 1, log.str().c_str());
        QVERIFY2(log.str().find("sealed.other-person") != std::string::npos, log.str().c_str());
    }

    /// Who brought it, and of which desk: the act itself bears the name of who did it.
    void whatComesSealedIsToldAsThat()
    {
        const DeadDesk desk(*m_gateway, "wangxm", m_key);
        const QTemporaryDir stick;
        desk.lay(stick);
        gateway::IngestService ingest(m_gateway->gateway(), gateway::IngestService::Takes::Anybodys);
        std::ostringstream log;
        QVERIFY(bool(gateway::importFolder(ingest, stick.path().toStdString(), log)));
        const auto trace = m_gateway->person("qianqs").http().get("/v1/trace").body;
        const auto line = trace.find("bring-sealed");
        QVERIFY(line != std::string::npos);
        QVERIFY(trace.find(desk.id(), line) != std::string::npos);
    }

private:
    static Response put(Person &person, const std::string &path, const std::string &body)
    {
        return person.http().send("PUT", path, body, {{"Content-Type", sealedType}});
    }

    std::unique_ptr<RunningGateway> m_gateway;
    std::string m_key;
};

QTEST_GUILESS_MAIN(IngestTest)
#include "tst_ingest.moc"
