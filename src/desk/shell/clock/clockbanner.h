#pragma once

#include <QWidget>

namespace quanke::desk {

class Banner;
struct DeskContext;

/// Told above every workspace while this machine's clock and the hall's differ by more than clocks do: one of them is wrong,
/// and nobody can say from here which. Nothing is held up by it.
class ClockBanner : public QWidget {
    Q_OBJECT
public:
    explicit ClockBanner(const DeskContext &context, QWidget *parent = nullptr);

private:
    void look();

    const DeskContext &m_context;
    Banner *m_banner;
};

} // namespace quanke::desk
