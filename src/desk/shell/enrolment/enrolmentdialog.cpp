#include "desk/shell/enrolment/enrolmentdialog.h"

#include "certificates/device.h"
#include "core/base/clock.h"
#include "desk/common/actionbutton.h"
#include "desk/common/banner.h"
#include "desk/common/labelline.h"
#include "desk/common/later.h"
#include "desk/common/passwordedit.h"
#include "desk/common/words.h"
#include "desk/look/appearance.h"
#include "desk/look/textroles.h"
#include "platform/folder.h"
#include "seal/secretbytes.h"
#include "vault/vault.h"
#include "vault/whenready.h"

#include <QDir>
#include <QFileInfo>
#include <QLineEdit>
#include <QVBoxLayout>

namespace quanke::desk {

namespace {

constexpr std::size_t longestEnrolment = 1024 * 1024;

Result<certificates::Enrolment> opened(const std::string &file, const seal::SecretBytes &password)
{
    const auto bytes = platform::readFile(file, longestEnrolment);
    return bytes ? certificates::unpack(*bytes, password.view())
                 : Result<certificates::Enrolment>(bytes.failure());
}

} // namespace

EnrolmentDialog::EnrolmentDialog(QString file, QString dataFolder, const Clock &clock, QWidget *parent)
    : QDialog(parent)
    , m_file(std::move(file))
    , m_dataFolder(std::move(dataFolder))
    , m_clock(clock)
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

EnrolmentDialog::~EnrolmentDialog() = default;

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

QString EnrolmentDialog::placeIn(const QString &dataFolder)
{
    return QDir(dataFolder).filePath(QStringLiteral("enrolment.pem"));
}

void EnrolmentDialog::takeIn()
{
    setBusy(true);
    m_outcome->hide();
    auto password =
        std::make_shared<seal::SecretBytes>(seal::SecretBytes::copyOf(m_password->text().toStdString()));
    whenReady(later([password, file = m_file.toStdString()] { return opened(file, *password); }), this,
        [this](const Result<certificates::Enrolment> &enrolment) {
            if (enrolment)
                look(*enrolment);
            else
                complain(enrolment.failure());
        });
}

/// Before it is kept: the one that is there may be a good one.
void EnrolmentDialog::look(const certificates::Enrolment &enrolment)
{
    vault::VaultSetup setup;
    setup.folder = QDir(m_dataFolder).filePath(QStringLiteral("vault"));
    setup.clock = &m_clock;
    if (enrolment.until <= m_clock.now()) {
        complain({"enrolment.ended"});
    } else if (!QFile::exists(QDir(setup.folder).filePath(QStringLiteral("vault.db")))) {
        keep(enrolment); // the store that is made takes its name
    } else {
        m_vault = std::make_unique<vault::Vault>(setup);
        whenReady(m_vault->open(), this, [this, enrolment](const Result<Done> &opened) {
            if (!opened) {
                compare(enrolment, opened.failure());
                return;
            }
            whenReady(m_vault->deviceId(), this,
                [this, enrolment](const Result<std::string> &device) { compare(enrolment, device); });
        });
    }
}

void EnrolmentDialog::compare(const certificates::Enrolment &enrolment, const Result<std::string> &device)
{
    m_vault.reset(); // the desk opens it
    const bool isLost = !device && device.failure().key == "vault.damaged"; // and put aside by the desk
    if (isLost || (device && certificates::belongsTo(*device, enrolment.device)))
        keep(enrolment);
    else
        complain(device ? Failure{"enrolment.other-device", {{"device", certificates::certifiedIn(*device)}}}
                        : device.failure());
}

void EnrolmentDialog::keep(const certificates::Enrolment &enrolment)
{
    if (!isVisible())
        return; // cancelled meanwhile
    m_cancel->setEnabled(false); // from here on it is taken in
    const auto place = placeIn(m_dataFolder).toStdString();
    whenReady(later([enrolment, place] { return certificates::keep(enrolment, place); }), this,
        [this](const Result<Done> &kept) {
            m_cancel->setEnabled(true);
            if (!kept) {
                complain(kept.failure());
                return;
            }
            m_password->clear();
            accept();
        });
}

void EnrolmentDialog::complain(const Failure &failure)
{
    setBusy(false);
    m_outcome->show(Light::Wrong, wordsOf(failure));
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
