#pragma once

#include "core/base/date.h"
#include "core/base/localtext.h"

#include <memory>
#include <optional>
#include <string>

namespace quanke {
class Clock;
namespace casework {
class Calendar;
}
namespace catalogue {
class Catalogue;
}
namespace documents {
class DocumentReader;
}
namespace link {
class ChangesFollower;
class GatewayClient;
class LinkMonitor;
class Pusher;
} // namespace link
namespace vault {
class Vault;
}
} // namespace quanke

namespace quanke::desk {

class DeskSession;
class DeskSettings;

/// Everything a workspace may need, handed to it by its constructor. All of it outlives the main window.
struct DeskContext {
    std::shared_ptr<const catalogue::Catalogue> catalogue;
    std::shared_ptr<const casework::Calendar> calendar;
    std::string formsDigest; ///< SHA-256 (hex) of catalogue::pinnedText: what a case pins
    Language language = Language::Chinese;
    const Clock &clock;
    DeskSettings &settings;
    DeskSession &session;
    vault::Vault &vault;
    link::GatewayClient &gateway;
    link::LinkMonitor &monitor;
    link::Pusher &pusher;
    link::ChangesFollower &changes;
    documents::DocumentReader &reader;
    std::optional<Instant> enrolledUntil = {}; ///< this desk's certificate ends
};

} // namespace quanke::desk
