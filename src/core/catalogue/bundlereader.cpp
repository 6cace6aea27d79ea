#include "core/catalogue/definitionreader.h"
#include "core/catalogue/objectreader.h"

namespace quanke::catalogue {

namespace {

BundleMatter readBundleMatter(ObjectReader &reader)
{
    BundleMatter matter;
    matter.matter = reader.text("matter");
    matter.mandatory = reader.flag("mandatory");
    matter.version = reader.textOr("version", {});
    matter.sha256 = reader.textOr("sha256", {});
    if (const Json *condition = reader.object("offerIf")) {
        matter.offerIf = *condition;
    }
    return matter;
}

Section readSection(ObjectReader &reader)
{
    return {.id = reader.text("id"), .title = reader.localText("title"), .roles = reader.texts("roles")};
}

} // namespace

Bundle readBundle(const Json &json, const Place &place, Reports &reports)
{
    ObjectReader reader(&json, place, reports);
    reader.any("$schema");
    reader.any("notes");
    Bundle bundle;
    bundle.id = reader.text("id");
    bundle.version = reader.text("version");
    bundle.name = reader.localText("name");
    bundle.audience = reader.textOr("audience", {});
    bundle.lifeCycle = reader.localTextOr("lifeCycle", {});
    bundle.words = reader.texts("words");
    bundle.situations = reader.texts("situations");
    const auto read = [&reader](const char *name, auto &into, auto &&item) {
        const Json *list = reader.list(name);
        const Place below = reader.placeOf(name);
        for (std::size_t i = 0; list && i < list->size(); ++i) {
            ObjectReader itemReader(&(*list)[i], below.below(i), reader.reports());
            into.push_back(item(itemReader));
        }
    };
    read("matters", bundle.matters, readBundleMatter);
    read("sections", bundle.sections, readSection);
    return bundle;
}

} // namespace quanke::catalogue
