#include "desk/counter/fill/formview.h"

#include "desk/common/words.h"
#include "desk/counter/session/casesession.h"
#include "desk/look/appearance.h"

#include <QApplication>
#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>

namespace quanke::desk {

FormView::FormView(const DeskContext &context, CaseSession &session, QWidget *parent)
    : QScrollArea(parent)
    , m_context(context)
    , m_session(session)
    , m_canvas(new QWidget(this))
{
    setObjectName(QStringLiteral("formScrollArea"));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    m_canvas->setBackgroundRole(QPalette::Base);
    m_canvas->setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setWidget(m_canvas);
    verticalScrollBar()->setSingleStep(scaled(32));
    connect(&m_builder, &QTimer::timeout, this, &FormView::buildNext);
    connect(&session, &CaseSession::changed, this, &FormView::takeChanges);
    connect(&session, &CaseSession::problemsShown, this, &FormView::refreshMessages);
    connect(qApp, &QApplication::focusChanged, this, &FormView::follow);
}

FormView::~FormView()
{
    // The fields go after this, and the focus with them.
    disconnect(qApp, nullptr, this, nullptr);
}

void FormView::clear()
{
    m_builder.stop();
    m_current.clear();
    qDeleteAll(m_sections);
    m_sections.clear();
}

void FormView::rebuild()
{
    clear();
    if (!m_session.isOpen())
        return;
    for (std::size_t index = 0; index < m_session.composition().sections.size(); ++index) {
        auto *section = new SectionView(m_context, m_session, index, m_canvas);
        m_sections.push_back(section);
        connect(section, &SectionView::heightChanged, this, &FormView::placeSections);
        connect(section, &SectionView::edited, this, &FormView::takeEdit);
        connect(section, &SectionView::left, this,
            [this](FieldRow *, bool backwards) { goBy(backwards ? -1 : 1); });
        section->show();
    }
    placeSections();
    m_builder.start(0);
}

void FormView::placeSections()
{
    const int width = viewport()->width();
    int top = 0;
    for (SectionView *section : m_sections) {
        // A section of which nothing shows takes no room at all.
        const bool empty = m_session.visibleKeys(section->section()).empty();
        section->setVisible(!empty);
        if (empty)
            continue;
        const int height = section->heightFor(width);
        section->setGeometry(0, top, width, height);
        section->place(width);
        top += height;
    }
    m_canvas->resize(width, qMax(top, viewport()->height()));
    buildVisible();
}

void FormView::buildVisible()
{
    const QRect seen(0, verticalScrollBar()->value(), viewport()->width(), viewport()->height());
    for (SectionView *section : m_sections) {
        if (!section->isBuilt() && !section->isHidden() && section->geometry().intersects(seen))
            section->build();
    }
}

void FormView::buildNext()
{
    for (SectionView *section : m_sections) {
        if (section->isBuilt() || section->isHidden())
            continue;
        // What is above must not push away what is being read.
        const int before = section->height();
        section->build();
        const int height = section->heightFor(viewport()->width());
        const bool above = section->geometry().bottom() < verticalScrollBar()->value();
        if (height != before)
            placeSections();
        if (above)
            verticalScrollBar()->setValue(verticalScrollBar()->value() + height - before);
        return;
    }
    m_builder.stop();
}

void FormView::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    placeSections();
    // Other columns, other places: the field in hand stays in sight.
    if (m_current)
        ensureWidgetVisible(m_current, 0, scaled(24));
}

void FormView::scrollContentsBy(int dx, int dy)
{
    QScrollArea::scrollContentsBy(dx, dy);
    buildVisible();
}

void FormView::takeEdit(FieldRow *row)
{
    m_session.setValue({row->key(), -1, {}}, row->editor()->value());
}

void FormView::takeChanges(const form::Changes &changes)
{
    for (SectionView *section : m_sections) {
        for (const auto *problems : {&changes.added, &changes.removed}) {
            for (const form::Problem &problem : *problems)
                section->refreshRow(problem.field);
        }
        for (const std::string &key : changes.requirement)
            section->refreshRow(key);
        for (const std::string &key : changes.filled) {
            section->refreshValue(key);
            section->refreshRow(key);
        }
        section->update(0, 0, section->width(), scaled(56));
    }
    if (changes.shown.empty() && changes.hidden.empty())
        return;
    for (SectionView *section : m_sections)
        section->refreshRelevance();
    for (const std::string &key : changes.shown) {
        if (FieldRow *row = rowOf(key))
            m_sections[sectionOf(key)]->refreshRow(row->key());
    }
    placeSections();
}

void FormView::refreshMessages()
{
    for (SectionView *section : m_sections) {
        for (FieldRow *row : section->visibleRows())
            section->refreshRow(row->key());
    }
}

std::size_t FormView::sectionOf(const std::string &key) const
{
    const auto &sections = m_session.composition().sections;
    for (std::size_t index = 0; index < sections.size(); ++index) {
        if (std::find(sections[index].keys.begin(), sections[index].keys.end(), key)
            != sections[index].keys.end())
            return index;
    }
    return sections.size();
}

FieldRow *FormView::rowOf(const std::string &key)
{
    const std::size_t section = sectionOf(key);
    return section < m_sections.size() ? m_sections[section]->row(key) : nullptr;
}

bool FormView::goTo(const std::string &key)
{
    const std::size_t section = sectionOf(key);
    if (section >= m_sections.size() || !m_session.form().isRelevant(key))
        return false;
    if (!m_sections[section]->isBuilt()) {
        m_sections[section]->build();
        placeSections();
    }
    FieldRow *row = m_sections[section]->row(key);
    if (!row)
        return false;
    const QRect place(row->mapTo(m_canvas, QPoint(0, 0)), row->size());
    const int shown = verticalScrollBar()->value();
    if (place.top() < shown || place.bottom() + FieldRow::gap() > shown + viewport()->height())
        verticalScrollBar()->setValue(place.top() - viewport()->height() / 3);
    row->editor()->focusTarget()->setFocus(Qt::TabFocusReason);
    return true;
}

void FormView::goToSection(std::size_t section)
{
    if (section >= m_sections.size())
        return;
    verticalScrollBar()->setValue(m_sections[section]->y());
    std::string first;
    for (const std::string &key : fillableKeys()) {
        if (sectionOf(key) != section)
            continue;
        if (first.empty())
            first = key;
        if (!m_session.form().values().contains(key)) {
            first = key;
            break;
        }
    }
    if (!first.empty())
        goTo(first);
    verticalScrollBar()->setValue(qMin(verticalScrollBar()->value(), m_sections[section]->y()));
}

std::vector<std::string> FormView::fillableKeys() const
{
    std::vector<std::string> keys;
    for (std::size_t index = 0; index < m_sections.size(); ++index) {
        for (const std::string &key : m_session.visibleKeys(index)) {
            if (!m_session.form().isReadOnly(key) && !m_session.isProvided(key))
                keys.push_back(key);
        }
    }
    return keys;
}

void FormView::goBy(int step)
{
    const std::vector<std::string> keys = fillableKeys();
    const auto found = std::find(keys.begin(), keys.end(), currentKey());
    if (found == keys.end()) {
        if (!keys.empty())
            goTo(keys.front());
        return;
    }
    const auto place = (found - keys.begin()) + step;
    if (place >= 0 && place < std::ssize(keys))
        goTo(keys[std::size_t(place)]);
}

bool FormView::goToNextProblem(int step)
{
    const std::vector<std::string> keys = fillableKeys();
    const auto found = std::find(keys.begin(), keys.end(), currentKey());
    const auto start = found == keys.end() ? (step > 0 ? -1 : 0) : found - keys.begin();
    const auto count = std::ssize(keys);
    // First what is wrong, then what is still missing.
    for (const bool missing : {false, true}) {
        for (std::ptrdiff_t tried = 1; tried <= count; ++tried) {
            const std::string &key = keys[std::size_t(((start + step * tried) % count + count) % count)];
            const bool wanted = missing
                ? m_session.form().isRequired(key) && !m_session.form().values().contains(key)
                : !m_session.shownProblems(key).empty();
            if (wanted)
                return goTo(key);
        }
    }
    return false;
}

std::string FormView::currentKey() const
{
    return m_current ? m_current->key() : m_lastKey;
}

std::size_t FormView::currentSection() const
{
    if (m_current)
        return sectionOf(m_current->key());
    for (const SectionView *section : m_sections) {
        if (!section->isHidden() && section->geometry().bottom() > verticalScrollBar()->value() + scaled(40))
            return section->section();
    }
    return 0;
}

FieldRow *FormView::rowAbove(QWidget *widget) const
{
    while (widget && widget != m_canvas) {
        if (auto *row = qobject_cast<FieldRow *>(widget))
            return m_canvas->isAncestorOf(row) ? row : nullptr;
        widget = widget->parentWidget();
    }
    return nullptr;
}

void FormView::follow(QWidget *before, QWidget *now)
{
    FieldRow *from = rowAbove(before);
    FieldRow *to = rowAbove(now);
    if (m_watched)
        m_watched->removeEventFilter(this);
    m_watched = to && now->window() == window() ? now : nullptr;
    if (m_watched)
        m_watched->installEventFilter(this);
    if (from == to)
        return;
    if (from)
        leave(from, to);
    if (to)
        enter(to);
}

void FormView::leave(FieldRow *row, FieldRow *next)
{
    if (!m_session.isOpen())
        return;
    row->editor()->tidy();
    m_current.clear();
    m_lastKey = row->key();
    m_session.leaveField({row->key(), -1, {}}, next ? next->key() : row->key());
    for (SectionView *section : m_sections)
        section->refreshRow(row->key());
}

void FormView::enter(FieldRow *row)
{
    m_current = row;
    m_session.enterField(row->key());
    ensureWidgetVisible(row, 0, scaled(24));
    Q_EMIT currentChanged(fromText(row->key()));
}

bool FormView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_watched && m_current && event->type() == QEvent::KeyPress
        && !m_current->editor()->keepsEnter()) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (enter && !(key->modifiers() & (Qt::ControlModifier | Qt::AltModifier))) {
            goBy(key->modifiers() & Qt::ShiftModifier ? -1 : 1);
            return true;
        }
    }
    return QScrollArea::eventFilter(watched, event);
}

} // namespace quanke::desk
