#include "faults/gateway/gatewaystory.h"

#include "faults/gateway/gatewaypromises.h"
#include "gateway/hotelsubmission.h"
#include "seal/digest.h"
#include "seal/text.h"

#include <Poco/Exception.h>

#include <QTest>

namespace quanke::faults {

using test::Person;
using test::Response;

namespace {

/// Enough for a gateway that fails, is started anew and answers.
constexpr int mostTries = 6;
const std::string clerk = "wangxm";
/// A document is sent in three pieces or so.
constexpr std::size_t documentBytes = 40'000;
constexpr std::size_t pieceBytes = 17'000;
const test::Headers tus{{"Tus-Resumable", "1.0.0"}};

bool isTryAgain(const Response &response)
{
    return response.status >= 500;
}

} // namespace

/// A document on its way.
struct GatewayStory::Upload {
    const std::string &bytes;
    std::string name;
    std::string location; ///< empty until it is announced
    std::size_t offset = 0; ///< acknowledged
};

GatewayStory::GatewayStory(test::TestGateway &gateway, const catalogue::Catalogue &catalogue, Promise promise)
    : m_gateway(gateway)
    , m_catalogue(catalogue)
    , m_promise(std::move(promise))
{
}

bool GatewayStory::begin()
{
    const auto learnEpoch = [this] {
        test::HttpClient http(std::uint16_t(m_gateway.url().port()));
        const auto health = http.get("/v1/health");
        if (health.status != 200) {
            return false;
        }
        promise("epoch", health.json()["epoch"]);
        return true;
    };
    return start() && persist(learnEpoch) && signIn(clerk)
        && signIn("sp-" + m_catalogue.matter("HT-01")->department);
}

bool GatewayStory::work(int cases)
{
    for (int number = 0; number < cases; ++number) {
        if (!workOn(number)) {
            return false;
        }
    }
    return true;
}

void GatewayStory::end()
{
    if (m_wasRevived) {
        m_gateway.kill(); // quicker than in good order, and one thing more that what was promised outlives
    } else if (m_gateway.isRunning()) {
        static_cast<void>(m_gateway.stop());
    }
}

std::map<std::string, std::string> GatewayStory::tokens() const
{
    std::map<std::string, std::string> tokens;
    for (const auto &[name, person] : m_people) {
        tokens[name] = person->http().token();
    }
    return tokens;
}

void GatewayStory::setTokens(const std::map<std::string, std::string> &tokens)
{
    for (const auto &[name, token] : tokens) {
        person(name).http().setToken(token);
    }
}

bool GatewayStory::workOn(int number)
{
    const auto caseId = test::newId();
    bool brought = true;
    const auto bringAll = [&](const std::string &bytes, const std::string &mediaType,
                              const std::string &name) -> Json {
        const auto document = test::somePdf(bytes + caseId + std::string(documentBytes, '%'));
        brought = brought && bring(person(clerk), document, name);
        return {{"sha256", seal::sha256(document)}, {"mediaType", mediaType}, {"size", document.size()},
            {"name", name}};
    };
    const auto body = test::hotelSubmission(m_catalogue, bringAll, {"HT-01", "HT-02"});
    if (!brought || !put(person(clerk), "case.submit", caseId, body)
        || !put(person(clerk), "case.note", caseId, {{"text", "来电补充"}})) {
        return false;
    }
    auto &approver = person("sp-" + m_catalogue.matter("HT-01")->department);
    return number % 2 == 1
        || put(approver, "subcase.decide", caseId,
            test::decisionOn(m_catalogue, "HT-01", "approved", test::licenceOutputs()));
}

bool GatewayStory::signIn(const std::string &name)
{
    return persist([this, &name] {
        const auto response = person(name).signIn();
        if (response.status == 201) {
            promise("session",
                {{"person", name}, {"token", response.json()["token"]},
                    {"key", response.json()["gatewayKey"]}});
            return true;
        }
        return fail(QStringLiteral("signing in"), response);
    });
}

bool GatewayStory::bring(Person &person, const std::string &bytes, const std::string &name)
{
    Upload upload{bytes, name, {}, 0};
    while (upload.offset < bytes.size()) {
        if (!persist([&] { return bringPiece(person, upload); })) {
            return false;
        }
    }
    promise("document", {{"sha256", seal::sha256(bytes)}, {"size", bytes.size()}});
    return true;
}

/// From where the gateway says that it is, which is never before what it has acknowledged.
bool GatewayStory::bringPiece(Person &person, Upload &upload)
{
    if (upload.location.empty()) {
        return announce(person, upload);
    }
    const auto status = person.http().send("HEAD", upload.location, {}, tus);
    if (status.status == 404) {
        promise("forgotten", upload.location);
        upload.location.clear();
        upload.offset = 0;
        return true;
    }
    if (status.status != 200) {
        return fail(QStringLiteral("an upload's place"), status);
    }
    const auto offset = std::size_t(std::stoull(status.header("upload-offset")));
    if (offset < upload.offset) {
        return fail(QStringLiteral("an upload went back"), status);
    }
    const auto piece = upload.bytes.substr(offset, pieceBytes);
    auto headers = tus;
    headers["Upload-Offset"] = std::to_string(offset);
    headers["Content-Type"] = "application/offset+octet-stream";
    const auto appended = person.http().send("PATCH", upload.location, piece, headers);
    if (appended.status != 204) {
        return fail(QStringLiteral("a piece"), appended);
    }
    upload.offset = offset + piece.size();
    promise("offset",
        {{"upload", upload.location}, {"person", person.name()}, {"offset", upload.offset},
            {"sha256", seal::sha256(std::string_view(upload.bytes).substr(0, upload.offset))}});
    return true;
}

bool GatewayStory::announce(Person &person, Upload &upload)
{
    auto headers = tus;
    headers["Upload-Length"] = std::to_string(upload.bytes.size());
    headers["Upload-Metadata"] = test::metadataOf(upload.bytes, "application/pdf", upload.name);
    const auto created = person.http().send("POST", "/v1/uploads", {}, headers);
    if (created.status != 201) {
        return fail(QStringLiteral("announcing"), created);
    }
    upload.location = created.header("location");
    promise("offset",
        {{"upload", upload.location}, {"person", person.name()}, {"offset", 0},
            {"sha256", seal::sha256(std::string_view())}});
    return true;
}

/// The same bytes until they are taken.
bool GatewayStory::put(Person &person, const std::string &kind, const std::string &caseId, Json body)
{
    const auto operation = person.operation(kind, caseId, std::move(body));
    return persist([&] {
        const auto response = person.put(operation);
        if (response.status != 200 && response.status != 201) {
            return fail(QString::fromStdString(kind), response);
        }
        promise("operation",
            {{"person", person.name()}, {"bytes", operation.dump()}, {"receipt", response.json()}});
        return true;
    });
}

Person &GatewayStory::person(const std::string &name)
{
    auto &person = m_people[name];
    if (!person) {
        person = std::make_unique<Person>(std::uint16_t(m_gateway.url().port()), name);
    }
    return *person;
}

template <class Act>
bool GatewayStory::persist(Act act)
{
    for (int attempt = 0; attempt < mostTries && m_trouble.isEmpty(); ++attempt) {
        try {
            if (act()) {
                return true;
            }
        } catch (const Poco::Exception &) {
            // No answer, or none that can be read.
        }
        const bool isStuck = attempt > 0;
        if (m_trouble.isEmpty() && (isStuck || !m_gateway.isRunning()) && !revive()) {
            return false;
        }
    }
    return false;
}

bool GatewayStory::start()
{
    const bool isUp = m_gateway.start() || revive();
    for (auto &[name, person] : m_people) {
        person->moveTo(std::uint16_t(m_gateway.url().port()));
    }
    return isUp;
}

bool GatewayStory::revive()
{
    if (m_gateway.hasCrashed()) {
        m_trouble = QStringLiteral("end: the gateway crashed");
        return false;
    }
    m_wasStuck = m_wasStuck || m_gateway.isRunning();
    m_wasRevived = true;
    m_gateway.kill();
    m_gateway.setEnvironment(QProcessEnvironment::systemEnvironment());
    if (!m_gateway.start()) {
        m_trouble = QStringLiteral("opening: ") + QString::fromUtf8(m_gateway.log());
        return false;
    }
    for (auto &[name, person] : m_people) {
        person->moveTo(std::uint16_t(m_gateway.url().port()));
    }
    return true;
}

/// A gateway may say that it cannot now; everything else is a claim, and in this story a wrong one.
bool GatewayStory::fail(const QString &what, const Response &response)
{
    if (!isTryAgain(response)) {
        m_trouble = QStringLiteral("answer: %1: %2").arg(what, QString::fromStdString(response.outcome()));
    }
    return false;
}

void GatewayStory::promise(const char *kind, Json what)
{
    m_promise(canonicalText({{"kind", kind}, {"what", std::move(what)}}));
}

std::vector<Event> recordGatewayStory(const QString &folder, const catalogue::Catalogue &catalogue, int cases)
{
    const Recording recording(folder);
    test::TestGateway gateway(GatewayPromises::storeIn(folder));
    gateway.setEnvironment(recording.environment());
    GatewayStory story(gateway, catalogue, [&](const std::string &words) { recording.promise(words); });
    if (!story.begin() || !story.work(cases) || !gateway.stop()) {
        QTest::qFail(qPrintable(story.trouble()), __FILE__, __LINE__);
        return {};
    }
    return recording.events();
}

} // namespace quanke::faults
