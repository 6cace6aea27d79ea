#pragma once

#include "faults/simulator/desk.h"
#include "support/testclock.h"

#include <QTemporaryDir>

#include <array>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <vector>

namespace quanke::faults {

/// What is the same for every seed, and costly: definitions, an application, and stores where everybody is known already.
class Stage {
public:
    Stage();

    const test::Definitions &definitions() const { return m_definitions; }
    /// An application that lacks its number, and the documents that it names.
    const Json &submission() const { return m_submission; }
    const std::vector<QByteArray> &documents() const { return m_documents; }
    /// Lays hall and desks below that folder.
    void setUp(const QString &folder) const;

private:
    test::Definitions m_definitions;
    Json m_submission;
    std::vector<QByteArray> m_documents;
    QTemporaryDir m_folder;
};

/// Three desks and a hall, and whatever comes to pass in between: all of it from one number, but for the moments at which
/// threads and timers go on.
class Simulation {
public:
    Simulation(const Stage &stage, unsigned seed);

    /// Some sixty acts, then fair weather. What does not hold in the end, as "INV1: …" (reliability, by its number); empty
    /// when all does.
    QString play();

    static constexpr std::array persons{"wangxm", "liqh", "sp-market-regulation"};

private:
    using Desk = SimulatedDesk;

    QString act();
    QString actAt(Desk &desk, unsigned kind);
    QString file(Desk &desk);
    QString decide(Desk &desk);
    void disturb(Desk &desk, unsigned kind);
    void reopenHall(unsigned kind);
    void jump(test::TestClock &clock);
    QString calmDown();
    QString brokenHall();
    const std::string &someCase();
    unsigned anyOf(unsigned count) { return unsigned(m_random() % count); }

    const Stage &m_stage;
    std::mt19937 m_random;
    QTemporaryDir m_folder;
    test::TestClock m_hallClock;
    test::TestClock m_deskClock;
    Hall m_hall;
    std::vector<std::unique_ptr<Desk>> m_desks;
    std::vector<std::string> m_cases;
};

} // namespace quanke::faults
