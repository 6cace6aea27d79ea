#include "cli/online/caseshowcommand.h"

#include "cli/commonoptions.h"
#include "cli/formsource.h"
#include "cli/online/gatewaysession.h"
#include "cli/words.h"

#include <ostream>

namespace quanke::cli {

namespace {

Result<casework::CaseFile> find(GatewaySession &session, const std::string &number)
{
    link::CaseQuery query;
    query.number = number;
    const auto found = session.wait(session.client().cases(query));
    if (!found) {
        return found.failure();
    }
    if (found->empty()) {
        return Failure{"case.unknown"};
    }
    return session.wait(session.client().caseView(found->front().id));
}

/// Where a case is; nothing of what was filled in.
OrderedJson placeOf(const casework::CaseFile &file)
{
    const auto view = wire::toJson(file);
    OrderedJson states = OrderedJson::object();
    OrderedJson matters = OrderedJson::object();
    for (const auto &[matter, subCase] : file.subCases) {
        states[matter] = nameOf(subCase.state);
        matters[matter] = view["subCases"][matter];
        matters[matter].erase("outputs");
    }
    return {{"case", file.id}, {"number", file.number}, {"bundle", file.bundle}, {"window", file.window},
        {"receivedBy", file.receivedBy}, {"receivedAt", file.history.empty() ? "" : file.history.front().at},
        {"finished", casework::isFinished(file)}, {"subCases", states}, {"matters", matters}};
}

void print(const casework::CaseFile &file, const Streams &streams)
{
    streams.out << file.number << "  " << file.bundle << '\n';
    for (const auto &[matter, subCase] : file.subCases) {
        streams.out << "  " << matter << "  "
                    << words("state." + std::string(nameOf(subCase.state)), Json::object(), streams.language)
                    << (subCase.reason.empty() ? "" : "  ") << subCase.reason << '\n';
    }
}

} // namespace

LocalText CaseShowCommand::summary() const
{
    return {"查一个办件到了哪里", "Tells where a case is"};
}

LocalText CaseShowCommand::description() const
{
    static const std::string shape =
        "  {\"case\",\"number\",\"bundle\",\"window\",\"receivedBy\",\"receivedAt\",\"finished\",\n"
        "   \"subCases\":{matter: state},\"matters\":{matter: {\"state\",\"receivedAt\",\"acceptedAt\",\n"
        "   "
        "\"decidedAt\",\"issuedAt\",\"waitsFor\",\"blockedBy\",\"correction\",\"reason\",\"document\"}}}\n";
    return {"部门的操作员只看到本部门的事项。--json 输出：\n" + shape
            + "退出码：0 找到，1 没有这个编号，2 用法、输入或网络有误。",
        "A department's operator sees the department's own matters. --json prints:\n" + shape
            + "Exit code: 0 found, 1 no case of that number, 2 wrong usage, input or link."};
}

std::vector<Option> CaseShowCommand::options() const
{
    auto options = gatewayOptions();
    options.insert(
        options.begin(), {"NUMBER", {}, {"办件编号", "the case's number"}, Option::Kind::Positional});
    options.push_back(jsonOption());
    return options;
}

ExitCode CaseShowCommand::run(const Arguments &arguments, const Streams &streams) const
{
    GatewaySession session;
    if (const auto opened = session.open(arguments); !opened) {
        return refuse(opened.failure(), streams);
    }
    const auto file = find(session, arguments.value("NUMBER"));
    if (!file) {
        const auto code = refuse(file.failure(), streams);
        return file.failure().key == "case.unknown" ? ExitCode::Findings : code;
    }
    if (arguments.has("json")) {
        printJson(placeOf(*file), streams);
    } else {
        print(*file, streams);
    }
    return ExitCode::Fine;
}

} // namespace quanke::cli
