#include "gateway/runninggateway.h"
#include "gateway/tusrequest.h"
#include "seal/digest.h"
#include "support/jsoninmessages.h"

#include <QByteArray>
#include <QFile>
#include <QTest>

using namespace quanke;
using namespace quanke::test;

/// What of tus keeps an upload going on a poor line: checksums, taking over, going on, giving up.
class UploadsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_gateway = std::make_unique<RunningGateway>();
        m_clerk = &m_gateway->person("wangxm");
    }
    void cleanup() { m_gateway.reset(); }

    void anAlteredPieceIsThrownAway_data()
    {
        QTest::addColumn<bool>("isSha1");
        QTest::newRow("sha1") << true;
        QTest::newRow("sha256") << false;
    }

    void anAlteredPieceIsThrownAway()
    {
        QFETCH(bool, isSha1);
        const auto pdf = somePdf(std::string(100'000, 'x'));
        const auto place = announce(pdf);
        const auto first = pdf.substr(0, 60'000);
        const auto checksum = isSha1 ? "sha1 " + base64OfHex(seal::sha1(first)) : checksumOf(first);
        auto altered = first;
        altered[30'000] ^= 1;
        const auto refused = http().send("PATCH", place, altered, at(0, checksum));
        QCOMPARE(refused.outcome(), std::string("460 upload.checksum-mismatch"));
        QCOMPARE(offsetOf(place), 0);
        QCOMPARE(http().send("PATCH", place, first, at(0, checksum)).header("upload-offset"),
            std::string("60000"));
        const auto rest = pdf.substr(60'000);
        QCOMPARE(http().send("PATCH", place, rest, at(60'000, checksumOf(rest))).status, 204);
        QVERIFY(QFile::exists(documentPath(pdf)));
    }

    void checksums_data()
    {
        QTest::addColumn<QByteArray>("checksum");
        QTest::addColumn<QByteArray>("outcome");
        const QByteArray unknown("400 upload.checksum-algorithm");
        const QByteArray malformed("400 request.parameter");
        QTest::newRow("another algorithm") << QByteArray("md5 1B2M2Y8AsgTpgAmY7PhCfg==") << unknown;
        QTest::newRow("none") << QByteArray("1B2M2Y8AsgTpgAmY7PhCfg==") << unknown;
        QTest::newRow("no digest") << QByteArray("sha256") << malformed;
        QTest::newRow("not base64") << QByteArray("sha256 !") << malformed;
        QTest::newRow("too short") << QByteArray("sha256 1B2M2Y8AsgTpgAmY7PhCfg==") << malformed;
    }

    void checksums()
    {
        QFETCH(QByteArray, checksum);
        QFETCH(QByteArray, outcome);
        const auto pdf = somePdf("a");
        const auto place = announce(pdf);
        const auto response = http().send("PATCH", place, pdf, at(0, checksum.toStdString()));
        QCOMPARE(QByteArray::fromStdString(response.outcome()), outcome);
        QCOMPARE(offsetOf(place), 0);
    }

    /// Whoever holds the line open and says nothing more is sent away, at once and not when the line times out.
    void aSilentConnectionDoesNotHoldAnUpload()
    {
        const auto pdf = somePdf(std::string(300'000, 'y'));
        const auto place = announce(pdf);
        auto silent = http().begin("PATCH", place, pdf, 120'000, at(0));
        QTRY_VERIFY(QFile(uploadPath(place)).size() > 0);
        const auto offset = std::size_t(offsetOf(place)); // which takes over
        QCOMPARE(silent.response().outcome(), std::string("409 upload.superseded"));
        QVERIFY(offset > 0 && offset <= 120'000);
        QCOMPARE(http().send("PATCH", place, pdf.substr(offset), at(offset)).status, 204);
        QVERIFY(QFile::exists(documentPath(pdf)));
    }

    void theNextPieceTakesOverFromASilentConnection()
    {
        const auto pdf = somePdf(std::string(300'000, 'z'));
        const auto place = announce(pdf);
        auto silent = http().begin("PATCH", place, pdf, 120'000, at(0));
        QTRY_VERIFY(QFile(uploadPath(place)).size() > 0);
        const auto again = http().send("PATCH", place, pdf, at(0));
        QCOMPARE(silent.response().outcome(), std::string("409 upload.superseded"));
        QCOMPARE(again.outcome(), std::string("409 upload.offset-mismatch"));
        const auto offset = again.json()["arguments"]["offset"].get<std::size_t>();
        QCOMPARE(http().send("PATCH", place, pdf.substr(offset), at(offset)).status, 204);
        QVERIFY(QFile::exists(documentPath(pdf)));
    }

    void ofAPieceWithAChecksumAllIsKeptOrNothing()
    {
        const auto pdf = somePdf(std::string(300'000, 'w'));
        const auto place = announce(pdf);
        http().sendAndCut("PATCH", place, pdf, 120'000, at(0, checksumOf(pdf)));
        m_gateway->restart(); // which waits for what is under way
        QCOMPARE(offsetOf(place), 0);
    }

    void aPieceMayRunAhead()
    {
        const auto pdf = somePdf(std::string(300'000, 'v'));
        const auto place = announce(pdf);
        const auto piece = [&](std::size_t begin, std::size_t sent) {
            const auto bytes = pdf.substr(begin, 100'000);
            return http().begin(
                "PATCH", place, bytes, std::min(sent, bytes.size()), at(begin, checksumOf(bytes)));
        };
        auto first = piece(0, 50'000);
        auto second = piece(100'000, 100'000);
        auto third = piece(200'000, 100'000);
        auto last = piece(300'000, 100'000);
        first.sendRest();
        QCOMPARE(first.response().header("upload-offset"), std::string("100000"));
        QCOMPARE(second.response().header("upload-offset"), std::string("200000"));
        QCOMPARE(third.response().header("upload-offset"), std::string("300000"));
        QCOMPARE(last.response().header("upload-offset"), std::to_string(pdf.size()));
        QVERIFY(QFile::exists(documentPath(pdf)));
    }

    void aPieceBehindAGapIsRefused()
    {
        const auto pdf = somePdf(std::string(300'000, 'u'));
        const auto place = announce(pdf);
        auto first = http().begin("PATCH", place, pdf.substr(0, 100'000), 50'000, at(0));
        const auto third = pdf.substr(200'000);
        auto ahead = http().begin("PATCH", place, third, third.size(), at(200'000, checksumOf(third)));
        first.sendRest();
        QCOMPARE(first.response().status, 204);
        const auto refused = ahead.response();
        QCOMPARE(refused.outcome(), std::string("409 upload.offset-mismatch"));
        QCOMPARE(refused.json()["arguments"]["offset"], Json(100'000));
    }

    void goesOnWithWhatWasBegunBefore()
    {
        const auto pdf = somePdf(std::string(1'000, 't'));
        const auto place = announce(pdf);
        QCOMPARE(http().send("PATCH", place, pdf.substr(0, 500), at(0)).status, 204);
        m_gateway->restart();
        const auto again = http().send("POST", "/v1/uploads", {}, announcement(pdf, ",resume"));
        QCOMPARE(again.status, 201);
        QCOMPARE(again.header("location"), place);
        QCOMPARE(again.header("upload-offset"), std::string("500"));
        QVERIFY(announce(pdf) != place); // a client that does not ask begins at nothing
        auto &other = m_gateway->person("liqh");
        const auto another = other.http().send("POST", "/v1/uploads", {}, announcement(pdf, ",resume"));
        QVERIFY(another.header("location") != place);
        QCOMPARE(another.header("upload-offset"), std::string("0"));
    }

    void whatIsGivenUpIsGone()
    {
        const auto pdf = somePdf(std::string(300'000, 's'));
        const auto place = announce(pdf);
        auto silent = http().begin("PATCH", place, pdf, 120'000, at(0));
        QTRY_VERIFY(QFile(uploadPath(place)).size() > 0);
        QCOMPARE(http().send("DELETE", place, {}, tus).status, 204);
        QCOMPARE(http().send("HEAD", place, {}, tus).status, 404);
        QCOMPARE(http().send("DELETE", place, {}, tus).outcome(), std::string("404 upload.unknown"));
        QCOMPARE(silent.response().outcome(), std::string("409 upload.superseded"));
        QVERIFY(!QFile::exists(uploadPath(place)));
        const auto whole = somePdf("whole");
        const auto finished = announce(whole);
        QCOMPARE(http().send("PATCH", finished, whole, at(0)).status, 204);
        QCOMPARE(http().send("DELETE", finished, {}, tus).status, 204);
        QVERIFY(QFile::exists(documentPath(whole)));
    }

    void anotherPersonsIsNotGivenUp()
    {
        const auto place = announce(somePdf("a"));
        auto &other = m_gateway->person("liqh");
        QCOMPARE(other.http().send("DELETE", place, {}, tus).outcome(), std::string("404 upload.unknown"));
        QCOMPARE(offsetOf(place), 0);
    }

private:
    HttpClient &http() { return m_clerk->http(); }

    static Headers announcement(const std::string &pdf, const std::string &more = {})
    {
        return {{"Tus-Resumable", "1.0.0"}, {"Upload-Length", std::to_string(pdf.size())},
            {"Upload-Metadata", metadataOf(pdf, "application/pdf", "a.pdf") + more}};
    }

    std::string announce(const std::string &pdf)
    {
        return http().send("POST", "/v1/uploads", {}, announcement(pdf)).header("location");
    }

    int offsetOf(const std::string &place)
    {
        const auto text = http().send("HEAD", place, {}, tus).header("upload-offset");
        return text.empty() ? -1 : std::stoi(text);
    }

    QString documentPath(const std::string &bytes) const
    {
        const auto digest = seal::sha256(bytes);
        return m_gateway->folder()
            + QString::fromStdString("/documents/" + digest.substr(0, 2) + "/" + digest);
    }

    QString uploadPath(const std::string &place) const
    {
        return m_gateway->folder() + QString::fromStdString(place).replace(QStringLiteral("/v1"), QString());
    }

    std::unique_ptr<RunningGateway> m_gateway;
    Person *m_clerk = nullptr;
};

QTEST_GUILESS_MAIN(UploadsTest)
#include "tst_uploads.moc"
