#pragma once

#include "desk/look/light.h"

#include <QLabel>

namespace quanke::desk {

/// The line above a field: its label, "optional" where it is, and room that is always there for what is wrong
/// with it. A message moves nothing and is cut with an ellipsis; the tool tip has it whole.
class LabelLine : public QLabel {
    Q_OBJECT
public:
    explicit LabelLine(QWidget *parent = nullptr);
    explicit LabelLine(const QString &label, QWidget *parent = nullptr);

    /// A word behind the label ("optional"), empty for none.
    void setNote(const QString &note);
    void setMessage(Light light, const QString &message);
    void clearMessage();
    QString message() const { return m_message; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_note;
    QString m_message;
    Light m_light = Light::Wrong;
};

} // namespace quanke::desk
