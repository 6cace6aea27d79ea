#include "desk/counter/fill/whyview.h"

#include "desk/look/appearance.h"
#include "desk/look/symbol.h"
#include "desk/look/tokens.h"

#include <QPainter>

namespace quanke::desk {

namespace {

constexpr std::size_t mostInFull = 2;

} // namespace

WhyView::WhyView(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("whyView"));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void WhyView::show(const QString &field, const std::vector<Reason> &reasons, const QString &hint)
{
    m_field = field;
    m_reasons = reasons;
    m_hint = hint;
    setAccessibleName(field);
    setAccessibleDescription(hint);
    updateGeometry();
    update();
}

int WhyView::heightForWidth(int width) const
{
    return write(nullptr, width);
}

QSize WhyView::sizeHint() const
{
    return {scaled(280), write(nullptr, qMax(scaled(200), width()))};
}

void WhyView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    write(&painter, width());
}

int WhyView::write(QPainter *painter, int width) const
{
    const Tokens &tokens = tokensOf(palette());
    int top = 0;
    const auto line = [&](const QString &text, const QFont &font, const QColor &colour, int indent) {
        const QFontMetrics metrics(font);
        const QRect room(indent, top, width - indent, 10'000);
        const int flags = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap;
        const QRect used = metrics.boundingRect(room, flags, text);
        if (painter) {
            painter->setFont(font);
            painter->setPen(colour);
            painter->drawText(room, flags, text);
        }
        top += used.height();
    };
    const auto symbol = [&](Symbol sign, const QColor &colour, int size) {
        if (painter)
            paintSymbol(*painter, QRect(0, top, scaled(size), scaled(22)), sign, colour, scaled(size));
    };
    if (m_field.isEmpty())
        return 0;
    symbol(Symbol::Eye, tokens.text, 18);
    line(m_field, boldFont(), tokens.text, scaled(24));
    if (!m_hint.isEmpty())
        line(m_hint, smallFont(), tokens.secondText, scaled(24));
    top += scaled(6);
    for (std::size_t index = 0; index < m_reasons.size() && index < mostInFull; ++index) {
        const Reason &reason = m_reasons[index];
        symbol(Symbol::Department, tokens.secondText, 16);
        line(reason.department, boldFont(), tokens.text, scaled(22));
        line(reason.matter, smallFont(), tokens.secondText, scaled(22));
        if (!reason.points.isEmpty())
            line(tr("Looks at: %1").arg(reason.points.constFirst()), smallFont(), tokens.text, scaled(22));
        top += scaled(6);
    }
    if (m_reasons.size() > mostInFull) {
        line(tr("and %n other matter(s)", nullptr, int(m_reasons.size() - mostInFull)), smallFont(),
            tokens.secondText, scaled(22));
        top += scaled(6);
    }
    return top;
}

} // namespace quanke::desk
