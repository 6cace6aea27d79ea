#include "gateway/hotelsubmission.h"

#include "core/casework/casesubmission.h"
#include "platform/folder.h"

#include <QTest>

namespace quanke::test {

namespace {

std::string newNumber()
{
    static int serial = 0;
    return "QS-20261121-K7F3-" + std::to_string(++serial);
}

void addMaterials(Json &values, const Bring &bring, const form::Composition &composition)
{
    for (const auto &material : composition.materials) {
        const bool isBrought = material.source == form::MaterialSource::Applicant
            || material.source == form::MaterialSource::Library;
        if (isBrought && material.need == form::Need::Required) {
            values[material.id] =
                Json::array({bring(somePdf(material.id), "application/pdf", material.id + ".pdf")});
        }
    }
}

} // namespace

Json hotelSubmission(RunningGateway &gateway, Person &clerk, const std::vector<std::string> &ticked,
    const form::Answers &answers)
{
    const auto upload = [&clerk](const std::string &bytes, const std::string &mediaType,
                            const std::string &name) { return clerk.upload(bytes, mediaType, name); };
    return hotelSubmission(gateway.catalogue(), upload, ticked, answers);
}

Json hotelSubmission(const catalogue::Catalogue &catalogue, const Bring &bring,
    const std::vector<std::string> &ticked, const form::Answers &answers)
{
    const auto composition = form::compose(catalogue, "BUNDLE-HOTEL", ticked, answers);
    Json values = Json::parse(*platform::readFile(QUANKE_SOURCE_DIR "/tests/support/data/hotel-values.json"));
    for (const auto &[situation, answer] : composition->answers) {
        for (const auto &[key, filled] : catalogue.situation(situation)->fills) {
            values[key] = filled.at(answer);
        }
    }
    addMaterials(values, bring, *composition);
    const casework::CaseDraft draft{newNumber(), std::string(64, 'f'), "综合窗口 1 号", values};
    const auto submission =
        casework::makeCaseSubmission(catalogue, *composition, draft, *parseDate("2026-11-21"));
    if (!submission) {
        qFatal("%s %s", submission.failure().key.c_str(), submission.failure().arguments.dump().c_str());
    }
    return submission->body;
}

Json decisionOn(const RunningGateway &gateway, const std::string &matter, const std::string &outcome,
    Json outputs, Json document)
{
    return decisionOn(gateway.catalogue(), matter, outcome, std::move(outputs), std::move(document));
}

Json decisionOn(const catalogue::Catalogue &catalogue, const std::string &matter, const std::string &outcome,
    Json outputs, Json document)
{
    Json points = Json::array();
    for (const auto &point : catalogue.matter(matter)->reviewPoints) {
        points.push_back({{"id", point.id}, {"met", true}});
    }
    return {{"matter", matter}, {"outcome", outcome}, {"reason", outcome == "denied" ? "不符合条件" : ""},
        {"reviewPoints", points}, {"outputs", std::move(outputs)}, {"document", std::move(document)}};
}

Json licenceOutputs()
{
    return {{"org/org.uscc", "92409900MA0A0A0A58"}, {"org/org.establishedOn", "2026-11-21"}};
}

} // namespace quanke::test
