#pragma once

#include "core/casework/filereference.h"
#include "core/wire/protocol.h"
#include "seal/suite.h"
#include "support/fakeaccessmanager.h"

#include <deque>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace quanke::test {

/// A gateway in memory behind the fake network: sessions, operations with signed receipts, uploads, changes. It keeps
/// what it took, so that a test can count effects rather than requests.
class FakeGateway {
public:
    explicit FakeGateway(FakeAccessManager &manager);

    /// Put back to a backup from before that operation came.
    void forget(const std::string &id);
    /// Makes the second copy of all that it has by now.
    void backUp();

    enum class Link { Up, Down };
    Link link = Link::Up;
    /// What happens to the next operations, in their order: taken and answered unless said otherwise.
    enum class Fate {
        ReplyLost,
        RequestLost,
        Busy,
        Refused,
        Unauthorised,
        OtherReceipt,
        Broken,
        KeptBeside,
        SaidToBeKept
    };
    std::deque<Fate> fates;

    std::vector<std::string> taken; ///< ids of operations with an effect, in their order
    std::map<std::string, std::string> operations; ///< id → bytes
    std::set<std::string> sealed; ///< ids of operations that came sealed; they are not looked into
    std::set<std::string> documents; ///< SHA-256 of what was uploaded whole
    std::vector<wire::Change> changes;
    std::map<std::string, casework::CaseFile> cases;
    std::string epoch = "first"; ///< of its store
    bool hasSecondCopy = false; ///< receipts say received, and what backUp has covered durable
    enum class Word { Signed, OfAnotherKey, OfMore };
    Word word = Word::Signed; ///< on what is durable: as it is, forged, or signed before it was raised
    int loseWatermarks = 0; ///< so many do not come back
    std::set<std::string> unknownCases; ///< it says so of operations on them
    std::set<std::string> laterForms; ///< cases whose operations are of a form that it does not know
    seal::KeyPair sealing = seal::makeSodiumSuite()->makeSealingPair(); ///< of second copies
    int cutUploadsAfter = -1; ///< pieces that arrive before a connection is cut, once
    int alterPiece = -1; ///< pieces before the one that is altered on its way, once
    int holdUploadsAfter = -1; ///< pieces before those that are never answered
    int casesBeforePause = -1; ///< fetched before one is refused for the pace, again and again
    QByteArray pause = R"({"retryAfter":0})"; ///< what is said then

private:
    struct Upload {
        std::string sha256;
        std::uint64_t length = 0;
        QByteArray bytes;
    };
    using Asked = FakeAccessManager::Asked;

    QNetworkReply *answer(const Asked &asked);
    QNetworkReply *signIn(const Asked &asked);
    QNetworkReply *putOperation(const Asked &asked);
    QNetworkReply *take(const Asked &asked, const std::string &id);
    QNetworkReply *createUpload(const Asked &asked);
    QNetworkReply *append(const Asked &asked);
    QNetworkReply *offset(const Asked &asked);
    QNetworkReply *watermark(const Asked &asked);
    QNetworkReply *changesAfter(const Asked &asked);
    QNetworkReply *caseView(const Asked &asked);
    QByteArray receiptFor(const std::string &id, const std::string &bytes);

    FakeAccessManager &m_manager;
    std::shared_ptr<const seal::Suite> m_suite = seal::makeSodiumSuite();
    seal::KeyPair m_key = m_suite->makeSigningPair();
    std::map<QString, Upload> m_uploads; ///< by path
    std::map<std::string, std::uint64_t> m_positions; ///< by operation
    std::uint64_t m_last = 0; ///< position
    std::uint64_t m_copied = 0; ///< up to there
    int m_casesInARow = 0;
};

} // namespace quanke::test
