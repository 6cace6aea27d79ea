#include "gateway/hotelsubmission.h"
#include "gateway/service/epoch.h"
#include "seal/digest.h"
#include "support/jsoninmessages.h"

#include <QTemporaryDir>
#include <QTest>

using namespace quanke;
using namespace quanke::test;

/// Every device starts at 1, so each test has a gateway of its own.
class WatermarkTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_gateway = std::make_unique<RunningGateway>();
        m_clerk = &m_gateway->person("wangxm");
    }
    void cleanup() { m_gateway.reset(); }

    void growsWithWhatIsStored()
    {
        QCOMPARE(watermark()["contiguous"], Json(0));
        QCOMPARE(watermark()["head"], Json(""));
        const auto first = submission();
        QCOMPARE(m_clerk->put(first).status, 201);
        const auto second = submission();
        QCOMPARE(m_clerk->put(second).status, 201);
        QCOMPARE(watermark()["contiguous"], Json(2));
        QCOMPARE(watermark()["head"], Json(seal::sha256(second.dump())));
        QCOMPARE(watermark()["stored"], Json::parse("[[1, 2]]"));
    }

    void whatIsMissingIsSeen()
    {
        putAllButTheSecond();
        QCOMPARE(watermark()["contiguous"], Json(1));
        QCOMPARE(watermark()["stored"], Json::parse("[[1, 1], [3, 3]]"));
        QCOMPARE(m_clerk->put(m_lost).status, 201); // it comes after all
        QCOMPARE(watermark()["contiguous"], Json(3));
        QCOMPARE(watermark()["stored"], Json::parse("[[1, 3]]"));
    }

    void whatWasRefusedIsNoGap()
    {
        auto refused = submission();
        refused["body"]["values"].erase("operator/person.name");
        QCOMPARE(m_clerk->put(refused).outcome(), std::string("422 case.invalid"));
        QCOMPARE(m_clerk->put(submission()).status, 201);
        QCOMPARE(watermark()["contiguous"], Json(2));
        QCOMPARE(watermark()["stored"], Json::parse("[[2, 2]]")); // nor is it stored
    }

    void whatMayStillComeIsAGap()
    {
        auto early = submission();
        early["body"]["values"]["MH02"][0]["sha256"] = std::string(64, '0');
        QCOMPARE(m_clerk->put(early).outcome(), std::string("409 documents.missing"));
        QCOMPARE(watermark()["contiguous"], Json(0));
    }

    void aRefusedNumberIsNotGivenToSomethingElse()
    {
        auto refused = submission();
        refused["body"]["values"].erase("operator/person.name");
        QCOMPARE(m_clerk->put(refused).outcome(), std::string("422 case.invalid"));
        auto other = submission();
        other["sequence"] = refused["sequence"];
        QCOMPARE(m_clerk->put(other).outcome(), std::string("409 operation.sequence-used"));
    }

    void anotherPastIsRefused()
    {
        QCOMPARE(m_clerk->put(submission()).status, 201);
        auto next = submission();
        next["previous"] = std::string(64, '0');
        QCOMPARE(m_clerk->put(next).outcome(), std::string("409 operation.chain-broken"));
        auto beginning = m_gateway->person("liqh").operation("case.submit", newId(), next["body"]);
        beginning["previous"] = std::string(64, '0');
        QCOMPARE(
            m_gateway->person("liqh").put(beginning).outcome(), std::string("409 operation.chain-broken"));
    }

    void whatComesLateMustBeWhatTheNextOneFollows()
    {
        putAllButTheSecond();
        auto other = m_lost;
        other["id"] = newId();
        QCOMPARE(m_clerk->put(other).outcome(), std::string("409 operation.chain-broken"));
        QCOMPARE(m_clerk->put(m_lost).status, 201);
    }

    void nobodyAsksAboutAnother()
    {
        const auto path = "/v1/devices/" + m_gateway->person("liqh").device() + "/watermark";
        QCOMPARE(m_clerk->http().get(path).outcome(), std::string("403 device.other"));
    }

    void aBackupPutBackIsAnotherEpoch()
    {
        QTemporaryDir night;
        const auto copy = night.filePath(QStringLiteral("gateway.db"));
        const auto kept = submission();
        QCOMPARE(m_clerk->put(kept).status, 201);
        m_gateway->backUp(copy);
        const auto forgotten = submission();
        QCOMPARE(m_clerk->put(forgotten).status, 201);
        const auto before = watermark();
        m_gateway->restart();
        QCOMPARE(watermark(), before); // a start alone changes nothing

        m_gateway->restore(copy);
        const auto after = watermark();
        QVERIFY(after["epoch"] != before["epoch"]);
        m_gateway->restart();
        QCOMPARE(watermark(), after); // put back once, not at each start
        QCOMPARE(after["contiguous"], Json(1));
        QCOMPARE(m_clerk->put(kept).status, 200); // known
        QCOMPARE(m_clerk->put(forgotten).status, 201); // taken anew
        QCOMPARE(watermark()["contiguous"], Json(2));
        m_gateway->restart();
        QCOMPARE(watermark()["epoch"], after["epoch"]);
    }

    /// Where the file beside the database went with it, somebody has to say so.
    void whoPutsABackupBackMaySaySo()
    {
        QTemporaryDir folder;
        const std::filesystem::path path = folder.path().toStdString();
        const auto database = gateway::Database::open(path / "gateway.db");
        const auto highWater = gateway::HighWater::open(path / "high-water");
        const auto epochAfter = [&](gateway::Restored restored) {
            QVERIFY(gateway::establishEpoch(**database, **highWater, restored, m_gateway->clock()));
        };
        const auto epoch = [&] {
            return *(*database)->read<std::string>(
                [](gateway::Connection &connection) -> Result<std::string> {
                    return gateway::epochIn(connection);
                });
        };
        epochAfter(gateway::Restored::No);
        const auto first = epoch();
        QVERIFY(!first.empty());
        epochAfter(gateway::Restored::No);
        QCOMPARE(epoch(), first);
        epochAfter(gateway::Restored::Yes);
        QVERIFY(epoch() != first);
    }

private:
    /// Of three that follow each other; the second is kept in m_lost.
    void putAllButTheSecond()
    {
        QCOMPARE(m_clerk->put(submission()).status, 201);
        m_lost = submission();
        auto third = submission();
        third["previous"] = seal::sha256(m_lost.dump());
        QCOMPARE(m_clerk->put(third).status, 201);
    }

    Json submission()
    {
        return m_clerk->operation(
            "case.submit", newId(), hotelSubmission(*m_gateway, *m_clerk, {"HT-01", "HT-02"}));
    }

    Json watermark() { return m_clerk->http().get("/v1/devices/" + m_clerk->device() + "/watermark").json(); }

    std::unique_ptr<RunningGateway> m_gateway;
    Person *m_clerk = nullptr;
    Json m_lost;
};

QTEST_GUILESS_MAIN(WatermarkTest)
#include "tst_watermark.moc"
