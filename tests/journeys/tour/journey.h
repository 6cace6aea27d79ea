#pragma once

#include "desk/look/appearance.h"
#include "journeys/tour/hall.h"
#include "journeys/tour/storysetup.h"
#include "platform/systemclock.h"
#include "support/testgateway.h"

#include <QApplication>
#include <QDir>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace quanke::journeys {

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

    platform::SystemClock clock;
    test::TestGateway gateway;
    std::unique_ptr<DeskDriver> desk;

private:
    QTemporaryDir m_documents;
};

} // namespace quanke::journeys
