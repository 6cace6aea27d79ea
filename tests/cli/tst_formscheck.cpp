#include "cli/formscheckcommand.h"
#include "cli/outcome.h"
#include "core/base/json.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>

using namespace quanke;
using namespace quanke::cli;
using test::isChinese;
using test::Outcome;

namespace {

Outcome runCheck(const std::vector<std::string> &words)
{
    return test::runWith<FormsCheckCommand>(words);
}

} // namespace

class FormsCheckTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    std::string path(const char *file = "") const
    {
        return m_folder.filePath(QLatin1String(file)).toStdString();
    }

private Q_SLOTS:
    /// A copy of our definitions, to be spoilt.
    void init()
    {
        std::filesystem::remove_all(path());
        std::filesystem::copy(QUANKE_SOURCE_DIR "/forms", path(), std::filesystem::copy_options::recursive);
    }

    void oursAreClean()
    {
        const Outcome outcome = runCheck({"forms", "check", "--forms", path(), "--json"});
        QVERIFY2(outcome.code == 0, outcome.out.c_str());
        QVERIFY(Json::parse(outcome.out)["findings"].empty());
        QVERIFY(outcome.error.empty());
    }

    void aChangedMatterIsToldByItsDigest()
    {
        std::ofstream(path("matters/HT-02.json"), std::ios::app) << '\n';
        const Outcome outcome = runCheck({"forms", "check", "--forms", path(), "--json", "--lang", "en"});
        QCOMPARE(outcome.code, 1);
        const Json findings = Json::parse(outcome.out)["findings"];
        QCOMPARE(findings.size(), std::size_t(1));
        QCOMPARE(findings[0]["file"].get<std::string>(), std::string("bundles/hotel.json"));
        QCOMPARE(findings[0]["path"].get<std::string>(), std::string("/matters/1"));
        QCOMPARE(findings[0]["key"].get<std::string>(), std::string("bundle.digest"));
        QVERIFY(findings[0]["message"].get<std::string>().find("HT-02") != std::string::npos);
        QVERIFY(!isChinese(findings[0]["message"].get<std::string>()));
    }

    void speaksBothLanguages()
    {
        std::ofstream(path("roles.json")) << "{";
        const Outcome chinese = runCheck({"forms", "check", "--forms", path()});
        QCOMPARE(chinese.code, 1);
        QVERIFY2(chinese.out.find("roles.json") != std::string::npos && isChinese(chinese.out),
            chinese.out.c_str());
        const Outcome english = runCheck({"forms", "check", "--forms", path(), "--lang=en"});
        QVERIFY2(english.out.find("Not well-formed JSON") != std::string::npos, english.out.c_str());
    }

    void withoutAFolderItReadsThoseBesideTheProgram()
    {
        const Outcome outcome = runCheck({"forms", "check", "--lang", "en"});
        QVERIFY2(outcome.code == 0, (outcome.out + outcome.error).c_str());
    }

    void aFolderThatIsNotThere()
    {
        const Outcome outcome = runCheck({"forms", "check", "--forms", path("nowhere"), "--lang", "en"});
        QCOMPARE(outcome.code, 2);
        QVERIFY(outcome.out.empty());
        QVERIFY(outcome.error.find("There is no folder") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(FormsCheckTest)
#include "tst_formscheck.moc"
