#include "cli/formscheckcommand.h"

#include "cli/commonoptions.h"
#include "cli/findingwords.h"
#include "cli/words.h"
#include "core/check/check.h"
#include "platform/folder.h"
#include "seal/digest.h"

#include <ostream>

namespace quanke::cli {

namespace {

OrderedJson toJson(const check::Finding &finding, Language language)
{
    return {{"file", finding.file}, {"path", finding.path}, {"key", finding.key},
        {"arguments", finding.arguments}, {"message", describe(finding, language)}};
}

void print(const std::vector<check::Finding> &findings, const Streams &streams)
{
    for (const check::Finding &finding : findings) {
        streams.out << finding.file << (finding.path.empty() ? "" : "#") << finding.path << '\n'
                    << "    " << describe(finding, streams.language) << " [" << finding.key << "]\n";
    }
    const char *summary = findings.empty() ? "check.clean" : "check.findings";
    streams.out << words(summary, {{"count", findings.size()}}, streams.language) << '\n';
}

void printFindings(const std::vector<check::Finding> &findings, const Streams &streams)
{
    OrderedJson list = OrderedJson::array();
    for (const check::Finding &finding : findings) {
        list.push_back(toJson(finding, streams.language));
    }
    streams.out << OrderedJson{{"findings", list}}.dump(2, ' ', false, OrderedJson::error_handler_t::replace)
                << '\n';
}

} // namespace

LocalText FormsCheckCommand::summary() const
{
    return {"检查定义：格式、引用、条件、约束、依赖、文字",
        "Checks definitions: shape, references, conditions, constraints, dependencies, texts"};
}

LocalText FormsCheckCommand::description() const
{
    return {"--json 输出 {\"findings\":[{\"file\",\"path\",\"key\",\"arguments\",\"message\"}]}；path "
            "是文件内的 JSON 指针。\n"
            "退出码：0 没有问题，1 有问题，2 用法有误或文件夹读不了。",
        "--json prints {\"findings\":[{\"file\",\"path\",\"key\",\"arguments\",\"message\"}]}; path is the "
        "JSON pointer in the file.\n"
        "Exit code: 0 nothing found, 1 findings, 2 wrong usage or a folder that cannot be read."};
}

std::vector<Option> FormsCheckCommand::options() const
{
    return {formsOption(), jsonOption()};
}

ExitCode FormsCheckCommand::run(const Arguments &arguments, const Streams &streams) const
{
    const auto files = platform::readTextFiles(formsFolder(arguments), ".json");
    if (!files) {
        streams.error << describe(files.failure(), streams.language) << '\n';
        return ExitCode::Unusable;
    }
    const auto findings = check::check(*files, seal::sha256);
    if (arguments.has("json")) {
        printFindings(findings, streams);
    } else {
        print(findings, streams);
    }
    return findings.empty() ? ExitCode::Fine : ExitCode::Findings;
}

} // namespace quanke::cli
