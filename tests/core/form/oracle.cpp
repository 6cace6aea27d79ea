#include "core/form/oracle.h"

#include <QFile>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>

namespace quanke::test {

namespace {

std::vector<Problems> ask(const QString &program, const QString &script, const std::vector<OracleCase> &cases)
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("cases.json")));
    Json list = Json::array();
    for (const OracleCase &one : cases) {
        list.push_back({{"schema", one.schema}, {"values", one.values}});
    }
    const std::string text = list.dump();
    if (!file.open(QIODevice::WriteOnly) || file.write(text.data(), static_cast<qint64>(text.size())) < 0) {
        return {};
    }
    file.close();
    QProcess process;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("NODE_PATH"), QStringLiteral("/usr/share/nodejs"));
    process.setProcessEnvironment(environment);
    process.start(
        program, {QStringLiteral(QUANKE_SOURCE_DIR "/tests/core/form/oracle/") + script, file.fileName()});
    if (!process.waitForFinished(120'000) || process.exitCode() != 0) {
        qWarning("%s", process.readAllStandardError().constData());
        return {};
    }
    const Json answers = Json::parse(process.readAllStandardOutput().toStdString(), nullptr, false);
    return answers.is_array() ? answers.get<std::vector<Problems>>() : std::vector<Problems>();
}

} // namespace

std::vector<Problems> askPython(const std::vector<OracleCase> &cases)
{
    return ask(QStringLiteral("/usr/bin/python3"), QStringLiteral("oracle.py"), cases);
}

std::vector<Problems> askAjv(const std::vector<OracleCase> &cases)
{
    return ask(QStringLiteral("/usr/bin/node"), QStringLiteral("oracle.js"), cases);
}

std::string listed(const Problems &problems)
{
    std::string text;
    for (const std::string &problem : problems) {
        text += (text.empty() ? "" : ", ") + problem;
    }
    return text;
}

} // namespace quanke::test
