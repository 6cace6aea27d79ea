#pragma once

#include "desk/look/tokens.h"

#include <QList>
#include <QWidget>

namespace quanke::desk {

/// A strip six pixels high that tells how much of something is done, in one piece or in pieces by state.
class ProgressStrip : public QWidget {
    Q_OBJECT
public:
    enum class Piece { Accent, Ok, Waiting, Error, Done };

    explicit ProgressStrip(QWidget *parent = nullptr);

    /// Shares of the whole, each with its colour; what they leave is ground.
    void setPieces(const QList<std::pair<Piece, int>> &pieces, int whole);
    /// In any unit; of nothing nothing is done.
    void setProgress(double done, double whole);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<std::pair<Piece, int>> m_pieces;
    int m_whole = 1;
};

} // namespace quanke::desk
