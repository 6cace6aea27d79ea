#include "cli/words.h"

#include "cli/common/devicewords.h"
#include "cli/formswords.h"
#include "cli/gatewaywords.h"
#include "core/base/placeholders.h"

#include <map>

namespace quanke::cli {

namespace {

const std::map<std::string_view, LocalText> &table()
{
    static const std::map<std::string_view, LocalText> texts{
        {"usage.line", {"用法：quanke {command} [选项]", "Usage: quanke {command} [options]"}},
        {"usage.commands", {"命令：", "Commands:"}},
        {"usage.options", {"选项：", "Options:"}},
        {"usage.required", {"（必填）", " (required)"}},
        {"usage.more",
            {"各命令的选项见 quanke <命令> --help。退出码：0 正常，1 查出问题，2 用法或输入有误。",
                "See quanke <command> --help for options. Exit codes: 0 fine, 1 findings, 2 wrong usage or "
                "input."}},
        {"usage.help", {"显示本说明", "show this help"}},
        {"usage.lang", {"说明文字的语言，zh_CN（默认）或 en", "language of texts, zh_CN (default) or en"}},
        {"usage.unknown-command",
            {"没有命令“{command}”。请用 quanke --help 查看全部命令。",
                "There is no command \"{command}\". quanke --help lists them all."}},
        {"usage.unknown-option",
            {"不认识选项 {option}。请用 --help 查看可用选项。",
                "Unknown option {option}. --help lists what there is."}},
        {"usage.missing-value", {"选项 {option} 后面缺少值。", "Option {option} wants a value behind it."}},
        {"usage.missing-option",
            {"缺少 {option}。请补上后再试。", "{option} is missing. Give it and try again."}},
        {"usage.twice", {"{option} 给了两次，请只给一次。", "{option} is given twice; give it once."}},
        {"usage.surplus", {"多出了“{option}”，请去掉。", "\"{option}\" is too much; leave it out."}},
        {"check.clean", {"没有发现问题。", "Nothing found."}},
        {"check.findings", {"发现 {count} 个问题。", "{count} findings."}},
        {"json.too-large",
            {"{path}：超过 {limit} 字节，请检查是否给错了文件。",
                "{path}: more than {limit} bytes; is it the right file?"}},
        {"json.too-deep",
            {"{path}：嵌套超过 {limit} 层，请改浅。",
                "{path}: nested deeper than {limit} levels; flatten it."}},
        {"json.malformed",
            {"{path}：第 {byte} 字节处不是合法的 JSON，请改正。",
                "{path}: no well-formed JSON at byte {byte}; mend it there."}},
        {"json.duplicate-key",
            {"{path}：成员“{member}”出现两次，请删去一个。",
                "{path}: member \"{member}\" stands twice; remove one."}},
        {"folder.missing", {"没有文件夹 {path}，请检查路径。", "There is no folder {path}; check the path."}},
        {"folder.unreadable",
            {"文件夹 {path} 读不了，请检查权限。", "Folder {path} cannot be read; check its permissions."}},
        {"folder.too-large",
            {"文件夹 {path} 里文件超过 {limit} 个，请检查路径。",
                "Folder {path} holds more than {limit} files; check the path."}},
        {"file.missing", {"没有文件 {path}，请检查路径。", "There is no file {path}; check the path."}},
        {"file.unreadable",
            {"文件 {path} 读不了，请检查权限。", "File {path} cannot be read; check its permissions."}},
        {"file.too-large", {"文件 {path} 超过 {limit} 字节。", "File {path} is larger than {limit} bytes."}},
    };
    return texts;
}

const LocalText *textOf(std::string_view key)
{
    for (const auto *texts : {&table(), &formsWords(), &gatewayWords(), &deviceWords(), &secureLinkWords()}) {
        if (const auto found = texts->find(key); found != texts->end()) {
            return &found->second;
        }
    }
    return nullptr;
}

} // namespace

std::string words(std::string_view key, const Json &arguments, Language language)
{
    const LocalText *text = textOf(key);
    return text ? withArguments(text->in(language), arguments, language) : std::string(key);
}

std::string describe(const Failure &failure, Language language)
{
    return textOf(failure.key) ? words(failure.key, failure.arguments, language)
                               : failure.key + ' ' + failure.arguments.dump();
}

} // namespace quanke::cli
