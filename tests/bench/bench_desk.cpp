#include "core/catalogue/catalogue.h"
#include "desk/common/deskcontext.h"
#include "desk/common/desksession.h"
#include "desk/common/desksettings.h"
#include "desk/counter/fill/fillpage.h"
#include "desk/counter/fill/formview.h"
#include "desk/counter/session/casesession.h"
#include "desk/shell/desk.h"
#include "desk/shell/mainwindow.h"
#include "desk/workspaces.h"
#include "platform/systemclock.h"
#include "vault/vault.h"

#include <QAbstractEventDispatcher>
#include <QApplication>
#include <QFile>
#include <QKeyEvent>
#include <QTemporaryDir>

#include <algorithm>
#include <benchmark/benchmark.h>
#include <chrono>
#include <cstdlib>
#include <memory>
#include <unistd.h>
#include <utility>

namespace {

using namespace quanke;
using Clock = std::chrono::steady_clock;

double millisecondsSince(Clock::time_point begin)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

/// Tells when something has been painted.
class PaintWatch : public QObject {
public:
    PaintWatch() { qApp->installEventFilter(this); }
    bool eventFilter(QObject *, QEvent *event) override
    {
        m_painted = m_painted || event->type() == QEvent::Paint;
        return false;
    }
    bool take() { return std::exchange(m_painted, false); }

private:
    bool m_painted = false;
};

/// The real desk in a folder of its own, at a gateway that is not there.
struct BenchDesk {
    BenchDesk()
        : settings(folder.filePath(QStringLiteral("desk.ini")))
    {
        auto made = desk::Desk::make({QUrl(QStringLiteral("http://127.0.0.1:9/")), folder.path(),
            QStringLiteral(QUANKE_SOURCE_DIR "/forms"), Language::Chinese, &clock, &settings,
            desk::allWorkspaces});
        if (!made)
            std::abort();
        desk = std::move(made).value();
    }

    /// Somebody is signed in, the vault open for them.
    void signIn()
    {
        const wire::SignedInOperator person{"wangxm", "王小满", {"clerk"}, {}, "青石县政务服务中心"};
        const desk::DeskContext &context = desk->context();
        context.vault.enrol(person, seal::SecretBytes::copyOf("correct horse")).waitForFinished();
        context.session.begin(person, QStringLiteral("3"));
    }

    QTemporaryDir folder;
    platform::SystemClock clock;
    desk::DeskSettings settings;
    std::unique_ptr<desk::Desk> desk;
};

double residentMegabytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const double pages = file.readAll().split(' ').value(1).toDouble();
    return pages * double(sysconf(_SC_PAGESIZE)) / 1024 / 1024;
}

/// Definitions, vault and window from nothing to the painted sign-in page.
void deskStart(benchmark::State &state)
{
    double resident = 0;
    for (auto _ : state) {
        PaintWatch watch;
        const auto begin = Clock::now();
        BenchDesk bench;
        bench.desk->window().show();
        bench.desk->start();
        while (!watch.take())
            QCoreApplication::processEvents();
        state.SetIterationTime(millisecondsSince(begin) / 1000);
        resident = std::max(resident, residentMegabytes());
    }
    state.counters["resident_mb"] = resident;
}
BENCHMARK(deskStart)->Name("desk_start")->UseManualTime()->Unit(benchmark::kMillisecond)->Iterations(5);

/// The hotel's form with all thirteen matters, in a window of its own.
struct OpenForm {
    explicit OpenForm(const desk::DeskContext &context)
        : session(context)
        , page(context, session)
    {
        std::vector<std::string> all;
        for (const auto &member : context.catalogue->bundle("BUNDLE-HOTEL")->matters)
            all.push_back(member.matter);
        if (!session.begin("BUNDLE-HOTEL", all))
            std::abort();
        page.resize(1298, 680);
    }

    PaintWatch watch;
    desk::CaseSession session;
    desk::FillPage page;
};

/// Turns of the event loop until nothing is left to do; the longest of them in milliseconds.
double longestTurn()
{
    double longest = 0;
    for (int idle = 0; idle < 3;) {
        const auto begin = Clock::now();
        const bool worked = QCoreApplication::eventDispatcher()->processEvents(QEventLoop::AllEvents);
        longest = std::max(longest, millisecondsSince(begin));
        idle = worked ? 0 : idle + 1;
    }
    return longest;
}

/// From "fill in the form" to its first paint; then the rest of it, piece by piece.
void formOpen(benchmark::State &state)
{
    BenchDesk bench;
    bench.signIn();
    double longest = 0;
    for (auto _ : state) {
        OpenForm form(bench.desk->context());
        const auto begin = Clock::now();
        form.page.show();
        form.page.enter();
        double step = millisecondsSince(begin);
        while (!form.watch.take()) {
            const auto turn = Clock::now();
            QCoreApplication::processEvents();
            step = std::max(step, millisecondsSince(turn));
        }
        state.SetIterationTime(millisecondsSince(begin) / 1000);
        longest = std::max({longest, step, longestTurn()});
    }
    state.counters["longest_step_ms"] = longest;
}
BENCHMARK(formOpen)->Name("form_open")->UseManualTime()->Unit(benchmark::kMillisecond)->Iterations(20);

/// A key in a field of the full form: typed, checked, painted.
void keystroke(benchmark::State &state)
{
    BenchDesk bench;
    bench.signIn();
    OpenForm form(bench.desk->context());
    form.page.show();
    form.page.enter();
    form.page.form()->goTo("operator/person.idNo");
    (void)longestTurn();
    const QString typed = QStringLiteral("409900198504200021");
    std::vector<double> times;
    qsizetype place = 0;
    for (auto _ : state) {
        const bool back = place == typed.size();
        const auto begin = Clock::now();
        QKeyEvent key(QEvent::KeyPress, back ? Qt::Key_Backspace : Qt::Key_0 + typed[place].digitValue(),
            back ? Qt::ControlModifier : Qt::NoModifier, back ? QString() : QString(typed[place]));
        QApplication::sendEvent(QApplication::focusWidget(), &key);
        QCoreApplication::processEvents(); // what it changed is painted
        times.push_back(millisecondsSince(begin));
        place = back ? 0 : place + 1;
        state.SetIterationTime(times.back() / 1000);
    }
    std::sort(times.begin(), times.end());
    state.counters["p99_ms"] = times[times.size() * 99 / 100];
}
BENCHMARK(keystroke)->Name("keystroke")->UseManualTime()->Unit(benchmark::kMillisecond)->Iterations(950);

} // namespace
