#pragma once

#include "certificates/enrolment.h"
#include "core/base/localtext.h"
#include "core/base/result.h"
#include "desk/common/workspace.h"

#include <QString>
#include <QUrl>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace quanke {
class Clock;
}

namespace quanke::seal {
class SecretBytes;
}

namespace quanke::desk {

class DeskSettings;
class MainWindow;
struct DeskContext;

/// What a desk is started with. The settings and the clock outlive it.
struct DeskSetup {
    QUrl gateway;
    QString dataFolder;
    QString formsFolder;
    Language language = Language::Chinese;
    const Clock *clock = nullptr;
    DeskSettings *settings = nullptr;
    /// The workspaces of this desk, in the order of the rail.
    std::function<std::vector<WorkspaceEntry>(const DeskContext &)> workspaces;
    std::optional<certificates::Enrolment> enrolment =
        {}; ///< without it only a gateway on this machine is asked
    std::shared_ptr<const seal::SecretBytes> deviceSecret =
        {}; ///< what the machine keeps for the store (DeviceSecret); null for none
};

/// Everything a running desk is made of, put together once: definitions, vault, link, window.
class Desk {
public:
    /// Fails as reading the definitions does, and with link.insecure or link.not-enrolled.
    static Result<std::unique_ptr<Desk>> make(const DeskSetup &setup);
    ~Desk();

    const DeskContext &context() const;
    MainWindow &window();
    /// Opens the vault and starts listening to the gateway; the window may already be shown.
    void start();

private:
    struct Parts;
    explicit Desk(std::unique_ptr<Parts> parts);
    void look(const Result<Done> &opened);
    void putAside();
    void openAgain();
    void begin(const Result<Done> &opened);
    void compareDevice();

    std::unique_ptr<Parts> m_parts;
};

} // namespace quanke::desk
