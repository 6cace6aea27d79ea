#pragma once

#include "core/base/date.h"
#include "notices/notice.h"
#include "notices/texts.h"

#include <string>
#include <vector>

namespace quanke::notices {

/// What the collection slip (领取签收单) says: which results were handed to whom.
struct CollectionSlipData {
    struct Result {
        std::string name; ///< 营业执照
        std::string matter;
        std::string department;
        std::string certificateNumber; ///< empty when it has none
        int copies = 1;
    };

    std::string number; ///< the case's
    std::string bundle;
    std::string applicant;
    std::string collector;
    std::string collectorId; ///< masked
    std::string collectorMobile; ///< masked, may be empty
    bool idChecked = false;
    Instant collectedAt;
    std::string hall;
    std::string window;
    std::string clerk;
    std::string staffNumber;
    std::vector<Result> results;
    std::vector<std::string>
        stillOpen; ///< matters whose results stay: not ready yet, or left for another time
    bool practice = false;
};

Notice collectionSlip(const CollectionSlipData &data, const Texts &texts);

} // namespace quanke::notices
