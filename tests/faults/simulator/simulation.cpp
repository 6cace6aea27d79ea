#include "faults/simulator/simulation.h"

#include "faults/cutting.h"
#include "faults/gateway/gatewayfolder.h"
#include "gateway/hotelsubmission.h"
#include "gateway/store/operationtable.h"
#include "seal/digest.h"

#include <QDeadlineTimer>

namespace quanke::faults {

namespace {

constexpr int acts = 60;
constexpr std::chrono::milliseconds longestCalm{5'000};

QString hallIn(const QString &folder)
{
    return folder + QStringLiteral("/hall");
}

QString deskIn(const QString &folder, const std::string &person)
{
    return folder + QStringLiteral("/desk-") + QString::fromStdString(person);
}

} // namespace

Stage::Stage()
    : m_definitions(test::Definitions::load())
    , m_folder(placeInMemory())
{
    const auto bring = [this](const std::string &bytes, const std::string &mediaType,
                           const std::string &name) -> Json {
        m_documents.push_back(QByteArray::fromStdString(bytes));
        return {{"sha256", seal::sha256(bytes)}, {"mediaType", mediaType}, {"size", bytes.size()},
            {"name", name}};
    };
    m_submission = test::hotelSubmission(*m_definitions.catalogue, bring, {"HT-01"});
    const test::TestClock clock;
    Hall hall(hallIn(m_folder.path()), m_definitions, clock);
    hall.open();
    for (const char *person : Simulation::persons) {
        SimulatedDesk desk(deskIn(m_folder.path(), person), person, hall, clock, 0);
        desk.start();
        desk.stop();
    }
}

void Stage::setUp(const QString &folder) const
{
    if (!copyFolder(m_folder.path(), folder)) {
        qFatal("no room for a simulation");
    }
}

Simulation::Simulation(const Stage &stage, unsigned seed)
    : m_stage(stage)
    , m_random(seed)
    , m_folder(placeInMemory())
    , m_hall(hallIn(m_folder.path()), stage.definitions(), m_hallClock)
{
    m_stage.setUp(m_folder.path());
    m_hall.open();
    for (const char *person : persons) {
        m_desks.push_back(std::make_unique<Desk>(
            deskIn(m_folder.path(), person), person, m_hall, m_deskClock, unsigned(m_random())));
        m_desks.back()->start();
    }
}

QString Simulation::play()
{
    for (int i = 0; i < acts; ++i) {
        if (QString broken = act(); !broken.isEmpty()) {
            return broken;
        }
    }
    if (QString broken = calmDown(); !broken.isEmpty()) {
        return broken;
    }
    for (const auto &desk : m_desks) {
        if (QString broken = desk->broken(m_hall); !broken.isEmpty()) {
            return broken;
        }
    }
    return brokenHall();
}

QString Simulation::act()
{
    Desk &desk = *m_desks[anyOf(unsigned(m_desks.size()))];
    const auto kind = anyOf(100);
    if (kind < 40) {
        return actAt(desk, kind);
    }
    if (kind < 70) {
        desk.run(std::chrono::milliseconds(1 + anyOf(4)));
    } else {
        disturb(desk, kind);
    }
    return {};
}

QString Simulation::actAt(Desk &desk, unsigned kind)
{
    const bool isApprover = desk.person() == persons.back();
    if (kind < 10) {
        return desk.leaveField();
    }
    if (m_cases.empty() || (kind < 25 && !isApprover)) {
        return isApprover ? QString() : file(desk);
    }
    if (isApprover) {
        return decide(desk);
    }
    if (kind < 33) {
        return desk.act("case.note", someCase(), {{"text", "来电补充"}});
    }
    return desk.act("subcase.supplement", someCase(),
        {{"matter", "HT-01"}, {"values", {{"operator/person.mobile", "13800000099"}}}});
}

QString Simulation::file(Desk &desk)
{
    const auto caseId = test::newId();
    vault::Draft draft;
    draft.caseId = caseId;
    bool kept = bool(desk.vault().saveDraft(draft).result());
    for (const QByteArray &bytes : m_stage.documents()) {
        kept = kept && desk.vault().storeDocument(caseId, bytes, {"application/pdf", "a.pdf", 1}).result();
    }
    const auto number = desk.vault().caseNumber(caseId).result();
    if (!kept || !number) {
        return QStringLiteral("INV9: a case cannot be filed");
    }
    auto body = m_stage.submission();
    body["number"] = *number;
    m_cases.push_back(caseId);
    return desk.act("case.submit", caseId, std::move(body));
}

QString Simulation::decide(Desk &desk)
{
    if (anyOf(2) == 0) {
        const Json items = Json::array({{{"key", "operator/person.mobile"}, {"reason", "号码不通"}}});
        return desk.act("subcase.requestCorrection", someCase(), {{"matter", "HT-01"}, {"items", items}});
    }
    return desk.act("subcase.decide", someCase(),
        test::decisionOn(*m_stage.definitions().catalogue, "HT-01", "approved", test::licenceOutputs()));
}

void Simulation::disturb(Desk &desk, unsigned kind)
{
    if (kind < 78) {
        desk.stop();
        desk.start();
    } else if (kind < 84) {
        desk.line().setWeather(std::array{Weather::Fair, Weather::Rough, Weather::Cut}.at(anyOf(3)));
    } else if (kind < 88) {
        desk.line().deliverLate();
    } else if (kind < 94) {
        jump(anyOf(2) == 0 ? m_hallClock : m_deskClock);
    } else {
        reopenHall(kind);
    }
}

/// Started again, started again after a backup, or put back to the last one.
void Simulation::reopenHall(unsigned kind)
{
    m_hall.close();
    if (kind >= 96 && kind < 98) {
        m_hall.backUp();
    } else if (kind >= 98 && m_hall.wasBackedUp()) {
        m_hall.restore();
    }
    m_hall.open();
}

/// By up to two days, to either side.
void Simulation::jump(test::TestClock &clock)
{
    constexpr int most = 2 * 24 * 60;
    clock.advance(std::chrono::minutes(int(anyOf(2 * most)) - most));
}

/// The lines are fair again, whoever works here looks at what was refused too early, and all comes to rest.
QString Simulation::calmDown()
{
    for (const auto &desk : m_desks) {
        desk->line().setWeather(Weather::Fair);
        desk->line().deliverLate();
        desk->stop();
        desk->start();
    }
    const QDeadlineTimer end(longestCalm);
    for (int quiet = 0; quiet < 2;) {
        bool isDone = true;
        for (const auto &desk : m_desks) {
            desk->retryWhatCameTooEarly();
            desk->run(std::chrono::milliseconds(50));
            isDone = isDone && desk->isDone();
        }
        quiet = isDone ? quiet + 1 : 0;
        if (end.hasExpired()) {
            QString words = QStringLiteral("INV8: what waits does not leave:");
            for (const auto &desk : m_desks) {
                words += desk->waiting();
            }
            return words;
        }
    }
    return {};
}

/// One submission of each case, one number for each, and every document that one names.
QString Simulation::brokenHall()
{
    std::int64_t cases = 0;
    std::int64_t submissions = 0;
    std::int64_t numbers = 0;
    const auto read =
        m_hall.gateway().context().database.read<Done>([&](gateway::Connection &connection) -> Result<Done> {
            auto filed = connection.query("SELECT count(*), count(DISTINCT number) FROM cases");
            filed.next();
            cases = filed.number(0);
            numbers = filed.number(1);
            auto brought = connection.query("SELECT count(*) FROM operations WHERE kind = 'case.submit'");
            brought.next();
            submissions = brought.number(0);
            return Done{};
        });
    const auto wanted = std::int64_t(m_cases.size());
    if (!read || cases != wanted || submissions != wanted || numbers != wanted) {
        return QStringLiteral("INV2: %1 cases were filed, %2 are here by %3 submissions")
            .arg(wanted)
            .arg(cases)
            .arg(submissions);
    }
    for (const QByteArray &bytes : m_stage.documents()) {
        const auto sha256 = QString::fromStdString(seal::sha256(bytes.toStdString()));
        const QString path =
            m_hall.folder() + QStringLiteral("/documents/") + sha256.left(2) + QLatin1Char('/') + sha256;
        const auto digest = seal::sha256OfFile(path.toStdString());
        if (wanted > 0 && (!digest || *digest != sha256.toStdString())) {
            return QStringLiteral("INV3: a document is not here");
        }
    }
    return {};
}

const std::string &Simulation::someCase()
{
    return m_cases[anyOf(unsigned(m_cases.size()))];
}

} // namespace quanke::faults
