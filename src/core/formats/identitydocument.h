#pragma once

#include "core/base/date.h"
#include "core/catalogue/catalogue.h"
#include "core/formats/checkfinding.h"

#include <string_view>

namespace quanke::formats {

/// The number of an identity document by its kind (GA/T 2000.156: 111 citizen id, 414 passport, 553
/// foreigner's permanent residence, …; "HMT" the residence permit for Hong Kong, Macao and Taiwan residents).
/// Kinds whose numbers follow no public rule (113, 114, 123, 990, unknown ones) are not checked.
CheckOutcome checkIdentityDocument(
    std::string_view kind, std::string_view number, Date today, const catalogue::ById<LocalText> *divisions);

/// 港澳台居民居住证: as a citizen id, with the address code 810000, 820000 or 830000.
CheckOutcome checkResidencePermit(std::string_view number, Date today);

/// 外国人永久居留身份证: the card of 2023 has 18 digits that begin with 9 and the citizen id's check digit;
/// that of 2017, still good, three capitals and 12 digits, whose own check rule is not public.
CheckOutcome checkPermanentResidence(std::string_view number, Date today);

} // namespace quanke::formats
