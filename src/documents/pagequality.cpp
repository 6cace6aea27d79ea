#include "documents/pagequality.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace quanke::documents {

namespace {

/// Brightness a pixel must differ from the ground by to be ink: below it lie paper grain and scanner noise.
constexpr int inkDistance = 48;

/// The commonest brightness: of a page, its paper.
int groundOf(const QImage &grey)
{
    std::array<int, 256> histogram{};
    for (int y = 0; y < grey.height(); ++y) {
        const uchar *line = grey.constScanLine(y);
        for (int x = 0; x < grey.width(); ++x)
            ++histogram.at(line[x]);
    }
    int ground = 0;
    int most = -1;
    for (int level = 0; level < 256; ++level) {
        int count = 0; // over five levels, so that a noisy ground wins over a small flat patch
        for (int near = std::max(0, level - 2); near <= std::min(255, level + 2); ++near)
            count += histogram.at(static_cast<std::size_t>(near));
        if (count > most) {
            most = count;
            ground = level;
        }
    }
    return ground;
}

/// Mean square of the strongest twentieth of the Laplacians: a photograph is sharp where its edges are, and
/// smooth elsewhere, so that a mean over all of it would call it blurred.
double strongest(const std::array<qint64, 4 * 255 + 1> &strengths, qint64 inked)
{
    const qint64 wanted = std::clamp<qint64>(inked / 20, 1, 1000);
    qint64 taken = 0;
    double squares = 0;
    for (std::size_t strength = strengths.size(); strength-- > 0 && taken < wanted;) {
        const qint64 count = std::min(strengths.at(strength), wanted - taken);
        taken += count;
        squares += double(count) * double(strength) * double(strength);
    }
    return squares / double(taken);
}

} // namespace

bool PageQuality::isBlank() const
{
    return ink < 0.0004;
}

bool PageQuality::isBlurred() const
{
    return !isBlank() && sharpness < 0.6; // text out of focus by a millimetre has 0.4, legible text 2 to 18
}

PageQuality judge(const QImage &sample)
{
    const QImage grey = sample.convertToFormat(QImage::Format_Grayscale8);
    const int ground = groundOf(grey);
    std::array<qint64, 4 * 255 + 1> strengths{}; // how often each absolute value of the Laplacian occurs
    qint64 inked = 0;
    double contrast = 0;
    for (int y = 1; y + 1 < grey.height(); ++y) {
        const uchar *above = grey.constScanLine(y - 1);
        const uchar *line = grey.constScanLine(y);
        const uchar *below = grey.constScanLine(y + 1);
        for (int x = 1; x + 1 < grey.width(); ++x) {
            const int distance = std::abs(line[x] - ground);
            if (distance < inkDistance)
                continue;
            ++inked;
            contrast += distance;
            ++strengths.at(
                std::size_t(std::abs(above[x] + below[x] + line[x - 1] + line[x + 1] - 4 * line[x])));
        }
    }
    if (inked == 0)
        return {};
    const double meanContrast = contrast / double(inked);
    return {double(inked) / (double(grey.width()) * grey.height()),
        strongest(strengths, inked) / (meanContrast * meanContrast)};
}

} // namespace quanke::documents
