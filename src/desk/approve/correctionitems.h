#pragma once

#include "core/base/json.h"
#include "desk/casepart/valuewords.h"

#include <QWidget>

#include <string>
#include <vector>

class QComboBox;
class QLineEdit;
class QVBoxLayout;

namespace quanke::desk {

class ActionButton;

/// What the applicant is to mend: fields and materials chosen from the part, each with its reason.
class CorrectionItems : public QWidget {
    Q_OBJECT
public:
    explicit CorrectionItems(QWidget *parent = nullptr);

    /// Which can be chosen. What was chosen before goes.
    void offer(const std::vector<std::string> &keys, const ValueWords &words);
    void add(const std::string &key);
    /// Items as they were given before; what cannot be chosen any more is left out.
    void bring(const Json &items);
    /// [{key, reason}…] as subcase.requestCorrection carries them.
    Json items() const;
    bool isComplete() const; ///< at least one, every one with a reason
    QWidget *firstField() const;

Q_SIGNALS:
    void changed();

private:
    struct Row {
        std::string key;
        QWidget *widget;
        QLineEdit *reason;
    };
    bool addRow(const std::string &key); ///< false: there is none such, or it stands there already
    void remove(const std::string &key);

    QComboBox *m_choice;
    ActionButton *m_add;
    QVBoxLayout *m_layout;
    std::vector<Row> m_rows;
};

} // namespace quanke::desk
