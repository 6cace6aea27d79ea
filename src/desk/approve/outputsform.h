#pragma once

#include "core/base/date.h"
#include "core/catalogue/catalogue.h"
#include "core/form/form.h"

#include <QWidget>

#include <map>
#include <memory>
#include <optional>
#include <string>

class QLineEdit;
class QVBoxLayout;

namespace quanke::desk {

class LabelLine;

/// The values a decision brings (the credit code, the licence's date), each checked by its element as it is
/// left.
class OutputsForm : public QWidget {
    Q_OBJECT
public:
    OutputsForm(
        std::shared_ptr<const catalogue::Catalogue> catalogue, Language language, QWidget *parent = nullptr);

    /// The outputs of that matter; hidden where it has none.
    void show(const catalogue::Matter &matter, Date today);
    /// Values as they were given before.
    void bring(const Json &outputs);
    /// {key: value} as subcase.decide carries them.
    Json outputs() const;
    bool isComplete() const; ///< every output there and right
    QWidget *firstField() const; ///< null when there is none

Q_SIGNALS:
    void changed();

private:
    struct Field {
        LabelLine *label;
        QLineEdit *edit;
    };
    void addField(const std::string &key);
    void take(const std::string &key);
    void showProblem(const std::string &key);

    std::shared_ptr<const catalogue::Catalogue> m_catalogue;
    Language m_language;
    QVBoxLayout *m_layout;
    std::map<std::string, Field> m_fields;
    std::optional<form::FormState> m_state;
};

} // namespace quanke::desk
