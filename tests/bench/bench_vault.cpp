#include "support/testclock.h"
#include "vault/vault.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <benchmark/benchmark.h>
#include <sqlite3.h>

#include <algorithm>
#include <chrono>

namespace {

using namespace quanke;

const std::string caseId = "0193a001-0000-7000-8000-000000000001";
constexpr const char *whatIsTyped = "青石县城关镇清溪路18号";

/// Not in /tmp, which may be memory: the wait for the disk is what is measured.
class Folder {
public:
    QString path(const char *name) const { return m_folder.filePath(QLatin1String(name)); }

private:
    QTemporaryDir m_folder{QStringLiteral("/var/tmp/quanke-bench-XXXXXX")};
};

/// The times of single commits; the median of them goes into p50_ms.
class Commits {
public:
    template <class Commit>
    void time(Commit commit)
    {
        const auto start = std::chrono::steady_clock::now();
        commit();
        const std::chrono::duration<double, std::milli> taken = std::chrono::steady_clock::now() - start;
        m_times.push_back(taken.count());
    }
    void report(benchmark::State &state)
    {
        std::ranges::sort(m_times);
        state.counters["p50_ms"] = m_times[m_times.size() / 2];
        state.counters["p99_ms"] = m_times[m_times.size() * 99 / 100];
    }

private:
    std::vector<double> m_times;
};

vault::Draft draft()
{
    vault::Draft draft;
    draft.caseId = caseId;
    draft.title = "开旅馆";
    draft.bundle = "BUNDLE-HOTEL";
    draft.formsDigest = std::string(64, 'a');
    draft.ticked = {"HT-01"};
    return draft;
}

/// One field left: sealed, written by the vault's thread, and on disk when the future is ready.
void draftCommit(benchmark::State &state)
{
    const Folder folder;
    const test::TestClock clock;
    vault::VaultSetup setup;
    setup.folder = folder.path("vault");
    setup.clock = &clock;
    setup.passwordCost = seal::cheapestCost;
    vault::Vault vault(setup);
    const wire::SignedInOperator person{"wangxm", "王小满", {"clerk"}, {}, "青石县政务服务中心"};
    const bool isReady = vault.open().result()
        && vault.enrol(person, seal::SecretBytes::copyOf("demo")).result()
        && vault.saveDraft(draft()).result();
    if (!isReady) {
        state.SkipWithError("no vault");
        return;
    }
    Commits commits;
    int count = 0;
    for (auto _ : state) {
        const vault::FieldEdit edit{caseId, {"premises/premises.address", -1, {}},
            whatIsTyped + std::to_string(count++), "fill", "next"};
        commits.time([&] {
            if (!vault.saveField(edit).result()) {
                state.SkipWithError("not saved");
            }
        });
    }
    commits.report(state);
}
BENCHMARK(draftCommit)->Name("draft_commit")->UseRealTime()->Unit(benchmark::kMillisecond);

/// The bare neighbour: one upsert of as many bytes, in the clear, on this thread, WAL and synchronous=FULL.
void draftCommitPlain(benchmark::State &state)
{
    const Folder folder;
    sqlite3 *database = nullptr;
    sqlite3_stmt *upsert = nullptr;
    const bool isReady = sqlite3_open(folder.path("plain.db").toUtf8().constData(), &database) == SQLITE_OK
        && sqlite3_exec(database,
               "PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
               "CREATE TABLE draft (id INTEGER PRIMARY KEY, body BLOB)",
               nullptr, nullptr, nullptr)
            == SQLITE_OK
        && sqlite3_prepare_v2(database,
               "INSERT INTO draft VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body", -1,
               &upsert, nullptr)
            == SQLITE_OK;
    if (!isReady) {
        state.SkipWithError("no database");
    }
    Commits commits;
    std::string body(256, 'a');
    for (auto _ : state) {
        body[0] = body[0] == 'a' ? 'b' : 'a';
        commits.time([&] {
            sqlite3_bind_blob(upsert, 1, body.data(), int(body.size()), SQLITE_STATIC);
            if (sqlite3_step(upsert) != SQLITE_DONE) {
                state.SkipWithError("not saved");
            }
            sqlite3_reset(upsert);
        });
    }
    commits.report(state);
    sqlite3_finalize(upsert);
    sqlite3_close(database);
}
BENCHMARK(draftCommitPlain)->Name("draft_commit_plain")->UseRealTime()->Unit(benchmark::kMillisecond);

} // namespace

int main(int count, char **arguments)
{
    const QCoreApplication application(count, arguments); // for the SQLite driver
    benchmark::Initialize(&count, arguments);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
