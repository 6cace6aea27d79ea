#pragma once

#include "core/casework/casefile.h"
#include "journeys/tour/deskdriver.h"

#include <QString>

#include <string>

namespace quanke::journeys {

/// A case in the workspace Cases of the real desk: its drawing with the lights, and what the clerk can do
/// there.
class CaseDrawing {
public:
    CaseDrawing(DeskDriver &desk, QString caseNumber);

    void signIn(const QString &clerk = QStringLiteral("wangxm"));
    /// The drawing comes on screen.
    void open();
    /// A click on the matter's box; its details stand beside the drawing then.
    void choose(const std::string &matter);
    /// Chooses it and waits until its details say that it stands so.
    void choose(const std::string &matter, casework::SubCaseState state);
    /// What stands in a matter's box below its name and department ("decided 11-22").
    QString wordsOf(const std::string &matter);

    /// Supplements what was asked for of the chosen matter.
    void beginSupplement();
    void write(const std::string &key, const QString &value);
    void attach(const std::string &material, const QString &path);
    void sendSupplement();

private:
    DeskDriver &m_desk;
    QString m_number;
};

} // namespace quanke::journeys
