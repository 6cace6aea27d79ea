#include "desk/fields/fieldrow.h"

#include "desk/common/words.h"
#include "desk/look/appearance.h"
#include "desk/look/tokens.h"

#include <QAbstractButton>
#include <QPainter>

namespace quanke::desk {

namespace {

constexpr int labelHeight = 22;
constexpr int labelGap = 1;

/// "operator/person.idNo" and the editor's class give "operator_person_idNoLineEdit".
QString objectNameOf(const std::string &key, const QObject &widget)
{
    QString name = fromText(key);
    name.replace(QLatin1Char('/'), QLatin1Char('_')).replace(QLatin1Char('.'), QLatin1Char('_'));
    const QString kind = QLatin1String(widget.metaObject()->className());
    return name + (kind.startsWith(QLatin1Char('Q')) ? kind.mid(1) : kind);
}

} // namespace

FieldRow::FieldRow(std::string key, const QString &label, QWidget *parent)
    : QWidget(parent)
    , m_key(std::move(key))
    , m_label(new LabelLine(label, this))
{
}

void FieldRow::setEditor(FieldEditor *editor)
{
    m_editor = editor;
    m_label->setBuddy(editor->focusTarget());
    nameParts();
    connect(editor, &FieldEditor::sizeChanged, this, &FieldRow::heightChanged);
    connect(editor, &FieldEditor::edited, this, qOverload<>(&QWidget::update));
}

void FieldRow::nameParts()
{
    QWidget *target = m_editor->focusTarget();
    m_editor->widget()->setObjectName(objectNameOf(m_key, *m_editor->widget()));
    m_label->setObjectName(objectNameOf(m_key, *m_label));
    if (target != m_editor->widget() && !qobject_cast<QAbstractButton *>(target))
        target->setObjectName(objectNameOf(m_key, *target));
    m_editor->widget()->setAccessibleName(m_label->text());
    // Buttons of a group keep their own words as their name; what they answer is their description.
    if (!qobject_cast<QAbstractButton *>(target))
        target->setAccessibleName(m_label->text());
    for (QAbstractButton *button : m_editor->widget()->findChildren<QAbstractButton *>())
        button->setAccessibleDescription(m_label->text());
}

void FieldRow::setSource(const SourceMark &source)
{
    if (m_source == source)
        return;
    m_source = source;
    update();
}

void FieldRow::setOptional(bool optional)
{
    m_label->setNote(optional ? tr("optional") : QString());
}

void FieldRow::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    m_editor->setReadOnly(readOnly);
}

void FieldRow::setMessage(Light light, const QString &words)
{
    m_label->setMessage(light, words);
    FieldProblem problem = FieldProblem::None;
    if (!words.isEmpty())
        problem = light == Light::Wrong ? FieldProblem::Error : FieldProblem::Warning;
    m_editor->setProblem(problem);
    QWidget *target = m_editor->focusTarget();
    if (!qobject_cast<QAbstractButton *>(target))
        target->setAccessibleDescription(words);
}

int FieldRow::heightFor(int width) const
{
    return scaled(labelHeight + labelGap) + m_editor->size(width).height();
}

int FieldRow::gap()
{
    return scaled(9);
}

void FieldRow::resizeEvent(QResizeEvent *)
{
    m_label->setGeometry(0, 0, width(), scaled(labelHeight));
    m_editor->widget()->setGeometry(
        QRect(QPoint(0, scaled(labelHeight + labelGap)), m_editor->size(width())));
}

void FieldRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &tokens = tokensOf(palette());
    const QRect field = m_editor->widget()->geometry();
    QRect room(field.right() + scaled(9), field.top(), width() - field.right() - scaled(9),
        qMin(field.height(), scaled(32)));
    painter.setPen(tokens.secondText);
    const QString behind = m_unit.isEmpty() ? m_editor->remark() : m_unit;
    if (!behind.isEmpty()) {
        painter.drawText(room, Qt::AlignVCenter, behind);
        room.setLeft(room.left() + painter.fontMetrics().horizontalAdvance(behind) + scaled(12));
    }
    if (m_source.words.isEmpty() || room.width() < scaled(24))
        return;
    room.setLeft(room.left() + scaled(4));
    paintSymbol(painter, QRect(room.left(), room.top(), scaled(16), room.height()), m_source.symbol,
        tokens.secondText, scaled(16));
    room.setLeft(room.left() + scaled(20));
    painter.setFont(smallFont());
    painter.drawText(room, Qt::AlignVCenter,
        painter.fontMetrics().elidedText(m_source.words, Qt::ElideRight, room.width()));
}

} // namespace quanke::desk
