"""Pictures of clothes, drawn by the stage beside the window's own frames, a piece of work at a time."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from avatars.errors import AvatarError
from avatars.wardrobe.catalogue import Catalogue
from avatars.wardrobe.look import Worn
from desktop.wardrobe_page.picture_files import PictureFiles, key_of, stamp

if TYPE_CHECKING:
    from avatars.ports import Frame
    from avatars.stage.still_life import Hung, StillLife
    from desktop.wardrobe_page.hanging import Hanger

log = logging.getLogger("hearth.wardrobe")

SIZE: Final = (140, 148)
"""Logical pixels of a picture."""
RATIOS: Final = (1.0, 1.5, 2.0)
PAUSE: Final = 40
"""Milliseconds between two pieces of work: the window's own frames go first."""
VIEWS: Final[Mapping[str, tuple[float, float]]] = {
    "shoes": (32.0, 0.16), "bag": (18.0, 0.04), "hair": (12.0, 0.0), "headwear": (20.0, 0.03), "ears": (34.0, 0.0),
    "outer": (10.0, 0.0), "glasses": (14.0, 0.02), "neck": (8.0, 0.03), "socks": (20.0, 0.05), "look": (8.0, 0.0),
}
"""From where each kind is seen: degrees from her left, metres from above."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A picture that is wanted: under which name, of what, seen as which kind."""

    name: str
    worn: tuple[Worn, ...]
    kind: str


class Pictures(QObject):
    """`came` carries a name and its picture. What is on disk comes at once, the rest is drawn while nothing else is done."""

    came = Signal(str, object)

    def __init__(self, folder: Path, catalogue: Catalogue, person: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._files = PictureFiles(folder / "cache" / "clothes")
        self._catalogue, self._person = catalogue, person
        self._stamps: dict[str, str] = {}
        self._person_stamp = ""
        self._ratio = 1.0
        self._wishes: list[Wish] = []
        self._work: Iterator[Frame | None] | None = None
        self._now: Wish | None = None
        self._hung: Future[Hung] | None = None
        self._hanger: Hanger | None = None
        self._still: StillLife | None = None
        self._pool: ThreadPoolExecutor | None = None
        self._refused: set[str] = set()
        self._timer = QTimer(self)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self.step)

    def renew(self, catalogue: Catalogue) -> None:
        """There are other garments than before."""
        self.rest()
        self._catalogue = catalogue
        self._stamps.clear()
        self._refused.clear()

    def sharpen(self, ratio: float) -> None:
        """Draw `ratio` times as large as the design has a tile: for screens of more device pixels, or larger tiles."""
        self._ratio = next((each for each in RATIOS if each >= ratio - 0.01), RATIOS[-1])

    def want(self, wishes: Sequence[Wish]) -> None:
        """These are to be seen, in this order; what was wanted before and is not drawn yet is given up."""
        self._wishes = []
        for wish in wishes:
            image = self._files.have(self.key(wish))
            if image is not None:
                self.came.emit(wish.name, self.as_seen(image))
            elif self.key(wish) not in self._refused:
                self._wishes.append(wish)
        if self._wishes and not self._timer.isActive():
            self._timer.start()

    def key(self, wish: Wish) -> str:
        """Under which name a picture is kept."""
        for one in wish.worn:
            if one.garment not in self._stamps and one.garment in self._catalogue.garments:
                self._stamps[one.garment] = stamp(self._catalogue.file(one.garment))
        self._person_stamp = self._person_stamp or stamp(self._person)
        return key_of(wish.worn, self._stamps, self._person_stamp, self.pixels()[1])

    def pixels(self) -> tuple[int, int]:
        """Of one picture."""
        return round(SIZE[0] * self._ratio), round(SIZE[1] * self._ratio)

    def as_seen(self, image: QImage) -> QImage:
        """With its share of device pixels."""
        image.setDevicePixelRatio(self._ratio)
        return image

    # --- drawing

    def step(self) -> None:
        """One piece of work."""
        try:
            self.go_on()
        except (AvatarError, ValueError) as fault:
            # A garment that cannot be drawn keeps its quiet block; what is wrong with it is told when it is put on.
            log.info("no_picture=%s", type(fault).__name__)
            if self._now is not None:
                self._refused.add(self.key(self._now))
            self._now, self._hung, self._work = None, None, None

    def go_on(self) -> None:
        """Take the next wish, wait until its clothes hang, draw a piece, or hand the picture out."""
        if self._work is not None:
            self.draw()
        elif self._hung is not None:
            if self._hung.done():
                self.begin(self._hung.result())
        elif self._wishes:
            self._now = self._wishes.pop(0)
            self._hung = self.pool().submit(self.hanger().hang, self._now.worn)
        else:
            self._timer.stop()

    def begin(self, clothes: Hung) -> None:
        """They hang: have them drawn."""
        from avatars.stage.still_life import StillLife

        self._hung = None
        if self._still is None:
            self._still = StillLife()
        kind = self._now.kind if self._now else ""
        turn, lift = VIEWS.get(kind, (0.0, 0.0))
        self._work = self._still.steps(clothes, *self.pixels(), turn=turn, lift=lift)

    def draw(self) -> None:
        """One piece more; the last is the picture."""
        assert self._work is not None and self._now is not None
        frame = next(self._work)
        if frame is None:
            return
        kind = QImage.Format.Format_ARGB32_Premultiplied
        image = QImage(frame.pixels, frame.width, frame.height, frame.width * 4, kind).copy()
        for _ in self._work:
            pass  # it tidies up behind itself
        self._work = None
        self._files.keep(self.key(self._now), image)
        self.came.emit(self._now.name, self.as_seen(image))
        self._now = None

    def pool(self) -> ThreadPoolExecutor:
        """One thread that dresses the invisible."""
        if self._pool is None:
            self._pool = ThreadPoolExecutor(1, "clothes")
        return self._pool

    def hanger(self) -> Hanger:
        """Who hangs clothes up."""
        from desktop.wardrobe_page.hanging import Hanger

        if self._hanger is None:
            self._hanger = Hanger(self._person, self._catalogue)
        return self._hanger

    def rest(self) -> None:
        """Nobody looks: let go of the device and of what was read."""
        self._timer.stop()
        self._wishes = []
        self._now = self._hung = self._work = None
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None
        if self._still is not None:
            self._still.close()
            self._still = None
        if self._hanger is not None:
            self._hanger.close()
            self._hanger = None

    def close(self) -> None:
        """For good."""
        self.rest()
        self._files.tidy()
