#include "desk/shell/desk.h"

#include "certificates/device.h"
#include "core/casework/calendar.h"
#include "core/catalogue/catalogue.h"
#include "desk/common/deskcontext.h"
#include "desk/common/desksession.h"
#include "desk/common/desksettings.h"
#include "desk/shell/mainwindow.h"
#include "documents/documentreader.h"
#include "link/changesfollower.h"
#include "link/gatewayclient.h"
#include "link/linkmonitor.h"
#include "link/pusher.h"
#include "link/reconciler.h"
#include "link/trace/tracebringer.h"
#include "link/trust.h"
#include "platform/folder.h"
#include "seal/digest.h"
#include "vault/vault.h"
#include "vault/whenready.h"

#include <QDir>
#include <QNetworkAccessManager>
#include <QTimer>

namespace quanke::desk {

namespace {

constexpr std::chrono::seconds heldPause{1};

struct Definitions {
    std::shared_ptr<const catalogue::Catalogue> catalogue;
    std::shared_ptr<const casework::Calendar> calendar;
    std::string digest;
};

Result<Definitions> readDefinitions(const QString &folder)
{
    const auto files = platform::readTextFiles(folder.toStdString(), ".json");
    if (!files)
        return files.failure();
    auto catalogue = catalogue::Catalogue::load(*files);
    if (!catalogue)
        return catalogue.failure();
    std::map<std::string, std::string> calendarFiles;
    for (const auto &[path, text] : *files) {
        if (path.starts_with("calendar/"))
            calendarFiles.emplace(path, text);
    }
    auto calendar = casework::Calendar::load(calendarFiles);
    if (!calendar)
        return calendar.failure();
    return Definitions{std::make_shared<const catalogue::Catalogue>(std::move(catalogue).value()),
        std::make_shared<const casework::Calendar>(std::move(calendar).value()),
        seal::sha256(catalogue::pinnedText(*files))};
}

vault::VaultSetup vaultSetup(const DeskSetup &setup)
{
    vault::VaultSetup vault;
    vault.folder = QDir(setup.dataFolder).filePath(QStringLiteral("vault"));
    vault.clock = setup.clock;
    vault.deviceSecret = setup.deviceSecret;
    if (setup.enrolment)
        vault.device = certificates::deviceUnder(setup.enrolment->device);
    return vault;
}

} // namespace

struct Desk::Parts {
    Parts(const DeskSetup &setup, const Definitions &definitions)
        : vault(vaultSetup(setup))
        , opened(vault.open())
        , gateway(network, setup.gateway)
        , monitor(gateway, *setup.clock)
        , pusher(vault, gateway, monitor)
        , changes(vault, gateway, monitor)
        , reconciler(vault, gateway, monitor, pusher)
        , traces(vault, gateway, monitor)
        , reader(documents::DocumentReader::programBeside())
        , context{definitions.catalogue, definitions.calendar, definitions.digest, setup.language,
              *setup.clock, *setup.settings, session, vault, gateway, monitor, pusher, changes, reader,
              setup.enrolment ? std::optional(setup.enrolment->until) : std::nullopt}
        , certified(setup.enrolment ? setup.enrolment->device : std::string())
        , window(context, setup.workspaces(context))
    {
        if (setup.enrolment)
            gateway.setEnrolment(*setup.enrolment);
    }

    DeskSession session;
    QNetworkAccessManager network;
    vault::Vault vault;
    vault::Promised<Done> opened; ///< asked for before anything else is: calls keep their order
    link::GatewayClient gateway;
    link::LinkMonitor monitor;
    link::Pusher pusher;
    link::ChangesFollower changes;
    link::Reconciler reconciler;
    link::TraceBringer traces;
    documents::DocumentReader reader;
    DeskContext context;
    QTimer mirrorTimer; ///< sticks are pulled out without a word
    std::string certified; ///< the device of the certificate; empty without one
    MainWindow window;
};

Result<std::unique_ptr<Desk>> Desk::make(const DeskSetup &setup)
{
    if (const auto safe = link::checkAddress(setup.gateway, setup.enrolment.has_value()); !safe)
        return safe.failure();
    const auto definitions = readDefinitions(setup.formsFolder);
    if (!definitions)
        return definitions.failure();
    return std::unique_ptr<Desk>(new Desk(std::make_unique<Parts>(setup, *definitions)));
}

Desk::Desk(std::unique_ptr<Parts> parts)
    : m_parts(std::move(parts))
{
}

Desk::~Desk() = default;

const DeskContext &Desk::context() const
{
    return m_parts->context;
}

MainWindow &Desk::window()
{
    return m_parts->window;
}

void Desk::start()
{
    whenReady(m_parts->opened, &m_parts->window, [this](const Result<Done> &opened) { look(opened); });
    // Told at every sign-in, and from then on at hand while the link is down.
    QObject::connect(&m_parts->gateway, &link::GatewayClient::sessionChanged, &m_parts->window, [this] {
        if (const auto key = m_parts->gateway.sealingKey(); !key.empty())
            (void)m_parts->vault.keepGatewayKey(key);
    });
    QObject::connect(&m_parts->mirrorTimer, &QTimer::timeout, &m_parts->window,
        [this] { (void)m_parts->vault.followMirror(); });
    m_parts->mirrorTimer.start(std::chrono::seconds(2));
    m_parts->monitor.start();
    m_parts->pusher.start();
    m_parts->reconciler.start();
    m_parts->traces.start();
}

void Desk::look(const Result<Done> &opened)
{
    if (!opened && opened.failure().key == "vault.damaged")
        putAside();
    else
        begin(opened);
}

/// Nothing is deleted: the damaged store lies under another name, and the work goes on with a fresh one.
void Desk::putAside()
{
    whenReady(
        m_parts->vault.putAside(), &m_parts->window, [this](const Result<Done> &opened) { begin(opened); });
}

void Desk::begin(const Result<Done> &opened)
{
    if (opened) {
        m_parts->window.endTrouble();
        m_parts->window.showRescue();
        compareDevice();
        return;
    }
    m_parts->window.showTrouble(opened.failure());
    if (opened.failure().key == "vault.held")
        QTimer::singleShot(heldPause, &m_parts->window, [this] { openAgain(); });
}

/// A store that is another device's would be refused by the gateway, one act after the other.
void Desk::compareDevice()
{
    if (m_parts->certified.empty())
        return;
    whenReady(m_parts->vault.deviceId(), &m_parts->window, [this](const Result<std::string> &device) {
        if (device && !certificates::belongsTo(*device, m_parts->certified))
            m_parts->window.showTrouble(
                {"vault.other-device", {{"device", certificates::certifiedIn(*device)}}});
    });
}

/// Whoever holds the store lets it go some time; it is never taken for damaged meanwhile.
void Desk::openAgain()
{
    whenReady(m_parts->vault.open(), &m_parts->window, [this](const Result<Done> &opened) { look(opened); });
}

} // namespace quanke::desk
