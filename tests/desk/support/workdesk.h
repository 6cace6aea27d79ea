#pragma once

#include "core/casework/calendar.h"
#include "core/casework/casefile.h"
#include "core/catalogue/catalogue.h"
#include "desk/common/deskcontext.h"
#include "desk/common/desksession.h"
#include "desk/common/desksettings.h"
#include "documents/documentreader.h"
#include "link/changesfollower.h"
#include "link/gatewayclient.h"
#include "link/linkmonitor.h"
#include "link/pusher.h"
#include "support/fakeaccessmanager.h"
#include "support/testclock.h"
#include "support/tickets.h"
#include "vault/vault.h"

#include <QTemporaryDir>

#include <map>
#include <optional>
#include <string>

class QWidget;

namespace quanke::test {

/// From where somebody acts, and what they had seen of the case; empty where it does not matter.
struct Seat {
    std::string device = {};
    std::string window = {};
    std::string base = {};
};

/// A desk's inside with one person signed in: the real vault in a folder of its own, the real definitions, and a
/// gateway played here, that holds one hotel case and goes by the real rules.
class WorkDesk {
public:
    explicit WorkDesk(const wire::SignedInOperator &person, Language language = Language::English);

    const desk::DeskContext &context() const { return m_context; }
    vault::Vault &vault() { return m_vault; }
    TestClock &clock() { return m_clock; }
    const FakeAccessManager &network() const { return m_network; }

    static wire::SignedInOperator clerk();
    static wire::SignedInOperator issueClerk();
    static wire::SignedInOperator approver(const std::string &department);
    static wire::SignedInOperator supervisor();

    /// The clerk's hotel case with everything ticked, as the gateway holds it.
    casework::CaseFile file; // NOLINT(misc-non-private-member-variables-in-classes): for the test to set
    /// Who else works on it, as the gateway says when it is asked; taken over by its fence.
    std::optional<casework::Lease> lease; // NOLINT(misc-non-private-member-variables-in-classes): likewise
    enum class Link { Up, Down };
    Link link = Link::Up; // NOLINT(misc-non-private-member-variables-in-classes): likewise

    /// Somebody does something to the case at the gateway. Fails the test when the rules forbid it.
    void act(const std::string &kind, const Json &body, const wire::SignedInOperator &person,
        const Seat &seat = {});
    void approve(const std::string &matter, const Json &outputs = Json::object());
    /// Puts the case into this desk's vault, as following the changes does.
    void follow();

    /// What waits in the outbox, by kind; the bodies of those acts.
    std::vector<std::string> outboxKinds();
    /// The body of the last act of that kind, as it would leave; null when there is none.
    Json lastBody(const std::string &kind);

    /// Shows it as the window would, 1366 × 768 less rail and top bar, and keeps a picture where
    /// QUANKE_PICTURES names a folder.
    static void show(QWidget &widget);
    static void keepPicture(QWidget &widget, const QString &name);

private:
    void keepTicket();
    wire::Ticket ticket() const;
    void submit();
    QNetworkReply *answer(const FakeAccessManager::Asked &asked);
    QNetworkReply *answerLease(const FakeAccessManager::Asked &asked);
    std::string work() const;
    Json reference(const std::string &name, const QByteArray &bytes, int pages);

    QTemporaryDir m_folder;
    TestClock m_clock;
    TicketOffice m_office;
    std::string m_device; ///< as the vault is called
    wire::SignedInOperator m_person;
    std::shared_ptr<const catalogue::Catalogue> m_catalogue;
    std::shared_ptr<const casework::Calendar> m_calendar;
    std::map<std::string, QByteArray> m_documents; ///< by digest
    FakeAccessManager m_network;
    desk::DeskSession m_session;
    desk::DeskSettings m_settings;
    vault::Vault m_vault;
    link::GatewayClient m_gateway;
    link::LinkMonitor m_monitor;
    link::Pusher m_pusher;
    link::ChangesFollower m_changes;
    documents::DocumentReader m_reader;
    desk::DeskContext m_context;
};

} // namespace quanke::test
