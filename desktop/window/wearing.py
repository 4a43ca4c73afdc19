"""What she wears, in one place: every change of clothes goes through here, whoever asked for it."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Signal

from avatars.wardrobe.layering import wearable
from avatars.wardrobe.look import Look, look_from_json, look_to_json
from desktop.theme.words import words

if TYPE_CHECKING:
    from avatars.wardrobe.catalogue import Catalogue
    from desktop.bridge import Bridge
    from desktop.conversation.mind import Mind
    from desktop.stage_view.player import StagePlayer
    from desktop.wardrobe_page.pattern_files import PatternFiles
    from mind.languages import Lang

log = logging.getLogger("hearth.wardrobe")

TOLD: Final = frozenset({"outer", "dress", "top", "bottom", "shoes"})
"""The slots that are named when one says what she wears."""


class Wearing(QObject):
    """`changed` tells the look she wears now, `told` a line about clothes that could not be put on.

    She is seen in a look at once; the mind keeps it after. A look that cannot be shown leaves her as she is, and nothing is
    kept of it.
    """

    changed = Signal(object)
    told = Signal(str)

    def __init__(
        self, catalogue: Catalogue | None, patterns: PatternFiles, player: StagePlayer, bridge: Bridge, mind: Mind,
        failed: Callable[[Any], object],
    ) -> None:
        super().__init__()
        self.catalogue, self.patterns = catalogue, patterns
        self._brought: set[str] = set()
        self._player, self._bridge, self._mind, self._failed = player, bridge, mind, failed
        self.look: Look | None = None
        """None until the mind has told what she wears, and for a body that has outfits of its own."""

    @property
    def possible(self) -> bool:
        """Whether there are garments, and a body that can wear them: one on the stage, or none yet."""
        there = self._player.body is None or self._player.dressable
        return self.catalogue is not None and bool(self.catalogue.garments) and there

    def begin(self) -> None:
        """Ask what she wears, and put it on."""
        if self.possible:
            self._bridge.submit(self._mind.wardrobe(), lambda view: self.show(view.worn), self._failed)

    def begin_now(self) -> None:
        """The same before the next picture: she does not change before one's eyes when the window opens."""
        if self.possible:
            try:
                self.show(self._bridge.wait(self._mind.wardrobe()).worn)
            except TimeoutError:
                self.begin()

    def show(self, data: Mapping[str, Any]) -> None:
        """She wears this: the mind says so."""
        if not self.possible or not data:
            return
        try:
            look = look_from_json(dict(data))
        except ValueError as broken:
            log.warning("broken_look=%s", broken)
            return
        self.put_on(look)

    def wear(self, look: Look) -> bool:
        """The user chose it: seen at once, then kept. False where she stays as she is."""
        return self.put_on(look) and self.keep()

    def keep(self) -> bool:
        """What she is seen in is what she wears from now on."""
        if self.look is not None:
            self._bridge.submit(self._mind.put_on(look_to_json(self.look), by="user"), None, self._failed)
        return True

    def put_on(self, look: Look) -> bool:
        """She is seen in it, and it is not kept. What no longer exists is left out and named."""
        if not self.possible or self.catalogue is None:
            return False
        look, missing = wearable(look, self.catalogue.garments)
        self.bring(look)
        why = self._player.dress(look)
        if why:
            self.told.emit(words()("wardrobe.refused", why=why))
            return False
        self.look = look
        self.changed.emit(look)
        if missing:
            self.told.emit(words()("wardrobe.missing", names=", ".join(missing)))
        return True

    def bring(self, look: Look) -> None:
        """Show the body the user's pictures that this look's patterns name."""
        for name in pictures_in(look) - self._brought:
            self._player.bring_picture(name, self.patterns.pixels(name))
            self._brought.add(name)

    def told_in(self, lang: Lang) -> str:
        """What she wears, as it is said: the large things by name."""
        if self.look is None or self.catalogue is None:
            return ""
        infos = [self.catalogue.garments[one.garment] for one in self.look.worn if one.garment in self.catalogue.garments]
        names = [info.names.get(lang) or info.names.get("en", info.id) for info in infos if info.slot in TOLD]
        return ("、" if lang != "en" else ", ").join(names)

    def again(self) -> None:
        """Another body stands there, or the same anew: it wears what she wears."""
        self._brought.clear()
        if self.catalogue is not None:
            self._player.use_wardrobe(self.catalogue)
        if self.look is None:
            self.begin_now()
        elif self.possible:
            self.bring(self.look)
            self._player.dress(self.look)


def pictures_in(look: Look) -> set[str]:
    """The pictures of the user's own that a look's patterns name."""
    return {pattern.picture for worn in look.worn for pattern in worn.patterns.values() if pattern.picture}
