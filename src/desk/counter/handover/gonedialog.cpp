#include "desk/counter/handover/gonedialog.h"

#include "core/base/date.h"
#include "desk/common/actionbutton.h"
#include "desk/common/banner.h"
#include "desk/common/bottombar.h"
#include "desk/common/deskcontext.h"
#include "desk/common/statuslight.h"
#include "desk/common/words.h"
#include "desk/counter/push/wholeform.h"
#include "desk/look/appearance.h"
#include "vault/whenready.h"

#include <QMessageBox>
#include <QVBoxLayout>

namespace quanke::desk {

GoneDialog::GoneDialog(const DeskContext &context, std::string caseId, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_caseId(std::move(caseId))
    , m_session(context)
    , m_how(new Banner(this))
    , m_form(new WholeForm(context, this))
    , m_takeBack(new ActionButton(tr("Take back …"), ButtonKind::Normal, this))
{
    setObjectName(QStringLiteral("goneDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Handed over by a file")); // windows are listed by it: no name of an applicant
    resize(scaled(820), scaled(640));
    m_how->setObjectName(QStringLiteral("goneBanner"));
    m_takeBack->setObjectName(QStringLiteral("takeBackButton"));
    m_takeBack->setAutoDefault(false);
    auto *close = new ActionButton(tr("Close"), ButtonKind::Primary, this);
    close->setObjectName(QStringLiteral("goneCloseButton"));
    close->setDefault(true);
    auto *foot = new BottomBar(this);
    foot->light()->hide();
    foot->addRight(m_takeBack);
    foot->addRight(close);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(scaled(20), scaled(14), scaled(20), scaled(10));
    top->addWidget(m_how);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(m_form, 1);
    layout->addWidget(foot);
    connect(close, &QPushButton::clicked, this, &GoneDialog::reject);
    connect(m_takeBack, &QPushButton::clicked, this, &GoneDialog::ask);
    whenReady(context.vault.handedOver(m_caseId), this,
        [this](const Result<std::optional<vault::HandedOver>> &how) {
            if (how && *how)
                show(**how);
            else if (!how)
                fail(how.failure());
        });
    whenReady(context.vault.draft(m_caseId), this, [this](const Result<vault::Draft> &draft) {
        if (draft)
            show(*draft);
        else
            fail(draft.failure());
    });
}

void GoneDialog::show(const vault::HandedOver &how)
{
    const auto moment = parseInstant(how.handing.at);
    const QString when = moment ? dayAndTime(*moment, m_context.language) : QString();
    m_how->show(Light::LookAtIt, tr("Handed over by a file: %1").arg(how.file),
        tr("%1, %2, %3. Another desk goes on with it; here it can be read.")
            .arg(when, fromText(how.handing.displayName), fromText(how.handing.window)));
}

void GoneDialog::show(const vault::Draft &draft)
{
    if (const auto restored = m_session.restore(draft); !restored) {
        fail(restored.failure());
        return;
    }
    m_form->show(m_session);
    const auto buttons = m_form->findChildren<ActionButton *>();
    for (ActionButton *change : buttons)
        change->hide();
}

void GoneDialog::ask()
{
    auto *box = new QMessageBox(QMessageBox::Warning, tr("Take back"),
        tr("Take the case back and go on with it here?"), QMessageBox::NoButton, this);
    box->setObjectName(QStringLiteral("takeBackMessageBox"));
    box->setInformativeText(
        tr("Whoever has the file may be working on it as well. If both push it, both versions are kept and a "
           "supervisor chooses one."));
    box->setAttribute(Qt::WA_DeleteOnClose);
    auto *yes = box->addButton(tr("Take back"), QMessageBox::AcceptRole);
    yes->setObjectName(QStringLiteral("takeBackConfirmButton"));
    auto *no = box->addButton(tr("Leave it there"), QMessageBox::RejectRole);
    box->setDefaultButton(qobject_cast<QPushButton *>(no));
    connect(yes, &QPushButton::clicked, this, &GoneDialog::takeBack);
    box->open();
}

void GoneDialog::takeBack()
{
    m_takeBack->setEnabled(false);
    whenReady(m_context.vault.takeBackCase(m_caseId), this, [this](const Result<Done> &taken) {
        if (!taken) {
            m_takeBack->setEnabled(true);
            fail(taken.failure());
            return;
        }
        Q_EMIT takenBack(fromText(m_caseId));
        accept();
    });
}

void GoneDialog::fail(const Failure &failure)
{
    m_how->show(Light::Wrong, wordsOf(failure));
}

} // namespace quanke::desk
