#pragma once

#include <QClipboard>
#include <QObject>
#include <QTimer>

#include <array>
#include <chrono>
#include <functional>

namespace quanke::desk {

/// Clears what was copied from this program out of the clipboard and of X11's selection, some time after it was copied,
/// when it is told to, and at the end. What another program put there since is left alone.
class ClipboardWatch : public QObject {
    Q_OBJECT
public:
    /// Whether this program put there what is there now.
    using Owns = std::function<bool(QClipboard::Mode)>;

    explicit ClipboardWatch(std::chrono::milliseconds keptFor, QObject *parent = nullptr);
    ~ClipboardWatch() override;

    void clear();
    void setOwns(Owns owns); ///< where the platform cannot tell, as one without a screen

private:
    void follow(QClipboard::Mode mode);
    void clear(QClipboard::Mode mode);

    static constexpr std::array modes{QClipboard::Clipboard, QClipboard::Selection};
    Owns m_owns;
    std::array<QTimer, modes.size()> m_timers; ///< by mode
};

} // namespace quanke::desk
