#include "desk/casepart/purposeform.h"

#include "core/base/clock.h"
#include "core/casework/childrecord.h"
#include "desk/common/actionbutton.h"
#include "desk/common/deskcontext.h"
#include "desk/look/appearance.h"
#include "desk/look/takeaway.h"
#include "desk/look/textroles.h"
#include "trace/line.h"

#include <QLabel>
#include <QVBoxLayout>

#include <utility>
#include <vector>

namespace quanke::desk {

PurposeForm::PurposeForm(const DeskContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_title(new QLabel(tr("Why do you look at this case?"), this))
    , m_hint(secondLabel({}, this))
    , m_choices(new QVBoxLayout)
{
    setObjectName(QStringLiteral("purposeForm"));
    m_title->setFont(titleFont());
    m_hint->setObjectName(QStringLiteral("purposeHintLabel"));
    m_hint->setWordWrap(true);
    m_choices->setSpacing(scaled(6));
    auto *column = new QVBoxLayout;
    column->setSpacing(scaled(10));
    column->addWidget(m_title);
    column->addWidget(m_hint);
    column->addLayout(m_choices);
    auto *across = new QHBoxLayout;
    across->addStretch(1);
    across->addLayout(column, 4);
    across->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->addStretch(1);
    layout->addLayout(across);
    layout->addStretch(2);
}

std::string PurposeForm::purposeOf(const casework::CaseFile &file, Hands hands)
{
    if (m_caseId == file.id)
        return m_purpose;
    m_caseId = file.id;
    m_purpose.clear();
    const Date today = dayInChina(m_context.clock.now());
    const bool isChilds =
        casework::tellsOfChild(file.values, today) || casework::tellsOfChild(file.applicant, today);
    if (hands == Hands::Own && !isChilds) {
        m_purpose = trace::handling;
        return m_purpose;
    }
    m_hint->setText(isChilds
            ? tr("A child's record. Your answer is kept in the trace with your name.")
            : tr("It is not in your hands. Your answer is kept in the trace with your name."));
    offer(hands);
    return m_purpose;
}

void PurposeForm::offer(Hands hands)
{
    std::vector<std::pair<std::string, QString>> purposes;
    if (hands == Hands::Own)
        purposes.emplace_back(trace::handling, tr("I work on it"));
    purposes.insert(purposes.end(),
        {{"applicant-asks", tr("The applicant asks")}, {"correction", tr("To put a mistake right")},
            {"complaint", tr("A complaint")}, {"supervision", tr("Supervision")},
            {"inspection", tr("Inspection")}});
    emptyOut(*m_choices);
    m_first = purposes.front().first;
    int key = Qt::Key_1;
    for (const auto &[purpose, words] : purposes) {
        auto *button = new ActionButton(words, ButtonKind::Normal, this);
        button->setObjectName(QStringLiteral("purpose_%1Button").arg(QString::fromStdString(purpose)));
        button->setKeys(QKeySequence(key++));
        connect(button, &QPushButton::clicked, this, [this, chosen = purpose] { choose(chosen); });
        m_choices->addWidget(button);
    }
}

void PurposeForm::chooseFirst()
{
    choose(m_first);
}

void PurposeForm::choose(const std::string &purpose)
{
    m_purpose = purpose;
    Q_EMIT chosen();
}

} // namespace quanke::desk
