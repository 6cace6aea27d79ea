#pragma once

#include "gateway/definitions.h"
#include "gateway/http/server.h"
#include "gateway/httpclient.h"
#include "support/testclock.h"

#include <QTemporaryDir>

#include <filesystem>
#include <memory>
#include <optional>
#include <sstream>
#include <string>

namespace quanke::test {

/// Somebody at a device: signs in, puts operations, uploads documents.
class Person {
public:
    Person(std::uint16_t port, std::string name);
    Person(std::uint16_t port, std::string name, std::string device);

    HttpClient &http() { return m_http; }
    void moveTo(std::uint16_t port); ///< the gateway was started again; the token stays
    const std::string &name() const { return m_name; }
    const std::string &device() const { return m_device; }
    Response signIn(const std::string &password = "Quanke-2026");

    /// A new operation, numbered on, ready to be sent or to be spoilt.
    Json operation(const std::string &kind, const std::string &caseId, Json body);
    Response put(const Json &operation);
    /// The outcome of a new operation: "201", or what was wrong.
    std::string act(const std::string &kind, const std::string &caseId, Json body);

    /// Brings a document; gives its file reference, or null when it was not taken.
    Json upload(const std::string &bytes, const std::string &mediaType, const std::string &name);

private:
    HttpClient m_http;
    std::string m_name;
    std::string m_device;
    int m_sequence = 0;
    std::string m_previous; ///< digest of what was put last
};

/// A UUIDv7-shaped id nobody has used.
std::string newId();
/// Upload-Metadata of such a document.
std::string metadataOf(const std::string &bytes, const std::string &mediaType, const std::string &name);
/// The smallest bytes that are taken for a PDF, different for every text.
std::string somePdf(const std::string &text);

/// A gateway in this process, on a free port and a temporary folder, with the demo hall, the repository's forms, a clock
/// that stands still and passwords that cost nothing.
class RunningGateway {
public:
    RunningGateway();
    ~RunningGateway();

    std::uint16_t port() const { return m_server->port(); }
    TestClock &clock() { return m_clock; }
    gateway::Gateway &gateway() { return *m_gateway; }
    const catalogue::Catalogue &catalogue() const { return *m_definitions.catalogue; }
    std::string log() const { return m_log.str(); }
    QString folder() const { return m_folder.path(); }

    /// Signed in, and the same person at the same device each time they are asked for.
    Person &person(const std::string &name);
    /// The approver of the matter's department.
    Person &approverOf(const std::string &matter);

    /// Ends it and starts it again on the same folder; people keep their sessions.
    void restart();
    /// Ends it, puts the database back to what it was when the copy was made, and starts it again.
    void restore(const QString &copy);
    /// Ends it, copies the database to that file, and starts it again: last night's backup.
    void backUp(const QString &copy);

    /// Starts it again with a second copy in that folder, which need not be there yet.
    void keepSecondCopyIn(const QString &folder);
    /// Starts it again on what lies in such a folder, and nothing else.
    void putBack(const QString &secondCopy);

    /// Starts it again over TLS with the certificates in that folder.
    void secureBy(const std::string &tls);

    void stop();
    /// One over the same folder, without its network; after `stop`.
    Result<std::unique_ptr<gateway::Gateway>> open(gateway::LostKey lostKey = gateway::LostKey::Refuse,
        std::optional<gateway::BackupPlan> backup = {},
        gateway::LostKey lostReceiptKey = gateway::LostKey::Refuse);

private:
    void start();
    QString database() const { return m_folder.filePath(QStringLiteral("gateway.db")); }

    QTemporaryDir m_folder;
    TestClock m_clock;
    Definitions m_definitions = Definitions::load();
    std::ostringstream m_log;
    std::optional<gateway::BackupPlan> m_backup;
    std::optional<std::filesystem::path> m_tls;
    std::unique_ptr<gateway::Gateway> m_gateway;
    std::unique_ptr<gateway::Server> m_server;
    std::map<std::string, std::unique_ptr<Person>> m_people;
};

} // namespace quanke::test
