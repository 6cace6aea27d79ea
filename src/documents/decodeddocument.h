#pragma once

#include "documents/inspection.h"

#include <QImage>

#include <memory>

namespace quanke::documents {

constexpr qint64 mostPixels = 100'000'000;
constexpr int mostPages = 200;
/// Of one rendered page.
constexpr qint64 mostRenderedPixels = 16'000'000;

/// A document opened for looking at. Decodes what may be hostile: only for the reading process.
class DecodedDocument {
public:
    virtual ~DecodedDocument() = default;

    virtual int pageCount() const = 0;
    /// Pages count from 1. An empty size means that the page cannot be made out.
    virtual InspectedPage page(int number) const = 0;
    /// The page upright on white, fitted into the box; a null image when it cannot be decoded.
    virtual QImage render(int number, QSize box) = 0;
};

/// Fails: document.encrypted-pdf, document.damaged, document.too-many-pixels, document.too-many-pages.
Result<std::unique_ptr<DecodedDocument>> openDocument(Kind kind, const QByteArray &content);

/// For openDocument.
Result<std::unique_ptr<DecodedDocument>> openPdf(const QByteArray &content);
Result<std::unique_ptr<DecodedDocument>> openPicture(Kind kind, const QByteArray &content);

/// The size that fits into the box, and into mostRenderedPixels, without changing the proportions.
QSize fitted(QSizeF size, QSize box);

} // namespace quanke::documents
