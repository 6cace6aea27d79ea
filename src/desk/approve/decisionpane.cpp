#include "desk/approve/decisionpane.h"

#include "core/base/clock.h"
#include "core/casework/calendar.h"
#include "core/casework/part.h"
#include "desk/approve/correctionitems.h"
#include "desk/approve/outputsform.h"
#include "desk/common/deskcontext.h"
#include "desk/common/words.h"
#include "desk/look/appearance.h"
#include "desk/viewer/documentattachment.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QVBoxLayout>

#include <array>

namespace quanke::desk {

namespace {

using casework::SubCaseState;

constexpr std::array all{
    Decision::Accept, Decision::Approve, Decision::Deny, Decision::Correct, Decision::Refuse};

const char *objectNameOf(Decision decision)
{
    switch (decision) {
    case Decision::Accept:
        return "acceptRadioButton";
    case Decision::Approve:
        return "approveRadioButton";
    case Decision::Deny:
        return "denyRadioButton";
    case Decision::Correct:
        return "correctRadioButton";
    case Decision::Refuse:
        return "refuseRadioButton";
    }
    return "";
}

/// Fields and materials that may be asked for again: what is in the part, then materials that are not.
std::vector<std::string> correctableKeys(
    const catalogue::Catalogue &catalogue, const casework::CaseFile &file, const catalogue::Matter &matter)
{
    std::vector<std::string> keys;
    std::vector<std::string> missing;
    for (const std::string &key : casework::declaredKeys(catalogue, matter)) {
        if (file.values.contains(key))
            keys.push_back(key);
        else if (key.find('/') == std::string::npos)
            missing.push_back(key);
    }
    keys.insert(keys.end(), missing.begin(), missing.end());
    return keys;
}

} // namespace

DecisionPane::DecisionPane(const DeskContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_work(context.vault, "decision")
    , m_choices(new QButtonGroup(this))
    , m_clause(new QComboBox(this))
    , m_reason(new QPlainTextEdit(this))
    , m_items(new CorrectionItems(this))
    , m_outputs(new OutputsForm(context.catalogue, context.language, this))
    , m_document(
          new DocumentAttachment(context, tr("Attach the result"), DocumentAttachment::Holds::One, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(scaled(14), scaled(8), scaled(14), scaled(8));
    layout->setSpacing(scaled(6));
    layout->addWidget(makeChoices());
    makeFields();
    for (QWidget *part : std::initializer_list<QWidget *>{m_items, m_outputs, m_clause, m_reason, m_document})
        layout->addWidget(part);
    connect(m_choices, &QButtonGroup::idClicked, this, [this] {
        showFields();
        Q_EMIT changed();
    });
    connect(m_reason, &QPlainTextEdit::textChanged, this, &DecisionPane::changed);
    connect(m_clause, &QComboBox::currentTextChanged, this, &DecisionPane::changed);
    connect(m_items, &CorrectionItems::changed, this, &DecisionPane::changed);
    connect(m_outputs, &OutputsForm::changed, this, &DecisionPane::changed);
    connect(m_document, &DocumentAttachment::changed, this, &DecisionPane::changed);
    connect(this, &DecisionPane::changed, this, &DecisionPane::keepBegun);
    connect(&m_work, &UnfinishedWork::brought, this, &DecisionPane::bring);
    connect(&m_work, &UnfinishedWork::failed, this, &DecisionPane::keepingFailed);
}

QWidget *DecisionPane::makeChoices()
{
    auto *box = new QWidget(this);
    m_grid = new QGridLayout(box);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(scaled(14));
    m_grid->setVerticalSpacing(scaled(4));
    m_grid->setColumnStretch(2, 1);
    for (const Decision decision : all) {
        auto *button = new QRadioButton(nameOf(decision), box);
        button->setObjectName(QLatin1String(objectNameOf(decision)));
        m_choices->addButton(button, int(decision));
        m_buttons[decision] = button;
    }
    return box;
}

void DecisionPane::makeFields()
{
    m_reason->setObjectName(QStringLiteral("reasonPlainTextEdit"));
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->setTabChangesFocus(true);
    m_reason->setFixedHeight(scaled(64));
    m_document->setObjectName(QStringLiteral("resultAttachment"));
    m_document->setEmptyText(tr("Optional: the result's PDF"));
    m_clause->setObjectName(QStringLiteral("clauseComboBox"));
    m_clause->setAccessibleName(tr("Legal basis of not accepting"));
    m_clause->setEditable(true);
    m_clause->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
}

QString DecisionPane::nameOf(Decision decision)
{
    switch (decision) {
    case Decision::Accept:
        return tr("Accept");
    case Decision::Approve:
        return tr("Approve");
    case Decision::Deny:
        return tr("Deny");
    case Decision::Correct:
        return tr("Ask for correction");
    case Decision::Refuse:
        return tr("Do not accept");
    }
    return {};
}

std::vector<Decision> DecisionPane::possible(const casework::CaseFile &file, const catalogue::Matter &matter)
{
    const auto subCase = file.subCases.find(matter.id);
    if (subCase == file.subCases.end())
        return {};
    const SubCaseState state = subCase->second.state;
    if (state == SubCaseState::Accepted)
        return {Decision::Approve, Decision::Deny};
    if (state != SubCaseState::Received && state != SubCaseState::Supplemented)
        return {};
    const bool instant = casework::limitsUnder(matter, file.answers).caseType == catalogue::CaseType::Instant;
    if (instant)
        return {Decision::Approve, Decision::Deny, Decision::Correct, Decision::Refuse};
    return {Decision::Accept, Decision::Correct, Decision::Refuse};
}

void DecisionPane::show(const casework::CaseFile &file, const catalogue::Matter &matter)
{
    const std::string stage = std::string(casework::nameOf(file.subCases.at(matter.id).state))
        + std::to_string(roundOf(file, matter.id));
    const bool same = m_matter == &matter && m_file.id == file.id && m_stage == stage;
    m_file = file;
    m_matter = &matter;
    m_stage = stage;
    if (same) {
        setVisible(!possible(file, matter).empty());
        return;
    }
    m_setsUp = true;
    m_reason->clear();
    m_document->begin(file.id);
    m_outputs->show(matter, dayInChina(m_context.clock.now()));
    m_items->offer(correctableKeys(*m_context.catalogue, file, matter),
        ValueWords(m_context.catalogue, m_context.language));
    offerClauses();
    offerChoices(possible(file, matter));
    m_setsUp = false;
    m_blank = begun();
    (void)m_work.begin(file.id, matter.id, stage);
    Q_EMIT changed();
}

/// Everything that is typed or chosen here, whatever the decision would take of it.
Json DecisionPane::begun() const
{
    return {{"decision", m_choices->checkedId()}, {"reason", m_reason->toPlainText().toStdString()},
        {"clause", m_clause->currentText().toStdString()}, {"items", m_items->items()},
        {"outputs", m_outputs->outputs()}, {"document", m_document->references()}};
}

void DecisionPane::keepBegun()
{
    if (m_setsUp || !m_matter)
        return;
    const Json now = begun();
    m_work.keep(now == m_blank ? Json() : now);
}

void DecisionPane::bring(const Json &begun)
{
    m_setsUp = true;
    m_reason->setPlainText(fromText(begun.value("reason", std::string())));
    m_clause->setCurrentText(fromText(begun.value("clause", std::string())));
    m_items->bring(begun.value("items", Json::array()));
    m_outputs->bring(begun.value("outputs", Json::object()));
    m_document->bring(begun.value("document", Json::array()));
    if (auto *choice = m_choices->button(begun.value("decision", -1)); choice && !choice->isHidden())
        choice->setChecked(true);
    m_setsUp = false;
    showFields();
    Q_EMIT changed();
}

void DecisionPane::offerChoices(const std::vector<Decision> &decisions)
{
    for (const auto &[decision, button] : m_buttons) {
        m_grid->removeWidget(button);
        button->hide();
    }
    for (std::size_t index = 0; index < decisions.size(); ++index) {
        QWidget *button = m_buttons.at(decisions[index]);
        m_grid->addWidget(button, int(index) / 2, int(index) % 2);
        button->show();
    }
    if (!decisions.empty())
        m_choices->button(int(decisions.front()))->setChecked(true);
    setVisible(!decisions.empty());
    showFields();
}

void DecisionPane::offerClauses()
{
    m_clause->clear();
    for (const catalogue::LegalBasis &basis : m_matter->basis)
        m_clause->addItem(
            QStringLiteral("%1 %2").arg(fromText(basis.text), fromText(basis.article)).trimmed());
    m_clause->setCurrentIndex(m_clause->count() > 0 ? 0 : -1);
}

void DecisionPane::choose(Decision decision)
{
    if (m_buttons.at(decision)->isHidden())
        return;
    m_choices->button(int(decision))->setChecked(true);
    showFields();
    focusFirstField();
    Q_EMIT changed();
}

std::optional<Decision> DecisionPane::decision() const
{
    if (isHidden() || !m_matter || m_choices->checkedId() < 0)
        return {};
    return Decision(m_choices->checkedId());
}

void DecisionPane::showFields()
{
    const Decision chosen = Decision(qMax(0, m_choices->checkedId()));
    m_items->setVisible(chosen == Decision::Correct);
    m_outputs->setVisible(chosen == Decision::Approve && m_outputs->firstField());
    m_document->setVisible(chosen == Decision::Approve);
    m_clause->setVisible(chosen == Decision::Refuse);
    const bool reasoned = chosen == Decision::Deny || chosen == Decision::Refuse;
    m_reason->setVisible(reasoned || chosen == Decision::Approve);
    m_reason->setPlaceholderText(
        reasoned ? tr("Reason, as the applicant will read it") : tr("Opinion (may stay empty)"));
}

QString DecisionPane::missing() const
{
    const auto chosen = decision();
    if (!chosen)
        return {};
    const bool noReason = m_reason->toPlainText().trimmed().isEmpty();
    switch (*chosen) {
    case Decision::Accept:
        return {};
    case Decision::Approve:
        return m_outputs->isComplete() ? QString() : tr("Fill in what the result brings");
    case Decision::Deny:
        return noReason ? tr("Give the reason") : QString();
    case Decision::Correct:
        return m_items->isComplete() ? QString() : tr("Choose what is to be corrected, each with its reason");
    case Decision::Refuse:
        return noReason || m_clause->currentText().trimmed().isEmpty()
            ? tr("Give the reason and its legal basis")
            : QString();
    }
    return {};
}

WantedAct DecisionPane::act(const PointMarks &marks) const
{
    const Decision chosen = decision().value_or(Decision::Accept);
    const std::string reason = m_reason->toPlainText().trimmed().toStdString();
    WantedAct act;
    act.body["matter"] = m_matter->id;
    act.title = labelled(nameOf(chosen),
        textOf(m_matter->shortName, m_context.language) + QStringLiteral("  ") + maskedApplicant(m_file));
    if (chosen == Decision::Accept) {
        act.kind = "subcase.accept";
        return act;
    }
    if (chosen == Decision::Correct) {
        act.kind = "subcase.requestCorrection";
        act.body["items"] = m_items->items();
        return act;
    }
    act.body["reason"] = reason;
    if (chosen == Decision::Refuse) {
        act.kind = "subcase.refuse";
        act.body["clause"] = m_clause->currentText().trimmed().toStdString();
        return act;
    }
    const bool approved = chosen == Decision::Approve;
    act.kind = "subcase.decide";
    act.body["outcome"] = approved ? "approved" : "denied";
    act.body["reviewPoints"] = Json::array();
    for (const auto &[id, met] : marks)
        act.body["reviewPoints"].push_back({{"id", id}, {"met", met}});
    act.body["outputs"] = approved ? m_outputs->outputs() : Json::object();
    const Json &documents = m_document->references();
    act.body["document"] = approved && !documents.empty() ? documents.front() : Json();
    if (approved)
        act.documents = m_document->digests();
    return act;
}

void DecisionPane::focusFirstField()
{
    for (QWidget *field :
        std::initializer_list<QWidget *>{m_items->firstField(), m_outputs->firstField(), m_reason}) {
        if (field && field->isVisibleTo(this)) {
            field->setFocus(Qt::ShortcutFocusReason);
            return;
        }
    }
}

} // namespace quanke::desk
