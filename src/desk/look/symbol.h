#pragma once

#include <QIcon>

class QColor;
class QPainter;
class QPixmap;
class QRect;

namespace quanke::desk {

/// Our own icon set: 20×20, stroke 1.5, drawn at 16, 18 or 20. In the order of the file names in symbol.cpp.
enum class Symbol {
    Add,
    Back,
    Camera,
    Check,
    Close,
    Crop,
    Delete,
    Down,
    Edit,
    Forward,
    HandOver,
    Machine,
    Print,
    Reassign,
    Remove,
    Save,
    Scan,
    Search,
    Send,
    Split,
    SpotCheck,
    TurnLeft,
    TurnRight,
    Undo,
    Up,
    Urge,
    ZoomIn,
    ZoomOut,
    Alert,
    Calendar,
    DueSoon,
    Error,
    Missing,
    Offline,
    OnTime,
    Online,
    Ready,
    WaitsApplicant,
    WaitsResult,
    Warning,
    Approve,
    Book,
    Card,
    Cases,
    Department,
    Derived,
    Document,
    Eye,
    Folder,
    Hint,
    Issue,
    Licence,
    List,
    Lock,
    Notice,
    Person,
    Practice,
    Quanke,
    Receive,
    Settings,
    Smile,
    Speech,
    Supervise,
    Ticket
};

/// What an icon is coloured with, taken from the application's palette each time it is painted.
enum class Tone { Text, Second, Accent, OnAccent, Ok, Warning, Error, Waiting, Done, Practice };

/// An icon that follows the palette; disabled it takes the second text colour.
QIcon icon(Symbol symbol, Tone tone = Tone::Text);

/// Paints the symbol centred into the square of that size at the rectangle's middle.
void paintSymbol(QPainter &painter, const QRect &rect, Symbol symbol, const QColor &colour, int size);

} // namespace quanke::desk
