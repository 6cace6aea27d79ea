#pragma once

#include "core/base/result.h"
#include "notices/notice.h"

#include <QImage>

#include <memory>

class QIODevice;
class QPagedPaintDevice;
class QPainter;

namespace quanke::notices {

/// A notice laid out once into pages, then painted alike on screen, paper and PDF. Needs a QGuiApplication.
///
/// Letters come from WenQuanYi Zen Hei, characters it lacks one by one from Noto Sans CJK SC, and 〓 stands
/// for what neither has. The text of a PDF reads back exactly, characters beyond the BMP included.
class PrintedNotice {
public:
    explicit PrintedNotice(const Notice &notice);
    ~PrintedNotice();
    PrintedNotice(PrintedNotice &&) noexcept;
    PrintedNotice &operator=(PrintedNotice &&) noexcept;

    int pageCount() const;
    /// Size of a page in points (A4: 595 × 842).
    static QSizeF pageSize();

    /// Paints the page (from 0), white ground excluded, in points from the painter's origin.
    void paint(QPainter &painter, int page) const;
    QImage toImage(int page, double dotsPerInch) const;
    /// What stands on the page, line by line, for those who cannot see it.
    QStringList lines(int page) const;

    /// Fails: notice.unwritable ("detail" in the failure's detail).
    Result<Done> writePdf(QIODevice &device) const;
    Result<Done> writePdf(
        const QString &path) const; ///< all or nothing: an existing file stays when it fails
    /// To a printer (QPrinter is a QPagedPaintDevice). Fails: notice.unprintable.
    Result<Done> print(QPagedPaintDevice &device) const;

private:
    struct Content;
    std::unique_ptr<const Content> m_content;
};

} // namespace quanke::notices
