#pragma once

#include "core/base/date.h"
#include "notices/onetimenotice.h"
#include "notices/receipt.h"

#include <QString>

namespace quanke::desk {

class CaseSession;
struct DeskContext;

/// 409900198504200020 → 409900********0020, as printed papers show it; other documents keep their first and last two.
std::string maskedIdNumber(const std::string &number);

/// The receipt of the case that was just filed.
notices::ReceiptData receiptContent(
    const DeskContext &context, const CaseSession &session, Instant receivedAt);

/// Everything missing or wrong of the case in hand, once, complete.
notices::OneTimeNoticeData oneTimeNoticeContent(
    const DeskContext &context, const CaseSession &session, Instant now);

} // namespace quanke::desk
