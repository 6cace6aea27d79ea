#include "link/linkfixture.h"
#include "link/uploader.h"
#include "seal/digest.h"
#include "seal/random.h"

#include <QSignalSpy>
#include <QTest>
#include <QUrl>

using namespace quanke;
using test::awaited;
using test::failureKey;

class UploaderTest : public QObject {
    Q_OBJECT

private:
    static constexpr int size = 700'000; // four pieces: nothing is known of the line when the first leaves

    QByteArray m_bytes = QByteArray::fromStdString(seal::randomBytes(size));
    vault::StoredDocument m_document{
        seal::sha256(m_bytes.toStdString()), size, {"image/png", "身份证, 正面.png", 1}, false};

private Q_SLOTS:
    void inPiecesWithProgress()
    {
        test::LinkFixture fixture;
        QCOMPARE(fixture.signIn(), QString());
        link::Uploader uploader(fixture.client);
        QSignalSpy progress(&uploader, &link::Uploader::progress);
        QVERIFY(bool(awaited(uploader.upload(m_document, m_bytes))));
        QVERIFY(fixture.gateway.documents.contains(m_document.sha256));
        QCOMPARE(fixture.network.count("PATCH", QStringLiteral("/v1/uploads/")), 4);
        QCOMPARE(progress.count(), 4);
        QCOMPARE(progress.first()[1].toULongLong(), 65'536ULL);
        QVERIFY(uploader.bytesPerSecond() > 0);
        QCOMPARE(progress.last()[1].toULongLong(), quint64(size));
        QCOMPARE(progress.last()[2].toULongLong(), quint64(size));
        QCOMPARE(fixture.network.asked()[1].header("Tus-Resumable"), QByteArray("1.0.0"));
        const auto metadata = fixture.network.asked()[1].header("Upload-Metadata").split(',');
        QCOMPARE(metadata.size(), 4); // with "resume"; a comma in a name does not make a fourth
        QCOMPARE(QByteArray::fromBase64(metadata[2].mid(5)), QByteArray("身份证, 正面.png"));
    }

    void goesOnWhereTheGatewayIs_data()
    {
        QTest::addColumn<int>("pieces");
        QTest::newRow("first") << 0;
        QTest::newRow("second") << 1;
        QTest::newRow("last") << 2;
    }

    void goesOnWhereTheGatewayIs()
    {
        QFETCH(int, pieces);
        test::LinkFixture fixture;
        QCOMPARE(fixture.signIn(), QString());
        fixture.gateway.cutUploadsAfter = pieces;
        link::Uploader uploader(fixture.client);
        QVERIFY(bool(awaited(uploader.upload(m_document, m_bytes))));
        QVERIFY(fixture.gateway.documents.contains(m_document.sha256));
        QCOMPARE(fixture.network.count("POST", QStringLiteral("/v1/uploads")), 1);
        QCOMPARE(fixture.network.count("HEAD", QStringLiteral("/v1/uploads/")), 1);
    }

    void aPieceThatWasAlteredIsSentAgain()
    {
        test::LinkFixture fixture;
        QCOMPARE(fixture.signIn(), QString());
        fixture.gateway.alterPiece = 0;
        link::Uploader uploader(fixture.client);
        QVERIFY(bool(awaited(uploader.upload(m_document, m_bytes))));
        QVERIFY(fixture.gateway.documents.contains(m_document.sha256));
        QCOMPARE(fixture.network.count("PATCH", QStringLiteral("/v1/uploads/")), 5);
    }

    void goesOnAfterItWasSetAside()
    {
        test::LinkFixture fixture;
        QCOMPARE(fixture.signIn(), QString());
        fixture.gateway.holdUploadsAfter = 2;
        link::Uploader uploader(fixture.client);
        QSignalSpy progress(&uploader, &link::Uploader::progress);
        const auto first = uploader.upload(m_document, m_bytes);
        QTRY_COMPARE(progress.count(), 2);
        uploader.setAside();
        QCOMPARE(failureKey(awaited(first)), QStringLiteral("upload.set-aside"));
        fixture.gateway.holdUploadsAfter = -1;
        link::Uploader another(fixture.client); // as after a restart
        QVERIFY(bool(awaited(another.upload(m_document, m_bytes))));
        QVERIFY(fixture.gateway.documents.contains(m_document.sha256));
        for (const char *offset : {"0", "65536"}) {
            const auto &asked = fixture.network.asked();
            QCOMPARE(std::ranges::count_if(asked,
                         [offset](const auto &one) {
                             return one.verb == "PATCH" && one.header("Upload-Offset") == offset;
                         }),
                1);
        }
    }

    void otherBytesThanAnnounced()
    {
        test::LinkFixture fixture;
        QCOMPARE(fixture.signIn(), QString());
        link::Uploader uploader(fixture.client);
        QCOMPARE(failureKey(awaited(uploader.upload(m_document, QByteArray(1000, 'x')))),
            QStringLiteral("document.digest-mismatch"));
        QVERIFY(fixture.gateway.documents.empty());
    }

    void givesUpWhenTheLinkIsGone()
    {
        test::LinkFixture fixture;
        QCOMPARE(fixture.signIn(), QString());
        fixture.gateway.link = test::FakeGateway::Link::Down;
        link::Uploader uploader(fixture.client);
        QCOMPARE(
            failureKey(awaited(uploader.upload(m_document, m_bytes))), QStringLiteral("link.unreachable"));
    }

    void anAnswerWithoutAPlaceIsNotTheGateways()
    {
        test::FakeAccessManager network;
        network.setAnswer([&](const auto &asked) { return network.payload(asked, {204, {}, {}, {}}); });
        link::GatewayClient client(network, QUrl(QStringLiteral("http://gateway.test")));
        link::Uploader uploader(client);
        QCOMPARE(
            failureKey(awaited(uploader.upload(m_document, m_bytes))), QStringLiteral("link.not-gateway"));
        QCOMPARE(network.count("PATCH", QStringLiteral("/v1/uploads")), 0);
    }

    void anOffsetThatDoesNotMoveEnds()
    {
        test::FakeAccessManager network;
        network.setAnswer([&](const test::FakeAccessManager::Asked &asked) {
            return network.payload(
                asked, {201, {}, {}, {{"Location", "/v1/uploads/1"}, {"Upload-Offset", "0"}}});
        });
        link::GatewayClient client(network, QUrl(QStringLiteral("http://gateway.test")));
        link::Uploader uploader(client);
        QCOMPARE(
            failureKey(awaited(uploader.upload(m_document, m_bytes))), QStringLiteral("link.not-gateway"));
    }
};

QTEST_GUILESS_MAIN(UploaderTest)
#include "tst_uploader.moc"
