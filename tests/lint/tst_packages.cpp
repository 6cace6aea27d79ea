#include "lint/source.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QIODevice>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <re2/re2.h>

#include <set>

using namespace quanke::lint;

namespace {

using Names = std::set<std::string>;

/// Every match of the pattern's group.
Names matches(const std::string &text, const char *pattern)
{
    Names found;
    re2::StringPiece rest(text);
    std::string one;
    while (RE2::FindAndConsume(&rest, pattern, &one)) {
        found.insert(one);
    }
    return found;
}

std::string textOf(const char *path)
{
    QFile file(QStringLiteral(QUANKE_SOURCE_DIR "/installer/") + QString::fromLatin1(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

} // namespace

/// What the Debian packages say of themselves; whether they work is tried by `./dev package --check`.
class PackagesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// dpkg-shlibdeps sees none of them: plugins and fonts are opened by name.
    void deskNamesWhatItOpensByName()
    {
        const Names named = dependsOf("DESK");
        for (const char *package :
            {"libqt6sql6-sqlite", "qt6-translations-l10n", "fonts-noto-cjk", "fonts-wqy-zenhei"}) {
            QVERIFY2(named.contains(package), package);
        }
    }

    void deskNamesWhatTheScriptInstallsToRunIt()
    {
        const auto sources = readSources(QUANKE_SOURCE_DIR, {"dev"});
        QCOMPARE(sources.size(), std::size_t(1));
        std::string list;
        QVERIFY(RE2::PartialMatch(sources.front().text, R"((?s)\npackages_run=\((.*?)\n\))", &list));
        const Names run = matches(list, R"(\n    ([a-z0-9.+-]+) +#)");
        QVERIFY(run.size() >= 3);
        for (const std::string &package : run) {
            QVERIFY2(dependsOf("DESK").contains(package), package.c_str());
        }
    }

    void everyProgramReadsTheFormsOfItsOwnBuild()
    {
        const std::string rules = textOf("packages.cmake");
        QVERIFY(RE2::PartialMatch(rules, R"(quanke-forms \(= \$\{CPACK_DEBIAN_PACKAGE_VERSION\}\))"));
        for (const char *component : {"DESK", "GATEWAY", "CLI"}) {
            QVERIFY2(dependsOf(component).contains("${forms}"), component);
        }
    }

    void everyProgramHasAManualPage()
    {
        for (const char *program : {"quanke", "quanke-desk", "quanke-document-reader", "quanke-gateway"}) {
            const std::string page = textOf((std::string("man/") + program + ".1").c_str());
            QVERIFY2(page.starts_with(".TH ") && page.find("\n.SH NAME\n") != std::string::npos, program);
        }
    }

    void deskOpensNoTypeOfFile()
    {
        const std::string entry = textOf("desk/quanke-desk.desktop");
        QVERIFY(entry.find("\nExec=quanke-desk\n") != std::string::npos);
        QVERIFY(entry.find("MimeType") == std::string::npos);
        QVERIFY(entry.find('%') == std::string::npos); // takes no file and no address
    }

    void desktopFileIsValid()
    {
        const QString judge = QStandardPaths::findExecutable(QStringLiteral("desktop-file-validate"));
        QVERIFY(!judge.isEmpty());
        QCOMPARE(output(judge, {QStringLiteral("desk/quanke-desk.desktop")}), QByteArray());
    }

    void unitShutsTheGatewayIn()
    {
        const std::string unit = textOf("gateway/quanke-gateway.service.in");
        for (const char *line :
            {"User=quanke", "StateDirectory=quanke quanke-copy", "StateDirectoryMode=0700", "UMask=0077",
                "LimitCORE=0", "CapabilityBoundingSet=", "NoNewPrivileges=yes", "ProtectSystem=strict",
                "ProtectHome=yes", "PrivateDevices=yes", "PrivateUsers=yes", "MemoryDenyWriteExecute=yes",
                "SystemCallFilter=@system-service", "SystemCallFilter=~@privileged @resources"}) {
            QVERIFY2(unit.find("\n" + std::string(line) + "\n") != std::string::npos, line);
        }
        const Names options = matches(unit, R"(\nEnvironmentFile=-@CMAKE_INSTALL_FULL_SYSCONFDIR@(/\S+))");
        QCOMPARE(options, Names{"/default/quanke-gateway"});
        QCOMPARE(textOf("gateway/conffiles"), std::string("/etc/default/quanke-gateway\n"));
    }

    /// Whatever the texts name for its certificates is there, and the gateway's user may read it.
    void theGatewayHasAFolderForItsCertificates()
    {
        QVERIFY(textOf("gateway/postinst").find("install -d -m 0750 -o root -g quanke /etc/quanke/tls\n")
            != std::string::npos);
        for (const char *text :
            {"gateway/README.Debian", "gateway/default", "gateway/postrm", "check/inside"}) {
            QVERIFY2(textOf(text).find("/etc/quanke/tls") != std::string::npos, text);
        }
    }

    /// Neither removing nor purging may take cases away.
    void noScriptDeletesData()
    {
        for (const char *script : {"gateway/postinst", "gateway/prerm", "gateway/postrm"}) {
            const std::string text = textOf(script);
            QVERIFY2(text.starts_with("#!/bin/sh\n") && text.find("\nset -e\n") != std::string::npos, script);
            QVERIFY2(!RE2::PartialMatch(text, R"((?m)^\s*(rm|find|shred|deluser|userdel)\b)"), script);
        }
    }

    void listNamesEveryFileAndWhatItLeansOn()
    {
        QTemporaryDir folder;
        const QJsonObject list = listOf(folder, QStringLiteral("libc6, some-font (>= 2) | other-font"));
        QCOMPARE(list.value(QStringLiteral("spdxVersion")).toString(), QStringLiteral("SPDX-2.3"));
        QCOMPARE(list.value(QStringLiteral("creationInfo")).toObject().value(QStringLiteral("created")),
            QJsonValue(QStringLiteral("2026-01-31T08:00:00Z")));
        const QJsonArray files = list.value(QStringLiteral("files")).toArray();
        QCOMPARE(files.size(), 1);
        QCOMPARE(files.first().toObject().value(QStringLiteral("fileName")).toString(),
            QStringLiteral("./usr/share/thing/one.txt"));
        const QByteArray text = QJsonDocument(list).toJson(QJsonDocument::Compact);
        QVERIFY(
            text.contains("2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae")); // of "foo"
        QVERIFY(text.contains("pkg:deb/debian/libc6@"));
        QVERIFY(text.contains("\"some-font\"") && !text.contains("other-font"));
    }

    /// A package that holds something else than it says, or leans on something it does not say.
    void checkSeesWhatTheListDoesNotSay()
    {
        QTemporaryDir folder;
        const QJsonObject list = listOf(folder, QStringLiteral("libc6"));
        write(folder, "stage/usr/share/doc/thing/thing.spdx.json", QJsonDocument(list).toJson());
        QCOMPARE(checked(folder, "libc6"), QByteArray("1 packages hold what their lists say\n"));
        QCOMPARE(checked(folder, "libc6, liboops1"),
            QByteArray("thing: leans on liboops1, which is not listed\n"));
        write(folder, "stage/usr/share/thing/one.txt", "bar");
        QCOMPARE(checked(folder, "libc6"), QByteArray("thing: usr/share/thing/one.txt is not as listed\n"));
        QVERIFY(QFile::rename(folder.filePath(QStringLiteral("stage/usr/share/thing/one.txt")),
            folder.filePath(QStringLiteral("stage/usr/share/thing/two.txt"))));
        QCOMPARE(checked(folder, "libc6"),
            QByteArray("thing: usr/share/thing/two.txt is not as listed\n"
                       "thing: usr/share/thing/one.txt is listed and not there\n"));
    }

private:
    /// The names in the line Depends of a component.
    static Names dependsOf(const std::string &component)
    {
        std::string line;
        const std::string rule = "CPACK_DEBIAN_" + component + "_PACKAGE_DEPENDS\\s+\"([^\"]*)\"";
        RE2::PartialMatch(textOf("packages.cmake"), rule, &line);
        return matches(line, R"(([^ ,]+))");
    }

    static void write(const QTemporaryDir &folder, const char *name, const QByteArray &text)
    {
        const QString path = folder.filePath(QString::fromLatin1(name));
        QVERIFY(QDir().mkpath(QFileInfo(path).path()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(text);
    }

    static QByteArray output(const QString &program, const QStringList &arguments)
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("SOURCE_DATE_EPOCH"), QStringLiteral("1769846400"));
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(QStringLiteral(QUANKE_SOURCE_DIR "/installer"));
        process.start(program, arguments);
        process.waitForFinished();
        return process.readAllStandardOutput() + process.readAllStandardError();
    }

    /// Of the package thing, version 1, with one file that says foo.
    static QJsonObject listOf(const QTemporaryDir &folder, const QString &depends)
    {
        write(folder, "stage/usr/share/thing/one.txt", "foo");
        const QByteArray text = output(QStringLiteral("/usr/bin/python3"),
            {QStringLiteral("sbom.py"), QStringLiteral("make"), QStringLiteral("--package"),
                QStringLiteral("thing"), QStringLiteral("--version"), QStringLiteral("1"),
                QStringLiteral("--stage"), folder.filePath(QStringLiteral("stage")),
                QStringLiteral("--depends"), depends});
        return QJsonDocument::fromJson(text).object();
    }

    static QByteArray checked(const QTemporaryDir &folder, const QByteArray &depends)
    {
        write(folder, "stage/DEBIAN/control",
            "Package: thing\nVersion: 1\nArchitecture: all\nMaintainer: nobody <nobody@example.org>\n"
            "Description: thing\nDepends: "
                + depends + '\n');
        const QString deb = folder.filePath(QStringLiteral("thing.deb"));
        output(QStringLiteral("dpkg-deb"),
            {QStringLiteral("--root-owner-group"), QStringLiteral("-b"),
                folder.filePath(QStringLiteral("stage")), deb});
        return output(
            QStringLiteral("/usr/bin/python3"), {QStringLiteral("sbom.py"), QStringLiteral("check"), deb});
    }
};

QTEST_GUILESS_MAIN(PackagesTest)
#include "tst_packages.moc"
