#include "desk/shell/enrolment/enrolmentdialog.h"

#include "desk/common/actionbutton.h"
#include "desk/common/banner.h"
#include "desk/common/labelline.h"
#include "desk/common/passwordedit.h"
#include "desk/common/words.h"
#include "desk/look/appearance.h"
#include "desk/look/textroles.h"
#include "platform/folder.h"
#include "seal/secretbytes.h"
#include "vault/whenready.h"

#include <QFileInfo>
#include <QLineEdit>
#include <QPromise>
#include <QThreadPool>
#include <QVBoxLayout>

namespace quanke::desk {

namespace {

constexpr std::size_t longestEnrolment = 1024 * 1024;

Result<Done> takenIn(const std::string &file, const std::string &place, const seal::SecretBytes &password)
{
    const auto bytes = platform::readFile(file, longestEnrolment);
    if (!bytes)
        return bytes.failure();
    const auto enrolment = certificates::unpack(*bytes, password.view());
    return enrolment ? certificates::keep(*enrolment, place) : Result<Done>(enrolment.failure());
}

} // namespace

EnrolmentDialog::EnrolmentDialog(QString file, QString place, QWidget *parent)
    : QDialog(parent)
    , m_file(std::move(file))
    , m_place(std::move(place))
    , m_label(new LabelLine(tr("Password of the enrolment"), this))
    , m_password(new QLineEdit(this))
    , m_outcome(new Banner(this))
    , m_cancel(new ActionButton(tr("Cancel"), ButtonKind::Normal, this))
    , m_takeIn(new ActionButton(tr("Enrol"), ButtonKind::Primary, this))
{
    setObjectName(QStringLiteral("enrolmentDialog"));
    setWindowTitle(tr("Enrol this desk"));
    m_password->setObjectName(QStringLiteral("enrolmentPasswordLineEdit"));
    m_password->setAccessibleName(m_label->text());
    m_password->setEchoMode(QLineEdit::Password);
    m_cancel->setObjectName(QStringLiteral("enrolmentCancelButton"));
    m_takeIn->setObjectName(QStringLiteral("enrolmentConfirmButton"));
    m_takeIn->setKeysShown(Qt::Key_Return);
    m_outcome->setObjectName(QStringLiteral("enrolmentOutcomeBanner"));
    m_outcome->hide();
    addEye(m_password);
    layOut();
    m_takeIn->setEnabled(false);
    m_takeIn->setDefault(true);
    connect(m_password, &QLineEdit::textChanged, this,
        [this] { m_takeIn->setEnabled(!m_isBusy && !m_password->text().isEmpty()); });
    connect(m_cancel, &QPushButton::clicked, this, &EnrolmentDialog::reject);
    connect(m_takeIn, &QPushButton::clicked, this, &EnrolmentDialog::takeIn);
    m_password->setFocus();
}

void EnrolmentDialog::layOut()
{
    constexpr int dialogWidth = 480;
    auto *hint = secondLabel(
        tr("The file %1 makes this desk one of the hall's. Whoever made it tells you the password.")
            .arg(QFileInfo(m_file).fileName()),
        this);
    hint->setWordWrap(true);
    hint->setFixedWidth(scaled(dialogWidth));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(scaled(8));
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_takeIn);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(scaled(10));
    for (QWidget *part : std::initializer_list<QWidget *>{hint, m_label, m_password, m_outcome})
        layout->addWidget(part);
    layout->addLayout(buttons);
}

/// In another thread: stretching the password and keeping the file take their time.
void EnrolmentDialog::takeIn()
{
    setBusy(true);
    m_outcome->hide();
    auto promise = std::make_shared<QPromise<Result<Done>>>();
    auto password =
        std::make_shared<seal::SecretBytes>(seal::SecretBytes::copyOf(m_password->text().toStdString()));
    promise->start();
    whenReady(promise->future(), this, [this](const Result<Done> &outcome) { finish(outcome); });
    QThreadPool::globalInstance()->start(
        [promise, password, file = m_file.toStdString(), place = m_place.toStdString()] {
            promise->addResult(takenIn(file, place, *password));
            promise->finish();
        });
}

void EnrolmentDialog::finish(const Result<Done> &outcome)
{
    setBusy(false);
    if (outcome) {
        m_password->clear();
        accept();
        return;
    }
    m_outcome->show(Light::Wrong, wordsOf(outcome.failure()));
    m_password->selectAll();
    m_password->setFocus();
}

void EnrolmentDialog::setBusy(bool busy)
{
    m_isBusy = busy;
    m_password->setEnabled(!busy);
    m_takeIn->setEnabled(!busy);
}

} // namespace quanke::desk
