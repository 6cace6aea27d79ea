#include "cli/online/useraddcommand.h"

#include "cli/common/passwordfile.h"
#include "cli/commonoptions.h"
#include "cli/formsource.h"
#include "cli/online/gatewaysession.h"
#include "cli/words.h"

#include <ostream>

namespace quanke::cli {

namespace {

Result<Json> entryFrom(const Arguments &arguments)
{
    Json entry{{"displayName", arguments.value("display-name")}, {"roles", arguments.list("roles")},
        {"department", arguments.value("department")}};
    if (arguments.has("new-password-file")) {
        const auto password = readPassword(arguments.value("new-password-file"));
        if (!password) {
            return password.failure();
        }
        entry["password"] = password->view();
    }
    return entry;
}

} // namespace

LocalText UserAddCommand::summary() const
{
    return {"登记或更改操作员", "Enters or changes an operator"};
}

LocalText UserAddCommand::description() const
{
    return {"--operator 是管理员。更改后，此人原有的登录全部失效；新口令须由本人改过才能登录。\n--json 输出 "
            "{\"name\",\"displayName\",\"roles\",\"department\"}。\n"
            "退出码：0 已保存，1 被退回，2 用法、输入或网络有误。",
        "--operator is an administrator. A change ends all sessions of the one changed, and a new password\n"
        "lets them sign in once they have changed it themselves.\n"
        "--json prints {\"name\",\"displayName\",\"roles\",\"department\"}.\n"
        "Exit code: 0 stored, 1 refused, 2 wrong usage, input or link."};
}

std::vector<Option> UserAddCommand::options() const
{
    auto options = gatewayOptions();
    options.insert(options.begin(),
        {"NAME", {}, {"新操作员的登录名", "the operator's name for signing in"}, Option::Kind::Positional});
    options.push_back(
        {"display-name", "NAME", {"姓名", "what the operator is called"}, Option::Kind::RequiredValue});
    options.push_back({"roles", "R,R…",
        {"角色：clerk issue-clerk approver supervisor trainer form-author administrator auditor",
            "of clerk issue-clerk approver supervisor trainer form-author administrator auditor"},
        Option::Kind::RequiredValue});
    options.push_back({"department", "ID", {"审批员的部门", "an approver's department"}});
    options.push_back({"new-password-file", "FILE",
        {"第一行是新口令的文件", "a file whose first line is the new password"}});
    options.push_back(jsonOption());
    return options;
}

ExitCode UserAddCommand::run(const Arguments &arguments, const Streams &streams) const
{
    const auto entry = entryFrom(arguments);
    if (!entry) {
        return refuse(entry.failure(), streams);
    }
    GatewaySession session;
    if (const auto opened = session.open(arguments); !opened) {
        return refuse(opened.failure(), streams);
    }
    const auto stored = session.wait(session.client().putOperator(arguments.value("NAME"), *entry));
    if (!stored) {
        const auto code = refuse(stored.failure(), streams);
        return stored.failure().key.starts_with("link.") ? code : ExitCode::Findings;
    }
    if (arguments.has("json")) {
        auto json = wire::toJson(*stored);
        json.erase("hall");
        printJson(OrderedJson(json), streams);
    } else {
        streams.out << words("operator.stored", {{"name", stored->name}}, streams.language) << '\n';
    }
    return ExitCode::Fine;
}

} // namespace quanke::cli
