#include "notices/qrsymbol.h"

#include <QImage>
#include <QLatin1Char>
#include <QPainter>
#include <QTest>

#include <memory>

#include <qrencode.h>

using namespace quanke::notices;

class QrSymbolTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void paintsTheModulesAndTheQuietZone_data()
    {
        QTest::addColumn<QString>("content");
        QTest::newRow("a number") << QStringLiteral("QS-20261121-K7F3-0001");
        QTest::newRow("Chinese") << QStringLiteral("青石县政务服务中心 𠮷");
        QTest::newRow("long") << QString(1000, QLatin1Char('7'));
    }

    void paintsTheModulesAndTheQuietZone()
    {
        QFETCH(QString, content);
        const std::unique_ptr<QRcode, decltype(&QRcode_free)> expected(
            QRcode_encodeString(content.toUtf8().constData(), 0, QR_ECLEVEL_M, QR_MODE_8, 1), &QRcode_free);
        const QrSymbol symbol(content);
        QCOMPARE(symbol.width(), expected->width);

        constexpr int module = 5;
        const int modules = expected->width + 2 * QrSymbol::quietZone;
        QImage image(modules * module, modules * module, QImage::Format_RGB32);
        image.fill(Qt::white);
        {
            QPainter painter(&image);
            painter.fillPath(symbol.shape(image.width()), Qt::black);
        }
        for (int row = 0; row < modules; ++row) {
            for (int column = 0; column < modules; ++column) {
                const int x = column - QrSymbol::quietZone;
                const int y = row - QrSymbol::quietZone;
                const bool isInside = x >= 0 && y >= 0 && x < expected->width && y < expected->width;
                const bool isDark = isInside && (expected->data[y * expected->width + x] & 1) != 0;
                const int grey = qGray(image.pixel(column * module + module / 2, row * module + module / 2));
                QCOMPARE(grey, isDark ? 0 : 255);
            }
        }
    }

    void hasItsFinders()
    {
        const QrSymbol symbol(QStringLiteral("QS-20261121-K7F3-0001"));
        const int last = symbol.width() - 1;
        for (int step = 0; step < 7; ++step) {
            QVERIFY(symbol.isDark(step, 0)); // upper edges of the two upper finders
            QVERIFY(symbol.isDark(last - step, 0));
            QVERIFY(symbol.isDark(0, last - step)); // left edge of the lower one
        }
        QVERIFY(!symbol.isDark(1, 1));
        QVERIFY(symbol.isDark(3, 3));
    }

    void tooLongIsEmpty()
    {
        const QrSymbol symbol(QString(3000, QLatin1Char('x')));
        QCOMPARE(symbol.width(), 0);
        QVERIFY(symbol.shape(100).isEmpty());
    }
};

QTEST_GUILESS_MAIN(QrSymbolTest)
#include "tst_qrsymbol.moc"
