#pragma once

#include "desk/look/light.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace quanke::desk {

class ActionButton;

/// Something to know, said in the page where it belongs; nothing pops up and nothing goes away by itself.
class Banner : public QWidget {
    Q_OBJECT
public:
    explicit Banner(QWidget *parent = nullptr);

    void show(Light light, const QString &title, const QString &detail = {});
    /// A button at the right end; the banner owns it.
    void addAction(ActionButton *button);
    QString title() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Light m_light = Light::LookAtIt;
    QHBoxLayout *m_layout;
    QLabel *m_title;
    QLabel *m_detail;
};

} // namespace quanke::desk
