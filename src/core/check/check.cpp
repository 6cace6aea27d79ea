#include "core/check/check.h"

#include "core/casework/calendar.h"
#include "core/catalogue/catalogueloader.h"
#include "core/check/rules.h"

namespace quanke::check {

namespace {

/// What the loader says, as findings; the files it could not use.
std::set<std::string> reportShape(const catalogue::Reports &reports, Findings &findings)
{
    std::set<std::string> broken;
    const auto report = [&](const Failure &failure) {
        Json arguments = failure.arguments;
        const auto file = arguments.value("path", std::string());
        const auto place = arguments.value("place", std::string());
        arguments.erase("path");
        arguments.erase("place");
        findings.add(failure.key, file, place, std::move(arguments));
        return file;
    };
    for (const Failure &failure : reports.failures) {
        broken.insert(report(failure));
    }
    for (const Failure &stranger : reports.strangers) {
        report(stranger);
    }
    return broken;
}

catalogue::Documents parsed(const catalogue::DefinitionFiles &files)
{
    catalogue::Documents documents;
    for (const auto &[path, text] : files) {
        if (!path.starts_with("schema/")) {
            if (auto json = parseJson(text)) {
                documents.emplace(path, std::move(*json));
            }
        }
    }
    return documents;
}

std::map<std::string, std::string> filesById(
    const catalogue::Documents &documents, const std::string &folder, const Json::json_pointer &id)
{
    std::map<std::string, std::string> files;
    for (const auto &[path, json] : documents) {
        if (path.starts_with(folder) && json.contains(id) && json[id].is_string()) {
            files.emplace(json[id].get<std::string>(), path);
        }
    }
    return files;
}

void checkCalendar(const catalogue::DefinitionFiles &files, Findings &findings)
{
    for (const auto &[path, text] : files) {
        if (path.starts_with("calendar/")) {
            if (const auto calendar = casework::Calendar::load({{path, text}}); !calendar) {
                findings.add(calendar.failure().key, path, {});
            }
        }
    }
}

} // namespace

std::vector<Finding> check(const catalogue::DefinitionFiles &files, const Digest &digest)
{
    Findings findings;
    catalogue::CatalogueLoader loader(files);
    const catalogue::Catalogue catalogue = loader.read();
    const catalogue::Documents documents = parsed(files);
    const Subject subject{.files = files,
        .catalogue = catalogue,
        .documents = documents,
        .digest = digest,
        .broken = reportShape(loader.reports(), findings),
        .fileOfMatter = filesById(documents, "matters/", Json::json_pointer("/x-qk-matter/id")),
        .fileOfBundle = filesById(documents, "bundles/", Json::json_pointer("/id"))};
    const Outlines outlines = outlinesOf(subject);
    checkCalendar(files, findings);
    checkReferences(subject, outlines, findings);
    checkBundles(subject, outlines, findings);
    checkConditions(subject, outlines, findings);
    checkConstraints(subject, outlines, findings);
    checkCircles(subject, outlines, findings);
    checkMaterials(subject, outlines, findings);
    checkPatterns(subject, findings);
    checkLogic(subject, outlines, findings);
    checkTexts(subject, findings);
    checkFills(subject, outlines, findings);
    return findings.take();
}

} // namespace quanke::check
