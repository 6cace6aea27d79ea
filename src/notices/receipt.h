#pragma once

#include "core/base/date.h"
#include "notices/notice.h"
#include "notices/texts.h"

#include <optional>
#include <string>
#include <vector>

namespace quanke::notices {

/// What the receipt (收件凭证) says. All texts are already in the receipt's language; persons' data already
/// masked.
struct ReceiptData {
    struct Matter {
        std::string name;
        std::string department;
        bool instant = false; ///< 即办件, else 承诺件
        std::string committedLimit; ///< "3 个工作日"; empty when there is none
        std::optional<Date> due; ///< none while it waits for another matter's result
        bool dueProvisional = false; ///< reaches into a year whose days off are not announced
    };
    struct Document {
        std::string name;
        int originals = 0;
        int copies = 0;
        int pages = 0;
    };
    /// Tolerated for now (容缺): to be handed in by then.
    struct Promised {
        std::string name;
        Date until;
    };

    std::string number; ///< QS-20261121-K7F3-0001; also what the QR code holds
    std::string queryCode; ///< to ask without an account; empty when there is none
    Instant receivedAt;
    std::string hall;
    std::string window;
    std::string clerk;
    std::string staffNumber;
    std::string applicant;
    std::string applicantId; ///< masked
    std::string applicantMobile; ///< masked, may be empty
    std::string bundle;
    std::vector<Matter> matters;
    std::vector<Document> documents;
    std::vector<Promised> promised;
    std::optional<Date>
        noticeDay; ///< until when the department may ask for corrections (行政许可法 §32: 5 days)
    std::string calendarVersion; ///< "2026.1": printed beside the dates
    std::string enquiryPhone; ///< empty when there is none
    bool practice = false; ///< marked 练习 on every page
};

Notice receipt(const ReceiptData &data, const Texts &texts);

} // namespace quanke::notices
