#include "gateway/store/migration.h"

#include "gateway/store/sql/connection.h"
#include "gateway/store/sql/sqlerror.h"
#include "gatewaymigrations.h"

#include <cstdlib>

namespace quanke::gateway {

namespace {

std::string fourDigits(int number)
{
    const auto text = std::to_string(number);
    return std::string(4 - std::min<std::size_t>(4, text.size()), '0') + text;
}

int versionOf(Connection &connection)
{
    auto query = connection.query("PRAGMA user_version");
    query.next();
    return int(query.number(0));
}

void backUp(Connection &connection, const std::filesystem::path &file, int next)
{
    const auto copy = file.string() + ".before-" + fourDigits(next);
    for (const auto &leftOver : {copy, copy + "-journal"}) {
        std::filesystem::remove(leftOver); // of an attempt that did not get further
    }
    connection.run("VACUUM INTO ?", copy);
}

void take(Connection &connection, const Migration &migration)
{
    connection.runScript("BEGIN IMMEDIATE");
    try {
        connection.runScript(migration.sql);
        connection.runScript("PRAGMA user_version = " + std::to_string(migration.number));
        connection.runScript("COMMIT");
    } catch (...) {
        connection.runScript("ROLLBACK");
        throw;
    }
}

} // namespace

const std::vector<Migration> &builtInMigrations()
{
    static const std::vector<Migration> migrations = [] {
        std::vector<Migration> list;
        for (const auto &file : gatewayMigrationFiles()) {
            list.push_back({std::atoi(file.name.data()), std::string(file.name), std::string(file.text)});
        }
        return list;
    }();
    return migrations;
}

Result<Done> migrate(
    Connection &connection, const std::filesystem::path &file, const std::vector<Migration> &migrations)
{
    const int known = migrations.empty() ? 0 : migrations.back().number;
    try {
        const int found = versionOf(connection);
        if (found > known) {
            return Failure{"store.newer-schema", {{"found", found}, {"known", known}}, {}};
        }
        if (found > 0 && found < known) {
            backUp(connection, file, found + 1);
        }
        for (const auto &migration : migrations) {
            if (migration.number > found) {
                take(connection, migration);
            }
        }
        return Done{};
    } catch (const SqlError &error) {
        return Failure{"store.failed", Json::object(), error.what()};
    }
}

} // namespace quanke::gateway
