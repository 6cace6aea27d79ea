#include "documents/decodeddocument.h"

#include "documents/filestructure.h"

#include <QBuffer>
#include <QImageReader>
#include <QPainter>

#include <algorithm>

namespace quanke::documents {

namespace {

constexpr double longSideOfA4 = 11.69; // inches
constexpr double shortSideOfA4 = 8.27;
/// A stated resolution that makes the picture a poster is a program's default, not a measurement.
constexpr double longestStatedSide = 17; // A3
constexpr int megabytesOfOnePicture = 512;

bool isTurned(const QImageReader &reader)
{
    return reader.transformation().testFlag(QImageIOHandler::TransformationRotate90);
}

class PictureDocument : public DecodedDocument {
public:
    PictureDocument(Kind kind, const QByteArray &content, QSize size, std::optional<double> stated)
        : m_format(kind == Kind::Jpeg ? "jpeg" : "png")
        , m_content(content)
        , m_size(size)
        , m_stated(stated)
    {
    }

    int pageCount() const override { return 1; }

    InspectedPage page(int) const override
    {
        const double longer = std::max(m_size.width(), m_size.height());
        const double shorter = std::min(m_size.width(), m_size.height());
        if (m_stated && longer / *m_stated <= longestStatedSide)
            return {m_size, *m_stated, ResolutionSource::Stated};
        return {
            m_size, std::min(longer / longSideOfA4, shorter / shortSideOfA4), ResolutionSource::AssumedA4};
    }

    QImage render(int, QSize box) override
    {
        const QSize upright = fitted(m_size, box.boundedTo(m_size));
        QBuffer buffer(&m_content);
        QImageReader reader(&buffer, m_format);
        reader.setAutoTransform(true);
        reader.setScaledSize(isTurned(reader) ? upright.transposed() : upright);
        const QImage picture = reader.read();
        if (picture.isNull() || !picture.hasAlphaChannel())
            return picture.convertToFormat(QImage::Format_RGB32);
        QImage paper(picture.size(), QImage::Format_RGB32);
        paper.fill(Qt::white);
        QPainter painter(&paper);
        painter.drawImage(0, 0, picture);
        return paper;
    }

private:
    QByteArray m_format;
    QByteArray m_content;
    QSize m_size; ///< upright
    std::optional<double> m_stated;
};

} // namespace

Result<std::unique_ptr<DecodedDocument>> openPicture(Kind kind, const QByteArray &content)
{
    QImageReader::setAllocationLimit(megabytesOfOnePicture);
    QBuffer buffer;
    buffer.setData(content);
    QImageReader reader(&buffer, kind == Kind::Jpeg ? "jpeg" : "png");
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (size.isEmpty())
        return Failure{"document.damaged"};
    const qint64 pixels = qint64(size.width()) * size.height();
    if (pixels > mostPixels)
        return Failure{"document.too-many-pixels", {{"pixels", pixels}, {"limit", mostPixels}}};
    return Result<std::unique_ptr<DecodedDocument>>(std::make_unique<PictureDocument>(
        kind, content, isTurned(reader) ? size.transposed() : size, structureOf(kind, content).dotsPerInch));
}

} // namespace quanke::documents
