#pragma once

#include "core/base/date.h"
#include "core/base/localtext.h"
#include "core/base/result.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace quanke::casework {
struct CaseFile;
}

namespace quanke::desk {

inline QString fromText(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// A text of the definitions in that language.
QString textOf(const LocalText &text, Language language);

/// What to say about a failure: what happened and what to do, never its technical detail.
QString wordsOf(const Failure &failure);

/// 陈谷雨 → 陈**; "John Smith" → "J***".
QString maskedName(const QString &name);
/// Of the applicant; for lists, titles and tooltips, which others see too.
QString maskedApplicant(const casework::CaseFile &file);

/// "11-27", with the year where it is more than 90 days away.
QString shortDate(Date day, Date today);
QString weekdayOf(Date day);
/// "11月24日 周二 09:42" in China's time.
QString dayAndTime(Instant instant, Language language);
/// "09:42:18" in China's time.
QString timeOfDay(Instant instant);
/// "1,812"
QString grouped(int number);
/// "2.1 MB", "58 kB", "0 B", in both languages.
QString sizeWords(double bytes);
/// "Mobile: 138…", "移动电话：138…"
QString labelled(const QString &label, const QString &text);
enum class Between { Things, Remarks };
/// "营业执照、公章刻制备案"; of remarks "原件 1；给供电".
QString listed(const QStringList &parts, Between between = Between::Things);
/// "QS-2026-000123（1号窗口）、…", for people who are to look at them.
QString listed(const std::vector<const casework::CaseFile *> &cases);

} // namespace quanke::desk
