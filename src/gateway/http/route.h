#pragma once

#include "core/casework/permission.h"
#include "gateway/service/sessionservice.h"
#include "gateway/uploads/incoming.h"

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace quanke::gateway {

/// A request as handlers see it: no network in it.
struct Request {
    std::string id; ///< for the log and for problems
    std::map<std::string, std::string> path; ///< the pattern's {names}
    std::map<std::string, std::string> query;
    std::map<std::string, std::string> headers; ///< names in lower case
    std::string body; ///< read whole, for routes that take JSON
    Incoming incoming; ///< for routes that take bytes
    SignedIn person; ///< for routes that are not public
    std::string certified; ///< the device of the certificate; empty on plain HTTP

    /// Whether such a device may be at the other end: a token that was copied is no good with another certificate.
    bool isFrom(const std::string &device) const;
    /// Empty when there is none.
    std::string header(const std::string &lowerCaseName) const;
};

/// An answer, whole before the first byte goes out.
struct Answer {
    int status = 200;
    std::string contentType; ///< empty: no body
    std::string body;
    std::optional<std::filesystem::path> file; ///< sent instead of the body
    std::vector<std::pair<std::string, std::string>> headers;
};

Answer jsonAnswer(int status, const Json &json);

enum class Body { None, Json, Bytes };

/// Who may ask.
struct Access {
    enum class Kind { Anybody, SignedIn, WithDuty };

    Kind kind = Kind::Anybody;
    std::set<casework::Duty> duties; ///< any of these will do
};

Access anybody(); ///< without signing in
Access signedIn(); ///< whatever the roles
Access withDuty(std::set<casework::Duty> duties);

using Handler = std::function<Result<Answer>(const Request &)>;

/// One row of the table: what is at an address, who may ask, and what answers.
struct Route {
    std::string method;
    std::string pattern; ///< "/v1/cases/{id}"
    Access access;
    Body body = Body::None;
    Handler handler;
};

/// The parts of a path in the pattern's {names}, or nothing when it does not fit.
std::optional<std::map<std::string, std::string>> match(std::string_view pattern, std::string_view path);

} // namespace quanke::gateway
