#include "notices/onetimenotice.h"

#include "notices/templateparts.h"

namespace quanke::notices {

namespace {

Grid particulars(const OneTimeNoticeData &data, const TemplateWriter &writer)
{
    GridWriter grid;
    grid.strongRow(writer.text("notice.number"), data.number);
    grid.row(writer.text("notice.applicant"), data.applicant);
    grid.row(writer.text("notice.applicant-id"), data.applicantId);
    grid.row(writer.text("notice.bundle"), data.bundle);
    grid.row(writer.text("notice.clerk"), data.clerk);
    grid.row(writer.text("notice.staff-number"), data.staffNumber);
    grid.row(writer.text("notice.enquiry"), data.enquiryPhone);
    return grid.grid();
}

NumberedList items(const OneTimeNoticeData &data, const TemplateWriter &writer)
{
    NumberedList list;
    for (const OneTimeNoticeData::Item &item : data.items) {
        NumberedList::Entry entry{QString::fromStdString(item.name), {}};
        const auto addLine = [&](std::string_view key, const char *argument, const std::string &value) {
            if (!value.empty())
                entry.lines.append(writer.text(key, {{argument, value}}));
        };
        addLine("notice.one-time.why", "reason", item.reason);
        addLine("notice.one-time.cure", "cure", item.cure);
        addLine("notice.one-time.form", "form", item.form);
        addLine("notice.one-time.matters", "matters", listed(item.matters, writer));
        list.entries.push_back(std::move(entry));
    }
    return list;
}

} // namespace

Notice oneTimeNotice(const OneTimeNoticeData &data, const Texts &texts)
{
    TemplateWriter writer(texts);
    const QString title = writer.text("notice.one-time.title");
    writer.add(Heading{title, placeText(data.hall, data.window)});
    if (!data.number.empty())
        writer.add(QrCode{QString::fromStdString(data.number)});
    writer.add(particulars(data, writer));
    writer.paragraph(writer.text("notice.one-time.intro", {{"bundle", data.bundle}}));
    writer.add(items(data, writer));
    writer.paragraph(writer.text("notice.one-time.complete"));
    if (data.until)
        writer.paragraph(writer.text("notice.one-time.until", {{"date", toText(*data.until)}}));
    writer.paragraph(writer.text("notice.one-time.effect"));
    writer.paragraph(writer.text("notice.one-time.basis"), Paragraph::Style::Small);
    writer.add(
        SignatureLines{{writer.text("notice.signature.clerk"), writer.text("notice.signature.applicant")}});
    writer.paragraph(
        QString::fromStdString(minuteInChina(data.madeAt)) + QLatin1Char(' ') + writer.text("notice.seal"));
    if (!data.calendarVersion.empty())
        writer.setFooter(writer.text("notice.calendar", {{"version", data.calendarVersion}}));
    return writer.finish(title, data.practice);
}

} // namespace quanke::notices
