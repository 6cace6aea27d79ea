#pragma once

#include "core/base/json.h"
#include "core/casework/permission.h"
#include "gateway/httpclient.h"

#include <set>
#include <string>
#include <vector>

namespace quanke::test {

/// A request as it goes out.
struct Asking {
    std::string method;
    std::string address;
    std::string body = {};
    Headers headers = {};
};

/// The gateway's own description of itself (openapi.json), as far as the tests ask it.
class Contract {
public:
    /// What is described at one address under one method.
    struct Route {
        std::string method; ///< "GET"
        std::string pattern; ///< "/v1/cases/{id}"
        Json described;

        std::string name() const { return method + ' ' + pattern; }
        bool isPublic() const;
        /// Whether somebody with these roles is let in.
        bool lets(const std::set<casework::Role> &roles) const;
        std::set<int> statuses() const;
        std::string mediaType() const; ///< of the body; empty for none
    };

    explicit Contract(Json document);

    const std::vector<Route> &routes() const { return m_routes; }
    /// What one kind of operation looks like, and who may do it: the branches of the schema Operation.
    const Json &kindsOfOperation() const;

    /// The smallest value that fits a schema of the contract.
    Json sampleOf(const Json &schema) const;
    /// The smallest request that the contract calls right, one for each form its body may have.
    std::vector<Asking> samplesOf(const Route &route) const;
    /// The contract's value behind a "$ref", or the value itself.
    const Json &resolved(const Json &value) const;

private:
    Json bodyOf(const Json &schema, const Json &branch) const;
    Json objectOf(const Json &schema) const;
    Asking withoutBody(const Route &route) const;

    Json m_document;
    std::vector<Route> m_routes;
};

/// Whether one of the duties that are listed under x-qk-duties is among what these roles may do.
bool haveOneOf(const std::set<casework::Role> &roles, const Json &duties);

} // namespace quanke::test
