#pragma once

#include <QObject>

#include <string>
#include <vector>

class QLineEdit;

namespace quanke::vault {
class Vault;
}

namespace quanke::desk {

/// What a search box finds by the whole of an identity number, typed or read from a card: the cases of its holder as applicant.
/// The number stands in no list (see vault::PersonIndex).
class PersonSearch : public QObject {
    Q_OBJECT
public:
    PersonSearch(vault::Vault &vault, QLineEdit *box);

    bool finds(const std::string &caseId) const;

Q_SIGNALS:
    void found(); ///< other cases than before, or none any more

private:
    void seek(const QString &text);
    void take(std::vector<std::string> cases);

    vault::Vault &m_vault;
    QString m_sought;
    std::vector<std::string> m_cases;
};

} // namespace quanke::desk
