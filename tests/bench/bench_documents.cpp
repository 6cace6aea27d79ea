#include "documents/pagequality.h"
#include "notices/printednotice.h"
#include "notices/samplenotices.h"
#include "support/sampledocuments.h"

#include <QBuffer>
#include <QGuiApplication>

#include <benchmark/benchmark.h>

namespace {

using namespace quanke;

/// A receipt of one page: laid out, written as PDF, its text corrected.
void receiptPdf(benchmark::State &state)
{
    const auto definitions = support::definitions();
    notices::ReceiptData data = support::sampleReceipt(*definitions, Language::Chinese);
    data.documents.clear();
    const notices::Notice notice = notices::receipt(data, notices::textsOf(*definitions, Language::Chinese));
    qint64 bytes = 0;
    for (auto _ : state) {
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        if (!notices::PrintedNotice(notice).writePdf(buffer))
            state.SkipWithError("not written");
        bytes = buffer.size();
    }
    state.counters["kilobytes"] = double(bytes) / 1024;
}
BENCHMARK(receiptPdf)->Name("receipt_pdf")->Unit(benchmark::kMillisecond);

/// Blank or blurred: a page that is decoded already.
void pageCheck(benchmark::State &state)
{
    const QImage page = support::writtenPage(QStringLiteral("样本"), 300)
                            .scaled(documents::sampleEdge, documents::sampleEdge, Qt::KeepAspectRatio,
                                Qt::SmoothTransformation);
    for (auto _ : state)
        benchmark::DoNotOptimize(documents::judge(page));
}
BENCHMARK(pageCheck)->Name("page_check")->Unit(benchmark::kMillisecond);

} // namespace

int main(int count, char **arguments)
{
    const QGuiApplication application(count, arguments); // for the fonts
    benchmark::Initialize(&count, arguments);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
