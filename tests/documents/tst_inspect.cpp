#include "documents/inspect.h"
#include "support/sampledocuments.h"

#include <QLatin1Char>
#include <QRandomGenerator>
#include <QTest>

using namespace quanke;
using namespace quanke::documents;

namespace {

const QString heading = QStringLiteral("房屋租赁合同");

QStringList keysOf(const Inspection &inspection)
{
    QStringList keys;
    for (const Finding &finding : inspection.findings)
        keys.append(QString::fromStdString(finding.messageKey).section(QLatin1Char('.'), 1)
            + (finding.page > 0 ? QStringLiteral("@%1").arg(finding.page) : QString()));
    return keys;
}

} // namespace

class InspectTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void finds_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QStringList>("keys");
        QTest::addColumn<bool>("hasErrors");
        const QImage page = support::writtenPage(heading);
        QTest::newRow("good JPEG") << support::jpegOf(page, 200) << QStringList() << false;
        QTest::newRow("good PNG") << support::pngOf(page, 200) << QStringList() << false;
        QTest::newRow("good PDF") << support::pdfOf(heading, 3) << QStringList() << false;
        QTest::newRow("good scan in a PDF") << support::pdfOfPicture(page) << QStringList() << false;
        QTest::newRow("a page of three is blank")
            << support::pdfOf(heading, 3, {2}) << QStringList{QStringLiteral("blank-page@2")} << false;
        QTest::newRow("every page is blank")
            << support::pdfOf(heading, 2, {1, 2}) << QStringList{QStringLiteral("blank")} << true;
        QTest::newRow("blank scan") << support::jpegOf(support::blankPage(), 200)
                                    << QStringList{QStringLiteral("blank")} << true;
        QTest::newRow("blurred scan") << support::jpegOf(support::blurred(page, 0.04), 200)
                                      << QStringList{QStringLiteral("blurred@1")} << false;
        QTest::newRow("a little soft")
            << support::jpegOf(support::blurred(page, 0.015), 200) << QStringList() << false;
        QTest::newRow("low resolution") << support::jpegOf(support::writtenPage(heading, 100))
                                        << QStringList{QStringLiteral("too-low-resolution@1")} << false;
        QTest::newRow("just enough") << support::jpegOf(support::writtenPage(heading, 151)) << QStringList()
                                     << false;
        QTest::newRow("small, stated 100") << support::jpegOf(page.copy(0, 0, 800, 600), 100)
                                           << QStringList{QStringLiteral("too-low-resolution@1")} << false;
        QTest::newRow("a card, stated 300")
            << support::jpegOf(page.copy(0, 350, 1000, 640), 300) << QStringList() << false;
        QTest::newRow("lies about a poster") << support::jpegOf(page, 40) << QStringList() << false;
    }

    void finds()
    {
        QFETCH(QByteArray, content);
        QFETCH(QStringList, keys);
        QFETCH(bool, hasErrors);
        const auto inspection = inspect(content);
        QVERIFY2(bool(inspection), inspection ? "" : inspection.failure().key.c_str());
        QCOMPARE(keysOf(*inspection), keys);
        QCOMPARE(inspection->hasErrors(), hasErrors);
        QCOMPARE(inspection->bytes, qint64(content.size()));
    }

    void saysSizeAndResolution()
    {
        const QImage page = support::writtenPage(heading);
        const auto stated = inspect(support::jpegOf(page, 200));
        QCOMPARE(stated->pages.size(), std::size_t(1));
        QCOMPARE(stated->pages.at(0).pixels, page.size());
        QCOMPARE(stated->pages.at(0).resolution, ResolutionSource::Stated);
        QCOMPARE(qRound(stated->pages.at(0).dotsPerInch), 200);

        const auto assumed = inspect(support::pngOf(page));
        QCOMPARE(assumed->pages.at(0).resolution, ResolutionSource::AssumedA4);
        QCOMPARE(qRound(assumed->pages.at(0).dotsPerInch), 200);

        const auto drawn = inspect(support::pdfOf(heading, 2));
        QCOMPARE(drawn->pages.size(), std::size_t(2));
        QCOMPARE(drawn->pages.at(1).resolution, ResolutionSource::Drawn);
        QVERIFY(qAbs(drawn->pages.at(1).pixels.height() - 1754) <= 1);
    }

    void tellsArgumentsOfResolution()
    {
        const auto inspection = inspect(support::jpegOf(support::writtenPage(heading, 100)));
        QCOMPARE(inspection->findings.size(), std::size_t(1));
        QCOMPARE(inspection->findings.at(0).arguments.dump(),
            std::string(R"({"dotsPerInch":100,"least":150,"page":1})"));
    }

    void noticesEveryTenthMissing_data()
    {
        QTest::addColumn<QByteArray>("content");
        const QImage page = support::writtenPage(heading);
        const QList<std::pair<const char *, QByteArray>> samples{{"JPEG", support::jpegOf(page)},
            {"PNG", support::pngOf(page)}, {"PDF", support::pdfOf(heading, 3)},
            {"scan in a PDF", support::pdfOfPicture(page)}};
        for (const auto &[name, content] : samples) {
            for (int tenths = 1; tenths < 10; ++tenths)
                QTest::addRow("%s %d/10", name, tenths) << support::cut(content, tenths);
            QTest::addRow("%s without the last bytes", name) << content.chopped(8);
        }
    }

    void noticesEveryTenthMissing()
    {
        QFETCH(QByteArray, content);
        const auto inspection = inspect(content);
        QVERIFY2(bool(inspection), inspection ? "" : inspection.failure().key.c_str());
        QVERIFY(keysOf(*inspection).contains(QStringLiteral("truncated")));
        QVERIFY(inspection->hasErrors());
    }

    void refusesAnEncryptedPdf()
    {
        const auto inspection = inspect(support::encryptedPdf());
        QVERIFY(!inspection);
        QCOMPARE(QByteArray::fromStdString(inspection.failure().key), QByteArray("document.encrypted-pdf"));
    }

    void refusesNoise()
    {
        QRandomGenerator chance(1);
        QByteArray noise(2000, '\0');
        for (char &byte : noise)
            byte = char(chance.bounded(256));
        QCOMPARE(
            QByteArray::fromStdString(inspect(noise).failure().key), QByteArray("document.unknown-kind"));
    }

    void survivesNoiseBehindASignature_data()
    {
        QTest::addColumn<QByteArray>("signature");
        QTest::newRow("JPEG") << QByteArray("\xff\xd8\xff\xe0");
        QTest::newRow("PNG") << QByteArray("\x89PNG\r\n\x1a\n");
        QTest::newRow("PDF") << QByteArray("%PDF-1.7\n");
    }

    void survivesNoiseBehindASignature()
    {
        QFETCH(QByteArray, signature);
        QRandomGenerator chance(2);
        for (int round = 0; round < 20; ++round) {
            QByteArray noise = signature;
            for (int count = 0; count < 2000; ++count)
                noise.append(char(chance.bounded(256)));
            const auto inspection = inspect(noise);
            QVERIFY(!inspection || inspection->hasErrors());
        }
    }

    void refusesAPictureTooLargeToDecode()
    {
        QImage picture(12000, 9000, QImage::Format_Mono);
        picture.fill(1);
        const auto inspection = inspect(support::pngOf(picture));
        QVERIFY(!inspection);
        QCOMPARE(QByteArray::fromStdString(inspection.failure().key), QByteArray("document.too-many-pixels"));
        QCOMPARE(inspection.failure().arguments.at("pixels").get<qint64>(), qint64(108'000'000));
    }

    void refusesTooManyPages()
    {
        const auto inspection = inspect(support::pdfOf(heading, 201, {1, 2, 3}));
        QVERIFY(!inspection);
        QCOMPARE(QByteArray::fromStdString(inspection.failure().key), QByteArray("document.too-many-pages"));
        QCOMPARE(inspection.failure().arguments.at("pages").get<int>(), 201);
    }

    void tellsProgress()
    {
        QList<std::pair<int, int>> told;
        QVERIFY(bool(inspect(support::pdfOf(heading, 3), [&told](int done, int all) {
            told.append({done, all});
        })));
        QCOMPARE(told, (QList<std::pair<int, int>>{{1, 3}, {2, 3}, {3, 3}}));
    }

    void travelsAsJson()
    {
        const auto inspection = inspect(support::cut(support::jpegOf(support::writtenPage(heading, 100)), 7));
        const auto back = inspectionFromJson(toJson(*inspection));
        QVERIFY(bool(back));
        QVERIFY(*back == *inspection);
        Json broken = toJson(*inspection);
        broken["pages"][0].erase("width");
        QVERIFY(!inspectionFromJson(broken));
        broken["kind"] = "exe";
        QVERIFY(!inspectionFromJson(broken));
    }
};

QTEST_MAIN(InspectTest)
#include "tst_inspect.moc"
