#include "documents/decodeddocument.h"

#include <algorithm>
#include <cmath>

namespace quanke::documents {

Result<std::unique_ptr<DecodedDocument>> openDocument(Kind kind, const QByteArray &content)
{
    return kind == Kind::Pdf ? openPdf(content) : openPicture(kind, content);
}

QSize fitted(QSizeF size, QSize box)
{
    if (size.isEmpty() || box.isEmpty())
        return {};
    double factor = std::min(box.width() / size.width(), box.height() / size.height());
    const double pixels = size.width() * size.height() * factor * factor;
    if (pixels > double(mostRenderedPixels))
        factor *= std::sqrt(double(mostRenderedPixels) / pixels);
    return {std::max(1, int(std::floor(size.width() * factor + 0.001))),
        std::max(1, int(std::floor(size.height() * factor + 0.001)))};
}

} // namespace quanke::documents
