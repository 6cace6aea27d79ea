#include "desk/look/tokens.h"

#include <QPalette>

namespace quanke::desk {

namespace {

QColor colour(QRgb value)
{
    return QColor::fromRgb(value);
}

StatusColours status(QRgb text, QRgb ground)
{
    return {colour(text), colour(ground)};
}

} // namespace

const Tokens &lightTokens()
{
    static const Tokens tokens = {colour(0xF2F4F6), colour(0xFFFFFF), colour(0xF7F8FA), colour(0xE7EAEE),
        colour(0xD3D8DE), colour(0x858E99), colour(0x1A1E23), colour(0x4F5862), colour(0x2A57A5),
        colour(0xFFFFFF), colour(0xD9E5F6), colour(0xE8EFF9), colour(0xFFF0B3), status(0x226B3A, 0xE4F2E8),
        status(0x855400, 0xFBF0D5), status(0xB0241C, 0xFBE8E6), status(0x0A6485, 0xE0F1F7),
        status(0x58616B, 0xEBEEF1), status(0x6B3A9E, 0xF1E9F8)};
    return tokens;
}

const Tokens &darkTokens()
{
    static const Tokens tokens = {colour(0x1C1F23), colour(0x24282D), colour(0x2A2E34), colour(0x17191C),
        colour(0x3B4148), colour(0x7C8691), colour(0xE8EAED), colour(0xB2B9C1), colour(0x9ABBF3),
        colour(0x10182A), colour(0x2C4063), colour(0x27344A), colour(0x5A4A12), status(0x83CE97, 0x1F3528),
        status(0xE8BB62, 0x3A3120), status(0xF5A098, 0x43272A), status(0x7FC9E8, 0x1D3541),
        status(0xAEB6BF, 0x31363C), status(0xC8A8F0, 0x352A49)};
    return tokens;
}

const Tokens &tokensOf(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < 128 ? darkTokens() : lightTokens();
}

QPalette paletteFrom(const Tokens &tokens)
{
    QPalette palette;
    palette.setColor(QPalette::Window, tokens.window);
    palette.setColor(QPalette::Base, tokens.base);
    palette.setColor(QPalette::AlternateBase, tokens.alternate);
    palette.setColor(QPalette::Button, tokens.base);
    palette.setColor(QPalette::ToolTipBase, tokens.alternate);
    palette.setColor(QPalette::Highlight, tokens.selection);
    palette.setColor(QPalette::Mid, tokens.line);
    palette.setColor(QPalette::Dark, tokens.edge);
    palette.setColor(QPalette::Light, tokens.base);
    palette.setColor(QPalette::Midlight, tokens.alternate);
    palette.setColor(QPalette::Shadow, tokens.edge);
    palette.setColor(QPalette::Link, tokens.accent);
    palette.setColor(QPalette::LinkVisited, tokens.accent);
    palette.setColor(QPalette::PlaceholderText, tokens.secondText);
    for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText,
             QPalette::HighlightedText, QPalette::ToolTipText, QPalette::BrightText}) {
        palette.setColor(role, tokens.text);
    }
    for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, tokens.secondText);
    palette.setColor(QPalette::Disabled, QPalette::Base, tokens.window);
    palette.setColor(QPalette::Disabled, QPalette::Button, tokens.window);
    return palette;
}

} // namespace quanke::desk
