#include "desk/counter/stepbar.h"

#include "desk/look/appearance.h"
#include "desk/look/symbol.h"
#include "desk/look/tokens.h"

#include <QLayout>
#include <QPainter>
#include <QSignalBlocker>

namespace quanke::desk {

namespace {

constexpr int padding = 12;
constexpr int gap = 6;
constexpr int tick = 16;

} // namespace

StepBar::StepBar(QWidget *parent)
    : QTabBar(parent)
{
    setObjectName(QStringLiteral("stepTabBar"));
    setAccessibleName(tr("Steps"));
    setDocumentMode(true);
    setDrawBase(false);
    setExpanding(false);
    setElideMode(Qt::ElideNone);
    setUsesScrollButtons(false);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(this, &QTabBar::currentChanged, this, [this](int index) {
        if (index >= 0)
            Q_EMIT chosen(m_tabs[std::size_t(index)].step);
    });
}

void StepBar::addStep(Step step, const QString &title)
{
    const QSignalBlocker quiet(this);
    m_tabs.push_back({step, {}});
    addTab(title);
}

int StepBar::indexOf(Step step) const
{
    for (std::size_t index = 0; index < m_tabs.size(); ++index) {
        if (m_tabs[index].step == step)
            return int(index);
    }
    return -1;
}

void StepBar::setState(Step step, const StepState &state)
{
    const int index = indexOf(step);
    if (index < 0 || m_tabs[std::size_t(index)].state == state)
        return;
    m_tabs[std::size_t(index)].state = state;
    setTabEnabled(index, state.reachable);
    setTabToolTip(
        index, state.count.isEmpty() ? tabText(index) : tabText(index) + QLatin1Char(' ') + state.count);
    // QTabBar has no way to say that a tab's size hint changed; setting the text lays it out again.
    setTabText(index, tabText(index));
    setTabData(index, state.count);
    updateGeometry();
    // Its place ends at the right edge: longer words move its left end, in the same frame.
    if (QLayout *strip = parentWidget() ? parentWidget()->layout() : nullptr)
        strip->activate();
    update();
}

void StepBar::setCurrent(Step step)
{
    const QSignalBlocker quiet(this);
    setCurrentIndex(indexOf(step));
}

QSize StepBar::tabSizeHint(int index) const
{
    int width = 2 * scaled(padding) + QFontMetrics(boldFont()).horizontalAdvance(tabText(index));
    if (std::size_t(index) < m_tabs.size()) {
        const StepState &state = m_tabs[std::size_t(index)].state;
        if (state.done)
            width += scaled(tick + gap);
        if (!state.count.isEmpty())
            width += scaled(gap) + QFontMetrics(smallFont()).horizontalAdvance(state.count);
    }
    return {width, scaled(39)};
}

QSize StepBar::minimumTabSizeHint(int index) const
{
    return tabSizeHint(index);
}

void StepBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    for (int index = 0; index < count(); ++index)
        paintTab(painter, index);
}

void StepBar::paintTab(QPainter &painter, int index) const
{
    const Tokens &tokens = tokensOf(palette());
    const StepState &state = m_tabs[std::size_t(index)].state;
    const bool current = index == currentIndex();
    const QRect room = tabRect(index);
    int left = room.left() + scaled(padding);
    if (state.done) {
        paintSymbol(painter, QRect(left, room.top(), scaled(tick), room.height()), Symbol::Check,
            tokens.ok.text, scaled(tick));
        left += scaled(tick + gap);
    }
    painter.setOpacity(state.reachable || current ? 1.0 : 0.7);
    painter.setFont(current ? boldFont() : bodyFont());
    painter.setPen(current ? tokens.accent : tokens.secondText);
    painter.drawText(
        QRect(left, room.top(), room.right() - left, room.height()), Qt::AlignVCenter, tabText(index));
    left += painter.fontMetrics().horizontalAdvance(tabText(index)) + scaled(gap);
    painter.setFont(smallFont());
    painter.setPen(tokens.secondText);
    painter.drawText(
        QRect(left, room.top(), room.right() - left, room.height()), Qt::AlignVCenter, state.count);
    painter.setOpacity(1.0);
    if (current) {
        const int height = hasFocus() ? 4 : 3;
        painter.fillRect(room.adjusted(scaled(8), room.height() - height, -scaled(8), 0), tokens.accent);
    }
}

} // namespace quanke::desk
