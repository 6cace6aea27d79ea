#include "desk/shell/topbar.h"

#include "core/base/clock.h"
#include "desk/common/actionbutton.h"
#include "desk/common/deskcontext.h"
#include "desk/common/desksession.h"
#include "desk/common/elidedlabel.h"
#include "desk/common/words.h"
#include "desk/look/appearance.h"
#include "desk/look/light.h"
#include "desk/shell/copywords.h"
#include "link/linkmonitor.h"
#include "link/pusher.h"
#include "vault/vault.h"
#include "vault/whenready.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>

namespace quanke::desk {

namespace {

QToolButton *barButton(const QString &name, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(name);
    button->setAutoRaise(true);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setIconSize(QSize(scaled(20), scaled(20)));
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

void colourText(QWidget *widget, const QColor &colour)
{
    QPalette palette = widget->palette();
    palette.setColor(QPalette::ButtonText, colour);
    widget->setPalette(palette);
}

QWidget *separator(QWidget *parent)
{
    auto *line = new Line(Qt::Vertical, parent);
    line->setFixedHeight(scaled(20));
    return line;
}

} // namespace

ServedPlate::ServedPlate(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("servedPlate"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    show(Served());
}

void ServedPlate::show(const Served &served)
{
    m_served = served;
    setAccessibleName(firstWords() + QLatin1Char(' ') + m_served.note);
    updateGeometry();
    update();
}

QString ServedPlate::firstWords() const
{
    if (m_served.ticket.isEmpty() && m_served.maskedName.isEmpty())
        return tr("Nobody at the window");
    return m_served.ticket;
}

QSize ServedPlate::sizeHint() const
{
    const QFontMetrics bold(boldFont());
    const QFontMetrics body(bodyFont());
    const QFontMetrics small(smallFont());
    int width = scaled(20) + 2 * scaled(10);
    if (!firstWords().isEmpty())
        width += scaled(8) + (m_served.ticket.isEmpty() ? body : bold).horizontalAdvance(firstWords());
    if (!m_served.maskedName.isEmpty())
        width += scaled(8) + body.horizontalAdvance(m_served.maskedName);
    if (!m_served.note.isEmpty())
        width += scaled(8) + small.horizontalAdvance(m_served.note);
    return {width + 2, scaled(30)};
}

void ServedPlate::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &tokens = tokensOf(palette());
    painter.setPen(tokens.line);
    painter.setBrush(tokens.alternate);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    int left = scaled(10);
    const bool nobody = m_served.ticket.isEmpty() && m_served.maskedName.isEmpty();
    const QColor first = nobody ? tokens.secondText : tokens.text;
    paintSymbol(painter, QRect(left, 0, scaled(20), height()),
        m_served.ticket.isEmpty() && !nobody ? Symbol::Person : Symbol::Ticket, first, scaled(20));
    left += scaled(28);
    const auto words = [&](const QString &text, const QFont &font, const QColor &colour) {
        if (text.isEmpty())
            return;
        painter.setFont(font);
        painter.setPen(colour);
        painter.drawText(QRect(left, 0, width() - left, height() - 1), Qt::AlignVCenter, text);
        left += painter.fontMetrics().horizontalAdvance(text) + scaled(8);
    };
    words(firstWords(), nobody ? bodyFont() : boldFont(), first);
    words(m_served.maskedName, bodyFont(), tokens.text);
    words(m_served.note, smallFont(), tokens.secondText);
}

TopBar::TopBar(const DeskContext &context, QWidget *parent)
    : Pane(Qt::BottomEdge, parent)
    , m_context(context)
    , m_place(new ElidedLabel(this))
    , m_served(new ServedPlate(this))
    , m_link(barButton(QStringLiteral("linkToolButton"), this))
    , m_copies(barButton(QStringLiteral("copiesToolButton"), this))
    , m_alerts(barButton(QStringLiteral("alertsToolButton"), this))
    , m_person(new QLabel(this))
    , m_clock(secondLabel({}, this))
    , m_lock(new ActionButton({}, ButtonKind::Quiet, this))
{
    setFixedHeight(scaled(44));
    layOut();
    m_link->setToolTip(tr("What waits to be sent"));
    m_alerts->setToolTip(tr("What the gateway refused and a person must look at"));
    m_lock->setObjectName(QStringLiteral("lockButton"));
    m_lock->setSymbol(Symbol::Lock);
    m_lock->setKeysShown(Qt::CTRL | Qt::Key_L);
    m_lock->setAccessibleName(tr("Lock"));
    m_lock->setToolTip(tr("Lock"));
    connect(m_lock, &QPushButton::clicked, this, &TopBar::lockWanted);
    connect(m_link, &QToolButton::clicked, this, &TopBar::outboxWanted);
    connect(m_alerts, &QToolButton::clicked, this, &TopBar::outboxWanted);
    connect(&context.session, &DeskSession::changed, this, &TopBar::showPerson);
    connect(&context.monitor, &link::LinkMonitor::stateChanged, this, &TopBar::showLink);
    connect(&context.vault, &vault::Vault::outboxChanged, this, &TopBar::showLink);
    connect(&context.pusher, &link::Pusher::progress, this, &TopBar::showTransfer);
    connect(&context.pusher, &link::Pusher::transferEnded, this, &TopBar::showTransfer);
    connect(m_copies, &QToolButton::clicked, this, &TopBar::copiesWanted);
    connect(&context.vault, &vault::Vault::outboxChanged, this, &TopBar::showCopies);
    connect(&context.vault, &vault::Vault::copiesChanged, this, &TopBar::showCopies);
    connect(&m_timer, &QTimer::timeout, this, &TopBar::showClock);
    m_timer.start(std::chrono::seconds(5));
    showPerson();
    showLink();
    showCopies();
    showClock();
}

void TopBar::layOut()
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, scaled(6), 1);
    layout->setSpacing(scaled(14));
    auto *brand = new QLabel(tr("Quanke"), this);
    brand->setFont(fontOf(13, QFont::Bold));
    brand->setForegroundRole(QPalette::Link);
    brand->setAlignment(Qt::AlignCenter);
    brand->setMinimumWidth(scaled(80));
    layout->addWidget(brand);
    layout->addWidget(separator(this));
    m_place->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    layout->addWidget(m_place);
    layout->addWidget(m_served);
    layout->addStretch(1);
    layout->addWidget(m_link);
    layout->addWidget(m_copies);
    layout->addWidget(m_alerts);
    layout->addWidget(separator(this));
    auto *personIcon = new QLabel(this);
    personIcon->setPixmap(icon(Symbol::Person).pixmap(scaled(20), scaled(20)));
    layout->addWidget(personIcon);
    layout->setSpacing(scaled(12));
    layout->addWidget(m_person);
    layout->addWidget(m_clock);
    layout->addWidget(m_lock);
}

void TopBar::showServed(const Served &served)
{
    m_served->show(served);
    layout()->activate();
}

void TopBar::showPerson()
{
    const DeskSession &session = m_context.session;
    m_place->setText((session.hall() + QLatin1Char(' ') + session.window()).trimmed());
    m_person->setText(fromText(session.person().displayName));
    m_served->setVisible(session.mayDo(casework::Duty::ReceiveCase));
}

void TopBar::refresh()
{
    showLink();
    showCopies();
}

void TopBar::showLink()
{
    whenReady(m_context.vault.outboxCount(), this, [this](const Result<vault::OutboxCount> &count) {
        if (count)
            takeCount(count->waiting, count->refused, fromText(count->oldestAt));
    });
}

void TopBar::takeCount(int waiting, int refused, const QString &oldestAt)
{
    const bool online = m_context.monitor.state() == link::LinkState::Online;
    const LightLook look = lookOf(online ? Light::Online : Light::Offline, palette());
    QString words = look.word;
    if (waiting > 0 && online) {
        words = tr("Online, %n to be sent", nullptr, waiting);
    } else if (waiting > 0) {
        const auto oldest = parseInstant(oldestAt.toStdString());
        const auto minutes = oldest
            ? std::chrono::duration_cast<std::chrono::minutes>(m_context.clock.now() - *oldest).count()
            : 0;
        words = tr("Offline, %n to be sent, the oldest for %1 min", nullptr, waiting).arg(minutes);
    }
    m_linkWords = words;
    showTransfer();
    m_link->setIcon(icon(look.symbol, online ? Tone::Ok : Tone::Warning));
    colourText(m_link, look.colours.text);
    m_alerts->setText(tr("%n alert(s)", nullptr, refused));
    m_alerts->setIcon(icon(Symbol::Alert, refused > 0 ? Tone::Error : Tone::Text));
    colourText(m_alerts, refused > 0 ? tokensOf(palette()).error.text : tokensOf(palette()).text);
}

void TopBar::showTransfer()
{
    const auto &transfer = m_context.pusher.transfer();
    const QString words = transfer && transfer->total > 0
        ? tr("%1 (%2 %)").arg(m_linkWords).arg(transfer->sent * 100 / transfer->total)
        : m_linkWords;
    m_link->setText(words);
    m_link->setAccessibleName(words);
}

void TopBar::showCopies()
{
    whenReady(m_context.vault.copies(), this, [this](const Result<vault::Copies> &copies) {
        if (!copies)
            return;
        const bool two = copies->areTwo();
        m_copies->setVisible(!two || copies->standing.mirrorWanted);
        m_copies->setText(two ? tr("Two copies") : tr("One copy"));
        m_copies->setToolTip(wordsOf(*copies));
        m_copies->setAccessibleName(wordsOf(*copies));
        m_copies->setIcon(icon(two ? Symbol::Save : Symbol::Warning, two ? Tone::Ok : Tone::Warning));
        colourText(m_copies, lookOf(two ? Light::Done : Light::LookAtIt, palette()).colours.text);
    });
}

void TopBar::showClock()
{
    m_clock->setText(dayAndTime(m_context.clock.now(), m_context.language));
}

} // namespace quanke::desk
