#include "support/sampledocuments.h"

#include <QBuffer>
#include <QFont>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QRandomGenerator>

#include <algorithm>

namespace quanke::support {

namespace {

constexpr QSizeF a4{8.27, 11.69}; // inches

void addGrain(QImage &page)
{
    QRandomGenerator chance(20261121);
    for (int y = 0; y < page.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(page.scanLine(y));
        for (int x = 0; x < page.width(); ++x) {
            const int grain = int(chance.generate() >> 28) - 12;
            const auto shifted = [grain](int value) { return std::clamp(value + grain, 0, 255); };
            line[x] = qRgb(shifted(qRed(line[x])), shifted(qGreen(line[x])), shifted(qBlue(line[x])));
        }
    }
}

/// Units of the painter: inches times a thousand.
void paintWriting(QPainter &painter, const QString &title)
{
    const auto fontOf = [](int size) {
        QFont font(QStringLiteral("Noto Sans CJK SC"));
        font.setPixelSize(size);
        return font;
    };
    painter.setPen(Qt::black);
    painter.setFont(fontOf(280));
    painter.drawText(QRect(0, 800, 8270, 500), Qt::AlignCenter, title);
    painter.setFont(fontOf(146)); // 10.5 pt, the usual size of official papers
    for (int line = 0; line < 24; ++line)
        painter.drawText(1000, 1900 + line * 300,
            QStringLiteral("%1　青石县政务服务中心收到的样本材料，仅供演示与测试使用，不是真实证件。")
                .arg(line + 1));
    painter.setPen(QPen(QColor(200, 30, 30), 60));
    painter.drawEllipse(QPoint(6300, 9900), 650, 650);
}

QImage paper(double dotsPerInch)
{
    QImage page((a4 * dotsPerInch).toSize(), QImage::Format_RGB32);
    page.fill(QColor(244, 243, 238));
    return page;
}

QByteArray encoded(QImage page, double dotsPerInch, const char *format)
{
    const int dotsPerMetre =
        dotsPerInch > 0 ? qRound(dotsPerInch / 0.0254) : 3780; // 96 per inch says nothing
    page.setDotsPerMeterX(dotsPerMetre);
    page.setDotsPerMeterY(dotsPerMetre);
    QByteArray content;
    QBuffer buffer(&content);
    buffer.open(QIODevice::WriteOnly);
    page.save(&buffer, format, 85);
    return content;
}

} // namespace

QImage writtenPage(const QString &title, double dotsPerInch)
{
    QImage page = paper(dotsPerInch);
    {
        QPainter painter(&page);
        painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
        painter.scale(dotsPerInch / 1000, dotsPerInch / 1000);
        painter.rotate(0.4);
        paintWriting(painter, title);
    }
    addGrain(page);
    return page;
}

QImage blankPage(double dotsPerInch)
{
    QImage page = paper(dotsPerInch);
    addGrain(page);
    return page;
}

QImage blurred(const QImage &page, double radius, double dotsPerInch)
{
    const double factor = 1 / std::max(1.0, radius * dotsPerInch);
    const QSize small = (QSizeF(page.size()) * factor).toSize();
    return page.scaled(small, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
        .scaled(page.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

QByteArray jpegOf(const QImage &page, double dotsPerInch)
{
    return encoded(page, dotsPerInch, "JPEG");
}

QByteArray pngOf(const QImage &page, double dotsPerInch)
{
    return encoded(page, dotsPerInch, "PNG");
}

QByteArray pdfOf(const QString &title, int pages, const QList<int> &blankPages)
{
    QByteArray content;
    QBuffer buffer(&content);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins({});
    writer.setResolution(1000);
    QPainter painter(&writer);
    for (int number = 1; number <= pages; ++number) {
        if (number > 1)
            writer.newPage();
        if (!blankPages.contains(number))
            paintWriting(painter, title);
    }
    painter.end();
    return content;
}

QByteArray pdfOfPicture(const QImage &page)
{
    QByteArray content;
    QBuffer buffer(&content);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins({});
    QPainter painter(&writer);
    painter.drawImage(QRect(0, 0, writer.width(), writer.height()), page);
    painter.end();
    return content;
}

QByteArray encryptedPdf()
{
    // Standard security handler of 40 bits; the owner's and the user's entries fit no password that is empty.
    const QByteArray key(64, 'a');
    const QList<QByteArray> objects{"<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
        "<< /Filter /Standard /V 1 /R 2 /P -44 /O <" + key + "> /U <" + key + "> >>"};
    QByteArray content = "%PDF-1.4\n";
    QByteArray table = "0000000000 65535 f \n";
    for (qsizetype index = 0; index < objects.size(); ++index) {
        table += QByteArray::number(content.size()).rightJustified(10, '0') + " 00000 n \n";
        content += QByteArray::number(index + 1) + " 0 obj\n" + objects.at(index) + "\nendobj\n";
    }
    const QByteArray start = QByteArray::number(content.size());
    content += "xref\n0 5\n" + table + "trailer\n<< /Size 5 /Root 1 0 R /Encrypt 4 0 R /ID [<" + key.first(32)
        + "> <" + key.first(32) + ">] >>\nstartxref\n" + start + "\n%%EOF\n";
    return content;
}

QByteArray cut(const QByteArray &content, int tenths)
{
    return content.first(content.size() * tenths / 10);
}

} // namespace quanke::support
