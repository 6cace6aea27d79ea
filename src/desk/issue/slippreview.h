#pragma once

#include "core/base/result.h"
#include "notices/notice.h"
#include "vault/vault.h"

#include <QWidget>

#include <functional>
#include <memory>

class QLabel;
class QScrollArea;

namespace quanke::notices {
class PrintedNotice;
}

namespace quanke::desk {

/// A notice as it will come out of the printer, with printing and saving it.
class SlipPreview : public QWidget {
    Q_OBJECT
public:
    /// Says in the trace that it leaves by that act (trace::act); it leaves once that is kept.
    using Tell = std::function<vault::Promised<Done>(const char *act)>;
    explicit SlipPreview(Tell tell, QWidget *parent = nullptr);
    ~SlipPreview() override;

    void show(const notices::Notice &notice);
    void clear();
    bool isEmpty() const { return !m_printed; }

    void print(); ///< asks for the printer
    void askAndSave(const QString &name); ///< asks where to
    /// Writes the PDF; tells how it went by `saved` or `failed`.
    void save(const QString &path);

Q_SIGNALS:
    void saved(const QString &path);
    void failed(const quanke::Failure &failure);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void paintPages();
    void told(const char *act, const std::function<void()> &leave);

    Tell m_tell;
    std::unique_ptr<notices::PrintedNotice> m_printed;
    QLabel *m_page;
    QScrollArea *m_scroll;
};

} // namespace quanke::desk
