#include "gateway/store/copy/storecopy.h"

#include "gateway/store/operationtable.h"
#include "gateway/store/settingtable.h"
#include "gateway/store/sql/onlinecopy.h"
#include "gateway/store/sql/sqlerror.h"

#include <array>
#include <memory>
#include <optional>

namespace quanke::gateway {

namespace {

/// 1 MiB, about a millisecond: so long others may have to wait.
constexpr int pagesAtOnce = 256;

Failure damaged(const std::string &what)
{
    return {"store.damaged", Json::object(), what};
}

Result<Done> copyPages(Database &database, Connection &target, const std::stop_token &stop)
{
    std::optional<OnlineCopy> copy;
    while (!stop.stop_requested()) {
        const auto isWhole = database.read<bool>([&](Connection &source) -> Result<bool> {
            if (!copy) {
                copy.emplace(source, target);
            }
            return copy->step(pagesAtOnce);
        });
        if (!isWhole || *isWhole) {
            return isWhole ? Result<Done>(Done{}) : isWhole.failure();
        }
    }
    return Failure{"store.copy-ended"};
}

/// Its own log beside it is folded in, so that it is one file.
void makeCopyOfIt(Connection &copy)
{
    copy.run("PRAGMA locking_mode = EXCLUSIVE");
    copy.run("PRAGMA synchronous = OFF");
    copy.run("PRAGMA journal_mode = DELETE");
    copy.run("INSERT OR REPLACE INTO settings(name, value) VALUES(?, datetime('now'))",
        std::string_view(copySetting));
}

/// By a look that changes nothing.
template <class T, class Look>
Result<T> looked(const std::filesystem::path &copy, const Look &look)
{
    try {
        Connection connection(copy, Connection::Access::ReadOnly);
        return look(connection);
    } catch (const SqlError &error) {
        return damaged(error.what());
    }
}

} // namespace

Result<Done> copyStore(Database &database, const std::filesystem::path &to, const std::stop_token &stop)
{
    removeCopy(to);
    try {
        {
            Connection target(to);
            target.run("PRAGMA journal_mode = OFF"); // one that does not get to its end is thrown away
            target.run("PRAGMA synchronous = OFF");
            if (auto copied = copyPages(database, target, stop); !copied) {
                return copied;
            }
        }
        Connection target(to);
        makeCopyOfIt(target);
        return Done{};
    } catch (const SqlError &error) {
        return Failure{"store.failed", Json::object(), error.what()};
    }
}

void removeCopy(const std::filesystem::path &copy)
{
    std::error_code ignored;
    for (const auto *ending : {"", "-journal", "-wal", "-shm"}) {
        std::filesystem::remove(copy.string() + ending, ignored);
    }
}

Result<CopiedLog> verifyCopy(const std::filesystem::path &copy)
{
    return looked<CopiedLog>(copy, [](Connection &connection) -> Result<CopiedLog> {
        auto check = connection.query("PRAGMA quick_check(1)");
        if (!check.next() || check.text(0) != "ok") {
            return damaged("its pages do not hold together");
        }
        return CopiedLog{epochIn(connection), OperationTable(connection).nextPosition() - 1};
    });
}

Result<std::vector<CopiedDocument>> documentsIn(const std::filesystem::path &copy)
{
    using Documents = std::vector<CopiedDocument>;
    return looked<Documents>(copy, [](Connection &connection) -> Result<Documents> {
        Documents documents;
        auto query = connection.query("SELECT sha256, size FROM documents");
        while (query.next()) {
            documents.push_back({query.text(0), std::uint64_t(query.number(1))});
        }
        return documents;
    });
}

Result<std::string> epochOfCopy(const std::filesystem::path &copy)
{
    return looked<std::string>(
        copy, [](Connection &connection) -> Result<std::string> { return epochIn(connection); });
}

} // namespace quanke::gateway
