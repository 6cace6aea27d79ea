#pragma once

#include "desk/fields/fieldrow.h"

#include <QWidget>

#include <map>
#include <string>
#include <vector>

namespace quanke::desk {

class CaseSession;
struct DeskContext;

/// One section of the form. Its rows are made when it comes into view or the program has nothing else to do;
/// until then it only keeps the room they will take.
class SectionView : public QWidget {
    Q_OBJECT
public:
    SectionView(const DeskContext &context, CaseSession &session, std::size_t section, QWidget *parent);

    void build();
    bool isBuilt() const { return m_built; }
    std::size_t section() const { return m_section; }
    int heightFor(int width) const;
    /// Places the rows that show; only when the width or what shows has changed.
    void place(int width);

    FieldRow *row(const std::string &key) const; ///< null when not built or not of this section
    std::vector<FieldRow *> visibleRows() const;

    void refreshRelevance();
    void refreshRow(const std::string &key); ///< message, mark, requirement, read-only
    void refreshValue(const std::string &key);
    void refreshAll();

Q_SIGNALS:
    void heightChanged();
    void edited(quanke::desk::FieldRow *row);
    void left(quanke::desk::FieldRow *row, bool backwards);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    FieldRow *makeRow(const std::string &key);
    SourceMark markOf(const std::string &key) const;
    int columnsFor(int width) const;
    int headHeight() const;

    const DeskContext &m_context;
    CaseSession &m_session;
    std::size_t m_section;
    bool m_built = false;
    std::vector<FieldRow *> m_rows;
    std::map<std::string, FieldRow *> m_byKey;
};

} // namespace quanke::desk
