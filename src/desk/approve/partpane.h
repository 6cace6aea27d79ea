#pragma once

#include "core/casework/casefile.h"
#include "desk/casepart/partview.h"
#include "desk/casepart/standing.h"
#include "desk/look/textroles.h"
#include "desk/viewer/documentsource.h"

#include <set>
#include <string>

class QScrollArea;
class QStackedWidget;

namespace quanke::desk {

class Banner;
class DocumentShelf;
class DocumentViewer;
class ElidedLabel;
class PaneHead;
class StatusLight;
struct DeskContext;

/// A department's part of a case: its fields and its documents and no others; a document opens large in the
/// same place.
class PartPane : public QWidget {
    Q_OBJECT
public:
    explicit PartPane(const DeskContext &context, QWidget *parent = nullptr);

    void show(const casework::CaseFile &file, const catalogue::Matter &matter, const Standing &standing);
    void showNothing(const QString &words);
    /// Marks what a review point is about, in the form and among the documents.
    void mark(const std::set<std::string> &keys);
    Banner *banner() const { return m_banner; }

    void openDocument();
    bool closeDocument(); ///< false when none is open
    QList<QWidget *> panes() const;

private:
    QWidget *makeHead();
    QWidget *makeReading();
    Json valuesOf(const casework::CaseFile &file, const catalogue::Matter &matter) const;

    const DeskContext &m_context;
    ValueWords m_words;
    DocumentSource m_source;
    std::string m_shown;
    ElidedLabel *m_title;
    ElidedLabel *m_number;
    StatusLight *m_light;
    QLabel *m_scope;
    Banner *m_banner;
    QStackedWidget *m_stack;
    QLabel *m_nothing;
    QScrollArea *m_scroll;
    PartView *m_part;
    PaneHead *m_documentsHead;
    DocumentShelf *m_shelf;
    DocumentViewer *m_viewer;
};

} // namespace quanke::desk
