#pragma once

#include "notices/pages.h"

namespace quanke::notices {

/// Fills pages from top to bottom. The lower edge of what is placed is the next one's upper edge.
class PagePlacer {
public:
    explicit PagePlacer(Typeface &typeface);

    void place(const Heading &heading);
    void place(const QrCode &code);
    void place(const Grid &grid);
    void place(const Table &table);
    void place(const Paragraph &paragraph);
    void place(const NumberedList &list);
    void place(const SignatureLines &lines);

    /// Adds the foot of every page and what lies across it, and hands the pages over.
    std::vector<PlacedPage> finish(const Notice &notice);

private:
    /// How text is set.
    struct Setting {
        Weight weight = Weight::Regular;
        double size = 10.5;
        QColor colour = Qt::black;
    };

    PlacedPage &page() { return m_pages.back(); }
    /// Begins a new page unless that much room is left on this one.
    void makeRoom(double height);
    void line(const QString &text, double x, double top, const Setting &setting);
    /// Sets lines one below the other from m_top, over pages if need be.
    void lines(const QStringList &texts, double x, const Setting &setting);
    QStringList broken(const QString &text, double width, const Setting &setting);
    double widthOf(const QString &text, const Setting &setting);
    void rectangle(const QRectF &rectangle, const QColor &colour);

    struct TableGeometry {
        std::vector<double> left; ///< of each column, and the table's right edge
    };
    struct Row {
        std::vector<QStringList> cells; ///< broken into lines
        double height = 0;
    };
    TableGeometry geometryOf(const Table &table) const;
    Row rowOf(
        const Table &table, const QStringList &cells, const TableGeometry &geometry, const Setting &setting);
    void placeRow(const Table &table, const Row &row, const TableGeometry &geometry, const Setting &setting);

    Typeface &m_typeface;
    std::vector<PlacedPage> m_pages;
    double m_top = topMargin;
    QString m_code; ///< waits for the grid it stands beside
};

} // namespace quanke::notices
