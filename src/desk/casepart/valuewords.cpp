#include "desk/casepart/valuewords.h"

#include "desk/common/words.h"
#include "desk/fields/codelists.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace quanke::desk {

namespace {

constexpr const char *noEnd = "9999-12-31";

QString translated(const char *text)
{
    return QCoreApplication::translate("quanke::desk::ValueWords", text);
}

} // namespace

ValueWords::ValueWords(std::shared_ptr<const catalogue::Catalogue> catalogue, Language language)
    : m_catalogue(std::move(catalogue))
    , m_language(language)
{
}

QString ValueWords::label(const std::string &key) const
{
    return textOf(m_catalogue->labelOfKey(key), m_language);
}

QString ValueWords::labelUnder(const LocalText &heading, const std::string &key) const
{
    return textOf(m_catalogue->labelUnder(heading, key), m_language);
}

QString ValueWords::value(const std::string &key, const Json &value) const
{
    if (value.is_null())
        return {};
    if (m_catalogue->material(key)) {
        QStringList names;
        for (const Json &file : value.is_array() ? value : Json::array())
            names.append(fromText(file.value("name", std::string())));
        return listed(names);
    }
    const auto *element = m_catalogue->element(catalogue::splitKey(key).element);
    return element ? ofElement(*element, value) : fromText(value.dump());
}

QString ValueWords::ofElement(const catalogue::Element &element, const Json &value) const
{
    if (value.is_array())
        return ofList(element, value);
    if (value.is_string())
        return ofText(element, value.get_ref<const std::string &>());
    if (value.is_boolean())
        return value.get<bool>() ? translated(QT_TRANSLATE_NOOP("quanke::desk::ValueWords", "Yes"))
                                 : translated(QT_TRANSLATE_NOOP("quanke::desk::ValueWords", "No"));
    return value.is_number() ? ofNumber(element, value) : QString();
}

QString ValueWords::ofText(const catalogue::Element &element, const std::string &text) const
{
    if (text == noEnd)
        return translated(QT_TRANSLATE_NOOP("quanke::desk::ValueWords", "No end"));
    const QString words = wordsOfCode(*m_catalogue, element, text, m_language);
    const bool isMoment =
        element.schema.is_object() && element.schema.value("format", std::string()) == "local-date-time";
    return isMoment ? QString(words).replace(QLatin1Char('T'), QLatin1Char(' ')) : words;
}

QString ValueWords::ofNumber(const catalogue::Element &element, const Json &value) const
{
    const QLocale locale(QLocale::English);
    const int scale = element.schema.is_object() ? element.schema.value("x-qk-scale", 0) : 0;
    const QString words = value.is_number_integer() && scale == 0
        ? locale.toString(value.get<qlonglong>())
        : locale.toString(value.get<double>(), 'f', scale);
    const QString unit = textOf(element.unit, m_language);
    return unit.isEmpty() ? words : words + QLatin1Char(' ') + unit;
}

QString ValueWords::ofList(const catalogue::Element &element, const Json &list) const
{
    QStringList words;
    if (element.columns.empty()) {
        for (const Json &item : list)
            words.append(ofElement(element, item));
        return listed(words);
    }
    for (const Json &row : list)
        words.append(ofRow(element, row));
    return words.join(QLatin1Char('\n'));
}

QString ValueWords::ofRow(const catalogue::Element &element, const Json &row) const
{
    QStringList words;
    for (const catalogue::Column &column : element.columns) {
        const auto cell = row.find(column.name);
        if (cell == row.end() || cell->is_null())
            continue;
        const auto *kind = m_catalogue->element(column.element);
        const QString said = kind ? ofElement(*kind, *cell)
            : cell->is_string()   ? ofText(element, cell->get<std::string>())
                                  : fromText(cell->dump());
        words.append(said);
    }
    return words.join(QStringLiteral("  "));
}

} // namespace quanke::desk
