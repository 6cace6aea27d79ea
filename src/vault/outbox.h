#pragma once

#include "core/base/result.h"
#include "core/casework/operation.h"
#include "core/wire/protocol.h"
#include "spool/keeper.h"
#include "vault/document.h"

#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace quanke::vault {

/// Where an operation stands on its way to the gateway.
enum class OutboxState {
    Waiting, ///< not sent, or sent and it is certain that it was not taken
    Sent, ///< sent, and no answer came: sending the same again is right
    Refused, ///< the gateway or our own check says no; a person must look (the failure says why)
    Received, ///< the gateway has it, on its one disk: not sent any more, and nothing of it is wiped here
    Durable ///< the gateway's second copy has it too, or there is to be none
};

/// An act to be sent. The vault adds id, device, sequence, previous digest, actor and moment.
struct NewOperation {
    std::string kind;
    std::string caseId;
    Json body;
    std::string title; ///< for the list: bundle and applicant; sealed
    std::vector<std::string>
        documents; ///< SHA-256 of stored documents of this case that must arrive before it
    casework::Environment environment = casework::Environment::Production;
    std::string base; ///< the case's head as the operator saw it; empty where there is none
    std::string window; ///< where the operator sits
};

/// A line of the visible outbox.
struct OutboxEntry {
    std::string operationId;
    std::string caseId;
    std::string kind;
    std::string number; ///< the case's, when this desk gave it
    std::string operatorName; ///< only with their session does it leave
    std::string title; ///< empty while locked, and of other operators' cases
    OutboxState state = OutboxState::Waiting;
    std::string enqueuedAt; ///< instants, empty when it has not come to that
    std::string lastTriedAt;
    int tries = 0;
    std::optional<Failure> problem; ///< of the last try; only what the signed-in operator may read
    std::string durableAt;
};

/// How many wait and since when: readable without anybody signed in.
struct OutboxCount {
    int waiting = 0; ///< Waiting and Sent
    int refused = 0;
    int received = 0; ///< and not durable yet
    std::string oldestAt; ///< of those that wait, empty when none does
};

/// How often what is not durable at the gateway lies here: always in the store; sealed to the gateway in the spool beside
/// it; and once more on a disk that can be taken away, where one is wanted.
struct Copies {
    int unsent = 0; ///< or received only
    int spooled = 0; ///< of these
    spool::Standing standing;
    QString mirrorFolder; ///< empty: none is wanted

    /// Nothing lies in one place alone; with a mirror wanted: on one disk alone.
    bool areTwo() const { return spooled >= unsent && !standing.mirrorProblem && !standing.mirrorIsBehind; }
};

/// From where in the gateway's log to where a page led.
struct CursorStep {
    std::uint64_t from = 0;
    std::uint64_t to = 0;
};

/// What leaves: the very bytes, never made anew.
struct Outgoing {
    std::string operationId;
    std::string caseId;
    std::string bytes;
    std::vector<StoredDocument> documents; ///< still to be uploaded
};

} // namespace quanke::vault
