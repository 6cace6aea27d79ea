#include "desk/cases/historylist.h"

#include "core/base/clock.h"
#include "desk/cases/versions.h"
#include "desk/common/deskcontext.h"
#include "desk/common/desksession.h"
#include "desk/common/words.h"
#include "desk/look/appearance.h"
#include "desk/look/takeaway.h"
#include "desk/look/textroles.h"

#include <QCoreApplication>
#include <QVBoxLayout>

#include <algorithm>

namespace quanke::desk {

namespace {

QString words(const char *text, int count = -1)
{
    return QCoreApplication::translate("quanke::desk::History", text, nullptr, count);
}

/// Turns one act into words.
class Teller {
public:
    Teller(const DeskContext &context, const casework::CaseFile &file, const casework::Operation &operation)
        : m_context(context)
        , m_file(file)
        , m_operation(operation)
        , m_values(context.catalogue, context.language)
    {
    }

    HistoryEntry entry() const
    {
        HistoryEntry entry{when(), what(), detail()};
        return entry;
    }

private:
    QString when() const
    {
        const auto moment = parseInstant(m_operation.at);
        if (!moment)
            return {};
        return shortDate(dayInChina(*moment), dayInChina(m_context.clock.now())) + QLatin1Char(' ')
            + timeOfDay(*moment).left(5);
    }

    /// Oneself by name; of others the place they sit at, and only a colleague at the counter by name.
    QString who() const
    {
        const auto &person = m_context.session.person();
        if (m_operation.actor == person.name)
            return fromText(person.displayName);
        if (m_operation.kind == "result.issue")
            return words(QT_TRANSLATE_NOOP("quanke::desk::History", "the exit window"));
        const auto *matter = m_context.catalogue->matter(text("matter").toStdString());
        const bool byDepartment =
            m_operation.kind != "subcase.supplement" && m_operation.kind != "case.resolve";
        const auto *department =
            matter && byDepartment ? m_context.catalogue->department(matter->department) : nullptr;
        return department ? textOf(department->shortName, m_context.language) : colleague();
    }

    QString colleague() const
    {
        const auto found = m_file.people.find(m_operation.actor);
        return fromText(found != m_file.people.end() ? found->second : m_operation.actor);
    }

    QString text(const char *member) const
    {
        const auto found = m_operation.body.find(member);
        return found != m_operation.body.end() && found->is_string() ? fromText(found->get<std::string>())
                                                                     : QString();
    }

    QString matter() const { return contestedName(m_context, text("matter").toStdString()); }

    QString what() const
    {
        const std::string &kind = m_operation.kind;
        if (kind == "case.submit")
            return words(QT_TRANSLATE_NOOP("quanke::desk::History", "%1 received and pushed the case"))
                .arg(who());
        if (kind == "document.attest")
            return words(QT_TRANSLATE_NOOP("quanke::desk::History", "%1 saw the original")).arg(who());
        if (kind == "subcase.accept")
            return words(QT_TRANSLATE_NOOP("quanke::desk::History", "%1: accepted by %2"))
                .arg(matter(), who());
        if (kind == "subcase.requestCorrection")
            return words(QT_TRANSLATE_NOOP("quanke::desk::History", "%1: correction asked for by %2"))
                .arg(matter(), who());
        if (kind == "subcase.supplement")
            return words(QT_TRANSLATE_NOOP("quanke::desk::History", "%1: supplemented by %2"))
                .arg(matter(), who());
        if (kind == "subcase.refuse")
            return words(QT_TRANSLATE_NOOP("quanke::desk::History", "%1: not accepted by %2"))
                .arg(matter(), who());
        if (kind == "subcase.decide")
            return (text("outcome") == QLatin1String("approved")
                    ? words(QT_TRANSLATE_NOOP("quanke::desk::History", "%1: approved by %2"))
                    : words(QT_TRANSLATE_NOOP("quanke::desk::History", "%1: denied by %2")))
                .arg(matter(), who());
        if (kind == "result.issue")
            return words(QT_TRANSLATE_NOOP("quanke::desk::History", "Handed over by %1")).arg(who());
        if (kind == "case.note")
            return words(QT_TRANSLATE_NOOP("quanke::desk::History", "Note by %1")).arg(who());
        if (kind == "case.resolve")
            return choice();
        const QString heldBy = text("clerk");
        if (kind == "case.handOver")
            return words(QT_TRANSLATE_NOOP("quanke::desk::History", "Handed to %1 by %2"))
                .arg(heldBy.isEmpty() ? text("window") : personIn(m_file, heldBy.toStdString()), who());
        return fromText(kind);
    }

    QString choice() const
    {
        const bool lateOne = text("chosen") == text("late");
        return (lateOne ? words(QT_TRANSLATE_NOOP("quanke::desk::History", "%1: %2 chose the late version"))
                        : words(QT_TRANSLATE_NOOP("quanke::desk::History", "%1: %2 kept what stands")))
            .arg(matter(), who());
    }

    /// Of versions that did not know of each other: how this one fared, and what it said where it does not count.
    QString versionDetail() const
    {
        for (const casework::Conflict &conflict : m_file.conflicts) {
            const bool isLate = conflict.late == m_operation.id;
            const bool isRival = !isLate
                && std::find(conflict.rivals.begin(), conflict.rivals.end(), m_operation.id)
                    != conflict.rivals.end();
            const bool lateCounts = conflict.chosen == conflict.late;
            if (isLate && conflict.chosen.empty())
                return words(QT_TRANSLATE_NOOP("quanke::desk::History", "Came late, kept beside")) + said();
            if ((isLate && !lateCounts) || (isRival && lateCounts))
                return words(QT_TRANSLATE_NOOP("quanke::desk::History", "Not chosen")) + said();
        }
        return {};
    }

    QString said() const
    {
        QString lines;
        const Json values = m_operation.body.value("values", Json::object());
        for (const auto &[key, value] : values.items())
            lines += QLatin1Char('\n') + labelled(m_values.label(key), m_values.value(key, value));
        return lines;
    }

    QString detail() const
    {
        const std::string &kind = m_operation.kind;
        const QString version = versionDetail();
        if (!version.isEmpty())
            return version;
        if (kind == "subcase.requestCorrection")
            return correction();
        if (kind == "result.issue")
            return issued();
        if (kind == "case.note")
            return text("text");
        if (kind == "case.submit" && m_operation.body.contains("ticked"))
            return submitted();
        return text("reason");
    }

    QString submitted() const
    {
        QStringList lines{words(QT_TRANSLATE_N_NOOP("quanke::desk::History", "%n matter(s)"),
            int(m_operation.body["ticked"].size()))};
        for (const Json &handing : m_operation.body.value("handings", Json::array()))
            lines.append(words(QT_TRANSLATE_NOOP("quanke::desk::History", "By a file from %1, %2"))
                             .arg(personIn(m_file, handing.value("actor", std::string())),
                                 fromText(handing.value("window", std::string()))));
        return lines.join(QLatin1Char('\n'));
    }

    QString correction() const
    {
        QStringList lines;
        for (const Json &item : m_operation.body.value("items", Json::array()))
            lines.append(labelled(m_values.label(item.value("key", std::string())),
                fromText(item.value("reason", std::string()))));
        return lines.join(QLatin1Char('\n'));
    }

    QString issued() const
    {
        QStringList names;
        for (const Json &id : m_operation.body.value("matters", Json::array())) {
            const auto *matter = m_context.catalogue->matter(id.get<std::string>());
            names.append(
                matter ? textOf(matter->result.name, m_context.language) : fromText(id.get<std::string>()));
        }
        return listed(names);
    }

    const DeskContext &m_context;
    const casework::CaseFile &m_file;
    const casework::Operation &m_operation;
    ValueWords m_values;
};

bool isAbout(const casework::Operation &operation, const std::string &matter)
{
    if (matter.empty() || !operation.body.contains("matter"))
        return true;
    return operation.body["matter"] == matter;
}

} // namespace

std::vector<HistoryEntry> historyOf(
    const DeskContext &context, const casework::CaseFile &file, const std::string &matter)
{
    std::vector<HistoryEntry> entries;
    for (auto operation = file.history.rbegin(); operation != file.history.rend(); ++operation) {
        if (isAbout(*operation, matter))
            entries.push_back(Teller(context, file, *operation).entry());
    }
    return entries;
}

HistoryList::HistoryList(QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
}

void HistoryList::show(const std::vector<HistoryEntry> &entries)
{
    takeAway(m_rows);
    m_rows = new QWidget(this);
    auto *grid = new QGridLayout(m_rows);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(scaled(10));
    grid->setVerticalSpacing(scaled(8));
    grid->setColumnStretch(1, 1);
    int row = 0;
    for (const HistoryEntry &entry : entries) {
        grid->addWidget(secondLabel(entry.when, m_rows), row, 0, Qt::AlignTop);
        auto *words = new QVBoxLayout;
        words->setSpacing(0);
        auto *what = new QLabel(entry.what, m_rows);
        what->setTextFormat(Qt::PlainText);
        what->setWordWrap(true);
        words->addWidget(what);
        if (!entry.detail.isEmpty()) {
            auto *detail = secondLabel(entry.detail, m_rows);
            detail->setWordWrap(true);
            words->addWidget(detail);
        }
        grid->addLayout(words, row++, 1);
    }
    layout()->addWidget(m_rows);
    setVisible(true);
}

} // namespace quanke::desk
