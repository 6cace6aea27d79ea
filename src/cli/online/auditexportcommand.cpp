#include "cli/online/auditexportcommand.h"

#include "cli/commonoptions.h"
#include "cli/formsource.h"
#include "cli/online/gatewaysession.h"
#include "cli/words.h"
#include "platform/durablefile.h"
#include "trace/saved.h"

#include <ostream>

namespace quanke::cli {

namespace {

struct Exported {
    std::uint64_t lines = 0;
    std::vector<std::string> devices; ///< whose chains are there besides
};

/// Page after page, the signed heads last: with fewer than a page the chain is at its end.
Result<Exported> fetch(GatewaySession &session, const std::string &chain, platform::DurableFile &file)
{
    Exported exported;
    std::string heads;
    while (true) {
        const auto page = session.wait(session.client().trace(chain, exported.lines));
        if (!page) {
            return page.failure();
        }
        std::string text = exported.lines == 0 ? textOf(trace::Preface{chain, page->key}) + '\n' : "";
        for (const auto &line : page->lines) {
            text += line + '\n';
        }
        for (const auto &head : page->heads) {
            heads += canonicalText(trace::toJson(head)) + '\n';
        }
        exported.lines += page->lines.size();
        exported.devices = page->devices;
        const bool isLast = page->lines.size() < trace::Page::most;
        if (const auto written = file.append(isLast ? text + heads : text); !written || isLast) {
            return written ? Result<Exported>(exported) : written.failure();
        }
    }
}

} // namespace

LocalText AuditExportCommand::summary() const
{
    return {"把网关的审计记录存成文件", "Saves the gateway's trace as a file"};
}

LocalText AuditExportCommand::description() const
{
    return {
        "--operator 是审计员。文件每行一个 JSON：来源、各条记录、网关签过名的位置；用 quanke audit verify "
        "检查。--device 取某台窗口机的记录。--json 输出 {\"lines\",\"devices\"}。",
        "--operator is an auditor. Each line of the file is JSON: whose it is, the lines of the trace, the "
        "heads that the gateway has signed; quanke audit verify checks it. --device fetches the trace of one "
        "desk. --json prints {\"lines\",\"devices\"}."};
}

std::vector<Option> AuditExportCommand::options() const
{
    auto options = gatewayOptions();
    options.push_back(
        {"to", "FILE", {"写到哪个文件", "the file to be written"}, Option::Kind::RequiredValue});
    options.push_back({"device", "ID",
        {"窗口机的编号；不写则为网关自己的记录", "a desk's id; without it the gateway's own trace"},
        Option::Kind::Value});
    options.push_back(jsonOption());
    return options;
}

ExitCode AuditExportCommand::run(const Arguments &arguments, const Streams &streams) const
{
    GatewaySession session;
    if (const auto opened = session.open(arguments); !opened) {
        return refuse(opened.failure(), streams);
    }
    const auto chain = arguments.has("device") ? arguments.value("device") : trace::gatewayChain;
    Exported exported;
    const auto content = [&](platform::DurableFile &file) -> Result<Done> {
        const auto fetched = fetch(session, chain, file);
        exported = fetched ? *fetched : Exported{};
        return fetched ? Result<Done>(Done{}) : fetched.failure();
    };
    if (const auto written = platform::writeWhole(arguments.value("to"), content); !written) {
        return refuse(written.failure(), streams);
    }
    if (arguments.has("json")) {
        printJson({{"lines", exported.lines}, {"devices", exported.devices}}, streams);
    } else {
        streams.out << words("audit.exported", {{"count", exported.lines}}, streams.language) << '\n';
    }
    return ExitCode::Fine;
}

} // namespace quanke::cli
