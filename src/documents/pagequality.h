#pragma once

#include <QImage>

namespace quanke::documents {

/// How a page looks, judged on a sample of about 75 dots per inch (a quarter of a 300-dpi scan).
struct PageQuality {
    double ink = 0; ///< share of pixels clearly darker or lighter than the ground, 0 to 1
    double sharpness =
        0; ///< the strongest edges (Laplacian) of the ink, squared, against its contrast; small is blurred

    bool isBlank() const;
    bool isBlurred() const; ///< only of a page that is not blank
};

/// The longer side of the sample in pixels: A4 at 75 dots per inch.
constexpr int sampleEdge = 877;

PageQuality judge(const QImage &sample);

} // namespace quanke::documents
