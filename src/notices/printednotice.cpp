#include "notices/printednotice.h"

#include "notices/pages.h"
#include "notices/pdftext.h"

#include <QBuffer>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>

#include <algorithm>
#include <map>

namespace quanke::notices {

namespace {

constexpr double pointsPerInch = 72;
constexpr int pdfResolution = 1200; // Qt rounds to dots in places

/// Collects, for each font, its characters in the order in which their glyphs are first drawn.
class DrawnCharacters {
public:
    void add(const GlyphPiece &piece)
    {
        const auto known = m_fontOfFace.try_emplace(piece.face, m_fonts.size());
        if (known.second)
            m_fonts.emplace_back();
        Font &font = m_fonts.at(known.first->second);
        for (qsizetype index = 0; index < piece.glyphs.size(); ++index) {
            if (font.glyphs.contains(piece.glyphs.at(index)))
                continue;
            font.glyphs.append(piece.glyphs.at(index));
            font.characters.push_back(piece.characters.at(std::size_t(index)));
        }
    }

    std::vector<std::u32string> fonts() const
    {
        std::vector<std::u32string> all;
        std::transform(m_fonts.begin(), m_fonts.end(), std::back_inserter(all),
            [](const Font &font) { return font.characters; });
        return all;
    }

private:
    struct Font {
        QList<quint32> glyphs;
        std::u32string characters;
    };
    std::map<int, std::size_t> m_fontOfFace;
    std::vector<Font> m_fonts;
};

} // namespace

struct PrintedNotice::Content {
    QString name;
    std::vector<PlacedPage> pages;

    std::vector<std::u32string> drawnCharacters() const
    {
        DrawnCharacters drawn;
        for (const PlacedPage &page : pages) {
            for (const PlacedText &text : page.texts) {
                for (const GlyphPiece &piece : text.shaped.pieces)
                    drawn.add(piece);
            }
        }
        return drawn.fonts();
    }
};

PrintedNotice::PrintedNotice(const Notice &notice)
{
    Typeface typeface;
    m_content = std::make_unique<const Content>(Content{notice.name, placed(notice, typeface)});
}

PrintedNotice::~PrintedNotice() = default;
PrintedNotice::PrintedNotice(PrintedNotice &&) noexcept = default;
PrintedNotice &PrintedNotice::operator=(PrintedNotice &&) noexcept = default;

int PrintedNotice::pageCount() const
{
    return int(m_content->pages.size());
}

QSizeF PrintedNotice::pageSize()
{
    return {pageWidth, pageHeight};
}

void PrintedNotice::paint(QPainter &painter, int page) const
{
    const PlacedPage &placedPage = m_content->pages.at(std::size_t(page));
    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    for (const PlacedShape &shape : placedPage.shapes)
        painter.fillPath(shape.path, shape.colour);
    for (const PlacedText &text : placedPage.texts) {
        painter.setPen(text.colour);
        paintText(painter, text.baseline, text.shaped);
    }
    painter.restore();
}

QImage PrintedNotice::toImage(int page, double dotsPerInch) const
{
    const double factor = dotsPerInch / pointsPerInch;
    QImage image((pageSize() * factor).toSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.scale(factor, factor);
    paint(painter, page);
    return image;
}

QStringList PrintedNotice::lines(int page) const
{
    QStringList all;
    for (const PlacedText &text : m_content->pages.at(std::size_t(page)).texts)
        all.append(text.text);
    return all;
}

Result<Done> PrintedNotice::writePdf(QIODevice &device) const
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setTitle(m_content->name);
    writer.setCreator(QStringLiteral("Quanke"));
    writer.setResolution(pdfResolution);
    const Result<Done> printed = print(writer);
    if (!printed)
        return printed;
    const QByteArray pdf = withExactText(buffer.data(), m_content->drawnCharacters());
    if (device.write(pdf) != pdf.size())
        return Failure{"notice.unwritable", Json::object(), device.errorString().toStdString()};
    return Done{};
}

Result<Done> PrintedNotice::writePdf(const QString &path) const
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return Failure{"notice.unwritable", Json::object(), file.errorString().toStdString()};
    const Result<Done> written = writePdf(file);
    if (!written)
        return written;
    if (!file.commit())
        return Failure{"notice.unwritable", Json::object(), file.errorString().toStdString()};
    return Done{};
}

Result<Done> PrintedNotice::print(QPagedPaintDevice &device) const
{
    device.setPageSize(QPageSize(QPageSize::A4));
    device.setPageMargins({});
    QPainter painter;
    if (!painter.begin(&device))
        return Failure{"notice.unprintable"};
    // A printer that keeps margins of its own counts from their corner; our pages count from the paper's.
    const QPointF corner = device.pageLayout().paintRect(QPageLayout::Point).topLeft();
    const double factor = device.logicalDpiX() / pointsPerInch;
    for (int page = 0; page < pageCount(); ++page) {
        if (page > 0 && !device.newPage())
            return Failure{"notice.unprintable"};
        painter.save();
        painter.scale(factor, factor);
        painter.translate(-corner);
        paint(painter, page);
        painter.restore();
    }
    return painter.end() ? Result<Done>(Done{}) : Failure{"notice.unprintable"};
}

} // namespace quanke::notices
