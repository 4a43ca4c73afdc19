"""A picture becomes a pattern: dropped on a garment, or chosen at its card; and what was done is said."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from avatars.wardrobe.look import Pattern
from desktop.theme.words import words
from desktop.wardrobe_page.closet import Piece
from desktop.wardrobe_page.pattern_files import NoPattern
from desktop.wardrobe_page.zone_blocks import zone_name

if TYPE_CHECKING:
    from desktop.wardrobe_page.trying_on import TryingOn
    from desktop.window.house import House

ENDINGS: Final = "(*.png *.jpg *.jpeg *.webp)"


class PatternPictures(QObject):
    """Puts pictures on zones that carry patterns."""

    def __init__(self, house: House, trying: TryingOn) -> None:
        super().__init__(trying)
        self._house, self._trying = house, trying

    def choose(self, garment: str, zone: str) -> None:
        """Ask for a file."""
        page, name = self._trying.page, words()
        path, _ = QFileDialog.getOpenFileName(
            page, name("wardrobe.pattern.choose"), str(Path.home()), f"{name('wardrobe.pattern.files')} {ENDINGS}"
        )
        if path:
            self.put(garment, zone, Path(path))

    def drop(self, garment: str, path: Path) -> None:
        """A file was dropped on a garment: its first zone that carries patterns takes it."""
        piece = self._trying.closet.pieces.get(garment)
        if piece is None:
            return
        lang = words().lang
        zone = next((zone.id for zone in piece.info.zones if zone.patterns), "")
        if not piece.hers:
            self.refuse("wardrobe.pattern.not_hers", name=piece.name(lang))
        elif not zone:
            self.refuse("wardrobe.pattern.no_zone", name=piece.name(lang))
        else:
            self.put(garment, zone, path)

    def put(self, garment: str, zone: str, path: Path) -> None:
        """Make a pattern of the file, and have her wear it."""
        piece = self._trying.closet.pieces[garment]
        try:
            picture = self._house.wearing.patterns.take(path)
        except NoPattern as fault:
            self.refuse("wardrobe.pattern.refused", file=path.name, why=words()(f"wardrobe.pattern.{fault}"))
            return
        except OSError as fault:
            self.refuse("wardrobe.pattern.refused", file=path.name, why=fault.strerror or type(fault).__name__)
            return
        worn = self._trying.as_worn(garment)
        old = worn.patterns.get(zone)
        pattern = replace(old or Pattern(), kind="picture", picture=picture)
        self._trying.try_on(replace(worn, patterns={**worn.patterns, zone: pattern}), meant=True)
        self._trying.show_card()
        self._trying.page.told.emit(self.done(piece, zone, path.name), self._trying.undo)

    def done(self, piece: Piece, zone: str, file: str) -> str:
        """What was done."""
        lang = words().lang
        name = next((zone_name(each, lang) for each in piece.info.zones if each.id == zone), zone)
        return words()("wardrobe.pattern.made", file=file, zone=name, name=piece.name(lang))

    def refuse(self, key: str, **values: object) -> None:
        """What did not work."""
        self._trying.page.failed.emit(words()(key, **values))
