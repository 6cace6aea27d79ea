#pragma once

#include <QWidget>

#include <string>

namespace quanke::desk {

class CaseSession;
class FieldRow;
struct DeskContext;

/// The rows that a generated list is made of (从业人员名册 from the staff): typed or pasted here, beside the list they
/// belong to, since they are no field of the form.
class RosterPane : public QWidget {
    Q_OBJECT
public:
    RosterPane(const DeskContext &context, CaseSession &session, QWidget *parent = nullptr);

    /// Shows the repeating group of that key.
    void show(const std::string &key);

private:
    void showProblem();

    const DeskContext &m_context;
    CaseSession &m_session;
    FieldRow *m_row = nullptr;
};

} // namespace quanke::desk
