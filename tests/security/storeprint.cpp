#include "security/storeprint.h"

#include "seal/digest.h"
#include "support/must.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <vector>

namespace quanke::test {

namespace {

constexpr std::array<std::string_view, 3> meantForRefusals{"sign_in_failures", "refusals", "trace"};

std::vector<std::string> firstColumnOf(gateway::Connection &connection, const std::string &sql)
{
    std::vector<std::string> texts;
    auto query = connection.query(sql);
    while (query.next()) {
        texts.push_back(query.text(0));
    }
    return texts;
}

/// All columns of all rows as one text, in the order of the primary key.
std::string contentOf(gateway::Connection &connection, const std::string &table)
{
    std::string columns;
    for (const auto &name :
        firstColumnOf(connection, "SELECT name FROM pragma_table_info('" + table + "') ORDER BY cid")) {
        columns += (columns.empty() ? "quote(" : " || '|' || quote(") + name + ")";
    }
    std::string content = table + '\n';
    for (const auto &row :
        firstColumnOf(connection, "SELECT " + columns + " FROM " + table + " ORDER BY 1")) {
        content += row + '\n';
    }
    return content;
}

bool isOnItsWay(std::string_view name)
{
    return name == "uploads";
}

StorePrint contentOf(gateway::Connection &connection)
{
    StorePrint content;
    for (const auto &table : firstColumnOf(connection,
             "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY "
             "name")) {
        if (std::ranges::find(meantForRefusals, table) == meantForRefusals.end()) {
            (isOnItsWay(table) ? content.uploads : content.kept) += contentOf(connection, table);
        }
    }
    return content;
}

void addFilesBelow(const std::filesystem::path &folder, StorePrint &content)
{
    std::vector<std::string> files;
    for (const auto &entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file() && !entry.path().filename().string().starts_with("gateway.db")) {
            files.push_back(std::filesystem::relative(entry.path(), folder).string() + ' '
                + std::to_string(entry.file_size()) + '\n');
        }
    }
    std::ranges::sort(files);
    for (const auto &file : files) {
        (isOnItsWay(file.substr(0, file.find('/'))) ? content.uploads : content.kept) += file;
    }
}

} // namespace

StorePrint printOf(RunningGateway &gateway)
{
    auto &database = gateway.gateway().context().database;
    auto content = must(database.read<StorePrint>(
        [](gateway::Connection &connection) -> Result<StorePrint> { return contentOf(connection); }));
    addFilesBelow(gateway.folder().toStdString(), content);
    return {seal::sha256(content.kept), seal::sha256(content.uploads)};
}

std::int64_t rowsWritten(RunningGateway &gateway)
{
    auto &database = gateway.gateway().context().database;
    return must(database.read<std::int64_t>(
        [](gateway::Connection &connection) -> Result<std::int64_t> { return connection.changes(); }));
}

} // namespace quanke::test
