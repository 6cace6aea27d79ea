#pragma once

#include "desk/look/light.h"

#include <QWidget>

namespace quanke::desk {

/// One light with its words, as a widget; the words are its accessible name.
class StatusLight : public QWidget {
    Q_OBJECT
public:
    explicit StatusLight(QWidget *parent = nullptr);

    /// Empty words take the light's own.
    void show(Light light, const QString &words = {});
    /// On the light's own ground, as a small plate.
    void setPlate(bool plate);

    QString words() const { return m_words; }
    Light light() const { return m_light; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int padding() const;

    Light m_light = Light::Missing;
    QString m_words;
    bool m_plate = false;
};

} // namespace quanke::desk
