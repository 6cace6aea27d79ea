#pragma once

#include "gateway/definitions.h"
#include "gateway/http/routes.h"
#include "support/fakeaccessmanager.h"

#include <QString>

#include <memory>
#include <vector>

namespace quanke::faults {

/// A gateway in this process, asked without a network: the real routes over the real services.
class Hall {
public:
    using Answer = test::FakePayloadReply::Payload;

    /// `clock` and `definitions` outlive the hall. Its store lies in `folder`.
    Hall(QString folder, const test::Definitions &definitions, const Clock &clock);

    void open();
    void close();
    /// Of a hall that is closed for the moment, and was seeded: the database alone, as of last night.
    void backUp();
    void restore();
    bool wasBackedUp() const;

    Answer ask(const test::FakeAccessManager::Asked &asked);
    gateway::Gateway &gateway() { return *m_gateway; }
    QString folder() const { return m_folder; }

private:
    Result<gateway::Answer> handle(const gateway::Route &route, gateway::Request &request) const;
    gateway::Request requestOf(const test::FakeAccessManager::Asked &asked) const;
    QString database() const { return m_folder + QStringLiteral("/gateway.db"); }
    QString night() const { return m_folder + QStringLiteral("/last-night.db"); }

    QString m_folder;
    const test::Definitions &m_definitions;
    const Clock &m_clock;
    std::unique_ptr<gateway::Gateway> m_gateway;
    std::vector<gateway::Route> m_routes;
};

} // namespace quanke::faults
