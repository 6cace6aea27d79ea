#include "desk/fields/texteditor.h"

#include "desk/common/words.h"
#include "desk/look/appearance.h"

#include <QLineEdit>
#include <QLocale>

namespace quanke::desk {

namespace {

QString split(const QString &text, std::initializer_list<int> lengths)
{
    QStringList parts;
    qsizetype place = 0;
    for (const int length : lengths) {
        parts.append(text.mid(place, length));
        place += length;
    }
    return place == text.size() ? parts.join(QLatin1Char(' ')) : text;
}

/// Full-width digits, letters and stops, as a Chinese input method leaves them, in their narrow form.
QString narrow(QString text)
{
    for (QChar &character : text) {
        if (character.unicode() >= 0xFF01 && character.unicode() <= 0xFF5E)
            character = QChar(character.unicode() - 0xFEE0);
    }
    return text;
}

} // namespace

QString inGroups(const QString &text, TextKind kind)
{
    switch (kind) {
    case TextKind::CitizenId:
        return split(text, {6, 8, 4});
    case TextKind::Mobile:
        return split(text, {3, 4, 4});
    case TextKind::Account: {
        QString grouped;
        for (qsizetype place = 0; place < text.size(); place += 4)
            grouped += (place == 0 ? QString() : QStringLiteral(" ")) + text.mid(place, 4);
        return grouped;
    }
    case TextKind::Plain:
    case TextKind::CreditCode:
        break;
    }
    return text;
}

QString withoutGroups(const QString &typed, TextKind kind)
{
    if (kind == TextKind::Plain)
        return typed.trimmed();
    QString text = narrow(typed);
    text.remove(QLatin1Char(' '));
    return kind == TextKind::Mobile || kind == TextKind::Account ? text : text.toUpper();
}

Json readNumber(const QString &typed, NumberKind kind)
{
    QString text = narrow(typed).trimmed();
    if (text.isEmpty())
        return {};
    text.remove(QLatin1Char(','));
    bool read = false;
    if (const qlonglong whole = QLocale::c().toLongLong(text, &read); read)
        return whole;
    if (kind == NumberKind::Decimal) {
        if (const double decimal = QLocale::c().toDouble(text, &read); read)
            return decimal;
    }
    return text.toStdString();
}

QString writeNumber(const Json &value)
{
    if (value.is_number_integer())
        return QString::number(value.get<qlonglong>());
    if (value.is_number())
        return QString::number(value.get<double>(), 'g', 15);
    return value.is_string() ? fromText(value.get_ref<const std::string &>()) : QString();
}

TextEditor::TextEditor(TextKind kind, int width, QWidget *parent)
    : FieldEditor(parent)
    , m_line(new QLineEdit(parent))
    , m_kind(kind)
    , m_width(width)
{
    if (kind == TextKind::CitizenId || kind == TextKind::CreditCode || kind == TextKind::Mobile)
        m_line->setInputMethodHints(Qt::ImhPreferUppercase | Qt::ImhNoPredictiveText);
    connect(m_line, &QLineEdit::textEdited, this, &FieldEditor::edited);
}

QWidget *TextEditor::widget() const
{
    return m_line;
}

QSize TextEditor::size(int availableWidth) const
{
    return {qMin(scaled(m_width), availableWidth), scaled(32)};
}

Json TextEditor::value() const
{
    const QString text = withoutGroups(m_line->text(), m_kind);
    return text.isEmpty() ? Json() : Json(text.toStdString());
}

void TextEditor::show(const Json &value)
{
    const QString text = value.is_string() ? fromText(value.get_ref<const std::string &>()) : QString();
    m_line->setText(inGroups(text, m_kind));
    m_line->setCursorPosition(0);
}

void TextEditor::setReadOnly(bool readOnly)
{
    m_line->setReadOnly(readOnly);
}

void TextEditor::tidy()
{
    m_line->setText(inGroups(withoutGroups(m_line->text(), m_kind), m_kind));
}

NumberEditor::NumberEditor(NumberKind kind, QWidget *parent)
    : FieldEditor(parent)
    , m_line(new QLineEdit(parent))
    , m_kind(kind)
{
    m_line->setInputMethodHints(Qt::ImhFormattedNumbersOnly);
    connect(m_line, &QLineEdit::textEdited, this, &FieldEditor::edited);
}

QWidget *NumberEditor::widget() const
{
    return m_line;
}

QSize NumberEditor::size(int availableWidth) const
{
    return {qMin(scaled(104), availableWidth), scaled(32)};
}

Json NumberEditor::value() const
{
    return readNumber(m_line->text(), m_kind);
}

void NumberEditor::show(const Json &value)
{
    m_line->setText(writeNumber(value));
}

void NumberEditor::setReadOnly(bool readOnly)
{
    m_line->setReadOnly(readOnly);
}

} // namespace quanke::desk
