#pragma once

#include "core/catalogue/catalogue.h"
#include "faults/recording.h"
#include "gateway/runninggateway.h"
#include "support/testgateway.h"

#include <functional>
#include <map>
#include <memory>
#include <string>

namespace quanke::faults {

/// A day at a gateway, as the desks see it: documents in pieces, applications, decisions, notes. What the gateway has
/// acknowledged is promised (gatewaypromises.h). Where it does not answer well, the desks ask again as desks do, and
/// whoever looks after the gateway starts it anew, without a recorder.
class GatewayStory {
public:
    using Promise = std::function<void(const std::string &words)>;

    /// All of it outlives the story.
    GatewayStory(test::TestGateway &gateway, const catalogue::Catalogue &catalogue, Promise promise);

    /// Starts the gateway; who works here signs in. False when that cannot be done: `trouble` says why.
    bool begin();
    /// The same where they have signed in already (setTokens).
    bool start();
    /// So many cases. False as above.
    bool work(int cases);
    /// Ends the gateway: in good order the one that began the story, by a kill the one that was started anew.
    void end();
    /// What no desk should have been told.
    QString trouble() const { return m_trouble; }
    /// Whether a gateway that ran had to be started anew, since it said the second time too that it could not.
    bool wasStuck() const { return m_wasStuck; }
    /// Those who have signed in, for another story on the same store.
    std::map<std::string, std::string> tokens() const;
    void setTokens(const std::map<std::string, std::string> &tokens);

private:
    struct Upload;

    bool workOn(int number);
    bool signIn(const std::string &name);
    bool bring(test::Person &person, const std::string &bytes, const std::string &name);
    bool bringPiece(test::Person &person, Upload &upload);
    bool announce(test::Person &person, Upload &upload);
    bool put(test::Person &person, const std::string &kind, const std::string &caseId, Json body);
    test::Person &person(const std::string &name);
    template <class Act>
    bool persist(Act act);
    bool revive();
    bool fail(const QString &what, const test::Response &response);
    void promise(const char *kind, Json what);

    test::TestGateway &m_gateway;
    const catalogue::Catalogue &m_catalogue;
    Promise m_promise;
    std::map<std::string, std::unique_ptr<test::Person>> m_people;
    QString m_trouble;
    bool m_wasRevived = false;
    bool m_wasStuck = false;
};

/// Tells the story of so many cases below the folder, recorded from the gateway's first start to its end in good order. Fails
/// the running test, and gives nothing, when it cannot be told.
std::vector<Event> recordGatewayStory(
    const QString &folder, const catalogue::Catalogue &catalogue, int cases);

} // namespace quanke::faults
