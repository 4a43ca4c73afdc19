"""Finds words that do not fit where they stand."""

from __future__ import annotations

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton, QScrollArea, QWidget

from desktop.widgets.choice import Choice
from desktop.widgets.paragraph import Paragraph
from desktop.window.rail import RailItem

SLACK = 1
PUSH_PADDING = 16
"""The least room left and right of a button's words together."""


def clipped(root: QWidget) -> list[str]:
    """Every visible widget below `root` whose words are cut, with what it lacks."""
    found: list[str] = []
    for widget in root.findChildren(QWidget):
        if widget.isVisible() and widget.width() > 0:
            fault = fault_of(widget)
            if fault:
                found.append(f"{type(widget).__name__} {words_of(widget)!r}: {fault}")
    return found


def words_of(widget: QWidget) -> str:
    return str(getattr(widget, "text", lambda: "")())


def fault_of(widget: QWidget) -> str:
    """What is wrong with one widget, or nothing."""
    if isinstance(widget, Paragraph) and widget.text():
        return paragraph_fault(widget)
    if isinstance(widget, QScrollArea) and widget.widget() is not None:
        wide, high = widget.widget().width(), widget.widget().height()
        if getattr(widget, "sideways", False):
            # A row of chips that the wheel and the keyboard go along: it may be wider, but never higher.
            return f"{high} high in {widget.viewport().height()}" if high > widget.viewport().height() + SLACK else ""
        return f"{wide} wide in {widget.viewport().width()}" if wide > widget.viewport().width() + SLACK else ""
    if isinstance(widget, QLabel):
        return ""
    if isinstance(widget, QPushButton | Choice | RailItem) and isinstance(widget, QAbstractButton) and widget.text():
        return button_fault(widget)
    return ""


def paragraph_fault(label: Paragraph) -> str:
    need = label.heightForWidth(label.width())
    if need > label.height() + SLACK:
        return f"{need} high in {label.height()}"
    if not label.hasHeightForWidth():
        wide = label.sizeHint().width() - 2
        if wide > label.width() + SLACK:
            return f"{wide} wide in {label.width()}"
    return ""


def button_fault(button: QAbstractButton) -> str:
    if isinstance(button, RailItem) and not button.labelled:
        return ""
    metrics = QFontMetrics(button.font())
    wide = metrics.horizontalAdvance(button.text())
    if isinstance(button, RailItem):
        from desktop.theme.theme import theme

        wide = QFontMetrics(theme().font("rail")).horizontalAdvance(button.text())
        return f"{wide} wide in {button.parentWidget().width()}" if wide > button.parentWidget().width() - 2 else ""
    room = button.width() - (PUSH_PADDING if isinstance(button, QPushButton) else 8)
    if not button.icon().isNull():
        room -= button.iconSize().width()
    if wide > room + SLACK:
        return f"{wide} wide in {room}"
    if metrics.height() > button.height() + SLACK:
        return f"{metrics.height()} high in {button.height()}"
    return ""
