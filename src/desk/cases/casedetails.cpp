#include "desk/cases/casedetails.h"

#include "core/base/clock.h"
#include "core/casework/alike.h"
#include "core/casework/calendar.h"
#include "desk/cases/handoverline.h"
#include "desk/cases/historylist.h"
#include "desk/cases/versions.h"
#include "desk/common/actionbutton.h"
#include "desk/common/deskcontext.h"
#include "desk/common/desksession.h"
#include "desk/common/elidedlabel.h"
#include "desk/common/panehead.h"
#include "desk/common/statuslight.h"
#include "desk/common/words.h"
#include "desk/look/appearance.h"
#include "desk/look/takeaway.h"

#include <QGridLayout>
#include <QLineEdit>
#include <QScrollArea>

#include <algorithm>

namespace quanke::desk {

CaseDetails::CaseDetails(const DeskContext &context, CaseActs &acts, QWidget *parent)
    : Pane(Qt::LeftEdge, parent)
    , m_context(context)
    , m_acts(acts)
    , m_standings(context)
    , m_title(new ElidedLabel(this))
    , m_name(new ElidedLabel(this))
    , m_light(new StatusLight(this))
    , m_rowsPlace(new QWidget(this))
    , m_supplement(new ActionButton(tr("Supplement"), ButtonKind::Primary, this))
    , m_note(new ActionButton(tr("Note"), ButtonKind::Small, this))
    , m_handOver(new ActionButton(tr("Hand over"), ButtonKind::Small, this))
    , m_handOverLine(new HandOverLine(context, acts, this))
    , m_notePlace(makeNote())
    , m_scroll(new QScrollArea(this))
    , m_history(new HistoryList(this))
    , m_content(new QWidget(this))
{
    setObjectName(QStringLiteral("caseDetails"));
    setFixedWidth(scaled(324));
    auto *place = new QVBoxLayout(m_rowsPlace);
    place->setContentsMargins(0, 0, 0, 0);
    auto *head = new PaneHead(tr("What happened"), this);
    head->setSymbol(Symbol::DueSoon);
    auto *layout = new QVBoxLayout(m_content);
    layout->setContentsMargins(scaled(14), scaled(12), scaled(14), scaled(12));
    layout->setSpacing(scaled(6));
    layout->addWidget(makeHead());
    layout->addWidget(m_rowsPlace);
    layout->addWidget(makeActions());
    layout->addWidget(m_handOverLine);
    layout->addWidget(m_notePlace);
    layout->addSpacing(scaled(6));
    layout->addWidget(new Line(Qt::Horizontal, this));
    layout->addSpacing(scaled(4));
    layout->addWidget(head);
    layout->addWidget(m_history);
    layout->addStretch();
    m_scroll->setWidget(m_content);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->viewport()->setBackgroundRole(QPalette::Base);
    m_content->setBackgroundRole(QPalette::Base);
    m_scroll->setObjectName(QStringLiteral("caseDetailsScrollArea"));
    m_scroll->setAccessibleName(tr("Details of the matter"));
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(1, 0, 0, 0);
    outer->addWidget(m_scroll);
    clear();
}

QWidget *CaseDetails::makeHead()
{
    auto *head = new QWidget(this);
    auto *grid = new QGridLayout(head);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(0);
    m_title->setFont(fontOf(12, QFont::Bold));
    m_title->setObjectName(QStringLiteral("matterTitleLabel"));
    m_title->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_name->setFont(smallFont());
    useSecondText(m_name);
    m_light->setPlate(true);
    m_light->setObjectName(QStringLiteral("matterLight"));
    grid->addWidget(m_title, 0, 0);
    grid->addWidget(m_name, 1, 0);
    grid->addWidget(m_light, 2, 0, Qt::AlignLeft);
    return head;
}

QWidget *CaseDetails::makeActions()
{
    auto *actions = new QWidget(this);
    auto *layout = new QHBoxLayout(actions);
    layout->setContentsMargins(0, scaled(4), 0, 0);
    m_supplement->setObjectName(QStringLiteral("supplementButton"));
    m_supplement->setSymbol(Symbol::Edit);
    m_note->setObjectName(QStringLiteral("noteButton"));
    m_note->setSymbol(Symbol::Notice);
    m_note->setToolTip(tr("Note (N)"));
    layout->addWidget(m_supplement);
    m_handOver->setObjectName(QStringLiteral("handOverButton"));
    m_handOver->setToolTip(tr("To another window of the hall, or to a clerk"));
    layout->addWidget(m_note);
    layout->addWidget(m_handOver);
    layout->addStretch();
    connect(m_handOver, &QPushButton::clicked, this, [this] { m_handOverLine->begin(*m_file); });
    connect(m_supplement, &QPushButton::clicked, this, [this] { Q_EMIT supplementWanted(m_matter); });
    connect(m_note, &QPushButton::clicked, this, &CaseDetails::beginNote);
    return actions;
}

QWidget *CaseDetails::makeNote()
{
    auto *place = new QWidget(this);
    m_noteText = new QLineEdit(place);
    m_noteText->setObjectName(QStringLiteral("noteLineEdit"));
    m_noteText->setAccessibleName(tr("Note"));
    m_noteText->setPlaceholderText(tr("A note for the hall, Enter keeps it"));
    m_noteText->setMaxLength(500);
    auto *layout = new QHBoxLayout(place);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_noteText);
    connect(m_noteText, &QLineEdit::returnPressed, this, &CaseDetails::saveNote);
    return place;
}

void CaseDetails::clear()
{
    m_file.reset();
    m_matter.clear();
    m_content->hide();
}

void CaseDetails::show(
    const casework::CaseFile &file, const std::string &matter, const std::vector<casework::CaseFile> &known)
{
    const auto found = file.subCases.find(matter);
    const auto *definition = m_context.catalogue->matter(matter);
    if (found == file.subCases.end() || !definition) {
        clear();
        return;
    }
    if (matter != m_matter || !m_file || m_file->id != file.id) {
        m_notePlace->hide();
        m_handOverLine->hide();
    }
    m_file = file;
    m_matter = matter;
    const Standing standing = m_standings.of(file, found->second);
    m_title->setText(textOf(definition->shortName, m_context.language));
    m_name->setText(
        QStringLiteral("%1 %2").arg(fromText(matter), textOf(definition->name, m_context.language)));
    m_light->show(standing.light, standing.words);
    showRows(found->second, *definition, standing);
    showAlike(found->second, known);
    const auto waiting = m_acts.waiting(file.id);
    const bool waits = std::any_of(waiting.begin(), waiting.end(),
        [](const vault::OutboxEntry &entry) { return entry.kind == "subcase.supplement"; });
    m_supplement->setVisible(found->second.state == casework::SubCaseState::Correction && !waits
        && m_context.session.mayDo(casework::Duty::SupplementCase));
    m_handOver->setVisible(m_context.session.mayDo(casework::Duty::HandOverCase));
    m_history->show(historyOf(m_context, file, matter));
    m_content->show();
}

void CaseDetails::showRows(
    const casework::SubCase &subCase, const catalogue::Matter &matter, const Standing &standing)
{
    takeAway(m_rows);
    m_rows = new QWidget(m_rowsPlace);
    m_grid = new QGridLayout(m_rows);
    m_grid->setContentsMargins(0, scaled(4), 0, 0);
    m_grid->setHorizontalSpacing(scaled(8));
    m_grid->setVerticalSpacing(scaled(4));
    m_grid->setColumnMinimumWidth(0, scaled(68));
    m_grid->setColumnStretch(1, 1);
    const auto *department = m_context.catalogue->department(matter.department);
    if (department)
        addRow(tr("Department"), textOf(department->name, m_context.language));
    addRow(tr("State"), m_standings.nameOf(subCase.state));
    if (m_file->heldAt != m_file->window)
        addRow(tr("Window"), fromText(m_file->heldAt));
    if (!m_file->heldBy.empty())
        addRow(tr("Clerk"), personIn(*m_file, m_file->heldBy));
    if (standing.due)
        addRow(tr("Due"), dated(*standing.due));
    if (standing.lawfulDue && standing.lawfulDue != standing.due)
        addRow(tr("By law"), dated(*standing.lawfulDue));
    if (QWidget *needs = makeNeeds(subCase, matter))
        addRow(tr("Needs"), needs);
    if (!subCase.reason.empty())
        addRow(tr("Reason"), fromText(subCase.reason));
    const ValueWords words(m_context.catalogue, m_context.language);
    for (const casework::CorrectionItem &item : subCase.correction)
        addRow(words.label(item.key), fromText(item.reason));
    for (const auto &[key, value] : subCase.outputs.items())
        addRow(words.label(key), words.value(key, value));
    m_rowsPlace->layout()->addWidget(m_rows);
}

/// Two windows that did not know of each other may have received the same: a person looks at both.
void CaseDetails::showAlike(const casework::SubCase &subCase, const std::vector<casework::CaseFile> &known)
{
    const auto received = parseInstant(subCase.receivedAt);
    const casework::Application application{m_file->id, m_file->applicant.value("idNo", std::string()),
        {subCase.matter}, dayInChina(received ? *received : m_context.clock.now())};
    if (const auto cases = casework::alike(known, application); !cases.empty())
        addRow(tr("Perhaps twice"), listed(cases));
}

void CaseDetails::addRow(const QString &name, QWidget *value)
{
    const int row = m_grid->rowCount();
    auto *label = secondLabel(name, m_rows);
    label->setWordWrap(true);
    label->setMaximumWidth(scaled(110));
    m_grid->addWidget(label, row, 0, Qt::AlignTop);
    m_grid->addWidget(value, row, 1);
}

void CaseDetails::addRow(const QString &name, const QString &value)
{
    auto *label = new QLabel(value, m_rows);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setAccessibleName(labelled(name, value));
    addRow(name, label);
}

QString CaseDetails::dated(Date day) const
{
    return QStringLiteral("%1 %2").arg(shortDate(day, dayInChina(m_context.clock.now())), weekdayOf(day));
}

/// The matters whose results it needs, each with whether it is there.
QWidget *CaseDetails::makeNeeds(const casework::SubCase &subCase, const catalogue::Matter &matter)
{
    QList<StatusLight *> lights;
    for (const catalogue::Dependency &dependency : matter.dependsOn) {
        if (!dependency.hard || !m_file->subCases.contains(dependency.matter))
            continue;
        const auto *other = m_context.catalogue->matter(dependency.matter);
        const bool missing = std::find(subCase.waitsFor.begin(), subCase.waitsFor.end(), dependency.matter)
            != subCase.waitsFor.end();
        const bool inVain = std::find(subCase.blockedBy.begin(), subCase.blockedBy.end(), dependency.matter)
            != subCase.blockedBy.end();
        auto *light = new StatusLight(m_rows);
        light->show(inVain ? Light::InVain
                : missing  ? Light::WaitsForResult
                           : Light::Ready,
            other ? textOf(other->shortName, m_context.language) : fromText(dependency.matter));
        lights.append(light);
    }
    if (lights.isEmpty())
        return nullptr;
    auto *needs = new QWidget(m_rows);
    auto *layout = new QVBoxLayout(needs);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    for (StatusLight *light : lights)
        layout->addWidget(light);
    return needs;
}

void CaseDetails::beginNote()
{
    if (!m_file)
        return;
    m_notePlace->show();
    m_noteText->setFocus(Qt::ShortcutFocusReason);
}

void CaseDetails::saveNote()
{
    const QString text = m_noteText->text().trimmed();
    if (text.isEmpty() || !m_file)
        return;
    m_acts.perform(*m_file,
        {"case.note", {{"text", text.toStdString()}}, tr("Note: %1").arg(fromText(m_file->number)), {}});
    m_noteText->clear();
    m_notePlace->hide();
}

QWidget *CaseDetails::firstField() const
{
    return m_supplement->isVisible() ? static_cast<QWidget *>(m_supplement) : m_note;
}

} // namespace quanke::desk
