#include "desk/fields/dateeditor.h"

#include "core/base/date.h"
#include "desk/common/words.h"
#include "desk/look/appearance.h"
#include "desk/look/symbol.h"

#include <QAction>
#include <QCalendarWidget>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>

namespace quanke::desk {

namespace {

const QString noEnd = QStringLiteral("9999-12-31");

QString digitsOf(const QString &text)
{
    QString digits;
    for (const QChar character : text) {
        if (character.digitValue() >= 0)
            digits += QChar(u'0' + character.digitValue());
    }
    return digits;
}

/// Numbers with whatever stands between them: "2026.1.5", "2026年1月5日".
QStringList numbersOf(const QString &text)
{
    QStringList numbers{QString()};
    for (const QChar character : text) {
        if (character.digitValue() >= 0)
            numbers.last() += QChar(u'0' + character.digitValue());
        else if (!numbers.last().isEmpty())
            numbers.append(QString());
    }
    numbers.removeAll(QString());
    return numbers;
}

} // namespace

QString isoDate(const QString &typed)
{
    const QString text = typed.trimmed();
    const QString digits = digitsOf(text);
    if (digits.size() == 8)
        return digits.left(4) + QLatin1Char('-') + digits.mid(4, 2) + QLatin1Char('-') + digits.mid(6);
    const QStringList numbers = numbersOf(text);
    if (numbers.size() == 3 && numbers[0].size() == 4 && numbers[1].size() <= 2 && numbers[2].size() <= 2) {
        return QStringLiteral("%1-%2-%3")
            .arg(numbers[0], numbers[1].rightJustified(2, QLatin1Char('0')),
                numbers[2].rightJustified(2, QLatin1Char('0')));
    }
    return text;
}

QString isoMoment(const QString &typed)
{
    const QString digits = digitsOf(typed);
    if (digits.size() != 12)
        return typed.trimmed();
    return isoDate(digits.left(8)) + QLatin1Char('T') + digits.mid(8, 2) + QLatin1Char(':') + digits.mid(10);
}

DateEditor::DateEditor(Kind kind, QWidget *parent)
    : FieldEditor(parent)
    , m_kind(kind)
    , m_box(new QWidget(parent))
    , m_line(new QLineEdit(m_box))
{
    auto *layout = new QHBoxLayout(m_box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(8));
    layout->addWidget(m_line);
    m_line->setFixedWidth(scaled(kind == Kind::Moment ? 200 : 160));
    m_line->setFixedHeight(scaled(32));
    m_line->setPlaceholderText(kind == Kind::Moment ? tr("YYYY-MM-DD HH:MM") : tr("YYYY-MM-DD"));
    QAction *open = m_line->addAction(icon(Symbol::Calendar, Tone::Second), QLineEdit::TrailingPosition);
    open->setToolTip(tr("Calendar"));
    connect(open, &QAction::triggered, this, &DateEditor::openCalendar);
    connect(m_line, &QLineEdit::textEdited, this, &FieldEditor::edited);
    if (kind == Kind::DayOrNoEnd) {
        m_noEnd = new QCheckBox(tr("no end"), m_box);
        layout->addWidget(m_noEnd);
        connect(m_noEnd, &QCheckBox::toggled, m_line, &QWidget::setDisabled);
        connect(m_noEnd, &QCheckBox::clicked, this, &FieldEditor::edited);
    }
    layout->addStretch(1);
    m_box->setFocusProxy(m_line);
}

QWidget *DateEditor::focusTarget() const
{
    return m_noEnd && m_noEnd->isChecked() ? static_cast<QWidget *>(m_noEnd) : m_line;
}

QSize DateEditor::size(int availableWidth) const
{
    int width = m_line->width();
    if (m_noEnd)
        width += scaled(8) + m_noEnd->sizeHint().width();
    return {qMin(width, availableWidth), scaled(32)};
}

Json DateEditor::value() const
{
    if (m_noEnd && m_noEnd->isChecked())
        return noEnd.toStdString();
    const QString text = m_kind == Kind::Moment ? isoMoment(m_line->text()) : isoDate(m_line->text());
    return text.isEmpty() ? Json() : Json(text.toStdString());
}

void DateEditor::show(const Json &value)
{
    const QString text = value.is_string() ? fromText(value.get_ref<const std::string &>()) : QString();
    if (m_noEnd) {
        m_noEnd->setChecked(text == noEnd);
        m_line->setText(text == noEnd ? QString() : text);
        return;
    }
    QString shown = text;
    m_line->setText(m_kind == Kind::Moment ? shown.replace(QLatin1Char('T'), QLatin1Char(' ')) : shown);
}

void DateEditor::setReadOnly(bool readOnly)
{
    m_line->setReadOnly(readOnly);
    if (m_noEnd)
        m_noEnd->setEnabled(!readOnly);
    for (QAction *action : m_line->actions())
        action->setEnabled(!readOnly);
}

void DateEditor::setProblem(FieldProblem problem)
{
    setFieldProblem(m_line, problem);
}

void DateEditor::tidy()
{
    if (m_kind == Kind::Moment)
        m_line->setText(isoMoment(m_line->text()).replace(QLatin1Char('T'), QLatin1Char(' ')));
    else
        m_line->setText(isoDate(m_line->text()));
}

QString DateEditor::remark() const
{
    const auto day = parseDate(isoDate(m_line->text()).toStdString());
    return day ? weekdayOf(*day) : QString();
}

void DateEditor::openCalendar()
{
    auto *frame = new QFrame(m_box, Qt::Popup);
    frame->setAttribute(Qt::WA_DeleteOnClose);
    frame->setFrameShape(QFrame::StyledPanel);
    auto *layout = new QVBoxLayout(frame);
    layout->setContentsMargins(1, 1, 1, 1);
    auto *calendar = new QCalendarWidget(frame);
    calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    calendar->setFirstDayOfWeek(Qt::Monday);
    const QDate shown = QDate::fromString(isoDate(m_line->text()), Qt::ISODate);
    if (shown.isValid())
        calendar->setSelectedDate(shown);
    layout->addWidget(calendar);
    connect(calendar, &QCalendarWidget::activated, this, [this, frame](QDate day) {
        m_line->setText(day.toString(Qt::ISODate));
        frame->close();
        m_line->setFocus();
        Q_EMIT edited();
    });
    connect(calendar, &QCalendarWidget::clicked, calendar, &QCalendarWidget::activated);
    frame->move(m_line->mapToGlobal(QPoint(0, m_line->height() + 2)));
    frame->show();
    calendar->setFocus();
}

} // namespace quanke::desk
