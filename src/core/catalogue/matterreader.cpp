#include "core/catalogue/matterreader.h"

#include "core/catalogue/objectreader.h"

#include <functional>

namespace quanke::catalogue {

namespace {

/// Reads every item of the list `name` with its own reader.
void forEach(ObjectReader &reader, const char *name, const std::function<void(ObjectReader &)> &read)
{
    const Json *list = reader.list(name);
    if (!list) {
        return;
    }
    const Place place = reader.placeOf(name);
    for (std::size_t i = 0; i < list->size(); ++i) {
        ObjectReader item(&(*list)[i], place.below(i), reader.reports());
        read(item);
    }
}

CaseType caseTypeFrom(ObjectReader &reader, CaseType otherwise)
{
    if (!reader.any("caseType")) {
        return otherwise;
    }
    return reader.word("caseType", {"instant", "committed"}) == 0 ? CaseType::Instant : CaseType::Committed;
}

Limit limitFrom(ObjectReader &reader, const char *name, const Limit &otherwise)
{
    const Json *json = reader.object(name);
    if (!json) {
        return otherwise;
    }
    ObjectReader limit(json, reader.placeOf(name), reader.reports());
    return {.value = limit.integer("value"),
        .unit = LimitUnit(limit.word("unit", {"working-day", "day", "month", "year"})),
        .basis = limit.localTextOr("basis", {}),
        .illustrative = limit.flag("illustrative")};
}

Variant variantFrom(ObjectReader &reader, const Matter &matter)
{
    Variant variant;
    if (const Json *condition = reader.object("if")) {
        variant.condition = *condition;
    }
    variant.caseType = caseTypeFrom(reader, matter.caseType);
    variant.statutory = limitFrom(reader, "statutoryLimit", matter.statutory);
    variant.committed = limitFrom(reader, "committedLimit", matter.committed);
    return variant;
}

MatterResult resultFrom(ObjectReader &reader)
{
    const Json *json = reader.object("result");
    if (!json) {
        return {};
    }
    ObjectReader result(json, reader.placeOf("result"), reader.reports());
    return {.name = result.localText("name"),
        .validity = result.localTextOr("validity", {}),
        .electronic = result.flag("electronic"),
        .licenceType = result.textOr("licenceType", {}),
        .outputs = result.texts("outputs")};
}

void readHandling(ObjectReader &reader, Matter &matter)
{
    matter.caseType = caseTypeFrom(reader, CaseType::Committed);
    matter.statutory = limitFrom(reader, "statutoryLimit", {});
    matter.committed = limitFrom(reader, "committedLimit", {});
    forEach(reader, "variants",
        [&](ObjectReader &item) { matter.variants.push_back(variantFrom(item, matter)); });
    if (const Json *json = reader.object("fee")) {
        ObjectReader fee(json, reader.placeOf("fee"), reader.reports());
        matter.fee = {.charged = fee.flag("charged"), .text = fee.localTextOr("text", {})};
    }
    forEach(reader, "legalBasis", [&](ObjectReader &item) {
        matter.basis.push_back({item.text("text"), item.textOr("article", {}), item.flag("verified")});
    });
    matter.words = reader.texts("words");
    matter.channels = reader.texts("channels");
}

void readRelations(ObjectReader &reader, Matter &matter)
{
    forEach(reader, "dependsOn", [&](ObjectReader &item) {
        matter.dependsOn.push_back({.matter = item.text("matter"),
            .hard = item.word("kind", {"soft", "hard"}) == 1,
            .needs = item.texts("needs"),
            .reason = item.localTextOr("reason", {})});
    });
    forEach(reader, "reviewPoints", [&](ObjectReader &item) {
        matter.reviewPoints.push_back({.id = item.text("id"),
            .substance = item.word("kind", {"form", "substance"}) == 1,
            .machine = item.word("check", {"human", "machine"}) == 1,
            .text = item.localText("text"),
            .keys = item.texts("keys")});
    });
    matter.result = resultFrom(reader);
}

} // namespace

Matter readMatter(Json document, const Place &place, Reports &reports)
{
    Matter matter;
    {
        ObjectReader file(&document, place, reports);
        for (const char *schemaMember : {"$schema", "$id", "title", "description", "type", "properties",
                 "required", "allOf", "x-qk-asserts", "x-qk-derived", "$defs"}) {
            file.any(schemaMember);
        }
        const Json *json = file.object("x-qk-matter");
        ObjectReader reader(json, file.placeOf("x-qk-matter"), reports);
        matter.id = reader.text("id");
        matter.version = reader.text("version");
        matter.name = reader.localText("name");
        matter.shortName = reader.localTextOr("short", matter.name);
        matter.kind = reader.localTextOr("kind", {});
        matter.department = reader.text("department");
        matter.tier = reader.textOr("tier", "county");
        reader.any("notes");
        readHandling(reader, matter);
        readRelations(reader, matter);
    }
    if (document.is_object()) {
        for (const char *member : {"x-qk-matter", "$schema", "$id", "title", "description"}) {
            document.erase(member);
        }
        matter.schema = std::move(document);
    }
    return matter;
}

} // namespace quanke::catalogue
