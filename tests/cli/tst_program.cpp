#include "cli/program.h"

#include <QTest>

#include <sstream>

using namespace quanke;
using namespace quanke::cli;

namespace {

/// Says back what it was given.
class EchoCommand : public Command {
public:
    std::string name() const override { return "case show"; }
    LocalText summary() const override { return {"查办件", "Shows a case"}; }
    LocalText description() const override { return {"细节", "Details"}; }
    std::vector<Option> options() const override
    {
        return {{"NUMBER", {}, {"编号", "its number"}, Option::Kind::Positional},
            {"gateway", "URL", {"网关", "the gateway"}, Option::Kind::RequiredValue},
            {"tick", "M,M", {"勾选", "ticked"}, Option::Kind::Value},
            {"json", {}, {"JSON", "JSON"}, Option::Kind::Flag}};
    }
    ExitCode run(const Arguments &arguments, const Streams &streams) const override
    {
        streams.out << arguments.value("NUMBER") << '|' << arguments.value("gateway") << '|'
                    << arguments.list("tick").size() << '|' << arguments.has("json") << '|'
                    << tagOf(streams.language);
        return ExitCode::Findings;
    }
};

struct Echo {
    int code = -1;
    QString out;
    QString error;
};

Echo runEcho(const std::vector<std::string> &words)
{
    std::vector<std::unique_ptr<Command>> commands;
    commands.push_back(std::make_unique<EchoCommand>());
    std::ostringstream out;
    std::ostringstream error;
    const auto code = Program(std::move(commands)).run(words, out, error);
    return {int(code), QString::fromStdString(out.str()), QString::fromStdString(error.str())};
}

} // namespace

class ProgramTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void runsTheCommandItNames()
    {
        const Echo outcome = runEcho(
            {"case", "show", "--gateway=http://x?a=b", "QS-1", "--tick", "A,,B", "--json", "--lang", "en"});
        QCOMPARE(outcome.out, QStringLiteral("QS-1|http://x?a=b|2|1|en"));
        QCOMPARE(outcome.code, 1);
        QVERIFY(outcome.error.isEmpty());
    }

    void refusesWrongUsage_data()
    {
        QTest::addColumn<std::vector<std::string>>("words");
        QTest::addColumn<QString>("says");
        QTest::newRow("command") << std::vector<std::string>{"case", "shows"} << "\"case shows\"";
        QTest::newRow("group alone") << std::vector<std::string>{"case"} << "\"case\"";
        QTest::newRow("option") << std::vector<std::string>{"case", "show", "1", "--gateway", "u", "--jsn"}
                                << "--jsn";
        QTest::newRow("flag with a value")
            << std::vector<std::string>{"case", "show", "1", "--gateway", "u", "--json=1"} << "--json=1";
        QTest::newRow("no value") << std::vector<std::string>{"case", "show", "1", "--gateway"}
                                  << "--gateway";
        QTest::newRow("option for value")
            << std::vector<std::string>{"case", "show", "1", "--gateway", "--json"} << "--gateway";
        QTest::newRow("missing option")
            << std::vector<std::string>{"case", "show", "1"} << "--gateway is missing";
        QTest::newRow("missing positional")
            << std::vector<std::string>{"case", "show", "--gateway", "u"} << "NUMBER is missing";
        QTest::newRow("twice") << std::vector<std::string>{"case", "show", "1", "--gateway", "u", "--gateway",
            "v"} << "twice";
        QTest::newRow("surplus") << std::vector<std::string>{"case", "show", "1", "2", "--gateway", "u"}
                                 << "\"2\"";
    }

    void refusesWrongUsage()
    {
        QFETCH(std::vector<std::string>, words);
        QFETCH(QString, says);
        words.emplace_back("--lang=en");
        const Echo outcome = runEcho(words);
        QCOMPARE(outcome.code, 2);
        QVERIFY2(outcome.error.contains(says), qPrintable(outcome.error));
        QVERIFY(outcome.out.isEmpty());
    }

    void helps()
    {
        const Echo overview = runEcho({"--help"});
        QCOMPARE(overview.code, 0);
        QVERIFY(overview.out.contains(QStringLiteral("case show")));
        QVERIFY(overview.out.contains(QStringLiteral("查办件")));
        const Echo group = runEcho({"case", "--help", "--lang", "en"});
        QVERIFY(group.out.contains(QStringLiteral("Shows a case")));
        const Echo help = runEcho({"case", "show", "--help", "--lang", "en"});
        QCOMPARE(help.code, 0);
        for (const char *part :
            {"quanke case show NUMBER", "Details", "--gateway URL", "(required)", "--lang zh_CN|en"}) {
            QVERIFY2(help.out.contains(QLatin1String(part)), part);
        }
        QCOMPARE(runEcho({}).code, 2);
    }
};

QTEST_GUILESS_MAIN(ProgramTest)
#include "tst_program.moc"
