#include "desk/cases/supplementform.h"

#include "core/base/clock.h"
#include "desk/cases/versions.h"
#include "desk/common/actionbutton.h"
#include "desk/common/banner.h"
#include "desk/common/bottombar.h"
#include "desk/common/deskcontext.h"
#include "desk/common/desksession.h"
#include "desk/common/elidedlabel.h"
#include "desk/common/statuslight.h"
#include "desk/common/words.h"
#include "desk/fields/editorfactory.h"
#include "desk/fields/fieldrow.h"
#include "desk/look/appearance.h"
#include "desk/look/takeaway.h"
#include "desk/viewer/documentattachment.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace quanke::desk {

SupplementForm::SupplementForm(const DeskContext &context, CaseActs &acts, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_acts(acts)
    , m_words(context.catalogue, context.language)
    , m_work(context.vault, "supplement")
    , m_lease(context)
    , m_another(new Banner(this))
    , m_takeOver(new ActionButton(tr("Take over"), ButtonKind::Small, this))
    , m_title(new ElidedLabel(this))
    , m_scroll(new QScrollArea(this))
    , m_foot(new BottomBar(this))
    , m_send(new ActionButton(tr("Send the supplement"), ButtonKind::Primary, this))
{
    setObjectName(QStringLiteral("supplementForm"));
    m_title->setFont(titleFont());
    m_title->setContentsMargins(scaled(28), scaled(14), scaled(28), scaled(6));
    m_scroll->setObjectName(QStringLiteral("supplementScrollArea"));
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->viewport()->setBackgroundRole(QPalette::Base);
    auto *back = new ActionButton(tr("Back to the drawing"), ButtonKind::Normal, m_foot);
    back->setObjectName(QStringLiteral("leaveSupplementButton"));
    back->setKeysShown(Qt::Key_Escape);
    m_send->setObjectName(QStringLiteral("sendSupplementButton"));
    m_send->setSymbol(Symbol::Send);
    m_send->setKeys(Qt::CTRL | Qt::Key_Return);
    m_foot->light()->setObjectName(QStringLiteral("supplementLight"));
    m_foot->addRight(back);
    m_foot->addRight(m_send);
    auto *ground = new Pane(this);
    auto *above = new QVBoxLayout(ground);
    above->setContentsMargins(0, 0, 0, 0);
    above->addWidget(m_another);
    above->addWidget(m_title);
    above->addWidget(m_scroll, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(ground, 1);
    layout->addWidget(m_foot);
    makeLease();
    connect(back, &QPushButton::clicked, this, &SupplementForm::done);
    connect(m_send, &QPushButton::clicked, this, &SupplementForm::send);
    connect(&acts, &CaseActs::queued, this, [this](const QString &caseId) {
        if (isVisible() && m_file && fromText(m_file->id) == caseId)
            Q_EMIT done();
    });
    connect(&m_work, &UnfinishedWork::brought, this, &SupplementForm::bring);
    connect(&m_work, &UnfinishedWork::failed, this,
        [this](const Failure &failure) { m_foot->light()->show(Light::Wrong, wordsOf(failure)); });
    connect(&acts, &CaseActs::failed, this, [this](const Failure &failure) {
        if (isVisible())
            m_foot->light()->show(Light::Wrong, wordsOf(failure));
    });
}

SupplementForm::~SupplementForm() = default;

void SupplementForm::makeLease()
{
    m_another->setObjectName(QStringLiteral("leaseBanner"));
    m_another->hide();
    m_takeOver->setObjectName(QStringLiteral("takeOverButton"));
    m_another->addAction(m_takeOver);
    connect(m_takeOver, &QPushButton::clicked, &m_lease, &LeaseKeeper::takeOver);
    connect(&m_lease, &LeaseKeeper::held, this, [this] {
        m_anotherWorks = false;
        m_another->hide();
        showState();
    });
    connect(&m_lease, &LeaseKeeper::heldByAnother, this, [this](const casework::Lease &lease) {
        m_anotherWorks = true;
        showAnother(lease);
        showState();
    });
    connect(&m_lease, &LeaseKeeper::notTakenOver, this,
        [this](const Failure &failure) { m_foot->light()->show(Light::Wrong, wordsOf(failure)); });
}

/// Only the gateway can give it to somebody else: without the link the button would do nothing.
void SupplementForm::showAnother(const casework::Lease &lease)
{
    const auto show = [this, lease] {
        const QString stays =
            tr("What is typed here stays. Speak with them before you take it over; what they "
               "typed stays with them.");
        const bool canTakeOver = m_lease.canTakeOver();
        m_takeOver->setEnabled(canTakeOver);
        m_another->show(Light::LookAtIt, tr("Somebody else works on this: %1").arg(wordsOf(lease)),
            canTakeOver ? stays
                        : tr("What is typed here stays. It can be taken over once the link is back."));
    };
    m_takeOver->show();
    show();
    disconnect(m_linkWatch);
    m_linkWatch = connect(&m_lease, &LeaseKeeper::canTakeOverChanged, this, [this, show] {
        if (m_anotherWorks && m_takeOver->isVisible())
            show();
    });
}

void SupplementForm::follow(const casework::CaseFile &now)
{
    const bool isOurs = now.heldBy.empty() ? fromText(now.heldAt) == m_context.session.window()
                                           : now.heldBy == m_context.session.person().name;
    const bool isHandedOn = m_file && now.id == m_file->id && !isOurs
        && (now.heldAt != m_file->heldAt || now.heldBy != m_file->heldBy);
    if (!isHandedOn)
        return;
    m_lease.letGo(); // the other window's now
    m_takeOver->hide();
    m_another->show(Light::LookAtIt,
        tr("Handed to %1").arg(now.heldBy.empty() ? fromText(now.heldAt) : personIn(now, now.heldBy)),
        tr("What is typed here stays. When it is sent it is kept as a proposal, and a supervisor chooses."));
}

void SupplementForm::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_file)
        m_lease.hold(m_file->id);
}

void SupplementForm::hideEvent(QHideEvent *event)
{
    m_lease.letGo();
    m_anotherWorks = false;
    m_another->hide();
    QWidget::hideEvent(event);
}

void SupplementForm::begin(const casework::CaseFile &file, const std::string &matter)
{
    const Json before = m_state ? mended() : Json();
    m_file = file;
    m_matter = m_context.catalogue->matter(matter);
    m_state.reset();
    m_fields.clear();
    m_materials.clear();
    takeAway(m_content);
    m_content = new QWidget(m_scroll);
    m_content->setBackgroundRole(QPalette::Base);
    m_items = new QVBoxLayout(m_content);
    m_items->setContentsMargins(scaled(28), scaled(4), scaled(28), scaled(14));
    m_items->setSpacing(scaled(4));
    const auto composed = form::composeForm(*m_context.catalogue, file.bundle, file.ticked, file.answers);
    if (composed) {
        m_state.emplace(composed->form, dayInChina(m_context.clock.now()));
        Json values = file.values;
        for (const auto &[situation, answer] : composed->composition.answers)
            values["situation/" + situation] = answer;
        m_state->setValues(values);
        for (const casework::CorrectionItem &item : file.subCases.at(matter).correction)
            addItem(item);
    }
    m_items->addStretch();
    m_scroll->setWidget(m_content);
    m_blank = values();
    const auto opened = m_work.begin(file.id, matter, std::to_string(roundOf(file, matter)));
    if (opened == UnfinishedWork::Opened::Same)
        bring(before);
    if (isVisible())
        m_lease.hold(file.id);
    m_title->setText(tr("Supplement for: %1").arg(textOf(m_matter->name, m_context.language)));
    showState();
}

void SupplementForm::addItem(const casework::CorrectionItem &item)
{
    auto *reason = new StatusLight(m_content);
    reason->show(Light::WaitsForApplicant, fromText(item.reason));
    reason->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    QWidget *field = m_context.catalogue->material(item.key) ? makeMaterial(item.key) : makeField(item.key);
    if (!field)
        return;
    m_items->addWidget(field);
    m_items->addWidget(reason);
    m_items->addSpacing(scaled(10));
}

QWidget *SupplementForm::makeField(const std::string &key)
{
    const auto *element = m_context.catalogue->element(catalogue::splitKey(key).element);
    if (!element || !m_state->isRelevant(key))
        return nullptr;
    auto *row = new FieldRow(key, m_words.label(key), m_content);
    row->setEditor(makeEditor(*m_context.catalogue, *element, m_context.language, row));
    row->setUnit(textOf(element->unit, m_context.language));
    row->editor()->show(m_state->value(key));
    const auto fitHeight = [this, row] {
        row->setFixedHeight(row->heightFor(m_scroll->width() - scaled(80)));
    };
    connect(row, &FieldRow::heightChanged, row, fitHeight);
    fitHeight();
    connect(
        row->editor(), &FieldEditor::edited, this, [this, key, row] { take(key, row->editor()->value()); });
    m_fields[key] = row;
    return row;
}

QWidget *SupplementForm::makeMaterial(const std::string &key)
{
    auto *box = new QWidget(m_content);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(4));
    layout->addWidget(boldLabel(QStringLiteral("%1 %2").arg(fromText(key), m_words.label(key)), box));
    auto *files = new DocumentAttachment(m_context, tr("Choose files"), DocumentAttachment::Holds::Many, box);
    files->setObjectName(QStringLiteral("%1Attachment").arg(fromText(key)));
    files->setEmptyText(tr("Nothing chosen yet; what was handed in before is replaced"));
    files->begin(m_file->id);
    layout->addWidget(files);
    connect(files, &DocumentAttachment::changed, this,
        [this, key, files] { take(key, files->references().empty() ? Json() : files->references()); });
    m_materials[key] = files;
    return box;
}

void SupplementForm::take(const std::string &key, const Json &value)
{
    if (!m_state)
        return;
    (void)m_state->set({key, -1, {}}, value);
    for (const auto &[asked, row] : m_fields)
        showProblems(asked);
    showState();
    if (!m_setsUp)
        m_work.keep(mended());
}

Json SupplementForm::mended() const
{
    Json changed = Json::object();
    const Json now = values();
    for (const auto &[key, value] : now.items()) {
        if (m_blank.value(key, Json()) != value)
            changed[key] = value;
    }
    return changed.empty() ? Json() : changed;
}

void SupplementForm::bring(const Json &mended)
{
    m_setsUp = true;
    for (const auto &[key, row] : m_fields) {
        if (!mended.contains(key))
            continue;
        row->editor()->show(mended[key]);
        take(key, mended[key]);
    }
    for (const auto &[key, files] : m_materials) {
        if (mended.contains(key))
            files->bring(mended[key]);
    }
    m_setsUp = false;
}

void SupplementForm::showProblems(const std::string &key)
{
    FieldRow *row = m_fields.at(key);
    const auto problems = m_state->problemsOf(key);
    if (problems.empty()) {
        row->setMessage(Light::Wrong, {});
        row->editor()->setProblem(FieldProblem::None);
        return;
    }
    const form::Problem &problem = problems.front();
    const bool error = problem.severity == form::Severity::Error;
    row->setMessage(error ? Light::Wrong : Light::LookAtIt,
        fromText(m_context.catalogue->message(problem.messageKey, problem.arguments, m_context.language)));
    row->editor()->setProblem(error ? FieldProblem::Error : FieldProblem::Warning);
}

bool SupplementForm::isComplete() const
{
    if (m_anotherWorks || !m_state || m_fields.size() + m_materials.size() == 0)
        return false;
    for (const auto &[key, files] : m_materials) {
        if (files->references().empty())
            return false;
    }
    for (const auto &[key, row] : m_fields) {
        for (const form::Problem &problem : m_state->problemsOf(key)) {
            if (problem.severity == form::Severity::Error)
                return false;
        }
    }
    return true;
}

void SupplementForm::showState()
{
    const bool complete = isComplete();
    m_send->setEnabled(complete);
    m_foot->light()->show(complete ? Light::Ready : Light::Missing,
        complete             ? tr("All there")
            : m_anotherWorks ? tr("Another works on it")
                             : tr("Mend every item"));
    m_foot->light()->setVisible(true);
}

WantedAct SupplementForm::act() const
{
    WantedAct act;
    act.kind = "subcase.supplement";
    act.title = tr("Supplement: %1").arg(textOf(m_matter->shortName, m_context.language));
    for (const auto &[key, files] : m_materials) {
        const auto digests = files->digests();
        act.documents.insert(act.documents.end(), digests.begin(), digests.end());
    }
    act.body = {{"matter", m_matter->id}, {"values", values()}};
    return act;
}

Json SupplementForm::values() const
{
    Json values = Json::object();
    for (const auto &[key, row] : m_fields)
        values[key] = m_state->value(key);
    for (const auto &[key, files] : m_materials)
        values[key] = files->references();
    return values;
}

void SupplementForm::send()
{
    if (isComplete())
        m_acts.perform(*m_file, act());
}

void SupplementForm::focusFirstField()
{
    if (!m_fields.empty())
        m_fields.begin()->second->editor()->focusTarget()->setFocus(Qt::OtherFocusReason);
    else if (!m_materials.empty())
        m_materials.begin()->second->findChild<QWidget *>(QStringLiteral("attachButton"))->setFocus();
}

} // namespace quanke::desk
