#pragma once

#include "core/catalogue/catalogue.h"

namespace quanke::test {

/// What matters are made of: elements, codes, situations, materials, names, messages.
inline catalogue::DefinitionFiles smallDictionary()
{
    return {
        {"codes.json", R"({"$defs": {
            "idType": {"type": "string", "enum": ["111", "414"], "x-qk-standard": "GA/T 2000.156",
                "x-qk-codes": {"414": {"zh_CN": "普通护照", "en": "Passport"}, "111": {"zh_CN": "居民身份证", "en": "Identity card"}}}}})"},
        {"elements.json", R"({"$defs": {
            "person.name": {"type": "string", "maxLength": 81, "pattern": "^[^ -~]+$", "format": "cn-name",
                "x-qk-label": {"zh_CN": "姓名", "en": "Name"}, "x-qk-privacy": "personal", "x-qk-sources": ["idReader"]},
            "person.idType": {"$ref": "codes.json#/$defs/idType", "x-qk-label": {"zh_CN": "证件类型", "en": "ID type"}},
            "person.mobile": {"type": "string", "pattern": "^1[3-9][0-9]{9}$", "format": "cn-mobile",
                "x-qk-label": {"zh_CN": "移动电话", "en": "Mobile phone"}, "x-qk-hint": {"zh_CN": "11位", "en": "11 digits"}},
            "org.name": {"type": "string", "minLength": 4, "x-qk-label": {"zh_CN": "市场主体名称", "en": "Organisation name"}},
            "org.shareholderList": {"type": "array", "minItems": 1, "x-qk-label": {"zh_CN": "股东", "en": "Shareholders"},
                "items": {"type": "object", "required": ["name"], "properties": {
                    "capital": {"type": "number", "x-qk-label": {"zh_CN": "出资额", "en": "Capital"}},
                    "name": {"$ref": "#/$defs/person.name"}}}}}})"},
        {"situations.json", R"({"$defs": {
            "tenure": {"type": "string", "enum": ["own", "lease"], "default": "lease",
                "x-qk-label": {"zh_CN": "自有还是租赁？", "en": "Owned or rented?"},
                "x-qk-codes": {"own": {"zh_CN": "自有", "en": "Owned"}, "lease": {"zh_CN": "租赁", "en": "Rented"}},
                "x-qk-fills": {"org/org.name": {"own": "甲", "lease": "乙"}}}}})"},
        {"materials.json", R"({"$defs": {
            "file": {"type": "object", "properties": {"sha256": {"type": "string"}}, "required": ["sha256"]},
            "M1": {"type": "array", "items": {"$ref": "#/$defs/file"}, "minItems": 1, "x-qk-form": "electronic",
                "x-qk-label": {"zh_CN": "营业执照", "en": "Business licence"}, "x-qk-producedBy": "A-1",
                "x-qk-licence": {"type": "营业执照", "keyedBy": "org/org.name"}}}})"},
        {"roles.json", R"({"securityManager": {"zh_CN": "治安保卫负责人", "en": "Security officer"},
            "org": {"zh_CN": "市场主体", "en": "Organisation"}})"},
        {"departments.json", R"({"market": {"name": {"zh_CN": "县市场监督管理局", "en": "Market Regulation"},
            "short": {"zh_CN": "市监", "en": "Market"}}})"},
        {"divisions.json", R"({"409901": {"zh_CN": "青石县", "en": "Qingshi County"}})"},
        {"messages/zh_CN.json", R"({"required": "请填写", "person.mobile/pattern": "手机号应为11位数字",
            "cn-id.check-digit": "第18位校验码应为 {expected}", "missing": "还差{items}"})"},
        {"messages/en.json",
            R"({"required": "Fill this in", "cn-id.check-digit": "The last digit should be {expected}"})"},
    };
}

/// Two matters, the second waiting for the first, and the bundle of them.
inline catalogue::DefinitionFiles smallMatters()
{
    return {
        {"matters/A-1.json",
            R"({"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "甲", "type": "object",
            "x-qk-matter": {"id": "A-1", "version": "1.0.0", "name": {"zh_CN": "登记", "en": "Registration"},
                "department": "market", "tier": "county", "caseType": "committed",
                "statutoryLimit": {"value": 20, "unit": "working-day"}, "committedLimit": {"value": 3, "unit": "working-day", "illustrative": true},
                "variants": [{"if": {"properties": {"situation/tenure": {"const": "own"}}, "required": ["situation/tenure"]},
                    "caseType": "instant", "committedLimit": {"value": 0, "unit": "working-day"}}],
                "fee": {"charged": false}, "legalBasis": [{"text": "条例", "article": "第八条", "verified": true}],
                "channels": ["online"], "reviewPoints": [{"id": "P1", "kind": "substance", "check": "human",
                    "text": {"zh_CN": "名称相符", "en": "The name agrees"}, "keys": ["org/org.name"]}],
                "result": {"name": {"zh_CN": "营业执照", "en": "Licence"}, "electronic": true, "outputs": ["org/org.name"]}},
            "properties": {"situation/tenure": {"$ref": "../situations.json#/$defs/tenure"},
                "org/org.name": {"$ref": "../elements.json#/$defs/org.name", "maxLength": 60, "minLength": 6},
                "securityManager/person.idType": {"$ref": "../elements.json#/$defs/person.idType"}},
            "required": ["org/org.name"],
            "allOf": [{"if": {"properties": {"situation/tenure": {"const": "own"}}, "required": ["situation/tenure"]},
                "then": {"properties": {"securityManager/person.mobile": {"$ref": "../elements.json#/$defs/person.mobile"}},
                    "required": ["securityManager/person.mobile"]}}]})"},
        {"matters/A-2.json", R"({"type": "object",
            "x-qk-matter": {"id": "A-2", "version": "1.0.0", "name": {"zh_CN": "备案", "en": "Filing"},
                "short": {"zh_CN": "备", "en": "File"}, "department": "market", "caseType": "instant",
                "dependsOn": [{"matter": "A-1", "kind": "hard", "needs": ["M1"]}]},
            "properties": {"M1": {"$ref": "../materials.json#/$defs/M1", "x-qk-material": {"need": "required", "copies": 1}},
                "org/org.name": {"$ref": "../elements.json#/$defs/org.name", "x-qk-providedBy": "A-1"},
                "org/org.shareholderList": {"$ref": "../elements.json#/$defs/org.shareholderList"}},
            "required": ["M1", "org/org.name"]})"},
        {"bundles/b.json",
            R"({"id": "BUNDLE-B", "version": "1.0.0", "name": {"zh_CN": "一件事", "en": "Bundle"},
            "audience": "legal", "words": ["开店"], "situations": ["tenure"],
            "matters": [{"matter": "A-1", "mandatory": true, "version": "1.0.0"}, {"matter": "A-2", "version": "1.0.0",
                "offerIf": {"properties": {"situation/tenure": {"const": "lease"}}, "required": ["situation/tenure"]}}],
            "sections": [{"id": "who", "title": {"zh_CN": "谁", "en": "Who"}, "roles": ["org", "securityManager"]}]})"},
    };
}

/// A set of definitions small enough to read at a glance: one bundle, two matters.
inline catalogue::DefinitionFiles smallSet()
{
    auto files = smallDictionary();
    files.merge(smallMatters());
    return files;
}

/// The set with one text replaced by another in one file.
inline catalogue::DefinitionFiles smallSetWith(
    const std::string &path, const std::string &what, const std::string &by)
{
    auto files = smallSet();
    std::string &text = files.at(path);
    const auto at = text.find(what);
    if (at == std::string::npos) {
        qFatal("nothing to replace");
    }
    text.replace(at, what.size(), by);
    return files;
}

} // namespace quanke::test
