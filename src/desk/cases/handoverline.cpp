#include "desk/cases/handoverline.h"

#include "desk/common/actionbutton.h"
#include "desk/common/deskcontext.h"
#include "desk/common/statuslight.h"
#include "desk/common/words.h"
#include "desk/look/appearance.h"
#include "link/gatewayclient.h"
#include "vault/whenready.h"

#include <QComboBox>
#include <QLineEdit>
#include <QVBoxLayout>

namespace quanke::desk {

HandOverLine::HandOverLine(const DeskContext &context, CaseActs &acts, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_acts(acts)
    , m_windows(new QComboBox(this))
    , m_reason(new QLineEdit(this))
    , m_go(new ActionButton(tr("Hand over"), ButtonKind::Primary, this))
    , m_trouble(new StatusLight(this))
{
    m_windows->setObjectName(QStringLiteral("handOverComboBox"));
    m_windows->setAccessibleName(tr("To which window"));
    m_windows->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
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
    layout->addWidget(m_windows);
    layout->addLayout(last);
    layout->addWidget(m_trouble);
    hide();
    connect(m_reason, &QLineEdit::textChanged, this, &HandOverLine::showState);
    connect(m_reason, &QLineEdit::returnPressed, m_go, &QPushButton::click);
    connect(m_go, &QPushButton::clicked, this, &HandOverLine::handOver);
}

void HandOverLine::begin(const casework::CaseFile &file)
{
    m_file = file;
    m_windows->clear();
    m_reason->clear();
    m_trouble->hide();
    show();
    m_windows->setFocus(Qt::OtherFocusReason);
    whenReady(m_context.gateway.hall(), this, [this](const Result<wire::Hall> &hall) { take(hall); });
    showState();
}

void HandOverLine::take(const Result<wire::Hall> &hall)
{
    m_windows->clear();
    for (const auto &window : hall ? hall->windows : std::vector<wire::Hall::Window>()) {
        if (window.name != m_file->heldAt)
            m_windows->addItem(fromText(window.name));
    }
    m_trouble->setVisible(!hall);
    if (!hall)
        m_trouble->show(Light::Offline, tr("Handing over takes the link"));
    showState();
}

void HandOverLine::showState()
{
    m_go->setEnabled(m_windows->count() > 0 && !m_reason->text().trimmed().isEmpty());
}

void HandOverLine::handOver()
{
    m_acts.perform(*m_file,
        {"case.handOver",
            {{"window", m_windows->currentText().toStdString()},
                {"reason", m_reason->text().trimmed().toStdString()}},
            tr("Handed over: %1").arg(fromText(m_file->number)), {}});
    hide();
}

} // namespace quanke::desk
