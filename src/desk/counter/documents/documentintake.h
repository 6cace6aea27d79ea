#pragma once

#include "core/base/result.h"
#include "documents/inspection.h"
#include "vault/document.h"

#include <QFuture>
#include <QImage>
#include <QObject>
#include <QString>

#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>

namespace quanke::desk {

class CaseSession;
struct DeskContext;

/// What is known of one document of the case, by its digest.
struct KnownDocument {
    std::vector<documents::Finding> findings;
    QImage picture; ///< of its first page, null until it is there
};

/// Takes files into the case in hand: each is recognised by its content, checked page by page in the reading process,
/// sealed into the vault and only then named in the form. One after the other, in the background; nothing waits.
class DocumentIntake : public QObject {
    Q_OBJECT
public:
    DocumentIntake(const DeskContext &context, CaseSession &session, QObject *parent = nullptr);
    ~DocumentIntake() override;

    void add(const std::string &material, const QStringList &paths);
    /// The same document for another material too: no second copy is made.
    void alsoFor(const std::string &material, const Json &reference);
    /// Takes a document off a material; `undo` puts the last one back.
    void remove(const std::string &material, const std::string &sha256);
    bool canUndo() const { return m_removed.has_value(); }
    void undo();
    /// Gives up what is being checked and what waits for it.
    void cancel();
    bool isBusy() const { return m_current.has_value(); }
    /// Whether files are to come into the case that are not in it yet.
    bool isTaking() const;

    /// Looks at what a restored case holds and is not known yet.
    void lookAtAll();
    const KnownDocument *known(const std::string &sha256) const;

Q_SIGNALS:
    /// "lease.pdf" page 3 of 6; both 0 when nothing is under way any more.
    void progress(const QString &name, int done, int whole);
    void looked(); ///< something more is known of a document
    void settled(); ///< one is taken, refused or given up
    void refused(const QString &name, const quanke::Failure &failure); ///< it does not come into the case
    void unreadable(const QString &name, const quanke::Failure &failure); ///< it stays in the case

private:
    struct Job {
        std::string material; ///< empty: it is in the vault already
        QString path;
        std::string sha256;
        std::string caseId;
    };
    struct Removed {
        std::string material;
        Json references; ///< as they were
    };

    void next();
    void inspect(const Job &job, const std::variant<QString, QByteArray> &source);
    void take(const Job &job, const documents::Inspection &inspection);
    void finish(const Job &job, const std::string &sha256, const documents::Inspection &inspection);
    void give(const Job &job, const Failure &failure);
    void makePicture(const std::string &sha256, const std::variant<QString, QByteArray> &source);
    void done();
    QString nameOf(const Job &job) const;
    void addReference(const std::string &material, const Json &reference);

    const DeskContext &m_context;
    CaseSession &m_session;
    void takeAgain();

    std::deque<Job> m_waiting;
    std::deque<Job> m_unkept; ///< the disk did not take them; they are tried again when it does
    std::optional<Job> m_current;
    QFuture<Result<documents::Inspection>> m_inspecting;
    std::map<std::string, KnownDocument> m_known;
    std::optional<Removed> m_removed;
};

} // namespace quanke::desk
