"""The tokens as a Qt palette, so that plain Qt widgets agree with ours."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QPalette

from desktop.theme.theme import Theme

ROLES: Final = {
    QPalette.ColorRole.Window: "room",
    QPalette.ColorRole.WindowText: "ink1",
    QPalette.ColorRole.Base: "raised",
    QPalette.ColorRole.AlternateBase: "panel",
    QPalette.ColorRole.Text: "ink1",
    QPalette.ColorRole.PlaceholderText: "ink3",
    QPalette.ColorRole.Button: "raised",
    QPalette.ColorRole.ButtonText: "ink1",
    QPalette.ColorRole.Highlight: "pine",
    QPalette.ColorRole.HighlightedText: "on_pine",
    QPalette.ColorRole.ToolTipBase: "raised",
    QPalette.ColorRole.ToolTipText: "ink1",
    QPalette.ColorRole.Link: "pine",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Midlight: "line",
    QPalette.ColorRole.Dark: "edge",
    QPalette.ColorRole.Light: "raised",
    QPalette.ColorRole.Shadow: "edge",
    QPalette.ColorRole.Accent: "pine",
}


def palette(theme: Theme) -> QPalette:
    """The palette of the theme as it is now."""
    made = QPalette()
    for role, token in ROLES.items():
        made.setColor(role, theme.colour(token))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
        made.setColor(QPalette.ColorGroup.Disabled, role, theme.colour("ink3"))
    return made
