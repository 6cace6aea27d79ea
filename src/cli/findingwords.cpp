#include "cli/findingwords.h"

#include "core/base/placeholders.h"

#include <map>
#include <string_view>

namespace quanke::cli {

namespace {

using Texts = std::map<std::string_view, LocalText>;

const Texts &shapeTexts()
{
    static const Texts texts{
        {"json.malformed",
            {"第 {byte} 字节处不是合法的 JSON，请改正。",
                "Not well-formed JSON at byte {byte}; mend it there."}},
        {"json.duplicate-key",
            {"成员“{member}”出现两次，请删去一个。", "Member \"{member}\" stands twice; remove one."}},
        {"json.too-deep",
            {"嵌套超过 {limit} 层，请改浅。", "Nested deeper than {limit} levels; flatten it."}},
        {"json.too-large", {"超过 {limit} 字节，请拆分。", "Larger than {limit} bytes; split it."}},
        {"definition.missing", {"缺少这个文件，请补上。", "This file is missing; add it."}},
        {"definition.malformed",
            {"成员“{member}”缺失或写法不对，请照 forms/schema 改正。",
                "Member \"{member}\" is missing or not of the right form; see forms/schema."}},
        {"definition.unknown-keyword",
            {"关键字“{keyword}”不在允许的范围内，请改用允许的关键字或 x-qk- 前缀。",
                "Keyword \"{keyword}\" is outside the closed list; use one of the list, or an x-qk- one."}},
        {"definition.unknown-member",
            {"不认识成员“{member}”，请检查拼写或删去。",
                "Member \"{member}\" is not known here; check its spelling or remove it."}},
        {"definition.reference",
            {"引用“{reference}”找不到，请检查文件名和定义名。",
                "Reference \"{reference}\" leads nowhere; check the file's and the definition's name."}},
        {"definition.circle",
            {"这个定义引用了自己，请去掉循环。", "This definition contains itself; break the circle."}},
        {"definition.twice",
            {"编号“{id}”已被另一个文件使用，请改编号。",
                "Id \"{id}\" is taken by another file; choose another."}},
        {"calendar.malformed",
            {"日历文件写法不对（年份、日期不存在或重复），请照 forms/schema 改正。",
                "Not a calendar (year, a day that does not exist or stands twice); see forms/schema."}},
        {"text.language-missing",
            {"缺少 {language} 文字，请补上。", "The text in {language} is missing; add it."}},
        {"message.missing",
            {"没有消息“{message}”，请在 forms/messages 的两种语言里补上。",
                "There is no message \"{message}\"; add it in both languages of forms/messages."}},
        {"message.one-language",
            {"消息“{message}”缺少 {language}，请补上。", "Message \"{message}\" has no {language}; add it."}},
        {"message.placeholders",
            {"消息“{message}”两种语言的占位符不一致，请改成一样。",
                "The placeholders of message \"{message}\" differ between the languages; make them agree."}},
    };
    return texts;
}

const Texts &referenceTexts()
{
    static const Texts texts{
        {"reference.department",
            {"没有部门“{department}”，请在 departments.json 里登记或改正。",
                "There is no department \"{department}\"; enter it in departments.json or mend the name."}},
        {"reference.role",
            {"没有角色“{role}”，请在 roles.json 里登记或改正。",
                "There is no role \"{role}\"; enter it in roles.json or mend the name."}},
        {"reference.element",
            {"没有数据元“{name}”，请在 elements.json 里登记或改正。",
                "There is no element \"{name}\"; enter it in elements.json or mend the name."}},
        {"reference.situation",
            {"没有情形“{name}”，请在 situations.json 里登记或改正。",
                "There is no situation \"{name}\"; enter it in situations.json or mend the name."}},
        {"reference.material",
            {"没有材料“{name}”，请在 materials.json 里登记或改正。",
                "There is no material \"{name}\"; enter it in materials.json or mend the name."}},
        {"reference.matter",
            {"没有事项“{matter}”，请改正编号或补上该事项。",
                "There is no matter \"{matter}\"; mend the id or add the matter."}},
        {"reference.key",
            {"没有字段或材料“{name}”，请改正。", "There is no field or material \"{name}\" here; mend it."}},
        {"reference.mismatch",
            {"本键应引用“{wanted}”，请改正 $ref。", "This key must refer to \"{wanted}\"; mend its $ref."}},
        {"provided.no-output",
            {"事项 {matter} 的结果不产生“{key}”，请改正 x-qk-providedBy 或补上 outputs。",
                "The result of {matter} does not bring \"{key}\"; mend x-qk-providedBy or its outputs."}},
    };
    return texts;
}

const Texts &bundleTexts()
{
    static const Texts texts{
        {"bundle.version",
            {"事项 {matter} 固定为 {pinned} 版，实际是 {actual} 版，请更新。",
                "{matter} is pinned at version {pinned}, but it is {actual}; bring the pin up to date."}},
        {"bundle.digest",
            {"事项 {matter} 的文件与固定的摘要不符，确认无误后请改为 {actual}。",
                "The file of {matter} does not have the pinned digest; if it is meant, pin {actual}."}},
        {"bundle.situation-missing",
            {"事项 {matter} 用到情形“{situation}”，请加入本一件事的 situations。",
                "{matter} reads situation \"{situation}\"; ask it in this bundle's situations."}},
        {"bundle.situation-unused",
            {"没有事项用到情形“{situation}”，请删去。",
                "No matter reads situation \"{situation}\"; remove it."}},
        {"bundle.role-missing",
            {"角色“{role}”的字段（如 {key}，事项 {matter}）没有章节可放，请加入某个章节。",
                "Fields of role \"{role}\" ({key} of {matter}) have no section; add the role to one."}},
        {"dependency.circle",
            {"这些事项互为前件：{matters}。请去掉一个依赖。",
                "These matters wait for each other: {matters}. Remove one dependency."}},
        {"material.unused",
            {"没有事项用到材料 {material}，请删去或在事项里使用。",
                "No matter asks for material {material}; remove it or use it."}},
        {"material.need",
            {"材料 {material} 的 need 应为 required、tolerable 或 optional，请改正。",
                "The need of material {material} must be required, tolerable or optional; mend it."}},
        {"material.tolerance",
            {"材料 {material} 的份数或容缺天数不对：容缺须写 tolerateDays，其他不写。",
                "Copies or days of material {material} are wrong: tolerable ones have tolerateDays, others "
                "none."}},
        {"material.required",
            {"材料 {material} 为 {need}，与 required 不一致：只有 required 的材料写入 required。",
                "Material {material} is {need}, which `required` contradicts: only required ones stand "
                "there."}},
        {"fills.key",
            {"没有事项用到字段“{key}”，请改正 x-qk-fills。",
                "No matter has a field \"{key}\"; mend x-qk-fills."}},
        {"fills.answer",
            {"“{answer}”不是本情形的选项，请改正。",
                "\"{answer}\" is no answer of this situation; mend it."}},
        {"fills.value",
            {"{value} 不是字段 {key} 允许的值，请改正。", "{value} is no value that {key} allows; mend it."}},
    };
    return texts;
}

const Texts &formTexts()
{
    static const Texts texts{
        {"condition.vacuous",
            {"条件测试“{property}”却没有写入同层的 required，字段为空时条件也成立，请补上。",
                "The condition tests \"{property}\" without requiring it, so it holds when there is none; "
                "add it to the required beside it."}},
        {"condition.undeclared",
            {"条件用到“{property}”，但本事项没有声明它，请声明或改正。",
                "The condition asks about \"{property}\", which is not declared here; declare it or mend the "
                "name."}},
        {"condition.not-always-shown",
            {"条件用到“{property}"
             "”，但它只在另一个条件下才声明；请在所有条件之外声明它，或改用总会显示的字段。",
                "The condition asks about \"{property}\", which is declared under another condition only; "
                "declare it "
                "outside all conditions, or ask about a field that always shows."}},
        {"condition.unreachable",
            {"没有任何回答能使条件成立：{condition}。请改正取值或外层条件。",
                "No answer can make this condition hold: {condition}. Mend its values or the conditions "
                "around it."}},
        {"condition.circle",
            {"这些字段的显示或取值互相依赖：{keys}。请去掉一处。",
                "These fields depend on each other: {keys}. Remove one of the dependencies."}},
        {"required.undeclared",
            {"required 里的“{property}”没有声明，请声明或删去。",
                "\"{property}\" is required but not declared; declare it or remove it."}},
        {"constraint.contradiction",
            {"事项 {matter} 与 {otherMatter}（{otherFile}{otherPath}）对“{key}”的 {keyword} "
             "约束互相矛盾，没有值能同时满足，请改其中一处。",
                "{matter} and {otherMatter} ({otherFile}{otherPath}) contradict each other about {keyword} "
                "of \"{key}\": no value satisfies both; change one of them."}},
        {"constraint.empty",
            {"“{key}”的约束自相矛盾（{keyword}），没有值能满足，请改正。",
                "The constraints of \"{key}\" leave no value ({keyword}); mend them."}},
        {"pattern.refused",
            {"正则“{pattern}”不被 RE2 接受（{reason}），请改写。",
                "RE2 refuses the pattern \"{pattern}\" ({reason}); write it another way."}},
        {"pattern.not-portable",
            {"正则“{pattern}”里的“{construct}”各处解释不一，请改用字面范围，如 [0-9]。",
                "\"{construct}\" in the pattern \"{pattern}\" is not read alike everywhere; use literal "
                "ranges such as [0-9]."}},
        {"format.unknown",
            {"没有名为“{format}”的校验，请改正。", "There is no check named \"{format}\"; mend it."}},
        {"format.no-pattern",
            {"format“{format}”旁边须有 pattern，请补上。",
                "A pattern must stand beside format \"{format}\"; add it."}},
        {"logic.unknown-operator",
            {"运算符“{operator}”不在允许的范围内，请改用允许的运算符。",
                "Operator \"{operator}\" is outside the closed list; use one of the list."}},
        {"logic.arguments",
            {"“{operator}”的写法不对，请改正。", "\"{operator}\" is not written as it must be; mend it."}},
        {"logic.undeclared",
            {"规则用到“{variable}”，但本事项没有声明它，请声明或改正。",
                "The rule reads \"{variable}\", which is not declared here; declare it or mend the name."}},
        {"logic.target",
            {"目标“{target}”没有声明，请声明或改正。",
                "Target \"{target}\" is not declared here; declare it or mend the name."}},
        {"logic.severity",
            {"severity 应为 error 或 warning，请改正。", "The severity must be error or warning; mend it."}},
    };
    return texts;
}

} // namespace

std::string describe(const check::Finding &finding, Language language)
{
    for (const Texts *texts : {&shapeTexts(), &referenceTexts(), &bundleTexts(), &formTexts()}) {
        if (const auto found = texts->find(finding.key); found != texts->end()) {
            return withArguments(found->second.in(language), finding.arguments, language);
        }
    }
    return finding.key + ' ' + finding.arguments.dump();
}

} // namespace quanke::cli
