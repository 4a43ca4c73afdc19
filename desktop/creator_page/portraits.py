"""Small portraits of people, drawn once and kept in the data folder's cache."""

from __future__ import annotations

import hashlib
import json
import logging
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from assets import asset
from avatars.creator.embodied import PAINT
from avatars.creator.person import CreatedPerson, person_to_json
from avatars.errors import AvatarError

if TYPE_CHECKING:
    from avatars.creator.embodied import Embodiment
    from avatars.stage.live import LiveStage
    from avatars.wardrobe.catalogue import Catalogue

log = logging.getLogger("hearth.creator")

PIXELS: Final = (320, 372)
PAUSE: Final = 120
"""Milliseconds between two portraits: the stage goes first."""


class Portraits(QObject):
    """`came` carries whose portrait it is and the picture."""

    came = Signal(str, object)

    def __init__(self, folder: Path, wardrobe: Catalogue | Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder / "cache" / "people"
        self._wardrobe = wardrobe
        self._wishes: list[tuple[str, CreatedPerson]] = []
        self._stage: LiveStage | None = None
        self._embodiment: Embodiment | None = None
        self._timer = QTimer(self, interval=PAUSE)
        self._timer.timeout.connect(self.step)

    def want(self, people: list[tuple[str, CreatedPerson]]) -> None:
        """These are to be seen; what was wanted before and is not drawn yet is given up."""
        self._wishes = []
        for name, person in people:
            image = QImage(str(self.path(person)))
            if image.isNull():
                self._wishes.append((name, person))
            else:
                self.came.emit(name, image)
        if self._wishes:
            self._timer.start()

    def path(self, person: CreatedPerson) -> Path:
        """Where a portrait lies: another face, clothes or paint, another file."""
        told = json.dumps(person_to_json(person), sort_keys=True) + str(asset("creator", PAINT).stat().st_size)
        return self._folder / f"{hashlib.sha256(told.encode()).hexdigest()[:20]}.png"

    def step(self) -> None:
        """Draw one."""
        if not self._wishes:
            self.rest()
            return
        name, person = self._wishes.pop(0)
        try:
            image = self.drawn(person)
        except (AvatarError, ValueError) as fault:
            log.info("no_portrait=%s", type(fault).__name__)
            return
        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            fresh = self.path(person).with_suffix(".part.png")
            if image.save(str(fresh)):
                fresh.replace(self.path(person))
        except OSError as fault:
            log.info("no_cache=%s", type(fault).__name__)
        self.came.emit(name, image)

    def drawn(self, person: CreatedPerson) -> QImage:
        """The picture: head and shoulders, clear around."""
        from avatars.creator.embodied import Embodiment
        from avatars.stage.live import LiveStage

        if self._embodiment is None:
            self._embodiment = Embodiment(asset("creator"))
        model = self._embodiment.model(person)
        if self._stage is None:
            self._stage = LiveStage(model, *PIXELS, background=None, quality="best", seed=1, wardrobe=self._wardrobe)
            self._stage.hold_still(True)
        self._stage.become(model, person.shape, person.look)
        self._stage.frame("face", 0.0)
        self._stage.zoom(1.45, 0.0)
        self._stage.update(0.0)
        frame = self._stage.render()
        kind = QImage.Format.Format_ARGB32_Premultiplied
        return QImage(frame.pixels, frame.width, frame.height, frame.width * 4, kind).copy()

    def rest(self) -> None:
        """Nothing more is wanted: let go of the stage."""
        self._timer.stop()
        self._wishes = []
        if self._stage is not None:
            self._stage.close()
            self._stage = None
