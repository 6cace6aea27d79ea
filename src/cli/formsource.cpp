#include "cli/formsource.h"

#include "cli/commonoptions.h"
#include "cli/words.h"
#include "platform/folder.h"
#include "platform/systemclock.h"

#include <ostream>

namespace quanke::cli {

namespace {

/// {"tenure": "lease"}, also with the keys as they stand in values ("situation/tenure").
Result<form::Answers> answersFrom(const Arguments &arguments)
{
    form::Answers answers;
    if (!arguments.has("answers")) {
        return answers;
    }
    const auto json = readObject(arguments, "answers");
    if (!json) {
        return json.failure();
    }
    for (const auto &[key, value] : json->get_ref<const Json::object_t &>()) {
        if (!value.is_string()) {
            return Failure{"answers.not-a-text", {{"situation", key}}, {}};
        }
        const bool isKey = catalogue::isSituationKey(key);
        answers[isKey ? std::string(catalogue::splitKey(key).element) : key] = value.get<std::string>();
    }
    return answers;
}

} // namespace

std::vector<Option> compositionOptions()
{
    return {formsOption(),
        {"bundle", "ID", {"一件事的编号，例如 BUNDLE-HOTEL", "the bundle's id, for example BUNDLE-HOTEL"},
            Option::Kind::RequiredValue},
        {"tick", "M,M…", {"勾选的事项；不给时为全部事项", "the matters ticked; without it, all of them"}},
        {"answers", "FILE",
            {"情形答案的 JSON 文件：{\"tenure\": \"lease\"}；没有答的用默认答案",
                "JSON file of the answers: {\"tenure\": \"lease\"}; what is not given takes its default"}}};
}

Option valuesOption()
{
    return {"values", "FILE",
        {"填写内容的 JSON 文件：{键: 值}", "JSON file of what is filled in: {key: value}"},
        Option::Kind::RequiredValue};
}

Option todayOption()
{
    return {"today", "YYYY-MM-DD", {"按哪一天检查；默认为今天", "the day to check by; today when not given"}};
}

Result<catalogue::Catalogue> loadCatalogue(const Arguments &arguments)
{
    auto files = platform::readTextFiles(formsFolder(arguments), ".json");
    if (!files) {
        return files.failure();
    }
    return catalogue::Catalogue::load(*files);
}

Result<form::Composition> composeFrom(const catalogue::Catalogue &catalogue, const Arguments &arguments)
{
    const auto answers = answersFrom(arguments);
    if (!answers) {
        return answers.failure();
    }
    return form::compose(catalogue, arguments.value("bundle"), arguments.list("tick"), *answers);
}

Result<Json> readJson(const Arguments &arguments, std::string_view option)
{
    const std::string path = arguments.value(option);
    const auto text = platform::readFile(path);
    if (!text) {
        return text.failure();
    }
    auto json = parseJson(*text);
    if (!json) {
        Failure failure = json.failure();
        failure.arguments["path"] = path;
        return failure;
    }
    return json;
}

Result<Json> readObject(const Arguments &arguments, std::string_view option)
{
    auto json = readJson(arguments, option);
    if (json && !json->is_object()) {
        return Failure{"values.not-an-object", {{"path", arguments.value(option)}}, {}};
    }
    return json;
}

Result<Date> todayFrom(const Arguments &arguments)
{
    if (!arguments.has("today")) {
        return dayInChina(platform::SystemClock().now());
    }
    const auto day = parseDate(arguments.value("today"));
    return day ? Result<Date>(*day) : Failure{"usage.not-a-day", {{"given", arguments.value("today")}}, {}};
}

ExitCode refuse(const Failure &failure, const Streams &streams)
{
    streams.error << describe(failure, streams.language) << '\n';
    return ExitCode::Unusable;
}

void printJson(const OrderedJson &json, const Streams &streams)
{
    streams.out << json.dump(2, ' ', false, OrderedJson::error_handler_t::replace) << '\n';
}

} // namespace quanke::cli
