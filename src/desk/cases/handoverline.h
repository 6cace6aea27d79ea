#pragma once

#include "core/casework/casefile.h"
#include "core/wire/protocol.h"
#include "desk/casepart/caseacts.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QLineEdit;

namespace quanke::desk {

class ActionButton;
class StatusLight;
struct DeskContext;

/// Hands a case to another window of the hall or to a clerk, with a reason. Windows and people are the hall's own, so it
/// takes the link.
class HandOverLine : public QWidget {
    Q_OBJECT
public:
    HandOverLine(const DeskContext &context, CaseActs &acts, QWidget *parent = nullptr);

    void begin(const casework::CaseFile &file);

private:
    void take(const Result<wire::Hall> &hall);
    void addClerks(const std::vector<wire::Colleague> &clerks);
    void showState();
    void handOver();

    const DeskContext &m_context;
    CaseActs &m_acts;
    std::optional<casework::CaseFile> m_file;
    QComboBox *m_target;
    bool m_isChosen = false; ///< by the clerk: what comes later leaves it
    QLineEdit *m_reason;
    ActionButton *m_go;
    StatusLight *m_trouble;
};

} // namespace quanke::desk
