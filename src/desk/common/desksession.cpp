#include "desk/common/desksession.h"

#include "desk/common/words.h"

namespace quanke::desk {

DeskSession::DeskSession(QObject *parent)
    : QObject(parent)
{
}

void DeskSession::begin(const wire::SignedInOperator &person, const QString &window)
{
    m_person = person;
    m_window = window;
    m_roles.clear();
    for (const std::string &name : person.roles) {
        casework::Role role = casework::Role::Clerk;
        if (casework::roleFromName(name, role))
            m_roles.insert(role);
    }
    Q_EMIT changed();
}

void DeskSession::end()
{
    m_person = {};
    m_roles.clear();
    Q_EMIT changed();
}

casework::Actor DeskSession::actor() const
{
    return {m_person.name, m_roles, m_person.department};
}

QString DeskSession::hall() const
{
    return fromText(m_person.hall);
}

} // namespace quanke::desk
