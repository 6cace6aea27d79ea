#pragma once

#include "desk/look/symbol.h"

#include <QPushButton>

#include <optional>

namespace quanke::desk {

enum class ButtonKind {
    Normal,
    Primary, ///< the one key of the screen
    Quiet, ///< no border until it is pointed at
    Small ///< in a row or a filter
};

/// A button that shows its icon, its words and its key. The key works wherever the button can be seen.
class ActionButton : public QPushButton {
    Q_OBJECT
public:
    explicit ActionButton(QWidget *parent = nullptr);
    ActionButton(const QString &text, ButtonKind kind, QWidget *parent = nullptr);

    void setKind(ButtonKind kind);
    void setSymbol(Symbol symbol);
    void setKeys(const QKeySequence &keys);
    /// Only shows the key, where it is handled by somebody else.
    void setKeysShown(const QKeySequence &keys);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int contentWidth() const;
    void paintGround(QPainter &painter) const;
    QColor textColour() const;
    QFont textFont() const;

    ButtonKind m_kind = ButtonKind::Normal;
    std::optional<Symbol> m_symbol;
    QString m_keys;
};

} // namespace quanke::desk
