#pragma once

class QWidget;

namespace quanke::desk {

class CaseSession;
struct DeskContext;

/// Opens the one-time notice (一次性告知书) of the case in hand beside the desk: everything missing or wrong, once,
/// complete; to print or keep as PDF. Nothing stops while it is open.
void showOneTimeNotice(const DeskContext &context, CaseSession &session, QWidget *parent);

} // namespace quanke::desk
