#include "core/engine/randomform.h"
#include "core/form/form.h"
#include "core/form/oracle.h"
#include "core/schema/keyword.h"
#include "support/today.h"

#include <QTest>

using namespace quanke;
using test::OracleCase;
using test::Problems;
using test::today;

namespace {

constexpr int forms = 300;

/// Errors by standard keywords.
Problems problemsOf(const form::FormState &state)
{
    Problems found;
    for (const form::Problem &problem : state.problems()) {
        std::string place = problem.field;
        place += problem.row < 0 ? "" : "/" + std::to_string(problem.row);
        place += problem.column.empty() ? "" : "/" + problem.column;
        found.insert(place + ":" + problem.keyword);
    }
    return found;
}

/// All values but hidden ones; undeclared keys are read plainly.
Json seenValues(const form::FormState &state)
{
    Json seen = Json::object();
    for (const auto &[key, value] : state.values().get_ref<const Json::object_t &>()) {
        if (!state.isKnown(key) || state.isRelevant(key)) {
            seen[key] = value;
        }
    }
    return seen;
}

} // namespace

/// Independent validators must find the same fields wrong by the same keyword. They are given what travels: our rule
/// that a hidden field reads as absent is none of theirs.
class OraclesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void pythonAgrees();
    void ajvAgrees();

private:
    void compare(const std::vector<Problems> &answers);

    std::vector<OracleCase> m_cases;
    std::vector<Problems> m_ours;
};

void OraclesTest::initTestCase()
{
    const unsigned seed = test::seedOfRun();
    qInfo("seed %u", seed);
    test::RandomForm random(seed);
    for (int i = 0; i < forms; ++i) {
        const Json schema = random.schema();
        const auto compiled = form::CompiledForm::compile(schema);
        QVERIFY2(compiled, schema.dump().c_str());
        for (int j = 0; j < 3; ++j) {
            form::FormState state(*compiled, today);
            state.setValues(random.values());
            m_cases.push_back({schema, seenValues(state)});
            m_ours.push_back(problemsOf(state));
        }
    }
}

void OraclesTest::pythonAgrees()
{
    compare(test::askPython(m_cases));
}

void OraclesTest::ajvAgrees()
{
    compare(test::askAjv(m_cases));
}

void OraclesTest::compare(const std::vector<Problems> &answers)
{
    QCOMPARE(answers.size(), m_cases.size());
    int wrong = 0;
    for (std::size_t i = 0; i < answers.size(); ++i) {
        wrong += m_ours[i].empty() ? 0 : 1;
        if (answers[i] != m_ours[i]) {
            qInfo("schema %s", m_cases[i].schema.dump().c_str());
            qInfo("values %s", m_cases[i].values.dump().c_str());
            qInfo("ours   %s", test::listed(m_ours[i]).c_str());
            qInfo("theirs %s", test::listed(answers[i]).c_str());
            QFAIL("they disagree");
        }
    }
    qInfo("%d of %d cases have problems", wrong, static_cast<int>(answers.size()));
    QVERIFY(wrong > forms);
}

QTEST_GUILESS_MAIN(OraclesTest)
#include "tst_oracles.moc"
