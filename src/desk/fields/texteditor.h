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
    QLineEdit *m_line;
    TextKind m_kind;
    int m_width;
};

/// "409900198808080011" → "409900 19880808 0011"; what does not have the right length stays as it is.
QString inGroups(const QString &text, TextKind kind);
/// The other way, from how people type: "４０９９００ 19880808 001x" → "40990019880808001X".
QString withoutGroups(const QString &typed, TextKind kind);

enum class NumberKind { Whole, Decimal };
/// "1,200" → 1200; null for nothing; what is no such number stays text.
Json readNumber(const QString &typed, NumberKind kind);
QString writeNumber(const Json &value);

/// A whole or decimal number.
class NumberEditor : public FieldEditor {
    Q_OBJECT
public:
    NumberEditor(NumberKind kind, QWidget *parent);

    QWidget *widget() const override;
    QSize size(int availableWidth) const override;
    Json value() const override;
    void show(const Json &value) override;
    void setReadOnly(bool readOnly) override;

private:
    QLineEdit *m_line;
    NumberKind m_kind;
};

} // namespace quanke::desk
