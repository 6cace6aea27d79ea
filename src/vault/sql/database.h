#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QVariant>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace quanke::vault {

using Row = QVariantList;

QVariant text(const std::string &value);
QVariant blob(const std::string &value);
std::string textOf(const QVariant &value);
std::string blobOf(const QVariant &value);

/// One SQLite file, held exclusively, where a commit that returned survives a power cut. Belongs to the
/// thread that opened it. Fails with vault.disk-full, vault.read-only, vault.io or vault.damaged; after the
/// last two it takes nothing more until it is opened anew, since nobody knows what the disk kept.
class Database {
public:
    /// Fails: vault.held (by another program), vault.foreign, vault.no-database (the file is something else), vault.damaged,
    /// vault.not-durable ("setting"), vault.io.
    static Result<std::unique_ptr<Database>> open(const QString &path);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    /// Statements are literals of the program: each is prepared once and kept.
    Result<Done> run(const char *sql, const QVariantList &values = {});
    Result<std::vector<Row>> rows(const char *sql, const QVariantList &values = {});
    /// The first row, if there is one.
    Result<std::optional<Row>> row(const char *sql, const QVariantList &values = {});
    /// A statement that is made at run time: migrations.
    Result<Done> runOnce(const QString &sql);

    /// All of the work or nothing of it, with one wait for the disk. `work` gives a Result. Within another it is a part of
    /// that: kept with it.
    template <class Work>
    auto inTransaction(Work work) -> decltype(work());

    /// After vault.io: the file is opened anew as it stands on the disk by now, and checked. Nothing to do after others.
    /// Fails as open, and with vault.damaged for good.
    Result<Done> recover();

    /// What was deleted leaves the files too (with secure_delete on).
    Result<Done> scrub();

    const QString &path() const { return m_path; }

private:
    explicit Database(QString path);
    Result<Done> connect();
    Result<Done> takeHold();
    Result<Done> configure();
    Result<Done> insist(const char *setting, const QString &wanted);
    Result<QSqlQuery *> execute(const char *sql, const QVariantList &values);
    Failure failureOf(const QSqlError &error);
    Failure failureOfDisk(const std::string &detail) const;
    Result<Done> commit();

    QString m_path;
    QString m_connection;
    QSqlDatabase m_database;
    std::map<const char *, QSqlQuery> m_prepared;
    std::optional<Failure> m_broken;
    int m_depth = 0; ///< of transactions within one another
};

template <class Work>
auto Database::inTransaction(Work work) -> decltype(work())
{
    const bool isPart = m_depth > 0;
    if (auto begun = run(isPart ? "SAVEPOINT part" : "BEGIN IMMEDIATE"); !begun) {
        return begun.failure();
    }
    ++m_depth;
    auto result = work();
    --m_depth;
    if (result) {
        if (auto committed = isPart ? run("RELEASE part") : commit(); !committed) {
            return committed.failure();
        }
        return result;
    }
    if (isPart) {
        static_cast<void>(run("ROLLBACK TO part")); // the failure in hand says more
        static_cast<void>(run("RELEASE part"));
    } else {
        static_cast<void>(run("ROLLBACK"));
    }
    return result;
}

} // namespace quanke::vault
