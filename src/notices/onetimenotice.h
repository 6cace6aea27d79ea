#pragma once

#include "core/base/date.h"
#include "notices/notice.h"
#include "notices/texts.h"

#include <optional>
#include <string>
#include <vector>

namespace quanke::notices {

/// What the one-time notice (一次性告知书, 行政许可法 §32) says: everything missing or wrong, once, complete.
struct OneTimeNoticeData {
    struct Item {
        std::string name; ///< the field or material
        std::string reason; ///< why: the acceptance standard or the rule it breaks
        std::string cure; ///< what to do
        std::string form; ///< "原件 1 份，复印件 2 份"; may be empty
        std::vector<std::string> matters; ///< who asks for it
    };

    std::string number; ///< the case's, or empty before there is one
    std::string bundle;
    std::string applicant;
    std::string applicantId; ///< masked, may be empty
    Instant madeAt;
    std::string hall;
    std::string window;
    std::string clerk;
    std::string staffNumber;
    std::vector<Item> items;
    std::optional<Date> until; ///< by when the applicant should come back
    std::string calendarVersion;
    std::string enquiryPhone;
    bool practice = false;
};

Notice oneTimeNotice(const OneTimeNoticeData &data, const Texts &texts);

} // namespace quanke::notices
