#include "desk/approve/correctionitems.h"

#include "desk/common/actionbutton.h"
#include "desk/common/elidedlabel.h"
#include "desk/common/words.h"
#include "desk/look/appearance.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>

#include <algorithm>

namespace quanke::desk {

CorrectionItems::CorrectionItems(QWidget *parent)
    : QWidget(parent)
    , m_choice(new QComboBox(this))
    , m_add(new ActionButton(tr("Add"), ButtonKind::Small, this))
    , m_layout(new QVBoxLayout(this))
{
    m_choice->setObjectName(QStringLiteral("correctionKeyComboBox"));
    m_choice->setAccessibleName(tr("Field or material to be corrected"));
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_choice->setMaxVisibleItems(16);
    m_add->setObjectName(QStringLiteral("addCorrectionButton"));
    m_add->setSymbol(Symbol::Add);
    auto *line = new QHBoxLayout;
    line->setSpacing(scaled(6));
    line->addWidget(m_choice, 1);
    line->addWidget(m_add);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(scaled(4));
    m_layout->addLayout(line);
    connect(m_add, &QPushButton::clicked, this,
        [this] { add(m_choice->currentData().toString().toStdString()); });
}

void CorrectionItems::offer(const std::vector<std::string> &keys, const ValueWords &words)
{
    while (!m_rows.empty())
        remove(m_rows.back().key);
    m_choice->clear();
    for (const std::string &key : keys)
        m_choice->addItem(words.label(key), fromText(key));
}

void CorrectionItems::add(const std::string &key)
{
    if (addRow(key))
        m_rows.back().reason->setFocus(Qt::OtherFocusReason);
}

bool CorrectionItems::addRow(const std::string &key)
{
    const int place = m_choice->findData(fromText(key));
    const bool there =
        std::any_of(m_rows.begin(), m_rows.end(), [&](const Row &row) { return row.key == key; });
    if (place < 0 || there)
        return false;
    const QString name = m_choice->itemText(place);
    auto *widget = new QWidget(this);
    auto *grid = new QGridLayout(widget);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(scaled(4));
    grid->setVerticalSpacing(0);
    auto *label = new ElidedLabel(widget);
    label->setFont(smallFont());
    label->setText(name);
    auto *reason = new QLineEdit(widget);
    reason->setObjectName(QStringLiteral("correctionReasonLineEdit"));
    reason->setPlaceholderText(tr("What is wrong and how to mend it"));
    reason->setAccessibleName(tr("Reason: %1").arg(name));
    reason->setMaxLength(500);
    auto *away = new ActionButton({}, ButtonKind::Quiet, widget);
    away->setSymbol(Symbol::Close);
    away->setAccessibleName(tr("Take away: %1").arg(name));
    away->setToolTip(away->accessibleName());
    grid->addWidget(label, 0, 0);
    grid->addWidget(reason, 1, 0);
    grid->addWidget(away, 1, 1);
    connect(reason, &QLineEdit::textChanged, this, &CorrectionItems::changed);
    connect(away, &QPushButton::clicked, this, [this, key] {
        remove(key);
        Q_EMIT changed();
    });
    m_layout->addWidget(widget);
    m_rows.push_back({key, widget, reason});
    Q_EMIT changed();
    return true;
}

void CorrectionItems::bring(const Json &items)
{
    for (const Json &item : items) {
        if (addRow(item.value("key", std::string())))
            m_rows.back().reason->setText(fromText(item.value("reason", std::string())));
    }
}

void CorrectionItems::remove(const std::string &key)
{
    const auto row =
        std::find_if(m_rows.begin(), m_rows.end(), [&](const Row &each) { return each.key == key; });
    if (row == m_rows.end())
        return;
    row->widget->hide();
    row->widget->deleteLater();
    m_rows.erase(row);
}

Json CorrectionItems::items() const
{
    Json items = Json::array();
    for (const Row &row : m_rows)
        items.push_back({{"key", row.key}, {"reason", row.reason->text().trimmed().toStdString()}});
    return items;
}

bool CorrectionItems::isComplete() const
{
    return !m_rows.empty() && std::all_of(m_rows.begin(), m_rows.end(), [](const Row &row) {
        return !row.reason->text().trimmed().isEmpty();
    });
}

QWidget *CorrectionItems::firstField() const
{
    return m_rows.empty() ? static_cast<QWidget *>(m_choice) : m_rows.front().reason;
}

} // namespace quanke::desk
