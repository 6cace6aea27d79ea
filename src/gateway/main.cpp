#include "gateway/http/server.h"
#include "gateway/ingest/folderimport.h"
#include "gateway/options.h"
#include "gateway/service/demohall.h"
#include "platform/folder.h"
#include "platform/privatememory.h"
#include "platform/systemclock.h"
#include "seal/digest.h"

#include <csignal>
#include <fstream>
#include <iomanip>
#include <iostream>

namespace {

using namespace quanke;

int complain(const Failure &failure)
{
    std::cerr << "quanke-gateway: " << failure.key << ' ' << canonicalText(failure.arguments);
    if (failure.key == "server.not-loopback") {
        std::cerr << " Plain HTTP is for this machine alone. For others: quanke device init --tls DIR "
                     "--names …, then"
                     " --tls DIR.";
    }
    if (failure.key == "tls.unusable" || failure.key == "revocations.unreadable") {
        std::cerr << " The gateway's own user has to read authority.pem, gateway.pem and revoked.pem there, "
                     "which quanke device init makes.";
    }
    if (failure.key == "store.in-use") {
        std::cerr << " Another gateway works in this data folder.";
    }
    if (failure.key == "store.newer-schema") {
        std::cerr << " The data folder was used by a newer gateway; this one leaves it alone.";
    }
    if (failure.key == "backup.inside-data") {
        std::cerr << " A copy in the data folder would go with it; name a folder on another disk.";
    }
    if (failure.key == "operator.not-first") {
        std::cerr
            << " Somebody can sign in already, and an administrator enters all others: quanke user add.";
    }
    if (failure.key == "suite.fixed") {
        std::cerr << " The suite was chosen when the data folder was made: start without --suite.";
    }
    if (failure.key == "key-file.missing") {
        const bool seals = failure.arguments.value("path", std::string()).ends_with("ingest.key");
        std::cerr << (seals ? " What desks have sealed opens with this key alone"
                            : " What desks hold as proof is checked by this key alone")
                  << ": put it back from the backup. Where it is lost for good, "
                  << (seals ? "--new-sealing-key" : "--new-receipt-key") << " makes another.";
    }
    std::cerr << (failure.detail.empty() ? "" : " ") << failure.detail << std::endl;
    const bool isUsage = failure.key.starts_with("usage.");
    return isUsage ? 2 : 1;
}

/// One write a line: the requests' log has the same stream.
void log(const std::string &line)
{
    std::cerr << line + '\n' << std::flush;
}

std::optional<gateway::BackupPlan> backupPlan(const gateway::Options &options)
{
    if (options.import || !options.firstAdministrator.empty()) {
        return std::nullopt;
    }
    if (!options.backup) {
        log("There is no second copy: what is stored here goes with this disk (--backup FOLDER).");
        return std::nullopt;
    }
    return gateway::BackupPlan{*options.backup, options.backupEvery, log};
}

Result<gateway::Gateway::Setup> prepare(const gateway::Options &options, const Clock &clock)
{
    const auto files = platform::readTextFiles(options.forms, ".json");
    if (!files) {
        return files.failure();
    }
    auto catalogue = catalogue::Catalogue::load(*files);
    if (!catalogue) {
        return catalogue.failure();
    }
    platform::TextFiles days;
    for (const auto &[path, text] : *files) {
        if (path.starts_with("calendar/")) {
            days.emplace(path, text);
        }
    }
    auto calendar = casework::Calendar::load(days);
    if (!calendar) {
        return calendar.failure();
    }
    return gateway::Gateway::Setup{options.data,
        std::make_shared<const catalogue::Catalogue>(std::move(*catalogue)),
        seal::sha256(catalogue::pinnedText(*files)), std::move(*calendar), clock, {},
        options.restored ? gateway::Restored::Yes : gateway::Restored::No,
        options.newSealingKey ? gateway::LostKey::MakeAnother : gateway::LostKey::Refuse, backupPlan(options),
        options.newReceiptKey ? gateway::LostKey::MakeAnother : gateway::LostKey::Refuse, options.suite};
}

Result<Done> seed(gateway::Gateway &gateway)
{
    const auto people = gateway::seedDemoHall(gateway.context(), gateway.passwordCost());
    if (!people) {
        return people.failure();
    }
    if (people->empty()) {
        return Done{};
    }
    std::cout << "The demo hall's operators; everybody's password is " << gateway::demoPassword << '\n';
    for (const auto &person : *people) {
        std::cout << "  " << std::left << std::setw(28) << person.name << std::setw(16) << person.roles
                  << person.displayName << '\n';
    }
    std::cout << std::flush;
    return Done{};
}

Result<Done> enterFirst(gateway::Gateway &gateway, const std::string &administrator)
{
    const auto password = gateway.operators().putFirst(administrator);
    if (!password) {
        return password.failure();
    }
    std::cout << "First password of " << administrator << ": " << *password << std::endl;
    return Done{};
}

/// The desks' second copies; what was refused or altered is a finding.
Result<Done> import(gateway::Gateway &gateway, const std::filesystem::path &folder)
{
    gateway::IngestService ingest(gateway, gateway::IngestService::Takes::Anybodys);
    const auto imported = gateway::importFolder(ingest, folder, std::cout);
    if (!imported) {
        return imported.failure();
    }
    std::cout << "import: taken " << imported->taken << ", were here " << imported->wereHere << ", refused "
              << imported->refused << ", unreadable " << imported->unreadable << std::endl;
    const bool isWhole = imported->refused == 0 && imported->unreadable == 0;
    return isWhole ? Result<Done>(Done{}) : Failure{"import.incomplete"};
}

/// Under another name first, so that whoever waits for the file never reads half a number.
Result<Done> tellPort(const std::filesystem::path &file, std::uint16_t port)
{
    const auto unfinished = file.string() + ".new";
    std::ofstream(unfinished) << port << '\n';
    std::error_code error;
    std::filesystem::rename(unfinished, file, error);
    if (error) {
        return Failure{"file.unwritable", {{"path", file.string()}}, error.message()};
    }
    return Done{};
}

Result<Done> serve(const gateway::Options &options, const sigset_t &signals)
{
    const platform::SystemClock clock;
    auto setup = prepare(options, clock);
    if (!setup) {
        return setup.failure();
    }
    const auto gateway = gateway::Gateway::open(std::move(*setup));
    if (!gateway) {
        return gateway.failure();
    }
    if (options.seedDemo) {
        if (auto seeded = seed(**gateway); !seeded) {
            return seeded;
        }
    }
    if (!options.firstAdministrator.empty()) {
        return enterFirst(**gateway, options.firstAdministrator);
    }
    if (options.import) {
        return import(**gateway, *options.import);
    }
    gateway::Server::Settings settings{options.address, options.port, QUANKE_VERSION};
    settings.tls = options.tls;
    const auto server = gateway::Server::start(**gateway, std::cerr, settings);
    if (!server) {
        return server.failure();
    }
    if (options.portFile) {
        if (auto told = tellPort(*options.portFile, (*server)->port()); !told) {
            return told;
        }
    }
    std::cout << "Listening on " << (options.tls ? "https://" : "http://") << options.address << ':'
              << (*server)->port() << std::endl;
    int signal = 0;
    sigwait(&signals, &signal);
    (*server)->stop();
    return Done{};
}

} // namespace

int main(int argc, char **argv)
{
    platform::keepMemoryPrivate();
    // Before the first thread: all of them inherit it, and only sigwait sees the signals.
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::signal(SIGPIPE, SIG_IGN);

    const auto options = gateway::readOptions({argv + 1, argv + argc});
    if (!options) {
        return complain(options.failure());
    }
    if (options->help) {
        std::cout << gateway::usage();
        return 0;
    }
    const auto served = serve(*options, signals);
    return served ? 0 : complain(served.failure());
}
