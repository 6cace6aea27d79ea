#pragma once

#include "core/base/localtext.h"
#include "core/catalogue/definitions.h"
#include "desk/casepart/valuewords.h"

#include <QWidget>

#include <map>
#include <optional>
#include <string>
#include <vector>

class QLabel;
class QVBoxLayout;

namespace quanke::desk {

class ActionButton;

/// What a person found about the review points, by their id.
using PointMarks = std::map<std::string, bool>;

/// One review point: what it says, what it is about, and met or not met (Y, X) where a person decides it.
/// Those a program is to check stand here for information.
class ReviewPointRow : public QWidget {
    Q_OBJECT
public:
    ReviewPointRow(const catalogue::ReviewPoint &point, const ValueWords &words, QWidget *parent = nullptr);

    const catalogue::ReviewPoint &point() const { return m_point; }
    void show(std::optional<bool> met);

Q_SIGNALS:
    void reached(const quanke::catalogue::ReviewPoint &point);
    void marked(const QString &id, bool met);
    void stepWanted(int rows);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *makeSecondLine(const ValueWords &words);
    void mark(bool met);

    catalogue::ReviewPoint m_point;
    ActionButton *m_met = nullptr;
    ActionButton *m_unmet = nullptr;
};

/// The review points of a matter, one under the other.
class ReviewPoints : public QWidget {
    Q_OBJECT
public:
    explicit ReviewPoints(QWidget *parent = nullptr);

    /// The same points again keep their rows, and the focus in them.
    void show(
        const std::vector<catalogue::ReviewPoint> &points, const PointMarks &marks, const ValueWords &words);
    const PointMarks &marks() const { return m_marks; }
    /// Points a person decides: how many there are, and how many of them have a mark.
    int count() const;
    int markedCount() const { return int(m_marks.size()); }
    bool allMet() const;

Q_SIGNALS:
    void changed();
    void reached(const quanke::catalogue::ReviewPoint &point);

private:
    void makeRows(const std::vector<catalogue::ReviewPoint> &points, const ValueWords &words);
    void take(const QString &id, bool met);
    void step(const QWidget *from, int rows);

    QVBoxLayout *m_layout;
    const std::vector<catalogue::ReviewPoint> *m_points = nullptr; ///< of the matter shown
    std::vector<ReviewPointRow *> m_rows;
    PointMarks m_marks;
};

} // namespace quanke::desk
