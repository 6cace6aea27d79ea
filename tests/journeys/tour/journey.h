#pragma once

#include "desk/look/appearance.h"
#include "journeys/tour/hall.h"
#include "journeys/tour/storysetup.h"
#include "platform/systemclock.h"
#include "support/canaries.h"
#include "support/testgateway.h"

#include <QApplication>
#include <QDir>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace quanke::journeys {

/// Where whatever is begun from here on puts what is temporary. One at a time.
class TemporaryPlace {
public:
    TemporaryPlace() { qputenv("TMPDIR", m_folder.path().toLocal8Bit()); }
    ~TemporaryPlace() { qputenv("TMPDIR", m_before); }
    TemporaryPlace(const TemporaryPlace &) = delete;
    TemporaryPlace &operator=(const TemporaryPlace &) = delete;

    QString path() const { return m_folder.path(); }

private:
    QByteArray m_before = QDir::tempPath().toLocal8Bit();
    QTemporaryDir m_folder;
};

/// What a journey stands on: the real gateway with its demo hall, and a desk of this process.
class Journey {
public:
    Journey() { desk::apply(*qApp, {}); }

    /// Starts the gateway, then a desk in Chinese.
    void begin()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^Q(Layout|Object|Painter|Widget)\\b")));
        if (!gateway.start())
            throw StepFailed("the gateway does not start: " + gateway.log().toStdString());
        desk =
            std::make_unique<DeskDriver>(DeskDriver::Setup{gateway.url(), {}, Language::Chinese, {}}, clock);
    }

    /// The one case of that number, as the gateway has it.
    casework::CaseFile atTheHall(const QString &number) const
    {
        const auto files = casesAtTheHall(gateway.url(), number);
        if (files.size() != 1)
            throw StepFailed("the gateway has the case " + std::to_string(files.size()) + " times");
        return files.front();
    }

    /// Where the people of the stories, or the password, can be read outside the gateway's own store and the papers that
    /// they brought: desks, logs, whatever is temporary, the home folder. Empty, or somebody's data leaked.
    QStringList leaks() const
    {
        const auto people = canaries();
        return people.inFolder(m_place.path(), {gateway.dataFolder(), documentFolder()})
            + people.inFolder(QDir::homePath());
    }

    QString documentFolder() const { return m_documents.path(); }

    /// Its pictures go to the folder that QUANKE_PICTURES names, if it does.
    StorySetup storySetup() const
    {
        StorySetup setup;
        setup.gateway = gateway.url();
        setup.documentFolder = documentFolder();
        const QString pictures = qEnvironmentVariable("QUANKE_PICTURES");
        if (!pictures.isEmpty())
            setup.picture = [pictures](DeskDriver &driver, const QString &name) {
                driver.grab(QDir(pictures).filePath(name + QStringLiteral(".png")));
            };
        return setup;
    }

private:
    TemporaryPlace m_place; // before whatever lies in it

public:
    platform::SystemClock clock;
    test::TestGateway gateway;
    std::unique_ptr<DeskDriver> desk;

private:
    QTemporaryDir m_documents;
};

} // namespace quanke::journeys
