#include "cli/online/userpasswordcommand.h"

#include "cli/common/passwordfile.h"
#include "cli/commonoptions.h"
#include "cli/formsource.h"
#include "cli/online/gatewaysession.h"
#include "cli/words.h"

#include <ostream>

namespace quanke::cli {

LocalText UserPasswordCommand::summary() const
{
    return {"更改自己的口令", "Changes one's own password"};
}

LocalText UserPasswordCommand::description() const
{
    return {"管理员设的初始口令，改了才能登录。更改后，此人原有的登录全部失效。\n"
            "退出码：0 已更改，1 被退回，2 用法、输入或网络有误。",
        "A password that an administrator chose lets nobody sign in until it is changed. A change ends all "
        "sessions of the\n"
        "operator. Exit code: 0 changed, 1 refused, 2 wrong usage, input or link."};
}

std::vector<Option> UserPasswordCommand::options() const
{
    auto options = gatewayOptions();
    options.push_back(
        {"new-password-file", "FILE", {"第一行是新口令的文件", "a file whose first line is the new password"},
            Option::Kind::RequiredValue});
    return options;
}

ExitCode UserPasswordCommand::run(const Arguments &arguments, const Streams &streams) const
{
    const auto current = readPassword(arguments.value("password-file"));
    const auto wanted = readPassword(arguments.value("new-password-file"));
    if (!current || !wanted) {
        return refuse(current ? wanted.failure() : current.failure(), streams);
    }
    GatewaySession session;
    if (const auto reached = session.reach(arguments); !reached) {
        return refuse(reached.failure(), streams);
    }
    const auto name = arguments.value("operator");
    const auto changed =
        session.wait(session.client().changePassword(name, *current, *wanted, session.device()));
    if (!changed) {
        const auto code = refuse(changed.failure(), streams);
        return changed.failure().key.starts_with("link.") ? code : ExitCode::Findings;
    }
    streams.out << words("password.changed", {{"name", name}}, streams.language) << '\n';
    return ExitCode::Fine;
}

} // namespace quanke::cli
