#include "desk/fields/choiceeditors.h"

#include "desk/common/words.h"
#include "desk/look/appearance.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QRadioButton>

#include <algorithm>

namespace quanke::desk {

namespace {

constexpr int comboWidth = 240;
constexpr int checkGap = 20;

QString objectPart(const Json &value)
{
    return value.is_string() ? fromText(value.get_ref<const std::string &>()) : fromText(value.dump());
}

} // namespace

RadioEditor::RadioEditor(std::vector<Choice> choices, QWidget *parent)
    : FieldEditor(parent)
    , m_choices(std::move(choices))
    , m_box(new QWidget(parent))
    , m_group(new QButtonGroup(m_box))
{
    auto *layout = new QHBoxLayout(m_box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(20));
    for (std::size_t index = 0; index < m_choices.size(); ++index) {
        auto *button = new QRadioButton(m_choices[index].words, m_box);
        button->setObjectName(objectPart(m_choices[index].value) + QStringLiteral("RadioButton"));
        m_group->addButton(button, int(index));
        layout->addWidget(button);
    }
    layout->addStretch(1);
    connect(m_group, &QButtonGroup::idClicked, this, &FieldEditor::edited);
}

QWidget *RadioEditor::focusTarget() const
{
    QAbstractButton *checked = m_group->checkedButton();
    return checked ? checked : m_group->buttons().constFirst();
}

QSize RadioEditor::size(int availableWidth) const
{
    return {qMin(m_box->sizeHint().width(), availableWidth), scaled(32)};
}

Json RadioEditor::value() const
{
    const int chosen = m_group->checkedId();
    return chosen < 0 ? Json() : m_choices[std::size_t(chosen)].value;
}

void RadioEditor::show(const Json &value)
{
    m_group->setExclusive(false);
    for (std::size_t index = 0; index < m_choices.size(); ++index)
        m_group->button(int(index))->setChecked(m_choices[index].value == value);
    m_group->setExclusive(true);
}

void RadioEditor::setReadOnly(bool readOnly)
{
    for (QAbstractButton *button : m_group->buttons())
        button->setEnabled(!readOnly);
}

ComboEditor::ComboEditor(std::vector<Choice> choices, Length length, QWidget *parent)
    : FieldEditor(parent)
    , m_choices(std::move(choices))
    , m_combo(new QComboBox(parent))
    , m_length(length)
{
    for (const Choice &choice : m_choices)
        m_combo->addItem(choice.words);
    m_combo->setCurrentIndex(-1);
    m_combo->setMaxVisibleItems(12);
    if (length == Length::Long) {
        m_combo->setEditable(true);
        m_combo->setInsertPolicy(QComboBox::NoInsert);
        m_combo->completer()->setFilterMode(Qt::MatchContains);
        m_combo->completer()->setCompletionMode(QCompleter::PopupCompletion);
        m_combo->lineEdit()->setPlaceholderText(tr("Type a part of it"));
        m_combo->setCurrentText({});
    } else {
        m_combo->setPlaceholderText(tr("Choose"));
    }
    m_combo->installEventFilter(this);
    connect(m_combo, &QComboBox::activated, this, &FieldEditor::edited);
    if (m_combo->lineEdit())
        connect(m_combo->lineEdit(), &QLineEdit::textEdited, this, &FieldEditor::edited);
}

QWidget *ComboEditor::widget() const
{
    return m_combo;
}

QSize ComboEditor::size(int availableWidth) const
{
    return {qMin(scaled(comboWidth), availableWidth), scaled(32)};
}

int ComboEditor::indexOf(const Json &value) const
{
    const auto found = std::find_if(
        m_choices.begin(), m_choices.end(), [&value](const Choice &choice) { return choice.value == value; });
    return found == m_choices.end() ? -1 : int(found - m_choices.begin());
}

Json ComboEditor::value() const
{
    if (m_length == Length::Short)
        return m_combo->currentIndex() < 0 ? Json() : m_choices[std::size_t(m_combo->currentIndex())].value;
    const QString text = m_combo->currentText().trimmed();
    if (text.isEmpty())
        return {};
    const int index = m_combo->findText(text, Qt::MatchFixedString);
    return index < 0 ? Json(text.toStdString()) : m_choices[std::size_t(index)].value;
}

void ComboEditor::show(const Json &value)
{
    const int index = indexOf(value);
    m_combo->setCurrentIndex(index);
    if (m_length == Length::Long && index < 0)
        m_combo->setCurrentText(
            value.is_string() ? fromText(value.get_ref<const std::string &>()) : QString());
    m_combo->setToolTip(m_combo->currentText());
}

void ComboEditor::setReadOnly(bool readOnly)
{
    m_combo->setEnabled(!readOnly);
}

void ComboEditor::tidy()
{
    // One fit is enough: "hui" typed in a list where only 回族 fits need not be picked as well.
    if (m_length == Length::Long && m_combo->findText(m_combo->currentText(), Qt::MatchFixedString) < 0) {
        QList<int> fits;
        const QString typed = m_combo->currentText().trimmed();
        for (int index = 0; index < m_combo->count() && !typed.isEmpty(); ++index) {
            if (m_combo->itemText(index).contains(typed, Qt::CaseInsensitive))
                fits.append(index);
        }
        if (fits.size() == 1) {
            m_combo->setCurrentIndex(fits.constFirst());
            Q_EMIT edited();
        }
    }
    m_combo->setToolTip(m_combo->currentText());
}

bool ComboEditor::eventFilter(QObject *watched, QEvent *event)
{
    // The wheel scrolls the form; it must never change an answer in passing.
    if (event->type() == QEvent::Wheel) {
        event->ignore();
        return true;
    }
    if (event->type() == QEvent::KeyPress && m_length == Length::Short) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Delete || key == Qt::Key_Backspace) {
            m_combo->setCurrentIndex(-1);
            Q_EMIT edited();
            return true;
        }
    }
    return FieldEditor::eventFilter(watched, event);
}

CheckSetEditor::CheckSetEditor(std::vector<Choice> choices, QWidget *parent)
    : FieldEditor(parent)
    , m_choices(std::move(choices))
    , m_box(new QWidget(parent))
{
    for (const Choice &choice : m_choices) {
        auto *box = new QCheckBox(choice.words, m_box);
        box->setObjectName(objectPart(choice.value) + QStringLiteral("CheckBox"));
        m_boxes.push_back(box);
        connect(box, &QCheckBox::clicked, this, &FieldEditor::edited);
    }
}

QWidget *CheckSetEditor::focusTarget() const
{
    return m_boxes.empty() ? m_box : m_boxes.front();
}

int CheckSetEditor::place(int availableWidth) const
{
    const int line = scaled(32);
    int left = 0;
    int top = 0;
    for (QCheckBox *box : m_boxes) {
        const int width = box->sizeHint().width();
        if (left > 0 && left + width > availableWidth) {
            left = 0;
            top += line;
        }
        box->setGeometry(left, top, width, line);
        left += width + scaled(checkGap);
    }
    return top + line;
}

QSize CheckSetEditor::size(int availableWidth) const
{
    const int width = qMin(scaled(560), availableWidth);
    return {width, place(width)};
}

Json CheckSetEditor::value() const
{
    Json chosen = Json::array();
    for (std::size_t index = 0; index < m_boxes.size(); ++index) {
        if (m_boxes[index]->isChecked())
            chosen.push_back(m_choices[index].value);
    }
    return chosen.empty() ? Json() : chosen;
}

void CheckSetEditor::show(const Json &value)
{
    for (std::size_t index = 0; index < m_boxes.size(); ++index) {
        const bool checked =
            value.is_array() && std::find(value.begin(), value.end(), m_choices[index].value) != value.end();
        m_boxes[index]->setChecked(checked);
    }
}

void CheckSetEditor::setReadOnly(bool readOnly)
{
    for (QCheckBox *box : m_boxes)
        box->setEnabled(!readOnly);
}

} // namespace quanke::desk
