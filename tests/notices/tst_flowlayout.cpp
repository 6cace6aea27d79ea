#include "notices/flowlayout.h"

#include <QPointF>
#include <QRandomGenerator>
#include <QRectF>
#include <QTest>

#include <algorithm>

using namespace quanke::notices;

namespace {

/// The hotel's matters by hard dependencies.
FlowGraph hotel()
{
    return {{{"HT-01", "HT-08", "HT-09", "HT-10", "HT-11", "HT-12", "HT-13"},
                {"HT-02", "HT-04", "HT-05", "HT-06", "HT-07"}, {"HT-03"}},
        {{"HT-01", "HT-02"}, {"HT-01", "HT-03"}, {"HT-01", "HT-04"}, {"HT-01", "HT-05"}, {"HT-01", "HT-06"},
            {"HT-01", "HT-07"}, {"HT-05", "HT-03"}}};
}

/// Up to five stages of up to six boxes and any dependencies between them.
FlowGraph random(QRandomGenerator &chance)
{
    FlowGraph graph;
    std::vector<std::string> all;
    const int stages = 1 + chance.bounded(5);
    for (int stage = 0; stage < stages; ++stage) {
        std::vector<std::string> boxes;
        const int count = 1 + chance.bounded(6);
        for (int index = 0; index < count; ++index)
            boxes.push_back("M" + std::to_string(all.size() + boxes.size()));
        graph.stages.push_back(boxes);
        all.insert(all.end(), boxes.begin(), boxes.end());
    }
    const int count = chance.bounded(int(all.size()) * 2);
    for (int index = 0; index < count; ++index)
        graph.dependencies.push_back({all[std::size_t(chance.bounded(int(all.size())))],
            all[std::size_t(chance.bounded(int(all.size())))]});
    return graph;
}

struct Piece {
    QPointF from;
    QPointF to;
    bool isLevel() const { return from.y() == to.y(); }
};

std::vector<Piece> piecesOf(const FlowArrow &arrow)
{
    std::vector<Piece> pieces;
    for (qsizetype index = 1; index < arrow.points.size(); ++index)
        pieces.push_back({arrow.points.at(index - 1), arrow.points.at(index)});
    return pieces;
}

bool liesUpon(const Piece &one, const Piece &other)
{
    if (one.isLevel() != other.isLevel())
        return false;
    const auto along = [](const Piece &piece) {
        const double first = piece.isLevel() ? piece.from.x() : piece.from.y();
        const double second = piece.isLevel() ? piece.to.x() : piece.to.y();
        return std::minmax({first, second});
    };
    const bool isSameLine = one.isLevel() ? one.from.y() == other.from.y() : one.from.x() == other.from.x();
    return isSameLine
        && std::min(along(one).second, along(other).second)
        > std::max(along(one).first, along(other).first) + 0.01;
}

/// Nothing when all is as it should be.
QString faultOf(const FlowLayout &layout)
{
    const QRectF room(QPointF(0, 0), layout.size);
    for (const FlowBox &box : layout.boxes) {
        if (!room.contains(box.rectangle))
            return QStringLiteral("a box outside");
        for (const FlowBox &other : layout.boxes) {
            if (&box != &other && box.rectangle.intersects(other.rectangle))
                return QStringLiteral("boxes upon each other");
        }
    }
    for (const FlowArrow &arrow : layout.arrows) {
        for (const Piece &piece : piecesOf(arrow)) {
            if (!piece.isLevel() && piece.from.x() != piece.to.x())
                return QStringLiteral("a slanting piece");
            const QRectF swept = QRectF(piece.from, piece.to).normalized().adjusted(-0.5, -0.5, 0.5, 0.5);
            if (!room.contains(swept))
                return QStringLiteral("an arrow outside");
            for (const FlowBox &box : layout.boxes) {
                if (box.rectangle.adjusted(1, 1, -1, -1).intersects(swept))
                    return QStringLiteral("an arrow through a box");
            }
        }
        for (const FlowArrow &other : layout.arrows) {
            if (arrow.from == other.from || arrow.to == other.to)
                continue; // may share their beginning, or their end
            for (const Piece &piece : piecesOf(arrow)) {
                for (const Piece &otherPiece : piecesOf(other)) {
                    if (liesUpon(piece, otherPiece))
                        return QStringLiteral("%1 → %2 upon %3 → %4")
                            .arg(QString::fromStdString(arrow.from), QString::fromStdString(arrow.to),
                                QString::fromStdString(other.from), QString::fromStdString(other.to));
                }
            }
        }
    }
    return {};
}

bool isSame(const FlowLayout &one, const FlowLayout &other)
{
    return one.size == other.size
        && std::equal(one.arrows.begin(), one.arrows.end(), other.arrows.begin(), other.arrows.end(),
            [](const FlowArrow &left, const FlowArrow &right) { return left.points == right.points; })
        && std::equal(one.boxes.begin(), one.boxes.end(), other.boxes.begin(), other.boxes.end(),
            [](const FlowBox &left, const FlowBox &right) { return left.rectangle == right.rectangle; });
}

} // namespace

class FlowLayoutTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hotelStandsInThreeColumns()
    {
        const FlowLayout layout = layOutFlow(hotel());
        QCOMPARE(layout.boxes.size(), std::size_t(13));
        QCOMPARE(layout.arrows.size(), std::size_t(7));
        QCOMPARE(layout.headings.size(), std::size_t(3));
        QCOMPARE(layout.box("HT-04")->row, 1);
        QCOMPARE(layout.box("HT-03")->row, layout.box("HT-05")->row); // the arrow between them is straight
        QCOMPARE(faultOf(layout), QString());
        QVERIFY(layout.size.width() <= 740 && layout.size.height() <= 640); // the pane of a 1366 × 768 screen
    }

    void arrowsBeginAndEndAtTheirBoxes()
    {
        const FlowLayout layout = layOutFlow(hotel());
        for (const FlowArrow &arrow : layout.arrows) {
            const QRectF from = layout.box(arrow.from)->rectangle;
            const QRectF to = layout.box(arrow.to)->rectangle;
            QCOMPARE(arrow.points.first(), QPointF(from.right(), from.center().y()));
            QVERIFY(arrow.points.last().x() == to.left() || arrow.points.last().y() == to.top());
        }
        const auto straight = std::find_if(layout.arrows.begin(), layout.arrows.end(),
            [](const FlowArrow &arrow) { return arrow.from == "HT-05"; });
        QCOMPARE(straight->points.size(), 2);
    }

    void findsTheBoxAtAPoint()
    {
        const FlowLayout layout = layOutFlow(hotel());
        const FlowBox *box = layout.boxAt(layout.box("HT-06")->rectangle.center());
        QVERIFY(box);
        QCOMPARE(box->id, std::string("HT-06"));
        QVERIFY(!layout.boxAt(QPointF(1, 1)));
        QVERIFY(!layout.box("HT-99"));
    }

    void leavesOutWhatCannotBeDrawn()
    {
        const FlowLayout layout =
            layOutFlow({{{"A", "B"}, {"C"}}, {{"A", "B"}, {"C", "A"}, {"A", "X"}, {"A", "C"}, {"A", "C"}}});
        QCOMPARE(layout.arrows.size(), std::size_t(1));
    }

    void nothingIsAlsoADrawing()
    {
        QVERIFY(layOutFlow({}).boxes.empty());
        QVERIFY(layOutFlow({{{}, {}}, {}}).boxes.empty());
    }

    void anyGraphIsDrawnWithoutFault()
    {
        QRandomGenerator chance(20261121);
        for (int round = 0; round < 3000; ++round) {
            const FlowGraph graph = random(chance);
            const FlowLayout layout = layOutFlow(graph);
            const QString fault = faultOf(layout);
            QVERIFY2(fault.isEmpty(), qPrintable(QStringLiteral("round %1: %2").arg(round).arg(fault)));
            QVERIFY(isSame(layout, layOutFlow(graph)));
        }
    }
};

QTEST_GUILESS_MAIN(FlowLayoutTest)
#include "tst_flowlayout.moc"
