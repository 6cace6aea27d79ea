#pragma once

#include <QByteArray>

#include <string>
#include <vector>

namespace quanke::notices {

/// Corrects what the text of a PDF from QPdfWriter reads as. Qt writes the first character below U+10000 that
/// a glyph stands for: none for 𠮷, and radicals (⽇) for common characters of Noto Sans CJK. `fonts` says,
/// for each font in the order of first use, which characters its glyphs are, in the order of first use as
/// well.
///
/// Each font's map (ISO 32000-1 9.10.3) is replaced in its place, so that no offset changes: packed, it is
/// shorter than Qt's. A file that is not built as Qt 6 builds it comes back as it was.
QByteArray withExactText(const QByteArray &pdf, const std::vector<std::u32string> &fonts);

} // namespace quanke::notices
