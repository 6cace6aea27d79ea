#include "desk/issue/slippreview.h"

#include "desk/look/appearance.h"
#include "desk/look/tokens.h"
#include "notices/printednotice.h"
#include "trace/line.h"
#include "vault/whenready.h"

#include <QFileDialog>
#include <QLabel>
#include <QPainter>
#include <QPrintDialog>
#include <QPrinter>
#include <QScrollArea>
#include <QVBoxLayout>

namespace quanke::desk {

SlipPreview::SlipPreview(Tell tell, QWidget *parent)
    : QWidget(parent)
    , m_tell(std::move(tell))
    , m_page(new QLabel(this))
    , m_scroll(new QScrollArea(this))
{
    m_page->setObjectName(QStringLiteral("slipPageLabel"));
    m_page->setAlignment(Qt::AlignCenter);
    m_page->setAccessibleName(tr("Collection slip"));
    m_page->setMargin(scaled(14));
    m_scroll->setWidget(m_page);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->viewport()->setBackgroundRole(QPalette::Window);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_scroll);
}

SlipPreview::~SlipPreview() = default;

void SlipPreview::show(const notices::Notice &notice)
{
    m_printed = std::make_unique<notices::PrintedNotice>(notice);
    paintPages();
    setVisible(true);
}

void SlipPreview::clear()
{
    m_printed.reset();
    m_page->setPixmap({});
}

/// All pages one under the other, as wide as there is room.
void SlipPreview::paintPages()
{
    if (!m_printed || width() < scaled(120))
        return;
    const QSizeF points = notices::PrintedNotice::pageSize();
    const qreal wide = qMin<qreal>(width() - 2 * scaled(14) - scaled(12), scaled(620));
    const qreal dense = devicePixelRatioF();
    const QSizeF pixels(wide * dense, wide * dense * points.height() / points.width());
    const qreal gap = scaled(10) * dense;
    const int pages = m_printed->pageCount();
    QPixmap sheet(qRound(pixels.width()), qRound(pages * pixels.height() + (pages - 1) * gap));
    sheet.fill(tokensOf(palette()).window);
    QPainter painter(&sheet);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    for (int page = 0; page < pages; ++page) {
        const QRectF place(QPointF(0, page * (pixels.height() + gap)), pixels);
        painter.fillRect(place, Qt::white);
        painter.setPen(tokensOf(palette()).edge);
        painter.drawRect(place.adjusted(0, 0, -1, -1));
        painter.save();
        painter.translate(place.topLeft());
        painter.scale(pixels.width() / points.width(), pixels.width() / points.width());
        m_printed->paint(painter, page);
        painter.restore();
    }
    painter.end();
    sheet.setDevicePixelRatio(dense);
    m_page->setPixmap(sheet);
}

void SlipPreview::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    paintPages();
}

void SlipPreview::told(const char *act, const std::function<void()> &leave)
{
    whenReady(m_tell(act), this, [this, leave](const Result<Done> &kept) {
        if (kept)
            leave();
        else
            Q_EMIT failed(kept.failure());
    });
}

void SlipPreview::print()
{
    if (!m_printed)
        return;
    const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setPageSize(QPageSize(QPageSize::A4));
    auto *dialog = new QPrintDialog(printer.get(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, printer] {
        told(trace::act::print, [this, printer] {
            if (!m_printed)
                return;
            if (const auto printed = m_printed->print(*printer); !printed)
                Q_EMIT failed(printed.failure());
        });
    });
    dialog->open();
}

void SlipPreview::askAndSave(const QString &name)
{
    auto *dialog = new QFileDialog(this, tr("Save the slip as PDF"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("pdf"));
    dialog->selectFile(name);
    connect(dialog, &QFileDialog::fileSelected, this,
        [this](const QString &path) { told(trace::act::exportCase, [this, path] { save(path); }); });
    dialog->open();
}

void SlipPreview::save(const QString &path)
{
    if (!m_printed)
        return;
    const auto written = m_printed->writePdf(path);
    if (written)
        Q_EMIT saved(path);
    else
        Q_EMIT failed(written.failure());
}

} // namespace quanke::desk
