#pragma once

#include "desk/common/labelline.h"
#include "desk/fields/fieldeditor.h"
#include "desk/look/symbol.h"

#include <QWidget>

#include <string>

namespace quanke::desk {

/// Where a value came from, as it stands to the right of the field.
struct SourceMark {
    Symbol symbol = Symbol::List;
    QString words; ///< empty: typed by hand, no mark
    bool operator==(const SourceMark &) const = default;
};

/// One field of the form: the line with its label and message, the editor, its unit and where its value came
/// from. Places its parts itself, so that a message or a mark never makes anything be laid out again.
class FieldRow : public QWidget {
    Q_OBJECT
public:
    FieldRow(std::string key, const QString &label, QWidget *parent);

    /// The editor is made with this row as its widget's parent.
    void setEditor(FieldEditor *editor);
    FieldEditor *editor() const { return m_editor; }
    const std::string &key() const { return m_key; }

    void setUnit(const QString &unit) { m_unit = unit; }
    void setSource(const SourceMark &source);
    void setOptional(bool optional);
    void setReadOnly(bool readOnly);
    bool isReadOnly() const { return m_readOnly; }
    /// Empty words take the message away.
    void setMessage(Light light, const QString &words);
    QString message() const { return m_label->message(); }
    LabelLine *label() const { return m_label; }

    /// Without the space to the next row.
    int heightFor(int width) const;
    static int gap();

Q_SIGNALS:
    void heightChanged();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void nameParts();

    std::string m_key;
    LabelLine *m_label;
    FieldEditor *m_editor = nullptr;
    QString m_unit;
    SourceMark m_source;
    bool m_readOnly = false;
};

} // namespace quanke::desk
