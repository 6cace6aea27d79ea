#include "faults/simulator/desk.h"

#include "gateway/store/operationtable.h"
#include "platform/folder.h"
#include "support/await.h"

#include <QDirIterator>
#include <QFile>

namespace quanke::faults {

const char *const applicantsName = "陈谷雨";

namespace {

const std::string draftCase = "0193a001-0000-7000-8000-000000000077";

vault::VaultSetup setupIn(const QString &folder, const Clock &clock)
{
    vault::VaultSetup setup;
    setup.folder = folder;
    setup.clock = &clock;
    setup.passwordCost = seal::cheapestCost;
    return setup;
}

/// What the hall may refuse in a story where people act on what they last saw. A new case it must take.
bool mayBeRefused(const vault::OutboxEntry &entry)
{
    const auto &key = entry.problem ? entry.problem->key : std::string();
    return entry.kind != "case.submit" && (key == "operation.wrong-state" || key.starts_with("case."));
}

} // namespace

seal::SecretBytes everybodysPassword()
{
    return seal::SecretBytes::copyOf("Quanke-2026");
}

SimulatedDesk::Running::Running(const vault::VaultSetup &setup, Line &line, const Clock &clock)
    : vault(setup)
    , client(line.network(), QUrl(QStringLiteral("http://hall.test")))
    , monitor(client, clock)
    , pusher(vault, client, monitor)
    , reconciler(vault, client, monitor, pusher)
{
    const std::chrono::milliseconds soon(1);
    monitor.setDelays(soon, soon);
    pusher.setDelays(soon, soon);
    QObject::connect(&reconciler, &link::Reconciler::compared, &vault, [this] { isCompared = true; });
}

SimulatedDesk::SimulatedDesk(
    QString folder, std::string person, Hall &hall, const Clock &clock, unsigned seed)
    : m_folder(std::move(folder))
    , m_person(std::move(person))
    , m_clock(clock)
    , m_line(hall, seed)
{
}

void SimulatedDesk::start()
{
    m_running = std::make_unique<Running>(setupIn(m_folder, m_clock), m_line, m_clock);
    if (!m_running->vault.open().result()) {
        qFatal("a vault that was closed does not open");
    }
    if (!m_running->vault.unlock(m_person, everybodysPassword()).result()
        && !m_running->vault.enrol({m_person, m_person, {"clerk"}, {}, "hall"}, everybodysPassword())
                .result()) {
        qFatal("a vault does not unlock");
    }
    m_running->monitor.start();
    m_running->pusher.start();
    m_running->reconciler.start();
    signIn();
}

void SimulatedDesk::stop()
{
    m_running.reset();
}

void SimulatedDesk::signIn()
{
    Running &running = *m_running;
    const auto device = running.vault.deviceId().result();
    if (!device || running.isSigningIn) {
        return;
    }
    running.isSigningIn = true;
    whenReady(running.client.signIn(m_person, everybodysPassword(), *device), &running.client,
        [&running](const Result<wire::Session> &) { running.isSigningIn = false; });
}

void SimulatedDesk::run(std::chrono::milliseconds time)
{
    static_cast<void>(test::waitFor(
        [this] {
            if (!m_running->client.hasSession()) {
                signIn();
            }
            return isDone();
        },
        time));
}

QString SimulatedDesk::act(const std::string &kind, const std::string &caseId, Json body)
{
    vault::NewOperation wanted;
    wanted.kind = kind;
    wanted.caseId = caseId;
    wanted.body = std::move(body);
    const auto operation = m_running->vault.enqueue(wanted).result();
    if (!operation) {
        return QStringLiteral("INV9: ") + QString::fromStdString(operation.failure().key);
    }
    m_kept[operation->id] = {caseId, kind, casework::bytesOf(*operation), operation->sequence};
    return {};
}

QString SimulatedDesk::leaveField()
{
    vault::Vault &vault = m_running->vault;
    vault::Draft draft;
    draft.caseId = draftCase;
    const bool isBegun = m_field > 0 || vault.saveDraft(draft).result();
    const vault::FieldEdit edit{draftCase, {"count", -1, {}}, m_field + 1, "fill", "count"};
    if (!isBegun || !vault.saveField(edit).result()) {
        return QStringLiteral("INV9: a field is not kept");
    }
    ++m_field;
    return {};
}

bool SimulatedDesk::isDone()
{
    return m_running->isCompared && !m_running->pusher.isBusy() && waiting().isEmpty();
}

QString SimulatedDesk::waiting()
{
    const auto entries = m_running->vault.outbox().result();
    if (!entries) {
        return QStringLiteral(" what cannot be read");
    }
    QString words;
    std::set<std::string>
        stuck; // cases whose next operation was refused: what follows in them waits for a person
    for (const vault::OutboxEntry &entry : *entries) {
        if (entry.state == vault::OutboxState::Refused) {
            stuck.insert(entry.caseId);
        } else if (!stuck.contains(entry.caseId)) {
            const auto &problem = entry.problem ? entry.problem->key : std::string("-");
            words += QStringLiteral(" %1 of %2 (%3)")
                         .arg(QString::fromStdString(entry.kind), QString::fromStdString(m_person),
                             QString::fromStdString(problem));
        }
    }
    if (!m_running->isCompared || m_running->pusher.isBusy()) {
        words += QStringLiteral(" %1 is %2")
                     .arg(QString::fromStdString(m_person),
                         m_running->isCompared ? QStringLiteral("pushing") : QStringLiteral("not compared"));
    }
    return words;
}

void SimulatedDesk::retryWhatCameTooEarly()
{
    const auto entries = m_running->vault.outbox().result();
    for (const vault::OutboxEntry &entry : entries ? *entries : std::vector<vault::OutboxEntry>()) {
        if (entry.problem && entry.problem->key == "case.unknown"
            && entry.state == vault::OutboxState::Refused) {
            static_cast<void>(m_running->vault.retry(entry.operationId).result()); // isDone tells
        }
    }
}

QString SimulatedDesk::broken(Hall &hall)
{
    const auto entries = m_running->vault.outbox().result();
    if (!entries) {
        return QStringLiteral("INV9: the outbox cannot be read");
    }
    std::set<std::string> here; // refused, or behind one that was
    for (const vault::OutboxEntry &entry : *entries) {
        if (entry.state == vault::OutboxState::Refused && !mayBeRefused(entry)) {
            return QStringLiteral("INV8: %1 is refused: %2")
                .arg(QString::fromStdString(entry.kind),
                    QString::fromStdString(entry.problem ? entry.problem->key : std::string()));
        }
        here.insert(entry.operationId);
    }
    for (const QString &found : {brokenOperations(hall, here), brokenDraft(), brokenSecrets()}) {
        if (!found.isEmpty()) {
            return found;
        }
    }
    return {};
}

/// Each that was kept is at the hall with its bytes, or still here in sight.
QString SimulatedDesk::brokenOperations(Hall &hall, const std::set<std::string> &here) const
{
    return *hall.gateway().context().database.read<QString>(
        [&](gateway::Connection &connection) -> Result<QString> {
            gateway::OperationTable log(connection);
            for (const auto &[id, kept] : m_kept) {
                const auto device = parseJson(kept.bytes)->value("device", std::string());
                const auto stored = log.bytesOf(device, kept.sequence);
                if (!stored && !here.contains(id)) {
                    return QStringLiteral("INV1: %1 is lost").arg(QString::fromStdString(kept.kind));
                }
                if (stored && *stored != kept.bytes) {
                    return QStringLiteral("INV7: number %1 is another's").arg(kept.sequence);
                }
            }
            return QString();
        });
}

QString SimulatedDesk::brokenDraft()
{
    if (m_field == 0) {
        return {};
    }
    const auto draft = m_running->vault.draft(draftCase).result();
    return draft && draft->values.value("count", 0) == m_field ? QString()
                                                               : QStringLiteral("INV1: a field is lost");
}

QString SimulatedDesk::brokenSecrets() const
{
    for (QDirIterator files(m_folder, QDir::Files, QDirIterator::Subdirectories); files.hasNext();) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(applicantsName)) {
            return QStringLiteral("INV5: a name can be read in %1").arg(files.fileName());
        }
    }
    return {};
}

} // namespace quanke::faults
