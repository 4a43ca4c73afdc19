"""Language and look: the words of the window, its light, its size and its motion."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.settings_page.section import Section
from desktop.theme.theme import system_wants_less_motion
from desktop.theme.words import words
from desktop.widgets.push import Push
from desktop.widgets.segment import Segment
from desktop.widgets.select import Select
from desktop.widgets.switch import Switch
from desktop.window.house import House
from mind.languages import as_lang

LANGUAGES: Final = (("en", "language.en"), ("zh", "language.zh"), ("ja", "language.ja"))
THEMES: Final = (("system", "look.system"), ("day", "look.day"), ("night", "look.night"))
AVATARS: Final = (("mira", "look.mira"), ("kai", "look.kai"))
SCALES: Final = (90, 100, 110, 125, 150, 175, 200)
UI_SCALES: Final = (100, 125, 150, 175, 200)


class LookSection(Section):
    """All of it is seen at once, save the size of the whole interface."""

    name = "look"

    def __init__(self, house: House) -> None:
        super().__init__(house, "look.title")
        self.language = Segment(LANGUAGES, "pills")
        self.theme = Segment(THEMES)
        self.avatar = Segment(AVATARS)
        self.text = Select("look.text")
        self.interface = Select("look.interface")
        self.picks = Switch("look.picks")
        self.every = Switch("wardrobe.all.title")
        self.still = Switch("look.still")
        self.row("look.language", self.language)
        self.row("look.theme", left(self.theme))
        self.row("look.avatar", left(self.avatar), help_key="look.avatar_help")
        self.row("creator.yours", left(Push("creator.enter", "secondary", house.changes.creator.emit, small=True)))
        self.row("room.hers", left(Push("room.enter", "secondary", house.changes.room.emit, small=True)))
        self.row("look.picks", self.picks, help_key="look.picks_help", stretch=False)
        self.row("wardrobe.all.title", self.every, help_key="wardrobe.all.help", stretch=False)
        self.row("look.text", self.text)
        self.row("look.interface", self.interface, help_key="look.interface_help")
        self.row("look.still", self.still, help_key="look.still_help", stretch=False)
        self.column.addStretch(1)
        self.language.chosen.connect(self.set_language)
        self.theme.chosen.connect(self.set_theme)
        self.avatar.chosen.connect(self.set_avatar)
        self.text.currentIndexChanged.connect(lambda _: self.set_text())
        self.interface.currentIndexChanged.connect(lambda _: self.set_interface())
        self.picks.clicked.connect(self.set_picks)
        self.every.clicked.connect(self.set_every)
        self.still.clicked.connect(self.set_still)
        self.refresh()

    def refresh(self) -> None:
        """Show what is set."""
        look = self.house.settings.look
        self.language.value = words().lang
        self.theme.value = look.theme
        self.avatar.value = look.avatar
        self.picks.setChecked(look.picks_clothes)
        self.every.setChecked(look.all_clothes)
        near = min(SCALES, key=lambda scale: abs(scale - look.text_scale))
        self.text.offer([(str(scale), f"{scale} %") for scale in SCALES], str(near))
        near = min(UI_SCALES, key=lambda scale: abs(scale - look.ui_scale))
        self.interface.offer([(str(scale), f"{scale} %") for scale in UI_SCALES], str(near))
        still = look.reduced_motion if look.reduced_motion is not None else system_wants_less_motion()
        self.still.setChecked(still)

    def showEvent(self, event: object) -> None:
        """Keys may have changed it meanwhile."""
        self.refresh()

    def set_language(self, lang: str) -> None:
        """Another language, at once."""
        self.house.settings.lang = as_lang(lang)
        self.house.keep()
        self.house.changes.language.emit(lang)

    def set_theme(self, choice: str) -> None:
        """Day, night, or as the system."""
        self.house.settings.look.theme = choice  # type: ignore[assignment]
        self.house.keep()
        self.house.changes.look.emit()

    def set_avatar(self, avatar: str) -> None:
        """Another body, at once."""
        look = self.house.settings.look
        if avatar != look.avatar or look.person:
            look.avatar, look.person = avatar, ""  # type: ignore[assignment]
            self.house.keep()
            self.house.changes.avatar.emit()
            self.refresh()  # one that cannot be shown was taken back

    def set_picks(self, herself: bool) -> None:
        """Whether she puts on what she likes on a new day."""
        self.house.settings.look.picks_clothes = herself
        self.house.keep()
        self.house.changes.look.emit()

    def set_every(self, at_once: bool) -> None:
        """Whether she may wear every garment there is; otherwise some come with what the two share."""
        self.house.settings.look.all_clothes = at_once
        self.house.keep()
        self.house.changes.look.emit()

    def set_text(self) -> None:
        """The size of all text."""
        self.house.settings.look.text_scale = int(self.text.value)
        self.house.keep()
        self.house.changes.look.emit()

    def set_interface(self) -> None:
        """The size of everything, from the next start."""
        self.house.settings.look.ui_scale = int(self.interface.value)
        self.house.keep()

    def set_still(self, still: bool) -> None:
        """Less motion."""
        self.house.settings.look.reduced_motion = still
        self.house.keep()
        self.house.changes.look.emit()


def left(widget: QWidget) -> QWidget:
    """A widget at its own width, at the left."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
    row.addStretch(1)
    return holder
