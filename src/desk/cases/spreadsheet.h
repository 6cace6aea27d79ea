#pragma once

#include <QStringList>

#include <string>
#include <vector>

namespace quanke::desk {

/// Lines of cells as a file that spreadsheets open: comma-separated values (RFC 4180) in UTF-8 with its mark, without which
/// they guess the encoding. What a spreadsheet would take for a formula gets a "'" before it and stays text.
std::string spreadsheetOf(const std::vector<QStringList> &lines);

} // namespace quanke::desk
