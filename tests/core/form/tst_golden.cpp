#include "core/form/form.h"
#include "formsfolder.h"
#include "support/today.h"

#include <QTest>

#include <optional>
#include <set>

using namespace quanke;
using form::Composition;
using test::today;

Q_DECLARE_METATYPE(quanke::Json)

namespace {

using Set = std::set<std::string>;

Set setOf(const Json &list)
{
    Set values;
    for (const Json &value : list) {
        values.insert(value.get<std::string>());
    }
    return values;
}

} // namespace

/// Our definitions and engine against the cases worked out independently (data/golden.json).
class GoldenTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void agrees_data();
    void agrees();
    void composedInOneGoItIsTheSame();

private:
    Composition compose(const Json &golden);
    void compareFields(const Json &golden, const Composition &composition);
    void compareMaterials(const Json &golden, const Composition &composition);
    void compareStages(const Json &golden, const Composition &composition);

    std::optional<catalogue::Catalogue> m_catalogue;
};

void GoldenTest::initTestCase()
{
    auto loaded = test::ourForms();
    QVERIFY2(loaded, loaded ? "" : loaded.failure().key.c_str());
    m_catalogue = std::move(*loaded);
}

void GoldenTest::agrees_data()
{
    QTest::addColumn<quanke::Json>("golden");
    const Json cases = test::jsonFile("tests/core/form/data/golden.json").at("cases");
    QCOMPARE(cases.size(), std::size_t{3});
    for (const Json &golden : cases) {
        QTest::newRow(golden.at("name").get<std::string>().c_str()) << golden;
    }
}

void GoldenTest::agrees()
{
    QFETCH(quanke::Json, golden);
    const auto composition = form::compose(*m_catalogue, golden.at("bundle").get<std::string>(),
        golden.at("ticked").get<std::vector<std::string>>(), golden.at("answers").get<form::Answers>());
    QVERIFY2(composition, composition ? "" : composition.failure().arguments.dump().c_str());
    compareFields(golden, *composition);
    compareMaterials(golden, *composition);
    compareStages(golden, *composition);
}

void GoldenTest::composedInOneGoItIsTheSame()
{
    Json values = test::jsonFile("tests/support/data/hotel-values.json");
    values["MH02"] = Json::array({{{"sha256", std::string(64, 'a')}, {"mediaType", "application/pdf"},
        {"size", 1000}, {"name", "MH02.pdf"}, {"pages", 1}}});
    const std::vector<std::string> ticked{"HT-01", "HT-03", "HT-05"};
    const auto composed = form::composeForm(*m_catalogue, "BUNDLE-HOTEL", ticked, {{"agentUsed", "yes"}});
    QVERIFY(bool(composed));
    const auto composition = form::compose(*m_catalogue, "BUNDLE-HOTEL", ticked, {{"agentUsed", "yes"}});
    QVERIFY(toJson(composed->composition) == toJson(*composition));
    const auto compiled = form::CompiledForm::compile(*m_catalogue, *composition);
    form::FormState one(composed->form, today);
    form::FormState other(*compiled, today);
    one.setValues(values);
    other.setValues(values);
    QVERIFY(!one.problems().empty()
        && one.problems() == other.problems()); // no agent's name, most documents missing
    const auto parts = form::split(*composed, values);
    const auto same = form::split(*m_catalogue, *composition, values);
    QCOMPARE(parts.size(), std::size_t{3});
    for (const auto &[matter, part] : parts) {
        QVERIFY(!part.values.empty() && part.values == same.at(matter).values);
        QVERIFY(part.materials == same.at(matter).materials);
    }
    QVERIFY(parts.at("HT-01").materials.at("MH02") == values["MH02"]);
}

void GoldenTest::compareFields(const Json &golden, const Composition &composition)
{
    Set required;
    Set optional;
    std::map<std::string, std::string> provided;
    for (const auto &field : composition.fields) {
        (field.required ? required : optional).insert(field.key);
        if (!field.providedBy.empty()) {
            provided[field.key] = field.providedBy;
        }
    }
    QCOMPARE(composition.savings.fieldsSeparately, golden.at("fieldInstances").get<int>());
    QCOMPARE(composition.savings.fieldsMerged, golden.at("mergedFields").get<int>());
    QCOMPARE(composition.fields.size(), golden.at("mergedFields").get<std::size_t>());
    QCOMPARE(required.size(), golden.at("requiredFields").get<std::size_t>());
    QVERIFY(required == setOf(golden.at("requiredKeys")));
    QVERIFY(optional == setOf(golden.at("optionalKeys")));
    QCOMPARE(Json(provided).dump(), golden.at("providedInsideBundle").dump());
    QCOMPARE(composition.fields.size() - provided.size(), golden.at("keysToAsk").get<std::size_t>());
}

void GoldenTest::compareMaterials(const Json &golden, const Composition &composition)
{
    Json merged = Json::object();
    std::map<form::MaterialSource, Set> bySource;
    const OrderedJson printed = toJson(composition);
    for (const OrderedJson &material : printed.at("materials")) {
        merged[material.at("id").get<std::string>()] = {{"need", material.at("need").get<std::string>()},
            {"originals", material.at("originals").get<int>()}, {"copies", material.at("copies").get<int>()}};
    }
    for (const auto &material : composition.materials) {
        bySource[material.source].insert(material.id);
        QVERIFY((material.tolerateDays > 0) == (material.need == form::Need::Tolerable));
    }
    QCOMPARE(composition.savings.materialsSeparately, golden.at("materialInstances").get<int>());
    QCOMPARE(composition.savings.materialsMerged, static_cast<int>(golden.at("mergedMaterials").size()));
    QCOMPARE(merged.dump(), golden.at("mergedMaterials").dump());
    QVERIFY(bySource[form::MaterialSource::Applicant] == setOf(golden.at("applicantBrings")));
    QVERIFY(bySource[form::MaterialSource::Library] == setOf(golden.at("fromLicenceLibrary")));
    QVERIFY(bySource[form::MaterialSource::Produced] == setOf(golden.at("producedInsideBundle")));
}

void GoldenTest::compareStages(const Json &golden, const Composition &composition)
{
    std::vector<std::string> order;
    Json stageOf = Json::object();
    for (std::size_t stage = 0; stage < composition.stages.size(); ++stage) {
        for (const std::string &matter : composition.stages[stage]) {
            order.push_back(matter);
            stageOf[matter] = stage + 1;
        }
    }
    QCOMPARE(Json(order).dump(), golden.at("executionOrder").dump());
    QCOMPARE(stageOf.dump(), golden.at("stageOf").dump());
    QCOMPARE(Json(composition.unmet).dump(), golden.at("unmetHardDependencies").dump());
}

QTEST_GUILESS_MAIN(GoldenTest)
#include "tst_golden.moc"
