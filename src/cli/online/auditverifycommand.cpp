#include "cli/online/auditverifycommand.h"

#include "cli/commonoptions.h"
#include "cli/formsource.h"
#include "cli/online/gatewaysession.h"
#include "cli/online/tracesource.h"
#include "cli/words.h"
#include "trace/verifier.h"

#include <algorithm>
#include <ostream>
#include <set>

namespace quanke::cli {

namespace {

/// One chain, looked at.
struct Verified {
    std::string chain;
    std::uint64_t lines = 0;
    std::uint64_t first = 0;
    trace::End end;
    std::vector<trace::Finding> findings;
};

struct Task {
    std::unique_ptr<TraceSource> source;
    std::string key;
    std::vector<trace::Head> heads;
};

Result<Task> taskOf(const Arguments &arguments)
{
    auto source = traceAt(arguments.value("trace"));
    if (!source) {
        return source.failure();
    }
    Task task{std::move(*source), arguments.value("key"), {}};
    task.heads = task.source->heads();
    task.key = task.key.empty() ? task.source->key() : task.key;
    if (task.key.empty()) {
        return Failure{"trace.no-key"};
    }
    for (const auto &place : arguments.list("heads")) {
        const auto kept = traceAt(place);
        if (!kept) {
            return kept.failure();
        }
        std::ranges::move((*kept)->heads(), std::back_inserter(task.heads));
    }
    return task;
}

/// Those that are there, and those that were there once: what is signed of them tells.
std::set<std::string> chainsOf(const Task &task)
{
    const auto found = task.source->chains();
    std::set<std::string> chains(found.begin(), found.end());
    for (const auto &head : task.heads) {
        if (task.source->mayHold(head.chain) && trace::isSignedBy(task.key, head)) {
            chains.insert(head.chain);
        }
    }
    return chains;
}

Result<Verified> verify(const Task &task, const std::string &chain)
{
    trace::Verifier verifier(chain, task.key, task.heads);
    const auto read = task.source->read(chain, [&verifier](std::string_view line) { verifier.add(line); });
    if (!read) {
        return read.failure();
    }
    auto findings = verifier.finish();
    return Verified{chain, verifier.lines(), verifier.first(), verifier.end(), std::move(findings)};
}

std::string told(const trace::Finding &finding, Language language)
{
    auto arguments = finding.arguments;
    arguments["number"] = finding.number;
    return words(finding.key, arguments, language);
}

OrderedJson asJson(const std::vector<Verified> &all, const std::string &key, Language language)
{
    OrderedJson chains = OrderedJson::array();
    OrderedJson findings = OrderedJson::array();
    for (const auto &one : all) {
        chains.push_back({{"chain", one.chain}, {"lines", one.lines}, {"first", one.first},
            {"last", one.end.number}, {"digest", one.end.digest}, {"at", one.end.at}});
        for (const auto &finding : one.findings) {
            findings.push_back({{"chain", one.chain}, {"number", finding.number}, {"key", finding.key},
                {"arguments", finding.arguments}, {"message", told(finding, language)}});
        }
    }
    return {{"key", key}, {"chains", chains}, {"findings", findings}};
}

void print(const std::vector<Verified> &all, const Streams &streams)
{
    for (const auto &one : all) {
        streams.out << words("audit.chain",
            {{"chain", one.chain}, {"count", one.lines}, {"first", one.first}, {"last", one.end.number},
                {"found", one.findings.size()}},
            streams.language)
                    << '\n';
        for (const auto &finding : one.findings) {
            streams.out << "    " << told(finding, streams.language) << " [" << finding.key << "]\n";
        }
    }
}

} // namespace

LocalText AuditVerifyCommand::summary() const
{
    return {"检查审计记录有没有被删、被改、被调换、被截断",
        "Finds what was removed, changed, reordered or cut off in a trace"};
}

LocalText AuditVerifyCommand::description() const
{
    return {"--trace 可以是 quanke audit export 的文件，也可以是网关停机后的数据文件夹（或 --backup "
            "的副本）、窗口机的数据文件夹。\n"
            "记录自身和网关签名的位置都在同一块盘上时，整段重写要靠别处留存的位置才能发现：用 --heads "
            "指定窗口机的数据文件夹或更早的导出文件，用 --key 指定网关的公钥。\n"
            "--json 输出 {\"key\",\"chains\":[{\"chain\",\"lines\",\"first\",\"last\",\"digest\",\"at\"}],"
            "\"findings\":[{\"chain\",\"number\",\"key\",\"arguments\",\"message\"}]}。\n"
            "退出码：0 没有问题，1 有问题（含时钟被调回），2 用法或输入有误。",
        "--trace is a file of quanke audit export, or the data folder of a gateway that is stopped (or its "
        "--backup copy), or a desk's.\n"
        "Whoever holds the disk with the trace and the key may write both anew: what others have kept finds "
        "that. --heads names data folders of desks or earlier exports, --key the gateway's public key.\n"
        "--json prints {\"key\",\"chains\":[{\"chain\",\"lines\",\"first\",\"last\",\"digest\",\"at\"}],"
        "\"findings\":[{\"chain\",\"number\",\"key\",\"arguments\",\"message\"}]}.\n"
        "Exit code: 0 nothing found, 1 findings (a clock that was set back too), 2 wrong usage or input."};
}

std::vector<Option> AuditVerifyCommand::options() const
{
    return {{"trace", "PLACE", {"导出的文件或数据文件夹", "an exported file or a data folder"},
                Option::Kind::RequiredValue},
        {"heads", "PLACE,…",
            {"别处留存的签名位置：窗口机的数据文件夹、更早的导出文件",
                "signed heads kept elsewhere: data folders of desks, earlier exports"},
            Option::Kind::Value},
        {"key", "BASE64",
            {"网关的公钥；不写则用该处自己写的", "the gateway's public key; without it, the one found there"},
            Option::Kind::Value},
        jsonOption()};
}

ExitCode AuditVerifyCommand::run(const Arguments &arguments, const Streams &streams) const
{
    const GatewaySession application; // reading a store takes one
    const auto task = taskOf(arguments);
    if (!task) {
        return refuse(task.failure(), streams);
    }
    std::vector<Verified> all;
    for (const auto &chain : chainsOf(*task)) {
        auto verified = verify(*task, chain);
        if (!verified) {
            return refuse(verified.failure(), streams);
        }
        all.push_back(std::move(*verified));
    }
    if (all.empty()) {
        return refuse(Failure{"trace.none", {{"path", arguments.value("trace")}}}, streams);
    }
    if (arguments.has("json")) {
        printJson(asJson(all, task->key, streams.language), streams);
    } else {
        print(all, streams);
    }
    const bool isFine = std::ranges::all_of(all, [](const auto &one) { return one.findings.empty(); });
    return isFine ? ExitCode::Fine : ExitCode::Findings;
}

} // namespace quanke::cli
