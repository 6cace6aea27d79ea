#include "documents/decodeddocument.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfDocument>

namespace quanke::documents {

namespace {

constexpr double pointsPerInch = 72;
/// A drawn page has no pixels of its own; this is how it is counted.
constexpr double drawnResolution = 150;
/// ISO 32000-1 annex C: pages beyond 200 inches are not made by honest programs.
constexpr double longestSide = 200 * pointsPerInch;

class PdfDocument : public DecodedDocument {
public:
    explicit PdfDocument(const QByteArray &content)
    {
        m_buffer.setData(content);
        m_buffer.open(QIODevice::ReadOnly);
        m_document.load(&m_buffer);
    }

    QPdfDocument::Status status() const { return m_document.status(); }
    QPdfDocument::Error error() const { return m_document.error(); }

    int pageCount() const override { return m_document.pageCount(); }

    InspectedPage page(int number) const override
    {
        const QSizeF points = m_document.pagePointSize(number - 1);
        if (!(points.width() >= 1 && points.height() >= 1 && points.width() <= longestSide
                && points.height() <= longestSide))
            return {{}, 0, ResolutionSource::Drawn};
        return {
            (points * (drawnResolution / pointsPerInch)).toSize(), drawnResolution, ResolutionSource::Drawn};
    }

    QImage render(int number, QSize box) override
    {
        if (page(number).pixels.isEmpty())
            return {};
        const QSize size = fitted(m_document.pagePointSize(number - 1), box);
        const QImage ink = m_document.render(number - 1, size);
        if (ink.isNull())
            return {};
        QImage paper(ink.size(), QImage::Format_RGB32);
        paper.fill(Qt::white);
        QPainter painter(&paper);
        painter.drawImage(0, 0, ink);
        return paper;
    }

private:
    QBuffer m_buffer;
    QPdfDocument m_document;
};

} // namespace

Result<std::unique_ptr<DecodedDocument>> openPdf(const QByteArray &content)
{
    auto document = std::make_unique<PdfDocument>(content);
    if (document->status() != QPdfDocument::Status::Ready) {
        const bool isEncrypted = document->error() == QPdfDocument::Error::IncorrectPassword
            || document->error() == QPdfDocument::Error::UnsupportedSecurityScheme;
        return Failure{isEncrypted ? "document.encrypted-pdf" : "document.damaged"};
    }
    if (document->pageCount() < 1)
        return Failure{"document.damaged"};
    if (document->pageCount() > mostPages)
        return Failure{"document.too-many-pages", {{"pages", document->pageCount()}, {"limit", mostPages}}};
    return Result<std::unique_ptr<DecodedDocument>>(std::move(document));
}

} // namespace quanke::documents
