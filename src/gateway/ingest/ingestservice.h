#pragma once

#include "gateway/service/gateway.h"
#include "spool/parcel.h"

#include <memory>
#include <string>
#include <string_view>

namespace quanke::gateway {

/// Takes in what a desk had sealed to this gateway, when the desk itself cannot bring it any more: from its spool, or from
/// the second copy on a stick. The same checks as for an operation that comes the usual way, as the operator who acted
/// and from the device that they acted at; and the same bytes twice are once.
class IngestService {
public:
    /// Whose acts it takes. A sealed record proves nobody: anyone who knows the public key can make one.
    enum class Takes {
        OnesOwn, ///< those of whoever brings them
        Anybodys ///< for the owner of the gateway's key, at its own machine: what clerks do, and nobody's decision
    };

    /// The gateway outlives it.
    IngestService(Gateway &gateway, Takes takes);

    /// `frame` is one record as it lies in the spool. Fails as OperationService::put does, and with
    ///   sealed.malformed       it is no record, or was altered
    ///   sealed.other-gateway   this gateway's key does not open it
    ///   sealed.other-person    the act is somebody else's, who must bring it in person
    ///   documents.missing      ("digests", and "files" by their names beside the spool) bring them, then the record again
    Result<Accepted> take(const SignedIn &person, std::string_view frame);
    /// A document that the record names, as it lies beside the spool. Fails as above, and with sealed.unknown-document,
    /// sealed.damaged-document, and as an upload does.
    Result<Done> takeDocument(
        const SignedIn &person, std::string_view frame, const std::string &file, std::string_view sealed);

private:
    struct Opened {
        spool::Parcel parcel;
        casework::Operation operation;
    };

    Result<Opened> open(const SignedIn &person, std::string_view frame) const;
    Result<Done> tell(const SignedIn &person, const casework::Operation &operation);
    Result<SignedIn> actorOf(const casework::Operation &operation);
    Result<std::string> plainBytes(
        const Opened &opened, const spool::SealedDocument &document, std::string_view sealed) const;

    Gateway &m_gateway;
    Takes m_takes;
};

} // namespace quanke::gateway
