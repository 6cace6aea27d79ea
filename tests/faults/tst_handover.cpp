#include "faults/cutting.h"
#include "faults/failing.h"
#include "faults/handoverstory.h"
#include "platform/systemclock.h"

#include <QProcess>
#include <QTest>

using namespace quanke;
using namespace quanke::faults;

namespace {

const QString village = QStringLiteral("village");
const QString hall = QStringLiteral("hall");
const QByteArray plan(100'000, 'p');

} // namespace

/// Killed at any write, sync or rename while a case goes by a file: the giver's desk has it or has given a whole file; the
/// taker's has all of it or nothing.
class HandoverFaultTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void killedAnywhereWhileGiving() { killAnywhere(QStringLiteral("give"), "kill-give"); }
    void killedAnywhereWhileTaking() { killAnywhere(QStringLiteral("take"), "kill-take"); }

private:
    void killAnywhere(const QString &part, const char *line)
    {
        Tally tally;
        failEverywhere(
            {QStringLiteral("kill")}, [&](const QString &fault) { return tryOnce(part, fault); }, tally);
        report(line, tally);
        QVERIFY2(tally.violations == 0, qPrintable(tally.first));
        QVERIFY(tally.tried > 5);
    }

    std::optional<QString> tryOnce(const QString &part, const QString &fault)
    {
        const QTemporaryDir folder(placeInMemory());
        const bool gives = part == QStringLiteral("give");
        if (!prepare(folder.path(), gives)) {
            return QStringLiteral("test: not prepared");
        }
        const Recording recording(folder.path());
        QProcess program;
        program.setProcessEnvironment(recording.environment(fault));
        program.start(
            QStringLiteral(QUANKE_BINARY_DIR "/tests/faults_handover_story"), {folder.path(), part});
        if (!program.waitForFinished(60'000)) {
            return QStringLiteral("end: none");
        }
        const bool struck = hasStruck(recording.events());
        if (!struck && (program.exitStatus() != QProcess::NormalExit || program.exitCode() != 0)) {
            return QStringLiteral("end: failed without a fault");
        }
        const QString broken = gives ? brokenAtTheGivers(folder.path()) : brokenAtTheTakers(folder.path());
        return struck || !broken.isEmpty() ? std::optional(broken) : std::nullopt;
    }

    /// The case at the village; for taking, given already, and the hall's desk known to its clerk.
    bool prepare(const QString &folder, bool gives)
    {
        if (!QDir(folder).mkdir(QStringLiteral("stick"))) {
            return false;
        }
        const auto giver = opened(folder, village);
        vault::Draft draft;
        draft.caseId = handing::caseId;
        draft.values = {{"operator/person.name", "张伟"}};
        if (!giver || !giver->saveDraft(draft).result()) {
            return false;
        }
        const auto drawn =
            giver->storeDocument(handing::caseId, plan, {"application/pdf", "平面图", 1}).result();
        const auto card = giver->storeDocument(handing::caseId, "card", {"image/jpeg", "身份证", 1}).result();
        if (!drawn || !card) {
            return false;
        }
        draft.values["MH01"] = Json::array({vault::fileReference(*drawn), vault::fileReference(*card)});
        return giver->saveDraft(draft).result()
            && (gives || (handing::give(*giver, folder) && opened(folder, hall)));
    }

    std::unique_ptr<vault::Vault> opened(const QString &folder, const QString &desk)
    {
        auto vault = handing::vaultOf(folder, desk, m_clock);
        const bool isOpen = vault->open().result()
            && vault
                   ->enrol(
                       {handing::person, "x", {"clerk"}, {}, "h"}, seal::SecretBytes::copyOf("correct horse"))
                   .result();
        return isOpen ? std::move(vault) : nullptr;
    }

    static QString brokenIn(vault::Vault &vault)
    {
        const auto draft = vault.draft(handing::caseId).result();
        if (!draft || draft->values.value("operator/person.name", std::string()) != "张伟") {
            return QStringLiteral("draft: not whole");
        }
        const auto documents = vault.documents(handing::caseId).result();
        if (!documents || documents->size() != 2) {
            return QStringLiteral("documents: not all");
        }
        for (const auto &document : *documents) {
            if (!vault.readDocument(handing::caseId, document.sha256).result()) {
                return QStringLiteral("documents: cannot be read");
            }
        }
        return {};
    }

    QString brokenAtTheGivers(const QString &folder)
    {
        const auto giver = opened(folder, village);
        if (!giver) {
            return QStringLiteral("store: does not open");
        }
        if (const auto broken = brokenIn(*giver); !broken.isEmpty()) {
            return broken;
        }
        const auto gone = giver->handedOver(handing::caseId).result();
        const bool hasFile = QFile::exists(handing::fileIn(folder));
        if (!gone || (*gone && !hasFile)) {
            return QStringLiteral("file: handed over without one");
        }
        const auto taker = hasFile ? opened(folder, hall) : nullptr;
        if (hasFile && !(taker && handing::takeOver(*taker, folder))) {
            return QStringLiteral("file: not whole");
        }
        return {};
    }

    QString brokenAtTheTakers(const QString &folder)
    {
        const auto taker = opened(folder, hall);
        const auto drafts =
            taker ? taker->drafts().result() : Result<std::vector<vault::DraftSummary>>(Failure{});
        if (!drafts) {
            return QStringLiteral("store: does not open");
        }
        if (!drafts->empty()) {
            if (const auto broken = brokenIn(*taker); !broken.isEmpty()) {
                return broken;
            }
        }
        const auto again = handing::takeOver(*taker, folder);
        const QString key = again ? QString() : QString::fromStdString(again.failure().key);
        if (key != (drafts->empty() ? QString() : QStringLiteral("handover.here"))) {
            return QStringLiteral("again: ") + key;
        }
        return brokenIn(*taker);
    }

    platform::SystemClock m_clock;
};

QTEST_GUILESS_MAIN(HandoverFaultTest)
#include "tst_handover.moc"
