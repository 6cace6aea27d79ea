#include "desk/shell/clipboard/clipboardwatch.h"

#include <QGuiApplication>

#include <utility>

namespace quanke::desk {

namespace {

bool ownedByThisProgram(QClipboard::Mode mode)
{
    const QClipboard *clipboard = QGuiApplication::clipboard();
    return mode == QClipboard::Selection ? clipboard->ownsSelection() : clipboard->ownsClipboard();
}

} // namespace

ClipboardWatch::ClipboardWatch(std::chrono::milliseconds keptFor, QObject *parent)
    : QObject(parent)
    , m_owns(ownedByThisProgram)
{
    for (const QClipboard::Mode mode : modes) {
        m_timers[mode].setSingleShot(true);
        m_timers[mode].setInterval(keptFor);
        connect(&m_timers[mode], &QTimer::timeout, this, [this, mode] { clear(mode); });
    }
    connect(QGuiApplication::clipboard(), &QClipboard::changed, this, &ClipboardWatch::follow);
}

/// Before the program ends: a clipboard manager would be given what is left.
ClipboardWatch::~ClipboardWatch()
{
    QGuiApplication::clipboard()->disconnect(this);
    clear();
}

void ClipboardWatch::setOwns(Owns owns)
{
    m_owns = std::move(owns);
}

void ClipboardWatch::follow(QClipboard::Mode mode)
{
    if (mode > QClipboard::Selection)
        return; // the Mac's find buffer
    if (m_owns(mode))
        m_timers[mode].start();
    else
        m_timers[mode].stop();
}

void ClipboardWatch::clear()
{
    for (const QClipboard::Mode mode : modes)
        clear(mode);
}

void ClipboardWatch::clear(QClipboard::Mode mode)
{
    if (m_owns(mode))
        QGuiApplication::clipboard()->clear(mode);
    m_timers[mode].stop();
}

} // namespace quanke::desk
