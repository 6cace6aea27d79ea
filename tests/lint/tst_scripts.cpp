#include "lint/source.h"

#include <QByteArrayList>
#include <QDir>
#include <QFile>
#include <QIODevice>
#include <QLatin1Char>
#include <QProcess>
#include <QProcessEnvironment>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <re2/re2.h>

#include <algorithm>
#include <memory>

using namespace quanke::lint;

/// The script dev, in a folder of its own, with every tool that it calls replaced by one that writes down its
/// name and arguments.
class ScriptsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("tools")));
        QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("build/release/bin")));
        QVERIFY(QFile::copy(QStringLiteral(QUANKE_SOURCE_DIR "/dev"), path("dev")));
        for (const char *tool : {"apt-get", "cmake", "ctest", "sudo"}) {
            makeTool(QStringLiteral("tools/") + QLatin1String(tool), note);
        }
        makeTool(QStringLiteral("tools/sudo"), note + QByteArray("exec \"$@\"\n"));
        makeTool(QStringLiteral("tools/dpkg-query"), "echo installed\n");
    }

    void helpNamesEveryCommand()
    {
        const QByteArray help = run({QStringLiteral("help")});
        QCOMPARE(m_exitCode, 0);
        for (const char *command : {"run", "test", "build", "bench", "lint", "tour", "package", "help"}) {
            QVERIFY2(help.contains(QByteArray("\n  ") + command), command);
        }
        QCOMPARE(run({}), help);
    }

    void unknownCommandIsAUsageError()
    {
        QVERIFY(run({QStringLiteral("fly")}).contains("there is no command 'fly'"));
        QCOMPARE(m_exitCode, 2);
    }

    void installsOnlyWhatIsMissing()
    {
        makeTool(QStringLiteral("tools/dpkg-query"),
            "case ${@: -1} in g++ | libre2-dev) exit 1 ;; libicu-dev) echo config-files ;; *) echo installed "
            ";; esac\n");
        run({QStringLiteral("build")});
        QCOMPARE(m_exitCode, 0);
        const QByteArrayList calls = callsOf("apt-get");
        QCOMPARE(calls.size(), 2);
        QVERIFY(calls.at(0).startsWith("apt-get update"));
        QVERIFY(calls.at(1).contains(" --no-install-recommends "));
        QVERIFY2(calls.at(1).endsWith(" g++ libre2-dev libicu-dev"), calls.at(1).constData());
    }

    void asksForNothingWhereAllIsHere()
    {
        run({QStringLiteral("build")});
        QCOMPARE(m_exitCode, 0);
        QCOMPARE(callsOf("apt-get").size(), 0);
        QCOMPARE(callsOf("sudo").size(), 0);
        QCOMPARE(callsOf("cmake").size(), 2);
    }

    void testPassesItsOptionsOn()
    {
        run({QStringLiteral("test"), QStringLiteral("-R"), QStringLiteral("a b")});
        QCOMPARE(callsOf("ctest"), QByteArrayList{"ctest --preset test -R a b"});
        run({QStringLiteral("test"), QStringLiteral("--sanitize"), QStringLiteral("-N")});
        QCOMPARE(callsOf("ctest").last(), QByteArray("ctest --preset sanitize -N"));
    }

    void packageMakesAndCheckTriesInAFreshRoot()
    {
        QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("installer/check")));
        makeTool(QStringLiteral("installer/make"), note);
        makeTool(QStringLiteral("installer/check/run"), note);
        run({QStringLiteral("package"), QStringLiteral("--verify")});
        QCOMPARE(callsOf("make"), QByteArrayList{"make --verify"});
        QCOMPARE(callsOf("run").size(), 0);
        run({QStringLiteral("package"), QStringLiteral("--check")});
        QCOMPARE(callsOf("make").last(), QByteArray("make"));
        QCOMPARE(callsOf("run"), QByteArrayList{"run"});
    }

    void runWithoutDisplayIsTheTour()
    {
        makeTool(QStringLiteral("build/release/bin/quanke-tour"), note);
        const QByteArray output = run({QStringLiteral("run")});
        QVERIFY2(m_exitCode == 0 && output.contains("no display"), output.constData());
        QCOMPARE(callsOf("quanke-tour"), QByteArrayList{"quanke-tour --output build/tour"});
    }

    void runOpensTheDeskAndEndsTheGateway()
    {
        makeGateway();
        makeTool(QStringLiteral("build/release/bin/quanke-desk"), note);
        const QByteArray output = run(
            {QStringLiteral("run"), QStringLiteral("--lang"), QStringLiteral("en")}, QStringLiteral(":9"));
        QVERIFY2(m_exitCode == 0 && output.contains("the password is Demo-1"), output.constData());
        const QByteArrayList gateway = callsOf("quanke-gateway");
        QCOMPARE(gateway.size(), 1);
        QVERIFY(
            gateway.at(0).contains("--port 0 --port-file") && gateway.at(0).contains("--seed-demo --backup"));
        const QByteArrayList desk = callsOf("quanke-desk");
        QCOMPARE(desk.size(), 1);
        QVERIFY2(
            QRegularExpression(
                QStringLiteral(
                    "^quanke-desk --gateway http://127\\.0\\.0\\.1:[1-9][0-9]* --data .*/share/quanke/desk "
                    "--forms forms --lang en$"))
                .match(QString::fromUtf8(desk.at(0)))
                .hasMatch(),
            desk.at(0).constData());
        QVERIFY2(callsOf("ended") == QByteArrayList{"ended"}, "the gateway was left running");
    }

    void everyRunTellsTheDemoPassword()
    {
        makeGateway();
        makeTool(QStringLiteral("build/release/bin/quanke-desk"), note);
        const QByteArray first = run({QStringLiteral("run")}, QStringLiteral(":9"));
        const QByteArray second = run({QStringLiteral("run")}, QStringLiteral(":9"));
        QCOMPARE(first.count("the password is Demo-1"), 1);
        QCOMPARE(second.count("the password is Demo-1"), 1);
    }

    void gatewayThatDoesNotStartIsToldWithItsLog()
    {
        makeTool(QStringLiteral("build/release/bin/quanke-gateway"), "echo no such disk >&2; exit 3\n");
        makeTool(QStringLiteral("build/release/bin/quanke-desk"), note);
        const QByteArray output = run({QStringLiteral("run")}, QStringLiteral(":9"));
        QCOMPARE(m_exitCode, 1);
        QVERIFY2(
            output.contains("no such disk") && output.contains("did not become healthy"), output.constData());
        QCOMPARE(callsOf("quanke-desk").size(), 0);
    }

    void lintLooksAtWhatChanged()
    {
        for (const char *tool : {"clang-format", "clang-tidy", "shellcheck"}) {
            makeTool(QStringLiteral("tools/") + QLatin1String(tool), note);
        }
        const auto put = [this](const char *name, const QByteArray &text) { write(path(name), text); };
        QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("src/core")));
        QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("build/tidy")));
        put("src/core/same.cpp", "\n");
        put("src/core/user.cpp", "#include \"core/bare.h\"\n");
        for (const char *name : {"src/core/source.cpp", "src/core/same.h", "src/core/bare.h",
                 "src/core/lonely.h", "src/core/unbuilt.cpp", "src/core/untouched.cpp"}) {
            put(name, "\n");
        }
        git({QStringLiteral("init"), QStringLiteral("-q")});
        commitAll();
        QByteArray built;
        for (const char *name : {"same", "user", "source", "untouched"}) {
            built += "  \"file\": \"" + QFile::encodeName(QDir(m_folder->path()).canonicalPath())
                + "/src/core/" + name + ".cpp\"\n";
        }
        put("build/tidy/compile_commands.json", built);
        for (const char *name : {"src/core/source.cpp", "src/core/same.h", "src/core/bare.h",
                 "src/core/lonely.h", "src/core/unbuilt.cpp"}) {
            put(name, "int changed;\n");
        }
        commitAll();
        const QByteArray output = run({QStringLiteral("lint")});
        QVERIFY2(m_exitCode == 0, output.constData());
        QByteArrayList looked = callsOf("clang-tidy");
        std::sort(looked.begin(), looked.end());
        QCOMPARE(looked,
            (QByteArrayList{"clang-tidy -p build/tidy --quiet src/core/same.cpp",
                "clang-tidy -p build/tidy --quiet src/core/source.cpp",
                "clang-tidy -p build/tidy --quiet src/core/user.cpp"}));
        QCOMPARE(callsOf("clang-format").size(), 1);
        run({QStringLiteral("lint"), QStringLiteral("--all")});
        QCOMPARE(callsOf("clang-tidy").size(), 3 + 4);
    }

    void everyPackageHasAReason()
    {
        int packages = 0;
        for (const auto &source : readSources(QUANKE_SOURCE_DIR, {"dev"})) {
            bool inList = false;
            for (const std::string_view line : linesOf(source.text)) {
                inList = line.starts_with("packages_") || (inList && line != ")");
                if (inList && line.starts_with("    ")) {
                    ++packages;
                    QVERIFY2(RE2::FullMatch(std::string(line), R"(    [a-z0-9+.-]+ +# .+)"),
                        std::string(line).c_str());
                }
            }
        }
        QVERIFY(packages > 20);
    }

    void everyCheckThatIsOffHasAReason()
    {
        int off = 0;
        for (const auto &source : readSources(QUANKE_SOURCE_DIR, {".clang-tidy"})) {
            for (const std::string_view line : linesOf(source.text)) {
                std::string check;
                if (RE2::FullMatch(std::string(line), R"(  -([a-z][a-zA-Z.-]+),?)", &check)) {
                    ++off;
                    QVERIFY2(RE2::PartialMatch(source.text, "\n# +" + RE2::QuoteMeta(check) + "  +[^ ]"),
                        check.c_str());
                }
            }
        }
        QVERIFY(off > 0);
    }

private:
    QString path(const char *name) const { return m_folder->filePath(QLatin1String(name)); }

    static void write(const QString &name, const QByteArray &text)
    {
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(text);
    }

    void makeTool(const QString &name, const QByteArray &body)
    {
        write(m_folder->filePath(name), "#!/usr/bin/env bash\n" + body);
        QVERIFY(QFile::setPermissions(
            m_folder->filePath(name), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    }

    void git(const QStringList &arguments)
    {
        QProcess process;
        process.setWorkingDirectory(m_folder->path());
        process.start(QStringLiteral("git"),
            QStringList{QStringLiteral("-c"), QStringLiteral("user.name=a"), QStringLiteral("-c"),
                QStringLiteral("user.email=a@b.example")}
                + arguments);
        QVERIFY(process.waitForFinished());
        QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
    }

    void commitAll()
    {
        git({QStringLiteral("add"), QStringLiteral("-A"), QStringLiteral("src")});
        git({QStringLiteral("commit"), QStringLiteral("-q"), QStringLiteral("-m"), QStringLiteral("state")});
    }

    /// A gateway that is healthy at once, and says so when it is ended.
    void makeGateway()
    {
        makeTool(QStringLiteral("build/release/bin/quanke-gateway"), note + QByteArray(R"sh(
[[ -e $2/seeded ]] || echo "the password is Demo-1"
touch "$2/seeded"
exec /usr/bin/python3 - "$8" <<'PYTHON'
import http.server, signal, sys, threading

class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200 if self.path == "/v1/health" else 404)
        self.end_headers()

def end(*_):
    open("calls", "a").write("ended\n")
    threading.Thread(target=server.shutdown).start()

server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
signal.signal(signal.SIGTERM, end)
open(sys.argv[1], "w").write(str(server.server_port))
server.serve_forever()
PYTHON
)sh"));
    }

    /// Everything the script printed.
    QByteArray run(const QStringList &arguments, const QString &display = {})
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("PATH"),
            path("tools") + QLatin1Char(':') + environment.value(QStringLiteral("PATH")));
        environment.insert(QStringLiteral("XDG_DATA_HOME"), path("share"));
        environment.insert(QStringLiteral("DISPLAY"), display);
        environment.remove(QStringLiteral("WAYLAND_DISPLAY"));
        environment.remove(QStringLiteral("QUANKE_LINT_BASE"));
        process.setProcessEnvironment(environment);
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(path("dev"), arguments);
        process.waitForFinished(60'000);
        m_exitCode = process.exitCode();
        return process.readAll();
    }

    /// The lines that this tool wrote down, in order.
    QByteArrayList callsOf(const QByteArray &tool) const
    {
        QFile calls(path("calls"));
        QByteArrayList found;
        if (calls.open(QIODevice::ReadOnly)) {
            for (const QByteArray &line : calls.readAll().split('\n')) {
                if (line.split(' ').first() == tool) {
                    found += line;
                }
            }
        }
        return found;
    }

    const QByteArray note = "echo \"${0##*/} $*\" | sed 's/ *$//' >>calls\n";
    std::unique_ptr<QTemporaryDir> m_folder;
    int m_exitCode = -1;
};

QTEST_GUILESS_MAIN(ScriptsTest)
#include "tst_scripts.moc"
