#include "desk/cases/handoverline.h"

#include "desk/common/actionbutton.h"
#include "desk/common/deskcontext.h"
#include "desk/common/desksession.h"
#include "desk/common/statuslight.h"
#include "desk/common/words.h"
#include "desk/look/appearance.h"
#include "link/gatewayclient.h"
#include "vault/whenready.h"

#include <QComboBox>
#include <QLineEdit>
#include <QVBoxLayout>

namespace quanke::desk {

namespace {

/// Two may have the same name.
QString nameAmong(const std::vector<wire::Colleague> &clerks, const wire::Colleague &clerk)
{
    const auto same = std::ranges::count(clerks, clerk.displayName, &wire::Colleague::displayName);
    return same > 1 ? QStringLiteral("%1 (%2)").arg(fromText(clerk.displayName), fromText(clerk.name))
                    : fromText(clerk.displayName);
}

} // namespace

HandOverLine::HandOverLine(const DeskContext &context, CaseActs &acts, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_acts(acts)
    , m_target(new QComboBox(this))
    , m_reason(new QLineEdit(this))
    , m_go(new ActionButton(tr("Hand over"), ButtonKind::Primary, this))
    , m_trouble(new StatusLight(this))
{
    m_target->setObjectName(QStringLiteral("handOverComboBox"));
    m_target->setAccessibleName(tr("To which window, or to whom"));
    m_target->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_reason->setObjectName(QStringLiteral("handOverReasonLineEdit"));
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->setPlaceholderText(tr("Reason"));
    m_reason->setMaxLength(500);
    m_go->setObjectName(QStringLiteral("handOverConfirmButton"));
    auto *last = new QHBoxLayout;
    last->addWidget(m_reason, 1);
    last->addWidget(m_go);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(4));
    layout->addWidget(m_target);
    layout->addLayout(last);
    layout->addWidget(m_trouble);
    hide();
    connect(m_target, &QComboBox::activated, this, [this] { m_isChosen = true; });
    connect(m_reason, &QLineEdit::textChanged, this, &HandOverLine::showState);
    connect(m_reason, &QLineEdit::returnPressed, m_go, &QPushButton::click);
    connect(m_go, &QPushButton::clicked, this, &HandOverLine::handOver);
}

void HandOverLine::begin(const casework::CaseFile &file)
{
    m_file = file;
    m_isChosen = false;
    m_target->clear();
    m_reason->clear();
    m_trouble->hide();
    show();
    m_target->setFocus(Qt::OtherFocusReason);
    whenReady(m_context.gateway.hall(), this, [this](const Result<wire::Hall> &hall) { take(hall); });
    whenReady(m_context.gateway.clerks(), this, [this](const Result<std::vector<wire::Colleague>> &clerks) {
        if (clerks)
            addClerks(*clerks);
    });
    showState();
}

void HandOverLine::take(const Result<wire::Hall> &hall)
{
    int place = 0; // before the clerks, whoever comes first
    for (const auto &window : hall ? hall->windows : std::vector<wire::Hall::Window>()) {
        const bool isElsewhere = window.name != m_file->heldAt || !m_file->heldBy.empty();
        if (isElsewhere && m_target->findText(fromText(window.name)) < 0)
            m_target->insertItem(place++, fromText(window.name));
    }
    if (!m_isChosen)
        m_target->setCurrentIndex(0);
    m_trouble->setVisible(!hall);
    if (!hall)
        m_trouble->show(Light::Offline, tr("Handing over takes the link"));
    showState();
}

void HandOverLine::addClerks(const std::vector<wire::Colleague> &clerks)
{
    for (const auto &clerk : clerks) {
        const bool isAnother = clerk.name != m_file->heldBy && clerk.name != m_context.session.person().name;
        if (isAnother && m_target->findData(fromText(clerk.name)) < 0)
            m_target->addItem(nameAmong(clerks, clerk), fromText(clerk.name));
    }
    showState();
}

void HandOverLine::showState()
{
    m_go->setEnabled(m_target->count() > 0 && !m_reason->text().trimmed().isEmpty());
}

void HandOverLine::handOver()
{
    const std::string clerk = m_target->currentData().toString().toStdString();
    Json body{{"window", clerk.empty() ? m_target->currentText().toStdString() : m_file->heldAt},
        {"reason", m_reason->text().trimmed().toStdString()}};
    if (!clerk.empty())
        body["clerk"] = clerk;
    m_acts.perform(
        *m_file, {"case.handOver", std::move(body), tr("Handed over: %1").arg(fromText(m_file->number)), {}});
    hide();
}

} // namespace quanke::desk
