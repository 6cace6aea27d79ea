#pragma once

#include "desk/look/symbol.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace quanke::desk {

class ElidedLabel;

/// The head of a pane or of a block in it: an icon if wanted, its subject in bold, a second text, and what
/// stands at its right end.
class PaneHead : public QWidget {
    Q_OBJECT
public:
    explicit PaneHead(QWidget *parent = nullptr);
    explicit PaneHead(const QString &title, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setSymbol(Symbol symbol, Tone tone = Tone::Text);
    void setSecondText(const QString &text);
    void addRight(QWidget *widget);

private:
    QHBoxLayout *m_layout;
    QLabel *m_symbol;
    ElidedLabel *m_title;
    ElidedLabel *m_second;
};

} // namespace quanke::desk
