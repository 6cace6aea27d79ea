#pragma once

#include "desk/cases/caseflow.h"

#include <QScrollArea>

#include <string>

namespace quanke::desk {

/// The sheet the drawing is painted on; its parent scrolls it.
class FlowSheet : public QWidget {
    Q_OBJECT
public:
    explicit FlowSheet(QWidget *parent = nullptr);

    void show(const CaseFlow &flow);
    void setScale(double scale);
    double scale() const { return m_scale; }
    const notices::FlowLayout &layOut() const { return m_layout; }
    const notices::FlowPicture &picture() const { return m_picture; }
    void select(const std::string &matter);
    QRect placeOf(const std::string &matter) const;

    QSize sizeHint() const override;

Q_SIGNALS:
    void clicked(const std::string &matter);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    notices::FlowLayout m_layout;
    notices::FlowPicture m_picture;
    double m_scale = 1;
};

/// Where a case is, as a drawing: boxes and arrows; the arrow keys go from box to box, Enter asks for the
/// details, + − and 0 change its size.
class FlowView : public QScrollArea {
    Q_OBJECT
public:
    explicit FlowView(QWidget *parent = nullptr);

    /// Keeps the matter that is selected, if the case has it.
    void show(const CaseFlow &flow);
    const std::string &selected() const { return m_sheet->picture().selected; }
    void select(const std::string &matter);
    void zoomBy(double factor);
    void fit();
    double zoom() const { return m_sheet->scale(); }

Q_SIGNALS:
    void selectionChanged();
    void detailsWanted();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    void stepAlong(int stages);
    void stepDown(int rows);
    void setScale(double scale);

    FlowSheet *m_sheet;
    bool m_fits = true;
};

} // namespace quanke::desk
