#pragma once

#include "desk/fields/fieldeditor.h"

#include <QString>

class QLineEdit;

namespace quanke::desk {

/// How a text is written: some numbers are read in groups and typed with or without them.
enum class TextKind { Plain, CitizenId, CreditCode, Mobile, Account };

/// One line of text.
class TextEditor : public FieldEditor {
    Q_OBJECT
public:
    TextEditor(TextKind kind, int width, QWidget *parent);

    QWidget *widget() const override;
    QSize size(int availableWidth) const override;
    Json value() const override;
    void show(const Json &value) override;
    void setReadOnly(bool readOnly) override;
    void tidy() override;

private:
    QString bare() const;

    QLineEdit *m_line;
    TextKind m_kind;
    int m_width;
};

/// "409900198808080011" → "409900 19880808 0011"; what does not have the right length stays as it is.
QString inGroups(const QString &text, TextKind kind);

/// A whole or decimal number.
class NumberEditor : public FieldEditor {
    Q_OBJECT
public:
    enum class Kind { Whole, Decimal };
    NumberEditor(Kind kind, QWidget *parent);

    QWidget *widget() const override;
    QSize size(int availableWidth) const override;
    Json value() const override;
    void show(const Json &value) override;
    void setReadOnly(bool readOnly) override;

private:
    QLineEdit *m_line;
    Kind m_kind;
};

} // namespace quanke::desk
