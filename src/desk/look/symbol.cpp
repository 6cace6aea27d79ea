#include "desk/look/symbol.h"

#include "desk/look/tokens.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <array>

/// A static library's resources are only there when somebody asks for them; outside every namespace, as the macro asks.
static void readyIcons()
{
    Q_INIT_RESOURCE(icons);
}

namespace quanke::desk {

namespace {

constexpr std::array fileNames = {"add", "back", "camera", "check", "close", "crop", "delete", "down", "edit",
    "forward", "hand-over", "machine", "print", "reassign", "remove", "save", "scan", "search", "send",
    "split", "spot-check", "turn-left", "turn-right", "undo", "up", "urge", "zoom-in", "zoom-out", "alert",
    "calendar", "due-soon", "error", "missing", "offline", "on-time", "online", "ready", "waits-applicant",
    "waits-result", "warning", "approve", "book", "card", "cases", "department", "derived", "document", "eye",
    "folder", "hint", "issue", "licence", "list", "lock", "notice", "person", "practice", "quanke", "receive",
    "settings", "smile", "speech", "supervise", "ticket"};

QColor colourOf(Tone tone)
{
    const Tokens &tokens = tokensOf(QGuiApplication::palette());
    switch (tone) {
    case Tone::Text:
        return tokens.text;
    case Tone::Second:
        return tokens.secondText;
    case Tone::Accent:
        return tokens.accent;
    case Tone::OnAccent:
        return tokens.onAccent;
    case Tone::Ok:
        return tokens.ok.text;
    case Tone::Warning:
        return tokens.warning.text;
    case Tone::Error:
        return tokens.error.text;
    case Tone::Waiting:
        return tokens.waiting.text;
    case Tone::Done:
        return tokens.done.text;
    case Tone::Practice:
        return tokens.practice.text;
    }
    return tokens.text;
}

QPixmap render(Symbol symbol, const QColor &colour, int pixels)
{
    readyIcons();
    QPixmap pixmap(pixels, pixels);
    pixmap.fill(Qt::transparent);
    QFile file(QStringLiteral(":/quanke/icons/%1.svg")
                   .arg(QLatin1String(fileNames[static_cast<std::size_t>(symbol)])));
    if (!file.open(QIODevice::ReadOnly))
        return pixmap;
    QSvgRenderer renderer(file.readAll().replace("currentColor", colour.name().toLatin1()));
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    renderer.render(&painter);
    return pixmap;
}

QPixmap cached(Symbol symbol, const QColor &colour, int size, qreal ratio)
{
    const int pixels = qRound(size * ratio);
    const QString key =
        QStringLiteral("quanke-%1-%2-%3").arg(static_cast<int>(symbol)).arg(colour.rgba()).arg(pixels);
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
        pixmap = render(symbol, colour, pixels);
        QPixmapCache::insert(key, pixmap);
    }
    pixmap.setDevicePixelRatio(ratio);
    return pixmap;
}

class SymbolEngine : public QIconEngine {
public:
    SymbolEngine(Symbol symbol, Tone tone)
        : m_symbol(symbol)
        , m_tone(tone)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        paintSymbol(*painter, rect, m_symbol, colour(mode), qMin(rect.width(), rect.height()));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        return render(m_symbol, colour(mode), qMin(size.width(), size.height()));
    }

    QIconEngine *clone() const override { return new SymbolEngine(m_symbol, m_tone); }

private:
    QColor colour(QIcon::Mode mode) const
    {
        return colourOf(mode == QIcon::Disabled ? Tone::Second : m_tone);
    }

    Symbol m_symbol;
    Tone m_tone;
};

} // namespace

QIcon icon(Symbol symbol, Tone tone)
{
    return QIcon(new SymbolEngine(symbol, tone));
}

void paintSymbol(QPainter &painter, const QRect &rect, Symbol symbol, const QColor &colour, int size)
{
    QRect square(0, 0, size, size);
    square.moveCenter(rect.center());
    painter.drawPixmap(square.topLeft(), cached(symbol, colour, size, painter.device()->devicePixelRatioF()));
}

} // namespace quanke::desk
