#pragma once

#include "seal/suite.h"
#include "spool/dropped.h"
#include "spool/mirrorthread.h"
#include "spool/parcel.h"
#include "spool/spool.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>

namespace quanke::spool {

/// How the copies of what has not reached the gateway stand.
struct Standing {
    bool keyKnown = false; ///< of the gateway: nothing can be sealed without
    std::optional<Failure> problem; ///< why the spool does not hold all it should
    bool mirrorWanted = false;
    std::optional<Failure> mirrorProblem; ///< spool.away and others
    bool mirrorIsBehind = false; ///< its disk is still being written
};

/// Keeps the copies beside a desk's store: the spool, and its mirror where one is wanted. What fails here never fails an
/// act, which the store has kept already: it is told (standing) and made good later.
class Keeper {
public:
    /// In the store's folder: spool/, and the sealed documents in documents/. Fails with spool.io. `mirrorChanged` is called
    /// on the mirror's thread when its standing is another; may be empty.
    static Result<Keeper> open(const std::filesystem::path &folder, std::shared_ptr<const seal::Suite> suite,
        std::function<void()> mirrorChanged = {});

    /// What is sealed to another counts as not kept until it is kept again.
    void setKey(std::string publicKey);
    const std::string &key() const { return m_key; }
    /// The mirror that is wanted from now on, begun before; none: no mirror.
    void setMirror(std::optional<Mirror> mirror);

    bool holds(const std::string &operation) const { return m_spool->holds(operation, m_keyName); }
    /// Seals and appends; the mirror gets it meanwhile. True when the spool holds it.
    bool keep(Label label, const Parcel &parcel);
    /// They have reached the gateway, or are not to. What nobody says that of stays: the store may have lost it.
    void drop(const std::set<std::string> &operations);
    /// Looks whether the mirror's disk is there, and brings it what it lacks; `done` is called after that, on any thread.
    void follow(std::function<void()> done = {});

    Standing standing() const;

private:
    Keeper(Spool spool, std::filesystem::path documents, std::shared_ptr<const seal::Suite> suite,
        std::function<void()> mirrorChanged);

    std::shared_ptr<Spool> m_spool;
    std::filesystem::path m_documents;
    std::shared_ptr<const seal::Suite> m_suite;
    std::string m_key;
    std::string m_keyName;
    std::optional<Failure> m_problem;
    std::shared_ptr<Dropped> m_dropped = std::make_shared<Dropped>();
    std::function<void()> m_mirrorChanged;
    std::unique_ptr<MirrorThread> m_mirror;
};

} // namespace quanke::spool
