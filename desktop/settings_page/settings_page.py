"""The list of sections and the one that is open."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.settings_page.section import Section
from desktop.theme.icons import paint_icon
from desktop.theme.theme import theme
from desktop.theme.words import words
from desktop.widgets.paragraph import Paragraph
from desktop.widgets.select import Select
from desktop.widgets.shapes import paint_raised
from desktop.window.house import House

SECTIONS: Final = (
    ("brain", "plug"), ("voice", "voice"), ("hearing", "mic"), ("devices", "headphones"), ("captions", "captions"),
    ("memory", "wool"), ("together", "bond"), ("look", "look"),
)  # fmt: skip
LIST: Final = 196
WIDEST: Final = 1120
LIST_FROM: Final = 640


def make_section(name: str, house: House) -> Section:
    """A section, imported when first opened. KeyError names one that does not exist."""
    if name == "brain":
        from desktop.settings_page.brain_section import BrainSection as Made
    elif name == "voice":
        from desktop.settings_page.voice_section import VoiceSection as Made  # type: ignore[assignment]
    elif name == "hearing":
        from desktop.settings_page.hearing_section import HearingSection as Made  # type: ignore[assignment]
    elif name == "devices":
        from desktop.settings_page.devices_section import DevicesSection as Made  # type: ignore[assignment]
    elif name == "captions":
        from desktop.settings_page.captions_section import CaptionsSection as Made  # type: ignore[assignment]
    elif name == "memory":
        from desktop.settings_page.memory_section import MemorySection as Made  # type: ignore[assignment]
    elif name == "together":
        from desktop.settings_page.together_section import TogetherSection as Made  # type: ignore[assignment]
    elif name == "look":
        from desktop.settings_page.look_section import LookSection as Made  # type: ignore[assignment]
    else:
        raise KeyError(name)
    return Made(house)


class ListItem(QAbstractButton):
    """A section's name in the list."""

    def __init__(self, name: str, icon_name: str, pressed: Callable[[], None]) -> None:
        super().__init__()
        self._icon = icon_name
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        words().bind(self, self.call, f"settings.{name}")
        self.clicked.connect(lambda: pressed())

    def call(self, name: str) -> None:
        """Give it its words."""
        self.setText(name)
        self.setAccessibleName(name)

    def sizeHint(self) -> QSize:
        """A comfortable row."""
        return QSize(theme().px(LIST), theme().px(42))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Raised where it is open."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        if on:
            paint_raised(painter, QRectF(self.rect()).adjusted(1, 1, -1, -2), 14)
        ink = theme().colour("pine" if on else "ink2")
        side = 18 * min(1.4, theme().scale)
        paint_icon(painter, self._icon, QRectF(14, (self.height() - side) / 2, side, side), ink)
        font = theme().font("button" if on else "body")
        painter.setFont(font)
        painter.setPen(ink)
        box = self.rect().adjusted(46, 0, -8, 0)
        text = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)


class SettingsPage(QWidget):
    """A list beside the section; a choice above it where there is little room."""

    def __init__(self, house: House) -> None:
        super().__init__()
        self._house = house
        self._made: dict[str, QScrollArea] = {}
        self.sections: dict[str, Section] = {}
        self.current = ""
        self._list = QWidget()
        column = QVBoxLayout(self._list)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        title = Paragraph("section", "ink1", wrap=False)
        title.setContentsMargins(16, 4, 0, 10)
        words().bind(title, title.setText, "rail.settings")
        column.addWidget(title)
        self._group = QButtonGroup(self)
        self._items: dict[str, ListItem] = {}
        for name, icon_name in SECTIONS:
            item = ListItem(name, icon_name, lambda name=name: self.show_section(name))  # type: ignore[misc]
            self._group.addButton(item)
            self._items[name] = item
            column.addWidget(item)
        column.addStretch(1)
        self._select = Select("rail.settings")
        self._select.currentIndexChanged.connect(lambda _: self.show_section(self._select.value))
        words().changed.connect(self.name_sections)
        self._stack = QWidget()
        self._holder = QVBoxLayout(self._stack)
        self._holder.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        row.addWidget(self._list)
        row.addWidget(self._stack, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(8, 8, 0, 0)
        outer.setSpacing(8)
        above = QHBoxLayout()
        above.setContentsMargins(0, 0, 18, 0)
        above.addWidget(self._select)
        outer.addLayout(above)
        outer.addLayout(row, 1)
        self.show_section("brain")

    def show_section(self, name: str) -> None:
        """Open a section."""
        if name not in self._made:
            section = make_section(name, self._house)
            section.setMaximumWidth(theme().px(WIDEST))
            area = QScrollArea()
            area.setWidgetResizable(True)
            area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            area.setWidget(section)
            words().bind(area, area.setAccessibleName, f"settings.{name}")
            self._holder.addWidget(area)
            self._made[name], self.sections[name] = area, section
        for each, area in self._made.items():
            area.setVisible(each == name)
        self._items[name].setChecked(True)
        self.current = name
        self.name_sections()
        self.sections[name].refresh()

    def refresh(self) -> None:
        """What is set was changed elsewhere."""
        self.sections[self.current].refresh()

    def reveal(self, widget: QWidget) -> None:
        """Bring a control of the open section into view, with the focus."""
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        QTimer.singleShot(0, widget, lambda: self._made[self.current].ensureWidgetVisible(widget, 24, 120))

    def name_sections(self) -> None:
        """The sections by name, for the narrow layout."""
        self._select.offer([(name, words()(f"settings.{name}")) for name, _ in SECTIONS], self.current)

    def first_focus(self) -> None:
        """Where the keyboard begins."""
        target = self._items[self.current] if self._list.isVisible() else self._select
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def resizeEvent(self, event: object) -> None:
        """List or choice."""
        narrow = self.width() < theme().px(LIST_FROM)
        self._list.setVisible(not narrow)
        self._select.setVisible(narrow)

    def restyle(self) -> None:
        """The text's size changed."""
        self._list.setFixedWidth(theme().px(LIST))
