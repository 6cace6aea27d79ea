#include "desk/counter/push/noticepreview.h"
#include "desk/look/appearance.h"
#include "desk/shell/translations.h"
#include "journeys/tour/hall.h"
#include "journeys/tour/handoverstory.h"
#include "journeys/tour/hotelstory.h"
#include "journeys/tour/receivedstory.h"
#include "journeys/tour/rescuestory.h"
#include "journeys/tour/slowline.h"
#include "journeys/tour/twodesks.h"
#include "platform/systemclock.h"
#include "support/smalldisk.h"
#include "support/testgateway.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QProcess>
#include <QTemporaryDir>

#include <cstdio>

namespace {

using namespace quanke;

enum class Screen { Small, Large };

/// Of the large screen only these are kept: what has room there that a small one has not.
const QStringList largePictures{QStringLiteral("02-find"), QStringLiteral("04-fill"),
    QStringLiteral("06-check"), QStringLiteral("09-approve"), QStringLiteral("13-slip"),
    QStringLiteral("14-lights")};

/// One run of the hotel case in one language and look.
class Tour {
public:
    Tour(QUrl gateway, QString output, Screen screen, QString only)
        : m_gateway(std::move(gateway))
        , m_output(std::move(output))
        , m_screen(screen)
        , m_only(std::move(only))
    {
    }

    void run(QApplication &application, Language language, desk::Theme theme)
    {
        m_tag = QString::fromLatin1(tagOf(language).data(), qsizetype(tagOf(language).size()))
            + (theme == desk::Theme::Dark ? QStringLiteral("-dark") : QString())
            + (m_screen == Screen::Large ? QStringLiteral("-1920") : QString());
        const desk::Appearance appearance{theme, 100};
        desk::installTranslations(application, language);
        desk::apply(application, appearance);
        if (tells("hotel"))
            tellHotel(language, appearance);
        if (m_screen == Screen::Large)
            return;
        if (tells("rescue"))
            tellRescue(language, appearance);
        if (tells("handover"))
            tellHandover(language, appearance);
        if (tells("sending"))
            tellSlowLine(language, appearance);
        if (tells("received"))
            tellReceived(language, appearance);
    }

private:
    bool tells(const char *story) const { return m_only.isEmpty() || m_only == QLatin1String(story); }

    void tellHotel(Language language, const desk::Appearance &appearance)
    {
        journeys::DeskDriver driver({m_gateway, {}, language, appearance}, m_clock);
        driver.window()->resize(m_screen == Screen::Large ? QSize(1920, 1080) : QSize(1366, 768));
        step(driver, {QStringLiteral("start"), [] {}, QStringLiteral("01-sign-in")});
        journeys::HotelStory story(
            driver, m_clock, {m_documents.path(), fileOf(QStringLiteral("slip"), "pdf")});
        for (const journeys::StoryStep &storyStep : story.steps()) {
            step(driver, storyStep);
            if (storyStep.picture == QStringLiteral("07-receipt"))
                saveReceipt(driver);
        }
        std::printf("%s: case %s\n", qPrintable(m_tag), qPrintable(story.number()));
        if (m_screen == Screen::Small)
            runTwoDesks(driver, {m_gateway, {}, language, appearance});
    }

    /// The same case at two windows; the pictures are of the first.
    void runTwoDesks(journeys::DeskDriver &driver, const journeys::DeskDriver::Setup &second)
    {
        journeys::TwoDesks story(driver, m_clock, {journeys::newbornWithFive(m_documents.path()), second});
        for (const journeys::StoryStep &storyStep : story.steps())
            step(driver, storyStep);
        std::printf("%s: case %s\n", qPrintable(m_tag), qPrintable(story.number()));
    }

    /// What a desk says whose disk goes wrong.
    void tellRescue(Language language, const desk::Appearance &appearance)
    {
        const auto setup = setupAt(m_gateway, language, appearance);
        journeys::RescueStory story(setup, m_clock);
        story.receiveWithNoLink();
        story.damageTheStore();
        story.rescue();
        journeys::RescueStory visit(setup, m_clock);
        const QTemporaryDir stick;
        visit.receiveWithNoLink(stick.path());
        visit.bringIn(stick.path());
        const QTemporaryDir disk;
        if (test::SmallDisk::mount(disk.path(), 8))
            story.fillUpTheDisk(disk.path());
        else
            std::printf("%s: no disk to fill up, so no picture of one\n", qPrintable(m_tag));
    }

    /// A case goes to another desk by a file.
    void tellHandover(Language language, const desk::Appearance &appearance)
    {
        const auto setup = setupAt(m_gateway, language, appearance);
        journeys::HandoverStory story(setup, m_clock);
        story.giveInTheVillage();
        story.bringInAtTheHall();
    }

    /// A case with its documents leaves over a slow line, to a hall that has none of them from the stories before.
    void tellSlowLine(Language language, const desk::Appearance &appearance)
    {
        test::TestGateway gateway;
        start(gateway);
        journeys::SlowLine story(setupAt(gateway.url(), language, appearance), m_clock);
        constexpr int bytesPerSecond = 64 * 1024;
        story.push(bytesPerSecond);
        story.look();
        story.arrive();
    }

    /// A hall has received a case, and its second copy is still to come.
    void tellReceived(Language language, const desk::Appearance &appearance)
    {
        const QTemporaryDir medium;
        test::TestGateway gateway;
        gateway.keepSecondCopyIn(medium.filePath(QStringLiteral("pulled-out")));
        start(gateway);
        journeys::ReceivedStory story(setupAt(gateway.url(), language, appearance), m_clock);
        story.push();
        story.look();
    }

    static void start(test::TestGateway &gateway)
    {
        if (!gateway.start())
            throw journeys::StepFailed("the gateway does not start: " + gateway.log().toStdString());
    }

    journeys::StorySetup setupAt(
        const QUrl &gateway, Language language, const desk::Appearance &appearance) const
    {
        return {gateway, language, appearance, m_documents.path(),
            [this](journeys::DeskDriver &driver, const QString &name) { driver.grab(fileOf(name, "png")); }};
    }

    void saveReceipt(journeys::DeskDriver &driver)
    {
        const auto *preview = driver.find<desk::NoticePreview>("receiptScrollArea");
        const auto written = preview->notice()->writePdf(fileOf(QStringLiteral("receipt"), "pdf"));
        if (!written)
            throw journeys::StepFailed("the receipt is not written: " + written.failure().key);
    }

    void step(journeys::DeskDriver &driver, const journeys::StoryStep &step)
    {
        QElapsedTimer timer;
        timer.start();
        step.act();
        const double milliseconds = double(timer.nsecsElapsed()) / 1e6;
        std::printf("%-12s %-16s %9.1f ms\n", qPrintable(m_tag), qPrintable(step.name), milliseconds);
        std::fflush(stdout);
        const bool kept = m_screen == Screen::Small || largePictures.contains(step.picture);
        if (kept && !step.picture.isEmpty())
            driver.grab(fileOf(step.picture, "png"));
    }

    QString fileOf(const QString &name, const char *kind) const
    {
        return QDir(m_output).filePath(QStringLiteral("%1-%2.%3").arg(name, m_tag, QLatin1String(kind)));
    }

    QUrl m_gateway;
    QString m_output;
    Screen m_screen;
    QString m_only; ///< the story that is told; empty: all
    QString m_tag;
    QTemporaryDir m_documents;
    platform::SystemClock m_clock;
};

/// Each language and look has a process of its own, as it has a desk of its own.
struct Run {
    const char *language;
    const char *theme;
    Screen screen;
};
constexpr Run runs[] = {{"zh_CN", "light", Screen::Small}, {"en", "light", Screen::Small},
    {"zh_CN", "dark", Screen::Small}, {"zh_CN", "light", Screen::Large}};

int runAll(const QString &output, const QString &only)
{
    test::TestGateway gateway;
    if (!gateway.start()) {
        std::fprintf(stderr, "the gateway does not start:\n%s\n", gateway.log().constData());
        return 1;
    }
    for (const Run &run : runs) {
        QProcess process;
        process.setProcessChannelMode(QProcess::ForwardedChannels);
        QStringList arguments{QStringLiteral("--output"), output, QStringLiteral("--gateway"),
            gateway.url().toString(), QStringLiteral("--language"), QString::fromLatin1(run.language),
            QStringLiteral("--theme"), QString::fromLatin1(run.theme)};
        if (run.screen == Screen::Large)
            arguments.append(QStringLiteral("--large"));
        if (!only.isEmpty())
            arguments.append({QStringLiteral("--only"), only});
        process.start(QCoreApplication::applicationFilePath(), arguments);
        if (!process.waitForFinished(-1) || process.exitCode() != 0
            || process.exitStatus() != QProcess::NormalExit) {
            if (process.error() != QProcess::UnknownError) // else it has said so itself
                std::fprintf(stderr, "a run of the tour: %s\n", qPrintable(process.errorString()));
            return 1;
        }
    }
    return 0;
}

int runOne(QApplication &application, const QCommandLineParser &options)
{
    try {
        Tour tour(QUrl(options.value(QStringLiteral("gateway"))), options.value(QStringLiteral("output")),
            options.isSet(QStringLiteral("large")) ? Screen::Large : Screen::Small,
            options.value(QStringLiteral("only")));
        tour.run(application, languageFromTag(options.value(QStringLiteral("language")).toStdString()),
            desk::themeFromName(options.value(QStringLiteral("theme"))));
    } catch (const std::exception &failure) {
        std::fprintf(stderr, "the tour stopped: %s\n", failure.what());
        return 1;
    }
    return 0;
}

} // namespace

int main(int argc, char *argv[])
{
    test::enterOwnMounts(); // where it may not, one picture is missing
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("quanke-tour"));
    QCommandLineParser options;
    options.addOption({QStringLiteral("output"), QStringLiteral("Where pictures and the receipt go."),
        QStringLiteral("folder"), QStringLiteral("build/tour")});
    options.addOption({QStringLiteral("gateway"), QStringLiteral("Do one run against this gateway."),
        QStringLiteral("url")});
    options.addOption({QStringLiteral("language"), QStringLiteral("Of that run: zh_CN or en."),
        QStringLiteral("tag"), QStringLiteral("zh_CN")});
    options.addOption({QStringLiteral("theme"), QStringLiteral("Of that run: light or dark."),
        QStringLiteral("name"), QStringLiteral("light")});
    options.addOption({QStringLiteral("large"),
        QStringLiteral("Do that run on a screen of 1920 × 1080, and keep its key pictures.")});
    options.addOption({QStringLiteral("only"),
        QStringLiteral("Tell one story: hotel, rescue, handover, sending or received."),
        QStringLiteral("story")});
    options.addHelpOption();
    options.process(application);
    QDir().mkpath(options.value(QStringLiteral("output")));
    return options.isSet(QStringLiteral("gateway"))
        ? runOne(application, options)
        : runAll(options.value(QStringLiteral("output")), options.value(QStringLiteral("only")));
}
