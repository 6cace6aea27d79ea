#pragma once

#include "core/catalogue/catalogue.h"
#include "core/form/composition.h"

#include <random>
#include <string>
#include <vector>

namespace quanke::test {

/// Makes up whole sets of definitions (one bundle, BUNDLE-R) and what people fill in. Every element has values that
/// satisfy it wherever it stands, and conditions read situations and fields their own matter always shows, as a
/// definition must for its department to see what it decides by.
class RandomSet {
public:
    explicit RandomSet(unsigned seed);

    catalogue::DefinitionFiles files();
    std::vector<std::string> ticks(); ///< of the last set; sometimes all
    form::Answers answers();
    /// Values for fields and materials: mostly fitting, some wrong, some missing.
    Json values();
    /// A value that satisfies the field or material wherever it is asked.
    Json fitting(const std::string &key) const;

    int upTo(int most) { return static_cast<int>(m_engine() % static_cast<unsigned>(most + 1)); }
    bool oneIn(int count) { return upTo(count - 1) == 0; }

private:
    enum class Kind { Text, Whole, Choice, Flag, Group };

    Json element(Kind kind);
    Json matter(int number);
    Json elementUse(std::size_t index, int matter);
    Json materialUse(std::size_t index);
    void declare(Json &schema, int matter, bool withMaterials);
    Json condition(const std::vector<std::size_t> &always);
    Json situationTest();
    std::vector<std::size_t> someElements(int most);

    std::mt19937 m_engine;
    std::vector<Kind> m_elements;
    int m_situations = 0;
    int m_materials = 0;
    int m_matters = 0;
};

} // namespace quanke::test
