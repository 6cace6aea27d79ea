#pragma once

#include "core/base/result.h"

#include <QStringList>
#include <QWidget>

#include <functional>
#include <vector>

namespace quanke::desk {

class ActionButton;
class StatusLight;
struct DeskContext;

/// Saves a list of cases as a spreadsheet, as it shows and as masked. The trace knows of it before the file is there.
class ExportLine : public QWidget {
    Q_OBJECT
public:
    using Table = std::vector<QStringList>;

    /// `table` gives what the list shows just then, a line each, without the head.
    ExportLine(const DeskContext &context, QStringList head, std::function<Table()> table,
        QWidget *parent = nullptr);

    void setCount(std::size_t shown); ///< none: there is nothing to save

private:
    void askWhere();
    void tellAndSave(const QString &path);
    void save(const QString &path, const Table &lines);
    void showOutcome(const Result<Done> &saved, std::size_t count);

    const DeskContext &m_context;
    QStringList m_head;
    std::function<Table()> m_table;
    ActionButton *m_save;
    StatusLight *m_outcome;
};

} // namespace quanke::desk
