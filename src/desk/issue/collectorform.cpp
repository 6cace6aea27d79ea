#include "desk/issue/collectorform.h"

#include "core/form/namedcheck.h"
#include "desk/common/labelline.h"
#include "desk/common/words.h"
#include "desk/look/appearance.h"
#include "desk/look/deskstyle.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QVBoxLayout>

namespace quanke::desk {

CollectorForm::CollectorForm(
    std::shared_ptr<const catalogue::Catalogue> catalogue, Language language, QWidget *parent)
    : QWidget(parent)
    , m_catalogue(std::move(catalogue))
    , m_language(language)
    , m_checked(new QCheckBox(tr("Identity document seen, it is this person"), this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_name = addField("collectorNameLineEdit", tr("Who collects"), "cn-name", 200);
    m_idNo = addField("collectorIdLineEdit", tr("Number of the identity document"), "cn-id", 240);
    m_mobile = addField("collectorMobileLineEdit", tr("Mobile telephone"), "cn-mobile", 200);
    m_checked->setObjectName(QStringLiteral("idCheckedCheckBox"));
    layout->addWidget(m_checked);
    connect(m_checked, &QCheckBox::toggled, this, &CollectorForm::changed);
}

CollectorForm::Field CollectorForm::addField(
    const char *name, const QString &label, const char *format, int width)
{
    Field field{new LabelLine(label, this), new QLineEdit(this), format};
    field.edit->setObjectName(QLatin1String(name));
    field.edit->setAccessibleName(label);
    field.edit->setFixedWidth(scaled(width));
    field.label->setBuddy(field.edit);
    auto *box = static_cast<QVBoxLayout *>(layout());
    box->addWidget(field.label);
    box->addWidget(field.edit);
    box->addSpacing(scaled(8));
    connect(field.edit, &QLineEdit::textEdited, this, [this, field] {
        if (problemOf(field).isEmpty())
            showProblem(field);
        Q_EMIT changed();
    });
    connect(field.edit, &QLineEdit::editingFinished, this, [this, field] { showProblem(field); });
    connect(field.edit, &QLineEdit::returnPressed, this, [this] { focusNextChild(); });
    return field;
}

void CollectorForm::begin(const QString &applicant, Date today)
{
    m_today = today;
    m_name.edit->setText(applicant);
    for (const Field &field : {m_idNo, m_mobile})
        field.edit->clear();
    for (const Field &field : {m_name, m_idNo, m_mobile})
        showProblem(field);
    m_checked->setChecked(false);
    Q_EMIT changed();
}

std::string CollectorForm::valueOf(const Field &field) const
{
    return form::normalise(field.format, field.edit->text().toStdString());
}

QString CollectorForm::problemOf(const Field &field) const
{
    const std::string value = valueOf(field);
    if (value.empty())
        return {};
    form::CheckContext context;
    context.today = m_today;
    context.divisions = &m_catalogue->divisions();
    const auto finding = form::runNamedCheck(std::string_view(field.format), value, context);
    if (!finding || finding->severity != form::Severity::Error)
        return {};
    return fromText(m_catalogue->message(finding->messageKey, finding->arguments, m_language));
}

void CollectorForm::showProblem(const Field &field)
{
    const QString problem = problemOf(field);
    if (problem.isEmpty())
        field.label->clearMessage();
    else
        field.label->setMessage(Light::Wrong, problem);
    setFieldProblem(field.edit, problem.isEmpty() ? FieldProblem::None : FieldProblem::Error);
}

Json CollectorForm::collector() const
{
    return {{"name", valueOf(m_name)}, {"idNo", valueOf(m_idNo)}, {"mobile", valueOf(m_mobile)}};
}

bool CollectorForm::idChecked() const
{
    return m_checked->isChecked();
}

QString CollectorForm::missing() const
{
    QStringList empty;
    for (const Field &field : {m_name, m_idNo, m_mobile}) {
        if (valueOf(field).empty())
            empty.append(field.edit->accessibleName());
    }
    if (!empty.isEmpty())
        return tr("Fill in: %1").arg(listed(empty));
    for (const Field &field : {m_name, m_idNo, m_mobile}) {
        const QString problem = problemOf(field);
        if (!problem.isEmpty())
            return problem;
    }
    return m_checked->isChecked() ? QString() : tr("Look at the identity document and tick it");
}

void CollectorForm::focusFirstField()
{
    QLineEdit *first = m_name.edit->text().isEmpty() ? m_name.edit : m_idNo.edit;
    first->setFocus(Qt::OtherFocusReason);
}

} // namespace quanke::desk
