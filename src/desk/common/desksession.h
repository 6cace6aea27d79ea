#pragma once

#include "core/casework/permission.h"
#include "core/wire/protocol.h"

#include <QObject>

#include <set>

namespace quanke::desk {

/// Who works at this window just now. Filled by signing in, emptied by signing out.
class DeskSession : public QObject {
    Q_OBJECT
public:
    explicit DeskSession(QObject *parent = nullptr);

    void begin(const wire::SignedInOperator &person, const QString &window);
    void end();

    bool isSignedIn() const { return !m_person.name.empty(); }
    const wire::SignedInOperator &person() const { return m_person; }
    const std::set<casework::Role> &roles() const { return m_roles; }
    casework::Actor actor() const;
    bool mayDo(casework::Duty duty) const { return casework::mayDo(m_roles, duty); }
    QString window() const { return m_window; }
    QString hall() const;

Q_SIGNALS:
    void changed();

private:
    wire::SignedInOperator m_person;
    std::set<casework::Role> m_roles;
    QString m_window;
};

} // namespace quanke::desk
