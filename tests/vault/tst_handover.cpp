#include "handover/file.h"
#include "vault/sql/database.h"
#include "vaultfixture.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <atomic>

using namespace quanke;
using test::awaited;
using test::caseOne;
using test::VaultFixture;

namespace {

const std::string password = "k7f3 9qxm 2trb";
const QByteArray card(200'000, 'c'); // more than a piece of the stream
constexpr int largeDocuments = 12;
constexpr int largeCase = 24 * 1024 * 1024;

vault::Giving giving(const QString &file)
{
    return {caseOne, file, VaultFixture::secret(password), "王小满", "流动服务车"};
}

/// Work that stands still halfway, until it is let go on or cancelled.
class HeldHeadway : public vault::Headway {
public:
    void tell(std::uint64_t done, std::uint64_t all) override
    {
        Headway::tell(done, all);
        m_isHalfway = done >= all / 2;
        while (m_isHalfway && !m_goesOn && !isCancelled()) {
            QThread::yieldCurrentThread();
        }
    }
    /// Whether it has come there.
    bool stands() const
    {
        const QDeadlineTimer longest(test::patience);
        while (!m_isHalfway && !longest.hasExpired()) {
            QThread::yieldCurrentThread();
        }
        return m_isHalfway;
    }
    void letGo() { m_goesOn = true; }

private:
    std::atomic<bool> m_isHalfway = false;
    std::atomic<bool> m_goesOn = false;
};

} // namespace

/// A draft goes from desk to desk by a file.
class VaultHandoverTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_village = std::make_unique<VaultFixture>();
        m_hall = std::make_unique<VaultFixture>();
        for (auto *desk : {m_village.get(), m_hall.get()}) {
            QCOMPARE(desk->open(), QString());
            QVERIFY(bool(desk->enrol(desk == m_hall.get() ? "liqh" : "wangxm")));
        }
        QFile::remove(file());
    }

    void goesOnWhereItWasGiven()
    {
        prepare();
        const auto given = give();
        QVERIFY2(bool(given), qPrintable(test::failureKey(given)));
        QVERIFY(given->number.starts_with("QS-"));
        const auto taken = takeOver();
        QVERIFY2(bool(taken), qPrintable(test::failureKey(taken)));
        QCOMPARE(taken->caseId, caseOne);
        QCOMPARE(taken->from.displayName, std::string("王小满"));
        QCOMPARE(taken->from.window, std::string("流动服务车"));
        const auto draft = awaited(m_hall->vault->draft(caseOne));
        QVERIFY(bool(draft));
        QVERIFY(draft->values["operator/person.name"] == "张伟");
        QVERIFY(draft->values["operator/person.idNo"] == "typed last");
        QCOMPARE(draft->focusedKey, std::string("operator/person.idNo"));
        QCOMPARE(draft->ticked, (std::vector<std::string>{"HT-01", "HT-02"}));
        QCOMPARE(draft->handings.size(), std::size_t(1));
        const auto documents = awaited(m_hall->vault->documents(caseOne));
        QCOMPARE(documents->size(), std::size_t(2));
        QCOMPARE(*awaited(m_hall->vault->readDocument(caseOne, m_card.sha256)), card);
        for (const auto &document : *documents) {
            QCOMPARE(document.meta.name,
                std::string(document.sha256 == m_card.sha256 ? "身份证.jpg" : "平面图.pdf"));
            QVERIFY(!document.uploaded);
        }
        QCOMPARE(*awaited(m_hall->vault->caseNumber(caseOne)), given->number);
        // It is a draft like any other.
        QVERIFY(bool(awaited(m_hall->vault->saveField(VaultFixture::edit("more", "added")))));
        QVERIFY(bool(awaited(m_hall->vault->enqueue(VaultFixture::operation()))));
    }

    void whatWasGivenIsReadAlone()
    {
        prepare();
        QVERIFY(bool(give()));
        QVERIFY(awaited(m_village->vault->drafts())->front().handedOver);
        QVERIFY(bool(awaited(m_village->vault->draft(caseOne))));
        QVERIFY(bool(awaited(m_village->vault->readDocument(caseOne, m_card.sha256))));
        const QString closed = QStringLiteral("vault.handed-over");
        QCOMPARE(test::failureKey(awaited(m_village->vault->saveDraft(VaultFixture::draft()))), closed);
        QCOMPARE(
            test::failureKey(awaited(m_village->vault->saveField(VaultFixture::edit("more", "x")))), closed);
        QCOMPARE(test::failureKey(awaited(m_village->vault->enqueue(VaultFixture::operation()))), closed);
        QCOMPARE(test::failureKey(awaited(m_village->vault->removeDocument(caseOne, m_card.sha256))), closed);
        QCOMPARE(test::failureKey(give(file() + QStringLiteral("2"))), closed);
        // And over a restart.
        QCOMPARE(m_village->reopen(), QString());
        QVERIFY(bool(m_village->unlock()));
        const auto how = awaited(m_village->vault->handedOver(caseOne));
        QVERIFY(how && *how);
        QCOMPARE((*how)->file, QStringLiteral("case.qkcase"));
        QCOMPARE((*how)->handing.at, toText(m_village->clock.now()));
        QCOMPARE(
            test::failureKey(awaited(m_village->vault->saveField(VaultFixture::edit("more", "x")))), closed);
    }

    void isTakenBackKnowingly()
    {
        prepare();
        QVERIFY(bool(give()));
        QVERIFY(bool(awaited(m_village->vault->takeBackCase(caseOne))));
        QCOMPARE(
            trace::lineFromText(m_village->traceLines().back())->entry.act, std::string("take-back-case"));
        QVERIFY(!awaited(m_village->vault->drafts())->front().handedOver);
        QVERIFY(!*awaited(m_village->vault->handedOver(caseOne)));
        QVERIFY(bool(awaited(m_village->vault->saveField(VaultFixture::edit("more", "x")))));
        QVERIFY(bool(takeOver())); // two may change it now
        QCOMPARE(test::failureKey(awaited(m_village->vault->takeBackCase(caseOne))),
            QStringLiteral("vault.wrong-state"));
    }

    void theSameFileTwiceChangesNothing()
    {
        prepare();
        QVERIFY(bool(give()));
        QVERIFY(bool(takeOver()));
        QVERIFY(bool(awaited(m_hall->vault->saveField(VaultFixture::edit("more", "added")))));
        const auto again = takeOver();
        QCOMPARE(test::failureKey(again), QStringLiteral("handover.here"));
        QVERIFY(again.failure().arguments["case"] == caseOne);
        QVERIFY(awaited(m_hall->vault->draft(caseOne))->values["more"] == "added");
        QCOMPARE(sealedFiles(*m_hall), 2);
        QVERIFY(bool(awaited(m_hall->vault->enqueue(VaultFixture::operation()))));
        QCOMPARE(test::failureKey(takeOver()), QStringLiteral("handover.pushed"));
    }

    void onesOwnFileIsRefused()
    {
        prepare();
        QVERIFY(bool(give()));
        QCOMPARE(test::failureKey(takeOver(*m_village)), QStringLiteral("handover.own"));
        QVERIFY(awaited(m_village->vault->drafts())->front().handedOver);
        // Somebody else at the same desk has no need of a file.
        QVERIFY(bool(m_village->enrol("liqh")));
        QCOMPARE(test::failureKey(takeOver(*m_village)), QStringLiteral("handover.other-operator"));
    }

    void comesBackWithWhatWasAdded()
    {
        prepare();
        QVERIFY(bool(give()));
        QVERIFY(bool(takeOver()));
        QVERIFY(bool(awaited(m_hall->vault->saveField(VaultFixture::edit("more", "added")))));
        QVERIFY(bool(awaited(m_hall->vault->giveCase(giving(file() + QStringLiteral("back"))))));
        const auto back = takeOver(*m_village, QStringLiteral("back"));
        QVERIFY2(bool(back), qPrintable(test::failureKey(back)));
        QVERIFY(awaited(m_village->vault->draft(caseOne))->values["more"] == "added");
        QVERIFY(!awaited(m_village->vault->drafts())->front().handedOver);
        QCOMPARE(sealedFiles(*m_village), 3); // those it had, and the one that was taken away
        // Given again since: the file of before would take that back unseen.
        QVERIFY(bool(give(file() + QStringLiteral("third"))));
        QCOMPARE(
            test::failureKey(takeOver(*m_village, QStringLiteral("back"))), QStringLiteral("handover.older"));
    }

    void nothingOfADamagedFileIsKept()
    {
        prepare();
        QVERIFY(bool(give()));
        QFile whole(file());
        QVERIFY(whole.open(QIODevice::ReadOnly));
        QByteArray bytes = whole.readAll();
        bytes[bytes.size() - 20] = char(~bytes[bytes.size() - 20]); // behind the first document
        QFile altered(file() + QStringLiteral("x"));
        QVERIFY(altered.open(QIODevice::WriteOnly) && altered.write(bytes) == bytes.size());
        altered.close();
        QCOMPARE(
            test::failureKey(takeOver(*m_hall, QStringLiteral("x"))), QStringLiteral("handover.damaged"));
        QVERIFY(awaited(m_hall->vault->drafts())->empty());
        QCOMPARE(sealedFiles(*m_hall), 0);
        QVERIFY(bool(takeOver())); // the good one still comes in
    }

    void aWrongPasswordKeepsNothing()
    {
        prepare();
        QVERIFY(bool(give()));
        const auto wrong = awaited(m_hall->vault->takeOverCase(file(), VaultFixture::secret("another word")));
        QCOMPARE(test::failureKey(wrong), QStringLiteral("handover.wrong-password"));
        QVERIFY(awaited(m_hall->vault->drafts())->empty());
        QVERIFY(bool(takeOver()));
    }

    void aFileThatIsThereIsNotWrittenOver()
    {
        prepare();
        QFile other(file());
        QVERIFY(other.open(QIODevice::WriteOnly) && other.write("mine") == 4);
        other.close();
        QCOMPARE(test::failureKey(give()), QStringLiteral("handover.exists"));
        QVERIFY(!awaited(m_village->vault->drafts())->front().handedOver);
        QVERIFY(other.open(QIODevice::ReadOnly));
        QCOMPARE(other.readAll(), QByteArray("mine"));
    }

    /// The stick's trouble is not the store's.
    void aStickThatDoesNotTakeItChangesNothing()
    {
        prepare();
        const QSignalSpy troubled(m_village->vault.get(), &vault::Vault::troubled);
        const auto failed = give(m_folder.filePath(QStringLiteral("no such folder/case.qkcase")));
        QCOMPARE(test::failureKey(failed), QStringLiteral("handover.io"));
        QCOMPARE(troubled.size(), 0);
        QVERIFY(bool(awaited(m_village->vault->saveField(VaultFixture::edit("more", "x")))));
    }

    /// A store from before there were files to hand over.
    void draftsOfTheFormBeforeAreHere()
    {
        prepare();
        m_village->close();
        {
            auto database = vault::Database::open(m_village->path(QStringLiteral("vault.db")));
            QVERIFY(bool(database));
            QVERIFY(bool((*database)->run("ALTER TABLE draft DROP COLUMN handed_over")));
            QVERIFY(bool((*database)->run("DROP TABLE trace")));
            QVERIFY(bool((*database)->run("DROP TABLE trace_heads")));
            QVERIFY(bool((*database)->run("DROP TABLE ticket")));
            QVERIFY(bool((*database)->run("ALTER TABLE operator_key DROP COLUMN bound")));
            QVERIFY(bool((*database)->run("DROP TABLE case_person")));
            QVERIFY(bool((*database)->run("PRAGMA user_version = 2")));
        }
        QCOMPARE(m_village->reopen(), QString());
        QVERIFY(bool(m_village->unlock()));
        const auto drafts = awaited(m_village->vault->drafts());
        QVERIFY(drafts && drafts->size() == 1 && !drafts->front().handedOver);
        QVERIFY(bool(give()));
    }

    /// A large case and a slow stick: the clerk who gives up meanwhile has lost nothing, nor waited with anything.
    void whatIsLongHoldsUpNothingAndMayBeCancelled()
    {
        prepareLarge();
        const auto headway = std::make_shared<HeldHeadway>();
        const auto given = m_village->vault->giveCase(giving(file()), headway);
        QVERIFY(headway->stands());
        QVERIFY(bool(awaited(m_village->vault->saveDraft(VaultFixture::draft(test::caseTwo)))));
        QVERIFY(!given.isFinished()); // what was left meanwhile is durable before it
        headway->cancel();
        QCOMPARE(test::failureKey(awaited(given)), QStringLiteral("handover.cancelled"));
        QVERIFY(headway->all() > std::uint64_t(largeCase) && headway->done() < headway->all());
        QVERIFY(leftNothing());
        QVERIFY(bool(awaited(m_village->vault->saveField(VaultFixture::edit("more", "x"))))); // as it was
        QVERIFY(bool(give()));
    }

    void whatChangesMeanwhileIsNotGiven()
    {
        prepareLarge();
        const auto headway = std::make_shared<HeldHeadway>();
        const auto given = m_village->vault->giveCase(giving(file()), headway);
        QVERIFY(headway->stands());
        QVERIFY(bool(awaited(m_village->vault->saveField(VaultFixture::edit("more", "typed meanwhile")))));
        headway->letGo();
        QCOMPARE(test::failureKey(awaited(given)), QStringLiteral("handover.changed"));
        QVERIFY(leftNothing());
        QVERIFY(bool(give()));
        QVERIFY(bool(takeOver()));
        QVERIFY(awaited(m_hall->vault->draft(caseOne))->values["more"] == "typed meanwhile");
    }

    void whoMovesAboutInTheFormChangesNothing()
    {
        prepareLarge();
        const auto headway = std::make_shared<HeldHeadway>();
        const auto given = m_village->vault->giveCase(giving(file()), headway);
        QVERIFY(headway->stands());
        auto moved = *awaited(m_village->vault->draft(caseOne));
        moved.step = "documents";
        moved.focusedKey = "operator/person.name";
        QVERIFY(bool(awaited(m_village->vault->saveDraft(moved))));
        headway->letGo();
        QCOMPARE(test::failureKey(awaited(given)), QString());
    }

    void bringingInMayBeCancelled()
    {
        prepareLarge();
        QVERIFY(bool(give()));
        const auto headway = std::make_shared<HeldHeadway>();
        const auto taken = m_hall->vault->takeOverCase(file(), VaultFixture::secret(password), headway);
        QVERIFY(headway->stands());
        QVERIFY(bool(awaited(m_hall->vault->saveDraft(VaultFixture::draft(test::caseTwo)))));
        QVERIFY(!taken.isFinished());
        QVERIFY(sealedFiles(*m_hall) > 0);
        headway->cancel();
        QCOMPARE(test::failureKey(awaited(taken)), QStringLiteral("handover.cancelled"));
        QCOMPARE(sealedFiles(*m_hall), 0);
        QCOMPARE(awaited(m_hall->vault->drafts())->size(), std::size_t(1));
        QVERIFY(bool(takeOver()));
        QCOMPARE(awaited(m_hall->vault->documents(caseOne))->size(), std::size_t(largeDocuments));
    }

    /// The next clerk's key opens nothing that the former's has sealed.
    void whoBringsInIsTheSameToTheEnd()
    {
        prepareLarge();
        QVERIFY(bool(give()));
        const auto headway = std::make_shared<HeldHeadway>();
        const auto taken = m_hall->vault->takeOverCase(file(), VaultFixture::secret(password), headway);
        QVERIFY(headway->stands());
        QVERIFY(bool(awaited(m_hall->vault->forget())));
        QVERIFY(bool(m_hall->enrol("zhaoym")));
        headway->letGo();
        QCOMPARE(test::failureKey(awaited(taken)), QStringLiteral("vault.locked"));
        QCOMPARE(sealedFiles(*m_hall), 0);
        QVERIFY(awaited(m_hall->vault->drafts())->empty());
    }

    void aDeskThatIsClosedMeanwhileLeavesNoFile()
    {
        prepareLarge();
        const auto headway = std::make_shared<HeldHeadway>();
        static_cast<void>(m_village->vault->giveCase(giving(file()), headway));
        QVERIFY(headway->stands());
        m_village->close();
        QVERIFY(leftNothing());
        QCOMPARE(m_village->reopen(), QString());
        QVERIFY(bool(m_village->unlock()));
        QVERIFY(!awaited(m_village->vault->drafts())->front().handedOver);
    }

    void aLockedDeskTakesNothing()
    {
        prepare();
        QVERIFY(bool(give()));
        QVERIFY(bool(awaited(m_hall->vault->lock())));
        QCOMPARE(test::failureKey(takeOver()), QStringLiteral("vault.locked"));
    }

private:
    /// A draft that names two documents; a third was taken away again.
    void prepare()
    {
        auto draft = VaultFixture::draft();
        QVERIFY(bool(awaited(m_village->vault->saveDraft(draft))));
        const auto stored = store(card, {"image/jpeg", "身份证.jpg", 1});
        const auto plan = store("plan", {"application/pdf", "平面图.pdf", 3});
        QVERIFY(stored && plan && store("of somebody else", {"image/png", "a.png", 1}));
        m_card = *stored;
        draft.values["MH01"] = Json::array({vault::fileReference(*stored), vault::fileReference(*plan)});
        QVERIFY(bool(awaited(m_village->vault->saveDraft(draft))));
        QVERIFY(bool(
            awaited(m_village->vault->saveField(VaultFixture::edit("operator/person.idNo", "typed last")))));
    }
    /// A draft that names much.
    void prepareLarge()
    {
        auto draft = VaultFixture::draft();
        QVERIFY(bool(awaited(m_village->vault->saveDraft(draft))));
        for (int i = 0; i < largeDocuments; ++i) {
            const auto stored =
                store(QByteArray(largeCase / largeDocuments, char('a' + i)), {"image/jpeg", "page.jpg", 1});
            QVERIFY(bool(stored));
            draft.values["MH01"].push_back(vault::fileReference(*stored));
        }
        QVERIFY(bool(awaited(m_village->vault->saveDraft(draft))));
    }
    Result<vault::StoredDocument> store(const QByteArray &bytes, vault::DocumentMeta meta)
    {
        return awaited(m_village->vault->storeDocument(caseOne, bytes, std::move(meta)));
    }
    QString file() const { return m_folder.filePath(QStringLiteral("case.qkcase")); }
    bool leftNothing() const
    {
        return !QFile::exists(file()) && !QFile::exists(file() + QStringLiteral(".part"));
    }
    Result<vault::HandedOver> give() { return give(file()); }
    Result<vault::HandedOver> give(const QString &name)
    {
        return awaited(m_village->vault->giveCase(giving(name)));
    }
    Result<vault::TakenOver> takeOver() { return takeOver(*m_hall); }
    Result<vault::TakenOver> takeOver(VaultFixture &desk, const QString &more = {})
    {
        return awaited(desk.vault->takeOverCase(file() + more, VaultFixture::secret(password)));
    }
    static int sealedFiles(const VaultFixture &desk)
    {
        return int(QDir(desk.path(QStringLiteral("documents"))).entryList(QDir::Files).size());
    }

    QTemporaryDir m_folder;
    std::unique_ptr<VaultFixture> m_village;
    std::unique_ptr<VaultFixture> m_hall;
    vault::StoredDocument m_card;
};

QTEST_GUILESS_MAIN(VaultHandoverTest)
#include "tst_handover.moc"
