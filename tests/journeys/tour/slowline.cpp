#include "journeys/tour/slowline.h"

#include "desk/common/deskcontext.h"
#include "desk/counter/push/receiptpage.h"
#include "journeys/tour/hall.h"
#include "link/pusher.h"
#include "support/testgateway.h"

#include <QLabel>
#include <QToolButton>

namespace quanke::journeys {

namespace {

/// Of the first that shows below that widget.
QString transferWords(const QWidget *place)
{
    const auto labels =
        place ? place->findChildren<QLabel *>(QStringLiteral("transferLabel")) : QList<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->isVisible())
            return label->text();
    }
    return {};
}

} // namespace

SlowLine::SlowLine(StorySetup setup, const Clock &clock)
    : m_setup(std::move(setup))
    , m_line(m_setup.gateway, 1)
    , m_desk({m_line.url(), {}, m_setup.language, m_setup.appearance}, clock)
{
}

void SlowLine::push(int bytesPerSecond)
{
    m_desk.signIn(QStringLiteral("wangxm"), test::TestGateway::password());
    CounterStory story(m_desk, newbornWithFive(m_setup.documentFolder));
    const auto steps = story.steps();
    for (const StoryStep &step : steps) {
        if (&step == &steps.back())
            m_line.setBytesPerSecond(bytesPerSecond);
        step.act();
    }
    m_number = story.number();
}

void SlowLine::look()
{
    const auto &pusher = m_desk.desk().context().pusher;
    m_desk.waitFor(QStringLiteral("how long it takes"),
        [&] { return pusher.transfer() && pusher.transfer()->left() && !words().onTheReceipt.isEmpty(); });
    m_setup.picture(m_desk, QStringLiteral("30-sending"));
    m_desk.click("linkToolButton");
    m_desk.waitFor(QStringLiteral("it in the list"), [&] { return !words().inTheOutbox.isEmpty(); });
    m_setup.picture(m_desk, QStringLiteral("31-sending-outbox"));
}

void SlowLine::arrive()
{
    m_line.setBytesPerSecond(0);
    m_desk.deliver();
}

SlowLine::Words SlowLine::words()
{
    const auto *bar = m_desk.window()->findChild<QToolButton *>(QStringLiteral("linkToolButton"));
    return {transferWords(m_desk.window()->findChild<desk::ReceiptPage *>()),
        transferWords(m_desk.window()->findChild<QWidget *>(QStringLiteral("outboxPanel"))), bar->text()};
}

} // namespace quanke::journeys
