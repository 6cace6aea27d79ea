#include "cli/online/caseshowcommand.h"
#include "cli/online/casesubmitcommand.h"
#include "cli/online/useraddcommand.h"
#include "cli/online/userlistcommand.h"
#include "cli/online/userpasswordcommand.h"
#include "cli/online/userremovecommand.h"
#include "cli/outcome.h"
#include "core/casework/casefile.h"
#include "link/gatewayclient.h"
#include "platform/folder.h"
#include "platform/systemclock.h"
#include "seal/random.h"
#include "support/await.h"
#include "support/hallcertificates.h"
#include "support/jsoninmessages.h"
#include "support/must.h"
#include "support/sampledocuments.h"
#include "support/testgateway.h"

#include <QDir>
#include <QFile>
#include <QIODevice>
#include <QLatin1Char>
#include <QTemporaryDir>
#include <QTest>

#include <fstream>

using namespace quanke;
using namespace quanke::cli;
using namespace quanke::test;

namespace {

Outcome run(const std::vector<std::string> &words)
{
    return test::runWith<CaseSubmitCommand, CaseShowCommand, UserAddCommand, UserListCommand,
        UserPasswordCommand, UserRemoveCommand>(words);
}

/// One after another from the first to the last: the stages of the bundle.
const std::vector<std::string> inOrder{"HT-01", "HT-02", "HT-04", "HT-05", "HT-06", "HT-07", "HT-08", "HT-09",
    "HT-10", "HT-11", "HT-12", "HT-13", "HT-03"};

} // namespace

class CaseCommandsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        auto files = platform::readTextFiles(QUANKE_SOURCE_DIR "/forms", ".json");
        m_catalogue = std::move(*catalogue::Catalogue::load(*files));
        QVERIFY2(m_gateway.start(), m_gateway.log().constData());
        write("password", "Quanke-2026\n");
        writeDocuments();
    }

    void aHotelOfThirteenGoesFromThePushToTheHandOver()
    {
        const auto submitted = submit({"--documents", path("documents")});
        QVERIFY2(submitted.code == 0, (submitted.out + submitted.error).c_str());
        const auto json = submitted.json();
        QCOMPARE(json["subCases"].size(), std::size_t(13));
        QCOMPARE(json["subCases"]["HT-01"], Json("received"));
        QCOMPARE(json["subCases"]["HT-03"], Json("waiting"));
        QCOMPARE(json["subCases"]["HT-13"], Json("received"));
        QCOMPARE(json["receipt"]["stage"], Json("durable"));

        const auto caseId = json["case"].get<std::string>();
        for (const auto &matter : inOrder) {
            approve(caseId, matter);
        }
        const auto number = json["number"].get<std::string>();
        for (const auto &[matter, state] :
            show(number)["subCases"].get<std::map<std::string, std::string>>()) {
            QVERIFY2(state == "approved", matter.c_str());
        }
        issue(caseId);
        const auto shown = show(number);
        QCOMPARE(shown["finished"], Json(true));
        QCOMPARE(shown["subCases"]["HT-03"], Json("issued"));
        QVERIFY(shown["matters"]["HT-03"]["issuedAt"] != "");
        QVERIFY(shown.dump().find("409900198504200021") == std::string::npos);
    }

    void whatIsMissingIsToldBeforeAnythingTravels()
    {
        const auto outcome = submit({});
        QCOMPARE(outcome.code, 1);
        const auto json = outcome.json();
        QCOMPARE(json["refused"], Json("case.invalid"));
        QVERIFY(json["problems"].size() >= 5);
        QCOMPARE(json["problems"][0]["keyword"], Json("required"));
        QVERIFY(!json["problems"][0]["message"].get<std::string>().empty());
    }

    void theGatewaysRefusalIsAFinding()
    {
        const auto outcome = submit({"--documents", path("documents")}, "zhaoym");
        QCOMPARE(outcome.code, 1);
        QCOMPARE(outcome.json()["refused"], Json("operation.not-allowed"));
    }

    void wrongInputIsUnusable_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("says");
        const QString show = QStringLiteral("case show QS-0 --operator wangxm --lang en --gateway ");
        QTest::newRow("no such number")
            << QStringList{show + QStringLiteral("GATEWAY --password-file PASSWORD"), QStringLiteral("1")}
            << QStringLiteral("no case of that number");
        QTest::newRow("wrong password") << QStringList{show + QStringLiteral("GATEWAY --password-file WRONG"),
            QStringLiteral("2")} << QStringLiteral("Name or password is wrong");
        QTest::newRow("no password file")
            << QStringList{show + QStringLiteral("GATEWAY --password-file nowhere"), QStringLiteral("2")}
            << QStringLiteral("no file nowhere");
        QTest::newRow("nobody there") << QStringList{
            show + QStringLiteral("http://127.0.0.1:1 --password-file PASSWORD"),
            QStringLiteral("2")} << QStringLiteral("cannot be reached");
        QTest::newRow("no address") << QStringList{show + QStringLiteral("nonsense --password-file PASSWORD"),
            QStringLiteral("2")} << QStringLiteral("no gateway's address");
    }

    void wrongInputIsUnusable()
    {
        QFETCH(QStringList, words);
        QFETCH(QString, says);
        write("wrong", "Quanke-2025\n");
        auto line = words[0];
        line.replace(QStringLiteral("GATEWAY"), m_gateway.url().toString());
        line.replace(QStringLiteral("PASSWORD"), QString::fromStdString(path("password")));
        line.replace(QStringLiteral("WRONG"), QString::fromStdString(path("wrong")));
        std::vector<std::string> split;
        for (const auto &word : line.split(QLatin1Char(' '))) {
            split.push_back(word.toStdString());
        }
        const auto outcome = run(split);
        QCOMPARE(outcome.code, words[1].toInt());
        QVERIFY2(QString::fromStdString(outcome.error).contains(says), outcome.error.c_str());
        QVERIFY(outcome.out.empty());
    }

    void anAdministratorAddsAndListsOperators()
    {
        write("new", "Herbst-2026x\n");
        const auto added = run(at({"user", "add", "weics", "--display-name", "卫春生", "--roles", "clerk",
                                      "--new-password-file", path("new"), "--json"},
            "zhengsc"));
        QVERIFY2(added.code == 0, added.error.c_str());
        QCOMPARE(added.json()["displayName"], Json("卫春生"));
        const auto listed = run(at({"user", "list", "--json"}, "zhengsc"));
        QVERIFY(listed.out.find("weics") != std::string::npos);
        const auto refused = run(at({"user", "add", "weics2", "--display-name", "x", "--roles", "king",
                                        "--new-password-file", path("new"), "--lang", "en"},
            "zhengsc"));
        QCOMPARE(refused.code, 1);
        QVERIFY2(refused.error.find("roles") != std::string::npos, refused.error.c_str());
        QCOMPARE(run(at({"user", "list"}, "wangxm")).code, 2);
    }

    /// An administrator's word for somebody opens nothing until they have chosen their own.
    void whoWasEnteredChoosesAPasswordOfTheirOwn()
    {
        write("first", "Herbst-2026x\n");
        write("own", "Winter-2026x\n");
        const auto added = run(at({"user", "add", "jianghs", "--display-name", "蒋寒霜", "--roles",
                                      "administrator", "--new-password-file", path("first")},
            "zhengsc"));
        QVERIFY2(added.code == 0, added.error.c_str());
        const auto with = [this](const char *password, std::vector<std::string> words) {
            words.insert(words.end(),
                {"--gateway", m_gateway.url().toString().toStdString(), "--operator", "jianghs",
                    "--password-file", path(password)});
            return run(words);
        };
        const auto early = with("first", {"user", "list", "--lang", "en"});
        QCOMPARE(early.code, 2);
        QVERIFY2(early.error.find("quanke user password") != std::string::npos, early.error.c_str());
        QCOMPARE(with("own", {"user", "password", "--new-password-file", path("own")}).code, 1);
        QCOMPARE(with("first", {"user", "password", "--new-password-file", path("first")}).code, 1);
        const auto changed = with("first", {"user", "password", "--new-password-file", path("own")});
        QVERIFY2(changed.code == 0, changed.error.c_str());
        QCOMPARE(with("own", {"user", "list"}).code, 0);
        QCOMPARE(with("own", {"user", "remove", "jianghs"}).code, 1); // themselves
        const auto removed = run(at({"user", "remove", "jianghs"}, "zhengsc"));
        QVERIFY2(removed.code == 0, removed.error.c_str());
        QCOMPARE(with("own", {"user", "list"}).code, 2);
    }

    void aNetworkIsReachedSafelyOrNotAtAll()
    {
        const auto plain = run({"user", "list", "--gateway", "http://10.1.2.3:8740", "--operator", "zhengsc",
            "--password-file", path("password"), "--lang", "en"});
        QCOMPARE(plain.code, 2);
        QVERIFY2(plain.error.find("https:// alone") != std::string::npos, plain.error.c_str());
        const auto unknown = run({"user", "list", "--gateway", "https://10.1.2.3:8740", "--operator",
            "zhengsc", "--password-file", path("password"), "--lang", "en"});
        QCOMPARE(unknown.code, 2);
        QVERIFY2(unknown.error.find("--enrolment FILE") != std::string::npos, unknown.error.c_str());
    }

    void worksOverTlsWithAnEnrolment()
    {
        const HallCertificates hall;
        TestGateway gateway;
        gateway.secureBy(QString::fromStdString(hall.folder()));
        QVERIFY2(gateway.start(), gateway.log().constData());
        write("desk.p12", must(certificates::pack(hall.enrol("office"), "correct horse battery")));
        write("right", "correct horse battery\n");
        write("wrong", "correct horse batterie\n");
        const auto list = [&](const char *password) {
            return run({"user", "list", "--gateway", gateway.url().toString().toStdString(), "--operator",
                "zhengsc", "--password-file", path("password"), "--enrolment", path("desk.p12"),
                "--enrolment-password-file", path(password), "--json", "--lang", "en"});
        };
        const auto right = list("right");
        QVERIFY2(right.code == 0, right.error.c_str());
        QVERIFY(!right.json()["items"].empty());
        const auto wrong = list("wrong");
        QCOMPARE(wrong.code, 2);
        QVERIFY2(wrong.error.find("password is wrong") != std::string::npos, wrong.error.c_str());
        hall.revoke("office");
        const auto revoked = list("right");
        QCOMPARE(revoked.code, 2);
        QVERIFY2(revoked.error.find("revoked") != std::string::npos, revoked.error.c_str());
    }

private:
    std::string path(const char *name) const { return m_folder.filePath(QLatin1String(name)).toStdString(); }
    void write(const char *name, const std::string &text) const { std::ofstream(path(name)) << text; }

    std::vector<std::string> at(std::vector<std::string> words, const std::string &name) const
    {
        for (const std::string &word : {std::string("--gateway"), m_gateway.url().toString().toStdString(),
                 std::string("--operator"), name, std::string("--password-file"), path("password")}) {
            words.push_back(word);
        }
        return words;
    }

    Outcome submit(const std::vector<std::string> &more, const std::string &name = "wangxm") const
    {
        auto words = at({"case", "submit", "--bundle", "BUNDLE-HOTEL", "--forms", QUANKE_SOURCE_DIR "/forms",
                            "--values", QUANKE_SOURCE_DIR "/tests/support/data/hotel-values.json", "--json"},
            name);
        words.insert(words.end(), more.begin(), more.end());
        return run(words);
    }

    Json show(const std::string &number) const
    {
        return run(at({"case", "show", number, "--json"}, "wangxm")).json();
    }

    /// One file for every material an applicant must bring: PDFs, and a photograph.
    void writeDocuments() const
    {
        QDir(m_folder.path()).mkdir(QStringLiteral("documents"));
        const auto composition = form::compose(m_catalogue, "BUNDLE-HOTEL", {}, {});
        for (const auto &material : composition->materials) {
            const bool isBrought = material.source == form::MaterialSource::Applicant
                || material.source == form::MaterialSource::Library;
            if (!isBrought || material.need != form::Need::Required) {
                continue;
            }
            const auto id = QString::fromStdString(material.id);
            const bool isPhotograph = material.id == "MH17";
            QFile file(m_folder.filePath(QStringLiteral("documents/") + id
                + (isPhotograph ? QStringLiteral("-1.jpg") : QStringLiteral(" 材料.pdf"))));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(isPhotograph ? support::jpegOf(support::writtenPage(id, 50)) : support::pdfOf(id, 1));
        }
        write("documents/notes.txt", "not a material");
    }

    /// Puts one operation as that person, at a device of its own.
    void act(const std::string &name, const std::string &caseId, const std::string &kind, Json body)
    {
        QNetworkAccessManager network;
        link::GatewayClient client(network, m_gateway.url());
        casework::Operation operation;
        operation.id = seal::makeId(m_clock);
        operation.kind = kind;
        operation.device = "D-" + operation.id;
        operation.sequence = 1;
        operation.actor = name;
        operation.at = toText(m_clock.now());
        operation.caseId = caseId;
        operation.body = std::move(body);
        const auto session =
            awaited(client.signIn(name, seal::SecretBytes::copyOf("Quanke-2026"), operation.device));
        QCOMPARE(failureKey(session), QString());
        QCOMPARE(
            failureKey(awaited(client.putOperation(operation.id, casework::bytesOf(operation)))), QString());
    }

    void approve(const std::string &caseId, const std::string &id)
    {
        const auto *matter = m_catalogue.matter(id);
        const auto name = "sp-" + matter->department;
        act(name, caseId, "subcase.accept", {{"matter", id}});
        Json points = Json::array();
        for (const auto &point : matter->reviewPoints) {
            points.push_back({{"id", point.id}, {"met", true}});
        }
        Json outputs = Json::object();
        if (id == "HT-01") {
            outputs = {{"org/org.uscc", "92409900MA0A0A0A58"}, {"org/org.establishedOn", "2026-11-21"}};
        }
        act(name, caseId, "subcase.decide",
            {{"matter", id}, {"outcome", "approved"}, {"reason", ""}, {"reviewPoints", points},
                {"outputs", outputs}, {"document", nullptr}});
    }

    void issue(const std::string &caseId)
    {
        act("zhaoym", caseId, "result.issue",
            {{"matters", inOrder},
                {"collector",
                    {{"name", "陈谷雨"}, {"idNo", "409900198504200021"}, {"mobile", "13800000012"}}},
                {"signature", nullptr}});
    }

    QTemporaryDir m_folder;
    TestGateway m_gateway;
    platform::SystemClock m_clock;
    catalogue::Catalogue m_catalogue;
};

QTEST_MAIN(CaseCommandsTest)
#include "tst_case.moc"
