#include "desk/viewer/documentattachment.h"

#include "desk/common/actionbutton.h"
#include "desk/common/deskcontext.h"
#include "desk/common/elidedlabel.h"
#include "desk/common/words.h"
#include "desk/look/appearance.h"
#include "desk/look/textroles.h"
#include "documents/documentreader.h"
#include "vault/vault.h"
#include "vault/whenready.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>

namespace quanke::desk {

DocumentAttachment::DocumentAttachment(
    const DeskContext &context, const QString &words, Holds holds, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_holds(holds)
    , m_pick(new ActionButton(words, ButtonKind::Small, this))
    , m_remove(new ActionButton({}, ButtonKind::Quiet, this))
    , m_words(new ElidedLabel(this))
{
    m_pick->setObjectName(QStringLiteral("attachButton"));
    m_pick->setSymbol(Symbol::Document);
    m_remove->setObjectName(QStringLiteral("detachButton"));
    m_remove->setSymbol(Symbol::Close);
    m_remove->setAccessibleName(tr("Take the documents away"));
    m_remove->setToolTip(m_remove->accessibleName());
    m_words->setObjectName(QStringLiteral("attachedLabel"));
    m_words->setFont(smallFont());
    useSecondText(m_words);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(6));
    layout->addWidget(m_pick);
    layout->addWidget(m_words, 1);
    layout->addWidget(m_remove);
    connect(m_pick, &QPushButton::clicked, this, &DocumentAttachment::pick);
    connect(m_remove, &QPushButton::clicked, this, &DocumentAttachment::clear);
    m_remove->hide();
}

void DocumentAttachment::begin(const std::string &caseId)
{
    m_caseId = caseId;
    clear();
}

void DocumentAttachment::setEmptyText(const QString &text)
{
    m_emptyText = text;
    showNames();
}

std::vector<std::string> DocumentAttachment::digests() const
{
    std::vector<std::string> digests;
    for (const Json &reference : m_references)
        digests.push_back(reference["sha256"].get<std::string>());
    return digests;
}

void DocumentAttachment::pick()
{
    auto *dialog = new QFileDialog(this, m_pick->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(m_holds == Holds::One ? QFileDialog::ExistingFile : QFileDialog::ExistingFiles);
    dialog->setNameFilter(tr("Documents (*.pdf *.jpg *.jpeg *.png)"));
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList &paths) {
        for (const QString &path : paths)
            attach(path);
    });
    dialog->open();
}

void DocumentAttachment::attach(const QString &path)
{
    m_words->setText(tr("Checking “%1” …").arg(QFileInfo(path).fileName()));
    whenReady(m_context.reader.inspect(path), this,
        [this, path, round = m_round](const Result<documents::Inspection> &inspection) {
            if (round != m_round)
                return;
            if (!inspection)
                m_words->setText(wordsOf(inspection.failure()));
            else if (inspection->hasErrors())
                m_words->setText(wordsOf(Failure{"document.damaged"}));
            else
                store(path, std::string(documents::mediaTypeOf(inspection->kind)),
                    int(inspection->pages.size()));
        });
}

void DocumentAttachment::store(const QString &path, const std::string &mediaType, int pages)
{
    const vault::DocumentMeta meta{mediaType, QFileInfo(path).fileName().toStdString(), pages};
    whenReady(m_context.vault.storeDocumentFile(m_caseId, path, meta), this,
        [this, round = m_round](const Result<vault::StoredDocument> &stored) {
            if (round != m_round)
                return;
            if (stored)
                add(vault::fileReference(*stored));
            else
                m_words->setText(wordsOf(stored.failure()));
        });
}

void DocumentAttachment::add(const Json &reference)
{
    if (m_holds == Holds::One)
        m_references = Json::array();
    m_references.push_back(reference);
    showNames();
    Q_EMIT changed();
}

void DocumentAttachment::bring(const Json &references)
{
    m_references = references;
    showNames();
    Q_EMIT changed();
}

void DocumentAttachment::clear()
{
    ++m_round;
    m_references = Json::array();
    showNames();
    Q_EMIT changed();
}

void DocumentAttachment::showNames()
{
    QStringList names;
    for (const Json &reference : m_references)
        names.append(fromText(reference.value("name", std::string())));
    m_words->setText(names.isEmpty() ? m_emptyText : listed(names));
    m_remove->setVisible(!names.isEmpty());
}

} // namespace quanke::desk
