#include "cli/online/userremovecommand.h"

#include "cli/formsource.h"
#include "cli/online/gatewaysession.h"
#include "cli/words.h"

#include <ostream>

namespace quanke::cli {

LocalText UserRemoveCommand::summary() const
{
    return {"注销操作员", "Takes an operator away"};
}

LocalText UserRemoveCommand::description() const
{
    return {"--operator 是管理员。此人不能再登录，办过的件仍记在其名下。\n"
            "退出码：0 已注销，1 被退回，2 用法、输入或网络有误。",
        "--operator is an administrator. They sign in no more; what they did goes on naming them.\n"
        "Exit code: 0 taken away, 1 refused, 2 wrong usage, input or link."};
}

std::vector<Option> UserRemoveCommand::options() const
{
    auto options = gatewayOptions();
    options.insert(options.begin(),
        {"NAME", {}, {"登录名", "the operator's name for signing in"}, Option::Kind::Positional});
    return options;
}

ExitCode UserRemoveCommand::run(const Arguments &arguments, const Streams &streams) const
{
    GatewaySession session;
    if (const auto opened = session.open(arguments); !opened) {
        return refuse(opened.failure(), streams);
    }
    const auto name = arguments.value("NAME");
    const auto removed = session.wait(session.client().removeOperator(name));
    if (!removed) {
        const auto code = refuse(removed.failure(), streams);
        return removed.failure().key.starts_with("link.") ? code : ExitCode::Findings;
    }
    streams.out << words("operator.removed", {{"name", name}}, streams.language) << '\n';
    return ExitCode::Fine;
}

} // namespace quanke::cli
