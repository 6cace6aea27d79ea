#include "desk/counter/push/receiptcontent.h"

#include "core/catalogue/catalogue.h"
#include "desk/common/deskcontext.h"
#include "desk/common/desksession.h"
#include "desk/common/limitwords.h"
#include "desk/common/words.h"
#include "desk/counter/push/parcel.h"
#include "desk/counter/session/casesession.h"

namespace quanke::desk {

namespace {

constexpr int citizenIdLength = 18;
/// The department may ask for corrections within five working days (行政许可法 §32).
constexpr int noticeDays = 5;

/// The value of the applicant's field with that element: of the role whose name heads the form.
std::string ofApplicant(const CaseSession &session, const std::string &element)
{
    for (const form::ComposedSection &section : session.composition().sections) {
        for (const std::string &key : section.keys) {
            if (!key.ends_with("/person.name") || !session.form().isRelevant(key))
                continue;
            const Json value = session.form().value(key.substr(0, key.find('/')) + "/" + element);
            return value.is_string() ? value.get<std::string>() : std::string();
        }
    }
    return {};
}

int pagesOf(const Json &references)
{
    int pages = 0;
    for (const Json &reference : references)
        pages += reference.value("pages", 1);
    return pages;
}

const LocalText &nameOfMaterial(const DeskContext &context, const std::string &id)
{
    return context.catalogue->material(id)->name;
}

std::string paperForm(const form::ComposedMaterial &material, const notices::Texts &texts)
{
    return texts(
        "notice.one-time.form-count", {{"originals", material.originals}, {"copies", material.copies}});
}

} // namespace

std::string maskedIdNumber(const std::string &number)
{
    if (number.size() == citizenIdLength)
        return number.substr(0, 6) + "********" + number.substr(14);
    if (number.size() <= 4)
        return std::string(number.size(), '*');
    return number.substr(0, 2) + std::string(number.size() - 4, '*') + number.substr(number.size() - 2);
}

notices::ReceiptData receiptContent(
    const DeskContext &context, const CaseSession &session, Instant receivedAt)
{
    const Date today = dayInChina(receivedAt);
    notices::ReceiptData data;
    data.number = session.number().toStdString();
    data.receivedAt = receivedAt;
    data.hall = context.session.hall().toStdString();
    data.window = context.session.window().toStdString();
    data.clerk = context.session.person().displayName;
    data.staffNumber = context.session.person().name;
    data.applicant = session.applicantName().toStdString();
    data.applicantId = maskedIdNumber(ofApplicant(session, "person.idNo"));
    data.bundle = session.title().toStdString();
    for (const Parcel &parcel : parcelsOf(context, session, today)) {
        notices::ReceiptData::Matter matter;
        matter.name = parcel.name.toStdString();
        matter.department = parcel.department.toStdString();
        matter.instant = parcel.limits.caseType == catalogue::CaseType::Instant;
        matter.committedLimit =
            parcel.limits.committed.value ? wordsOf(parcel.limits.committed).toStdString() : "";
        if (parcel.due) {
            matter.due = parcel.due->day;
            matter.dueProvisional = parcel.due->provisional;
        }
        data.matters.push_back(std::move(matter));
    }
    for (const form::ComposedMaterial &material : session.composition().materials) {
        const Json references = session.form().value(material.id);
        if (references.is_array() && !references.empty())
            data.documents.push_back({nameOfMaterial(context, material.id).in(context.language),
                material.originals, material.copies, pagesOf(references)});
    }
    for (const PromisedMaterial &promised : promisedMaterials(context, session, today))
        data.promised.push_back({promised.name.toStdString(), promised.until});
    data.noticeDay = context.calendar->addWorkingDays(today, noticeDays).day;
    data.calendarVersion = context.calendar->version();
    return data;
}

notices::OneTimeNoticeData oneTimeNoticeContent(
    const DeskContext &context, const CaseSession &session, Instant now)
{
    const notices::Texts texts = notices::textsOf(*context.catalogue, context.language);
    notices::OneTimeNoticeData data;
    data.bundle = session.title().toStdString();
    data.applicant = session.applicantName().toStdString();
    data.applicantId = maskedIdNumber(ofApplicant(session, "person.idNo"));
    data.madeAt = now;
    data.hall = context.session.hall().toStdString();
    data.window = context.session.window().toStdString();
    data.clerk = context.session.person().displayName;
    data.staffNumber = context.session.person().name;
    data.calendarVersion = context.calendar->version();
    for (const form::Problem &problem : session.form().problems()) {
        notices::OneTimeNoticeData::Item item;
        item.name = context.catalogue->labelOfKey(problem.field).in(context.language);
        item.reason = session.wordsOf(problem).toStdString();
        for (const std::string &matter : problem.matters)
            item.matters.push_back(context.catalogue->matter(matter)->shortName.in(context.language));
        for (const form::ComposedMaterial &material : session.composition().materials) {
            if (material.id == problem.field)
                item.form = paperForm(material, texts);
        }
        data.items.push_back(std::move(item));
    }
    return data;
}

} // namespace quanke::desk
