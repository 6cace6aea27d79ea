#include "desk/counter/tailor/tailorpage.h"

#include "core/casework/calendar.h"
#include "core/catalogue/catalogue.h"
#include "desk/common/actionbutton.h"
#include "desk/common/banner.h"
#include "desk/common/bottombar.h"
#include "desk/common/deskcontext.h"
#include "desk/common/elidedlabel.h"
#include "desk/common/limitwords.h"
#include "desk/common/panehead.h"
#include "desk/common/words.h"
#include "desk/counter/session/casesession.h"
#include "desk/look/appearance.h"
#include "desk/look/takeaway.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace quanke::desk {

namespace {

QScrollArea *scrollArea(QWidget *content, QWidget *parent)
{
    auto *area = new QScrollArea(parent);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    content->setBackgroundRole(QPalette::Base);
    content->setAutoFillBackground(true);
    area->setWidget(content);
    return area;
}

bool isYesOrNo(const catalogue::Situation &situation)
{
    return situation.options.size() == 2
        && std::all_of(situation.options.begin(), situation.options.end(),
            [](const catalogue::Code &option) { return option.code == "yes" || option.code == "no"; });
}

} // namespace

TailorPage::TailorPage(const DeskContext &context, CaseSession &session, QWidget *parent)
    : CounterPage(parent)
    , m_context(context)
    , m_session(session)
    , m_foot(new BottomBar(this))
    , m_counts(new ElidedLabel(this))
    , m_savings(new ElidedLabel(this))
    , m_fill(new ActionButton(tr("Fill in the form"), ButtonKind::Primary, this))
{
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(makeQuestions(), 1);
    middle->addWidget(new Line(Qt::Vertical, this));
    middle->addWidget(makeMatters(), 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(middle, 1);
    layout->addWidget(m_foot);
    makeFoot();
    connect(&session, &CaseSession::opened, this, &TailorPage::rebuild);
    connect(&session, &CaseSession::recomposed, this, &TailorPage::refresh);
    connect(&session, &CaseSession::opened, this, &CounterPage::stateChanged);
    connect(&session, &CaseSession::closed, this, &CounterPage::stateChanged);
    connect(&session, &CaseSession::stepChanged, this, &CounterPage::stateChanged);
}

QWidget *TailorPage::makeQuestions()
{
    auto *pane = new Pane(this);
    auto *layout = new QVBoxLayout(pane);
    layout->setContentsMargins(0, scaled(10), 0, 0);
    auto *head = new PaneHead(tr("Situation"), pane);
    head->setSecondText(tr("Only what applies is asked afterwards"));
    head->setContentsMargins(scaled(28), 0, scaled(14), 0);
    layout->addWidget(head);
    auto *content = new QWidget(pane);
    auto *outer = new QVBoxLayout(content);
    outer->setContentsMargins(scaled(28), scaled(4), scaled(14), scaled(14));
    m_questions = new QVBoxLayout;
    m_questions->setSpacing(scaled(1));
    outer->addLayout(m_questions);
    outer->addStretch(1);
    m_questionArea = scrollArea(content, pane);
    layout->addWidget(m_questionArea, 1);
    return pane;
}

QWidget *TailorPage::makeMatters()
{
    auto *pane = new Pane(this);
    auto *layout = new QVBoxLayout(pane);
    layout->setContentsMargins(0, scaled(10), 0, 0);
    layout->setSpacing(scaled(6));
    m_matterHead = new PaneHead(tr("Matters"), pane);
    m_matterHead->setContentsMargins(scaled(28), 0, scaled(14), 0);
    layout->addWidget(m_matterHead);
    m_trouble = new Banner(pane);
    m_trouble->setObjectName(QStringLiteral("tailorBanner"));
    m_trouble->hide();
    layout->addWidget(m_trouble);
    auto *content = new QWidget(pane);
    auto *outer = new QVBoxLayout(content);
    outer->setContentsMargins(scaled(28), scaled(4), scaled(14), scaled(14));
    m_matters = new QGridLayout;
    m_matters->setHorizontalSpacing(scaled(12));
    m_matters->setVerticalSpacing(scaled(2));
    m_matters->setColumnStretch(0, 1);
    outer->addLayout(m_matters);
    outer->addStretch(1);
    m_matterArea = scrollArea(content, pane);
    layout->addWidget(m_matterArea, 1);
    return pane;
}

void TailorPage::makeFoot()
{
    auto *words = new QWidget(this);
    auto *layout = new QVBoxLayout(words);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_counts->setObjectName(QStringLiteral("countsLabel"));
    m_counts->setFont(boldFont());
    m_savings->setObjectName(QStringLiteral("savingsLabel"));
    m_savings->setFont(smallFont());
    useSecondText(m_savings);
    layout->addWidget(m_counts);
    layout->addWidget(m_savings);
    m_foot->addLeft(words);
    m_fill->setObjectName(QStringLiteral("fillButton"));
    m_fill->setKeys(Qt::CTRL | Qt::Key_Return);
    m_foot->addRight(m_fill);
    connect(m_fill, &QPushButton::clicked, this, &TailorPage::goOn);
}

QString TailorPage::title() const
{
    return tr("Questions");
}

StepState TailorPage::state() const
{
    const bool open = m_session.isOpen();
    return {{}, open && m_session.step() > Step::Tailor, open && m_session.number().isEmpty()};
}

void TailorPage::enter()
{
    if (m_session.isOpen() && m_builtFor != m_session.caseId())
        rebuild();
    for (const std::string &situation : m_session.bundle().situations) {
        if (const auto options = m_options.find(situation); options != m_options.end()) {
            for (const auto &[code, button] : options->second) {
                if (button->isChecked()) {
                    button->setFocus();
                    return;
                }
            }
        }
    }
    m_fill->setFocus();
}

QList<QWidget *> TailorPage::panes() const
{
    return {m_questionArea->widget(), m_matterArea->widget(), m_foot};
}

bool TailorPage::goOn()
{
    Q_EMIT stepWanted(Step::Fill);
    return true;
}

void TailorPage::rebuild()
{
    m_builtFor = m_session.caseId();
    emptyOut(*m_questions);
    emptyOut(*m_matters);
    m_options.clear();
    m_ticks.clear();
    const catalogue::Bundle &bundle = m_session.bundle();
    for (const std::string &id : bundle.situations) {
        if (const catalogue::Situation *situation = m_context.catalogue->situation(id))
            addQuestion(*situation);
    }
    int row = 0;
    for (const catalogue::BundleMatter &member : bundle.matters)
        addMatter(member, row++);
    refresh();
}

void TailorPage::addQuestion(const catalogue::Situation &situation)
{
    auto *box = new QWidget(this);
    // Yes or no stands in the question's own line, so that the whole list is in sight at once.
    const bool oneLine = isYesOrNo(situation);
    auto *layout = new QBoxLayout(oneLine ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom, box);
    layout->setContentsMargins(0, scaled(oneLine ? 4 : 3), 0, scaled(4));
    layout->setSpacing(scaled(2));
    auto *question = new QLabel(textOf(situation.question, m_context.language), box);
    question->setWordWrap(true);
    layout->addWidget(question, oneLine ? 1 : 0);
    auto *row = new QHBoxLayout;
    row->setSpacing(scaled(6));
    auto *group = new QButtonGroup(box);
    for (const catalogue::Code &option : situation.options) {
        auto *button = new ActionButton(textOf(option.label, m_context.language), ButtonKind::Small, box);
        button->setObjectName(
            fromText(situation.id) + QLatin1Char('_') + fromText(option.code) + QStringLiteral("Button"));
        button->setAccessibleDescription(question->text());
        button->setCheckable(true);
        group->addButton(button);
        row->addWidget(button);
        m_options[situation.id][option.code] = button;
        connect(button, &QPushButton::clicked, this,
            [this, id = situation.id, code = option.code] { answer(id, code); });
    }
    if (!oneLine)
        row->addStretch(1);
    layout->addLayout(row);
    m_questions->addWidget(box);
}

void TailorPage::addMatter(const catalogue::BundleMatter &member, int row)
{
    const catalogue::Matter &matter = *m_context.catalogue->matter(member.matter);
    auto *tick = new QCheckBox(textOf(matter.name, m_context.language), this);
    tick->setObjectName(fromText(member.matter) + QStringLiteral("CheckBox"));
    tick->setMinimumHeight(scaled(34));
    tick->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    tick->setToolTip(tick->text());
    const catalogue::Department *department = m_context.catalogue->department(matter.department);
    const QString departmentName = department ? textOf(department->shortName, m_context.language) : QString();
    m_matters->addWidget(tick, row, 0);
    m_matters->addWidget(secondLabel(member.mandatory ? tr("mandatory") : tr("optional"), this), row, 1);
    m_matters->addWidget(secondLabel(departmentName, this), row, 2);
    m_matters->addWidget(secondLabel({}, this), row, 3);
    m_ticks[member.matter] = tick;
    connect(
        tick, &QCheckBox::clicked, this, [this, id = member.matter](bool ticked) { this->tick(id, ticked); });
}

void TailorPage::answer(const std::string &situation, const std::string &option)
{
    const auto changed = m_session.setAnswer(situation, option);
    if (!changed)
        complain(wordsOf(changed.failure()));
    refresh();
}

void TailorPage::tick(const std::string &matter, bool ticked)
{
    const auto changed = m_session.setTicked(matter, ticked);
    refresh();
    if (!changed && changed.failure().key == "compose.nothing-ticked")
        complain(tr("At least one matter stays ticked."));
    else if (!changed)
        complain(wordsOf(changed.failure()));
}

void TailorPage::refresh()
{
    if (!m_session.isOpen() || m_builtFor != m_session.caseId())
        return;
    for (const auto &[situation, options] : m_options) {
        const std::string &chosen = m_session.answers().at(situation);
        for (const auto &[code, button] : options)
            button->setChecked(code == chosen);
    }
    int row = 0;
    for (const catalogue::BundleMatter &member : m_session.bundle().matters) {
        m_ticks.at(member.matter)->setChecked(m_session.isTicked(member.matter));
        const auto limits =
            casework::limitsUnder(*m_context.catalogue->matter(member.matter), m_session.answers());
        static_cast<QLabel *>(m_matters->itemAtPosition(row++, 3)->widget())
            ->setText(wordsOf(limits.committed));
    }
    m_matterHead->setSecondText(tr("%1 of %2 ticked")
                                    .arg(m_session.composition().ticked.size())
                                    .arg(m_session.bundle().matters.size()));
    m_trouble->hide();
    showUnmet();
    showCounts();
    Q_EMIT stateChanged();
}

void TailorPage::showUnmet()
{
    QStringList lines;
    for (const auto &[matter, missing] : m_session.composition().unmet) {
        lines.append(tr("%1 needs the result of %2")
                         .arg(textOf(m_context.catalogue->matter(matter)->shortName, m_context.language),
                             textOf(m_context.catalogue->matter(missing)->shortName, m_context.language)));
    }
    if (!lines.isEmpty()) {
        m_trouble->show(
            Light::LookAtIt, tr("The applicant brings what is not ticked"), listed(lines, Between::Remarks));
    }
}

void TailorPage::complain(const QString &words)
{
    m_trouble->show(Light::Wrong, words);
}

void TailorPage::showCounts()
{
    const form::Savings &savings = m_session.composition().savings;
    m_counts->setText(tr("%1 forms, %2 fields, %3 documents → one form, %4 fields, %5 documents")
                          .arg(m_session.composition().ticked.size())
                          .arg(grouped(savings.fieldsSeparately), grouped(savings.materialsSeparately),
                              grouped(savings.fieldsMerged), grouped(savings.materialsMerged)));
    int own = 0;
    for (const form::ComposedMaterial &material : m_session.composition().materials)
        own += material.source == form::MaterialSource::Applicant ? 1 : 0;
    int filled = 0;
    for (const form::ComposedField &field : m_session.composition().fields)
        filled += field.situation.empty() && field.providedBy.empty() ? 0 : 1;
    m_savings->setText(
        tr("%1 fields need no typing; the applicant brings %n document(s)", nullptr, own).arg(filled));
}

} // namespace quanke::desk
