#include "desk/counter/handover/bringindialog.h"

#include "desk/common/actionbutton.h"
#include "desk/common/banner.h"
#include "desk/common/deskcontext.h"
#include "desk/common/elidedlabel.h"
#include "desk/common/labelline.h"
#include "desk/common/passwordedit.h"
#include "desk/common/words.h"
#include "desk/counter/handover/headwayview.h"
#include "desk/look/appearance.h"
#include "desk/look/textroles.h"
#include "vault/vault.h"

#include <QFileInfo>
#include <QLineEdit>
#include <QVBoxLayout>

namespace quanke::desk {

BringInDialog::BringInDialog(const DeskContext &context, QString file, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_file(std::move(file))
    , m_label(new LabelLine(tr("Password of the file"), this))
    , m_password(new QLineEdit(this))
    , m_headway(new HeadwayView(this))
    , m_outcome(new Banner(this))
    , m_open(new ActionButton(tr("Open it"), ButtonKind::Normal, this))
    , m_cancel(new ActionButton(tr("Cancel"), ButtonKind::Normal, this))
    , m_bringIn(new ActionButton(tr("Bring in"), ButtonKind::Primary, this))
{
    setObjectName(QStringLiteral("bringInDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Bring in a case file"));
    m_password->setObjectName(QStringLiteral("bringInPasswordLineEdit"));
    m_password->setAccessibleName(m_label->text());
    m_open->setObjectName(QStringLiteral("bringInOpenButton"));
    m_cancel->setObjectName(QStringLiteral("bringInCancelButton"));
    m_bringIn->setObjectName(QStringLiteral("bringInConfirmButton"));
    m_bringIn->setKeysShown(Qt::Key_Return);
    m_outcome->setObjectName(QStringLiteral("bringInOutcomeBanner"));
    m_outcome->hide();
    m_open->hide();
    addEye(m_password);
    layOut();
    m_bringIn->setEnabled(false);
    m_bringIn->setDefault(true);
    connect(m_password, &QLineEdit::textChanged, this,
        [this] { m_bringIn->setEnabled(!m_isBusy && !m_password->text().isEmpty()); });
    connect(m_cancel, &QPushButton::clicked, this, &BringInDialog::reject);
    connect(m_bringIn, &QPushButton::clicked, this, &BringInDialog::bringIn);
    connect(m_open, &QPushButton::clicked, this, [this] { finish(m_here); });
    m_password->setFocus();
}

void BringInDialog::layOut()
{
    constexpr int dialogWidth = 560;
    auto *name = new ElidedLabel(this);
    name->setText(QFileInfo(m_file).fileName());
    name->setFont(boldFont());
    name->setFixedWidth(scaled(dialogWidth));
    auto *hint = secondLabel(
        tr("Whoever handed it over reads out the password. Blanks do not matter, capitals do."), this);
    hint->setWordWrap(true);
    hint->setFixedWidth(scaled(dialogWidth));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(scaled(8));
    buttons->addStretch(1);
    for (ActionButton *button : {m_cancel, m_open, m_bringIn})
        buttons->addWidget(button);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(scaled(24), scaled(20), scaled(24), scaled(20));
    layout->setSpacing(scaled(8));
    layout->addWidget(name);
    layout->addSpacing(scaled(8));
    layout->addWidget(m_label);
    layout->addWidget(m_password);
    layout->addWidget(hint);
    layout->addWidget(m_headway);
    layout->addWidget(m_outcome);
    layout->addSpacing(scaled(8));
    layout->addLayout(buttons);
    layout->setSizeConstraint(QLayout::SetFixedSize);
}

void BringInDialog::bringIn()
{
    setBusy(true);
    m_outcome->hide();
    auto headway = m_headway->begin(tr("Reading the file …"));
    auto password = seal::SecretBytes::copyOf(m_password->text().toStdString());
    whenReady(m_context.vault.takeOverCase(m_file, std::move(password), std::move(headway)), this,
        [this](const Result<vault::TakenOver> &taken) {
            if (isHidden())
                deleteLater(); // nobody waits for it; what came after all is among the drafts
            else if (taken)
                finish(fromText(taken->caseId));
            else
                fail(taken.failure());
        });
}

void BringInDialog::finish(const QString &caseId)
{
    Q_EMIT broughtIn(caseId);
    accept();
}

void BringInDialog::fail(const Failure &failure)
{
    setBusy(false);
    const bool isWanted = failure.key == "handover.cancelled";
    m_outcome->show(isWanted ? Light::LookAtIt : Light::Wrong, wordsOf(failure));
    m_here = fromText(failure.arguments.value("case", std::string()));
    m_open->setVisible(!m_here.isEmpty());
    m_open->setDefault(!m_here.isEmpty());
    if (!m_here.isEmpty()) {
        m_open->setFocus();
        return;
    }
    m_password->setFocus();
    m_password->selectAll();
}

void BringInDialog::setBusy(bool busy)
{
    m_isBusy = busy;
    for (QWidget *part : std::initializer_list<QWidget *>{m_password, m_bringIn})
        part->setEnabled(!busy);
    if (!busy)
        m_headway->end();
}

void BringInDialog::reject()
{
    if (!m_isBusy)
        QDialog::reject();
    else if (m_headway->isCancelled())
        hide(); // until the vault has an answer
    else
        m_headway->cancel();
}

} // namespace quanke::desk
