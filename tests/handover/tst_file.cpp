#include "handover/file.h"
#include "handover/password.h"
#include "seal/digest.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <map>

using namespace quanke;
using handover::Contents;

namespace {

const std::string password = "k7f3 9qxm 2trb";

/// What came out of a file.
struct Taken : handover::Receiver {
    Contents contents;
    std::vector<std::string> documents;

    Result<Done> begin(const Contents &brought) override
    {
        contents = brought;
        return Done{};
    }
    Result<Done> take(const handover::Enclosure &, std::string_view bytes) override
    {
        documents.emplace_back(bytes);
        return Done{};
    }
};

QString keyOf(const Result<Done> &outcome)
{
    return outcome ? QString() : QString::fromStdString(outcome.failure().key);
}

} // namespace

/// The file that a case travels in from desk to desk.
class HandoverFileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data()
    {
        QTest::addColumn<QString>("suite");
        QTest::newRow("sodium") << QStringLiteral("sodium");
        QTest::newRow("shangmi") << QStringLiteral("shangmi");
    }
    void init()
    {
        QFETCH_GLOBAL(const QString, suite);
        m_suite = seal::makeHallSuite(suite.toStdString());
        std::filesystem::remove(path());
    }

    void comesOutAsItWentIn()
    {
        write({"first", std::string("\0\1", 2), ""});
        Taken taken;
        QCOMPARE(keyOf(read(taken)), QString());
        QCOMPARE(taken.documents, m_documents);
        QCOMPARE(taken.contents.caseId, std::string("0193a001-0000-7000-8000-000000000001"));
        QCOMPARE(taken.contents.number, std::string("QS-20261121-K7F3-0001"));
        QVERIFY(taken.contents.draft == m_contents.draft);
        QCOMPARE(taken.contents.documents.at(1).name, std::string("身份证.jpg"));
        QCOMPARE(taken.contents.documents.at(1).pages, 2);
        QCOMPARE(taken.contents.handings.back().window, std::string("流动服务车"));
    }

    void manyPiecesComeOutAsTheyWentIn()
    {
        write({std::string(1'000'003, 'a'), std::string(64 * 1024, 'b'), std::string(5, 'c'),
            std::string(200'000, 'd')});
        Taken taken;
        QCOMPARE(keyOf(read(taken)), QString());
        QCOMPARE(taken.documents, m_documents);
    }

    /// The length that stands in the clear is the file's at every size around the pieces of the stream.
    void theLengthIsTheFiles()
    {
        for (const std::size_t size : {0U, 1U, 64'000U, 64'500U, 65'000U, 65'536U, 131'072U}) {
            for (std::size_t more = 0; more < 3; ++more) {
                write({std::string(size + more, 'x')});
                Taken taken;
                QCOMPARE(keyOf(read(taken)), QString());
            }
        }
    }

    void everyFlippedBitIsRefused()
    {
        write({"a document"});
        const QByteArray whole = bytes();
        QVERIFY(whole.size() > 500);
        for (qsizetype place = 0; place < whole.size(); ++place) {
            for (const int bit : {0, 6}) {
                QByteArray altered = whole;
                altered[place] = char(altered[place] ^ (1 << bit));
                put(altered);
                // The cost is what the thief's guess would cost too: a higher one only takes longer.
                Taken taken;
                QVERIFY2(!read(taken), qPrintable(QStringLiteral("byte %1").arg(place)));
            }
        }
    }

    void everyCutIsRefused()
    {
        write({"a document"});
        const QByteArray whole = bytes();
        for (qsizetype length = 0; length < whole.size(); ++length) {
            put(whole.left(length));
            Taken taken;
            const QString key = keyOf(read(taken));
            QCOMPARE(
                key, length < 6 ? QStringLiteral("handover.foreign") : QStringLiteral("handover.cut-short"));
        }
        put(whole + 'x');
        Taken taken;
        QCOMPARE(keyOf(read(taken)), QStringLiteral("handover.damaged"));
    }

    void saysWhatIsWrong()
    {
        write({"a document"});
        const QByteArray whole = bytes();
        Taken taken;
        QCOMPARE(keyOf(handover::read(path(), *m_suite, "some other password", taken)),
            QStringLiteral("handover.wrong-password"));
        QCOMPARE(keyOf(handover::read(path() / "none", *m_suite, password, taken)),
            QStringLiteral("handover.unreadable"));
        put("PK\3\4 another program's");
        QCOMPARE(keyOf(read(taken)), QStringLiteral("handover.foreign"));
        QByteArray newer = whole;
        newer[6] = 3;
        put(newer);
        QCOMPARE(keyOf(read(taken)), QStringLiteral("handover.too-new"));
        QByteArray huge = whole;
        huge[36] = 1; // four gibibytes
        put(huge);
        QCOMPARE(keyOf(read(taken)), QStringLiteral("handover.too-large"));
        QByteArray costly = whole;
        costly[15] = 1; // sixteen gibibytes of memory for a guess
        put(costly);
        QCOMPARE(keyOf(read(taken)), QStringLiteral("handover.damaged"));
        QByteArray altered = whole;
        altered[whole.size() - 1] = char(~altered[whole.size() - 1]);
        put(altered);
        QCOMPARE(keyOf(read(taken)), QStringLiteral("handover.damaged"));
        QVERIFY(taken.contents.caseId.empty()); // nothing of any of them
    }

    void tooMuchIsNotWritten()
    {
        prepare({"a document"});
        m_contents.documents.front().size = handover::longestDocument + 1;
        QCOMPARE(keyOf(tryToWrite()), QStringLiteral("handover.too-large"));
        QVERIFY(!std::filesystem::exists(path()));
    }

    /// No gateway would ever take it.
    void aDocumentTooLongForTheGatewayIsNotReadEither()
    {
        prepare({"a document"});
        m_contents.documents.front().size = handover::longestDocument + 1;
        const auto contents = handover::contentsFromJson(toJson(m_contents));
        QVERIFY(!contents);
        QCOMPARE(contents.failure().key, std::string("handover.too-large"));
        QCOMPARE(
            handover::longestDocument, 20'971'520ULL); // forms/materials.json, the gateway's openapi.json
    }

    void tellsHowFarItIsAndMayBeEnded()
    {
        prepare({std::string(1'000'000, 'a')});
        std::vector<std::uint64_t> told;
        const handover::Watch watch = [&](std::uint64_t done, std::uint64_t all) -> Result<Done> {
            told.push_back(done);
            return done <= all ? Result<Done>(Done{}) : Failure{"test.more-than-all"};
        };
        QCOMPARE(keyOf(tryToWrite(watch)), QString());
        QVERIFY(told.size() > 10 && std::ranges::is_sorted(told));
        QCOMPARE(told.back(), std::uint64_t(bytes().size()));
        told.clear();
        Taken taken;
        QCOMPARE(keyOf(handover::read(path(), *m_suite, password, taken, watch)), QString());
        QCOMPARE(told.back(), std::uint64_t(bytes().size()));
        std::filesystem::remove(path());
        const auto end = [](std::uint64_t done, std::uint64_t all) {
            return done < all / 2 ? Result<Done>(Done{}) : Failure{"test.enough"};
        };
        QCOMPARE(keyOf(tryToWrite(end)), QStringLiteral("test.enough"));
        QVERIFY(std::filesystem::is_empty(path().parent_path()));
    }

    void whatCannotBeReadLeavesNoFile()
    {
        prepare({"a document"});
        m_documents.clear();
        QCOMPARE(keyOf(tryToWrite()), QStringLiteral("test.gone"));
        QVERIFY(std::filesystem::is_empty(path().parent_path()));
    }

    void tellsNothingInTheClear()
    {
        write({"the applicant's own words"});
        const QByteArray whole = bytes();
        for (const char *secret : {"applicant", "张伟", "QS-2026", "wangxm", "0193a001", "身份证", "fill"})
            QVERIFY2(!whole.contains(secret), secret);
        QVERIFY(whole.startsWith("QKCASE"));
        write({"the applicant's own words"});
        QVERIFY(bytes().mid(16, 16) != whole.mid(16, 16)); // a salt of its own each time
    }

    void passwordsAreWhatIsReadOut()
    {
        const auto made = handover::makePassword();
        QCOMPARE(made.size(), std::size_t(14));
        QVERIFY(handover::isLongEnough(made));
        QVERIFY(made != handover::makePassword());
        QVERIFY(!handover::isLongEnough("a b c d e f g"));
        QVERIFY(handover::isLongEnough("一二三四五六七八"));
        QVERIFY(!handover::isLongEnough("一二三四五六七"));
        write({"a document"});
        Taken taken;
        QCOMPARE(keyOf(handover::read(path(), *m_suite, "k7f39qxm-2trb", taken)), QString());
        QCOMPARE(keyOf(handover::write(path(), *m_suite, "short", seal::cheapestCost, m_contents, {})),
            QStringLiteral("handover.short-password"));
    }

private:
    std::filesystem::path path() const
    {
        return m_folder.filePath(QStringLiteral("case.qkcase")).toStdString();
    }

    void prepare(const std::vector<std::string> &documents)
    {
        m_documents = documents;
        m_contents = {"0193a001-0000-7000-8000-000000000001", "QS-20261121-K7F3-0001",
            {{"step", "fill"}, {"values", {{"operator/person.name", "张伟"}}}}, {},
            {{"0193a001-0000-7000-8000-00000000000a", "wangxm", "王小满", "流动服务车", "device-1",
                "2026-11-21T01:00:00Z"}}};
        for (const auto &bytes : documents)
            m_contents.documents.push_back(
                {seal::sha256(bytes), bytes.size(), "image/jpeg", "身份证.jpg", 2});
    }
    Result<Done> tryToWrite(const handover::Watch &watch = {})
    {
        const auto read = [this](const handover::Enclosure &wanted) -> Result<std::string> {
            for (const auto &bytes : m_documents) {
                if (seal::sha256(bytes) == wanted.sha256)
                    return bytes;
            }
            return Failure{"test.gone"};
        };
        return handover::write(path(), *m_suite, password, seal::cheapestCost, m_contents, read, watch);
    }
    void write(const std::vector<std::string> &documents)
    {
        prepare(documents);
        QCOMPARE(keyOf(tryToWrite()), QString());
    }
    Result<Done> read(Taken &taken) const { return handover::read(path(), *m_suite, password, taken); }
    QByteArray bytes() const
    {
        QFile file(QString::fromStdString(path().string()));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void put(const QByteArray &content) const
    {
        QFile file(QString::fromStdString(path().string()));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }

    QTemporaryDir m_folder;
    std::shared_ptr<const seal::Suite> m_suite;
    Contents m_contents;
    std::vector<std::string> m_documents;
};

QTEST_GUILESS_MAIN(HandoverFileTest)
#include "tst_file.moc"
