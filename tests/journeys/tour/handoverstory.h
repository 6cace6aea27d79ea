#pragma once

#include "journeys/tour/counterstory.h"
#include "journeys/tour/storysetup.h"

#include <QTemporaryDir>

#include <string>

namespace quanke::journeys {

/// A case is received in a village where there is no link, and goes to the hall by a file. Each part has a desk of its own
/// over its data folder, as one that is started again.
class HandoverStory {
public:
    HandoverStory(StorySetup setup, const Clock &clock);

    /// Form and documents complete, then the file; the case stands there to be read.
    void giveInTheVillage();
    /// Another clerk brings it in, and finds it where it was left.
    void bringInAtTheHall();
    void pushAtTheHall();
    /// Whoever gave it takes it back, changes a field and pushes it as well.
    void takeBackAndPush();

    QString number() const { return m_number; } ///< of the case
    QString file() const { return m_stick.filePath(QStringLiteral("case.qkcase")); }

private:
    DeskDriver::Setup deskAt(const QUrl &gateway, const QTemporaryDir &folder) const;
    void give(DeskDriver &desk);
    void bringOneMorePaper(DeskDriver &desk);
    static std::size_t papersOf(DeskDriver &desk, const std::string &material);
    void push(DeskDriver &desk);

    StorySetup m_setup;
    const Clock &m_clock;
    QTemporaryDir m_village;
    QTemporaryDir m_hall;
    QTemporaryDir m_stick;
    QString m_password;
    std::string m_material; ///< of the paper that came last
    QString m_number;
};

} // namespace quanke::journeys
