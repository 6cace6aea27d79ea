#include "gateway/runninggateway.h"

#include "gateway/service/demohall.h"
#include "platform/systemclock.h"
#include "seal/digest.h"
#include "seal/random.h"
#include "seal/text.h"
#include "support/must.h"

#include <QFile>
#include <QTest>

#include <filesystem>

namespace quanke::test {

std::string newId()
{
    return seal::makeId(platform::SystemClock());
}

std::string metadataOf(const std::string &bytes, const std::string &mediaType, const std::string &name)
{
    return "sha256 " + seal::toBase64(seal::sha256(bytes)) + ",mediaType " + seal::toBase64(mediaType)
        + ",name " + seal::toBase64(name);
}

std::string somePdf(const std::string &text)
{
    return "%PDF-1.4\n% " + text + "\n%%EOF\n";
}

Person::Person(std::uint16_t port, std::string name)
    : Person(port, name, "D-" + name)
{
}

Person::Person(std::uint16_t port, std::string name, std::string device)
    : m_http(port)
    , m_name(std::move(name))
    , m_device(std::move(device))
{
}

void Person::moveTo(std::uint16_t port)
{
    const auto token = m_http.token();
    m_http = HttpClient(port);
    m_http.setToken(token);
}

Response Person::signIn(const std::string &password)
{
    const Json body{{"operator", m_name}, {"password", password}, {"device", device()}};
    auto response = m_http.send("POST", "/v1/sessions", body.dump());
    if (response.status == 201) {
        m_http.setToken(response.json()["token"]);
    }
    return response;
}

Json Person::operation(const std::string &kind, const std::string &caseId, Json body)
{
    return {{"id", newId()}, {"kind", kind}, {"device", device()}, {"sequence", ++m_sequence},
        {"previous", m_previous}, {"actor", m_name}, {"environment", "production"},
        {"at", "2026-11-21T01:00:00.000Z"}, {"case", caseId}, {"body", std::move(body)}};
}

Response Person::put(const Json &operation)
{
    const auto bytes = operation.dump();
    m_previous = seal::sha256(bytes);
    return m_http.send("PUT", "/v1/ops/" + operation["id"].get<std::string>(), bytes);
}

std::string Person::act(const std::string &kind, const std::string &caseId, Json body)
{
    const auto response = put(operation(kind, caseId, std::move(body)));
    return response.outcome();
}

Json Person::upload(const std::string &bytes, const std::string &mediaType, const std::string &name)
{
    const auto created = m_http.send("POST", "/v1/uploads", {},
        {{"Tus-Resumable", "1.0.0"}, {"Upload-Length", std::to_string(bytes.size())},
            {"Upload-Metadata", metadataOf(bytes, mediaType, name)}});
    if (created.status != 201) {
        return nullptr;
    }
    const auto appended = m_http.send("PATCH", created.header("location"), bytes,
        {{"Tus-Resumable", "1.0.0"}, {"Upload-Offset", "0"},
            {"Content-Type", "application/offset+octet-stream"}});
    if (appended.status != 204) {
        return nullptr;
    }
    return {
        {"sha256", seal::sha256(bytes)}, {"mediaType", mediaType}, {"size", bytes.size()}, {"name", name}};
}

RunningGateway::RunningGateway()
{
    start();
    must(gateway::seedDemoHall(m_gateway->context(), seal::cheapestCost));
}

RunningGateway::~RunningGateway() = default;

void RunningGateway::stop()
{
    m_server.reset();
    m_gateway.reset();
}

void RunningGateway::secureBy(const std::string &tls)
{
    stop();
    m_tls = tls;
    start();
}

void RunningGateway::backUp(const QString &copy)
{
    stop();
    QVERIFY(QFile::copy(database(), copy));
    start();
}

void RunningGateway::restore(const QString &copy)
{
    stop();
    QVERIFY(QFile::remove(database()) && QFile::copy(copy, database()));
    start();
}

void RunningGateway::keepSecondCopyIn(const QString &folder)
{
    stop();
    m_backup.emplace(gateway::BackupPlan{folder.toStdString(), std::chrono::milliseconds(5)});
    start();
}

void RunningGateway::putBack(const QString &secondCopy)
{
    stop();
    const std::filesystem::path folder = m_folder.path().toStdString();
    for (const auto &entry : std::filesystem::directory_iterator(folder)) {
        std::filesystem::remove_all(entry.path());
    }
    std::filesystem::copy(secondCopy.toStdString(), folder, std::filesystem::copy_options::recursive);
    start();
}

void RunningGateway::restart()
{
    stop();
    start();
}

Result<std::unique_ptr<gateway::Gateway>> RunningGateway::open(
    gateway::LostKey lostKey, std::optional<gateway::BackupPlan> backup, gateway::LostKey lostReceiptKey)
{
    return gateway::Gateway::open(
        {m_folder.path().toStdString(), m_definitions.catalogue, std::string(64, 'f'), m_definitions.calendar,
            m_clock, seal::cheapestCost, gateway::Restored::No, lostKey, std::move(backup), lostReceiptKey});
}

void RunningGateway::start()
{
    m_gateway = must(open(gateway::LostKey::Refuse, m_backup));
    gateway::Server::Settings settings{"127.0.0.1", 0, "0.0.0"};
    settings.tls = m_tls;
    m_server = must(gateway::Server::start(*m_gateway, m_log, settings));
    for (auto &[name, person] : m_people) {
        person->moveTo(port());
    }
}

Person &RunningGateway::person(const std::string &name)
{
    auto &person = m_people[name];
    if (!person) {
        person = std::make_unique<Person>(port(), name);
        if (person->signIn().status != 201) {
            qFatal("%s cannot sign in", name.c_str());
        }
    }
    return *person;
}

Person &RunningGateway::approverOf(const std::string &matter)
{
    return person("sp-" + catalogue().matter(matter)->department);
}

} // namespace quanke::test
