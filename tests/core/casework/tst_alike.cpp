#include "core/casework/alike.h"

#include <QTest>

using namespace quanke;
using namespace quanke::casework;

namespace {

CaseFile caseOf(const std::string &id, const std::string &idNo, const std::string &matter, SubCaseState state)
{
    CaseFile file;
    file.id = id;
    file.applicant = {{"name", "陈谷雨"}, {"idNo", idNo}};
    auto &subCase = file.subCases[matter];
    subCase.matter = matter;
    subCase.state = state;
    subCase.receivedAt = "2026-11-20T16:30:00.000Z"; // in China the 21st has begun
    return file;
}

Application application()
{
    return {"mine", "409900198504200021", {"HT-01", "HT-02"}, *parseDate("2026-11-22")};
}

} // namespace

class AlikeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theSamePersonAndMatterElsewhere_data()
    {
        QTest::addColumn<QByteArray>("id");
        QTest::addColumn<QByteArray>("idNo");
        QTest::addColumn<QByteArray>("matter");
        QTest::addColumn<int>("state");
        QTest::addColumn<QByteArray>("day");
        QTest::addColumn<bool>("isAlike");
        const auto row = [](const char *name, const char *id, const char *idNo, const char *matter,
                             SubCaseState state, const char *day, bool isAlike) {
            QTest::newRow(name) << QByteArray(id) << QByteArray(idNo) << QByteArray(matter) << int(state)
                                << QByteArray(day) << isAlike;
        };
        const char *person = "409900198504200021";
        row("received", "other", person, "HT-02", SubCaseState::Received, "2026-11-22", true);
        row("in correction", "other", person, "HT-01", SubCaseState::Correction, "2027-02-01", true);
        row("the case itself", "mine", person, "HT-02", SubCaseState::Received, "2026-11-22", false);
        row("another person", "other", "409900199106020038", "HT-02", SubCaseState::Received, "2026-11-22",
            false);
        row("another matter", "other", person, "HT-03", SubCaseState::Received, "2026-11-22", false);
        row("issued days ago", "other", person, "HT-02", SubCaseState::Issued, "2026-11-22", false);
        row("issued that day", "other", person, "HT-02", SubCaseState::Issued, "2026-11-21", true);
    }

    void theSamePersonAndMatterElsewhere()
    {
        QFETCH(QByteArray, id);
        QFETCH(QByteArray, idNo);
        QFETCH(QByteArray, matter);
        QFETCH(int, state);
        QFETCH(QByteArray, day);
        QFETCH(bool, isAlike);
        const std::vector<CaseFile> cases{caseOf("third", "x", "HT-01", SubCaseState::Received),
            caseOf(id.toStdString(), idNo.toStdString(), matter.toStdString(), SubCaseState(state))};
        auto wanted = application();
        wanted.day = *parseDate(day.toStdString());
        const auto found = alike(cases, wanted);
        QCOMPARE(found.size(), std::size_t(isAlike ? 1 : 0));
        QVERIFY(!isAlike || found.front() == &cases[1]);
    }

    void whoHasNoNumberIsNobody()
    {
        auto wanted = application();
        wanted.idNo.clear();
        QVERIFY(alike({caseOf("other", "", "HT-01", SubCaseState::Received)}, wanted).empty());
    }
};

QTEST_GUILESS_MAIN(AlikeTest)
#include "tst_alike.moc"
