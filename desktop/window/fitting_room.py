"""Her before the mirror: what she wears on the stage and in words, how near one looks, and in which light."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from desktop.photo.choices import LIGHTS
from desktop.theme.words import words
from desktop.widgets.banner import announce

if TYPE_CHECKING:
    from avatars.ports import Framing
    from desktop.window.lead import Lead

FIRST: Final = "full"
BACK: Final = (0.92, -0.07)
"""All of her is seen so much smaller, and so far up, that words at the foot leave her shoes free."""


class FittingRoom(QObject):
    """`framing` is how near one looks while the wardrobe is open; it begins at all of her and is not kept."""

    def __init__(self, lead: Lead) -> None:
        super().__init__(lead)
        self._lead, self._house, self._window = lead, lead.house, lead.window
        self._outfit = ""
        self.framing: Framing = FIRST
        self._chosen = False
        self._stood = False
        self._house.conversation.outfit_chosen.connect(self.dress)
        self._house.wearing.changed.connect(lambda _: self.describe_stage())
        self._house.wearing.told.connect(self._window.toast.warn)
        self._window.near_wanted.connect(self.look_near)
        self._window.opened.connect(self.page_opened)
        self._window.stage.light_wanted.connect(self.open_lights)

    # --- clothes

    def dress(self, outfit: str) -> None:
        """She changes into an outfit of her own file. What is put together of garments goes through `house.wearing`."""
        self._outfit = outfit
        if not self._house.wearing.possible:
            self._house.player.wear(outfit)
        self.mark()
        self.describe_stage()

    def again(self) -> None:
        """Another body stands there: it wears what she wears."""
        if self._house.wearing.possible:
            self._house.wearing.again()
        elif self._outfit:
            self._house.player.wear(self._outfit)

    def mark(self) -> None:
        """A page of outfits knows which one she wears."""
        mark = getattr(self._window.pages.get("wardrobe"), "mark", None)
        if callable(mark):
            mark(self._outfit)

    def describe_stage(self) -> None:
        """What a screen reader says of her."""
        lang = words().lang
        worn = next((each.names.get(lang, each.id) for each in self._house.outfits if each.id == self._outfit), "")
        worn = self._house.wearing.told_in(lang) or worn
        name = words()("stage.name", outfit=worn) if worn else self._house.her_name(lang)
        self._window.stage.setAccessibleName(name)

    def describe(self) -> None:
        """Say it on request."""
        self.describe_stage()
        announce(self._window.stage, self._window.stage.accessibleName())

    # --- camera and light

    def page_opened(self, page: str) -> None:
        """The wardrobe opens on all of her."""
        if page == "wardrobe":
            self.mark()
            self._chosen = False
            self.framing = FIRST
        look = self._house.settings.look
        self._window.stage.framing.value = self.framing if self.here else look.framing
        self._lead.frame_her()

    @property
    def here(self) -> bool:
        """Whether the wardrobe's own tools are on the stage."""
        return self._window.stage.tools == "wardrobe"

    def look_near(self, framing: str) -> None:
        """Other clothes are tried on: as near as they are small, unless the user has chosen how near."""
        if not self._chosen:
            self.frame(framing)

    def choose(self, framing: str) -> None:
        """The user chose how near."""
        self._chosen = True
        self.frame(framing)

    def frame(self, framing: str) -> None:
        """Look so near."""
        self.framing = cast("Framing", framing)
        if self.here:
            self._window.stage.framing.value = framing
        self._lead.frame_her()

    def step_back(self, seconds: float) -> None:
        """Where all of her is seen, her shoes stand over the words at the foot."""
        stands = self.here and self.framing == "full"
        if stands:
            self._house.player.zoom(BACK[0], seconds)
            self._house.player.shift(0.0, BACK[1], seconds)
        elif self._stood:
            self._house.player.zoom(1.0, seconds)
            self._house.player.shift(0.0, 0.0, seconds)
        self._stood = stands

    def open_lights(self, place: QPoint) -> None:
        """In which light she stands."""
        look = self._house.settings.look
        menu = QMenu(self._window)
        for value, key in LIGHTS:
            action = menu.addAction(words()(key))
            action.setCheckable(True)
            action.setChecked(value == look.light)
            action.triggered.connect(lambda _=False, value=value: self.set_light(value))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def set_light(self, light: str) -> None:
        """This light, here and on every page."""
        self._house.settings.look.light = light  # type: ignore[assignment]
        self._house.keep()
        self._house.changes.look.emit()
