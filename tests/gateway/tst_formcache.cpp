#include "gateway/service/formcache.h"

#include "platform/folder.h"
#include "support/await.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <atomic>
#include <future>
#include <new>
#include <optional>
#include <thread>

using namespace quanke;
using gateway::FormCache;

class FormCacheTest : public QObject {
    Q_OBJECT

    std::optional<catalogue::Catalogue> m_catalogue;

    static std::shared_ptr<const form::ComposedForm> formIn(
        FormCache &cache, const std::string &matter, const form::Answers &answers = {})
    {
        const auto found = cache.find("BUNDLE-HOTEL", {matter}, answers);
        return found ? *found : nullptr;
    }

private Q_SLOTS:
    void initTestCase()
    {
        const auto files = platform::readTextFiles(QUANKE_SOURCE_DIR "/forms", ".json");
        QVERIFY(bool(files));
        auto loaded = catalogue::Catalogue::load(*files);
        QVERIFY(bool(loaded));
        m_catalogue = std::move(*loaded);
    }

    void theSameFormServesAgain()
    {
        FormCache cache(form::freshForms(*m_catalogue));
        const auto first = formIn(cache, "HT-03");
        QVERIFY(first != nullptr);
        QCOMPARE(formIn(cache, "HT-03"), first);
        const auto source = cache.source();
        QCOMPARE(*source("BUNDLE-HOTEL", {"HT-03"}, {}), first);
    }

    void whatIsComposedOtherwiseIsAnotherForm()
    {
        FormCache cache(form::freshForms(*m_catalogue));
        const auto first = formIn(cache, "HT-03");
        const auto withAgent = formIn(cache, "HT-03", {{"agentUsed", "yes"}});
        QVERIFY(withAgent != first && formIn(cache, "HT-04") != first);
        QVERIFY(withAgent->composition.fields.size() > first->composition.fields.size());
    }

    void theOneNotAskedForLongestGoes()
    {
        FormCache cache(form::freshForms(*m_catalogue), 2);
        std::weak_ptr<const form::ComposedForm> oldest = formIn(cache, "HT-03");
        const std::weak_ptr<const form::ComposedForm> second = formIn(cache, "HT-04");
        QVERIFY(formIn(cache, "HT-03") == oldest.lock()); // now the second is the oldest
        QVERIFY(formIn(cache, "HT-05") != nullptr);
        QVERIFY(!oldest.expired());
        QVERIFY(second.expired());
        QVERIFY(formIn(cache, "HT-06") != nullptr);
        QVERIFY(oldest.expired());
    }

    void failuresAreNotKept()
    {
        FormCache cache(form::freshForms(*m_catalogue));
        for (int times = 0; times < 2; ++times) {
            const auto wrong = cache.find("BUNDLE-HOTEL", {"HT-99"}, {});
            QVERIFY(!wrong);
            QCOMPARE(wrong.failure().key, std::string("compose.unknown-matter"));
        }
    }

    /// Thirty-two connections after the start: one composes, the others wait.
    void itIsComposedOnce()
    {
        std::atomic<int> composed = 0;
        std::promise<void> everybodyAsks;
        const auto fresh = form::freshForms(*m_catalogue);
        FormCache cache([&, go = everybodyAsks.get_future().share()](const auto &...what) {
            ++composed;
            go.wait();
            return fresh(what...);
        });
        std::array<std::shared_ptr<const form::ComposedForm>, 8> found;
        std::atomic<int> asking = 0;
        std::vector<std::thread> threads;
        threads.reserve(found.size());
        for (auto &each : found) {
            threads.emplace_back([&] {
                ++asking;
                each = formIn(cache, "HT-03");
            });
        }
        const bool allAsk = test::waitFor(
            [&] { return asking == 8 && composed > 0; }, std::chrono::milliseconds(test::patience));
        everybodyAsks.set_value();
        for (auto &thread : threads) {
            thread.join();
        }
        QVERIFY(allAsk);
        QCOMPARE(composed.load(), 1);
        QVERIFY(found.front() != nullptr);
        QCOMPARE(std::ranges::count(found, found.front()), std::ptrdiff_t(found.size()));
    }

    void whatThrewIsTriedAgain()
    {
        int times = 0;
        FormCache cache([&](const auto &...) -> Result<std::shared_ptr<const form::ComposedForm>> {
            if (++times == 1)
                throw std::bad_alloc();
            return Failure{"compose.unknown-matter"};
        });
        QVERIFY_THROWS_EXCEPTION(std::bad_alloc, (void)cache.find("BUNDLE-HOTEL", {"HT-03"}, {}));
        QVERIFY(!cache.find("BUNDLE-HOTEL", {"HT-03"}, {})); // tried again, not waited for in vain
        QCOMPARE(times, 2);
    }

    void manyThreadsGetOneForm()
    {
        FormCache cache(form::freshForms(*m_catalogue), 2);
        std::array<std::shared_ptr<const form::ComposedForm>, 8> found;
        std::vector<std::thread> threads;
        threads.reserve(found.size());
        for (auto &each : found) {
            threads.emplace_back([&cache, &each] {
                for (const char *matter : {"HT-03", "HT-04", "HT-03"}) {
                    each = formIn(cache, matter);
                }
            });
        }
        for (auto &thread : threads) {
            thread.join();
        }
        for (const auto &each : found) {
            QCOMPARE(each, found.front());
        }
    }
};

QTEST_GUILESS_MAIN(FormCacheTest)
#include "tst_formcache.moc"
