#include "cli/online/userlistcommand.h"

#include "cli/commonoptions.h"
#include "cli/formsource.h"
#include "cli/online/gatewaysession.h"

#include <ostream>

namespace quanke::cli {

LocalText UserListCommand::summary() const
{
    return {"列出操作员", "Lists the operators"};
}

LocalText UserListCommand::description() const
{
    return {"--operator 是管理员。--json 输出 "
            "{\"items\":[{\"name\",\"displayName\",\"roles\",\"department\"}]}。",
        "--operator is an administrator. --json prints "
        "{\"items\":[{\"name\",\"displayName\",\"roles\",\"department\"}]}."};
}

std::vector<Option> UserListCommand::options() const
{
    auto options = gatewayOptions();
    options.push_back(jsonOption());
    return options;
}

ExitCode UserListCommand::run(const Arguments &arguments, const Streams &streams) const
{
    GatewaySession session;
    if (const auto opened = session.open(arguments); !opened) {
        return refuse(opened.failure(), streams);
    }
    const auto people = session.wait(session.client().operators());
    if (!people) {
        return refuse(people.failure(), streams);
    }
    OrderedJson items = OrderedJson::array();
    for (const auto &person : *people) {
        auto json = wire::toJson(person);
        json.erase("hall");
        items.push_back(OrderedJson(json));
    }
    if (arguments.has("json")) {
        printJson({{"items", items}}, streams);
        return ExitCode::Fine;
    }
    for (const auto &person : *people) {
        streams.out << person.name << "  " << person.displayName;
        for (const auto &role : person.roles) {
            streams.out << "  " << role;
        }
        streams.out << (person.department.empty() ? "" : "  ") << person.department << '\n';
    }
    return ExitCode::Fine;
}

} // namespace quanke::cli
