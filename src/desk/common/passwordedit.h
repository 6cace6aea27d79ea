#pragma once

class QLineEdit;

namespace quanke::desk {

/// Gives a password field its eye: pressed, the password can be read.
void addEye(QLineEdit *field);

} // namespace quanke::desk
