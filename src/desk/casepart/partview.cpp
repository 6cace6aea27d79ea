#include "desk/casepart/partview.h"

#include "desk/common/words.h"
#include "desk/look/appearance.h"
#include "desk/look/takeaway.h"
#include "desk/look/textroles.h"
#include "desk/look/tokens.h"

#include <QGridLayout>
#include <QPainter>

#include <algorithm>

namespace quanke::desk {

namespace {

constexpr int twoColumnsFrom = 560;

/// Where a key stands in its section: by its role's place, then by its element's in the dictionary.
struct Place {
    std::size_t role = 0;
    int element = 0;
    auto operator<=>(const Place &) const = default;
};

Place placeOf(
    const catalogue::Catalogue &catalogue, const catalogue::Section &section, const std::string &key)
{
    const auto parts = catalogue::splitKey(key);
    const auto *element = catalogue.element(parts.element);
    const auto role = std::find(section.roles.begin(), section.roles.end(), parts.role);
    return {std::size_t(role - section.roles.begin()), element ? element->position : 0};
}

} // namespace

std::vector<PartSection> sectionsOf(const catalogue::Catalogue &catalogue, const std::string &bundle,
    const Json &values, const ValueWords &words)
{
    std::vector<PartSection> sections;
    const auto *definition = catalogue.bundle(bundle);
    if (!definition || !values.is_object())
        return sections;
    for (const catalogue::Section &section : definition->sections) {
        std::vector<std::string> keys;
        for (const auto &[key, value] : values.items()) {
            const auto parts = catalogue::splitKey(key);
            const bool here =
                std::find(section.roles.begin(), section.roles.end(), parts.role) != section.roles.end();
            if (here && !catalogue::isSituationKey(key))
                keys.push_back(key);
        }
        if (keys.empty())
            continue;
        std::sort(keys.begin(), keys.end(), [&](const std::string &left, const std::string &right) {
            return placeOf(catalogue, section, left) < placeOf(catalogue, section, right);
        });
        PartSection part{textOf(section.title, words.language()), {}};
        for (const std::string &key : keys)
            part.fields.push_back({key, words.labelUnder(section.title, key), words.value(key, values[key])});
        sections.push_back(std::move(part));
    }
    return sections;
}

ValueLabel::ValueLabel(const QString &text, QWidget *parent)
    : QLabel(text, parent)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse);
    setContentsMargins(scaled(4), scaled(1), scaled(4), scaled(1));
}

void ValueLabel::setMarked(bool marked)
{
    m_marked = marked;
    update();
}

void ValueLabel::paintEvent(QPaintEvent *event)
{
    if (m_marked) {
        QPainter painter(this);
        const int wide = fontMetrics().boundingRect(contentsRect(), Qt::TextWordWrap, text()).width();
        painter.fillRect(QRect(0, 0, qMin(width(), wide + scaled(8)), height()), tokensOf(palette()).mark);
    }
    QLabel::paintEvent(event);
}

PartView::PartView(QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
}

int PartView::columns() const
{
    return width() >= scaled(twoColumnsFrom) ? 2 : 1;
}

void PartView::show(const std::vector<PartSection> &sections)
{
    m_sections = sections;
    m_marked.clear();
    layOut();
    setVisible(true);
}

void PartView::layOut()
{
    takeAway(m_content);
    m_values.clear();
    m_columns = columns();
    m_content = new QWidget(this);
    auto *layout = new QVBoxLayout(m_content);
    layout->setContentsMargins(scaled(16), scaled(6), scaled(16), scaled(12));
    layout->setSpacing(scaled(2));
    for (const PartSection &section : m_sections) {
        if (!section.title.isEmpty()) {
            auto *title = boldLabel(section.title, m_content);
            title->setContentsMargins(0, scaled(8), 0, scaled(2));
            layout->addWidget(title);
        }
        auto *grid = new QGridLayout;
        grid->setHorizontalSpacing(scaled(8));
        grid->setVerticalSpacing(scaled(3));
        for (std::size_t index = 0; index < section.fields.size(); ++index) {
            const PartField &field = section.fields[index];
            const int row = int(index) / m_columns;
            const int column = int(index) % m_columns * 2;
            auto *label = secondLabel(field.label, m_content);
            label->setWordWrap(true);
            label->setContentsMargins(0, scaled(2), 0, 0);
            auto *value = new ValueLabel(field.value, m_content);
            value->setAccessibleName(labelled(field.label, field.value));
            value->setMarked(m_marked.contains(field.key));
            grid->addWidget(label, row, column, Qt::AlignTop);
            grid->addWidget(value, row, column + 1, Qt::AlignTop);
            m_values[field.key] = value;
        }
        for (int column = 0; column < m_columns; ++column) {
            grid->setColumnStretch(column * 2, 9);
            grid->setColumnStretch(column * 2 + 1, 16);
        }
        layout->addLayout(grid);
    }
    layout->addStretch();
    this->layout()->addWidget(m_content);
}

QWidget *PartView::mark(const std::set<std::string> &keys)
{
    m_marked = keys;
    QWidget *first = nullptr;
    for (const auto &[key, label] : m_values) {
        label->setMarked(keys.contains(key));
        if (keys.contains(key) && (!first || label->y() < first->y()))
            first = label;
    }
    return first;
}

const ValueLabel *PartView::valueLabel(const std::string &key) const
{
    const auto found = m_values.find(key);
    return found == m_values.end() ? nullptr : found->second;
}

void PartView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (m_content && columns() != m_columns)
        layOut();
}

} // namespace quanke::desk
