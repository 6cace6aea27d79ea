#include "cli/formswords.h"

namespace quanke::cli {

namespace {

using Texts = std::map<std::string_view, LocalText>;

const Texts &failures()
{
    static const Texts texts{
        {"usage.unknown-kind",
            {"--as 只能是 json-schema，给的是“{given}”。", "--as can be json-schema, not \"{given}\"."}},
        {"usage.schema-or-bundle", {"请给 --schema，或者给 --bundle。", "Give --schema, or --bundle."}},
        {"usage.not-a-day",
            {"“{given}”不是日期，请写成 2026-11-24。", "\"{given}\" is no day; write it as 2026-11-24."}},
        {"values.not-an-object",
            {"{path}：应为 JSON 对象 {键: 值}。", "{path}: should be a JSON object {key: value}."}},
        {"answers.not-a-text",
            {"情形“{situation}”的答案应为文字，例如 \"lease\"。",
                "The answer to \"{situation}\" should be a text, for example \"lease\"."}},
        {"bench.edits",
            {"第 {index} 项修改的 path 应为 [键] 或 [键, 行, 列]（从 0 数起）。",
                "Edit {index} (from 0): its path should be [key] or [key, row, column]."}},
        {"compose.unknown-bundle", {"没有一件事“{bundle}”。", "There is no bundle \"{bundle}\"."}},
        {"compose.unknown-matter",
            {"一件事里没有事项“{matter}”。", "The bundle has no matter \"{matter}\"."}},
        {"compose.unknown-situation",
            {"这件事不问情形“{situation}”。", "The bundle does not ask \"{situation}\"."}},
        {"compose.unknown-answer",
            {"情形“{situation}”没有答案“{answer}”。", "\"{answer}\" is no answer to \"{situation}\"."}},
        {"compose.contradiction",
            {"{first} 与 {second} "
             "对字段“{key}”的要求相互矛盾（{keyword}），任何填法都不成立；请改其中一方的定义。",
                "{first} and {second} contradict each other about \"{key}\" ({keyword}): nothing satisfies "
                "both; change "
                "one of the definitions."}},
        {"form.circle",
            {"这些字段的显示条件互相依赖成环：{keys}。请断开其中一处。",
                "Whether these fields show depends on itself: {keys}. Break the circle."}},
        {"form.too-large",
            {"表单太大，请减少事项或字段。", "The form is too large; use fewer matters or fields."}},
        {"profile.unknown-keyword",
            {"{path}：关键字“{keyword}”不在支持范围内，请改用支持的关键字。",
                "{path}: keyword \"{keyword}\" is outside the profile; use one inside it."}},
        {"profile.unsupported",
            {"{path}：这里不支持关键字“{keyword}”的这种用法。",
                "{path}: \"{keyword}\" cannot be used in this way here."}},
        {"profile.malformed",
            {"{path}：关键字“{keyword}”的值写法不对。",
                "{path}: the value of \"{keyword}\" has the wrong shape."}},
        {"profile.reference",
            {"{path}：引用“{reference}”在文件里找不到。",
                "{path}: there is no \"{reference}\" in the file."}},
        {"profile.circle", {"{path}：定义包含了自己。", "{path}: the definition contains itself."}},
        {"profile.pattern",
            {"{path}：正则表达式“{pattern}”不能用（RE2）。",
                "{path}: pattern \"{pattern}\" cannot be used (RE2)."}},
        {"profile.logic", {"{path}：规则写法不对。", "{path}: the rule is not well-formed."}},
    };
    return texts;
}

const Texts &results()
{
    static const Texts texts{
        {"compose.savings",
            {"分别办理要填 {fieldsSeparately} 个字段、交 {materialsSeparately} 份材料；合成后 {fieldsMerged} "
             "个字段、{materialsMerged} 份材料。",
                "One by one: {fieldsSeparately} fields, {materialsSeparately} documents; together: "
                "{fieldsMerged} fields, "
                "{materialsMerged} documents."}},
        {"compose.unmet",
            {"{matter} 要先有 {missing} 的结果，而 {missing} 没有勾选。",
                "{matter} needs the result of {missing}, which is not ticked."}},
        {"validate.summary",
            {"{errors} 个错误，{warnings} 个警告。", "{errors} errors, {warnings} warnings."}},
        {"problem.required", {"必填", "required"}},
        {"problem.dependentRequired",
            {"填了相关的项，这里也要填", "required with what is filled in elsewhere"}},
        {"problem.type", {"类型不对", "wrong type"}},
        {"problem.enum", {"不在可选的值里", "not one of the values allowed"}},
        {"problem.const", {"不是规定的值", "not the value demanded"}},
        {"problem.oneOf", {"不在可选的值里", "not one of the values allowed"}},
        {"problem.pattern", {"格式不对", "does not match the pattern"}},
        {"problem.format", {"内容不对", "not well-formed"}},
        {"problem.minLength",
            {"至少 {limit} 个字，现有 {length} 个", "at least {limit} characters, there are {length}"}},
        {"problem.maxLength",
            {"最多 {limit} 个字，现有 {length} 个", "at most {limit} characters, there are {length}"}},
        {"problem.minimum", {"不能小于 {limit}", "not below {limit}"}},
        {"problem.maximum", {"不能大于 {limit}", "not above {limit}"}},
        {"problem.exclusiveMinimum", {"必须大于 {limit}", "above {limit}"}},
        {"problem.exclusiveMaximum", {"必须小于 {limit}", "below {limit}"}},
        {"problem.multipleOf", {"必须是 {multiple} 的整数倍", "a multiple of {multiple}"}},
        {"problem.minItems", {"至少 {limit} 项", "at least {limit} items"}},
        {"problem.maxItems", {"最多 {limit} 项", "at most {limit} items"}},
        {"problem.uniqueItems", {"有重复的项", "items must differ"}},
        {"problem.scale", {"最多 {scale} 位小数", "at most {scale} decimals"}},
        {"problem.derived", {"应为系统算出的 {expected}", "should be {expected}, which is computed"}},
        {"problem.other", {"不满足 {keyword}", "does not satisfy {keyword}"}},
    };
    return texts;
}

} // namespace

const std::map<std::string_view, LocalText> &formsWords()
{
    static const Texts texts = [] {
        Texts all = failures();
        all.insert(results().begin(), results().end());
        return all;
    }();
    return texts;
}

} // namespace quanke::cli
