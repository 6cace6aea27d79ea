#include "documents/recognise.h"
#include "support/sampledocuments.h"

#include <QTest>

using namespace quanke;
using namespace quanke::documents;

class RecogniseTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsKindsByContent()
    {
        const QImage page = support::writtenPage(QStringLiteral("样本"), 75);
        QCOMPARE(*recognise(support::pdfOf(QStringLiteral("样本"), 1)), Kind::Pdf);
        QCOMPARE(*recognise(support::jpegOf(page)), Kind::Jpeg);
        QCOMPARE(*recognise(support::pngOf(page)), Kind::Png);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("key");
        QTest::newRow("nothing") << QByteArray() << QByteArray("document.empty");
        QTest::newRow("a text") << QByteArray("%PDF is what this is not")
                                << QByteArray("document.unknown-kind");
        QTest::newRow("a page of the web")
            << QByteArray("<html>%PDF-1.4") << QByteArray("document.unknown-kind");
        QTest::newRow("a GIF") << QByteArray("GIF89a......") << QByteArray("document.unknown-kind");
        QTest::newRow("two bytes of a JPEG") << QByteArray("\xff\xd8") << QByteArray("document.unknown-kind");
    }

    void refuses()
    {
        QFETCH(QByteArray, content);
        QFETCH(QByteArray, key);
        const auto kind = recognise(content);
        QVERIFY(!kind);
        QCOMPARE(QByteArray::fromStdString(kind.failure().key), key);
    }

    void refusesAByteMoreThanTheLimit()
    {
        QVERIFY(bool(recognise("%PDF-1.7", largestDocument)));
        const auto kind = recognise("%PDF-1.7", largestDocument + 1);
        QVERIFY(!kind);
        QCOMPARE(QByteArray::fromStdString(kind.failure().key), QByteArray("document.too-large"));
        QCOMPARE(kind.failure().arguments.at("limit").get<qint64>(), qint64(20 * 1024 * 1024));
    }

    void knowsMediaTypes()
    {
        QCOMPARE(mediaTypeOf(Kind::Pdf), std::string_view("application/pdf"));
        QCOMPARE(mediaTypeOf(Kind::Jpeg), std::string_view("image/jpeg"));
        QCOMPARE(mediaTypeOf(Kind::Png), std::string_view("image/png"));
    }
};

QTEST_MAIN(RecogniseTest)
#include "tst_recognise.moc"
