#include "cli/formssplitcommand.h"

#include "cli/commonoptions.h"
#include "cli/formsource.h"

#include <ostream>

namespace quanke::cli {

namespace {

OrderedJson toJson(const form::MatterPart &part)
{
    OrderedJson materials = OrderedJson::array();
    for (const auto &[id, files] : part.materials) {
        materials.push_back(id);
    }
    return {{"values", part.values}, {"materials", std::move(materials)}};
}

void print(const catalogue::Catalogue &catalogue, const std::map<std::string, form::MatterPart> &parts,
    const Streams &streams)
{
    for (const auto &[matter, part] : parts) {
        streams.out << matter << ' ' << catalogue.matter(matter)->name.in(streams.language) << '\n';
        for (const auto &[key, value] : part.values.get_ref<const Json::object_t &>()) {
            streams.out << "    " << key << ' ' << value.dump() << '\n';
        }
        for (const auto &[id, files] : part.materials) {
            streams.out << "    " << id << ' ' << catalogue.labelOfKey(id).in(streams.language) << '\n';
        }
    }
}

} // namespace

LocalText FormsSplitCommand::summary() const
{
    return {"按事项拆分填写内容", "Splits what is filled in by matter"};
}

LocalText FormsSplitCommand::description() const
{
    return {"每个部门只得到自己的事项要求、当前显示、并且已经填写的内容。\n"
            "--json 输出 {事项: {\"values\":{键: 值},\"materials\":[材料编号…]}}；materials "
            "是填写内容里有文件的材料。\n"
            "退出码：0 正常，2 用法或输入有误。",
        "A department gets what its own matter asks for, as far as it shows and is filled in; nothing more.\n"
        "--json prints {matter: {\"values\":{key: value},\"materials\":[id…]}}; materials are those the "
        "values hold\n"
        "files for.\n"
        "Exit code: 0 fine, 2 wrong usage or input."};
}

std::vector<Option> FormsSplitCommand::options() const
{
    auto options = compositionOptions();
    options.push_back(valuesOption());
    options.push_back(jsonOption());
    return options;
}

ExitCode FormsSplitCommand::run(const Arguments &arguments, const Streams &streams) const
{
    const auto catalogue = loadCatalogue(arguments);
    if (!catalogue) {
        return refuse(catalogue.failure(), streams);
    }
    const auto composition = composeFrom(*catalogue, arguments);
    if (!composition) {
        return refuse(composition.failure(), streams);
    }
    const auto values = readObject(arguments, "values");
    if (!values) {
        return refuse(values.failure(), streams);
    }
    const auto parts = form::split(*catalogue, *composition, *values);
    if (!arguments.has("json")) {
        print(*catalogue, parts, streams);
        return ExitCode::Fine;
    }
    OrderedJson json = OrderedJson::object();
    for (const std::string &matter : composition->ticked) {
        json[matter] = toJson(parts.at(matter));
    }
    printJson(json, streams);
    return ExitCode::Fine;
}

} // namespace quanke::cli
