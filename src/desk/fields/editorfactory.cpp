#include "desk/fields/editorfactory.h"

#include "core/catalogue/catalogue.h"
#include "desk/common/words.h"
#include "desk/fields/areaeditor.h"
#include "desk/fields/choiceeditors.h"
#include "desk/fields/codelists.h"
#include "desk/fields/dateeditor.h"
#include "desk/fields/tableeditor.h"
#include "desk/fields/texteditor.h"

#include <QCoreApplication>

namespace quanke::desk {

namespace {

constexpr std::size_t mostRadios = 3;
constexpr int nameWidth = 200;
constexpr int numberWidth = 240;
constexpr int fileNumberWidth = 300;
constexpr int addressWidth = 560;

std::string textOr(const Json &schema, const char *name)
{
    const auto found = schema.find(name);
    return found != schema.end() && found->is_string() ? found->get<std::string>() : std::string();
}

/// As wide as what it holds: by the most it may hold.
int widthFor(const Json &schema)
{
    const int most = schema.value("maxLength", 60);
    if (most <= 30)
        return numberWidth;
    return most <= 60 || most == 81 ? fileNumberWidth : addressWidth;
}

FieldEditor *makeChoice(std::vector<Choice> choices, QWidget *parent)
{
    if (choices.size() <= mostRadios)
        return new RadioEditor(std::move(choices), parent);
    const bool isShort = choices.size() <= mostLookedThrough;
    return new ComboEditor(
        std::move(choices), isShort ? ComboEditor::Length::Short : ComboEditor::Length::Long, parent);
}

TextKind kindOfText(const std::string &format)
{
    if (format == "cn-id")
        return TextKind::CitizenId;
    if (format == "uscc")
        return TextKind::CreditCode;
    if (format == "cn-mobile")
        return TextKind::Mobile;
    return format == "bank-account" ? TextKind::Account : TextKind::Plain;
}

std::vector<Choice> yesAndNo()
{
    return {{true, QCoreApplication::translate("quanke::desk::EditorFactory", "Yes")},
        {false, QCoreApplication::translate("quanke::desk::EditorFactory", "No")}};
}

FieldEditor *makeTable(const catalogue::Catalogue &catalogue, const catalogue::Element &element,
    Language language, QWidget *parent)
{
    std::vector<TableColumn> columns;
    const Json properties = element.schema.value("items", Json::object()).value("properties", Json::object());
    for (const catalogue::Column &column : element.columns) {
        TableColumn made{column.name, textOf(column.label, language),
            properties.value(column.name, Json::object()), {}, TextKind::Plain};
        made.kind = kindOfText(textOr(made.schema, "format"));
        if (const auto *kind = catalogue.element(column.element))
            made.choices = choicesOf(catalogue, *kind, language);
        if (textOr(made.schema, "type") == "boolean")
            made.choices = yesAndNo();
        columns.push_back(std::move(made));
    }
    return new TableEditor(std::move(columns), parent);
}

FieldEditor *makeText(const Json &schema, QWidget *parent)
{
    const std::string format = textOr(schema, "format");
    if (format == "date") {
        const bool mayNeverEnd = schema.value("x-qk-noEnd", false);
        return new DateEditor(mayNeverEnd ? DateEditor::Kind::DayOrNoEnd : DateEditor::Kind::Day, parent);
    }
    if (format == "local-date-time" || format == "date-time")
        return new DateEditor(DateEditor::Kind::Moment, parent);
    if (format == "cn-id")
        return new TextEditor(TextKind::CitizenId, numberWidth, parent);
    if (format == "uscc")
        return new TextEditor(TextKind::CreditCode, numberWidth, parent);
    if (format == "cn-mobile")
        return new TextEditor(TextKind::Mobile, nameWidth, parent);
    if (format == "bank-account")
        return new TextEditor(TextKind::Account, fileNumberWidth, parent);
    if (format == "cn-name" || format == "cn-phone" || format == "cn-postcode")
        return new TextEditor(TextKind::Plain, nameWidth, parent);
    if (schema.value("x-qk-multiline", false))
        return new AreaEditor(AreaEditor::Gives::Text, parent);
    return new TextEditor(TextKind::Plain, widthFor(schema), parent);
}

} // namespace

FieldEditor *makeEditor(const catalogue::Catalogue &catalogue, const catalogue::Element &element,
    Language language, QWidget *parent)
{
    const std::string type = textOr(element.schema, "type");
    if (!element.columns.empty())
        return makeTable(catalogue, element, language, parent);
    if (type == "boolean")
        return new RadioEditor(yesAndNo(), parent);
    if (type == "array") {
        std::vector<Choice> choices = choicesOf(catalogue, element, language);
        if (choices.empty())
            return new AreaEditor(AreaEditor::Gives::Lines, parent);
        return new CheckSetEditor(std::move(choices), parent);
    }
    if (std::vector<Choice> choices = choicesOf(catalogue, element, language); !choices.empty())
        return makeChoice(std::move(choices), parent);
    if (type == "integer")
        return new NumberEditor(NumberKind::Whole, parent);
    if (type == "number")
        return new NumberEditor(NumberKind::Decimal, parent);
    return makeText(element.schema, parent);
}

} // namespace quanke::desk
