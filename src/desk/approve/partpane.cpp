#include "desk/approve/partpane.h"

#include "core/casework/part.h"
#include "desk/common/actionbutton.h"
#include "desk/common/banner.h"
#include "desk/common/deskcontext.h"
#include "desk/common/elidedlabel.h"
#include "desk/common/panehead.h"
#include "desk/common/statuslight.h"
#include "desk/common/words.h"
#include "desk/look/appearance.h"
#include "desk/viewer/documentshelf.h"
#include "desk/viewer/documentviewer.h"
#include "desk/viewer/pageview.h"

#include <QScrollArea>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace quanke::desk {

namespace {

enum Page { Nothing, Reading, Viewing };

} // namespace

PartPane::PartPane(const DeskContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_words(context.catalogue, context.language)
    , m_source(context)
    , m_title(new ElidedLabel(this))
    , m_number(new ElidedLabel(this))
    , m_light(new StatusLight(this))
    , m_scope(secondLabel({}, this))
    , m_banner(new Banner(this))
    , m_stack(new QStackedWidget(this))
    , m_nothing(new QLabel(this))
    , m_scroll(new QScrollArea(this))
    , m_part(new PartView(this))
    , m_documentsHead(new PaneHead(this))
    , m_shelf(new DocumentShelf(m_source, context.reader, this))
    , m_viewer(new DocumentViewer(context.reader, this))
{
    m_nothing->setObjectName(QStringLiteral("noPartLabel"));
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setWordWrap(true);
    m_nothing->setMargin(scaled(28));
    useSecondText(m_nothing);
    m_banner->setObjectName(QStringLiteral("partBanner"));
    m_banner->hide();
    m_stack->addWidget(m_nothing);
    m_stack->addWidget(makeReading());
    m_stack->addWidget(m_viewer);
    m_viewer->setObjectName(QStringLiteral("documentViewer"));
    auto *back = new ActionButton(tr("Back"), ButtonKind::Small, m_viewer);
    back->setObjectName(QStringLiteral("closeViewerButton"));
    back->setSymbol(Symbol::Close);
    back->setKeysShown(Qt::Key_Escape);
    m_viewer->addTool(back);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    layout->addWidget(m_banner);
    layout->addWidget(m_stack, 1);
    connect(back, &QPushButton::clicked, this, &PartPane::closeDocument);
    connect(m_shelf, &DocumentShelf::opened, this, &PartPane::openDocument);
    const auto bind = [this](const QKeySequence &key, int steps) {
        auto *shortcut = new QShortcut(key, m_viewer, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, steps] {
            m_shelf->go(steps);
            openDocument();
        });
    };
    bind(Qt::ALT | Qt::Key_Right, 1);
    bind(Qt::ALT | Qt::Key_Left, -1);
}

QWidget *PartPane::makeHead()
{
    auto *head = new Pane(Qt::BottomEdge, this);
    head->setFixedHeight(scaled(46));
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins(scaled(16), 0, scaled(16), 1);
    layout->setSpacing(scaled(10));
    m_title->setFont(fontOf(12, QFont::Bold));
    m_title->setObjectName(QStringLiteral("partTitleLabel"));
    m_number->setFont(smallFont());
    m_number->setObjectName(QStringLiteral("partNumberLabel"));
    useSecondText(m_number);
    m_number->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_light->setPlate(true);
    m_light->hide();
    layout->addWidget(m_title);
    layout->addWidget(m_number, 1);
    layout->addWidget(m_light);
    return head;
}

QWidget *PartPane::makeReading()
{
    auto *page = new Pane(this);
    m_scope->setObjectName(QStringLiteral("partScopeLabel"));
    m_scope->setContentsMargins(scaled(16), scaled(6), scaled(16), scaled(6));
    m_scroll->setObjectName(QStringLiteral("partScrollArea"));
    m_scroll->setAccessibleName(tr("The department's part of the form"));
    m_scroll->setWidget(m_part);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->viewport()->setBackgroundRole(QPalette::Base);
    m_scroll->setFocusPolicy(Qt::StrongFocus);
    m_documentsHead->setSymbol(Symbol::Folder);
    m_shelf->setObjectName(QStringLiteral("documentsListView"));
    m_shelf->setAccessibleName(tr("Documents"));
    auto *larger = new ActionButton(tr("Larger"), ButtonKind::Small, page);
    larger->setObjectName(QStringLiteral("openDocumentButton"));
    larger->setSymbol(Symbol::ZoomIn);
    connect(larger, &QPushButton::clicked, this, &PartPane::openDocument);
    m_documentsHead->addRight(larger);
    auto *below = new QVBoxLayout;
    below->setContentsMargins(scaled(16), scaled(8), scaled(16), 0);
    below->setSpacing(scaled(6));
    below->addWidget(m_documentsHead);
    below->addWidget(m_shelf);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_scope);
    layout->addWidget(new Line(Qt::Horizontal, page));
    layout->addWidget(m_scroll, 1);
    layout->addWidget(new Line(Qt::Horizontal, page));
    layout->addLayout(below);
    return page;
}

/// Of a department with two matters in one case, only this matter's.
Json PartPane::valuesOf(const casework::CaseFile &file, const catalogue::Matter &matter) const
{
    Json values = Json::object();
    for (const std::string &key : casework::declaredKeys(*m_context.catalogue, matter)) {
        if (file.values.contains(key))
            values[key] = file.values[key];
    }
    return values;
}

void PartPane::show(const casework::CaseFile &file, const catalogue::Matter &matter, const Standing &standing)
{
    const Json values = valuesOf(file, matter);
    const auto documents =
        documentsIn(file.id, values, [this](const std::string &key) { return m_words.label(key); });
    const auto sections = sectionsOf(*m_context.catalogue, file.bundle, values, m_words);
    int fields = 0;
    for (const PartSection &section : sections)
        fields += int(section.fields.size());
    m_title->setText(textOf(matter.name, m_context.language));
    m_number->setText(QStringLiteral("%1 / %2").arg(fromText(file.number), fromText(matter.id)));
    m_light->show(standing.light, standing.words);
    m_light->setVisible(true);
    m_scope->setText(tr("Only what this matter needs is here: %1 fields, %2 documents.")
                         .arg(fields)
                         .arg(documents.size()));
    const std::string shown = file.id + matter.id + canonicalText(values);
    if (shown != m_shown) {
        m_shown = shown;
        m_part->show(sections);
        m_scroll->ensureVisible(0, 0);
        m_documentsHead->setTitle(tr("Documents %1").arg(documents.size()));
        m_shelf->show(documents);
        m_stack->setCurrentIndex(Reading);
    } else if (m_stack->currentIndex() == Nothing) {
        m_stack->setCurrentIndex(Reading);
    }
}

void PartPane::showNothing(const QString &words)
{
    m_shown.clear();
    m_title->setText({});
    m_number->setText({});
    m_light->hide();
    m_banner->hide();
    m_nothing->setText(words);
    m_stack->setCurrentIndex(Nothing);
}

void PartPane::mark(const std::set<std::string> &keys)
{
    QWidget *first = m_part->mark(keys);
    m_shelf->mark(keys);
    if (first)
        m_scroll->ensureWidgetVisible(first, 0, scaled(60));
}

void PartPane::openDocument()
{
    const ViewedDocument document = m_shelf->current();
    if (!document.fetch)
        return;
    m_viewer->open(document);
    m_stack->setCurrentIndex(Viewing);
    m_viewer->view()->setFocus(Qt::OtherFocusReason);
}

bool PartPane::closeDocument()
{
    if (m_stack->currentIndex() != Viewing)
        return false;
    m_stack->setCurrentIndex(Reading);
    m_shelf->setFocus(Qt::OtherFocusReason);
    return true;
}

QList<QWidget *> PartPane::panes() const
{
    if (m_stack->currentIndex() == Viewing)
        return {m_viewer->view()};
    return {m_scroll, m_shelf};
}

} // namespace quanke::desk
