#pragma once

#include <QByteArray>
#include <QImage>
#include <QString>

/// Documents as applicants bring them, made here so that no personal paper lies in the repository. Need a
/// QGuiApplication. The same arguments give the same bytes (except a PDF's creation date).
namespace quanke::support {

/// A written A4 page with a title, a form's lines and a red stamp, as a scanner sees it: grain, a little
/// skew.
QImage writtenPage(const QString &title, double dotsPerInch = 200);
/// Paper with grain and nothing on it.
QImage blankPage(double dotsPerInch = 200);
/// Out of focus; the radius is in inches (0.01 can still be read, 0.04 cannot).
QImage blurred(const QImage &page, double radius, double dotsPerInch = 200);

/// Zero dots per inch: the file does not state them.
QByteArray jpegOf(const QImage &page, double dotsPerInch = 0);
QByteArray pngOf(const QImage &page, double dotsPerInch = 0);

/// Written text on as many pages; those of `blankPages` (from 1) are empty.
QByteArray pdfOf(const QString &title, int pages, const QList<int> &blankPages = {});
/// A scan in a PDF.
QByteArray pdfOfPicture(const QImage &page);
/// Opens only with a password.
QByteArray encryptedPdf();

/// The first tenths of the file.
QByteArray cut(const QByteArray &content, int tenths);

} // namespace quanke::support
