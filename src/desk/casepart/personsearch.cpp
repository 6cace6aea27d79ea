#include "desk/casepart/personsearch.h"

#include "core/formats/citizenid.h"
#include "vault/vault.h"
#include "vault/whenready.h"

#include <QLineEdit>

#include <algorithm>

namespace quanke::desk {

PersonSearch::PersonSearch(vault::Vault &vault, QLineEdit *box)
    : QObject(box)
    , m_vault(vault)
{
    connect(box, &QLineEdit::textChanged, this, &PersonSearch::seek);
}

bool PersonSearch::finds(const std::string &caseId) const
{
    return std::find(m_cases.begin(), m_cases.end(), caseId) != m_cases.end();
}

void PersonSearch::seek(const QString &text)
{
    m_sought = text;
    take({});
    if (formats::searchedIdNumber(text.toStdString()).empty())
        return;
    whenReady(m_vault.casesOfPerson(text.toStdString()), this,
        [this, text](const Result<std::vector<std::string>> &cases) {
            if (text == m_sought)
                take(cases ? *cases : std::vector<std::string>());
        });
}

void PersonSearch::take(std::vector<std::string> cases)
{
    if (cases == m_cases)
        return;
    m_cases = std::move(cases);
    Q_EMIT found();
}

} // namespace quanke::desk
