#include "desk/shell/lockpage.h"

#include "desk/common/actionbutton.h"
#include "desk/common/deskcontext.h"
#include "desk/common/desksession.h"
#include "desk/common/labelline.h"
#include "desk/common/passwordedit.h"
#include "desk/common/words.h"
#include "desk/look/appearance.h"
#include "desk/look/textroles.h"
#include "desk/look/tokens.h"
#include "link/gatewayclient.h"
#include "link/linkmonitor.h"
#include "vault/whenready.h"

#include <QLineEdit>
#include <QPainter>
#include <QVBoxLayout>

namespace quanke::desk {

LockPage::LockPage(const DeskContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_label(new LabelLine(tr("Password"), this))
    , m_password(new QLineEdit(this))
    , m_unlock(new ActionButton(tr("Go on"), ButtonKind::Primary, this))
    , m_other(new ActionButton(tr("Somebody else"), ButtonKind::Quiet, this))
{
    m_password->setObjectName(QStringLiteral("unlockPasswordLineEdit"));
    m_password->setAccessibleName(tr("Password"));
    m_unlock->setObjectName(QStringLiteral("unlockButton"));
    m_other->setObjectName(QStringLiteral("otherPersonButton"));
    m_label->setBuddy(m_password);
    m_unlock->setKeysShown(Qt::Key_Return);
    addEye(m_password);
    layOut();
    connect(m_password, &QLineEdit::returnPressed, this, &LockPage::tryUnlock);
    connect(m_password, &QLineEdit::textEdited, m_label, &LabelLine::clearMessage);
    connect(m_unlock, &QPushButton::clicked, this, &LockPage::tryUnlock);
    connect(m_other, &QPushButton::clicked, this, &LockPage::otherPersonWanted);
}

void LockPage::layOut()
{
    auto *box = new QVBoxLayout;
    box->setSpacing(scaled(4));
    auto *sign = new QLabel(this);
    sign->setPixmap(icon(Symbol::Lock, Tone::Accent).pixmap(scaled(40), scaled(40)));
    auto *title = new QLabel(tr("Locked"), this);
    title->setFont(titleFont());
    auto *hint = secondLabel(tr("Everything is where it was; the form comes back at the very field."), this);
    box->addWidget(sign);
    box->addWidget(title);
    box->addWidget(hint);
    box->addSpacing(scaled(20));
    box->addWidget(m_label);
    m_password->setFixedWidth(scaled(360));
    box->addWidget(m_password);
    box->addSpacing(scaled(12));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_unlock);
    buttons->addWidget(m_other);
    buttons->addStretch(1);
    box->addLayout(buttons);
    auto *layout = new QVBoxLayout(this);
    layout->addStretch(2);
    auto *middle = new QHBoxLayout;
    middle->addStretch(1);
    middle->addLayout(box);
    middle->addStretch(1);
    layout->addLayout(middle);
    layout->addStretch(3);
}

void LockPage::activate()
{
    m_label->setText(tr("Password of %1").arg(fromText(m_context.session.person().displayName)));
    m_label->clearMessage();
    m_password->clear();
    m_password->setEnabled(true);
    m_password->setFocus();
}

void LockPage::tryUnlock()
{
    if (m_password->text().isEmpty() || !m_password->isEnabled())
        return;
    const bool hasSession = m_context.gateway.hasSession();
    if (!hasSession && m_context.monitor.state() == link::LinkState::Online) {
        // Whether they still may is the gateway's to say.
        m_label->setMessage(Light::Wrong, wordsOf({"session.missing", {}, {}}));
        m_other->setFocus();
        return;
    }
    m_password->setEnabled(false);
    const std::string &name = m_context.session.person().name;
    auto password = seal::SecretBytes::copyOf(m_password->text().toStdString());
    whenReady(hasSession ? m_context.vault.unlock(name, std::move(password))
                         : m_context.vault.signInOffline(name, std::move(password)),
        this, [this](const Result<wire::SignedInOperator> &person) { take(person); });
}

void LockPage::take(const Result<wire::SignedInOperator> &person)
{
    m_password->setEnabled(true);
    if (person) {
        m_password->clear();
        Q_EMIT unlocked();
        return;
    }
    m_label->setMessage(Light::Wrong, wordsOf(person.failure()));
    m_password->selectAll();
    m_password->setFocus();
}

void LockPage::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokensOf(palette()).window);
}

} // namespace quanke::desk
