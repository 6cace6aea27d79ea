#pragma once

#include "core/base/date.h"
#include "core/base/json.h"
#include "core/catalogue/catalogue.h"

#include <QWidget>

#include <memory>

class QCheckBox;
class QLineEdit;

namespace quanke::desk {

class LabelLine;

/// Who takes the results away: name, number of the identity document, mobile telephone, each checked; and that
/// the clerk has looked at the document.
class CollectorForm : public QWidget {
    Q_OBJECT
public:
    CollectorForm(
        std::shared_ptr<const catalogue::Catalogue> catalogue, Language language, QWidget *parent = nullptr);

    /// Begins anew; the applicant's name is offered, nothing else is known.
    void begin(const QString &applicant, Date today);
    /// {name, idNo, mobile} as result.issue carries it.
    Json collector() const;
    bool idChecked() const;
    /// What is still missing, in words; empty when nothing is.
    QString missing() const;
    void focusFirstField();

Q_SIGNALS:
    void changed();

private:
    struct Field {
        LabelLine *label = nullptr;
        QLineEdit *edit = nullptr;
        const char *format = "";
    };
    Field addField(const char *name, const QString &label, const char *format, int width);
    std::string valueOf(const Field &field) const;
    QString problemOf(const Field &field) const;
    void showProblem(const Field &field);

    std::shared_ptr<const catalogue::Catalogue> m_catalogue;
    Language m_language;
    Date m_today;
    Field m_name;
    Field m_idNo;
    Field m_mobile;
    QCheckBox *m_checked;
};

} // namespace quanke::desk
