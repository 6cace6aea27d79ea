#pragma once

#include <QProxyStyle>

namespace quanke::desk {

/// What the style reads from a widget's dynamic property "quankeProblem".
enum class FieldProblem { None, Warning, Error };
void setFieldProblem(QWidget *field, FieldProblem problem);

/// Fusion with our borders, focus ring, error bar, measures and plain texts. A style of our own instead of a style sheet:
/// with a sheet on the application, building a form takes two and a half times as long.
class DeskStyle : public QProxyStyle {
    Q_OBJECT
public:
    DeskStyle();

    using QProxyStyle::polish;
    /// Labels, and tips among them, show what they are given: a name that looks like markup is a name.
    void polish(QWidget *widget) override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
        const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
        const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
        const QWidget *widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
        const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl subControl,
        const QWidget *widget) const override;
    QRect subElementRect(
        SubElement element, const QStyleOption *option, const QWidget *widget) const override;
    QIcon standardIcon(StandardPixmap name, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
        QStyleHintReturn *returned) const override;
};

} // namespace quanke::desk
