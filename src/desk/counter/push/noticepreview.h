#pragma once

#include "notices/printednotice.h"
#include "vault/vault.h"

#include <QScrollArea>

#include <functional>
#include <optional>

namespace quanke::desk {

/// A printed notice on screen, page under page on white, and its way to paper and PDF.
class NoticePreview : public QScrollArea {
    Q_OBJECT
public:
    /// Says in the trace that it leaves by that act (trace::act); it leaves once that is kept.
    using Tell = std::function<vault::Promised<Done>(const char *act)>;
    explicit NoticePreview(Tell tell, QWidget *parent = nullptr);

    void show(const notices::Notice &notice);
    void clear();
    const std::optional<notices::PrintedNotice> &notice() const { return m_notice; }

    /// Asks for a printer, then prints.
    void print();
    /// Asks for a file of that proposed name, then writes the PDF there.
    void savePdf(const QString &proposedName);

Q_SIGNALS:
    void written(const QString &path);
    void failed(const quanke::Failure &failure);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void paintPages();
    void write(const QString &path);
    void told(const char *act, const std::function<void()> &leave);

    Tell m_tell;
    std::optional<notices::PrintedNotice> m_notice;
};

} // namespace quanke::desk
