#pragma once

#include "notices/printednotice.h"

#include <QScrollArea>

#include <optional>

namespace quanke::desk {

/// A printed notice on screen, page under page on white, and its way to paper and PDF.
class NoticePreview : public QScrollArea {
    Q_OBJECT
public:
    explicit NoticePreview(QWidget *parent = nullptr);

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

    std::optional<notices::PrintedNotice> m_notice;
};

} // namespace quanke::desk
