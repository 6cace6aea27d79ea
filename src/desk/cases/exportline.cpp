#include "desk/cases/exportline.h"

#include "desk/cases/spreadsheet.h"
#include "desk/common/actionbutton.h"
#include "desk/common/deskcontext.h"
#include "desk/common/later.h"
#include "desk/common/statuslight.h"
#include "desk/common/words.h"
#include "desk/look/appearance.h"
#include "platform/durablefile.h"
#include "trace/line.h"
#include "vault/vault.h"
#include "vault/whenready.h"

#include <QFileDialog>
#include <QVBoxLayout>

namespace quanke::desk {

ExportLine::ExportLine(
    const DeskContext &context, QStringList head, std::function<Table()> table, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_head(std::move(head))
    , m_table(std::move(table))
    , m_save(new ActionButton(tr("Save this list"), ButtonKind::Small, this))
    , m_outcome(new StatusLight(this))
{
    m_save->setObjectName(QStringLiteral("saveListButton"));
    m_save->setToolTip(tr("As a spreadsheet, names masked as they are here. It is written down who did."));
    m_outcome->setObjectName(QStringLiteral("saveListLight"));
    m_outcome->setFont(smallFont());
    m_outcome->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(scaled(12), scaled(8), scaled(12), scaled(8));
    layout->setSpacing(scaled(6));
    layout->addWidget(m_save);
    layout->addWidget(m_outcome);
    connect(m_save, &QPushButton::clicked, this, &ExportLine::askWhere);
}

void ExportLine::setCount(std::size_t shown)
{
    m_save->setEnabled(shown > 0);
}

void ExportLine::askWhere()
{
    auto *dialog = new QFileDialog(this, m_save->text(), {}, tr("Spreadsheet (*.csv)"));
    dialog->setObjectName(QStringLiteral("saveListFileDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->selectFile(tr("Cases") + QStringLiteral(".csv"));
    connect(dialog, &QFileDialog::fileSelected, this, &ExportLine::tellAndSave);
    dialog->open();
}

void ExportLine::tellAndSave(const QString &path)
{
    const Table lines = m_table();
    setEnabled(false);
    m_outcome->hide();
    whenReady(m_context.vault.note(trace::act::exportList, {}, lines.size()), this,
        [this, path, lines](const Result<Done> &told) {
            if (told)
                save(path, lines);
            else
                showOutcome(told, 0);
        });
}

void ExportLine::save(const QString &path, const Table &lines)
{
    Table whole{m_head};
    whole.insert(whole.end(), lines.begin(), lines.end());
    const auto saved = later([path = path.toStdString(), whole = std::move(whole)] {
        return platform::writeWhole(
            path, [&whole](platform::DurableFile &file) { return file.append(spreadsheetOf(whole)); });
    });
    whenReady(
        saved, this, [this, count = lines.size()](const Result<Done> &done) { showOutcome(done, count); });
}

void ExportLine::showOutcome(const Result<Done> &saved, std::size_t count)
{
    setEnabled(true);
    m_outcome->show(saved ? Light::Done : Light::Wrong,
        saved ? tr("%n case(s) saved", nullptr, int(count)) : wordsOf(saved.failure()));
    m_outcome->setVisible(true);
}

} // namespace quanke::desk
