#include "desk/approve/reviewpoints.h"

#include "desk/common/actionbutton.h"
#include "desk/common/elidedlabel.h"
#include "desk/common/words.h"
#include "desk/look/appearance.h"
#include "desk/look/textroles.h"
#include "desk/look/tokens.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace quanke::desk {

ReviewPointRow::ReviewPointRow(const catalogue::ReviewPoint &point, const ValueWords &words, QWidget *parent)
    : QWidget(parent)
    , m_point(point)
{
    const QString id = fromText(point.id);
    setObjectName(QStringLiteral("point%1Widget").arg(id));
    const QString said = textOf(point.text, words.language());
    setAccessibleName(said);
    setFocusPolicy(Qt::StrongFocus);
    auto *symbol = new QLabel(this);
    symbol->setPixmap(
        icon(point.machine ? Symbol::Machine : Symbol::Person, Tone::Second).pixmap(scaled(18), scaled(18)));
    auto *text = new QLabel(said, this);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(scaled(14), scaled(8), scaled(14), scaled(8));
    grid->setHorizontalSpacing(scaled(8));
    grid->setVerticalSpacing(scaled(3));
    grid->addWidget(symbol, 0, 0, Qt::AlignTop);
    grid->addWidget(text, 0, 1);
    grid->addWidget(makeSecondLine(words), 1, 1);
    grid->setColumnStretch(1, 1);
}

QWidget *ReviewPointRow::makeSecondLine(const ValueWords &words)
{
    auto *line = new QWidget(this);
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    QStringList keys;
    for (const std::string &key : m_point.keys)
        keys.append(words.label(key));
    auto *about = new ElidedLabel(line);
    about->setFont(smallFont());
    useSecondText(about);
    about->setText(m_point.machine ? tr("For information, not checked by the program")
                                   : keys.join(QStringLiteral(" · ")));
    about->setToolTip(keys.join(QLatin1Char('\n')));
    layout->addWidget(about, 1);
    if (m_point.machine)
        return line;
    const QString id = fromText(m_point.id);
    m_met = new ActionButton(tr("Met"), ButtonKind::Small, line);
    m_met->setObjectName(QStringLiteral("met%1Button").arg(id));
    m_met->setToolTip(tr("Met (Y)"));
    m_unmet = new ActionButton(tr("Not met"), ButtonKind::Small, line);
    m_unmet->setObjectName(QStringLiteral("unmet%1Button").arg(id));
    m_unmet->setToolTip(tr("Not met (X)"));
    for (ActionButton *button : {m_met, m_unmet}) {
        button->setCheckable(true);
        button->setFocusPolicy(Qt::NoFocus);
        button->setAccessibleName(labelled(button->text(), accessibleName()));
        layout->addWidget(button);
    }
    connect(m_met, &QPushButton::clicked, this, [this] { mark(true); });
    connect(m_unmet, &QPushButton::clicked, this, [this] { mark(false); });
    return line;
}

void ReviewPointRow::show(std::optional<bool> met)
{
    if (!m_met)
        return;
    m_met->setChecked(met && *met);
    m_unmet->setChecked(met && !*met);
}

void ReviewPointRow::mark(bool met)
{
    if (!m_met)
        return;
    show(met);
    Q_EMIT marked(fromText(m_point.id), met);
}

void ReviewPointRow::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Y:
        mark(true);
        return;
    case Qt::Key_X:
        mark(false);
        return;
    case Qt::Key_Down:
        Q_EMIT stepWanted(1);
        return;
    case Qt::Key_Up:
        Q_EMIT stepWanted(-1);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void ReviewPointRow::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    Q_EMIT reached(m_point);
    update();
}

void ReviewPointRow::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

void ReviewPointRow::mousePressEvent(QMouseEvent *event)
{
    QWidget::mousePressEvent(event);
    setFocus(Qt::MouseFocusReason);
}

void ReviewPointRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &tokens = tokensOf(palette());
    if (hasFocus()) {
        painter.fillRect(rect(), tokens.selection);
        painter.fillRect(0, 0, 3, height(), tokens.accent);
    }
    painter.fillRect(scaled(14), height() - 1, width() - 2 * scaled(14), 1, tokens.line);
}

ReviewPoints::ReviewPoints(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    m_layout->addStretch();
}

void ReviewPoints::show(
    const std::vector<catalogue::ReviewPoint> &points, const PointMarks &marks, const ValueWords &words)
{
    if (m_points != &points)
        makeRows(points, words);
    m_points = &points;
    m_marks.clear(); // only of points that there are: the definitions may have changed since
    for (ReviewPointRow *row : m_rows) {
        const auto mark = marks.find(row->point().id);
        const bool counts = mark != marks.end() && !row->point().machine;
        row->show(counts ? std::optional(mark->second) : std::nullopt);
        if (counts)
            m_marks.insert(*mark);
    }
    setVisible(true);
}

void ReviewPoints::makeRows(const std::vector<catalogue::ReviewPoint> &points, const ValueWords &words)
{
    for (ReviewPointRow *row : m_rows) {
        row->hide();
        row->deleteLater();
    }
    m_rows.clear();
    for (const catalogue::ReviewPoint &point : points) {
        auto *row = new ReviewPointRow(point, words, this);
        connect(row, &ReviewPointRow::marked, this, &ReviewPoints::take);
        connect(row, &ReviewPointRow::reached, this, &ReviewPoints::reached);
        connect(row, &ReviewPointRow::stepWanted, this, [this, row](int rows) { step(row, rows); });
        m_layout->insertWidget(m_layout->count() - 1, row);
        m_rows.push_back(row);
    }
}

int ReviewPoints::count() const
{
    return int(std::count_if(
        m_rows.begin(), m_rows.end(), [](const ReviewPointRow *row) { return !row->point().machine; }));
}

bool ReviewPoints::allMet() const
{
    return markedCount() == count()
        && std::all_of(m_marks.begin(), m_marks.end(), [](const auto &mark) { return mark.second; });
}

void ReviewPoints::take(const QString &id, bool met)
{
    m_marks[id.toStdString()] = met;
    Q_EMIT changed();
}

void ReviewPoints::step(const QWidget *from, int rows)
{
    const auto place = std::find(m_rows.begin(), m_rows.end(), from);
    const auto next = (place - m_rows.begin()) + rows;
    if (place != m_rows.end() && next >= 0 && next < std::ptrdiff_t(m_rows.size()))
        m_rows[std::size_t(next)]->setFocus(Qt::OtherFocusReason);
}

} // namespace quanke::desk
