#include "desk/counter/documents/documentspage.h"

#include "core/base/clock.h"
#include "core/catalogue/catalogue.h"
#include "desk/common/actionbutton.h"
#include "desk/common/banner.h"
#include "desk/common/bottombar.h"
#include "desk/common/deskcontext.h"
#include "desk/common/desksession.h"
#include "desk/common/elidedlabel.h"
#include "desk/common/panehead.h"
#include "desk/common/progressstrip.h"
#include "desk/common/statuslight.h"
#include "desk/common/words.h"
#include "desk/counter/documents/materiallist.h"
#include "desk/counter/documents/rosterpane.h"
#include "desk/counter/session/casesession.h"
#include "desk/look/appearance.h"
#include "desk/look/takeaway.h"
#include "desk/viewer/documentviewer.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QMenu>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace quanke::desk {

namespace {

bool takesFiles(const MaterialRow *row)
{
    return row && row->group != MaterialGroup::FromResult && row->group != MaterialGroup::Generated;
}

} // namespace

DocumentsPage::DocumentsPage(const DeskContext &context, CaseSession &session, QWidget *parent)
    : CounterPage(parent)
    , m_context(context)
    , m_session(session)
    , m_intake(context, session)
    , m_source(context)
    , m_head(new PaneHead(tr("List of documents"), this))
    , m_list(new MaterialList(this))
    , m_trouble(new Banner(this))
    , m_viewer(new DocumentViewer(context.reader, this))
    , m_roster(new RosterPane(context, session, this))
    , m_shown(new QStackedWidget(this))
    , m_findings(new QVBoxLayout)
    , m_attest(new QCheckBox(tr("&Original seen, copy matches"), this))
    , m_pick(new ActionButton(tr("Choose files"), ButtonKind::Normal, this))
    , m_remove(new ActionButton(tr("Take away"), ButtonKind::Quiet, this))
    , m_also(new ActionButton(tr("Also for"), ButtonKind::Quiet, this))
    , m_undo(new ActionButton(tr("Undo"), ButtonKind::Quiet, this))
    , m_alsoMenu(new QMenu(this))
    , m_foot(new BottomBar(this))
{
    auto *splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setHandleWidth(1);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(makeLeft());
    splitter->addWidget(makeRight());
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 1);
    makeFoot();
    makeKeys();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(splitter, 1);
    layout->addWidget(m_foot);
    connect(m_list, &MaterialList::chosen, this, &DocumentsPage::showCurrent);
    connect(m_list, &MaterialList::filesWanted, this, &DocumentsPage::askForFiles);
    connect(m_list, &MaterialList::dropped, this, [this](const QString &material, const QStringList &paths) {
        m_intake.add(material.toStdString(), paths);
    });
    connect(&m_intake, &DocumentIntake::looked, this, &DocumentsPage::refresh);
    connect(&m_intake, &DocumentIntake::progress, this, &DocumentsPage::showProgress);
    for (const auto signal : {&DocumentIntake::refused, &DocumentIntake::unreadable})
        connect(&m_intake, signal, this, [this](const QString &name, const Failure &failure) {
            m_trouble->show(Light::Wrong, name, wordsOf(failure));
            m_trouble->setVisible(true);
        });
    connect(&session, &CaseSession::materialsChanged, this, &DocumentsPage::refresh);
    connect(&session, &CaseSession::saved, this, &DocumentsPage::showSaved);
    connect(&session, &CaseSession::progressChanged, this, [this] {
        if (isVisible())
            refresh();
    });
    for (const auto signal : {&CaseSession::opened, &CaseSession::closed, &CaseSession::recomposed,
             &CaseSession::materialsChanged})
        connect(&session, signal, this, &CounterPage::stateChanged);
    connect(&session, &CaseSession::stepChanged, this, &CounterPage::stateChanged);
}

QWidget *DocumentsPage::makeLeft()
{
    auto *pane = new Pane(Qt::RightEdge, this);
    auto *layout = new QVBoxLayout(pane);
    layout->setContentsMargins(0, 0, 1, 0);
    layout->setSpacing(0);
    m_pick->setObjectName(QStringLiteral("chooseFilesButton"));
    m_pick->setSymbol(Symbol::Folder);
    m_pick->setKeys(Qt::CTRL | Qt::Key_O);
    connect(m_pick, &QPushButton::clicked, this, &DocumentsPage::askForFiles);
    m_head->addRight(m_pick);
    m_head->setContentsMargins(scaled(14), scaled(5), scaled(10), scaled(5));
    layout->addWidget(m_head);
    m_trouble->setObjectName(QStringLiteral("documentBanner"));
    m_trouble->hide();
    auto *understood = new ActionButton(tr("Understood"), ButtonKind::Small, m_trouble);
    understood->setObjectName(QStringLiteral("documentBannerButton"));
    connect(understood, &QPushButton::clicked, m_trouble, &QWidget::hide);
    m_trouble->addAction(understood);
    layout->addWidget(m_trouble);
    m_list->setObjectName(QStringLiteral("materialListView"));
    m_list->setAccessibleName(tr("Documents"));
    layout->addWidget(m_list, 1);
    layout->addWidget(makeProgress());
    return pane;
}

QWidget *DocumentsPage::makeProgress()
{
    auto *bar = new Pane(Qt::TopEdge, this);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(scaled(14), scaled(4), scaled(10), scaled(4));
    m_progressStrip = new ProgressStrip(bar);
    m_progressStrip->setFixedWidth(scaled(150));
    m_progressWords = new ElidedLabel(bar);
    m_progressWords->setFont(smallFont());
    auto *cancel = new ActionButton(tr("Cancel"), ButtonKind::Small, bar);
    cancel->setObjectName(QStringLiteral("cancelCheckButton"));
    cancel->setSymbol(Symbol::Close);
    connect(cancel, &QPushButton::clicked, &m_intake, &DocumentIntake::cancel);
    layout->addWidget(secondLabel(tr("Checking"), bar));
    layout->addWidget(m_progressStrip);
    layout->addWidget(m_progressWords, 1);
    layout->addWidget(cancel);
    // Its room is kept while nothing is checked: the list above must not jump.
    QSizePolicy policy = bar->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    bar->setSizePolicy(policy);
    bar->hide();
    m_progress = bar;
    return bar;
}

QWidget *DocumentsPage::makeRight()
{
    auto *pane = new Pane(this);
    auto *layout = new QVBoxLayout(pane);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_also->setObjectName(QStringLiteral("alsoForButton"));
    m_also->setMenu(m_alsoMenu);
    connect(m_alsoMenu, &QMenu::aboutToShow, this, &DocumentsPage::offerOthers);
    m_remove->setObjectName(QStringLiteral("removeDocumentButton"));
    m_remove->setSymbol(Symbol::Delete);
    connect(m_remove, &QPushButton::clicked, this, &DocumentsPage::removeCurrent);
    m_viewer->addTool(m_also);
    m_viewer->addTool(m_remove);
    m_shown->addWidget(m_viewer);
    m_shown->addWidget(m_roster);
    layout->addWidget(m_shown, 1);
    auto *below = new Pane(Qt::TopEdge, pane);
    auto *rows = new QVBoxLayout(below);
    rows->setContentsMargins(scaled(14), scaled(8), scaled(14), scaled(8));
    rows->setSpacing(scaled(6));
    rows->addLayout(m_findings);
    m_attest->setObjectName(QStringLiteral("originalSeenCheckBox"));
    connect(m_attest, &QCheckBox::clicked, this, &DocumentsPage::attest);
    rows->addWidget(m_attest);
    layout->addWidget(below);
    return pane;
}

void DocumentsPage::makeFoot()
{
    m_undo->setObjectName(QStringLiteral("undoRemoveButton"));
    m_undo->setSymbol(Symbol::Undo);
    m_undo->setKeys(QKeySequence::Undo);
    m_undo->hide();
    connect(m_undo, &QPushButton::clicked, this, [this] { m_intake.undo(); });
    auto *check = new ActionButton(tr("Check and push"), ButtonKind::Primary, this);
    check->setObjectName(QStringLiteral("documentsCheckButton"));
    check->setSymbol(Symbol::Check);
    check->setKeys(Qt::CTRL | Qt::Key_Return);
    connect(check, &QPushButton::clicked, this, &DocumentsPage::goOn);
    auto *notice = new ActionButton(tr("One-time notice"), ButtonKind::Normal, this);
    notice->setObjectName(QStringLiteral("documentsNoticeButton"));
    notice->setSymbol(Symbol::Notice);
    notice->setKeysShown(Qt::Key_F9);
    connect(notice, &QPushButton::clicked, this, &CounterPage::noticeWanted);
    m_foot->addRight(m_undo);
    m_foot->addRight(notice);
    m_foot->addRight(check);
}

void DocumentsPage::makeKeys()
{
    const auto bind = [this](QWidget *where, const QKeySequence &keys, auto function) {
        auto *shortcut = new QShortcut(keys, where, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, function);
    };
    bind(this, Qt::Key_F8, [this] { m_list->goToNextOpen(); });
    bind(m_list, Qt::Key_Delete, [this] { removeCurrent(); });
    bind(m_list, Qt::Key_Space, [this] {
        if (m_attest->isEnabled())
            m_attest->click();
    });
}

QString DocumentsPage::title() const
{
    return tr("Documents");
}

StepState DocumentsPage::state() const
{
    if (!m_session.isOpen())
        return {{}, false, false};
    const MaterialCounts counts = m_session.materialCounts();
    const int whole = int(m_session.composition().materials.size());
    return {QStringLiteral("%1/%2").arg(counts.ready + counts.inside).arg(whole), counts.missing == 0,
        m_session.number().isEmpty()};
}

void DocumentsPage::enter()
{
    m_intake.lookAtAll();
    refresh();
    showSaved();
    m_list->setFocus();
}

void DocumentsPage::refresh()
{
    if (!m_session.isOpen())
        return;
    const MaterialCounts counts = m_session.materialCounts();
    m_head->setSecondText(
        tr("%n document(s), %1 ready", nullptr, int(m_session.composition().materials.size()))
            .arg(counts.ready + counts.inside));
    m_list->show(materialRows(m_context, m_session, m_intake));
    m_undo->setVisible(m_intake.canUndo());
}

void DocumentsPage::showCurrent()
{
    const MaterialRow *row = m_list->current();
    const bool handedIn = row && !row->references.empty();
    m_pick->setEnabled(takesFiles(row));
    for (QWidget *tool : {static_cast<QWidget *>(m_remove), static_cast<QWidget *>(m_also)})
        tool->setVisible(handedIn);
    m_attest->setEnabled(handedIn);
    m_attest->setChecked(handedIn && m_session.isAttested(row->id));
    emptyOut(*m_findings);
    const catalogue::Material *material = row ? m_context.catalogue->material(row->id) : nullptr;
    const bool roster = material && !material->rosterKey.empty();
    m_shown->setCurrentWidget(roster ? static_cast<QWidget *>(m_roster) : m_viewer);
    if (roster)
        m_roster->show(material->rosterKey);
    if (!handedIn) {
        m_viewer->showNothing(takesFiles(row) ? tr("Drop a file here on the list, or choose one with Ctrl+O")
                                              : tr("Nothing to hand in: it comes by itself"));
        m_viewed.clear();
        return;
    }
    showFindings(*row);
    const Json &reference = row->references.back();
    const std::string sha256 = reference.value("sha256", std::string());
    if (sha256 == m_viewed)
        return;
    m_viewed = sha256;
    const std::string caseId = m_session.caseId();
    m_viewer->open({row->name + QStringLiteral("  ") + fromText(reference.value("name", std::string())),
        reference.value("pages", 1), [this, caseId, sha256] { return m_source.bytes(caseId, sha256); }});
}

void DocumentsPage::showFindings(const MaterialRow &row)
{
    for (const Json &reference : row.references) {
        const KnownDocument *known = m_intake.known(reference.value("sha256", std::string()));
        if (!known)
            continue;
        for (const documents::Finding &finding : known->findings) {
            auto *light = new StatusLight(this);
            light->show(
                finding.severity == documents::FindingSeverity::Error ? Light::Wrong : Light::LookAtIt,
                fromText(
                    m_context.catalogue->message(finding.messageKey, finding.arguments, m_context.language)));
            m_findings->addWidget(light);
        }
    }
}

void DocumentsPage::showProgress(const QString &name, int done, int whole)
{
    m_progress->setVisible(whole > 0);
    if (whole == 0)
        return;
    m_progressStrip->setProgress(done, whole);
    m_progressWords->setText(whole > 1 ? tr("%1, page %2 of %3").arg(name).arg(done).arg(whole) : name);
}

void DocumentsPage::askForFiles()
{
    const MaterialRow *row = m_list->current();
    if (!takesFiles(row))
        return;
    auto *dialog =
        new QFileDialog(this, row->name, {}, tr("Documents (*.pdf *.jpg *.jpeg *.png);;All files (*)"));
    dialog->setObjectName(QStringLiteral("documentFileDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    const std::string material = row->id;
    connect(dialog, &QFileDialog::filesSelected, this,
        [this, material](const QStringList &paths) { m_intake.add(material, paths); });
    dialog->open();
}

void DocumentsPage::removeCurrent()
{
    const MaterialRow *row = m_list->current();
    if (!row || row->references.empty())
        return;
    const std::string material = row->id;
    m_viewed.clear();
    m_intake.remove(material, row->references.back().value("sha256", std::string()));
}

void DocumentsPage::attest(bool seen)
{
    const MaterialRow *row = m_list->current();
    if (row && !row->references.empty())
        m_session.attest(row->id, seen ? Attestation::OriginalSeen : Attestation::None);
}

void DocumentsPage::offerOthers()
{
    m_alsoMenu->clear();
    const MaterialRow *row = m_list->current();
    if (!row || row->references.empty())
        return;
    const Json reference = row->references.back();
    for (const form::ComposedMaterial &material : m_session.composition().materials) {
        const bool inside = material.source == form::MaterialSource::Generated
            || material.source == form::MaterialSource::Produced;
        if (inside || material.id == row->id)
            continue;
        m_alsoMenu->addAction(textOf(m_context.catalogue->material(material.id)->name, m_context.language),
            this, [this, id = material.id, reference] { m_intake.alsoFor(id, reference); });
    }
}

void DocumentsPage::showSaved()
{
    const auto at = m_session.savedAt();
    m_foot->light()->setVisible(at.has_value());
    if (at)
        m_foot->light()->show(Light::Ready, tr("Saved %1").arg(timeOfDay(*at)));
    m_foot->setSecondText(tr("Files can be dropped on any line"));
}

QList<QWidget *> DocumentsPage::panes() const
{
    return {m_list, m_viewer, m_attest};
}

bool DocumentsPage::stepBack()
{
    Q_EMIT stepWanted(Step::Fill);
    return true;
}

bool DocumentsPage::goOn()
{
    const MaterialRow *row = m_list->current();
    const bool missing = m_session.materialCounts().missing > 0;
    // The first time it leads to what is missing; from there, on to the check, which lists it.
    if (missing && !(row && row->group == MaterialGroup::Missing) && m_list->goToNextOpen()) {
        m_list->setFocus();
        return true;
    }
    Q_EMIT stepWanted(Step::Check);
    return true;
}

} // namespace quanke::desk
