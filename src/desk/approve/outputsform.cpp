#include "desk/approve/outputsform.h"

#include "core/form/namedcheck.h"
#include "desk/common/labelline.h"
#include "desk/common/words.h"
#include "desk/look/appearance.h"
#include "desk/look/deskstyle.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace quanke::desk {

namespace {

/// The schema that a decision's outputs must fit: every one required, as its element says.
Json schemaOf(const catalogue::Catalogue &catalogue, const catalogue::Matter &matter)
{
    Json schema{{"type", "object"}, {"properties", Json::object()}, {"required", Json::array()}};
    for (const std::string &key : matter.result.outputs) {
        if (const auto *element = catalogue.element(catalogue::splitKey(key).element)) {
            schema["properties"][key] = element->schema;
            schema["required"].push_back(key);
        }
    }
    return schema;
}

} // namespace

OutputsForm::OutputsForm(
    std::shared_ptr<const catalogue::Catalogue> catalogue, Language language, QWidget *parent)
    : QWidget(parent)
    , m_catalogue(std::move(catalogue))
    , m_language(language)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
}

void OutputsForm::show(const catalogue::Matter &matter, Date today)
{
    for (const auto &[key, field] : m_fields) {
        field.label->hide();
        field.label->deleteLater();
        field.edit->hide();
        field.edit->deleteLater();
    }
    m_fields.clear();
    m_state.reset();
    const auto compiled = form::CompiledForm::compile(schemaOf(*m_catalogue, matter));
    if (compiled)
        m_state.emplace(*compiled, today);
    for (const std::string &key : matter.result.outputs)
        addField(key);
    setVisible(!m_fields.empty());
}

void OutputsForm::addField(const std::string &key)
{
    const QString name = textOf(m_catalogue->labelOfKey(key), m_language);
    auto *label = new LabelLine(name, this);
    auto *edit = new QLineEdit(this);
    edit->setObjectName(
        QStringLiteral("output-%1-LineEdit").arg(fromText(key).replace(QLatin1Char('/'), QLatin1Char('-'))));
    edit->setAccessibleName(name);
    label->setBuddy(edit);
    m_layout->addWidget(label);
    m_layout->addWidget(edit);
    m_layout->addSpacing(scaled(6));
    m_fields[key] = {label, edit};
    connect(edit, &QLineEdit::textEdited, this, [this, key] { take(key); });
    connect(edit, &QLineEdit::editingFinished, this, [this, key] { showProblem(key); });
}

void OutputsForm::take(const std::string &key)
{
    if (!m_state)
        return;
    const auto *element = m_catalogue->element(catalogue::splitKey(key).element);
    const std::string typed = m_fields.at(key).edit->text().trimmed().toStdString();
    const std::string format =
        element && element->schema.is_object() ? element->schema.value("format", "") : "";
    (void)m_state->set({key, -1, {}}, typed.empty() ? Json() : Json(form::normalise(format, typed)));
    if (m_state->problemsOf(key).empty())
        showProblem(key); // what is right is said at once, what is wrong when the field is left
    Q_EMIT changed();
}

void OutputsForm::bring(const Json &outputs)
{
    for (const auto &[key, field] : m_fields) {
        field.edit->setText(fromText(outputs.value(key, std::string())));
        take(key);
        showProblem(key);
    }
}

void OutputsForm::showProblem(const std::string &key)
{
    const Field &field = m_fields.at(key);
    const auto problems = m_state ? m_state->problemsOf(key) : std::vector<form::Problem>();
    if (problems.empty() || field.edit->text().trimmed().isEmpty()) {
        field.label->clearMessage();
        setFieldProblem(field.edit, FieldProblem::None);
        return;
    }
    const form::Problem &problem = problems.front();
    const bool error = problem.severity == form::Severity::Error;
    field.label->setMessage(error ? Light::Wrong : Light::LookAtIt,
        fromText(m_catalogue->message(problem.messageKey, problem.arguments, m_language)));
    setFieldProblem(field.edit, error ? FieldProblem::Error : FieldProblem::Warning);
}

Json OutputsForm::outputs() const
{
    return m_state ? m_state->relevantValues() : Json::object();
}

bool OutputsForm::isComplete() const
{
    if (m_fields.empty())
        return true;
    if (!m_state)
        return false;
    for (const form::Problem &problem : m_state->problems()) {
        if (problem.severity == form::Severity::Error)
            return false;
    }
    return true;
}

QWidget *OutputsForm::firstField() const
{
    return m_fields.empty() ? nullptr : m_fields.begin()->second.edit;
}

} // namespace quanke::desk
