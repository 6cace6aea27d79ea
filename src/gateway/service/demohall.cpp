#include "gateway/service/demohall.h"

#include "demohalldata.h"
#include "gateway/service/hallservice.h"
#include "gateway/store/operatortable.h"
#include "gateway/store/settingtable.h"

#include <set>

namespace quanke::gateway {

namespace {

constexpr const char *seededSetting = "demo-seeded";

Json demoData()
{
    return Json::parse(gatewayDemoFiles().front().text);
}

std::string joined(const Json &texts)
{
    std::string text;
    for (const auto &item : texts) {
        if (!text.empty()) {
            text += ',';
        }
        text += item.get<std::string>();
    }
    return text;
}

/// County, township or village, as the code's length and ending tell (GB/T 10114).
std::string levelOf(const std::string &division)
{
    constexpr std::size_t countyDigits = 6;
    if (division.size() == countyDigits) {
        return "county";
    }
    return division.ends_with("000") ? "township" : "village";
}

wire::Hall demoHall(const catalogue::Catalogue &catalogue, const Json &data)
{
    wire::Hall hall;
    hall.name = data["name"];
    hall.division = data["division"];
    for (const auto &[division, name] : catalogue.divisions()) {
        if (!division.starts_with(hall.division)) {
            continue;
        }
        const auto level = levelOf(division);
        const std::string place = level == "county" ? "" : name.chinese;
        for (const auto &window : data["windows"][level]) {
            hall.windows.push_back({division, place + window.get<std::string>()});
        }
    }
    return hall;
}

std::vector<DemoOperator> demoPeople(const catalogue::Catalogue &catalogue, const Json &data)
{
    std::vector<DemoOperator> people;
    for (const auto &person : data["people"]) {
        people.push_back({person["name"], person["displayName"], joined(person["roles"]), {}});
    }
    std::set<std::string> departments;
    for (const auto &[id, matter] : catalogue.matters()) {
        departments.insert(matter.department);
    }
    const auto &names = data["approverNames"];
    std::size_t next = 0;
    for (const auto &department : departments) {
        people.push_back({"sp-" + department, names[next++ % names.size()], "approver", department});
    }
    return people;
}

} // namespace

Result<std::vector<DemoOperator>> seedDemoHall(const ServiceContext &context, const seal::PasswordCost &cost)
{
    using People = std::vector<DemoOperator>;
    return context.database.write<People>([&](Connection &connection) -> Result<People> {
        SettingTable settings(connection);
        if (settings.find(seededSetting)) {
            return People();
        }
        const auto password = seal::hashPassword(demoPassword, cost);
        if (!password) {
            return password.failure();
        }
        const auto data = demoData();
        const auto now = toText(context.clock.now());
        auto people = demoPeople(context.catalogue, data);
        OperatorTable operators(connection);
        for (const auto &person : people) {
            operators.put({person.name, person.displayName, *password, person.roles, person.department, now});
        }
        putHall(connection, demoHall(context.catalogue, data));
        settings.put(seededSetting, now);
        return people;
    });
}

} // namespace quanke::gateway
