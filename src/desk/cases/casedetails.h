#pragma once

#include "core/casework/casefile.h"
#include "desk/casepart/caseacts.h"
#include "desk/casepart/standing.h"
#include "desk/look/textroles.h"

#include <optional>
#include <string>
#include <vector>

class QGridLayout;
class QLineEdit;
class QScrollArea;

namespace quanke::desk {

class ActionButton;
class ElidedLabel;
class HandOverLine;
class HistoryList;
class StatusLight;
struct DeskContext;

/// One matter of a case: who has it, how it stands, by when, what it needs, what happened to it; and what can
/// be done about it from here.
class CaseDetails : public Pane {
    Q_OBJECT
public:
    CaseDetails(const DeskContext &context, CaseActs &acts, QWidget *parent = nullptr);

    /// `known`: all cases that the desk knows of; what may be the same once more is told.
    void show(const casework::CaseFile &file, const std::string &matter,
        const std::vector<casework::CaseFile> &known);
    void clear();
    void beginNote();
    QWidget *firstField() const;

Q_SIGNALS:
    void supplementWanted(const std::string &matter);

private:
    QWidget *makeHead();
    QWidget *makeActions();
    QWidget *makeNote();
    void showRows(
        const casework::SubCase &subCase, const catalogue::Matter &matter, const Standing &standing);
    void showAlike(const casework::SubCase &subCase, const std::vector<casework::CaseFile> &known);
    void addRow(const QString &name, QWidget *value);
    void addRow(const QString &name, const QString &value);
    QString dated(Date day) const;
    QWidget *makeNeeds(const casework::SubCase &subCase, const catalogue::Matter &matter);
    void saveNote();

    const DeskContext &m_context;
    CaseActs &m_acts;
    Standings m_standings;
    std::optional<casework::CaseFile> m_file;
    std::string m_matter;
    ElidedLabel *m_title;
    ElidedLabel *m_name;
    StatusLight *m_light;
    QWidget *m_rows = nullptr;
    QGridLayout *m_grid = nullptr;
    QWidget *m_rowsPlace;
    ActionButton *m_supplement;
    ActionButton *m_note;
    ActionButton *m_handOver;
    HandOverLine *m_handOverLine;
    QWidget *m_notePlace;
    QLineEdit *m_noteText;
    QScrollArea *m_scroll;
    HistoryList *m_history;
    QWidget *m_content;
};

} // namespace quanke::desk
