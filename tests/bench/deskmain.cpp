#include "desk/look/appearance.h"
#include "desk/shell/translations.h"

#include <QApplication>

#include <benchmark/benchmark.h>

using namespace quanke;

/// Of benchmarks with a desk in them: Chinese and light, as most are.
int main(int count, char **arguments)
{
    QApplication application(count, arguments);
    desk::installTranslations(application, Language::Chinese);
    desk::apply(application, {desk::Theme::Light, 100});
    benchmark::Initialize(&count, arguments);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
