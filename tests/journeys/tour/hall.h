#pragma once

#include "core/casework/casefile.h"
#include "journeys/tour/counterstory.h"
#include "support/canaries.h"

#include <QString>
#include <QUrl>

#include <vector>

namespace quanke::journeys {

/// 出生“一件事” with its five mandatory matters, of the sample values.
CounterStory::Setup newbornWithFive(const QString &documentFolder);
/// 开办旅馆 with all thirteen.
CounterStory::Setup hotelWithThirteen(const QString &documentFolder);

/// What the departments' decisions bring in these two: {key: value}, empty for most.
Json outputsOf(const std::string &matter, const Clock &clock);

/// The clerk wangxm signs in, receives the case and pushes it, and the gateway has it: its number.
QString receive(DeskDriver &desk, const CounterStory::Setup &setup);

/// What is told of people in these two, and the password of all: names, numbers, telephones, addresses.
test::Canaries canaries();

/// Every case of that number as the gateway tells it to a supervisor, past all desks.
std::vector<casework::CaseFile> casesAtTheHall(const QUrl &gateway, const QString &number);

} // namespace quanke::journeys
