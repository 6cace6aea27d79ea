#include "cli/formsvalidatecommand.h"

#include "cli/commonoptions.h"
#include "cli/formsource.h"
#include "cli/words.h"
#include "core/engine/delta.h"

#include <algorithm>
#include <optional>
#include <ostream>

namespace quanke::cli {

namespace {

using form::Problem;

/// Words of the definitions where there are any, else our own.
std::string messageOf(
    const Problem &problem, const std::optional<catalogue::Catalogue> &catalogue, Language language)
{
    if (catalogue) {
        return catalogue->message(problem.messageKey, problem.arguments, language);
    }
    const std::string key = "problem." + problem.keyword;
    const std::string text = words(key, problem.arguments, language);
    return text == key ? words("problem.other", {{"keyword", problem.keyword}}, language) : text;
}

OrderedJson toJson(const Problem &problem, const std::string &message)
{
    OrderedJson json{
        {"field", problem.field}, {"row", problem.row < 0 ? OrderedJson() : OrderedJson(problem.row)}};
    if (!problem.column.empty()) {
        json["column"] = problem.column;
    }
    json["keyword"] = problem.keyword;
    json["severity"] = problem.severity == form::Severity::Error ? "error" : "warning";
    json["messageKey"] = problem.messageKey;
    json["arguments"] = problem.arguments;
    json["message"] = message;
    json["matters"] = problem.matters;
    return json;
}

std::string placeOf(
    const Problem &problem, const std::optional<catalogue::Catalogue> &catalogue, Language language)
{
    const std::string text = engine::pathOf(problem.field, problem.row, problem.column);
    const std::string label = catalogue ? catalogue->labelOfKey(problem.field).in(language) : problem.field;
    return label == problem.field ? text : label + " (" + text + ")";
}

void print(const std::vector<Problem> &problems, const std::optional<catalogue::Catalogue> &catalogue,
    const Streams &streams)
{
    for (const Problem &problem : problems) {
        streams.out << (problem.severity == form::Severity::Error ? "! " : "? ")
                    << placeOf(problem, catalogue, streams.language) << ": "
                    << messageOf(problem, catalogue, streams.language) << " [" << problem.keyword << "]\n";
    }
    const auto errors = std::ranges::count(problems, form::Severity::Error, &Problem::severity);
    streams.out << words("validate.summary",
        {{"errors", errors}, {"warnings", static_cast<std::ptrdiff_t>(problems.size()) - errors}},
        streams.language)
                << '\n';
}

Result<std::shared_ptr<const form::CompiledForm>> compileFrom(
    const Arguments &arguments, const std::optional<catalogue::Catalogue> &catalogue)
{
    if (arguments.has("schema")) {
        const auto schema = readJson(arguments, "schema");
        return schema ? form::CompiledForm::compile(*schema) : schema.failure();
    }
    const auto composition = composeFrom(*catalogue, arguments);
    if (!composition) {
        return composition.failure();
    }
    const auto materials =
        arguments.has("without-materials") ? form::MaterialsChecked::No : form::MaterialsChecked::Yes;
    return form::CompiledForm::compile(*catalogue, *composition, materials);
}

} // namespace

LocalText FormsValidateCommand::summary() const
{
    return {"检查填写内容", "Checks what is filled in"};
}

LocalText FormsValidateCommand::description() const
{
    static const std::string shape = "  "
                                     "{\"problems\":[{\"field\",\"row\",\"keyword\",\"severity\":\"error|"
                                     "warning\",\"messageKey\",\"arguments\",\n"
                                     "     \"message\",\"matters\":[…]}]}\n";
    return {"要么给 --bundle（可加 --forms、--tick、--answers），要么给 "
            "--schema：用同一引擎检查任何符合我们范围的\n"
            "JSON Schema；用了范围以外关键字的会被指名拒绝，退出码 2。\n--json 输出：\n"
            + shape
            + "row 为 null 或重复组的行号（从 0 起），此时另有 column；按表单的顺序。\n"
              "退出码：0 没有错误（可有警告），1 有错误，2 用法或输入有误。",
        "Give either --bundle (with --forms, --tick, --answers), or --schema: the same engine on any JSON "
        "Schema of\n"
        "our profile; one that uses a keyword outside it is refused by name, exit code 2.\n--json prints\n"
            + shape
            + "row is null, or the row of a repeating group (from 0), and then there is a column; in the "
              "order of the form.\n"
              "Exit code: 0 no errors (warnings there may be), 1 errors, 2 wrong usage or input."};
}

std::vector<Option> FormsValidateCommand::options() const
{
    auto options = compositionOptions();
    for (Option &option : options) {
        option.kind = Option::Kind::Value;
    }
    options.push_back(
        {"schema", "FILE", {"一个 JSON Schema，代替 --bundle", "a JSON Schema, instead of --bundle"}});
    options.push_back(valuesOption());
    options.push_back({"without-materials", {},
        {"只检查字段，不检查材料", "check the fields alone, not the materials"}, Option::Kind::Flag});
    options.push_back(todayOption());
    options.push_back(jsonOption());
    return options;
}

ExitCode FormsValidateCommand::run(const Arguments &arguments, const Streams &streams) const
{
    if (!arguments.has("schema") && !arguments.has("bundle")) {
        return refuse({"usage.schema-or-bundle", Json::object(), {}}, streams);
    }
    std::optional<catalogue::Catalogue> catalogue;
    if (arguments.has("bundle")) {
        auto loaded = loadCatalogue(arguments);
        if (!loaded) {
            return refuse(loaded.failure(), streams);
        }
        catalogue = std::move(*loaded);
    }
    const auto today = todayFrom(arguments);
    if (!today) {
        return refuse(today.failure(), streams);
    }
    auto values = readObject(arguments, "values");
    if (!values) {
        return refuse(values.failure(), streams);
    }
    const auto compiled = compileFrom(arguments, catalogue);
    if (!compiled) {
        return refuse(compiled.failure(), streams);
    }
    form::FormState state(*compiled, *today);
    state.setValues(std::move(*values));
    const auto problems = state.problems();
    if (arguments.has("json")) {
        OrderedJson list = OrderedJson::array();
        for (const Problem &problem : problems) {
            list.push_back(toJson(problem, messageOf(problem, catalogue, streams.language)));
        }
        printJson({{"problems", std::move(list)}}, streams);
    } else {
        print(problems, catalogue, streams);
    }
    const bool wrong =
        std::ranges::find(problems, form::Severity::Error, &Problem::severity) != problems.end();
    return wrong ? ExitCode::Findings : ExitCode::Fine;
}

} // namespace quanke::cli
