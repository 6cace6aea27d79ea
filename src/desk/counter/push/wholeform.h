#pragma once

#include <QScrollArea>

namespace quanke::desk {

class CaseSession;
struct DeskContext;
struct PartSection;

/// The whole form to be read once more, section by section, each with a "change" that leads back into it
/// (Alt+1 … Alt+9 for the first nine).
class WholeForm : public QScrollArea {
    Q_OBJECT
public:
    explicit WholeForm(const DeskContext &context, QWidget *parent = nullptr);

    /// Shows what of the case is relevant now. Returns how many sections there are.
    int show(const CaseSession &session);

Q_SIGNALS:
    /// The first field of the section to be changed.
    void changeWanted(const QString &firstKey);

private:
    QWidget *makeSection(const PartSection &section, int number);

    const DeskContext &m_context;
};

} // namespace quanke::desk
