#include "cli/formscomposecommand.h"

#include "cli/commonoptions.h"
#include "cli/formsource.h"
#include "cli/words.h"

#include <ostream>

namespace quanke::cli {

namespace {

std::string joined(const std::vector<std::string> &names)
{
    std::string text;
    for (const std::string &name : names) {
        text += (text.empty() ? "" : " ") + name;
    }
    return text;
}

void print(
    const catalogue::Catalogue &catalogue, const form::Composition &composition, const Streams &streams)
{
    const Language language = streams.language;
    const auto &savings = composition.savings;
    streams.out << catalogue.bundle(composition.bundle)->name.in(language) << " ("
                << joined(composition.ticked) << ")\n"
                << words("compose.savings",
                       {{"fieldsSeparately", savings.fieldsSeparately},
                           {"fieldsMerged", savings.fieldsMerged},
                           {"materialsSeparately", savings.materialsSeparately},
                           {"materialsMerged", savings.materialsMerged}},
                       language)
                << '\n';
    for (const auto &field : composition.fields) {
        streams.out << (field.required ? "  * " : "    ") << field.key << "  "
                    << catalogue.labelOfKey(field.key).in(language)
                    << (field.providedBy.empty() ? "" : "  <- " + field.providedBy) << '\n';
    }
    const OrderedJson printed = form::toJson(composition);
    for (const OrderedJson &material : printed.at("materials")) {
        const auto id = material.at("id").get<std::string>();
        streams.out << "  " << id << "  " << catalogue.labelOfKey(id).in(language) << "  ["
                    << material.at("need").get<std::string>() << ", "
                    << material.at("source").get<std::string>() << "]\n";
    }
    for (std::size_t stage = 0; stage < composition.stages.size(); ++stage) {
        streams.out << "  " << stage + 1 << ". " << joined(composition.stages[stage]) << '\n';
    }
    for (const auto &[matter, missing] : composition.unmet) {
        streams.out << words("compose.unmet", {{"matter", matter}, {"missing", missing}}, language) << '\n';
    }
}

} // namespace

LocalText FormsComposeCommand::summary() const
{
    return {"把勾选的事项合成一张表", "Composes one form of the matters ticked"};
}

LocalText FormsComposeCommand::description() const
{
    static const std::string shape =
        "  {\"bundle\",\"ticked\":[…],\"fields\":[{\"key\",\"required\",\"matters\":[…],\"providedBy\"}],\n"
        "   "
        "\"materials\":[{\"id\",\"need\":\"required|tolerable|optional\",\"tolerateDays\",\"originals\","
        "\"copies\",\n"
        "     \"matters\":[…],\"source\":\"applicant|library|generated|produced\"}],\n"
        "   \"stages\":[[matter…]…],\"unmet\":[[matter,missing]…],\n"
        "   "
        "\"savings\":{\"fieldsSeparately\",\"fieldsMerged\",\"materialsSeparately\",\"materialsMerged\"}}\n";
    return {"--json 输出：\n" + shape
            + "providedBy 为 null 或由哪个勾选事项的结果带来。\n"
              "--as json-schema 输出按情形答案化简的 JSON Schema "
              "2020-12：以字段键为成员的平面对象，重复组为数组，\n"
              "不含材料；由结果带来、由情形填写或由系统算出的字段为只读，不要求填写。\n"
              "退出码：0 正常，2 用法或输入有误（含相互矛盾的事项）。",
        "--json prints\n" + shape
            + "providedBy is null, or the ticked matter whose result brings the field.\n"
              "--as json-schema prints plain JSON Schema 2020-12 with the answers applied: a flat object "
              "keyed by field\n"
              "key, repeating groups as arrays, without materials; fields that a result brings, an answer "
              "fills or we\n"
              "compute are read-only and not required there.\n"
              "Exit code: 0 fine, 2 wrong usage or input (matters that contradict each other included)."};
}

std::vector<Option> FormsComposeCommand::options() const
{
    auto options = compositionOptions();
    options.push_back(
        {"as", "json-schema", {"输出为 JSON Schema 2020-12", "print JSON Schema 2020-12 instead"}});
    options.push_back(jsonOption());
    return options;
}

ExitCode FormsComposeCommand::run(const Arguments &arguments, const Streams &streams) const
{
    if (arguments.has("as") && arguments.value("as") != "json-schema") {
        return refuse({"usage.unknown-kind", {{"given", arguments.value("as")}}, {}}, streams);
    }
    const auto catalogue = loadCatalogue(arguments);
    if (!catalogue) {
        return refuse(catalogue.failure(), streams);
    }
    const auto composition = composeFrom(*catalogue, arguments);
    if (!composition) {
        return refuse(composition.failure(), streams);
    }
    if (arguments.has("as")) {
        printJson(form::toJsonSchema(*catalogue, *composition), streams);
    } else if (arguments.has("json")) {
        printJson(form::toJson(*composition), streams);
    } else {
        print(*catalogue, *composition, streams);
    }
    return ExitCode::Fine;
}

} // namespace quanke::cli
