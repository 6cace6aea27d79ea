#pragma once

#include <QKeySequence>
#include <QWidget>

class QPainter;

namespace quanke::desk {

/// How a key is called on its chip: "Ctrl+Enter", "F8".
QString nameOfKeys(const QKeySequence &keys);

/// The width of a chip and the painting of it, for widgets that carry one among other things.
int widthOfKeyChip(const QString &name);
void paintKeyChip(QPainter &painter, const QPoint &leftMiddle, const QString &name, const QColor &colour);

/// A key on its chip, and what it does beside it.
class KeyHint : public QWidget {
    Q_OBJECT
public:
    KeyHint(const QKeySequence &keys, const QString &meaning, QWidget *parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_name;
    QString m_meaning;
};

} // namespace quanke::desk
