#pragma once

#include "core/base/json.h"
#include "core/base/localtext.h"
#include "core/catalogue/catalogue.h"

#include <QString>

#include <memory>
#include <string>

namespace quanke::desk {

/// Values of a form as people read them: codes as words, numbers with their unit, no end as such.
class ValueWords {
public:
    ValueWords(std::shared_ptr<const catalogue::Catalogue> catalogue, Language language);

    Language language() const { return m_language; }
    /// What a field or material is called.
    QString label(const std::string &key) const;
    /// The same under a heading that may say its role already.
    QString labelUnder(const LocalText &heading, const std::string &key) const;
    /// Its value in words; rows of a group one per line; a material by its files' names. Empty for none.
    QString value(const std::string &key, const Json &value) const;

private:
    QString ofElement(const catalogue::Element &element, const Json &value) const;
    QString ofText(const catalogue::Element &element, const std::string &text) const;
    QString ofNumber(const catalogue::Element &element, const Json &value) const;
    QString ofList(const catalogue::Element &element, const Json &list) const;
    QString ofRow(const catalogue::Element &element, const Json &row) const;

    std::shared_ptr<const catalogue::Catalogue> m_catalogue;
    Language m_language;
};

} // namespace quanke::desk
