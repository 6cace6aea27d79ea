#pragma once

#include <QLabel>

namespace quanke::desk {

/// One line of text that ends in "…" where the room ends; whole in the tool tip then.
class ElidedLabel : public QLabel {
    Q_OBJECT
public:
    explicit ElidedLabel(QWidget *parent = nullptr);

    /// What the tool tip says in place of the whole text, where that names somebody.
    void setToldWhenCut(const QString &words);

    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    QString m_told;
};

} // namespace quanke::desk
