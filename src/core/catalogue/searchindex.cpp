#include "core/catalogue/searchindex.h"

#include "core/catalogue/catalogue.h"

#include <algorithm>
#include <optional>

namespace quanke::catalogue {

namespace {

constexpr int atBeginning = 80;
constexpr int wholeText = 60;
constexpr int bySound = -20;

std::string lowered(std::string_view text)
{
    std::string result(text);
    for (char &letter : result) {
        if (letter >= 'A' && letter <= 'Z')
            letter = static_cast<char>(letter - 'A' + 'a');
    }
    return result;
}

bool isAscii(std::string_view text)
{
    return std::all_of(
        text.begin(), text.end(), [](char letter) { return static_cast<unsigned char>(letter) < 0x80; });
}

bool isLetter(char letter)
{
    return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
}

std::vector<std::string> wordsOf(std::string_view query)
{
    std::vector<std::string> words;
    std::string word;
    for (const char letter : lowered(query)) {
        if (letter != ' ' && letter != '\t') {
            word += letter;
            continue;
        }
        if (!word.empty())
            words.push_back(std::move(word));
        word.clear();
    }
    if (!word.empty())
        words.push_back(std::move(word));
    return words;
}

int weightOf(FoundIn in)
{
    switch (in) {
    case FoundIn::Code:
        return 500;
    case FoundIn::Name:
        return 400;
    case FoundIn::Word:
        return 380;
    case FoundIn::Department:
        return 100;
    }
    return 0;
}

/// "v" is how ü is typed after l and n.
bool sameLetter(char typed, char spelt)
{
    return typed == spelt || (typed == 'v' && spelt == 'u');
}

/// How many letters of the word the syllable takes, at most all it has.
std::size_t commonLength(std::string_view word, std::string_view syllable)
{
    std::size_t length = 0;
    while (length < word.size() && length < syllable.size() && sameLetter(word[length], syllable[length]))
        ++length;
    return length;
}

/// A word typed as pinyin against the characters from a place on: each character by its whole syllable or its
/// beginning, the last by any part. Gives the letters each character took.
bool spell(std::string_view word, const std::vector<TypedCharacter> &characters, std::size_t place,
    std::vector<std::size_t> &taken)
{
    if (word.empty())
        return true;
    if (place == characters.size())
        return false;
    const std::string &syllable = characters[place].typed;
    const std::size_t most = commonLength(word, syllable);
    for (std::size_t letters = most; letters > 0; --letters) {
        taken.push_back(letters);
        if (spell(word.substr(letters), characters, place + 1, taken))
            return true;
        taken.pop_back();
    }
    return false;
}

} // namespace

SearchIndex::SearchIndex(const Catalogue &catalogue, Pinyin *pinyin)
{
    for (const auto &[id, bundle] : catalogue.bundles()) {
        Entry entry{true, id, {}};
        entry.terms = {{FoundIn::Name, bundle.name.chinese, {}, {}},
            {FoundIn::Name, bundle.name.english, {}, {}}, {FoundIn::Code, id, {}, {}}};
        for (const std::string &word : bundle.words)
            entry.terms.push_back({FoundIn::Word, word, {}, {}});
        add(std::move(entry), pinyin);
    }
    for (const auto &[id, matter] : catalogue.matters()) {
        Entry entry{false, id, {}};
        entry.terms = {{FoundIn::Name, matter.name.chinese, {}, {}},
            {FoundIn::Name, matter.name.english, {}, {}}, {FoundIn::Code, id, {}, {}}};
        for (const std::string &word : matter.words)
            entry.terms.push_back({FoundIn::Word, word, {}, {}});
        if (const Department *department = catalogue.department(matter.department)) {
            entry.terms.push_back({FoundIn::Department, department->name.chinese, {}, {}});
            entry.terms.push_back({FoundIn::Department, department->name.english, {}, {}});
        }
        add(std::move(entry), pinyin);
    }
}

void SearchIndex::add(Entry entry, Pinyin *pinyin)
{
    for (Term &term : entry.terms) {
        term.lower = lowered(term.text);
        if (pinyin && !isAscii(term.text))
            term.typed = pinyin->read(term.text);
    }
    m_entries.push_back(std::move(entry));
}

bool SearchIndex::matchText(const Term &term, const std::string &word, SearchHit &hit)
{
    std::size_t place = term.lower.find(word);
    // In the middle of an English word nobody looks for anything.
    while (place != std::string::npos && place > 0 && isAscii(word) && isLetter(term.lower[place - 1]))
        place = term.lower.find(word, place + 1);
    if (place == std::string::npos)
        return false;
    hit.begin = place;
    hit.length = word.size();
    hit.typed.clear();
    hit.score = weightOf(term.in) + (place == 0 ? atBeginning : 0)
        + (word.size() == term.lower.size() ? wholeText : 0);
    return true;
}

bool SearchIndex::matchPinyin(const Term &term, const std::string &word, SearchHit &hit)
{
    std::size_t begin = 0;
    for (std::size_t place = 0; place < term.typed.size(); ++place) {
        std::vector<std::size_t> taken;
        if (spell(word, term.typed, place, taken)) {
            hit.begin = begin;
            hit.length = 0;
            hit.typed.clear();
            for (std::size_t index = 0; index < taken.size(); ++index) {
                const TypedCharacter &character = term.typed[place + index];
                hit.length += character.character.size();
                hit.typed += (index == 0 ? "" : "·") + character.typed.substr(0, taken[index]);
            }
            hit.score = weightOf(term.in) + bySound + (place == 0 ? atBeginning : 0)
                + (taken.size() == term.typed.size() ? wholeText : 0);
            return true;
        }
        begin += term.typed[place].character.size();
    }
    return false;
}

bool SearchIndex::match(const Term &term, const std::string &word, SearchHit &hit)
{
    if (!matchText(term, word, hit) && !(isAscii(word) && matchPinyin(term, word, hit)))
        return false;
    hit.foundIn = term.in;
    hit.text = term.text;
    return true;
}

bool SearchIndex::bestOf(const Entry &entry, const std::string &word, SearchHit &hit)
{
    bool found = false;
    for (const Term &term : entry.terms) {
        SearchHit candidate;
        if (match(term, word, candidate) && (!found || candidate.score > hit.score)) {
            hit = std::move(candidate);
            found = true;
        }
    }
    return found;
}

std::vector<SearchHit> SearchIndex::find(std::string_view query, std::size_t most) const
{
    const std::vector<std::string> words = wordsOf(query);
    std::vector<SearchHit> hits;
    for (const Entry &entry : m_entries) {
        std::optional<SearchHit> best;
        if (words.empty()) {
            best.emplace();
            best->text = entry.terms.front().text;
        }
        int score = 0;
        for (const std::string &word : words) {
            SearchHit hit;
            if (!bestOf(entry, word, hit)) {
                best.reset();
                break;
            }
            score += hit.score;
            if (!best || hit.score > best->score)
                best = std::move(hit);
        }
        if (!best)
            continue;
        best->score = score;
        best->bundle = entry.bundle;
        best->id = entry.id;
        hits.push_back(std::move(*best));
    }
    std::stable_sort(hits.begin(), hits.end(), [](const SearchHit &left, const SearchHit &right) {
        return left.bundle != right.bundle ? left.bundle : left.score > right.score;
    });
    if (hits.size() > most)
        hits.resize(most);
    return hits;
}

} // namespace quanke::catalogue
