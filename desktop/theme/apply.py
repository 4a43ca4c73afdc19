"""Putting the theme on the application and on every widget that has a `restyle` of its own."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QWidget

from desktop.theme.palette import palette
from desktop.theme.stylesheet import stylesheet
from desktop.theme.theme import theme


def apply_theme(app: QApplication) -> None:
    """Palette, font and style sheet, then each widget that asks for it."""
    app.setPalette(palette(theme()))
    app.setFont(theme().font("body"))
    app.setStyleSheet(stylesheet(theme()))
    for top in app.topLevelWidgets():
        for widget in (top, *top.findChildren(QWidget)):
            restyle = getattr(widget, "restyle", None)
            if restyle is not None:
                restyle()
            widget.updateGeometry()
            widget.update()


def dress(app: QApplication) -> None:
    """Style the application now and after every change of theme, scale or the system's colours. Once is enough."""
    if app.property("dressed"):
        apply_theme(app)
        return
    app.setProperty("dressed", True)
    app.setStyle("Fusion")
    apply_theme(app)
    theme().changed.connect(lambda: apply_theme(app))
    app.styleHints().colorSchemeChanged.connect(lambda _: theme().set() if theme().choice == "system" else None)
