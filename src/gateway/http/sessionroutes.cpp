#include "core/wire/reader.h"
#include "gateway/http/routes.h"
#include "trace/line.h"

namespace quanke::gateway {

namespace {

/// A device names itself; the name goes into rows and nothing else.
bool isDeviceName(const std::string &text)
{
    constexpr std::size_t longest = 64;
    return !text.empty() && text.size() <= longest
        && text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-")
        == std::string::npos;
}

constexpr std::size_t longestCredential = 256;

struct Credentials {
    std::string name;
    std::string password;
    std::string device;
    wire::Absence absence = wire::Absence::Hall;
};

Result<Credentials> credentialsIn(const std::string &body)
{
    const auto json = objectWith(body, {"operator", "password", "device", "absence"});
    if (!json) {
        return json.failure();
    }
    wire::Reader reader(*json);
    Credentials credentials{reader.text("operator"), reader.text("password"), reader.text("device")};
    const auto absence = reader.textOr("absence", "hall");
    credentials.absence = absence == "village" ? wire::Absence::Village : wire::Absence::Hall;
    if (absence != "village" && absence != "hall") {
        reader.refuse("absence");
    }
    if (!isDeviceName(credentials.device)) {
        reader.refuse("device");
    }
    if (credentials.name.empty() || credentials.name.size() > longestCredential) {
        reader.refuse("operator");
    }
    if (credentials.password.size() > longestCredential) {
        reader.refuse("password");
    }
    return reader.finish(credentials, "request.malformed");
}

struct PasswordChange {
    std::string name;
    std::string current;
    std::string wanted;
    std::string device;
};

Result<PasswordChange> passwordChangeIn(const std::string &body)
{
    const auto json = objectWith(body, {"operator", "password", "newPassword", "device"});
    if (!json) {
        return json.failure();
    }
    wire::Reader reader(*json);
    PasswordChange change{
        reader.text("operator"), reader.text("password"), reader.text("newPassword"), reader.text("device")};
    for (const auto &[member, text] :
        {std::pair("operator", change.name), std::pair("password", change.current)}) {
        if (text.size() > longestCredential) {
            reader.refuse(member);
        }
    }
    if (!isDeviceName(change.device)) {
        reader.refuse("device");
    }
    return reader.finish(change, "request.malformed");
}

/// Told: who shows a session or a password is another device than the one of the certificate.
Failure refuseDevice(Gateway &gateway, const Request &request)
{
    trace::Entry line{.act = trace::act::signInRefused, .device = request.certified};
    line.outcome = "device.other-certificate";
    const auto noted = gateway.traces().note(line);
    return noted ? Failure{line.outcome, Json::object(), "device " + line.device} : noted.failure();
}

Result<Answer> signIn(Gateway &gateway, const Request &request)
{
    const auto credentials = credentialsIn(request.body);
    if (!credentials) {
        return credentials.failure();
    }
    if (!request.isFrom(credentials->device)) {
        return refuseDevice(gateway, request);
    }
    const auto session = gateway.sessions().signIn(
        credentials->name, credentials->password, credentials->device, credentials->absence);
    return session ? Result<Answer>(jsonAnswer(201, wire::toJson(*session)))
                   : Result<Answer>(session.failure());
}

Result<Answer> changePassword(Gateway &gateway, const Request &request)
{
    const auto change = passwordChangeIn(request.body);
    if (!change) {
        return change.failure();
    }
    if (!request.isFrom(change->device)) {
        return refuseDevice(gateway, request);
    }
    const auto done =
        gateway.sessions().changePassword(change->name, change->current, change->wanted, change->device);
    return done ? Result<Answer>(Answer{204, {}, {}, {}, {}}) : Result<Answer>(done.failure());
}

Result<Answer> signOut(Gateway &gateway, const Request &request)
{
    const auto done = gateway.sessions().signOut(request.person);
    return done ? Result<Answer>(Answer{204, {}, {}, {}, {}}) : Result<Answer>(done.failure());
}

} // namespace

std::vector<Route> sessionRoutes(Gateway &gateway)
{
    return {
        {"POST", "/v1/sessions", anybody(), Body::Json,
            [&gateway](const Request &request) { return signIn(gateway, request); }},
        {"PUT", "/v1/password", anybody(), Body::Json,
            [&gateway](const Request &request) { return changePassword(gateway, request); }},
        {"DELETE", "/v1/sessions/current", signedIn(), Body::None,
            [&gateway](const Request &request) { return signOut(gateway, request); }},
    };
}

} // namespace quanke::gateway
