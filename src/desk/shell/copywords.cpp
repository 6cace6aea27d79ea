#include "desk/shell/copywords.h"

#include <QCoreApplication>

namespace quanke::desk {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("quanke::desk::Copies", text);
}

} // namespace

QString wordsOf(const vault::Copies &copies)
{
    const spool::Standing &standing = copies.standing;
    if (standing.mirrorProblem && standing.mirrorProblem->key == "spool.away")
        return translated(QT_TRANSLATE_NOOP("quanke::desk::Copies", "One copy: the stick is out"));
    if (standing.mirrorProblem && standing.mirrorProblem->key == "spool.disk-full")
        return translated(QT_TRANSLATE_NOOP("quanke::desk::Copies", "One copy: the stick is full"));
    if (standing.mirrorProblem)
        return translated(QT_TRANSLATE_NOOP("quanke::desk::Copies", "One copy: the stick cannot be written"));
    if (standing.mirrorIsBehind)
        return translated(QT_TRANSLATE_NOOP("quanke::desk::Copies", "One copy: the stick is being written"));
    if (copies.areTwo())
        return standing.mirrorWanted
            ? translated(QT_TRANSLATE_NOOP("quanke::desk::Copies", "Two copies, one on the stick"))
            : translated(QT_TRANSLATE_NOOP("quanke::desk::Copies", "Two copies on this disk"));
    if (!standing.keyKnown)
        return translated(
            QT_TRANSLATE_NOOP("quanke::desk::Copies", "One copy until somebody has signed in over the link"));
    return standing.problem
        ? translated(QT_TRANSLATE_NOOP("quanke::desk::Copies", "One copy: the disk did not take the second"))
        : translated(
            QT_TRANSLATE_NOOP("quanke::desk::Copies", "One copy of another's work until they sign in"));
}

} // namespace quanke::desk
