#include "desk/counter/push/noticepreview.h"

#include "desk/look/appearance.h"
#include "trace/line.h"
#include "vault/whenready.h"

#include <QFileDialog>
#include <QLabel>
#include <QPrintDialog>
#include <QPrinter>
#include <QVBoxLayout>

namespace quanke::desk {

namespace {

constexpr double pointsPerInch = 72;
constexpr int widestPage = 720;

} // namespace

NoticePreview::NoticePreview(Tell tell, QWidget *parent)
    : QScrollArea(parent)
    , m_tell(std::move(tell))
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
}

void NoticePreview::show(const notices::Notice &notice)
{
    m_notice.emplace(notice);
    paintPages();
}

void NoticePreview::clear()
{
    m_notice.reset();
    setWidget(new QWidget(this));
}

void NoticePreview::paintPages()
{
    if (!m_notice)
        return;
    auto *pages = new QWidget(this);
    auto *layout = new QVBoxLayout(pages);
    layout->setContentsMargins(scaled(16), scaled(16), scaled(16), scaled(16));
    layout->setSpacing(scaled(12));
    const int width = qMin(viewport()->width() - scaled(32), scaled(widestPage));
    const double ratio = devicePixelRatioF();
    const double dotsPerInch =
        qMax(40.0, width * ratio / notices::PrintedNotice::pageSize().width() * pointsPerInch);
    for (int page = 0; page < m_notice->pageCount(); ++page) {
        QPixmap pixmap = QPixmap::fromImage(m_notice->toImage(page, dotsPerInch));
        pixmap.setDevicePixelRatio(ratio);
        auto *label = new QLabel(pages);
        label->setPixmap(pixmap);
        label->setObjectName(QStringLiteral("noticePage%1Label").arg(page + 1));
        label->setAccessibleName(tr("Page %1 of %2").arg(page + 1).arg(m_notice->pageCount()));
        layout->addWidget(label, 0, Qt::AlignHCenter);
    }
    layout->addStretch(1);
    setWidget(pages);
}

void NoticePreview::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        paintPages();
}

void NoticePreview::told(const char *act, const std::function<void()> &leave)
{
    whenReady(m_tell(act), this, [this, leave](const Result<Done> &kept) {
        if (kept)
            leave();
        else
            Q_EMIT failed(kept.failure());
    });
}

void NoticePreview::print()
{
    if (!m_notice)
        return;
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    auto *dialog = new QPrintDialog(printer.get(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, qOverload<QPrinter *>(&QPrintDialog::accepted), this, [this, printer] {
        told(trace::act::print, [this, printer] {
            if (!m_notice)
                return;
            if (const auto printed = m_notice->print(*printer); !printed)
                Q_EMIT failed(printed.failure());
        });
    });
    dialog->open();
}

void NoticePreview::savePdf(const QString &proposedName)
{
    if (!m_notice)
        return;
    auto *dialog = new QFileDialog(this, tr("Save as PDF"), proposedName, tr("PDF (*.pdf)"));
    dialog->setObjectName(QStringLiteral("savePdfFileDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("pdf"));
    connect(dialog, &QFileDialog::fileSelected, this,
        [this](const QString &path) { told(trace::act::exportCase, [this, path] { write(path); }); });
    dialog->open();
}

void NoticePreview::write(const QString &path)
{
    if (!m_notice)
        return;
    if (const auto done = m_notice->writePdf(path); !done)
        Q_EMIT failed(done.failure());
    else
        Q_EMIT written(path);
}

} // namespace quanke::desk
