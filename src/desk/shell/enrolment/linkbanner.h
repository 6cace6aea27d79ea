#pragma once

#include <QWidget>

namespace quanke::desk {

class Banner;
struct DeskContext;

/// Told above every workspace while the link is not there for a reason that somebody has to mend: a gateway that cannot
/// prove itself, a desk that is shut out. There is nothing to press that would go on all the same. And a month before the
/// desk's certificate ends, so that it does not come to that.
class LinkBanner : public QWidget {
    Q_OBJECT
public:
    explicit LinkBanner(const DeskContext &context, QWidget *parent = nullptr);

private:
    void look();

    const DeskContext &m_context;
    Banner *m_banner;
};

} // namespace quanke::desk
