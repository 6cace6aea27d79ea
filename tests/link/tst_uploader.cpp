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
    static constexpr int size = 700'000; // three pieces

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
        QCOMPARE(fixture.network.count("PATCH", QStringLiteral("/v1/uploads/")), 3);
        QCOMPARE(progress.count(), 3);
        QCOMPARE(progress.first()[1].toULongLong(), 262'144ULL);
        QCOMPARE(progress.last()[1].toULongLong(), quint64(size));
        QCOMPARE(progress.last()[2].toULongLong(), quint64(size));
        QCOMPARE(fixture.network.asked()[1].header("Tus-Resumable"), QByteArray("1.0.0"));
        const auto metadata = fixture.network.asked()[1].header("Upload-Metadata").split(',');
        QCOMPARE(metadata.size(), 3); // a comma in a name does not make a fourth
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
