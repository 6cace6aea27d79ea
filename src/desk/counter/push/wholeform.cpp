#include "desk/counter/push/wholeform.h"

#include "desk/casepart/partview.h"
#include "desk/common/actionbutton.h"
#include "desk/common/deskcontext.h"
#include "desk/common/words.h"
#include "desk/counter/session/casesession.h"
#include "desk/look/appearance.h"
#include "desk/look/textroles.h"

#include <QVBoxLayout>

namespace quanke::desk {

namespace {

constexpr int mostKeys = 9;

} // namespace

WholeForm::WholeForm(const DeskContext &context, QWidget *parent)
    : QScrollArea(parent)
    , m_context(context)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

int WholeForm::show(const CaseSession &session)
{
    const ValueWords words(m_context.catalogue, m_context.language);
    const auto sections = sectionsOf(
        *m_context.catalogue, session.composition().bundle, session.form().relevantValues(), words);
    auto *content = new Pane(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, scaled(14));
    layout->setSpacing(0);
    int number = 0;
    for (const PartSection &section : sections)
        layout->addWidget(makeSection(section, ++number));
    layout->addStretch(1);
    setWidget(content); // the former one goes with it
    return number;
}

QWidget *WholeForm::makeSection(const PartSection &section, int number)
{
    auto *pane = new Pane(Qt::BottomEdge, this);
    auto *layout = new QVBoxLayout(pane);
    layout->setContentsMargins(0, scaled(8), 0, 0);
    layout->setSpacing(scaled(2));
    auto *head = new QHBoxLayout;
    head->setContentsMargins(scaled(16), 0, scaled(16), 0);
    head->setSpacing(scaled(8));
    head->addWidget(boldLabel(QStringLiteral("%1  %2").arg(number).arg(section.title), pane));
    head->addWidget(secondLabel(QString::number(section.fields.size()), pane));
    head->addStretch(1);
    auto *change = new ActionButton(tr("Change"), ButtonKind::Quiet, pane);
    change->setObjectName(QStringLiteral("changeSection%1Button").arg(number));
    change->setAccessibleName(tr("Change %1").arg(section.title));
    if (number <= mostKeys)
        change->setKeys(QKeySequence(Qt::ALT | Qt::Key(Qt::Key_0 + number)));
    const QString first = fromText(section.fields.front().key);
    connect(change, &QPushButton::clicked, this, [this, first] { Q_EMIT changeWanted(first); });
    head->addWidget(change);
    layout->addLayout(head);
    auto *part = new PartView(pane);
    part->show({{QString(), section.fields}});
    layout->addWidget(part);
    return pane;
}

} // namespace quanke::desk
