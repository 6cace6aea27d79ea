#include "desk/support/workdesk.h"

#include "core/casework/operation.h"
#include "core/casework/part.h"
#include "core/wire/protocol.h"
#include "platform/folder.h"
#include "seal/digest.h"
#include "support/await.h"
#include "support/sampledocuments.h"

#include <QApplication>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QIODevice>
#include <QLatin1Char>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>
#include <QWidget>

/// Outside a namespace, as Qt wants it.
static void initIcons()
{
    Q_INIT_RESOURCE(icons);
}

namespace quanke::test {

namespace {

constexpr const char *password = "correct horse";
const std::string caseId = "0193a001-0000-7000-8000-000000000001";

struct Definitions {
    std::shared_ptr<const catalogue::Catalogue> catalogue;
    std::shared_ptr<const casework::Calendar> calendar;
};

Definitions readDefinitions()
{
    const auto files = platform::readTextFiles(QUANKE_SOURCE_DIR "/forms", ".json");
    auto catalogue = catalogue::Catalogue::load(*files);
    std::map<std::string, std::string> calendarFiles;
    for (const auto &[path, text] : *files) {
        if (path.starts_with("calendar/"))
            calendarFiles.emplace(path, text);
    }
    auto calendar = casework::Calendar::load(calendarFiles);
    return {std::make_shared<const catalogue::Catalogue>(std::move(catalogue).value()),
        std::make_shared<const casework::Calendar>(std::move(calendar).value())};
}

const Definitions &definitions()
{
    initIcons();
    static const Definitions read = readDefinitions();
    return read;
}

vault::VaultSetup vaultSetup(const QTemporaryDir &folder, const Clock &clock)
{
    vault::VaultSetup setup;
    setup.folder = folder.filePath(QStringLiteral("vault"));
    setup.clock = &clock;
    setup.passwordCost = seal::cheapestCost;
    return setup;
}

Json hotelValues()
{
    QFile file(QStringLiteral(QUANKE_SOURCE_DIR "/tests/support/data/hotel-values.json"));
    if (!file.open(QIODevice::ReadOnly))
        return Json::object();
    return *parseJson(file.readAll().toStdString());
}

casework::Actor actorOf(const wire::SignedInOperator &person)
{
    casework::Actor actor{person.name, {}, person.department};
    for (const std::string &name : person.roles) {
        casework::Role role = casework::Role::Clerk;
        if (casework::roleFromName(name, role))
            actor.roles.insert(role);
    }
    return actor;
}

} // namespace

WorkDesk::WorkDesk(const wire::SignedInOperator &person, Language language)
    : m_person(person)
    , m_catalogue(definitions().catalogue)
    , m_calendar(definitions().calendar)
    , m_settings(m_folder.filePath(QStringLiteral("desk.ini")))
    , m_vault(vaultSetup(m_folder, m_clock))
    , m_gateway(m_network, QUrl(QStringLiteral("http://gateway.test/")))
    , m_monitor(m_gateway, m_clock)
    , m_pusher(m_vault, m_gateway, m_monitor)
    , m_changes(m_vault, m_gateway, m_monitor)
    , m_reader(QStringLiteral(QUANKE_BINARY_DIR "/bin/quanke-document-reader"))
    , m_context{m_catalogue, m_calendar, std::string(64, 'a'), language, m_clock, m_settings, m_session,
          m_vault, m_gateway, m_monitor, m_pusher, m_changes, m_reader}
{
    m_network.setAnswer([this](const FakeAccessManager::Asked &asked) { return answer(asked); });
    const auto secret = [] { return seal::SecretBytes::copyOf(password); };
    QCOMPARE(failureKey(awaited(m_vault.open())), QString());
    QCOMPARE(failureKey(awaited(m_vault.enrol(person, secret()))), QString());
    keepTicket();
    QCOMPARE(failureKey(awaited(m_gateway.signIn(person.name, secret(), "device"))), QString());
    m_session.begin(person, QStringLiteral("综合窗口 3"));
    submit();
}

/// As a sign-in with the link brings it.
void WorkDesk::keepTicket()
{
    m_device = *awaited(m_vault.deviceId());
    QCOMPARE(failureKey(awaited(m_vault.keepTicket(ticket(), m_office.key()))), QString());
}

wire::Ticket WorkDesk::ticket() const
{
    const bool isClerk = m_person.roles == clerk().roles;
    return isClerk ? m_office.give(m_person.name, m_device, m_clock.now()) : wire::Ticket();
}

wire::SignedInOperator WorkDesk::clerk()
{
    return {"wangxm", "王小满", {"clerk"}, {}, "青石县政务服务中心"};
}

wire::SignedInOperator WorkDesk::issueClerk()
{
    return {"zhaoym", "赵一鸣", {"issue-clerk"}, {}, "青石县政务服务中心"};
}

wire::SignedInOperator WorkDesk::approver(const std::string &department)
{
    return {"sp-" + department, "周立秋", {"approver"}, department, "青石县政务服务中心"};
}

wire::SignedInOperator WorkDesk::supervisor()
{
    return {"zhoums", "周明山", {"supervisor"}, {}, "青石县政务服务中心"};
}

Json WorkDesk::reference(const std::string &name, const QByteArray &bytes, int pages)
{
    const std::string digest = seal::sha256(std::string_view(bytes.constData(), std::size_t(bytes.size())));
    m_documents[digest] = bytes;
    return {{"sha256", digest}, {"mediaType", "application/pdf"}, {"size", bytes.size()}, {"name", name},
        {"pages", pages}};
}

void WorkDesk::submit()
{
    Json values = hotelValues();
    for (const char *id : {"MH01", "MH05", "MH06", "MH17", "MH18", "MH19"}) {
        const QString name = QString::fromStdString(m_catalogue->material(id)->name.chinese);
        values[id] = Json::array({reference(name.toStdString() + ".pdf", support::pdfOf(name, 2), 2)});
    }
    Json ticked = Json::array();
    for (const auto &entry : m_catalogue->bundle("BUNDLE-HOTEL")->matters)
        ticked.push_back(entry.matter);
    act("case.submit",
        {{"number", "QS-20261121-K7F3-0307"}, {"bundle", "BUNDLE-HOTEL"}, {"forms", std::string(64, 'a')},
            {"ticked", ticked}, {"answers", Json::object()}, {"values", values},
            {"applicant", {{"name", "陈谷雨"}, {"idNo", "409900198504200021"}}}, {"window", "综合窗口 3"}},
        clerk());
}

void WorkDesk::act(
    const std::string &kind, const Json &body, const wire::SignedInOperator &person, const Seat &seat)
{
    casework::Operation operation;
    operation.id = "0193a001-0000-7000-8000-0000000000" + std::to_string(10 + file.history.size());
    operation.kind = kind;
    operation.device = seat.device.empty() ? "0193a001-0000-7000-8000-0000000000aa" : seat.device;
    operation.window = seat.window;
    operation.base = seat.base;
    operation.sequence = file.history.size() + 1;
    operation.actor = person.name;
    operation.at = toText(m_clock.now());
    operation.caseId = caseId;
    operation.body = body;
    const auto applied =
        casework::apply(*m_catalogue, file.id.empty() ? nullptr : &file, operation, actorOf(person));
    QVERIFY2(bool(applied), applied ? "" : applied.failure().key.c_str());
    file = *applied;
    file.people[person.name] = person.displayName;
}

void WorkDesk::approve(const std::string &matter, const Json &outputs)
{
    const auto *definition = m_catalogue->matter(matter);
    const auto person = approver(definition->department);
    if (casework::limitsUnder(*definition, file.answers).caseType == catalogue::CaseType::Committed)
        act("subcase.accept", {{"matter", matter}}, person);
    Json points = Json::array();
    for (const auto &point : definition->reviewPoints)
        points.push_back({{"id", point.id}, {"met", true}});
    act("subcase.decide",
        {{"matter", matter}, {"outcome", "approved"}, {"reason", ""}, {"reviewPoints", points},
            {"outputs", outputs}, {"document", nullptr}},
        person);
}

void WorkDesk::follow()
{
    const auto cursor = awaited(m_vault.changesCursor());
    QCOMPARE(failureKey(awaited(m_vault.keepCaseViews({file}, {*cursor, *cursor + 1}))), QString());
}

std::string WorkDesk::work() const
{
    Json items = Json::array();
    for (const auto &[id, subCase] : file.subCases) {
        if (m_catalogue->matter(id)->department != m_person.department)
            continue;
        const auto limits = casework::limitsUnder(*m_catalogue->matter(id), file.answers);
        const auto start = parseInstant(subCase.receivedAt);
        const std::string due = start && limits.committed.value
            ? toText(m_calendar->dueDate(dayInChina(*start), limits.committed).day)
            : std::string();
        items.push_back(wire::toJson(wire::WorkItem{file.id, file.number, id, file.bundle,
            std::string(casework::nameOf(subCase.state)), file.applicant.value("name", ""),
            subCase.receivedAt, due}));
    }
    return canonicalText(Json{{"items", items}});
}

QNetworkReply *WorkDesk::answer(const FakeAccessManager::Asked &asked)
{
    if (link == Link::Down)
        return m_network.error(asked);
    if (asked.path == QStringLiteral("/v1/sessions")) {
        wire::Session session{"token", "2026-11-22T12:00:00.000Z", m_person, {}};
        session.gatewayKey = seal::toBase64(m_office.key());
        session.suite = "sodium";
        session.ticket = ticket();
        return m_network.json(asked, 201, QByteArray::fromStdString(canonicalText(wire::toJson(session))));
    }
    if (asked.path == QStringLiteral("/v1/hall")) {
        const wire::Hall hall{
            "青石县政务服务中心", "409900", {{"409900000000", "综合窗口 2"}, {"409900000000", "综合窗口 3"}}};
        return m_network.json(asked, 200, QByteArray::fromStdString(canonicalText(wire::toJson(hall))));
    }
    if (asked.path == QStringLiteral("/v1/clerks")) {
        const Json items = Json::array({wire::toJson(wire::Colleague{clerk().name, clerk().displayName}),
            wire::toJson(wire::Colleague{"liqh", "李秋华"})});
        return m_network.json(asked, 200, QByteArray::fromStdString(canonicalText(Json{{"items", items}})));
    }
    if (asked.path == QStringLiteral("/v1/work"))
        return m_network.json(asked, 200, QByteArray::fromStdString(work()));
    if (asked.path == QStringLiteral("/v1/cases/") + QString::fromStdString(file.id)) {
        const auto view = m_person.department.empty()
            ? Result<casework::CaseFile>(file)
            : casework::viewOf(*m_catalogue, file, m_person.department);
        return view
            ? m_network.json(asked, 200, QByteArray::fromStdString(canonicalText(wire::toJson(*view))))
            : m_network.problem(asked, 404, "case.unknown");
    }
    if (asked.path.endsWith(QStringLiteral("/lease")))
        return answerLease(asked);
    if (asked.path.startsWith(QStringLiteral("/v1/documents/"))) {
        const auto found = m_documents.find(asked.path.section(QLatin1Char('/'), -1).toStdString());
        if (found != m_documents.end())
            return m_network.payload(asked, {200, found->second, "application/pdf", {}});
    }
    return m_network.problem(asked, 404, "route.unknown");
}

QNetworkReply *WorkDesk::answerLease(const FakeAccessManager::Asked &asked)
{
    if (asked.verb == "DELETE")
        return m_network.json(asked, 204, {});
    const auto body = parseJson(asked.body.toStdString());
    if (lease && body->value("instead", std::uint64_t(0)) != lease->fence)
        return m_network.problem(asked, 409, "lease.held",
            QByteArray::fromStdString(canonicalText(Json{{"lease", wire::toJson(*lease)}})));
    const casework::Lease own{m_person.name, m_person.displayName, body->value("window", std::string()),
        "device", lease ? lease->fence + 1 : 1, toText(m_clock.now()),
        toText(m_clock.now() + std::chrono::minutes(5))};
    lease.reset();
    return m_network.json(asked, 200, QByteArray::fromStdString(canonicalText(wire::toJson(own))));
}

std::vector<std::string> WorkDesk::outboxKinds()
{
    std::vector<std::string> kinds;
    const auto entries = awaited(m_vault.outbox());
    for (const vault::OutboxEntry &entry : entries ? *entries : std::vector<vault::OutboxEntry>())
        kinds.push_back(entry.kind);
    return kinds;
}

Json WorkDesk::lastBody(const std::string &kind)
{
    Json body;
    const auto outgoing = awaited(m_vault.outgoing(m_person.name));
    for (const vault::Outgoing &each : outgoing ? *outgoing : std::vector<vault::Outgoing>()) {
        const auto operation = casework::operationFromJson(*parseJson(each.bytes));
        if (operation && operation->kind == kind)
            body = operation->body;
    }
    return body;
}

void WorkDesk::show(QWidget &widget)
{
    widget.resize(1366 - 68, 768 - 44);
    widget.show();
    QApplication::setActiveWindow(&widget);
}

void WorkDesk::keepPicture(QWidget &widget, const QString &name)
{
    const QString folder = qEnvironmentVariable("QUANKE_PICTURES");
    if (folder.isEmpty())
        return;
    QCoreApplication::sendPostedEvents(); // what is laid out later is laid out
    widget.grab().save(QDir(folder).filePath(name + QStringLiteral(".png")));
}

} // namespace quanke::test
