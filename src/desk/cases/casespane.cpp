#include "desk/cases/casespane.h"

#include "core/catalogue/catalogue.h"
#include "desk/casepart/casetitle.h"
#include "desk/casepart/personsearch.h"
#include "desk/cases/exportline.h"
#include "desk/common/actionbutton.h"
#include "desk/common/deskcontext.h"
#include "desk/common/desksession.h"
#include "desk/common/words.h"
#include "desk/look/appearance.h"
#include "vault/vault.h"
#include "vault/whenready.h"

#include <QButtonGroup>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>
#include <map>

namespace quanke::desk {

CasesPane::CasesPane(const DeskContext &context, QWidget *parent)
    : Pane(Qt::RightEdge, parent)
    , m_context(context)
    , m_standings(context)
    , m_search(new QLineEdit(this))
    , m_persons(new PersonSearch(context.vault, m_search))
    , m_scopes(new QButtonGroup(this))
    , m_list(new CaseList(this))
{
    setObjectName(QStringLiteral("casesPane"));
    setFixedWidth(scaled(236));
    m_search->setObjectName(QStringLiteral("caseSearchLineEdit"));
    m_search->setPlaceholderText(tr("Number, name or ID"));
    m_search->setAccessibleName(tr("Search the cases"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(Symbol::Search, Tone::Second), QLineEdit::LeadingPosition);
    m_list->setObjectName(QStringLiteral("casesListView"));
    m_list->setAccessibleName(tr("Cases"));
    auto *top = new QVBoxLayout;
    top->setContentsMargins(scaled(12), scaled(10), scaled(12), scaled(8));
    top->setSpacing(scaled(8));
    top->addWidget(m_search);
    makeScopes(top);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 1, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(new Line(Qt::Horizontal, this));
    layout->addWidget(m_list, 1);
    makeExport(layout);
    connect(m_search, &QLineEdit::textChanged, this, &CasesPane::show);
    connect(m_persons, &PersonSearch::found, this, &CasesPane::show);
    connect(m_search, &QLineEdit::returnPressed, m_list, [this] { m_list->setFocus(Qt::OtherFocusReason); });
}

void CasesPane::makeScopes(QVBoxLayout *layout)
{
    auto *line = new QHBoxLayout;
    line->setSpacing(scaled(6));
    const std::array names{"ownCasesButton", "windowCasesButton", "hallCasesButton"};
    const std::array words{tr("Mine"), tr("Window"), tr("Hall")};
    for (std::size_t index = 0; index < names.size(); ++index) {
        auto *button = new ActionButton(words[index], ButtonKind::Small, this);
        button->setObjectName(QLatin1String(names[index]));
        button->setCheckable(true);
        m_scopes->addButton(button, int(index));
        m_scopeButtons[index] = button;
        line->addWidget(button);
    }
    line->addStretch();
    const bool receives = m_context.session.mayDo(casework::Duty::ReceiveCase);
    m_scopeButtons[receives ? 0 : 2]->setChecked(true);
    layout->addLayout(line);
    connect(m_scopes, &QButtonGroup::idClicked, this, &CasesPane::show);
}

void CasesPane::makeExport(QVBoxLayout *layout)
{
    if (!m_context.session.mayDo(casework::Duty::ExportLists))
        return;
    const QStringList head{tr("Number"), tr("Case"), tr("Applicant"), tr("State"), tr("Window")};
    m_export = new ExportLine(
        m_context, head, [this] { return table(); }, this);
    layout->addWidget(new Line(Qt::Horizontal, this));
    layout->addWidget(m_export);
}

std::vector<QStringList> CasesPane::table() const
{
    std::map<std::string, const vault::OutboxEntry *> unsent;
    for (const vault::OutboxEntry &entry : m_unsent)
        unsent.emplace(entry.caseId, &entry);
    std::map<std::string, const casework::CaseFile *> files;
    for (const casework::CaseFile &file : m_files)
        files.emplace(file.id, &file);
    std::vector<QStringList> lines;
    for (const CaseRow &row : m_list->rows()) {
        if (const auto file = files.find(row.caseId); file != files.end())
            lines.push_back({fromText(file->second->number), row.title, maskedApplicant(*file->second),
                row.words, fromText(file->second->heldAt)});
        else
            lines.push_back({fromText(unsent.at(row.caseId)->number), row.title, {}, row.words,
                m_context.session.window()});
    }
    return lines;
}

void CasesPane::refresh()
{
    whenReady(
        m_context.vault.caseViews(), this, [this](const Result<std::vector<casework::CaseFile>> &views) {
            if (views)
                m_files = *views;
            show();
            Q_EMIT refreshed();
        });
    whenReady(
        m_context.vault.filedCases(), this, [this](const Result<std::vector<vault::OutboxEntry>> &entries) {
            m_unsent.clear();
            for (const vault::OutboxEntry &entry : entries ? *entries : std::vector<vault::OutboxEntry>()) {
                const bool isThere =
                    entry.state == vault::OutboxState::Received || entry.state == vault::OutboxState::Durable;
                if (!isThere && !entry.title.empty())
                    m_unsent.push_back(entry);
            }
            show();
        });
}

const casework::CaseFile *CasesPane::file(const std::string &caseId) const
{
    const auto found = std::find_if(
        m_files.begin(), m_files.end(), [&](const casework::CaseFile &file) { return file.id == caseId; });
    return found == m_files.end() ? nullptr : &*found;
}

bool CasesPane::isOurs(const casework::CaseFile &file) const
{
    const bool goesOnHere = file.heldBy.empty() && fits(file, Scope::Window)
        && m_context.session.mayDo(casework::Duty::SupplementCase);
    return goesOnHere || fits(file, Scope::Own);
}

int CasesPane::openCount() const
{
    return int(std::count_if(m_files.begin(), m_files.end(), [this](const casework::CaseFile &file) {
        return fits(file, Scope::Own) && !casework::isFinished(file);
    }));
}

bool CasesPane::fits(const casework::CaseFile &file, Scope scope) const
{
    const std::string &own = m_context.session.person().name;
    if (scope == Scope::Own)
        return casework::hasWorkedOnContent(file, own) || file.heldBy == own;
    return scope == Scope::Hall || fromText(file.heldAt) == m_context.session.window();
}

CaseRow CasesPane::rowOf(const casework::CaseFile &file) const
{
    const auto isOpen = [](const casework::Conflict &conflict) { return conflict.chosen.empty(); };
    Standing standing = m_standings.of(file);
    if (std::any_of(file.conflicts.begin(), file.conflicts.end(), isOpen))
        standing = {Light::LookAtIt, tr("Two versions"), {}, {}};
    return {file.id, {}, titleOf(m_context, file),
        QStringLiteral("%1 %2").arg(fromText(file.number).right(4), maskedApplicant(file)), standing.light,
        standing.words};
}

CaseRow CasesPane::rowOf(const vault::OutboxEntry &entry) const
{
    const bool refused = entry.state == vault::OutboxState::Refused;
    return {entry.caseId, {}, fromText(entry.title), fromText(entry.number).right(4),
        refused ? Light::Wrong : Light::Offline, refused ? tr("Not taken") : tr("Not sent yet")};
}

QString CasesPane::searchedText(const casework::CaseFile &file) const
{
    QString text = fromText(file.number) + QLatin1Char(' ')
        + fromText(file.applicant.value("name", std::string())) + QLatin1Char(' ') + titleOf(m_context, file);
    for (const std::string &id : file.ticked) {
        const auto *matter = m_context.catalogue->matter(id);
        text += QLatin1Char(' ') + fromText(id);
        if (matter)
            text += textOf(matter->name, m_context.language) + textOf(matter->shortName, m_context.language);
    }
    return text;
}

void CasesPane::show()
{
    const QStringList sought = m_search->text().simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    const auto found = [&sought](const QString &text) {
        return std::all_of(sought.begin(), sought.end(),
            [&text](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
    };
    const auto scope = Scope(m_scopes->checkedId());
    std::vector<CaseRow> rows;
    for (const vault::OutboxEntry &entry : m_unsent) {
        const bool isFound =
            m_persons->finds(entry.caseId) || found(fromText(entry.title) + fromText(entry.number));
        if (!file(entry.caseId) && isFound)
            rows.push_back(rowOf(entry));
    }
    for (const casework::CaseFile &file : m_files) {
        if (fits(file, scope) && (m_persons->finds(file.id) || found(searchedText(file))))
            rows.push_back(rowOf(file));
    }
    const bool nothingAtAll = m_files.empty() && m_unsent.empty();
    m_list->setEmptyText(nothingAtAll
            ? tr("No case yet. What is pushed at the counter (Ctrl+1) stands here.")
            : tr("Nothing here fits. Change the search, or look in the whole hall."));
    if (m_export)
        m_export->setCount(rows.size());
    m_list->show(std::move(rows));
}

} // namespace quanke::desk
