#pragma once

#include <QFrame>
#include <QLabel>

namespace quanke::desk {

/// Gives a label the second text colour; follows the palette.
void useSecondText(QWidget *label);
/// Small and in the second colour: hints, units, sources.
QLabel *secondLabel(const QString &text, QWidget *parent = nullptr);
QLabel *boldLabel(const QString &text, QWidget *parent = nullptr);

/// A one-pixel line between panes or rows.
class Line : public QFrame {
    Q_OBJECT
public:
    explicit Line(Qt::Orientation orientation, QWidget *parent = nullptr);
};

/// A ground of one of the palette's colours, with a line at the edges asked for: panes, bars and strips.
class Pane : public QWidget {
    Q_OBJECT
public:
    explicit Pane(QWidget *parent = nullptr);
    explicit Pane(Qt::Edges lines, QWidget *parent = nullptr);

    void setLines(Qt::Edges lines);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Qt::Edges m_lines;
};

} // namespace quanke::desk
