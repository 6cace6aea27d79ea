#include "core/engine/randomform.h"
#include "core/form/form.h"
#include "core/form/oracle.h"
#include "core/form/randomset.h"
#include "core/schema/keyword.h"
#include "support/today.h"

#include <QTest>

using namespace quanke;
using form::Composition;
using form::FormState;
using form::MaterialsChecked;
using form::Problem;
using test::Problems;
using test::RandomSet;
using test::today;

namespace {

constexpr const char *bundle = "BUNDLE-R";
using Parts = std::map<std::string, form::MatterPart>;

std::string textOf(const Problem &problem)
{
    std::string place = problem.field;
    place += problem.row < 0 ? "" : "/" + std::to_string(problem.row);
    place += problem.column.empty() ? "" : "/" + problem.column;
    return place + ":" + problem.keyword;
}

Problems errorsByStandardKeywords(const FormState &state)
{
    Problems found;
    for (const Problem &problem : state.problems()) {
        if (problem.severity == form::Severity::Error) {
            found.insert(textOf(problem));
        }
    }
    return found;
}

FormState stateOf(const catalogue::Catalogue &catalogue, const Composition &composition, Json values,
    MaterialsChecked materials = MaterialsChecked::Yes)
{
    const auto compiled = form::CompiledForm::compile(catalogue, composition, materials);
    if (!compiled) {
        qFatal("%s", compiled.failure().key.c_str());
    }
    FormState state(*compiled, today);
    state.setValues(std::move(values));
    return state;
}

Json whole(const form::MatterPart &part)
{
    Json values = part.values;
    for (const auto &[id, files] : part.materials) {
        values[id] = files;
    }
    return values;
}

Json merged(const Parts &parts)
{
    Json values = Json::object();
    for (const auto &[matter, part] : parts) {
        values.update(whole(part));
    }
    return values;
}

} // namespace

/// The laws of split (soundness, completeness, minimality, the way back, agreement) and of composing, over random
/// definitions, ticks, answers and values.
class SplitTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void lawsHold();
    void exportsAgreeWithPython();

private:
    struct Case {
        const catalogue::Catalogue &catalogue;
        const Composition &composition;
        const FormState &state;
        const Json &values;
        Parts parts;
    };
    void checkCase(const Case &one);
    void checkMatter(const Case &one, const std::string &matter);
    void checkMerging(const Case &one);
    void checkHidden(const Case &one);
    int makeRight(RandomSet &random, const catalogue::Catalogue &catalogue, const Composition &composition);
};

void SplitTest::lawsHold()
{
    const unsigned seed = test::seedOfRun();
    qInfo("seed %u", seed);
    RandomSet random(seed);
    int right = 0;
    for (int set = 0; set < 200; ++set) {
        const auto files = random.files();
        const auto catalogue = catalogue::Catalogue::load(files);
        QVERIFY2(catalogue,
            catalogue ? "" : (catalogue.failure().key + catalogue.failure().arguments.dump()).c_str());
        for (int i = 0; i < 6; ++i) {
            const auto composition = form::compose(*catalogue, bundle, random.ticks(), random.answers());
            QVERIFY2(composition, composition ? "" : composition.failure().key.c_str());
            const Json values = random.values();
            const FormState state = stateOf(*catalogue, *composition, values);
            checkCase(
                {*catalogue, *composition, state, values, form::split(*catalogue, *composition, values)});
            right += makeRight(random, *catalogue, *composition);
            if (QTest::currentTestFailed()) {
                for (const auto &[path, text] : files) {
                    qInfo("%s %s", path.c_str(), text.c_str());
                }
                qInfo("ticked %s answers %s values %s", Json(composition->ticked).dump().c_str(),
                    Json(composition->answers).dump().c_str(), values.dump().c_str());
                return;
            }
        }
    }
    qInfo("%d complete cases without an error", right);
    QVERIFY(right > 1000);
}

/// Fills in what is missing and mends what is wrong until nothing is: then every part satisfies its own matter.
int SplitTest::makeRight(
    RandomSet &random, const catalogue::Catalogue &catalogue, const Composition &composition)
{
    FormState state = stateOf(catalogue, composition, Json::object());
    for (int round = 0; round < 60; ++round) {
        const auto problems = state.problems();
        if (problems.empty()) {
            const Json values = state.values();
            checkCase({catalogue, composition, state, values, form::split(catalogue, composition, values)});
            return 1;
        }
        const std::string key = problems.front().field;
        state.set({key}, state.isReadOnly(key) ? Json() : random.fitting(key));
    }
    return 0;
}

void SplitTest::checkCase(const Case &one)
{
    QCOMPARE(one.parts.size(), one.composition.ticked.size());
    for (const std::string &matter : one.composition.ticked) {
        checkMatter(one, matter);
    }
    checkMerging(one);
    checkHidden(one);
}

/// Soundness and minimality: by its own schema a matter's part has just the errors that the composed form blames on
/// the matter, and holds just what the matter shows and the values have.
void SplitTest::checkMatter(const Case &one, const std::string &matter)
{
    const auto alone = form::compose(one.catalogue, bundle, {matter}, one.composition.answers);
    QVERIFY(alone);
    const Json part = whole(one.parts.at(matter));
    const FormState own = stateOf(one.catalogue, *alone, part);
    Problems blamed;
    for (const Problem &problem : one.state.problems()) {
        const bool isBlamed = std::ranges::find(problem.matters, matter) != problem.matters.end();
        if (isBlamed && problem.severity == form::Severity::Error) {
            blamed.insert(textOf(problem));
        }
    }
    Problems found;
    for (const Problem &problem : own.problems()) {
        const bool awaited = one.state.isReadOnly(problem.field) && one.state.value(problem.field).is_null();
        if (!awaited && problem.severity == form::Severity::Error) { // what one tolerates another may require
            found.insert(textOf(problem));
        }
    }
    if (found != blamed) {
        qInfo("%s alone: %s", matter.c_str(), test::listed(found).c_str());
        qInfo("blamed on it: %s", test::listed(blamed).c_str());
    }
    QVERIFY(found == blamed);
    for (const auto &[key, value] : part.items()) {
        QVERIFY(own.isRelevant(key));
    }
    for (const auto &[key, value] : one.state.values().items()) {
        QCOMPARE(part.contains(key), own.isRelevant(key) && !catalogue::isSituationKey(key));
        const auto matters = one.state.mattersOf(key);
        const bool isOfMatter = std::ranges::find(matters, matter) != matters.end();
        QCOMPARE(isOfMatter && !catalogue::isSituationKey(key), part.contains(key));
    }
}

/// Completeness, agreement, and that splitting what was merged gives the same.
void SplitTest::checkMerging(const Case &one)
{
    Json expected = Json::object();
    for (const auto &[key, value] : one.state.values().items()) {
        if (one.state.isRelevant(key) && !catalogue::isSituationKey(key)) {
            expected[key] = value;
        }
    }
    const Json together = merged(one.parts);
    QCOMPARE(together.dump(), expected.dump());
    for (const auto &[matter, part] : one.parts) {
        const Json values = whole(part);
        for (const auto &[key, value] : values.items()) {
            QVERIFY(value == expected.at(key));
        }
    }
    const Parts again = form::split(one.catalogue, one.composition, together);
    for (const auto &[matter, part] : one.parts) {
        QVERIFY(whole(again.at(matter)) == whole(part));
    }
}

/// What is hidden is never required, never blocks, never travels, and stays in the draft.
void SplitTest::checkHidden(const Case &one)
{
    const Json travels = one.state.relevantValues();
    for (const auto &[key, value] : one.values.items()) {
        QVERIFY(one.state.values().contains(key));
        if (!one.state.isRelevant(key)) {
            QVERIFY(!one.state.isRequired(key));
            QVERIFY(one.state.problemsOf(key).empty());
            QVERIFY(!travels.contains(key));
        }
    }
}

void SplitTest::exportsAgreeWithPython()
{
    RandomSet random(test::seedOfRun() + 1);
    std::vector<test::OracleCase> cases;
    std::vector<Problems> ours;
    for (int set = 0; set < 120; ++set) {
        const auto catalogue = catalogue::Catalogue::load(random.files());
        QVERIFY(catalogue);
        for (int i = 0; i < 3; ++i) {
            const auto composition = form::compose(*catalogue, bundle, random.ticks(), random.answers());
            QVERIFY(composition);
            const Json values = random.values();
            cases.push_back({Json(form::toJsonSchema(*catalogue, *composition)), values});
            ours.push_back(
                errorsByStandardKeywords(stateOf(*catalogue, *composition, values, MaterialsChecked::No)));
        }
    }
    const auto theirs = test::askPython(cases);
    QCOMPARE(theirs.size(), cases.size());
    for (std::size_t i = 0; i < cases.size(); ++i) {
        if (theirs[i] != ours[i]) {
            qInfo("schema %s", cases[i].schema.dump().c_str());
            qInfo("values %s", cases[i].values.dump().c_str());
            qInfo("ours   %s", test::listed(ours[i]).c_str());
            qInfo("theirs %s", test::listed(theirs[i]).c_str());
            QFAIL("they disagree");
        }
    }
}

QTEST_GUILESS_MAIN(SplitTest)
#include "tst_split.moc"
