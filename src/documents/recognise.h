#pragma once

#include "core/base/result.h"

#include <QByteArray>

#include <string_view>

namespace quanke::documents {

/// What a file handed in is, by its content; its name and extension say nothing.
enum class Kind { Pdf, Jpeg, Png };

/// "application/pdf", "image/jpeg", "image/png": the mediaType of a file reference.
std::string_view mediaTypeOf(Kind kind);

constexpr qint64 largestDocument = 20 * 1024 * 1024;

/// Looks at the first bytes and the length only (a whole file or its first kilobyte with the whole length).
/// Fails: document.empty, document.too-large ("bytes", "limit"), document.unknown-kind.
Result<Kind> recognise(const QByteArray &head, qint64 length);
inline Result<Kind> recognise(const QByteArray &content)
{
    return recognise(content, content.size());
}

} // namespace quanke::documents
