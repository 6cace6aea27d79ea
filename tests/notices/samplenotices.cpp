#include "notices/samplenotices.h"

#include "platform/folder.h"

#include <stdexcept>

namespace quanke::support {

namespace {

using namespace std::chrono_literals;

const Instant received = std::chrono::sys_days(2026y / 11 / 24) + 2h + 4min; // 10:04 in China

std::string say(Language language, const char *chinese, const char *english)
{
    return language == Language::Chinese ? chinese : english;
}

template <class Data>
Data withPlace(Language language)
{
    Data data;
    data.hall = say(language, "青石县政务服务中心", "Qingshi County Service Hall");
    data.window = say(language, "综合窗口 3", "General window 3");
    data.clerk = "王小满";
    data.staffNumber = "0307";
    data.applicant = "赵𠮷·祥";
    data.number = "QS-20261121-K7F3-0001";
    return data;
}

} // namespace

std::shared_ptr<const catalogue::Catalogue> definitions()
{
    const auto files = platform::readTextFiles(QUANKE_SOURCE_DIR "/forms", ".json");
    if (!files)
        throw std::runtime_error(files.failure().key);
    auto catalogue = catalogue::Catalogue::load({files->begin(), files->end()});
    if (!catalogue)
        throw std::runtime_error(catalogue.failure().key);
    return std::make_shared<const catalogue::Catalogue>(std::move(*catalogue));
}

notices::ReceiptData sampleReceipt(const catalogue::Catalogue &catalogue, Language language)
{
    auto data = withPlace<notices::ReceiptData>(language);
    const catalogue::Bundle &bundle = *catalogue.bundle("BUNDLE-HOTEL");
    data.queryCode = "7K3M 92";
    data.receivedAt = received;
    data.applicantId = "409900********0021";
    data.applicantMobile = "138****0012";
    data.bundle = bundle.name.in(language);
    for (const catalogue::BundleMatter &entry : bundle.matters) {
        const catalogue::Matter &matter = *catalogue.matter(entry.matter);
        const int days = matter.committed.value.value_or(0);
        data.matters.push_back(
            {matter.name.in(language), catalogue.department(matter.department)->name.in(language),
                matter.caseType == catalogue::CaseType::Instant,
                days > 0 ? std::to_string(days)
                        + say(language, " 个工作日", days == 1 ? " working day" : " working days")
                         : std::string(),
                addDays(2026y / 11 / 24, days), false});
    }
    data.matters.at(2).due.reset();
    data.matters.at(3).dueProvisional = true;
    int pages = 0;
    for (const auto &[id, material] : catalogue.materials()) {
        if (id.starts_with("MH") && material.producedBy.empty() && !material.generated)
            data.documents.push_back({material.name.in(language), pages % 2, 1, ++pages});
    }
    data.promised = {
        {say(language, "房屋安全鉴定（合格）材料", "Building safety appraisal"), 2026y / 12 / 8}};
    data.noticeDay = 2026y / 12 / 1;
    data.calendarVersion = "2026.1";
    data.enquiryPhone = "0718-0000000";
    return data;
}

notices::OneTimeNoticeData sampleOneTimeNotice(const catalogue::Catalogue &catalogue, Language language)
{
    auto data = withPlace<notices::OneTimeNoticeData>(language);
    data.bundle = catalogue.bundle("BUNDLE-HOTEL")->name.in(language);
    data.applicantId = "409900********0021";
    data.madeAt = received;
    data.until = 2026y / 12 / 8;
    data.calendarVersion = "2026.1";
    data.enquiryPhone = "0718-0000000";
    for (const char *material : {"MH06", "MH19", "MH26"})
        data.items.push_back({catalogue.material(material)->name.in(language),
            say(language, "第 6 页缺出租方签字，与不动产权证上的权利人核对不了。",
                "Page 6 lacks the landlord's signature, so that it cannot be compared with the title deed."),
            say(language, "请出租方在第 6 页签字并注明日期后重新提交。",
                "Have the landlord sign and date page 6 and bring it again."),
            say(language, "复印件 1 份", "1 copy"),
            {catalogue.matter("HT-01")->name.in(language), catalogue.matter("HT-03")->name.in(language)}});
    return data;
}

notices::CollectionSlipData sampleCollectionSlip(const catalogue::Catalogue &catalogue, Language language)
{
    auto data = withPlace<notices::CollectionSlipData>(language);
    data.bundle = catalogue.bundle("BUNDLE-HOTEL")->name.in(language);
    data.collector = "陈谷雨";
    data.collectorId = "409900********0021";
    data.collectorMobile = "138****0012";
    data.idChecked = true;
    data.collectedAt = received;
    for (const char *id : {"HT-01", "HT-02"}) {
        const catalogue::Matter &matter = *catalogue.matter(id);
        data.results.push_back({matter.result.name.in(language), matter.name.in(language),
            catalogue.department(matter.department)->name.in(language), "92409900MA7K3M9200", 1});
    }
    data.stillOpen = {
        catalogue.matter("HT-03")->name.in(language), catalogue.matter("HT-04")->name.in(language)};
    return data;
}

} // namespace quanke::support
