#pragma once

#include "core/catalogue/catalogue.h"
#include "notices/collectionslip.h"
#include "notices/onetimenotice.h"
#include "notices/receipt.h"

#include <memory>

/// Notices about the hotel bundle, with invented people of a county that does not exist.
namespace quanke::support {

/// The definitions of forms/.
std::shared_ptr<const catalogue::Catalogue> definitions();

notices::ReceiptData sampleReceipt(const catalogue::Catalogue &catalogue, Language language);
notices::OneTimeNoticeData sampleOneTimeNotice(const catalogue::Catalogue &catalogue, Language language);
notices::CollectionSlipData sampleCollectionSlip(const catalogue::Catalogue &catalogue, Language language);

} // namespace quanke::support
