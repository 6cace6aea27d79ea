#include "gateway/options.h"

#include "seal/suite.h"

#include <charconv>
#include <map>
#include <string_view>

namespace quanke::gateway {

namespace {

Failure wrong(const char *key, const std::string &option)
{
    return {key, {{"option", option}}, {}};
}

template <class Number>
Result<Number> numberIn(const std::string &text, const char *option)
{
    Number number = 0;
    const auto *end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    if (read.ec != std::errc() || read.ptr != end) {
        return wrong("usage.malformed-value", option);
    }
    return number;
}

Result<Done> take(Options &options, const std::string &name, const std::string &value)
{
    if (name == "--data") {
        options.data = value;
    } else if (name == "--forms") {
        options.forms = value;
    } else if (name == "--bind") {
        options.address = value;
    } else if (name == "--tls") {
        options.tls = value;
    } else if (name == "--port-file") {
        options.portFile = value;
    } else if (name == "--suite") {
        if (!seal::makeHallSuite(value)) {
            return wrong("usage.malformed-value", "--suite");
        }
        options.suite = value;
    } else if (name == "--first-administrator") {
        options.firstAdministrator = value;
    } else if (name == "--import") {
        options.import = value;
    } else if (name == "--backup") {
        options.backup = value;
    } else if (name == "--backup-every") {
        const auto seconds = numberIn<std::uint32_t>(value, "--backup-every");
        if (!seconds || *seconds == 0) {
            return wrong("usage.malformed-value", "--backup-every");
        }
        options.backupEvery = std::chrono::seconds(*seconds);
    } else if (name == "--port") {
        const auto port = numberIn<std::uint16_t>(value, "--port");
        if (!port) {
            return port.failure();
        }
        options.port = *port;
    } else {
        return wrong("usage.unknown-option", name);
    }
    return Done{};
}

} // namespace

Result<Options> readOptions(const std::vector<std::string> &words)
{
    const std::map<std::string_view, bool Options::*> flags{{"--seed-demo", &Options::seedDemo},
        {"--restored", &Options::restored}, {"--new-sealing-key", &Options::newSealingKey},
        {"--new-receipt-key", &Options::newReceiptKey}};
    Options options;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i] == "--help") {
            options.help = true;
            return options;
        }
        if (const auto flag = flags.find(words[i]); flag != flags.end()) {
            options.*flag->second = true;
            continue;
        }
        if (i + 1 == words.size()) {
            return wrong("usage.missing-value", words[i]);
        }
        if (const auto taken = take(options, words[i], words[i + 1]); !taken) {
            return taken.failure();
        }
        ++i;
    }
    if (options.data.empty()) {
        return wrong("usage.missing-option", "--data");
    }
    if (options.forms.empty()) {
        return wrong("usage.missing-option", "--forms");
    }
    return options;
}

std::string usage()
{
    return R"(quanke-gateway --data DIR --forms DIR [--port N] [--port-file FILE] [--bind ADDRESS [--tls DIR]] [--seed-demo] [--restored]
               [--suite sodium|shangmi] [--new-sealing-key] [--new-receipt-key] [--backup FOLDER [--backup-every SECONDS]]
quanke-gateway --data DIR --forms DIR --first-administrator NAME
quanke-gateway --data DIR --forms DIR --import FOLDER

  --data DIR        where everything is kept; made when missing, one gateway at a time
  --forms DIR       the definitions
  --port N          the port to listen on; 0, the default, takes any free one
  --port-file FILE  gets the port as soon as the gateway answers
  --bind ADDRESS    127.0.0.1 by default; without --tls only addresses of this machine itself, since it is plain HTTP
  --tls DIR         HTTPS with the certificates in DIR, which `quanke device init` has made: TLS 1.2 or newer, and only
                    for desks that `quanke device enrol` has enrolled. Who is revoked there is out with the next request
  --suite NAME      what hall and desks seal and sign with, chosen when the data folder is made and fixed from then on:
                    sodium, the default (XChaCha20-Poly1305, Ed25519), or shangmi, the national algorithms (SM4, SM3, SM2)
  --first-administrator NAME
                    where nobody can sign in yet: enters an administrator, prints a password that opens nothing but its own
                    change (quanke user password), and ends. The administrator enters all others (quanke user add)
  --seed-demo       once: an invented hall with operators of every role, listed on standard output
  --backup FOLDER   on another disk, made before: gets a whole copy of store, documents and keys, at once and then again;
                    guard it as the data. What desks bring is durable once it is in there, and they keep it until then;
                    without this option the only disk counts as enough. To put it back: stop the gateway, copy what lies
                    in FOLDER into an empty data folder, start; the gateway sees that it is a copy, desks bring the rest
  --backup-every N  seconds from one copy to the next, 300 by default; where nothing was stored there is none
  --restored        the database was put back from a backup: desks offer again what it has lost. Noticed by itself where
                    the file high-water beside it was left alone
  --new-sealing-key where ingest.key is lost: makes another. Without it the gateway does not start, since what desks have
                    sealed to the old one stays closed for good; they seal anew what they still have, at the next sign-in
  --new-receipt-key the same for receipt.key, which signs receipts: those of before can be checked by the old key alone
  --import FOLDER   takes in what desks have sealed to this gateway and could not bring, and ends: FOLDER is a stick with a
                    second copy, or a desk's data folder. One line an operation on standard output; what is here already
                    is not taken twice. 1 where something was refused or cannot be read. Stop the gateway first

Requests are logged on standard error. SIGTERM ends the gateway.
)";
}

} // namespace quanke::gateway
