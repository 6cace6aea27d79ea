#include "core/engine/formengine.h"
#include "core/engine/graphbuilder.h"
#include "core/engine/randomform.h"
#include "support/today.h"

#include <QTest>

#include <set>

using namespace quanke::engine;
using quanke::Json;
using quanke::test::RandomEdit;
using quanke::test::RandomForm;
using quanke::test::today;

namespace {

std::string place(const FormGraph &graph, FieldId field, int row, const std::string *column)
{
    std::string text = graph.fields[field].key;
    text += row >= 0 ? "/" + std::to_string(row) : "";
    return text + (column ? "/" + *column : "");
}

using Set = std::set<std::string>;

/// All there is to see of a form, in texts.
struct Seen {
    std::vector<std::string> problems; ///< in order
    Set wrongPlaces;
    Set relevant;
    Set demanded;

    explicit Seen(const FormEngine &engine)
    {
        const auto &graph = engine.graph();
        for (std::size_t i = 0; i < graph.fields.size(); ++i) {
            const auto id = static_cast<FieldId>(i);
            for (const Record &record : engine.recordsOf(id)) {
                const auto where = place(graph, id, record.finding.row, record.finding.column);
                problems.push_back(where + ":" + std::string(nameOf(record.finding.keyword)));
                wrongPlaces.insert(where);
            }
            if (engine.isRelevant(id)) {
                relevant.insert(graph.fields[i].key);
            }
            if (engine.isDemanded(id)) {
                demanded.insert(graph.fields[i].key);
            }
        }
    }
};

Set difference(const Set &left, const Set &right)
{
    Set only;
    std::ranges::set_difference(left, right, std::inserter(only, only.end()));
    return only;
}

Set keysOf(const FormGraph &graph, const std::vector<FieldId> &fields)
{
    Set keys;
    for (const FieldId field : fields) {
        keys.insert(graph.fields[field].key);
    }
    return keys;
}

Set placesOf(const FormGraph &graph, const std::vector<Spot> &spots)
{
    Set places;
    for (const Spot &spot : spots) {
        places.insert(place(graph, spot.field, spot.row, spot.column));
    }
    return places;
}

} // namespace

/// Whatever the form and the edits: what was kept up to date is what one finds from scratch, and what an edit
/// reports is the difference between before and after.
class IncrementalTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isTheSameAsFromScratch();

private:
    void follow(RandomForm &random, const FormGraph &graph);
    void compare(const FormGraph &graph, const Seen &before, const Seen &after, const Delta &delta);
};

void IncrementalTest::isTheSameAsFromScratch()
{
    const unsigned seed = quanke::test::seedOfRun();
    qInfo("seed %u", seed);
    RandomForm random(seed);
    for (int form = 0; form < 400; ++form) {
        const Json schema = random.schema();
        GraphBuilder builder({});
        const auto graph = builder.build({{&schema, 0, {}}});
        QVERIFY2(graph,
            graph ? "" : (graph.failure().key + graph.failure().arguments.dump() + schema.dump()).c_str());
        follow(random, *graph);
        if (QTest::currentTestFailed()) {
            qInfo("%s", schema.dump().c_str());
            return;
        }
    }
}

void IncrementalTest::follow(RandomForm &random, const FormGraph &graph)
{
    FormEngine engine(graph, today);
    FormEngine fresh(graph, today);
    Delta delta;
    engine.load(random.values());
    for (int i = 0; i < 40; ++i) {
        const RandomEdit edit = random.edit();
        const Seen before(engine);
        engine.set({edit.key, edit.row, edit.column}, edit.value, delta);
        fresh.load(engine.values());
        const Seen after(engine);
        const Seen expected(fresh);
        if (after.problems != expected.problems) {
            qInfo("%s", Json(after.problems).dump().c_str());
            qInfo("%s", Json(expected.problems).dump().c_str());
        }
        QVERIFY(after.problems == expected.problems);
        QVERIFY(after.relevant == expected.relevant);
        QVERIFY(after.demanded == expected.demanded);
        compare(graph, before, after, delta);
        if (QTest::currentTestFailed()) {
            return;
        }
    }
}

void IncrementalTest::compare(
    const FormGraph &graph, const Seen &before, const Seen &after, const Delta &delta)
{
    QVERIFY(keysOf(graph, delta.shown) == difference(after.relevant, before.relevant));
    QVERIFY(keysOf(graph, delta.hidden) == difference(before.relevant, after.relevant));
    QVERIFY(placesOf(graph, delta.turnedWrong) == difference(after.wrongPlaces, before.wrongPlaces));
    QVERIFY(placesOf(graph, delta.turnedRight) == difference(before.wrongPlaces, after.wrongPlaces));
    const auto keys = keysOf(graph, delta.requirement);
    for (const std::string &key : keys) {
        QVERIFY(before.demanded.contains(key) != after.demanded.contains(key));
    }
    QVERIFY(std::ranges::includes(after.relevant, after.demanded));
}

QTEST_GUILESS_MAIN(IncrementalTest)
#include "tst_incremental.moc"
