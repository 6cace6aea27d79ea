#include "journeys/tour/receivedstory.h"

#include "desk/common/deskcontext.h"
#include "journeys/tour/hall.h"
#include "support/await.h"
#include "vault/vault.h"

#include <QLabel>

namespace quanke::journeys {

ReceivedStory::ReceivedStory(StorySetup setup, const Clock &clock)
    : m_setup(std::move(setup))
    , m_desk({m_setup.gateway, {}, m_setup.language, m_setup.appearance}, clock)
{
}

void ReceivedStory::push()
{
    receive(m_desk, newbornWithFive(m_setup.documentFolder));
}

void ReceivedStory::look()
{
    const auto count = test::awaited(m_desk.desk().context().vault.outboxCount());
    if (!count || count->received == 0 || count->waiting > 0)
        throw StepFailed("it is not received, or durable already");
    m_setup.picture(m_desk, QStringLiteral("32-received"));
    m_desk.click("linkToolButton");
    m_desk.find<QLabel>("receivedLabel");
    m_setup.picture(m_desk, QStringLiteral("33-received-outbox"));
}

} // namespace quanke::journeys
