#include "notices/receipt.h"

#include "notices/templateparts.h"

namespace quanke::notices {

namespace {

QString count(int number)
{
    return number > 0 ? QString::number(number) : QStringLiteral("—");
}

Grid particulars(const ReceiptData &data, const TemplateWriter &writer)
{
    GridWriter grid;
    grid.strongRow(writer.text("notice.number"), data.number);
    grid.strongRow(writer.text("notice.query-code"), data.queryCode);
    grid.row(writer.text("notice.applicant"), data.applicant);
    grid.row(writer.text("notice.applicant-id"), data.applicantId);
    grid.row(writer.text("notice.applicant-mobile"), data.applicantMobile);
    grid.row(writer.text("notice.bundle"),
        writer.text("notice.bundle-count", {{"bundle", data.bundle}, {"count", data.matters.size()}})
            .toStdString());
    grid.row(writer.text("notice.receipt.received-on"), minuteInChina(data.receivedAt));
    grid.row(writer.text("notice.clerk"), data.clerk);
    grid.row(writer.text("notice.staff-number"), data.staffNumber);
    return grid.grid();
}

QString dueText(const ReceiptData::Matter &matter, const TemplateWriter &writer)
{
    if (!matter.due)
        return writer.text("notice.receipt.due-waits");
    const std::string date = toText(*matter.due);
    return matter.dueProvisional ? writer.text("notice.receipt.due-provisional", {{"date", date}})
                                 : QString::fromStdString(date);
}

Table mattersTable(const ReceiptData &data, const TemplateWriter &writer)
{
    Table table{{{writer.text("notice.receipt.matter"), 13}, {writer.text("notice.receipt.department"), 9},
                    {writer.text("notice.receipt.kind"), 5}, {writer.text("notice.receipt.limit"), 6},
                    {writer.text("notice.receipt.due"), 6}},
        {}};
    for (const ReceiptData::Matter &matter : data.matters)
        table.rows.push_back({QString::fromStdString(matter.name), QString::fromStdString(matter.department),
            writer.text(matter.instant ? "notice.receipt.instant" : "notice.receipt.committed"),
            QString::fromStdString(matter.committedLimit), dueText(matter, writer)});
    return table;
}

Table documentsTable(const ReceiptData &data, const TemplateWriter &writer)
{
    Table table{
        {{writer.text("notice.receipt.document"), 20}, {writer.text("notice.receipt.originals"), 4, true},
            {writer.text("notice.receipt.copies"), 4, true}, {writer.text("notice.receipt.pages"), 4, true}},
        {}};
    for (const ReceiptData::Document &document : data.documents)
        table.rows.push_back({QString::fromStdString(document.name), count(document.originals),
            count(document.copies), count(document.pages)});
    return table;
}

void addPromised(const ReceiptData &data, TemplateWriter &writer)
{
    if (data.promised.empty())
        return;
    writer.paragraph(writer.text("notice.receipt.promised"), Paragraph::Style::Strong);
    for (const ReceiptData::Promised &promised : data.promised)
        writer.paragraph(writer.text(
            "notice.receipt.promised-until", {{"date", toText(promised.until)}, {"name", promised.name}}));
}

void addAdvice(const ReceiptData &data, TemplateWriter &writer)
{
    if (data.noticeDay)
        writer.paragraph(writer.text("notice.receipt.notice-day", {{"date", toText(*data.noticeDay)}}));
    writer.paragraph(writer.text("notice.receipt.collect"));
    writer.paragraph(writer.text("notice.receipt.keep"));
    if (!data.enquiryPhone.empty())
        writer.add(Grid{{{writer.text("notice.enquiry"), QString::fromStdString(data.enquiryPhone), false}}});
}

} // namespace

Notice receipt(const ReceiptData &data, const Texts &texts)
{
    TemplateWriter writer(texts);
    const QString title = writer.text("notice.receipt.title");
    writer.add(Heading{title, placeText(data.hall, data.window)});
    writer.add(QrCode{QString::fromStdString(data.number)});
    writer.add(particulars(data, writer));
    writer.paragraph(writer.text("notice.receipt.matters"), Paragraph::Style::Strong);
    writer.add(mattersTable(data, writer));
    if (!data.documents.empty()) {
        writer.paragraph(writer.text("notice.receipt.documents"), Paragraph::Style::Strong);
        writer.add(documentsTable(data, writer));
    }
    addPromised(data, writer);
    addAdvice(data, writer);
    writer.setFooter(writer.text("notice.receipt.calendar-version", {{"version", data.calendarVersion}}));
    return writer.finish(title + QLatin1Char(' ') + QString::fromStdString(data.number), data.practice);
}

} // namespace quanke::notices
