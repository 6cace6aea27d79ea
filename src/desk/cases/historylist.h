#pragma once

#include "core/casework/casefile.h"
#include "desk/casepart/valuewords.h"

#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace quanke::desk {

struct DeskContext;

/// One act of a case's history, in words.
struct HistoryEntry {
    QString when; ///< "11-24 10:04"
    QString what;
    QString detail; ///< may be empty
};

/// The acts on the case, the latest first; on one matter and on the case as a whole only, when one is named.
std::vector<HistoryEntry> historyOf(
    const DeskContext &context, const casework::CaseFile &file, const std::string &matter);

/// What happened to a case: when on the left, what on the right.
class HistoryList : public QWidget {
    Q_OBJECT
public:
    explicit HistoryList(QWidget *parent = nullptr);

    void show(const std::vector<HistoryEntry> &entries);

private:
    QWidget *m_rows = nullptr;
};

} // namespace quanke::desk
