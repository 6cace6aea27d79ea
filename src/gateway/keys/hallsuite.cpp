#include "gateway/keys/hallsuite.h"

#include "gateway/store/settingtable.h"

namespace quanke::gateway {

namespace {

constexpr const char *suiteSetting = "suite";

Result<std::string> settle(Connection &connection, const std::string &wanted, Use use)
{
    SettingTable settings(connection);
    if (auto stands = settings.find(suiteSetting)) {
        return std::move(*stands);
    }
    const bool isChosen = use == Use::New && !wanted.empty();
    auto name = isChosen ? wanted : std::string(seal::sodiumName);
    if (wanted.empty() || wanted == name) { // what is refused fixes nothing
        settings.put(suiteSetting, name);
    }
    return name;
}

} // namespace

Result<std::shared_ptr<const seal::Suite>> hallSuite(Database &database, const std::string &wanted, Use use)
{
    if (!wanted.empty() && !seal::makeHallSuite(wanted)) {
        return Failure{"suite.unknown", {{"given", wanted}}};
    }
    const auto name =
        database.write<std::string>([&](Connection &connection) { return settle(connection, wanted, use); });
    if (!name) {
        return name.failure();
    }
    if (!wanted.empty() && wanted != *name) {
        return Failure{"suite.fixed", {{"given", wanted}, {"stands", *name}}};
    }
    auto suite = seal::makeHallSuite(*name);
    if (!suite) {
        return Failure{"suite.unknown", {{"given", *name}}};
    }
    return suite;
}

} // namespace quanke::gateway
