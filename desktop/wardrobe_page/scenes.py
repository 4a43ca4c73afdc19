"""The places she may stand in, as tiles."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from desktop.photo.choices import SCENES
from desktop.stage_view.room_picture import room_picture, scene_now
from desktop.theme.theme import theme
from desktop.theme.words import words
from desktop.wardrobe_page.tiles import Tile

if TYPE_CHECKING:
    from desktop.window.house import House

SIZE = QSize(280, 296)


class Scenes:
    """Choosing one is seen at once and kept."""

    def __init__(self, house: House) -> None:
        self._house = house

    def tiles(self) -> tuple[Tile, ...]:
        """All of them."""
        kind, on = words()("wardrobe.slot.background"), self._house.settings.look.scene
        return tuple(Tile(scene, words()(key), kind, worn=scene == on) for scene, key in SCENES)

    def pictures(self) -> Iterator[tuple[str, QImage]]:
        """What each looks like at this hour."""
        for scene, _ in SCENES:
            image = room_picture(scene_now(scene, theme().night, datetime.now()), SIZE)
            image.setDevicePixelRatio(2.0)
            yield scene, image

    def choose(self, scene: str) -> None:
        """She stands there from now on."""
        self._house.settings.look.scene = scene  # type: ignore[assignment]
        self._house.keep()
        self._house.changes.look.emit()
