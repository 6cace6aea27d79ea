#pragma once

#include "desk/fields/fieldeditor.h"

class QPlainTextEdit;

namespace quanke::desk {

/// Longer text; Alt+Enter makes a new line, Enter goes on.
class AreaEditor : public FieldEditor {
    Q_OBJECT
public:
    enum class Gives {
        Text,
        Lines ///< an array, one entry per line
    };
    AreaEditor(Gives gives, QWidget *parent);

    QWidget *widget() const override;
    QSize size(int availableWidth) const override;
    Json value() const override;
    void show(const Json &value) override;
    void setReadOnly(bool readOnly) override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QPlainTextEdit *m_text;
    Gives m_gives;
};

} // namespace quanke::desk
