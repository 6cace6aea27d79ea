#pragma once

#include "desk/counter/fill/reasons.h"

#include <QWidget>

namespace quanke::desk {

/// Who asks for the field in hand and why, painted as text: it changes with every step through the form, and
/// labels would be laid out each time.
class WhyView : public QWidget {
    Q_OBJECT
public:
    explicit WhyView(QWidget *parent = nullptr);

    void show(const QString &field, const std::vector<Reason> &reasons, const QString &hint);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    /// Paints, or only measures without a painter. Gives the height.
    int write(QPainter *painter, int width) const;

    QString m_field;
    std::vector<Reason> m_reasons;
    QString m_hint;
};

} // namespace quanke::desk
