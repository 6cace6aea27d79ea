#pragma once

#include "core/casework/casefile.h"

#include <QWidget>

#include <string>

class QLabel;
class QVBoxLayout;

namespace quanke::desk {

struct DeskContext;

/// Asks why somebody wants to see a case that is not in their hands, or a child's record, before anything of it shows. What is
/// answered goes into the trace, and holds until another case is looked at.
class PurposeForm : public QWidget {
    Q_OBJECT
public:
    explicit PurposeForm(const DeskContext &context, QWidget *parent = nullptr);

    enum class Hands { Own, Others };
    /// Why the case is looked at (src/trace/line.h), until another is; empty where that is not known: the form asks for it.
    std::string purposeOf(const casework::CaseFile &file, Hands hands);
    void chooseFirst();

Q_SIGNALS:
    void chosen();

private:
    void offer(Hands hands);
    void choose(const std::string &purpose);

    const DeskContext &m_context;
    std::string m_caseId;
    std::string m_purpose; ///< empty until it is chosen
    std::string m_first;
    QLabel *m_title;
    QLabel *m_hint;
    QVBoxLayout *m_choices;
};

} // namespace quanke::desk
