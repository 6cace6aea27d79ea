// Fills a form in a vault as fast as it can, and tells on standard output after each field that it is kept:
// to be killed by a test. Arguments: the vault's folder.
#include "platform/systemclock.h"
#include "vault/vault.h"

#include <QCoreApplication>

#include <cstdio>
#include <string>

using namespace quanke;

namespace {

constexpr int numberOfKeys = 40;
const std::string caseId = "0193a001-0000-7000-8000-000000000001";

bool begin(vault::Vault &store)
{
    auto secret = seal::SecretBytes::copyOf("correct horse");
    if (!store.open().result()
        || !store.enrol({"wangxm", "x", {"clerk"}, {}, "h"}, std::move(secret)).result()) {
        return false;
    }
    if (store.draft(caseId).result()) {
        return true; // goes on where it was killed
    }
    vault::Draft draft;
    draft.caseId = caseId;
    draft.values = {{"count", 0}};
    return bool(store.saveDraft(draft).result());
}

bool leaveField(vault::Vault &store, int count)
{
    const std::string key = "key/" + std::to_string(count % numberOfKeys);
    return store.saveField({caseId, {"count", -1, {}}, count, "fill", key}).result()
        && store.storeDocument(caseId, QByteArray::number(count % 10), {}).result();
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const platform::SystemClock clock;
    vault::VaultSetup setup;
    setup.folder = QString::fromLocal8Bit(argc > 1 ? argv[1] : "");
    setup.clock = &clock;
    setup.passwordCost = seal::cheapestCost;
    vault::Vault store(setup);
    if (!begin(store)) {
        return 1;
    }
    const int from = store.draft(caseId).result()->values.value("count", 0);
    for (int count = from + 1; leaveField(store, count); ++count) {
        std::printf("%d\n", count);
        std::fflush(stdout);
    }
    return 1;
}
