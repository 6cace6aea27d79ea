#include "desk/common/deskcontext.h"
#include "desk/common/desksession.h"
#include "desk/common/desksettings.h"
#include "desk/shell/desk.h"
#include "desk/shell/mainwindow.h"
#include "desk/workspaces.h"
#include "platform/systemclock.h"
#include "support/await.h"
#include "support/testgateway.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>

#include <benchmark/benchmark.h>

#include <chrono>
#include <cstdlib>
#include <functional>
#include <memory>

namespace {

using namespace quanke;
using Clock = std::chrono::steady_clock;

void waitUntil(const std::function<bool()> &comes)
{
    if (!test::waitFor(comes, std::chrono::milliseconds(test::patience)))
        std::abort();
}

/// The real desk at the real gateway with its demo hall, passwords stretched as they are in use.
class DeskAtHall {
public:
    DeskAtHall()
        : m_settings(m_folder.filePath(QStringLiteral("desk.ini")))
    {
        if (!m_gateway.start())
            std::abort();
        auto made =
            desk::Desk::make({m_gateway.url(), m_folder.path(), QStringLiteral(QUANKE_SOURCE_DIR "/forms"),
                Language::Chinese, &m_clock, &m_settings, desk::allWorkspaces});
        if (!made)
            std::abort();
        m_desk = std::move(made).value();
        window().resize(1366, 768);
        window().show();
        m_desk->start();
        waitUntil([this] { return found<QPushButton>("signInButton")->isEnabled(); });
    }

    /// From the button to the painted workspace, the session begun and the store open for them. In seconds.
    double signIn(const QString &name)
    {
        found<QComboBox>("windowComboBox")->setCurrentText(QStringLiteral("综合窗口 3 号"));
        found<QComboBox>("operatorComboBox")->setCurrentText(name);
        auto *password = found<QLineEdit>("passwordLineEdit");
        password->setText(test::TestGateway::password());
        const auto begin = Clock::now();
        found<QPushButton>("signInButton")->click();
        waitUntil([&] { return !password->isVisible() && m_desk->context().session.isSignedIn(); });
        window().grab(); // what was not painted yet
        return std::chrono::duration<double>(Clock::now() - begin).count();
    }

    desk::MainWindow &window() { return m_desk->window(); }

private:
    template <class T>
    T *found(const char *name)
    {
        return window().findChild<T *>(QString::fromLatin1(name));
    }

    test::TestGateway m_gateway;
    QTemporaryDir m_folder{QStringLiteral("/var/tmp/quanke-bench-XXXXXX")};
    platform::SystemClock m_clock;
    desk::DeskSettings m_settings;
    std::unique_ptr<desk::Desk> m_desk;
};

/// One clerk again and again, whom the desk knows.
void signIn(benchmark::State &state)
{
    DeskAtHall desk;
    desk.signIn(QStringLiteral("wangxm"));
    for (auto _ : state) {
        desk.window().signOut();
        state.SetIterationTime(desk.signIn(QStringLiteral("wangxm")));
    }
}
BENCHMARK(signIn)->Name("sign_in")->UseManualTime()->Unit(benchmark::kSecond)->Iterations(5);

/// One goes, the other comes: from the first's signing out to the second's workspace, but for what the hands take.
void changeOfClerk(benchmark::State &state)
{
    DeskAtHall desk;
    desk.signIn(QStringLiteral("wangxm"));
    bool isFirst = false;
    for (auto _ : state) {
        const auto begin = Clock::now();
        desk.window().signOut();
        desk.signIn(isFirst ? QStringLiteral("wangxm") : QStringLiteral("liqh"));
        state.SetIterationTime(std::chrono::duration<double>(Clock::now() - begin).count());
        isFirst = !isFirst;
    }
}
BENCHMARK(changeOfClerk)->Name("change_of_clerk")->UseManualTime()->Unit(benchmark::kSecond)->Iterations(6);

} // namespace
