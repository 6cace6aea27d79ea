#include "documents/recognise.h"

namespace quanke::documents {

std::string_view mediaTypeOf(Kind kind)
{
    switch (kind) {
    case Kind::Pdf:
        return "application/pdf";
    case Kind::Jpeg:
        return "image/jpeg";
    case Kind::Png:
        return "image/png";
    }
    return {};
}

Result<Kind> recognise(const QByteArray &head, qint64 length)
{
    if (length == 0 || head.isEmpty())
        return Failure{"document.empty"};
    if (length > largestDocument)
        return Failure{"document.too-large", {{"bytes", length}, {"limit", largestDocument}}};
    if (head.startsWith("%PDF-"))
        return Kind::Pdf;
    if (head.startsWith("\xff\xd8\xff"))
        return Kind::Jpeg;
    if (head.startsWith("\x89PNG\r\n\x1a\n"))
        return Kind::Png;
    return Failure{"document.unknown-kind"};
}

} // namespace quanke::documents
