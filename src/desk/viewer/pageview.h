#pragma once

#include <QGraphicsView>
#include <QImage>

class QGraphicsPixmapItem;

namespace quanke::desk {

/// One page of a document, fitted into the view or larger; the picture stays in sight while a finer one of it
/// is being made. Other items (marks on the page) may be put into `scene()`, in the page's own points: the
/// page is 1000 wide there, whatever its picture's size.
class PageView : public QGraphicsView {
    Q_OBJECT
public:
    static constexpr qreal pageWidth = 1000;

    explicit PageView(QWidget *parent = nullptr);

    /// A page of another proportion than before moves nothing but the scroll bars.
    void setPicture(const QImage &picture);
    void clear();
    bool hasPicture() const { return m_shown; }

    qreal zoom() const { return m_zoom; } ///< 1 fits the whole page into the view
    void zoomIn();
    void zoomOut();
    void fit();
    void turnBy(int degrees); ///< by quarters; only what is seen, not the document
    void resetTurn();

    /// The size in device pixels that the page wants to be rendered at for what is shown now.
    QSize wantedSize() const;

Q_SIGNALS:
    void zoomChanged(qreal zoom);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void setZoom(qreal zoom);
    void applyScale();

    QGraphicsPixmapItem *m_page;
    bool m_shown = false;
    qreal m_zoom = 1;
    int m_turn = 0;
};

} // namespace quanke::desk
