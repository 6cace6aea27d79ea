#include "desk/cases/versions.h"

#include "core/base/clock.h"
#include "core/casework/conflict.h"
#include "core/casework/filereference.h"
#include "core/catalogue/catalogue.h"
#include "desk/casepart/valuewords.h"
#include "desk/common/deskcontext.h"
#include "desk/common/words.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <map>

namespace quanke::desk {

namespace {

QString versionWords(const char *text)
{
    return QCoreApplication::translate("quanke::desk::Versions", text);
}

/// What one version says of one thing.
struct Said {
    QString label;
    QString words;
    Json value;
};
using SaidByThing = std::map<std::string, Said>;

QString actOf(const casework::Operation &operation)
{
    const std::string &kind = operation.kind;
    if (kind == "case.submit")
        return versionWords(QT_TRANSLATE_NOOP("quanke::desk::Versions", "Received and pushed"));
    if (kind == "subcase.supplement")
        return versionWords(QT_TRANSLATE_NOOP("quanke::desk::Versions", "Supplemented"));
    if (kind == "subcase.accept")
        return versionWords(QT_TRANSLATE_NOOP("quanke::desk::Versions", "Accepted"));
    if (kind == "subcase.requestCorrection")
        return versionWords(QT_TRANSLATE_NOOP("quanke::desk::Versions", "Asked for correction"));
    if (kind == "subcase.refuse")
        return versionWords(QT_TRANSLATE_NOOP("quanke::desk::Versions", "Not accepted"));
    if (kind == "subcase.decide")
        return operation.body.value("outcome", std::string()) == "approved"
            ? versionWords(QT_TRANSLATE_NOOP("quanke::desk::Versions", "Approved"))
            : versionWords(QT_TRANSLATE_NOOP("quanke::desk::Versions", "Denied"));
    if (kind == "case.resolve")
        return versionWords(QT_TRANSLATE_NOOP("quanke::desk::Versions", "Chosen by a supervisor"));
    return fromText(kind);
}

/// Two files of one name are told apart by their size.
QString filesOf(const Json &value)
{
    QStringList files;
    for (const casework::FileReference &file : casework::filesIn(value))
        files.append(QStringLiteral("%1 (%2)").arg(
            fromText(file.name), QLocale(QLocale::English).formattedDataSize(qint64(file.size))));
    return files.join(QLatin1Char('\n'));
}

class Comparison {
public:
    explicit Comparison(const DeskContext &context)
        : m_context(context)
        , m_words(context.catalogue, context.language)
    {
    }

    QString wordsOfValue(const std::string &key, const Json &value) const
    {
        const QString files = filesOf(value);
        return files.isEmpty() ? m_words.value(key, value) : files;
    }

    void add(SaidByThing &said, const casework::Operation &operation) const
    {
        const Json &body = operation.body;
        for (const char *member : {"values", "outputs"}) {
            const Json written = body.value(member, Json::object());
            for (const auto &[key, value] : written.items())
                said[key] = {m_words.label(key), wordsOfValue(key, value), value};
        }
        if (const Json ticked = body.value("ticked", Json::array()); !ticked.empty())
            said["ticked"] = {versionWords(QT_TRANSLATE_NOOP("quanke::desk::Versions", "Matters")),
                namesOf(ticked), ticked};
        for (const Json &item : body.value("items", Json::array())) {
            const auto key = item["key"].get<std::string>();
            said["asked " + key] = {m_words.label(key), fromText(item["reason"].get<std::string>()), item};
        }
        addText(said, body, "reason", versionWords(QT_TRANSLATE_NOOP("quanke::desk::Versions", "Reason")));
        addText(said, body, "clause", versionWords(QT_TRANSLATE_NOOP("quanke::desk::Versions", "Basis")));
    }

private:
    static void addText(SaidByThing &said, const Json &body, const char *member, const QString &label)
    {
        const auto text = body.value(member, std::string());
        if (!text.empty())
            said[member] = {label, fromText(text), text};
    }

    QString namesOf(const Json &matters) const
    {
        QStringList names;
        for (const Json &matter : matters)
            names.append(contestedName(m_context, matter.get<std::string>()));
        return names.join(QLatin1Char('\n'));
    }

    const DeskContext &m_context;
    ValueWords m_words;
};

VersionHead headOf(
    const DeskContext &context, const casework::CaseFile &file, const casework::Operation &operation)
{
    const auto moment = parseInstant(operation.at);
    return {personIn(file, operation.actor), fromText(operation.window),
        moment ? dayAndTime(*moment, context.language) : QString()};
}

VersionRow rowOf(const Said *stands, const Said *late)
{
    VersionRow row;
    row.label = stands ? stands->label : late->label;
    row.stands = stands ? stands->words : QString();
    row.late = late ? late->words : QString();
    row.differs = !stands || !late || stands->value != late->value;
    return row;
}

const Said *findIn(const SaidByThing &said, const std::string &thing)
{
    const auto found = said.find(thing);
    return found == said.end() ? nullptr : &found->second;
}

} // namespace

QString personIn(const casework::CaseFile &file, const std::string &name)
{
    const auto person = file.people.find(name);
    return fromText(person != file.people.end() ? person->second : name);
}

QString contestedName(const DeskContext &context, const std::string &matterOrBundle)
{
    if (const auto *matter = context.catalogue->matter(matterOrBundle))
        return textOf(matter->shortName, context.language);
    const auto *bundle = context.catalogue->bundle(matterOrBundle);
    return bundle ? textOf(bundle->name, context.language) : fromText(matterOrBundle);
}

Versions versionsOf(
    const DeskContext &context, const casework::CaseFile &file, const casework::Conflict &conflict)
{
    Versions versions;
    const casework::Operation *late = casework::operationIn(file, conflict.late);
    if (!late)
        return versions;
    const Comparison comparison(context);
    SaidByThing saidLate;
    comparison.add(saidLate, *late);
    versions.late = headOf(context, file, *late);
    SaidByThing saidStanding;
    QStringList acts;
    // A whole case says everything: of several that are submitted one stands.
    const auto standing =
        late->kind == "case.submit" ? std::vector{casework::standingIn(conflict)} : conflict.rivals;
    for (const std::string &id : standing) {
        if (const casework::Operation *rival = casework::operationIn(file, id)) {
            comparison.add(saidStanding, *rival);
            versions.stands = headOf(context, file, *rival);
            acts.append(actOf(*rival));
        }
    }
    const auto base = casework::baseOf(*context.catalogue, file, *late);
    SaidByThing things = saidLate;
    things.insert(saidStanding.begin(), saidStanding.end());
    for (const auto &[thing, said] : things) {
        // Others may have written it since: what the choice is about is what stands now.
        if (conflict.chosen.empty() && file.values.contains(thing))
            saidStanding[thing] = {
                said.label, comparison.wordsOfValue(thing, file.values[thing]), file.values[thing]};
        auto row = rowOf(findIn(saidStanding, thing), findIn(saidLate, thing));
        if (base && late->kind != "case.submit" && base->values.contains(thing))
            row.before = comparison.wordsOfValue(thing, base->values[thing]);
        versions.differing += row.differs ? 1 : 0;
        versions.rows.push_back(row);
    }
    std::stable_partition(
        versions.rows.begin(), versions.rows.end(), [](const VersionRow &row) { return row.differs; });
    const QString done = versionWords(QT_TRANSLATE_NOOP("quanke::desk::Versions", "What was done"));
    const QString stood = acts.join(QLatin1Char('\n'));
    versions.rows.insert(versions.rows.begin(), {done, {}, stood, actOf(*late), stood != actOf(*late)});
    return versions;
}

} // namespace quanke::desk
