#pragma once

#include "desk/fields/fieldeditor.h"

#include <QString>

class QCheckBox;
class QLineEdit;

namespace quanke::desk {

/// A day or a moment, typed: 20261218, 2026-12-18, 2026.12.18 are all right; a calendar opens from the field.
class DateEditor : public FieldEditor {
    Q_OBJECT
public:
    enum class Kind {
        Day,
        DayOrNoEnd, ///< with a tick for "no end", kept as 9999-12-31
        Moment ///< YYYY-MM-DDTHH:MM, local
    };
    DateEditor(Kind kind, QWidget *parent);

    QWidget *widget() const override { return m_box; }
    QWidget *focusTarget() const override;
    QSize size(int availableWidth) const override;
    Json value() const override;
    void show(const Json &value) override;
    void setReadOnly(bool readOnly) override;
    void setProblem(FieldProblem problem) override;
    void tidy() override;
    QString remark() const override;

private:
    void openCalendar();

    Kind m_kind;
    QWidget *m_box;
    QLineEdit *m_line;
    QCheckBox *m_noEnd = nullptr;
};

/// What people type as a date, as YYYY-MM-DD; as a moment with THH:MM behind it. Unreadable text comes back
/// as it is.
QString isoDate(const QString &typed);
QString isoMoment(const QString &typed);

} // namespace quanke::desk
