#pragma once

#include "core/wire/protocol.h"
#include "desk/casepart/caseacts.h"
#include "desk/casepart/caselist.h"
#include "desk/casepart/standing.h"
#include "desk/look/textroles.h"

#include <array>
#include <vector>

class QButtonGroup;
class QLineEdit;
class QVBoxLayout;

namespace quanke::desk {

class ActionButton;
class Banner;
class PaneHead;
struct DeskContext;

/// The department's work list: what is to be reviewed, what is with the applicant, what waits for another
/// result; searched as one types.
class WorkPane : public Pane {
    Q_OBJECT
public:
    WorkPane(const DeskContext &context, const CaseActs &acts, QWidget *parent = nullptr);

    /// Asks the gateway again; without it, goes by the views kept here.
    void refresh();
    CaseList *list() const { return m_list; }
    int toReview() const;
    /// Whether the matter is still with the department, whatever is filtered or searched.
    bool holds(const std::string &caseId, const std::string &matter) const;

Q_SIGNALS:
    void refreshed();

private:
    enum class Filter { All, ToReview, Correction, Waiting };
    static bool fits(const wire::WorkItem &item, Filter filter);

    void makeFilters(QVBoxLayout *layout);
    void takeViews(const std::vector<casework::CaseFile> &views);
    void take(std::vector<wire::WorkItem> items);
    void show();
    CaseRow rowOf(const wire::WorkItem &item) const;

    const DeskContext &m_context;
    const CaseActs &m_acts;
    Standings m_standings;
    std::vector<wire::WorkItem> m_items;
    PaneHead *m_head;
    Banner *m_banner;
    QLineEdit *m_search;
    QButtonGroup *m_filters;
    std::array<ActionButton *, 4> m_filterButtons{};
    CaseList *m_list;
};

} // namespace quanke::desk
