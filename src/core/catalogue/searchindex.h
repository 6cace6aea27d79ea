#pragma once

#include "core/catalogue/pinyin.h"

#include <string>
#include <string_view>
#include <vector>

namespace quanke::catalogue {

class Catalogue;

/// What of an entry the words of a query were found in.
enum class FoundIn { Name, Word, Department, Code };

/// A bundle or matter that fits a query.
struct SearchHit {
    bool bundle = false;
    std::string id;
    FoundIn foundIn = FoundIn::Name;
    std::string text; ///< the name, everyday word or department it was found in
    std::size_t begin = 0; ///< the bytes of `text` that fit
    std::size_t length = 0;
    std::string typed; ///< how it was found by pinyin ("k·l·g"), else empty
    int score = 0;
};

/// Finds bundles and matters by Chinese, pinyin (whole, initials, or mixed), English, code, department and by
/// what the public calls them. Immutable once made.
class SearchIndex {
public:
    /// Without pinyin, what is typed in letters finds only codes and English.
    SearchIndex(const Catalogue &catalogue, Pinyin *pinyin);

    /// Every word of the query must be found. Bundles first, then the better fit; an empty query gives
    /// everything.
    std::vector<SearchHit> find(std::string_view query, std::size_t most = 200) const;

private:
    struct Term {
        FoundIn in = FoundIn::Name;
        std::string text;
        std::string lower;
        std::vector<TypedCharacter> typed;
    };
    struct Entry {
        bool bundle = false;
        std::string id;
        std::vector<Term> terms;
    };

    void add(Entry entry, Pinyin *pinyin);
    static bool match(const Term &term, const std::string &word, SearchHit &hit);
    static bool matchText(const Term &term, const std::string &word, SearchHit &hit);
    static bool matchPinyin(const Term &term, const std::string &word, SearchHit &hit);
    static bool bestOf(const Entry &entry, const std::string &word, SearchHit &hit);

    std::vector<Entry> m_entries;
};

} // namespace quanke::catalogue
