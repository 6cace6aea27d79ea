#include "gateway/store/migration.h"

#include "gatewaymigrations.h"

#include <Poco/Data/Session.h>
#include <Poco/Exception.h>

#include <cstdlib>

namespace quanke::gateway {

namespace {

using Poco::Data::Keywords::bind;
using Poco::Data::Keywords::into;
using Poco::Data::Keywords::now;

std::string fourDigits(int number)
{
    const auto text = std::to_string(number);
    return std::string(4 - std::min<std::size_t>(4, text.size()), '0') + text;
}

void backUp(Poco::Data::Session &connection, const std::filesystem::path &file, int next)
{
    const auto copy = file.string() + ".before-" + fourDigits(next);
    for (const auto &leftOver : {copy, copy + "-journal"}) {
        std::filesystem::remove(leftOver); // of an attempt that did not get further
    }
    connection << "VACUUM INTO ?", bind(copy), now;
}

void take(Poco::Data::Session &connection, const Migration &migration)
{
    connection << "BEGIN IMMEDIATE", now;
    try {
        connection << migration.sql, now;
        connection << "PRAGMA user_version = " + std::to_string(migration.number), now;
        connection << "COMMIT", now;
    } catch (...) {
        connection << "ROLLBACK", now;
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

Result<Done> migrate(Poco::Data::Session &connection, const std::filesystem::path &file,
    const std::vector<Migration> &migrations)
{
    const int known = migrations.empty() ? 0 : migrations.back().number;
    try {
        int found = 0;
        connection << "PRAGMA user_version", into(found), now;
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
    } catch (const Poco::Exception &exception) {
        return Failure{"store.failed", Json::object(), exception.displayText()};
    }
}

} // namespace quanke::gateway
