#pragma once

#include "documents/inspection.h"

#include <QFuture>
#include <QImage>
#include <QObject>
#include <QString>

#include <memory>
#include <variant>

namespace quanke::documents {

class ReaderProcess;

/// A file on disk, which only the reading process opens, or its bytes (a document opened from the vault).
using Source = std::variant<QString, QByteArray>;

/// Decodes documents from outside in a process of its own (quanke-document-reader) that holds no rights,
/// little memory and little time, so that a hostile or broken file harms neither desk nor other documents.
///
/// Requests are worked off one after the other, pages before inspections; make a second reader for what must
/// not wait. Every call returns at once. A future's progress counts pages; cancelling it takes the request
/// out, and ends the process when it was at work on it. A process that dies is started again for the next
/// request.
///
/// All fail with: document.empty, document.too-large, document.unknown-kind, document.encrypted-pdf,
/// document.too-many-pixels ("pixels", "limit"), document.too-many-pages ("pages", "limit"),
/// document.unreadable (no such file), document.damaged (cannot be decoded, or the process died or took too
/// long over it), document.no-such-page, document.reader-missing (the program cannot be started).
class DocumentReader : public QObject {
    Q_OBJECT

public:
    /// `program`: the path of quanke-document-reader, which stands beside our own programs.
    explicit DocumentReader(const QString &program, QObject *parent = nullptr);
    ~DocumentReader() override; ///< requests still waiting are cancelled

    QFuture<Result<Inspection>> inspect(const Source &source);
    /// The page (from 1), upright, on white, as large as fits into `box` (at most 16 million pixels) and no
    /// larger than a picture's own size.
    QFuture<Result<QImage>> renderPage(const Source &source, int page, QSize box);
    /// The first page, its longer side `edge` pixels long.
    QFuture<Result<QImage>> thumbnail(const Source &source, int edge);

    /// quanke-document-reader in the folder of the running program.
    static QString programBeside();

Q_SIGNALS:
    /// The process ended in the middle of a request (which has failed with document.damaged).
    void readerDied();

private:
    std::unique_ptr<ReaderProcess> m_process;
    quint64 m_requests = 0;
};

} // namespace quanke::documents
