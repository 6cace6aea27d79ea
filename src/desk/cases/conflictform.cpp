#include "desk/cases/conflictform.h"

#include "core/base/clock.h"
#include "core/casework/conflict.h"
#include "desk/casepart/partview.h"
#include "desk/common/actionbutton.h"
#include "desk/common/bottombar.h"
#include "desk/common/deskcontext.h"
#include "desk/common/desksession.h"
#include "desk/common/elidedlabel.h"
#include "desk/common/statuslight.h"
#include "desk/common/words.h"
#include "desk/look/appearance.h"
#include "desk/look/takeaway.h"
#include "desk/look/textroles.h"

#include <QGridLayout>
#include <QLineEdit>
#include <QScrollArea>

#include <algorithm>

namespace quanke::desk {

namespace {

enum Column { Thing, Before, Stands, Late };

} // namespace

ConflictForm::ConflictForm(const DeskContext &context, CaseActs &acts, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_acts(acts)
    , m_title(new ElidedLabel(this))
    , m_hint(secondLabel({}, this))
    , m_scroll(new QScrollArea(this))
    , m_reason(new QLineEdit(this))
    , m_choice(makeChoice())
    , m_keep(new ActionButton(tr("Keep what stands"), ButtonKind::Normal, this))
    , m_take(new ActionButton(tr("Take the late one"), ButtonKind::Normal, this))
    , m_foot(new BottomBar(this))
{
    setObjectName(QStringLiteral("conflictForm"));
    m_title->setObjectName(QStringLiteral("conflictTitleLabel"));
    m_title->setFont(titleFont());
    m_title->setContentsMargins(scaled(20), scaled(14), scaled(20), 0);
    m_hint->setWordWrap(true);
    m_hint->setContentsMargins(scaled(20), scaled(2), scaled(20), scaled(8));
    m_scroll->setObjectName(QStringLiteral("conflictScrollArea"));
    m_scroll->setAccessibleName(tr("The two versions"));
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->viewport()->setBackgroundRole(QPalette::Base);
    makeFoot();
    auto *ground = new Pane(this);
    auto *above = new QVBoxLayout(ground);
    above->setContentsMargins(0, 0, 0, 0);
    above->setSpacing(0);
    above->addWidget(m_title);
    above->addWidget(m_hint);
    above->addWidget(m_scroll, 1);
    above->addWidget(m_choice);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(ground, 1);
    layout->addWidget(m_foot);
    connect(&acts, &CaseActs::queued, this, [this](const QString &caseId) {
        if (isVisible() && m_file && fromText(m_file->id) == caseId)
            Q_EMIT done();
    });
    connect(&acts, &CaseActs::failed, this, [this](const Failure &failure) {
        if (isVisible())
            m_foot->light()->show(Light::Wrong, wordsOf(failure));
    });
}

void ConflictForm::makeFoot()
{
    auto *back = new ActionButton(tr("Back"), ButtonKind::Normal, m_foot);
    back->setObjectName(QStringLiteral("leaveConflictButton"));
    back->setKeysShown(Qt::Key_Escape);
    m_keep->setObjectName(QStringLiteral("keepStandingButton"));
    m_take->setObjectName(QStringLiteral("takeLateButton"));
    m_foot->light()->setObjectName(QStringLiteral("conflictLight"));
    m_foot->addRight(back);
    m_foot->addRight(m_keep);
    m_foot->addRight(m_take);
    connect(back, &QPushButton::clicked, this, &ConflictForm::done);
    connect(m_keep, &QPushButton::clicked, this, [this] { choose(m_standing); });
    connect(m_take, &QPushButton::clicked, this, [this] { choose(m_late); });
}

QWidget *ConflictForm::makeChoice()
{
    auto *choice = new QWidget(this);
    m_reason->setObjectName(QStringLiteral("conflictReasonLineEdit"));
    m_reason->setAccessibleName(tr("Reason of the choice"));
    m_reason->setPlaceholderText(tr("Why this one: asked by telephone, seen the original …"));
    m_reason->setMaxLength(500);
    auto *layout = new QHBoxLayout(choice);
    layout->setContentsMargins(scaled(20), scaled(8), scaled(20), scaled(10));
    layout->addWidget(boldLabel(tr("Reason"), choice));
    layout->addWidget(m_reason, 1);
    connect(m_reason, &QLineEdit::textChanged, this, &ConflictForm::showReason);
    return choice;
}

void ConflictForm::begin(const casework::CaseFile &file, const std::string &late)
{
    const casework::Conflict *conflict = casework::conflictOf(file, late);
    if (!conflict)
        return;
    if (m_late != late)
        m_reason->clear();
    m_file = file;
    m_late = late;
    m_standing = casework::standingIn(*conflict);
    const auto *matter = m_context.catalogue->matter(conflict->matter);
    m_title->setText(tr("Two versions: %1")
                         .arg(matter ? textOf(matter->name, m_context.language)
                                     : contestedName(m_context, conflict->matter)));
    showVersions(*conflict);
    showChoice(*conflict);
}

void ConflictForm::showVersions(const casework::Conflict &conflict)
{
    const Versions versions = versionsOf(m_context, *m_file, conflict);
    m_hint->setText(
        tr("Two desks changed this without knowing of each other. One version counts, the other stays to "
           "be read in the history; nothing is mixed.")
        + QLatin1Char(' ') + tr("%n difference(s)", nullptr, versions.differing));
    takeAway(m_content);
    m_content = new QWidget(m_scroll);
    m_content->setBackgroundRole(QPalette::Base);
    m_grid = new QGridLayout(m_content);
    m_grid->setContentsMargins(scaled(20), scaled(4), scaled(20), scaled(12));
    m_grid->setHorizontalSpacing(scaled(14));
    m_grid->setVerticalSpacing(scaled(6));
    for (const auto &[column, stretch] : {std::pair{Thing, 4}, {Before, 5}, {Stands, 7}, {Late, 7}})
        m_grid->setColumnStretch(column, stretch);
    m_grid->addWidget(secondLabel(tr("Before"), m_content), 0, Before, Qt::AlignTop);
    addHead(Stands, tr("Came first and stands"), versions.stands, conflict.chosen == m_standing);
    addHead(Late, tr("Came late"), versions.late, conflict.chosen == m_late);
    m_grid->addWidget(new Line(Qt::Horizontal, m_content), 1, 0, 1, 4);
    for (const VersionRow &row : versions.rows)
        addRow(row);
    m_grid->setRowStretch(m_grid->rowCount(), 1);
    m_scroll->setWidget(m_content);
}

void ConflictForm::addHead(int column, const QString &name, const VersionHead &head, bool isChosen)
{
    auto *box = new QWidget(m_content);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(scaled(4), 0, 0, scaled(4)); // as the values below
    layout->setSpacing(0);
    layout->addWidget(boldLabel(name, box));
    auto *who = new QLabel(head.who, box);
    who->setTextFormat(Qt::PlainText);
    who->setObjectName(
        column == Stands ? QStringLiteral("standingWhoLabel") : QStringLiteral("lateWhoLabel"));
    layout->addWidget(who);
    if (!head.window.isEmpty())
        layout->addWidget(secondLabel(head.window, box));
    layout->addWidget(secondLabel(head.when, box));
    if (isChosen) {
        auto *plate = new StatusLight(box);
        plate->setPlate(true);
        plate->show(Light::Ready, tr("Chosen"));
        layout->addWidget(plate, 0, Qt::AlignLeft);
    }
    m_grid->addWidget(box, 0, column, Qt::AlignTop);
}

void ConflictForm::addRow(const VersionRow &row)
{
    const int at = m_grid->rowCount();
    auto *thing = new QWidget(m_content);
    auto *layout = new QVBoxLayout(thing);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *label = secondLabel(row.label, thing);
    label->setWordWrap(true);
    layout->addWidget(label);
    if (row.differs) {
        auto *light = new StatusLight(thing);
        light->setFont(smallFont());
        light->show(Light::LookAtIt, tr("differs"));
        layout->addWidget(light, 0, Qt::AlignLeft);
    }
    m_grid->addWidget(thing, at, Thing, Qt::AlignTop);
    auto *before = secondLabel(row.before, m_content);
    before->setWordWrap(true);
    m_grid->addWidget(before, at, Before, Qt::AlignTop);
    const auto add = [&](Column column, const QString &words, const QString &version) {
        auto *value = new ValueLabel(words.isEmpty() ? tr("(nothing)") : words, m_content);
        value->setAccessibleName(labelled(listed({row.label, version}), value->text()));
        value->setMarked(row.differs);
        m_grid->addWidget(value, at, column, Qt::AlignTop);
    };
    add(Stands, row.stands, tr("Came first and stands"));
    add(Late, row.late, tr("Came late"));
}

/// Who may choose, and whether the late one can still be chosen.
void ConflictForm::showChoice(const casework::Conflict &conflict)
{
    const bool isOpen = conflict.chosen.empty();
    const std::string someReason("-");
    m_objection = m_acts.objection(*m_file, choiceOf(m_standing, someReason));
    const bool mayChoose = isOpen && !m_objection;
    m_mayTakeLate = mayChoose && !m_acts.objection(*m_file, choiceOf(m_late, someReason));
    m_choice->setVisible(mayChoose);
    m_keep->setVisible(mayChoose);
    m_take->setVisible(mayChoose);
    m_foot->light()->show(isOpen ? Light::LookAtIt : Light::Done, choiceWords(isOpen));
    m_foot->light()->setVisible(true);
    showReason();
}

QString ConflictForm::choiceWords(bool isOpen) const
{
    if (!isOpen)
        return chosenWords();
    if (m_objection)
        return m_objection->key == "operation.same-person" ? tr("Somebody else chooses")
                                                           : tr("A supervisor chooses");
    return m_mayTakeLate ? tr("Choose one, with a reason") : tr("The department has gone on");
}

QString ConflictForm::chosenWords() const
{
    const auto &history = m_file->history;
    const auto choice = std::find_if(history.rbegin(), history.rend(), [this](const auto &operation) {
        return operation.kind == "case.resolve" && operation.body.value("late", std::string()) == m_late;
    });
    const auto moment = choice != history.rend() ? parseInstant(choice->at) : std::nullopt;
    if (!moment)
        return tr("Chosen");
    const auto person = m_file->people.find(choice->actor);
    const auto &name = person != m_file->people.end() ? person->second : choice->actor;
    return tr("Already chosen by %1, %2").arg(fromText(name), dayAndTime(*moment, m_context.language));
}

WantedAct ConflictForm::choiceOf(const std::string &version, const std::string &reason) const
{
    const casework::Conflict *conflict = casework::conflictOf(*m_file, m_late);
    return {"case.resolve",
        {{"matter", conflict->matter}, {"late", m_late}, {"chosen", version}, {"reason", reason}},
        tr("Choice: %1").arg(fromText(m_file->number)), {}};
}

void ConflictForm::choose(const std::string &version)
{
    m_keep->setEnabled(false); // a second choice would be refused and hold up the case
    m_take->setEnabled(false);
    m_acts.perform(*m_file, choiceOf(version, m_reason->text().trimmed().toStdString()));
}

void ConflictForm::showReason()
{
    const bool hasReason = !m_reason->text().trimmed().isEmpty();
    m_keep->setEnabled(hasReason);
    m_take->setEnabled(hasReason && m_mayTakeLate);
}

} // namespace quanke::desk
