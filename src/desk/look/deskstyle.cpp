#include "desk/look/deskstyle.h"

#include "desk/look/appearance.h"
#include "desk/look/symbol.h"
#include "desk/look/tokens.h"

#include <QAbstractItemView>
#include <QLabel>
#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTableView>
#include <QWidget>

namespace quanke::desk {

namespace {

constexpr const char *problemProperty = "quankeProblem";

FieldProblem problemOf(const QWidget *widget)
{
    return widget ? static_cast<FieldProblem>(widget->property(problemProperty).toInt()) : FieldProblem::None;
}

QColor borderColour(const QStyleOption &option, const QWidget *widget, const Tokens &tokens)
{
    const FieldProblem problem = problemOf(widget);
    if (option.state & QStyle::State_HasFocus)
        return problem == FieldProblem::Error ? tokens.error.text : tokens.accent;
    if (problem == FieldProblem::Error)
        return tokens.error.text;
    if (problem == FieldProblem::Warning)
        return tokens.warning.text;
    return option.state & QStyle::State_Enabled ? tokens.edge : tokens.line;
}

/// A frame drawn inside the rectangle: 1 px, or 2 px of the same outer size when it has the focus.
void drawFrame(QPainter &painter, const QRect &rect, const QColor &ground, const QColor &border, bool focus,
    qreal radius)
{
    const qreal width = focus ? 2 : 1;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(border, width));
    painter.setBrush(ground);
    const qreal inset = width / 2;
    painter.drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), radius, radius);
    painter.restore();
}

void drawField(QPainter &painter, const QStyleOption &option, const QWidget *widget)
{
    const Tokens &tokens = tokensOf(option.palette);
    const bool readOnly = option.state & QStyle::State_ReadOnly || !(option.state & QStyle::State_Enabled);
    const bool focus = option.state & QStyle::State_HasFocus;
    QColor border = borderColour(option, widget, tokens);
    if (readOnly && !focus && problemOf(widget) == FieldProblem::None)
        border = tokens.line;
    drawFrame(painter, option.rect, readOnly ? tokens.window : tokens.base, border, focus, 3);
    const FieldProblem problem = problemOf(widget);
    if (problem == FieldProblem::None)
        return;
    const QColor bar = problem == FieldProblem::Error ? tokens.error.text : tokens.warning.text;
    painter.fillRect(
        option.rect.adjusted(1, 1, 0, -1).left(), option.rect.top() + 1, 3, option.rect.height() - 2, bar);
}

struct ButtonLook {
    QColor ground;
    QColor border;
    QColor text;
};

ButtonLook lookOf(const QStyleOption &option, const Tokens &tokens)
{
    if (!(option.state & QStyle::State_Enabled))
        return {tokens.window, tokens.line, tokens.secondText};
    if (option.state & QStyle::State_On)
        return {tokens.tint, tokens.accent, tokens.accent};
    const bool hovered = option.state & (QStyle::State_MouseOver | QStyle::State_Sunken);
    return {hovered ? tokens.alternate : tokens.base, tokens.edge, tokens.text};
}

void drawRadio(QPainter &painter, const QStyleOption &option, const Tokens &tokens)
{
    const bool on = option.state & QStyle::State_On;
    const QColor mark = option.state & QStyle::State_Enabled ? tokens.accent : tokens.done.text;
    const QRectF circle = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(on ? Qt::NoPen : QPen(tokens.edge, 1));
    painter.setBrush(on ? mark : tokens.base);
    painter.drawEllipse(circle);
    if (on) {
        painter.setBrush(tokens.base);
        const qreal inner = circle.width() * 0.32;
        painter.drawEllipse(circle.adjusted(inner, inner, -inner, -inner));
    }
    painter.restore();
}

void drawCheck(QPainter &painter, const QStyleOption &option, const Tokens &tokens)
{
    const bool on = option.state & (QStyle::State_On | QStyle::State_NoChange);
    const bool enabled = option.state & QStyle::State_Enabled;
    const QColor mark = enabled ? tokens.accent : tokens.done.text;
    drawFrame(painter, option.rect, on ? mark : tokens.base, on ? mark : tokens.edge, false, 2);
    if (option.state & QStyle::State_On)
        paintSymbol(painter, option.rect, Symbol::Check, tokens.onAccent, option.rect.width() - 2);
    else if (on)
        paintSymbol(painter, option.rect, Symbol::Remove, tokens.onAccent, option.rect.width() - 2);
}

/// A table that is read line by line: no grid, a thin line under each row.
bool isPlainTable(const QWidget *widget)
{
    const auto *table = qobject_cast<const QTableView *>(widget);
    return table && !table->showGrid();
}

/// A scroll bar without arrows: the whole length is the groove.
QRect scrollBarPart(const QStyleOptionSlider &bar, QStyle::SubControl part)
{
    const bool horizontal = bar.orientation == Qt::Horizontal;
    const int length = horizontal ? bar.rect.width() : bar.rect.height();
    const qint64 range = qint64(bar.maximum) - bar.minimum;
    const qint64 sought = range > 0 ? qint64(bar.pageStep) * length / (range + bar.pageStep) : length;
    const int slider = qBound(qMin(scaled(28), length), int(sought), length);
    const int start = QStyle::sliderPositionFromValue(
        bar.minimum, bar.maximum, bar.sliderPosition, length - slider, bar.upsideDown);
    const auto piece = [&](int from, int extent) {
        const QRect rect = horizontal
            ? QRect(bar.rect.left() + from, bar.rect.top(), extent, bar.rect.height())
            : QRect(bar.rect.left(), bar.rect.top() + from, bar.rect.width(), extent);
        return QStyle::visualRect(bar.direction, bar.rect, rect);
    };
    switch (part) {
    case QStyle::SC_ScrollBarGroove:
        return bar.rect;
    case QStyle::SC_ScrollBarSlider:
        return piece(start, slider);
    case QStyle::SC_ScrollBarSubPage:
        return piece(0, start);
    case QStyle::SC_ScrollBarAddPage:
        return piece(start + slider, length - start - slider);
    default:
        return {};
    }
}

} // namespace

void setFieldProblem(QWidget *field, FieldProblem problem)
{
    if (problemOf(field) == problem)
        return;
    field->setProperty(problemProperty, static_cast<int>(problem));
    field->update();
}

DeskStyle::DeskStyle()
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
{
}

void DeskStyle::polish(QWidget *widget)
{
    auto *label = qobject_cast<QLabel *>(widget);
    if (label && label->textFormat() == Qt::AutoText)
        label->setTextFormat(Qt::PlainText);
    QProxyStyle::polish(widget);
}

void DeskStyle::drawPrimitive(
    PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const Tokens &tokens = tokensOf(option->palette);
    switch (element) {
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
            frame && frame->lineWidth > 0)
            drawField(*painter, *option, widget);
        else
            painter->fillRect(option->rect, option->palette.brush(QPalette::Base));
        return;
    case PE_FrameLineEdit:
        return;
    case PE_Frame:
        drawFrame(*painter, option->rect, QColor(Qt::transparent), borderColour(*option, widget, tokens),
            option->state & State_HasFocus, 3);
        return;
    case PE_PanelButtonCommand: {
        const ButtonLook look = lookOf(*option, tokens);
        const bool focus = option->state & State_HasFocus;
        drawFrame(*painter, option->rect, look.ground, focus ? tokens.accent : look.border, focus, 4);
        return;
    }
    case PE_FrameFocusRect:
        if (qobject_cast<const QAbstractItemView *>(widget))
            return;
        drawFrame(*painter, option->rect, QColor(Qt::transparent), tokens.accent, false, 3);
        return;
    case PE_IndicatorRadioButton:
        drawRadio(*painter, *option, tokens);
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        drawCheck(*painter, *option, tokens);
        return;
    case PE_IndicatorArrowDown:
        paintSymbol(*painter, option->rect, Symbol::Down, tokens.secondText, scaled(16));
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void DeskStyle::drawControl(
    ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const Tokens &tokens = tokensOf(option->palette);
    if (element == CE_PushButtonLabel) {
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            QStyleOptionButton copy = *button;
            copy.palette.setColor(QPalette::ButtonText, lookOf(*option, tokens).text);
            QProxyStyle::drawControl(element, &copy, painter, widget);
            return;
        }
    }
    if (element == CE_HeaderSection) {
        painter->fillRect(option->rect, tokens.alternate);
        painter->fillRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1, tokens.line);
        return;
    }
    if (element == CE_HeaderLabel) {
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            painter->save();
            painter->setFont(smallFont());
            painter->setPen(tokens.secondText);
            painter->drawText(header->rect, int(header->textAlignment | Qt::AlignVCenter),
                painter->fontMetrics().elidedText(header->text, Qt::ElideRight, header->rect.width()));
            painter->restore();
            return;
        }
    }
    if (element == CE_ItemViewItem && isPlainTable(widget)) {
        QProxyStyle::drawControl(element, option, painter, widget);
        painter->fillRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1, tokens.line);
        return;
    }
    if (element == CE_CheckBoxLabel) {
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            QStyleOptionButton copy = *button;
            copy.text = button->fontMetrics.elidedText(
                button->text, Qt::ElideRight, button->rect.width(), Qt::TextShowMnemonic);
            QProxyStyle::drawControl(element, &copy, painter, widget);
            return;
        }
    }
    if (element == CE_Splitter) {
        painter->fillRect(option->rect, tokens.line);
        return;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void DeskStyle::drawComplexControl(
    ComplexControl control, const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    const Tokens &tokens = tokensOf(option->palette);
    if (control == CC_ComboBox) {
        const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
        if (!combo || combo->frame)
            drawField(*painter, *option, widget);
        const QRect arrow = subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget);
        const QColor colour = option->state & State_Enabled ? tokens.text : tokens.secondText;
        paintSymbol(*painter, arrow, Symbol::Down, colour, scaled(16));
        return;
    }
    if (control == CC_ScrollBar) {
        painter->fillRect(option->rect, option->palette.color(QPalette::Base));
        const QRect slider =
            subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, widget).adjusted(2, 2, -2, -2);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(tokens.edge);
        painter->setOpacity(option->state & (State_MouseOver | State_Sunken) ? 1.0 : 0.6);
        const qreal radius = qMin(slider.width(), slider.height()) / 2.0;
        painter->drawRoundedRect(slider, radius, radius);
        painter->restore();
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

int DeskStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return scaled(16);
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return scaled(6);
    case PM_ScrollBarExtent:
        return scaled(10);
    case PM_SplitterWidth:
        return 1;
    case PM_ButtonIconSize:
    case PM_SmallIconSize:
        return scaled(18);
    case PM_DefaultFrameWidth:
        return 1;
    case PM_HeaderMargin:
        return scaled(7);
    case PM_FocusFrameHMargin:
        return isPlainTable(widget) ? scaled(6) : QProxyStyle::pixelMetric(metric, option, widget);
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

QSize DeskStyle::sizeFromContents(
    ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (type == CT_LineEdit || type == CT_ComboBox || type == CT_PushButton)
        result.setHeight(qMax(scaled(32), size.height()));
    if (type == CT_PushButton)
        result.setWidth(size.width() + scaled(26));
    return result;
}

QRect DeskStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
    SubControl subControl, const QWidget *widget) const
{
    if (control == CC_ComboBox && subControl == SC_ComboBoxArrow) {
        const int width = scaled(30);
        return QRect(option->rect.right() - width, option->rect.top(), width, option->rect.height());
    }
    if (control == CC_ComboBox && subControl == SC_ComboBoxEditField)
        return option->rect.adjusted(scaled(7), 2, -scaled(30), -2);
    if (control == CC_ScrollBar) {
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option))
            return scrollBarPart(*bar, subControl);
    }
    return QProxyStyle::subControlRect(control, option, subControl, widget);
}

QRect DeskStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    if (element == SE_LineEditContents) {
        const QRect rect = QProxyStyle::subElementRect(element, option, widget);
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        return frame && frame->lineWidth > 0 ? rect.adjusted(scaled(7), 0, -scaled(5), -1) : rect;
    }
    return QProxyStyle::subElementRect(element, option, widget);
}

QIcon DeskStyle::standardIcon(StandardPixmap name, const QStyleOption *option, const QWidget *widget) const
{
    if (name == SP_LineEditClearButton)
        return icon(Symbol::Close, Tone::Second);
    return QProxyStyle::standardIcon(name, option, widget);
}

int DeskStyle::styleHint(
    StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *returned) const
{
    if (hint == SH_ScrollBar_LeftClickAbsolutePosition)
        return 1;
    if (hint == SH_UnderlineShortcut || hint == SH_EtchDisabledText)
        return 0;
    return QProxyStyle::styleHint(hint, option, widget, returned);
}

} // namespace quanke::desk
