#include "notices/collectionslip.h"

#include "notices/templateparts.h"

namespace quanke::notices {

namespace {

Grid particulars(const CollectionSlipData &data, const TemplateWriter &writer)
{
    GridWriter grid;
    grid.strongRow(writer.text("notice.number"), data.number);
    grid.row(writer.text("notice.applicant"), data.applicant);
    grid.row(writer.text("notice.bundle"), data.bundle);
    grid.row(writer.text("notice.collection.collector"), data.collector);
    grid.row(writer.text("notice.applicant-id"), data.collectorId);
    grid.row(writer.text("notice.applicant-mobile"), data.collectorMobile);
    grid.row(writer.text("notice.collection.collected-at"), minuteInChina(data.collectedAt));
    grid.row(writer.text("notice.collection.handed-over-by"), data.clerk);
    grid.row(writer.text("notice.staff-number"), data.staffNumber);
    return grid.grid();
}

Table resultsTable(const CollectionSlipData &data, const TemplateWriter &writer)
{
    Table table{{{writer.text("notice.collection.result"), 9}, {writer.text("notice.receipt.matter"), 8},
                    {writer.text("notice.receipt.department"), 7},
                    {writer.text("notice.collection.certificate-number"), 10},
                    {writer.text("notice.collection.copies"), 4, true}},
        {}};
    for (const CollectionSlipData::Result &result : data.results)
        table.rows.push_back({QString::fromStdString(result.name), QString::fromStdString(result.matter),
            QString::fromStdString(result.department), QString::fromStdString(result.certificateNumber),
            QString::number(result.copies)});
    return table;
}

} // namespace

Notice collectionSlip(const CollectionSlipData &data, const Texts &texts)
{
    TemplateWriter writer(texts);
    const QString title = writer.text("notice.collection.title");
    writer.add(Heading{title, placeText(data.hall, data.window)});
    writer.add(QrCode{QString::fromStdString(data.number)});
    writer.add(particulars(data, writer));
    writer.add(resultsTable(data, writer));
    if (!data.stillOpen.empty())
        writer.paragraph(
            writer.text("notice.collection.still-open", {{"matters", listed(data.stillOpen, writer)}}));
    if (data.idChecked)
        writer.paragraph(writer.text("notice.collection.id-checked"));
    writer.paragraph(writer.text("notice.collection.confirm"), Paragraph::Style::Strong);
    writer.add(
        SignatureLines{{writer.text("notice.signature.collector"), writer.text("notice.signature.clerk")}});
    writer.add(SignatureLines{{writer.text("notice.signature.date")}});
    return writer.finish(title + QLatin1Char(' ') + QString::fromStdString(data.number), data.practice);
}

} // namespace quanke::notices
