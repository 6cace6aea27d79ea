#pragma once

#include "journeys/tour/storysetup.h"

#include <QString>
#include <QTemporaryDir>

namespace quanke::journeys {

/// A desk whose disk goes wrong while a case of it has not reached the gateway: the store is damaged, is put aside, and the
/// case comes to the gateway from its sealed copy. Each part has a desk of its own over the same data folder, as one that is
/// started again.
class RescueStory {
public:
    RescueStory(StorySetup setup, const Clock &clock);

    /// Signed in once with the link, so that the gateway's key is known. With a second copy in that folder, if one is named.
    void receiveWithNoLink(const QString &stick = {});
    void damageTheStore();
    void rescue();
    /// Before that: the hall has received it all, and its second copy has nothing of it yet, so that it is offered again.
    void sendBeforeTheBackup();
    /// Instead: later, out of the settings, which then offer it no longer.
    void rescueOutOfTheSettings();
    /// Instead: some bytes of the sealed copy are altered too, and what is lost is shown once, then only to whoever asks.
    void damageTheCopy();
    void seeWhatIsLost();
    /// A supervisor brings in what lies there, at another desk.
    void bringIn(const QString &stick);
    /// The disk has no room while a form is filled in, and then has. The data folder is a disk that can be filled up.
    void fillUpTheDisk(const QString &dataFolder);

    QString number() const { return m_number; } ///< of the case

private:
    DeskDriver::Setup deskAt(const QUrl &gateway, const QString &folder) const;

    StorySetup m_setup;
    const Clock &m_clock;
    QTemporaryDir m_folder;
    QString m_number;
};

} // namespace quanke::journeys
