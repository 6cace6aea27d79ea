#include "seal/digest.h"
#include "seal/text.h"
#include "support/jsoninmessages.h"
#include "trace/saved.h"
#include "trace/verifier.h"

#include <QTest>

using namespace quanke;
using namespace quanke::trace;

namespace {

const auto morning = *parseInstant("2026-11-21T01:00:00Z");

Entry someView()
{
    return {.act = act::viewCase,
        .actor = "wangxm",
        .roles = {casework::Role::Clerk},
        .device = "D-1",
        .caseId = "01936b2e-0000-7000-8000-000000000001",
        .purpose = handling};
}

/// Lines behind one another, as somebody would keep them.
class Chain {
public:
    explicit Chain(int count)
    {
        for (int i = 0; i < count; ++i) {
            add(morning + std::chrono::minutes(i));
        }
    }
    void add(Instant now)
    {
        for (const auto &link : linksAfter(m_end, someView(), now)) {
            lines.push_back(link.text);
            m_end = endAt(link);
        }
    }
    Head sign(const std::string &chain = gatewayChain, Instant at = {}) const
    {
        Head head{chain, m_end.number, m_end.digest, at == Instant() ? m_end.at : toText(at)};
        head.signature = seal::toBase64(m_suite->sign(m_pair.secretKey, signedText(head)));
        return head;
    }
    std::string key() const { return seal::toBase64(m_pair.publicKey); }

    /// "trace.changed 3" and so on, with spaces between.
    std::string verified(const std::vector<Head> &heads, const std::string &chain = gatewayChain) const
    {
        Verifier verifier(chain, key(), heads);
        for (const auto &line : lines) {
            verifier.add(line);
        }
        std::string text;
        for (const auto &finding : verifier.finish()) {
            text += (text.empty() ? "" : " ") + finding.key + ' ' + std::to_string(finding.number);
        }
        return text;
    }

    std::vector<std::string> lines;

private:
    End m_end;
    std::shared_ptr<const seal::Suite> m_suite = seal::makeSodiumSuite();
    seal::KeyPair m_pair = m_suite->makeSigningPair();
};

void replace(std::string &text, const std::string &what, const std::string &by)
{
    text.replace(text.find(what), what.size(), by);
}

} // namespace

class ChainTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aLineReadsBackAsItWasWritten()
    {
        const auto text = textOf(Line{someView(), 7, "2026-11-21T01:00:00.000Z", std::string(64, 'a')});
        QCOMPARE(text, canonicalText(Json::parse(text)));
        const auto line = lineFromText(text);
        QVERIFY(bool(line));
        QCOMPARE(line->number, std::uint64_t(7));
        QCOMPARE(line->entry.actor, std::string("wangxm"));
        QVERIFY(line->entry.roles.contains(casework::Role::Clerk));
        QCOMPARE(textOf(*line), text);
    }

    /// Whoever calls it wrong, or types a name where another belongs: it does not get in.
    void whatIsNoIdStaysOut()
    {
        auto entry = someView();
        entry.actor = "王小满";
        entry.caseId = "\"},{\n";
        entry.matter = std::string(500, '1');
        const auto text = textOf({entry, 1, "2026-11-21T01:00:00.000Z", {}});
        QVERIFY(text.find("王") == std::string::npos);
        QVERIFY(text.find("111") == std::string::npos);
        QCOMPARE(Json::parse(text)["case"], Json("?"));
        QVERIFY(bool(lineFromText(text)));
    }

    void onlyWhatIsInTheListsIsRead()
    {
        auto entry = someView();
        entry.act = "something-else";
        QVERIFY(!lineFromText(textOf({entry, 1, "2026-11-21T01:00:00.000Z", {}})));
        entry = someView();
        entry.purpose = "curiosity";
        QVERIFY(!lineFromText(textOf({entry, 1, "2026-11-21T01:00:00.000Z", {}})));
        QVERIFY(!lineFromText(textOf({someView(), 1, "2026-11-21T01:00:00.000Z", {}}) + ' '));
        QVERIFY(!lineFromText("[]"));
        QVERIFY(!lineFromText("{\"act\":7}"));
    }

    void aWholeChainHasNoFindings()
    {
        const Chain chain(5);
        QCOMPARE(chain.verified({chain.sign()}), std::string());
    }

    void aRemovedLineIsFound()
    {
        Chain chain(5);
        const auto head = chain.sign();
        chain.lines.erase(chain.lines.begin() + 2);
        QCOMPARE(chain.verified({head}), std::string("trace.removed 3"));
    }

    void theFirstLinesAreMissed()
    {
        Chain chain(5);
        const auto head = chain.sign();
        chain.lines.erase(chain.lines.begin(), chain.lines.begin() + 2);
        QCOMPARE(chain.verified({head}), std::string("trace.removed 1"));
    }

    void whatADeskDroppedForItsAgeIsNot()
    {
        Chain chain(2);
        const auto early = chain.sign("D-1");
        chain.add(morning + std::chrono::hours(1));
        chain.add(morning + std::chrono::hours(2));
        const auto late = chain.sign("D-1", morning + std::chrono::minutes(1) + keptFor);
        chain.lines.erase(chain.lines.begin(), chain.lines.begin() + 2);
        QCOMPARE(chain.verified({early, late}, "D-1"), std::string());
        replace(chain.lines.front(), "wangxm", "wangxn");
        QCOMPARE(chain.verified({early, late}, "D-1"), std::string("trace.changed 3"));
    }

    /// A head alone excuses nothing: there is one for wherever somebody would like to begin.
    void whatWasCutOffBehindASignedHeadIsMissed()
    {
        Chain chain(2);
        const auto early = chain.sign();
        const auto earlyOfDesk = chain.sign("D-1");
        chain.add(morning + std::chrono::hours(1));
        chain.lines.erase(chain.lines.begin(), chain.lines.begin() + 2);
        const auto anHourLater = chain.sign("D-1");
        QCOMPARE(chain.verified({earlyOfDesk, anHourLater}, "D-1"), std::string("trace.removed 1"));
        const auto halfAYearLater = chain.sign(gatewayChain, morning + 2 * keptFor);
        QCOMPARE(chain.verified({early, halfAYearLater}), std::string("trace.removed 1"));
    }

    void aChangedLineIsFound()
    {
        Chain chain(5);
        const auto head = chain.sign();
        replace(chain.lines[2], "wangxm", "liqh");
        QCOMPARE(chain.verified({head}), std::string("trace.changed 3"));
    }

    void theLastLineChangedIsFoundByTheHead()
    {
        Chain chain(5);
        const auto head = chain.sign();
        replace(chain.lines.back(), "wangxm", "liqh");
        QCOMPARE(chain.verified({head}), std::string("trace.changed 5"));
    }

    void aLineThatCannotBeReadIsFoundOnce()
    {
        Chain chain(5);
        const auto head = chain.sign();
        chain.lines[2] = "{";
        QCOMPARE(chain.verified({head}), std::string("trace.malformed 3"));
    }

    void reorderedLinesAreFound()
    {
        Chain chain(5);
        const auto head = chain.sign();
        std::swap(chain.lines[2], chain.lines[3]);
        QCOMPARE(chain.verified({head}), std::string("trace.reordered 3"));
    }

    void aLineThatStandsTwiceIsFound()
    {
        Chain chain(5);
        const auto head = chain.sign();
        chain.lines.insert(chain.lines.begin() + 3, chain.lines[1]);
        QCOMPARE(chain.verified({head}), std::string("trace.reordered 2"));
    }

    void aChainCutShortIsFoundByTheHead()
    {
        Chain chain(5);
        const auto early = chain.sign();
        chain.add(morning + std::chrono::hours(1));
        const auto late = chain.sign();
        chain.lines.resize(3);
        QCOMPARE(chain.verified({early, late}), std::string("trace.cut-short 4"));
    }

    /// Each line fits the one before: only a head that somebody else has kept tells.
    void aChainWrittenAnewIsFoundByTheHead()
    {
        Chain chain(5);
        const auto head = chain.sign();
        End end;
        for (auto &line : chain.lines) {
            auto entry = lineFromText(line)->entry;
            entry.actor = "liqh";
            const auto link = linksAfter(end, entry, morning).front();
            line = link.text;
            end = endAt(link);
        }
        QCOMPARE(chain.verified({head}), std::string("trace.changed 5"));
    }

    void aHeadOfOnesOwnMakingProvesNothing()
    {
        Chain chain(5);
        auto head = chain.sign();
        chain.lines.resize(3);
        head.number = 3;
        head.digest = seal::sha256(chain.lines.back());
        QCOMPARE(chain.verified({head}), std::string("trace.head-forged 3 trace.no-head 3"));
        QCOMPARE(chain.verified({Chain(5).sign()}), std::string("trace.no-head 3 trace.head-forged 5"));
        QCOMPARE(chain.verified({chain.sign("D-1")}), std::string("trace.no-head 3"));
    }

    void aClockSetBackIsALineOfItsOwn()
    {
        Chain chain(2);
        chain.add(morning - std::chrono::hours(24));
        QCOMPARE(chain.lines.size(), std::size_t(4));
        const auto line = lineFromText(chain.lines[2]);
        QCOMPARE(line->entry.act, std::string(act::clockSetBack));
        QCOMPARE(line->entry.device, std::string("D-1"));
        QCOMPARE(line->at, std::string("2026-11-20T01:00:00.000Z"));
        QCOMPARE(chain.verified({chain.sign()}), std::string("trace.clock-set-back 3"));
    }

    void aClockPutRightByLessThanASecondIsNone()
    {
        Chain chain(1);
        chain.add(morning - std::chrono::milliseconds(999));
        QCOMPARE(chain.verified({chain.sign()}), std::string());
        QCOMPARE(chain.lines.size(), std::size_t(2));
    }

    void linesOfAFileAreToldApart()
    {
        const Chain chain(1);
        const auto preface = prefaceIn(textOf(Preface{"D-1", chain.key()}));
        QVERIFY(preface && preface->chain == "D-1" && preface->key == chain.key());
        const auto head = headIn(canonicalText(toJson(chain.sign())));
        QVERIFY(head && isSignedBy(chain.key(), *head));
        for (const auto &other : {chain.lines.front(), std::string("{\"at\":1}"),
                 std::string("{\"chain\":1}"), std::string("{\"chain\":"), std::string()}) {
            QVERIFY(!prefaceIn(other));
            QVERIFY(!headIn(other));
        }
    }
};

QTEST_GUILESS_MAIN(ChainTest)
#include "tst_chain.moc"
