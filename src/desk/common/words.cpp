#include "desk/common/words.h"

#include "core/casework/casefile.h"

#include <QCoreApplication>
#include <QDate>
#include <QLocale>

#include <array>
#include <cstdlib>
#include <string_view>
#include <utility>

namespace quanke::desk {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("quanke::desk::Words", text);
}

/// Failure keys by their beginning, the longest first that fits.
constexpr auto failureWords = std::to_array<std::pair<std::string_view, const char *>>({
    {"session.refused",
        QT_TRANSLATE_NOOP("quanke::desk::Words", "The name or the password is not right. Try again.")},
    {"session.locked",
        QT_TRANSLATE_NOOP(
            "quanke::desk::Words", "Too many wrong passwords. Wait a while or ask the shift leader.")},
    {"session.first-password",
        QT_TRANSLATE_NOOP("quanke::desk::Words", "An administrator chose this password. Change it first.")},
    {"password.same",
        QT_TRANSLATE_NOOP("quanke::desk::Words", "That is the password until now. Choose another.")},
    {"operator.password-weak",
        QT_TRANSLATE_NOOP("quanke::desk::Words", "This password is too easy to guess. Choose another.")},
    {"session.wrong-role", QT_TRANSLATE_NOOP("quanke::desk::Words", "Your roles do not allow this.")},
    {"session.", QT_TRANSLATE_NOOP("quanke::desk::Words", "Please sign in again.")},
    {"device.other-certificate",
        QT_TRANSLATE_NOOP("quanke::desk::Words",
            "The certificate of this desk is another device's. Ask the administrator.")},
    {"enrolment.wrong-password",
        QT_TRANSLATE_NOOP("quanke::desk::Words", "The password of the enrolment is not right. Try again.")},
    {"enrolment.ended",
        QT_TRANSLATE_NOOP("quanke::desk::Words", "This enrolment has ended. Ask for another.")},
    {"enrolment.other-device",
        QT_TRANSLATE_NOOP("quanke::desk::Words",
            "The store of this desk is device %1's, this enrolment another's. Ask for one of %1.")},
    {"enrolment.",
        QT_TRANSLATE_NOOP(
            "quanke::desk::Words", "This is no enrolment of a desk, or it is damaged. Ask for another.")},
    {"vault.other-device",
        QT_TRANSLATE_NOOP("quanke::desk::Words",
            "The store of this desk is device %1's, its certificate another's. Have the desk enrolled as "
            "%1.")},
    {"vault.other-machine",
        QT_TRANSLATE_NOOP("quanke::desk::Words",
            "What the keyring of this machine keeps for Quanke cannot be had. Unlock the keyring and start "
            "Quanke again, or sign in with the link.")},
    {"vault.unknown-suite",
        QT_TRANSLATE_NOOP("quanke::desk::Words",
            "The hall seals in a way that this program does not know. Install the newer one.")},
    {"vault.no-ticket",
        QT_TRANSLATE_NOOP("quanke::desk::Words",
            "Without the link only clerks work here, and only who has signed in here with it. Sign in once "
            "with the link.")},
    {"vault.ticket-ended",
        QT_TRANSLATE_NOOP("quanke::desk::Words",
            "The time for working here without the link is over. Sign in once with the link, then it begins "
            "anew.")},
    {"vault.ticket-refused",
        QT_TRANSLATE_NOOP("quanke::desk::Words",
            "What lets you work here without the link is not genuine, or another desk's. Sign in once with "
            "the link.")},
    {"vault.clock-set-back",
        QT_TRANSLATE_NOOP("quanke::desk::Words",
            "The clock of this machine was set back. Have it put right, or sign in once with the link.")},
    {"vault.wrong-password",
        QT_TRANSLATE_NOOP("quanke::desk::Words", "The password is not right. Try again.")},
    {"vault.unknown-operator",
        QT_TRANSLATE_NOOP("quanke::desk::Words",
            "This operator has not signed in here before: that first needs the link.")},
    {"vault.locked-out",
        QT_TRANSLATE_NOOP(
            "quanke::desk::Words", "Too many wrong passwords. Wait a while or ask the shift leader.")},
    {"vault.in-use",
        QT_TRANSLATE_NOOP("quanke::desk::Words",
            "Quanke is open on this machine already. Go to that window or close it first.")},
    {"vault.held",
        QT_TRANSLATE_NOOP("quanke::desk::Words",
            "Another program, a backup or a virus scan perhaps, has the store of this desk in hand. Nothing "
            "is lost: Quanke "
            "goes on by itself once it is let go.")},
    {"vault.network-disk",
        QT_TRANSLATE_NOOP("quanke::desk::Words",
            "The store of this desk lies on a network drive, which may lose what was saved. Have the "
            "administrator put it "
            "on a disk of this machine.")},
    {"vault.fat-disk",
        QT_TRANSLATE_NOOP("quanke::desk::Words",
            "The store of this desk lies on a stick, or a disk made like one (FAT), which may lose what was "
            "saved at a power "
            "cut. Have the administrator put it on another disk of this machine.")},
    {"vault.disk-full",
        QT_TRANSLATE_NOOP("quanke::desk::Words",
            "The disk is full. Make room, then go on: nothing that was saved is lost.")},
    {"vault.read-only",
        QT_TRANSLATE_NOOP("quanke::desk::Words", "The disk can only be read. Call the administrator.")},
    {"spool.disk-full", QT_TRANSLATE_NOOP("quanke::desk::Words", "There is no room on that disk.")},
    {"spool.read-only", QT_TRANSLATE_NOOP("quanke::desk::Words", "That disk can only be read.")},
    {"spool.away", QT_TRANSLATE_NOOP("quanke::desk::Words", "That disk is not there.")},
    {"spool.", QT_TRANSLATE_NOOP("quanke::desk::Words", "That disk cannot be used.")},
    {"sealed.other-gateway",
        QT_TRANSLATE_NOOP("quanke::desk::Words", "This was sealed to another gateway, or altered.")},
    {"sealed.other-person",
        QT_TRANSLATE_NOOP("quanke::desk::Words", "This is somebody else's: they bring it themselves.")},
    {"sealed.", QT_TRANSLATE_NOOP("quanke::desk::Words", "The second copy was altered and cannot be used.")},
    {"vault.too-new",
        QT_TRANSLATE_NOOP(
            "quanke::desk::Words", "This program is older than what it stored. Install the newer one.")},
    {"vault.locked", QT_TRANSLATE_NOOP("quanke::desk::Words", "The desk is locked. Sign in again.")},
    {"vault.document-damaged",
        QT_TRANSLATE_NOOP(
            "quanke::desk::Words", "The document on this machine is damaged. Hand it in again.")},
    {"vault.filed", QT_TRANSLATE_NOOP("quanke::desk::Words", "This case has been pushed already.")},
    {"vault.handed-over",
        QT_TRANSLATE_NOOP("quanke::desk::Words",
            "This case was handed over by a file. Take it back first to change it here.")},
    {"vault.",
        QT_TRANSLATE_NOOP("quanke::desk::Words",
            "This desk's own store cannot be used. Ask the administrator to look at the disk.")},
    {"handover.wrong-password",
        QT_TRANSLATE_NOOP(
            "quanke::desk::Words", "The password is not right. Blanks do not matter, capitals do.")},
    {"handover.short-password",
        QT_TRANSLATE_NOOP("quanke::desk::Words", "The password needs at least 8 characters.")},
    {"handover.cut-short",
        QT_TRANSLATE_NOOP(
            "quanke::desk::Words", "The file is not whole. Copy it again from where it was written.")},
    {"handover.damaged",
        QT_TRANSLATE_NOOP("quanke::desk::Words",
            "The file was altered on its way. Nothing of it was taken in. Copy it again.")},
    {"handover.foreign", QT_TRANSLATE_NOOP("quanke::desk::Words", "This is no case file.")},
    {"handover.too-new",
        QT_TRANSLATE_NOOP(
            "quanke::desk::Words", "A newer program wrote this file. Install the newer one here first.")},
    {"handover.too-large",
        QT_TRANSLATE_NOOP("quanke::desk::Words", "This is more than a case file can hold.")},
    {"handover.cancelled", QT_TRANSLATE_NOOP("quanke::desk::Words", "Cancelled. Nothing of it was kept.")},
    {"handover.changed",
        QT_TRANSLATE_NOOP("quanke::desk::Words",
            "The case was changed while the file was written. No file was kept; hand it over once more.")},
    {"handover.exists",
        QT_TRANSLATE_NOOP(
            "quanke::desk::Words", "A file of that name is there already. Choose another name.")},
    {"handover.here",
        QT_TRANSLATE_NOOP(
            "quanke::desk::Words", "This case is among your drafts already and stays as it is.")},
    {"handover.pushed",
        QT_TRANSLATE_NOOP("quanke::desk::Words", "This case has been pushed from this desk already.")},
    {"handover.own",
        QT_TRANSLATE_NOOP("quanke::desk::Words",
            "This desk wrote the file. To go on here take the case back: it stands among the drafts.")},
    {"handover.older",
        QT_TRANSLATE_NOOP("quanke::desk::Words",
            "The case was handed over again since this file was written. Ask for the latest file.")},
    {"handover.other-operator",
        QT_TRANSLATE_NOOP("quanke::desk::Words", "The case lies at this desk already, with another clerk.")},
    {"handover.disk-full", QT_TRANSLATE_NOOP("quanke::desk::Words", "There is no room on that disk.")},
    {"handover.read-only", QT_TRANSLATE_NOOP("quanke::desk::Words", "That disk can only be read.")},
    {"handover.", QT_TRANSLATE_NOOP("quanke::desk::Words", "The file cannot be used.")},
    {"link.gateway-unknown",
        QT_TRANSLATE_NOOP("quanke::desk::Words",
            "The gateway cannot prove that it is the hall's. Nothing is sent to it. Tell the "
            "administrator.")},
    {"link.gateway-expired",
        QT_TRANSLATE_NOOP("quanke::desk::Words",
            "The gateway's certificate has ended, or a clock is wrong. Tell the administrator.")},
    {"link.gateway-other-name",
        QT_TRANSLATE_NOOP("quanke::desk::Words",
            "The gateway's certificate is for another address. Tell the administrator.")},
    {"link.gateway-insecure",
        QT_TRANSLATE_NOOP("quanke::desk::Words",
            "The gateway offers no safe connection (TLS 1.2 or newer). Tell the administrator.")},
    {"link.gateway-unsure",
        QT_TRANSLATE_NOOP("quanke::desk::Words",
            "The gateway cannot read which desks were shut out, and lets none in. Tell the administrator.")},
    {"link.device-expired",
        QT_TRANSLATE_NOOP(
            "quanke::desk::Words", "The certificate of this desk has ended. Have the desk enrolled again.")},
    {"link.device-refused",
        QT_TRANSLATE_NOOP("quanke::desk::Words",
            "The gateway does not accept the certificate of this desk. Have the desk enrolled again.")},
    {"link.device-revoked",
        QT_TRANSLATE_NOOP("quanke::desk::Words", "This desk was shut out. Ask the administrator.")},
    {"link.insecure",
        QT_TRANSLATE_NOOP("quanke::desk::Words",
            "Over the network the gateway is reached by https:// alone. Correct its address.")},
    {"link.enrolled-plain",
        QT_TRANSLATE_NOOP("quanke::desk::Words",
            "This desk is enrolled: its gateway is reached by https:// alone. Start it once with --gateway "
            "and its address.")},
    {"link.not-enrolled",
        QT_TRANSLATE_NOOP(
            "quanke::desk::Words", "This desk is not enrolled yet. Start it once with --enrolment FILE.")},
    {"link.unreachable",
        QT_TRANSLATE_NOOP("quanke::desk::Words", "The gateway cannot be reached. Go on; it is sent later.")},
    {"link.timeout",
        QT_TRANSLATE_NOOP("quanke::desk::Words", "The gateway does not answer. Go on; it is sent later.")},
    {"link.unauthorised", QT_TRANSLATE_NOOP("quanke::desk::Words", "Please sign in again.")},
    {"link.not-gateway",
        QT_TRANSLATE_NOOP(
            "quanke::desk::Words", "At this address there is no gateway. Ask the administrator.")},
    {"link.forgotten",
        QT_TRANSLATE_NOOP("quanke::desk::Words",
            "The hall's store was put back to an earlier state and had lost this. It is sent again.")},
    {"link.", QT_TRANSLATE_NOOP("quanke::desk::Words", "The gateway cannot be reached.")},
    {"operation.same-person",
        QT_TRANSLATE_NOOP("quanke::desk::Words",
            "Who received or changed a case does not decide it, and who decided it does not change it.")},
    {"operation.wrong-department",
        QT_TRANSLATE_NOOP("quanke::desk::Words", "This belongs to another department.")},
    {"operation.wrong-state",
        QT_TRANSLATE_NOOP(
            "quanke::desk::Words", "The matter has moved on in the meantime. Look at it again.")},
    {"operation.reason-missing", QT_TRANSLATE_NOOP("quanke::desk::Words", "Give a reason first.")},
    {"operation.review-points-missing",
        QT_TRANSLATE_NOOP("quanke::desk::Words", "Mark every review point first.")},
    {"operation.sequence-used",
        QT_TRANSLATE_NOOP("quanke::desk::Words",
            "The store of this desk was put back to an earlier state. Ask the administrator.")},
    {"operation.chain-broken",
        QT_TRANSLATE_NOOP("quanke::desk::Words",
            "The store of this desk was put back to an earlier state. Ask the administrator.")},
    {"operation.too-new",
        QT_TRANSLATE_NOOP("quanke::desk::Words",
            "The hall's program is older than this desk's. It is kept here and sent again until that is "
            "updated.")},
    {"operation.", QT_TRANSLATE_NOOP("quanke::desk::Words", "This step is not allowed here.")},
    {"case.unknown-clerk",
        QT_TRANSLATE_NOOP("quanke::desk::Words",
            "Nobody of that name goes on with cases here any more. Hand it over to somebody else.")},
    {"case.unknown",
        QT_TRANSLATE_NOOP(
            "quanke::desk::Words", "The hall does not know this case yet. It is sent again later.")},
    {"case.exists",
        QT_TRANSLATE_NOOP("quanke::desk::Words", "The hall has this case from this desk already.")},
    {"case.held-there", QT_TRANSLATE_NOOP("quanke::desk::Words", "The case is at that window already.")},
    {"case.busy",
        QT_TRANSLATE_NOOP(
            "quanke::desk::Words", "Others are working on this case. It is sent again in a moment.")},
    {"request.too-often",
        QT_TRANSLATE_NOOP(
            "quanke::desk::Words", "Too much was asked for at once. Try again in a few seconds.")},
    {"request.no-room",
        QT_TRANSLATE_NOOP(
            "quanke::desk::Words", "The gateway has too much to do just now. Try again in a while.")},
    {"conflict.moved",
        QT_TRANSLATE_NOOP("quanke::desk::Words",
            "What stands has changed since the versions were compared. Look at them again, then choose.")},
    {"conflict.",
        QT_TRANSLATE_NOOP("quanke::desk::Words", "Somebody has chosen between the versions already.")},
    {"case.invalid", QT_TRANSLATE_NOOP("quanke::desk::Words", "Something in the form is still wrong.")},
    {"compose.",
        QT_TRANSLATE_NOOP("quanke::desk::Words", "This combination of matters cannot be handled together.")},
    {"definition.",
        QT_TRANSLATE_NOOP(
            "quanke::desk::Words", "The form definitions cannot be used. Ask the administrator.")},
    {"calendar.",
        QT_TRANSLATE_NOOP(
            "quanke::desk::Words", "The calendar of working days cannot be used. Ask the administrator.")},
    {"file.unwritable",
        QT_TRANSLATE_NOOP(
            "quanke::desk::Words", "The file cannot be written. Ask the administrator to look at the disk.")},
    {"file.", QT_TRANSLATE_NOOP("quanke::desk::Words", "The file cannot be read.")},
    {"folder.", QT_TRANSLATE_NOOP("quanke::desk::Words", "The folder cannot be read.")},
    {"document.", QT_TRANSLATE_NOOP("quanke::desk::Words", "The document cannot be used.")},
});

QDate toQt(Date day)
{
    return {static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
        static_cast<int>(static_cast<unsigned>(day.day()))};
}

} // namespace

QString textOf(const LocalText &text, Language language)
{
    return fromText(text.in(language));
}

namespace {

/// Arguments may be missing altogether.
QString deviceIn(const Json &arguments)
{
    return arguments.is_object() ? fromText(arguments.value("device", std::string())) : QString();
}

} // namespace

QString wordsOf(const Failure &failure)
{
    for (const auto &[beginning, words] : failureWords) {
        if (std::string_view(failure.key).substr(0, beginning.size()) == beginning)
            return translated(words).replace(QStringLiteral("%1"), deviceIn(failure.arguments));
    }
    return translated(QT_TRANSLATE_NOOP("quanke::desk::Words", "That did not work (%1)."))
        .arg(fromText(failure.key));
}

QString maskedName(const QString &name)
{
    if (name.isEmpty())
        return {};
    // A character beyond the BMP takes two units; half a name would be none.
    const qsizetype first = name.front().isHighSurrogate() && name.size() > 1 ? 2 : 1;
    const bool latin = name.front().unicode() < 0x80;
    return name.left(first) + (latin ? QStringLiteral("***") : QStringLiteral("**"));
}

QString maskedApplicant(const casework::CaseFile &file)
{
    return maskedName(fromText(file.applicant.value("name", std::string())));
}

QString shortDate(Date day, Date today)
{
    const bool near = std::abs(daysBetween(today, day)) <= 90;
    return toQt(day).toString(near ? QStringLiteral("MM-dd") : QStringLiteral("yyyy-MM-dd"));
}

QString weekdayOf(Date day)
{
    static constexpr std::array<const char *, 7> names = {QT_TRANSLATE_NOOP("quanke::desk::Words", "Mon"),
        QT_TRANSLATE_NOOP("quanke::desk::Words", "Tue"), QT_TRANSLATE_NOOP("quanke::desk::Words", "Wed"),
        QT_TRANSLATE_NOOP("quanke::desk::Words", "Thu"), QT_TRANSLATE_NOOP("quanke::desk::Words", "Fri"),
        QT_TRANSLATE_NOOP("quanke::desk::Words", "Sat"), QT_TRANSLATE_NOOP("quanke::desk::Words", "Sun")};
    return translated(names[static_cast<std::size_t>(toQt(day).dayOfWeek() - 1)]);
}

QString dayAndTime(Instant instant, Language language)
{
    const Date day = dayInChina(instant);
    const int minute = minuteOfDayInChina(instant);
    const QLocale locale(language == Language::Chinese ? QLocale::Chinese : QLocale::English);
    //: a day without its year, in Qt's date format
    const QString date =
        locale.toString(toQt(day), translated(QT_TRANSLATE_NOOP("quanke::desk::Words", "d MMM")));
    return QStringLiteral("%1 %2 %3:%4")
        .arg(date, weekdayOf(day))
        .arg(minute / 60, 2, 10, QLatin1Char('0'))
        .arg(minute % 60, 2, 10, QLatin1Char('0'));
}

QString timeOfDay(Instant instant)
{
    const auto seconds = std::chrono::floor<std::chrono::seconds>(instant.time_since_epoch()).count() % 60;
    const int minute = minuteOfDayInChina(instant);
    return QStringLiteral("%1:%2:%3")
        .arg(minute / 60, 2, 10, QLatin1Char('0'))
        .arg(minute % 60, 2, 10, QLatin1Char('0'))
        .arg(seconds, 2, 10, QLatin1Char('0'));
}

QString listed(const QStringList &parts, Between between)
{
    return parts.join(between == Between::Things
            ? QCoreApplication::translate("quanke::desk::Words", ", ", "between things of a list")
            : QCoreApplication::translate("quanke::desk::Words", "; ", "between remarks"));
}

QString listed(const std::vector<const casework::CaseFile *> &cases)
{
    QStringList places;
    for (const casework::CaseFile *file : cases)
        places.append(
            QCoreApplication::translate("quanke::desk::Words", "%1 at %2", "a case's number, its window")
                .arg(fromText(file->number), fromText(file->window)));
    return listed(places);
}

QString labelled(const QString &label, const QString &text)
{
    return QCoreApplication::translate("quanke::desk::Words", "%1: %2", "what it is, then what it says")
        .arg(label, text);
}

QString grouped(int number)
{
    return QLocale(QLocale::English).toString(number);
}

QString sizeWords(double bytes)
{
    constexpr double kilobyte = 1024;
    constexpr double megabyte = 1024 * kilobyte;
    if (bytes < kilobyte)
        return QStringLiteral("%1 B").arg(qint64(bytes)); // the locale's "bytes" would be a word
    return QLocale(QLocale::English)
        .formattedDataSize(qint64(bytes), bytes < megabyte ? 0 : 1, QLocale::DataSizeTraditionalFormat);
}

} // namespace quanke::desk
