#pragma once

#include "faults/promises.h"
#include "gateway/definitions.h"
#include "gateway/service/gateway.h"

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace quanke::faults {

/// What a gateway has acknowledged: INV1 (receipted operations with their exact bytes, acknowledged offsets, documents,
/// sessions), INV2 (one operation is one row, and again gets the same receipt), INV3 (no document without a good file), INV7
/// (each device's chain), INV9 (more can be taken), and its epoch, which changes when something was lost and only then.
class GatewayPromises : public Promises {
public:
    explicit GatewayPromises(test::Definitions definitions);

    void take(const std::string &words) override;
    std::size_t count() const override { return m_count; }
    QString broken(const QString &folder) const override;

    /// Where the gateway's store lies below a story's folder.
    static QString storeIn(const QString &folder) { return folder + QStringLiteral("/hall"); }

    /// An operation in the gateway's log.
    struct Row {
        std::string device;
        std::uint64_t sequence = 0;
        std::string id;
        std::string bytes;
    };

private:
    struct Session {
        std::string token;
        std::string receiptKey;
    };
    struct Operation {
        std::string person;
        std::string bytes;
        Json receipt;
    };
    struct Offset {
        std::string person;
        std::uint64_t offset = 0;
        std::string sha256; ///< of the bytes before it
    };

    QString brokenSessions(gateway::Gateway &gateway) const;
    QString brokenOperations(gateway::Gateway &gateway, const std::vector<Row> &log) const;
    QString brokenUploads(gateway::Gateway &gateway, const QString &store) const;
    QString brokenDocuments(gateway::Gateway &gateway, const QString &store) const;
    QString brokenRoom(gateway::Gateway &gateway, const std::vector<Row> &log) const;
    Result<gateway::SignedIn> signedIn(gateway::Gateway &gateway, const std::string &person) const;

    test::Definitions m_definitions;
    std::size_t m_count = 0;
    std::string m_epoch; ///< empty until it was told
    std::map<std::string, Session> m_sessions; ///< by person
    std::map<std::string, Operation> m_operations; ///< by id
    std::map<std::string, Offset> m_offsets; ///< by upload
    std::map<std::string, std::uint64_t> m_documents; ///< size by SHA-256
};

} // namespace quanke::faults
