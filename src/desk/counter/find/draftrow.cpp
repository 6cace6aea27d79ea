#include "desk/counter/find/draftrow.h"

#include "desk/common/words.h"
#include "desk/counter/session/step.h"
#include "desk/look/appearance.h"
#include "desk/look/tokens.h"

#include <QPainter>

namespace quanke::desk {

namespace {

QString placeOf(const std::string &step)
{
    switch (stepFromName(step)) {
    case Step::Find:
    case Step::Tailor:
        return DraftRow::tr("at the questions");
    case Step::Fill:
        return DraftRow::tr("at the form");
    case Step::Documents:
        return DraftRow::tr("at the documents");
    case Step::Check:
    case Step::Receipt:
        return DraftRow::tr("at the check");
    }
    return {};
}

QString when(const std::string &updatedAt, Date today)
{
    const auto instant = parseInstant(updatedAt);
    if (!instant)
        return {};
    const Date day = dayInChina(*instant);
    const QString time = timeOfDay(*instant).left(5);
    return day == today ? time : shortDate(day, today) + QLatin1Char(' ') + time;
}

} // namespace

DraftRow::DraftRow(const vault::DraftSummary &draft, Date today, QWidget *parent)
    : QAbstractButton(parent)
    , m_title(fromText(draft.title))
    , m_detail(when(draft.updatedAt, today) + QLatin1Char(' ')
          + (draft.handedOver ? tr("handed over by a file") : placeOf(draft.step)))
{
    setObjectName(QStringLiteral("draftButton"));
    setAccessibleName(m_title); // no text of the button's own, in which an ampersand would stand for a key
    setAccessibleDescription(m_detail);
    setToolTip(m_title);
    setFocusPolicy(Qt::TabFocus);
}

QSize DraftRow::sizeHint() const
{
    return {scaled(200), scaled(48)};
}

void DraftRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &tokens = tokensOf(palette());
    painter.setPen(QPen(hasFocus() ? tokens.accent : tokens.line, hasFocus() ? 2 : 1));
    painter.setBrush(underMouse() ? tokens.alternate : tokens.base);
    const qreal inset = hasFocus() ? 1 : 0.5;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), 4, 4);
    const QRect room = rect().adjusted(scaled(10), scaled(4), -scaled(10), -scaled(4));
    painter.setFont(bodyFont());
    painter.setPen(tokens.text);
    painter.drawText(QRect(room.left(), room.top(), room.width(), room.height() / 2), Qt::AlignVCenter,
        painter.fontMetrics().elidedText(m_title, Qt::ElideRight, room.width()));
    painter.setFont(smallFont());
    painter.setPen(tokens.secondText);
    painter.drawText(QRect(room.left(), room.center().y(), room.width(), room.height() / 2), Qt::AlignVCenter,
        painter.fontMetrics().elidedText(m_detail, Qt::ElideRight, room.width()));
}

} // namespace quanke::desk
