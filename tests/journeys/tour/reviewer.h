#pragma once

#include "core/casework/casefile.h"
#include "journeys/tour/deskdriver.h"

#include <QString>

#include <string>
#include <vector>

namespace quanke::journeys {

/// A department's reviewer at the real desk, at work on one case: every step a person would take.
class Reviewer {
public:
    Reviewer(DeskDriver &desk, QString caseNumber);

    /// As the reviewer of the department that decides the matter.
    void signIn(const std::string &matter);
    /// The department's part of the case for that matter comes on screen.
    void open(const std::string &matter);
    /// The first document of the part, large.
    void openDocument();
    void closeDocument();

    /// Where the state wants it first (承诺件), accepts the matter.
    void acceptIfNeeded();
    /// Every point that a person has to find met is met.
    void markPoints();
    /// What the result brings: {key: value}.
    void enterOutputs(const Json &outputs);
    void approve();
    void askForCorrection(const std::vector<casework::CorrectionItem> &items);
    void refuse(const QString &reason);

    /// All of it: from signing in to the decision.
    void decide(const std::string &matter, const Json &outputs = Json::object());

private:
    /// Chooses and signs, and waits until the gateway's answer is on screen.
    void sign(const char *decision);

    DeskDriver &m_desk;
    QString m_number;
    const catalogue::Matter *m_matter = nullptr;
};

} // namespace quanke::journeys
