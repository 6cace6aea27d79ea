#include "desk/fields/areaeditor.h"

#include "desk/common/words.h"
#include "desk/look/appearance.h"

#include <QKeyEvent>
#include <QPlainTextEdit>

namespace quanke::desk {

AreaEditor::AreaEditor(Gives gives, QWidget *parent)
    : FieldEditor(parent)
    , m_text(new QPlainTextEdit(parent))
    , m_gives(gives)
{
    m_text->setTabChangesFocus(true);
    m_text->installEventFilter(this);
    if (gives == Gives::Lines)
        m_text->setPlaceholderText(tr("One per line; Alt+Enter for the next"));
    connect(m_text, &QPlainTextEdit::textChanged, this, &FieldEditor::edited);
}

QWidget *AreaEditor::widget() const
{
    return m_text;
}

QSize AreaEditor::size(int availableWidth) const
{
    return {qMin(scaled(560), availableWidth), scaled(80)};
}

Json AreaEditor::value() const
{
    const QString text = m_text->toPlainText();
    if (m_gives == Gives::Text)
        return text.trimmed().isEmpty() ? Json() : Json(text.trimmed().toStdString());
    Json lines = Json::array();
    for (const QString &line : text.split(QLatin1Char('\n'))) {
        if (!line.trimmed().isEmpty())
            lines.push_back(line.trimmed().toStdString());
    }
    return lines.empty() ? Json() : lines;
}

void AreaEditor::show(const Json &value)
{
    const QSignalBlocker quiet(m_text);
    if (value.is_string()) {
        m_text->setPlainText(fromText(value.get_ref<const std::string &>()));
        return;
    }
    QStringList lines;
    if (value.is_array()) {
        for (const Json &line : value)
            lines.append(
                line.is_string() ? fromText(line.get_ref<const std::string &>()) : fromText(line.dump()));
    }
    m_text->setPlainText(lines.join(QLatin1Char('\n')));
}

void AreaEditor::setReadOnly(bool readOnly)
{
    m_text->setReadOnly(readOnly);
}

bool AreaEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if ((key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter)
            && key->modifiers() & Qt::AltModifier) {
            m_text->insertPlainText(QStringLiteral("\n"));
            return true;
        }
    }
    return FieldEditor::eventFilter(watched, event);
}

} // namespace quanke::desk
