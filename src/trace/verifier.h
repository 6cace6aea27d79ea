#pragma once

#include "trace/chain.h"
#include "trace/head.h"

#include <map>
#include <set>
#include <vector>

namespace quanke::trace {

/// What is wrong with a chain, or worth a look:
///   trace.malformed        the line cannot be read, or was not written by us
///   trace.changed          the line after it was written behind another one, or a signed head names another
///   trace.removed          ("last") it and those up to `last` are not there
///   trace.reordered        it stands behind one that comes after it, or a second time
///   trace.cut-short        ("last") a signed head names it, and the chain ends before
///   trace.head-forged      the gateway has not signed that head
///   trace.no-head          nothing signed says how far the chain had come
///   trace.clock-set-back   ("from", "to") since the line before
struct Finding {
    std::string key;
    std::uint64_t number = 0; ///< of the line
    Json arguments = Json::object();
};

/// Reads a chain from its beginning and finds what was done to it since.
class Verifier {
public:
    /// Heads of other chains are passed over.
    Verifier(const std::string &chain, const std::string &publicKey, const std::vector<Head> &heads);

    void add(std::string_view text);
    /// By number. Ends it.
    std::vector<Finding> finish();
    std::uint64_t lines() const { return m_lines; }
    std::uint64_t first() const { return m_first; } ///< the number it begins with
    const End &end() const { return m_end; }

private:
    void begin(const Line &line);
    bool mayHaveDropped(const Head &head) const;
    bool takePlace(std::uint64_t number);
    void compareWithHeads(std::uint64_t number, const std::string &digest);
    void tellChanged(std::uint64_t number);
    void find(std::string key, std::uint64_t number, Json arguments = Json::object());

    std::string m_chain;
    std::multimap<std::uint64_t, Head> m_heads; ///< those that are signed
    std::vector<Finding> m_findings;
    std::map<std::uint64_t, std::uint64_t> m_missing; ///< first → last
    std::set<std::uint64_t> m_changed; ///< already told
    std::uint64_t m_lines = 0;
    std::uint64_t m_first = 0;
    End m_end; ///< of what was read
    bool m_fits = true; ///< whether what comes next is known by the digest of m_end
};

} // namespace quanke::trace
