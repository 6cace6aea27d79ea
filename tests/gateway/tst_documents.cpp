#include "gateway/hotelsubmission.h"

#include "core/casework/filereference.h"
#include "gateway/tusrequest.h"
#include "seal/digest.h"
#include "support/jsoninmessages.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QIODevice>
#include <QTest>

using namespace quanke;
using namespace quanke::test;

namespace {

Headers announced(std::size_t length, const std::string &metadata)
{
    return {
        {"Tus-Resumable", "1.0.0"}, {"Upload-Length", std::to_string(length)}, {"Upload-Metadata", metadata}};
}

} // namespace

class DocumentsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_gateway = std::make_unique<RunningGateway>();
        m_clerk = &m_gateway->person("wangxm");
    }
    void cleanup() { m_gateway.reset(); }

    void saysWhatOfTusItSpeaks()
    {
        const auto response = HttpClient(m_gateway->port()).send("OPTIONS", "/v1/uploads");
        QCOMPARE(response.status, 204);
        QCOMPARE(response.header("tus-version"), std::string("1.0.0"));
        QCOMPARE(response.header("tus-extension"), std::string("creation,checksum,termination"));
        QCOMPARE(response.header("tus-checksum-algorithm"), std::string("sha1,sha256"));
        QCOMPARE(response.header("tus-max-size"), std::to_string(casework::largestDocument));
    }

    void takesADocumentInPieces()
    {
        const auto pdf = somePdf(std::string(100'000, 'x'));
        const auto place = announce(pdf);
        std::size_t offset = 0;
        for (const std::size_t piece : {std::size_t(1), std::size_t(50'000), pdf.size() - 50'001}) {
            const auto response = http().send("PATCH", place, pdf.substr(offset, piece), at(offset));
            QCOMPARE(response.status, 204);
            offset += piece;
            QCOMPARE(response.header("upload-offset"), std::to_string(offset));
        }
        const auto status = http().send("HEAD", place, {}, tus);
        QCOMPARE(status.header("upload-offset"), std::to_string(pdf.size()));
        QCOMPARE(status.header("upload-length"), std::to_string(pdf.size()));
        QVERIFY(QFile::exists(documentPath(pdf)));
        QVERIFY(QDir(m_gateway->folder() + QStringLiteral("/uploads")).isEmpty());
    }

    void goesOnWhereACutConnectionEnded()
    {
        const auto pdf = somePdf(std::string(300'000, 'y'));
        const auto place = announce(pdf);
        http().sendAndCut("PATCH", place, pdf, 120'000, at(0));
        QTRY_VERIFY(QFileInfo(partPath(place)).size() > 0); // asking would end what still arrives
        const auto offset = std::size_t(offsetOf(place));
        QVERIFY(offset > 0 && offset <= 120'000);
        QCOMPARE(http().send("PATCH", place, pdf.substr(offset), at(offset)).status, 204);
        QVERIFY(QFile::exists(documentPath(pdf)));
    }

    void anEmptyPieceAtTheEndFinishesWhatACrashLeft()
    {
        const auto pdf = somePdf("crash");
        const auto place = announce(pdf);
        const auto part = partPath(place);
        QFile file(part); // all of it on the disk, and then the power went
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray::fromStdString(pdf));
        file.close();
        QCOMPARE(offsetOf(place), int(pdf.size()));
        QCOMPARE(http().send("PATCH", place, {}, at(pdf.size())).status, 204);
        QVERIFY(QFile::exists(documentPath(pdf)));
        QVERIFY(!QFile::exists(part));
        QCOMPARE(http().send("PATCH", place, {}, at(pdf.size())).status, 204); // and again, for a lost answer
    }

    void goesOnAfterARestart()
    {
        const auto pdf = somePdf(std::string(1'000, 'z'));
        const auto place = announce(pdf);
        QCOMPARE(http().send("PATCH", place, pdf.substr(0, 500), at(0)).status, 204);
        m_gateway->restart();
        QCOMPARE(offsetOf(place), 500);
        QCOMPARE(http().send("PATCH", place, pdf.substr(500), at(500)).status, 204);
    }

    void anotherOffsetIsRefusedWithTheRightOne()
    {
        const auto pdf = somePdf("a");
        const auto place = announce(pdf);
        const auto response = http().send("PATCH", place, pdf.substr(5), at(5));
        QCOMPARE(response.outcome(), std::string("409 upload.offset-mismatch"));
        QCOMPARE(response.json()["arguments"]["offset"], Json(0));
        QCOMPARE(http().send("PATCH", place, pdf, at(0)).status, 204);
        QCOMPARE(
            http().send("PATCH", place, "more", at(0)).outcome(), std::string("409 upload.offset-mismatch"));
    }

    void moreThanAnnouncedIsRefused()
    {
        const auto pdf = somePdf("a");
        const auto place = announce(pdf);
        QCOMPARE(
            http().send("PATCH", place, pdf + "more", at(0)).outcome(), std::string("413 upload.too-long"));
    }

    void otherBytesThanAnnouncedAreThrownAway()
    {
        const auto pdf = somePdf("a");
        const auto place = announce(pdf);
        const auto other = somePdf("b");
        QCOMPARE(
            http().send("PATCH", place, other, at(0)).outcome(), std::string("422 document.digest-mismatch"));
        QCOMPARE(http().send("HEAD", place, {}, tus).status, 404);
        QVERIFY(!QFile::exists(documentPath(pdf)));
        QVERIFY(!QFile::exists(documentPath(other)));
    }

    void otherBytesInAnyPieceAreFound_data()
    {
        QTest::addColumn<bool>("isRestarted");
        QTest::newRow("in one go") << false;
        QTest::newRow("a restart between") << true;
    }

    void otherBytesInAnyPieceAreFound()
    {
        QFETCH(bool, isRestarted);
        const auto pdf = somePdf("first, second");
        const auto place = announce(pdf);
        const auto other = somePdf("FIRST");
        QCOMPARE(http().send("PATCH", place, other, at(0)).status, 204);
        if (isRestarted)
            m_gateway->restart();
        QCOMPARE(http().send("PATCH", place, pdf.substr(other.size()), at(other.size())).outcome(),
            std::string("422 document.digest-mismatch"));
        QVERIFY(!QFile::exists(documentPath(pdf)));
    }

    void theContentSaysWhatItIsNotTheName()
    {
        const std::string program = "\x7f"
                                    "ELF pretending";
        QVERIFY(m_clerk->upload(program, "application/pdf", "a.pdf").is_null());
        QVERIFY(m_clerk->upload(somePdf("a"), "image/png", "a.png").is_null());
        QVERIFY(!m_clerk->upload(std::string("\xff\xd8\xff\xe0") + "jpeg", "image/jpeg", "a").is_null());
        QVERIFY(!m_clerk->upload(std::string("\x89PNG\r\n\x1a\n") + "png", "image/png", "a").is_null());
    }

    void announcements_data()
    {
        QTest::addColumn<QByteArray>("length");
        QTest::addColumn<QByteArray>("metadata");
        QTest::addColumn<QByteArray>("outcome");
        const auto good = QByteArray::fromStdString(metadataOf("a", "application/pdf", "a.pdf"));
        QTest::newRow("too large") << QByteArray("20971521") << good << QByteArray("413 upload.too-large");
        QTest::newRow("empty") << QByteArray("0") << good << QByteArray("422 upload.malformed");
        QTest::newRow("no number") << QByteArray("-1") << good << QByteArray("400 request.parameter");
        QTest::newRow("no metadata") << QByteArray("1") << QByteArray() << QByteArray("422 upload.malformed");
        QTest::newRow("not base64") << QByteArray("1") << QByteArray("sha256 !!!")
                                    << QByteArray("422 upload.malformed");
        QTest::newRow("a program") << QByteArray("1")
                                   << QByteArray::fromStdString(metadataOf("a", "application/x-elf", "a"))
                                   << QByteArray("415 document.wrong-type");
        QTest::newRow("no name") << QByteArray("1")
                                 << QByteArray::fromStdString(metadataOf("a", "image/png", ""))
                                 << QByteArray("422 upload.malformed");
    }

    void announcements()
    {
        QFETCH(QByteArray, length);
        QFETCH(QByteArray, metadata);
        QFETCH(QByteArray, outcome);
        const auto response = http().send("POST", "/v1/uploads", {},
            {{"Tus-Resumable", "1.0.0"}, {"Upload-Length", length.toStdString()},
                {"Upload-Metadata", metadata.toStdString()}});
        QCOMPARE(QByteArray::fromStdString(response.outcome()), outcome);
    }

    void onlyTus10IsSpoken()
    {
        for (const Headers &headers : {Headers(), Headers{{"Tus-Resumable", "0.2.2"}}}) {
            const auto response = http().send("POST", "/v1/uploads", {}, headers);
            QCOMPARE(response.outcome(), std::string("412 upload.version"));
            QCOMPARE(response.header("tus-version"), std::string("1.0.0"));
        }
    }

    void anUploadIsItsOwnersAlone()
    {
        const auto pdf = somePdf("a");
        const auto place = announce(pdf);
        auto &other = m_gateway->person("liqh");
        QCOMPARE(other.http().send("PATCH", place, pdf, at(0)).outcome(), std::string("404 upload.unknown"));
        auto &supervisor = m_gateway->person("zhoums");
        QCOMPARE(supervisor.http().send("POST", "/v1/uploads", {}, announced(1, "")).outcome(),
            std::string("403 session.wrong-role"));
    }

    void whatNobodyFinishesIsForgottenAfterADay()
    {
        const auto place = announce(somePdf("a"));
        m_gateway->clock().advance(std::chrono::hours(25));
        m_clerk->signIn();
        announce(somePdf("b"));
        QCOMPARE(http().send("HEAD", place, {}, tus).status, 404);
        QCOMPARE(QDir(m_gateway->folder() + QStringLiteral("/uploads")).entryList(QDir::Files).size(), 1);
    }

    void onlyThoseWhoseCaseRefersToADocumentGetIt()
    {
        const auto body = hotelSubmission(*m_gateway, *m_clerk, {"HT-01", "HT-08"});
        const auto unused = m_clerk->upload(somePdf("unused"), "application/pdf", "a.pdf");
        QCOMPARE(m_clerk->act("case.submit", newId(), body), std::string("201"));
        const auto byMatter = form::split(m_gateway->catalogue(),
            *form::compose(m_gateway->catalogue(), "BUNDLE-HOTEL", {"HT-01", "HT-08"}, body["answers"]),
            body["values"]);
        auto &market = m_gateway->approverOf("HT-01");
        for (const auto &[material, files] : byMatter.at("HT-01").materials) {
            const auto response = market.http().get("/v1/documents/" + files[0]["sha256"].get<std::string>());
            QCOMPARE(response.status, 200);
            QCOMPARE(response.header("content-type"), std::string("application/pdf"));
            QCOMPARE(response.body, somePdf(material));
            const bool shared = byMatter.at("HT-08").materials.contains(material);
            auto &other = m_gateway->approverOf("HT-08");
            QCOMPARE(other.http().get("/v1/documents/" + files[0]["sha256"].get<std::string>()).status,
                shared ? 200 : 404);
        }
        QCOMPARE(http().get("/v1/documents/" + unused["sha256"].get<std::string>()).outcome(),
            std::string("404 document.unknown"));
    }

private:
    HttpClient &http() { return m_clerk->http(); }

    std::string announce(const std::string &pdf)
    {
        const auto response = http().send(
            "POST", "/v1/uploads", {}, announced(pdf.size(), metadataOf(pdf, "application/pdf", "a.pdf")));
        return response.header("location");
    }

    int offsetOf(const std::string &place)
    {
        const auto text = http().send("HEAD", place, {}, tus).header("upload-offset");
        return text.empty() ? -1 : std::stoi(text);
    }

    QString partPath(const std::string &place) const
    {
        return m_gateway->folder() + QString::fromStdString(place).replace(QStringLiteral("/v1"), QString());
    }
    QString documentPath(const std::string &bytes) const
    {
        const auto digest = seal::sha256(bytes);
        return m_gateway->folder()
            + QString::fromStdString("/documents/" + digest.substr(0, 2) + "/" + digest);
    }

    std::unique_ptr<RunningGateway> m_gateway;
    Person *m_clerk = nullptr;
};

QTEST_GUILESS_MAIN(DocumentsTest)
#include "tst_documents.moc"
