#pragma once

#include "core/base/localtext.h"

#include <string>

class QWidget;

namespace quanke::catalogue {
class Catalogue;
struct Element;
} // namespace quanke::catalogue

namespace quanke::desk {

class FieldEditor;

/// The editor that an element's type, format and code list ask for. The widget is a child of `parent`.
FieldEditor *makeEditor(const catalogue::Catalogue &catalogue, const catalogue::Element &element,
    Language language, QWidget *parent);

} // namespace quanke::desk
