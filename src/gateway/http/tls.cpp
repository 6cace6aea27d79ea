#include "gateway/http/tls.h"

#include "certificates/device.h"
#include "certificates/files.h"
#include "certificates/peer.h"
#include "certificates/revocations.h"

#include <Poco/Net/Context.h>
#include <Poco/Net/HTTPServerRequestImpl.h>
#include <Poco/Net/NetSSL.h>
#include <Poco/Net/SecureServerSocket.h>
#include <Poco/Net/SecureStreamSocket.h>
#include <Poco/Net/X509Certificate.h>

#include <openssl/ssl.h>

namespace quanke::gateway {

namespace {

constexpr int mostWaiting = 250; ///< connections that nobody has taken yet
constexpr int authorityAlone = 1; ///< nobody between it and a device

Poco::Net::Context::Ptr contextOf(const std::filesystem::path &folder)
{
    Poco::Net::Context::Params parameters;
    parameters.privateKeyFile = (folder / certificates::gatewayFile).string();
    parameters.certificateFile = parameters.privateKeyFile;
    parameters.caLocation = (folder / certificates::authorityFile).string();
    parameters.verificationMode = Poco::Net::Context::VERIFY_STRICT;
    parameters.verificationDepth = authorityAlone;
    parameters.loadDefaultCAs = false;
    parameters.cipherList = "ECDHE+AESGCM:ECDHE+CHACHA20"; // of TLS 1.2
    parameters.ecdhCurve = "X25519:P-256";
    Poco::Net::Context::Ptr context = new Poco::Net::Context(Poco::Net::Context::TLS_SERVER_USE, parameters);
    context->requireMinimumProtocol(Poco::Net::Context::PROTO_TLSV1_2);
    context->enableSessionCache(true, "quanke"); // the same device's next connection costs a tenth
    context->enableExtendedCertificateVerification(false); // of the host's name, which a desk has none of
    // OpenSSL's own word is final: POCO would ask its application's configuration, which there is not.
    SSL_CTX_set_verify(context->sslContext(), SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, nullptr);
    return context;
}

/// Where it ends soon or has ended: desks believe it no longer then.
std::string wordsOfEnd(const Poco::Net::Context &context, Instant now)
{
    const auto until = certificates::peerOf(*SSL_CTX_get0_certificate(context.sslContext())).until;
    if (!certificates::endsSoon(until, now)) {
        return {};
    }
    return (until <= now ? " has ended on " : " ends on ") + toText(until)
        + ": make another by quanke device init, then start the gateway anew.";
}

} // namespace

struct Tls::Content {
    Poco::Net::Context::Ptr context;
    std::unique_ptr<certificates::Revocations> revocations;
    const Clock &clock;
};

Tls::Tls(std::unique_ptr<Content> content)
    : m_content(std::move(content))
{
}

Tls::~Tls() = default;

Result<std::unique_ptr<Tls>> Tls::open(const std::filesystem::path &folder, const Clock &clock,
    const std::function<void(const std::string &line)> &tell)
{
    auto revocations = certificates::Revocations::open(folder, clock, tell);
    if (!revocations) {
        return revocations.failure();
    }
    try {
        Poco::Net::initializeSSL();
        auto content = std::make_unique<Content>(Content{contextOf(folder), std::move(*revocations), clock});
        if (const auto words = wordsOfEnd(*content->context, clock.now()); !words.empty()) {
            tell((folder / certificates::gatewayFile).string() + words);
        }
        return std::unique_ptr<Tls>(new Tls(std::move(content)));
    } catch (const Poco::Exception &exception) {
        return Failure{"tls.unusable", {{"path", folder.string()}}, exception.displayText()};
    }
}

Poco::Net::ServerSocket Tls::listenAt(const Poco::Net::SocketAddress &address) const
{
    return Poco::Net::SecureServerSocket(address, mostWaiting, m_content->context);
}

Result<std::string> Tls::deviceOf(Poco::Net::HTTPServerRequest &request) const
{
    auto &own = dynamic_cast<Poco::Net::HTTPServerRequestImpl &>(request);
    const Poco::Net::SecureStreamSocket socket(own.socket());
    const auto certificate = socket.peerCertificate();
    const auto peer = certificates::peerOf(*certificate.certificate());
    if (const auto admitted = m_content->revocations->admit(peer.serial); !admitted) {
        return Failure{admitted.failure().key, {{"device", peer.device}}, "device " + peer.device};
    }
    if (peer.until <= m_content->clock.now()) {
        return Failure{"device.expired", {{"device", peer.device}}, "device " + peer.device};
    }
    return certificates::isDeviceId(peer.device) ? Result<std::string>(peer.device)
                                                 : Failure{"device.other-certificate"};
}

} // namespace quanke::gateway
