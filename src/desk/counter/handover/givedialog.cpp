#include "desk/counter/handover/givedialog.h"

#include "desk/common/actionbutton.h"
#include "desk/common/banner.h"
#include "desk/common/deskcontext.h"
#include "desk/common/desksession.h"
#include "desk/common/labelline.h"
#include "desk/common/words.h"
#include "desk/counter/documents/documentintake.h"
#include "desk/counter/handover/headwayview.h"
#include "desk/counter/session/casesession.h"
#include "desk/look/appearance.h"
#include "desk/look/textroles.h"
#include "handover/file.h"
#include "handover/password.h"
#include "vault/whenready.h"

#include <QDir>
#include <QFileDialog>
#include <QLineEdit>
#include <QVBoxLayout>

namespace quanke::desk {

namespace {

constexpr int dialogWidth = 560;

QString fileEnding()
{
    return QString::fromLatin1(handover::ending.data(), qsizetype(handover::ending.size()));
}

} // namespace

GiveDialog::GiveDialog(
    const DeskContext &context, CaseSession &session, const DocumentIntake &intake, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_session(session)
    , m_intake(intake)
    , m_what(new QLabel(this))
    , m_label(new LabelLine(tr("Password of the file"), this))
    , m_password(new QLineEdit(fromText(handover::makePassword()), this))
    , m_hint(secondLabel({}, this))
    , m_headway(new HeadwayView(this))
    , m_outcome(new Banner(this))
    , m_another(new ActionButton(tr("Another one"), ButtonKind::Normal, this))
    , m_cancel(new ActionButton(tr("Cancel"), ButtonKind::Normal, this))
    , m_write(new ActionButton(tr("Write the file …"), ButtonKind::Primary, this))
{
    setObjectName(QStringLiteral("giveDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Hand over by a file"));
    m_what->setText(
        tr("%1 goes to another desk as one sealed file, with its documents: on a stick, where there is "
           "no link. It stays here to be read.")
            .arg(m_session.title()));
    m_hint->setText(
        tr("Read it out or write it down; a password of your own has 8 characters or more. It is shown "
           "only here, and without it nobody opens the file."));
    m_password->setObjectName(QStringLiteral("givePasswordLineEdit"));
    m_password->setAccessibleName(m_label->text());
    m_another->setObjectName(QStringLiteral("anotherPasswordButton"));
    m_cancel->setObjectName(QStringLiteral("giveCancelButton"));
    m_write->setObjectName(QStringLiteral("giveWriteButton"));
    m_write->setKeysShown(Qt::Key_Return);
    m_outcome->setObjectName(QStringLiteral("giveOutcomeBanner"));
    m_outcome->hide();
    layOut();
    connect(m_password, &QLineEdit::textChanged, this, &GiveDialog::showPassword);
    connect(m_another, &QPushButton::clicked, this,
        [this] { m_password->setText(fromText(handover::makePassword())); });
    connect(m_cancel, &QPushButton::clicked, this, &GiveDialog::reject);
    connect(m_write, &QPushButton::clicked, this, &GiveDialog::choosePlace);
    connect(&intake, &DocumentIntake::settled, this, &GiveDialog::awaitPapers);
    connect(&intake, &DocumentIntake::refused, this, &GiveDialog::refuse);
    m_write->setDefault(true);
    m_write->setFocus();
}

void GiveDialog::layOut()
{
    for (QLabel *label : {m_what, m_hint}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setFixedWidth(scaled(dialogWidth)); // so that its height is known
    }
    m_password->setFont(fontOf(20, QFont::Bold));
    m_password->setFixedHeight(scaled(44));
    auto *line = new QHBoxLayout;
    line->setSpacing(scaled(8));
    line->addWidget(m_password, 1);
    line->addWidget(m_another);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(scaled(8));
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_write);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(scaled(24), scaled(20), scaled(24), scaled(20));
    layout->setSpacing(scaled(8));
    layout->addWidget(m_what);
    layout->addSpacing(scaled(8));
    layout->addWidget(m_label);
    layout->addLayout(line);
    layout->addWidget(m_hint);
    layout->addWidget(m_headway);
    layout->addWidget(m_outcome);
    layout->addSpacing(scaled(8));
    layout->addLayout(buttons);
    layout->setSizeConstraint(QLayout::SetFixedSize);
}

void GiveDialog::showPassword()
{
    const bool isLongEnough = handover::isLongEnough(m_password->text().toStdString());
    m_write->setEnabled(isLongEnough);
    if (isLongEnough)
        m_label->clearMessage();
    else
        m_label->setMessage(Light::Missing, tr("At least 8 characters"));
}

void GiveDialog::choosePlace()
{
    m_write->setEnabled(false);
    whenReady(
        m_context.vault.caseNumber(m_session.caseId()), this, [this](const Result<std::string> &number) {
            if (number)
                propose(fromText(*number));
            else
                fail(number.failure());
        });
}

void GiveDialog::propose(const QString &name)
{
    setStage(Stage::Asking);
    auto *dialog =
        new QFileDialog(this, windowTitle(), name + fileEnding(), tr("Case files (*%1)").arg(fileEnding()));
    dialog->setObjectName(QStringLiteral("givePlaceDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(fileEnding().mid(1));
    dialog->setOption(QFileDialog::DontConfirmOverwrite); // nothing is written over
    connect(dialog, &QFileDialog::fileSelected, this, &GiveDialog::writeTo);
    dialog->open();
}

void GiveDialog::writeTo(const QString &file)
{
    m_file = file;
    setStage(Stage::AwaitingPapers);
    awaitPapers();
}

/// A paper that comes in later would be in no file.
void GiveDialog::awaitPapers()
{
    if (m_stage != Stage::AwaitingPapers)
        return;
    if (m_intake.isTaking())
        m_outcome->show(Light::WaitsForResult, tr("Papers are still being checked"),
            tr("The file is written as soon as they are in the case."));
    else
        save();
}

void GiveDialog::save()
{
    setStage(Stage::Writing);
    m_outcome->hide();
    auto headway = m_headway->begin(tr("Writing the file …"));
    whenReady(m_context.vault.saveDraft(m_session.snapshot()), this,
        [this, headway = std::move(headway)](const Result<Done> &saved) {
            if (saved)
                give(headway);
            else
                fail(saved.failure());
        });
}

void GiveDialog::give(std::shared_ptr<vault::Headway> headway)
{
    m_given = m_session.caseId();
    vault::Giving giving{m_given, m_file, seal::SecretBytes::copyOf(m_password->text().toStdString()),
        m_context.session.person().displayName, m_context.session.window().toStdString()};
    whenReady(m_context.vault.giveCase(std::move(giving), std::move(headway)), this,
        [this](const Result<vault::HandedOver> &given) {
            if (given)
                showGiven(*given);
            else
                fail(given.failure());
        });
}

void GiveDialog::showGiven(const vault::HandedOver &given)
{
    setStage(Stage::Asking);
    m_outcome->show(Light::Ready, tr("Handed over: %1").arg(fromText(given.number)),
        tr("%1\nWhoever goes on brings it in under Receive and types the password.")
            .arg(QDir::toNativeSeparators(m_file)));
    m_hint->setText(tr("Read it out or write it down now: it is not shown again, and without it nobody opens "
                       "the file."));
    m_password->setReadOnly(true);
    for (QWidget *part : std::initializer_list<QWidget *>{m_what, m_another, m_cancel})
        part->hide();
    m_write->setText(tr("Done"));
    m_write->disconnect(this);
    connect(m_write, &QPushButton::clicked, this, &GiveDialog::accept);
    m_write->setFocus();
    if (m_session.caseId() == m_given)
        m_session.close();
    if (isHidden())
        open(); // it was too late to give it up, and the password is nowhere else
}

/// Of the papers that were waited for: it would be missing where the case goes.
void GiveDialog::refuse(const QString &document, const Failure &failure)
{
    if (m_stage != Stage::AwaitingPapers)
        return;
    setStage(Stage::Asking);
    m_outcome->show(
        Light::Wrong, tr("%1 was not taken; nothing has been written").arg(document), wordsOf(failure));
}

void GiveDialog::fail(const Failure &failure)
{
    setStage(Stage::Asking);
    if (isHidden()) {
        deleteLater();
        return;
    }
    const bool isWanted = failure.key == "handover.cancelled";
    m_outcome->show(isWanted ? Light::LookAtIt : Light::Wrong, wordsOf(failure));
}

void GiveDialog::setStage(Stage stage)
{
    m_stage = stage;
    for (QWidget *part : std::initializer_list<QWidget *>{m_password, m_another, m_write})
        part->setEnabled(stage == Stage::Asking);
    if (stage != Stage::Writing)
        m_headway->end();
}

void GiveDialog::reject()
{
    switch (m_stage) {
    case Stage::Asking:
        QDialog::reject();
        break;
    case Stage::AwaitingPapers:
        setStage(Stage::Asking);
        m_outcome->hide();
        break;
    case Stage::Writing:
        if (m_headway->isCancelled())
            hide(); // until the vault has an answer
        else
            m_headway->cancel();
        break;
    }
}

} // namespace quanke::desk
