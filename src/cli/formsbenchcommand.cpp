#include "cli/formsbenchcommand.h"

#include "cli/commonoptions.h"
#include "cli/enginetimer.h"
#include "cli/formsource.h"
#include "core/form/formcompiler.h"
#include "platform/folder.h"

#include <algorithm>
#include <chrono>
#include <numeric>
#include <ostream>

namespace quanke::cli {

namespace {

struct Built {
    engine::FormGraph graph;
    double milliseconds = 0; ///< from text, the first time
};

Result<Built> build(const Arguments &arguments)
{
    const auto text = platform::readFile(arguments.value("schema"));
    if (!text) {
        return text.failure();
    }
    const auto start = std::chrono::steady_clock::now();
    const auto schema = parseJson(*text);
    if (!schema) {
        Failure failure = schema.failure();
        failure.arguments["path"] = arguments.value("schema");
        return failure;
    }
    auto graph = form::compileSchema(*schema);
    const std::chrono::duration<double, std::milli> taken = std::chrono::steady_clock::now() - start;
    return graph ? Result<Built>(Built{std::move(*graph), taken.count()}) : graph.failure();
}

} // namespace

LocalText FormsBenchCommand::summary() const
{
    return {"在本机测量引擎的速度，并列出每次修改的影响",
        "Measures the engine on this machine, and lists what each edit changes"};
}

LocalText FormsBenchCommand::description() const
{
    static const std::string shapes = "  [{\"path\":[key] | [key,row,column],\"value\":…}]\n";
    static const std::string output =
        "  {\"build_ms\",\"full_us\",\"change_us\":{\"mean\",\"worst\"},\n"
        "   \"steps\":[{\"errAdd\":[…],\"errDel\":[…],\"shown\":[…],\"hidden\":[…]}]}\n";
    return {"修改文件：\n" + shapes
            + "值为 null 表示清除（重复组里删去该格）；行号超出末尾时补空行。\n--json 输出：\n" + output
            + "build_ms：从文本到可用，只测第一次；full_us：在已有的值上全部重算一遍；change_us：逐个修改，\n"
              "各取多轮的中位数，含算出变化、不含拼文字。errAdd、errDel "
              "是这次修改后由对变错、由错变对的字段\n"
              "（只算错误，必填未填也算错），行内格子写作 键/行/列；shown、hidden 是出现和隐去的字段。\n"
              "退出码：0 正常，2 用法或输入有误，或用了范围以外的关键字（会指名）。",
        "The edits file:\n" + shapes
            + "A null value clears (in a repeating group it takes the cell out); a row beyond the end adds "
              "empty ones.\n"
              "--json prints\n"
            + output
            + "build_ms: from text to ready, the first time; full_us: everything anew on the values held; "
              "change_us:\n"
              "edit by edit, the median of many rounds each, with what changed but without making texts of "
              "it. errAdd\n"
              "and errDel are the fields that this edit turned wrong or right (errors only; required and "
              "missing is\n"
              "wrong), cells of rows as key/row/column; shown and hidden are the fields that came and went.\n"
              "Exit code: 0 fine, 2 wrong usage or input, or a keyword outside the profile (it is named)."};
}

std::vector<Option> FormsBenchCommand::options() const
{
    return {{"schema", "FILE", {"一个符合范围的 JSON Schema", "a JSON Schema of the profile"},
                Option::Kind::RequiredValue},
        valuesOption(),
        {"edits", "FILE", {"修改的 JSON 文件", "JSON file of edits"}, Option::Kind::RequiredValue},
        todayOption(), jsonOption()};
}

ExitCode FormsBenchCommand::run(const Arguments &arguments, const Streams &streams) const
{
    const auto built = build(arguments);
    if (!built) {
        return refuse(built.failure(), streams);
    }
    auto values = readObject(arguments, "values");
    if (!values) {
        return refuse(values.failure(), streams);
    }
    const auto json = readJson(arguments, "edits");
    auto edits = json ? readEdits(*json) : json.failure();
    if (!edits) {
        return refuse(edits.failure(), streams);
    }
    const auto today = todayFrom(arguments);
    if (!today) {
        return refuse(today.failure(), streams);
    }
    EngineTimer timer(built->graph, *today, std::move(*values), std::move(*edits));
    const double full = timer.timeFull();
    const auto times = timer.timeEdits();
    const double mean = times.empty()
        ? 0
        : std::accumulate(times.begin(), times.end(), 0.0) / static_cast<double>(times.size());
    const double worst = times.empty() ? 0 : *std::ranges::max_element(times);
    if (arguments.has("json")) {
        printJson({{"build_ms", built->milliseconds}, {"full_us", full},
                      {"change_us", {{"mean", mean}, {"worst", worst}}}, {"steps", timer.steps()}},
            streams);
    } else {
        streams.out << "build " << built->milliseconds << " ms, full " << full << " us, change mean " << mean
                    << " us, worst " << worst << " us\n";
    }
    return ExitCode::Fine;
}

} // namespace quanke::cli
