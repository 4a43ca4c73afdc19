"""Drives the stage: time, lips, cues and frames, at the pace that what she does deserves."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Final, Protocol

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from avatars.errors import AvatarError
from avatars.ports import Accent, Activity, Bearing, Frame, Framing, Performer, Stage
from avatars.vrm.model import Pixels
from avatars.wardrobe.catalogue import Catalogue
from avatars.wardrobe.look import Look
from desktop.stage_view.quality import Quality

log = logging.getLogger("hearth.stage")

ALIVE, IDLE = 33, 100
"""Milliseconds between frames: 30 a second while something happens, 10 at rest, none hidden."""
LINGER: Final = 1.0
"""Seconds she stays at the quick pace after something happened."""
SHARE: Final = 0.75
"""Of the main thread's time that frames may take."""
LONGEST_STEP: Final = 0.1


class Body(Stage, Performer, Protocol):
    """A stage that also takes what she is asked to do."""

    def pose(self, name: str | None) -> bool:
        """Take a pose and keep it; None lets go. False if she knows none of that name."""

    def turn(self, degrees: float, seconds: float = 0.8) -> None:
        """Move the camera around her."""

    def zoom(self, factor: float, seconds: float = 0.15) -> None:
        """Nearer or farther than the framing."""

    def shift(self, x: float, y: float, seconds: float = 0.15) -> None:
        """Move the view right and up, in parts of the framing's height."""

    def leave_free(self, top: float, foot: float, seconds: float = 0.6) -> None:
        """So much of the picture's height lies under words at its top and its foot: her face stays between them."""

    def set_light(self, name: str) -> None:
        """The light she stands in; KeyError names an unknown one."""

    def hold_still(self, still: bool) -> None:
        """Stand in the neutral phase of all idle motion, eyes open, for a picture of clothes."""

    def photo(self, width: int, height: int) -> Frame:
        """A picture in another size, clear around her; the view stays as it is."""

    def dress(self, look: Look) -> None:
        """Change into a look of garments; ValueError and AvatarError leave her as she is."""

    def bring_picture(self, name: str, pixels: Pixels | None) -> None:
        """Know a picture of the user's for patterns."""

    def use_wardrobe(self, wardrobe: Catalogue) -> None:
        """Take garments from this wardrobe."""


Lips = Callable[[float], tuple[Mapping[str, float], float]]
"""The mouth of a picture that is seen from now on for so many seconds."""
Accents = Callable[[], tuple[float, Sequence[Accent]]]


class StagePlayer(QObject):
    """Owns the body. `framed` after each new picture, `lost` with the fault when no more can be drawn."""

    framed = Signal()
    lost = Signal(object)
    came = Signal()
    """Somebody stands on the stage."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.body: Body | None = None
        self.image: QImage | None = None
        self.lips: Lips | None = None
        self.accents: Accents | None = None
        self.before_frame: Callable[[], None] | None = None
        self.quality = Quality()
        self._frame: Frame | None = None
        self._size = (0, 0, 1.0)
        self._lively_until = 0.0
        self._activity: Activity = "idle"
        self._bearing = Bearing()
        self._covered = (0.0, 0.0)
        self.posed = ""
        """The pose she was asked to keep, or empty."""
        self._last = time.monotonic()
        self._timer = QTimer(self)
        self._timer.setTimerType(self._timer.timerType().PreciseTimer)
        self._timer.timeout.connect(self.step)

    def take(self, body: Body) -> None:
        """Begin with a body; a pose that was asked for goes on."""
        self.body = body
        self._resize()
        self.liven()
        body.bear(self._bearing, 0.0)
        body.leave_free(*self._covered, 0.0)
        if self.posed:
            self.pose(self.posed)
        self.came.emit()

    def resize(self, width: int, height: int, ratio: float) -> None:
        """The widget's size in logical pixels and its device ratio."""
        if (width, height, ratio) != self._size:
            self._size = (width, height, ratio)
            self._resize()

    def _resize(self) -> None:
        width, height, _ = self._size
        if self.body is not None and width > 0 and height > 0:
            self.body.resize(*self.pixels())

    def pixels(self) -> tuple[int, int]:
        """The size of coming frames."""
        width, height, ratio = self._size
        return self.quality.pixels(width, height, ratio)

    def run(self, running: bool) -> None:
        """Draw, or rest while hidden."""
        if running and not self._timer.isActive():
            self._last = time.monotonic()
            self._timer.start(ALIVE)
        elif not running:
            self._timer.stop()

    def liven(self) -> None:
        """Something happens: draw at the quick pace for a while."""
        self._lively_until = time.monotonic() + LINGER
        if self._timer.isActive() and self._timer.interval() != ALIVE:
            self._timer.setInterval(ALIVE)

    def activity(self, state: Activity) -> None:
        """What she is doing."""
        if state == self._activity:
            return
        self._activity = state
        self.liven()
        self.perform(lambda body: body.activity(state))

    def express(self, name: str, weight: float, hold: float = 4.0) -> None:
        """An expression, where she has it."""
        self.liven()
        self.perform(lambda body: body.express(name, weight, hold))

    def gesture(self, name: str) -> None:
        """A gesture, where she knows it."""
        self.liven()
        self.perform(lambda body: body.gesture(name))

    def wear(self, outfit: str) -> None:
        """Change clothes; an outfit that the avatar lacks is left alone."""
        self.liven()
        self.perform(lambda body: body.wear(outfit))

    @property
    def dressable(self) -> bool:
        """Whether who stands here wears single garments; others have outfits of their own."""
        return callable(getattr(self.body, "dress", None))

    def dress(self, look: Look) -> str:
        """Change into a look; what is wrong where that cannot be, and then she stays as she is. Empty when all is well."""
        if self.body is None:
            return ""
        self.liven()
        try:
            self.body.dress(look)
        except AvatarError as fault:
            return fault.message
        except ValueError as unknown:
            return str(unknown)
        return ""

    def bring_picture(self, name: str, pixels: Pixels | None) -> None:
        """Show the body a picture (n,m,4) of the user's for patterns; None forgets it."""
        self.perform(lambda body: body.bring_picture(name, pixels))

    def use_wardrobe(self, wardrobe: Catalogue) -> None:
        """Take garments from this wardrobe."""
        self.perform(lambda body: body.use_wardrobe(wardrobe))

    def frame(self, framing: Framing, seconds: float = 1.2) -> None:
        """Move the camera."""
        self.liven()
        self.perform(lambda body: body.frame(framing, seconds))

    def bear(self, bearing: Bearing, seconds: float) -> None:
        """Carry herself so from now on, and another body after this one as well."""
        self._bearing = bearing
        self.perform(lambda body: body.bear(bearing, seconds))

    def pose(self, name: str | None) -> None:
        """Take a pose and keep it; None stands up again."""
        self.liven()
        self.posed = name or ""
        self.perform(lambda body: body.pose(name))

    def turn(self, degrees: float, seconds: float = 0.8) -> None:
        """Walk around her: 0 in front, 90 at her left side."""
        self.liven()
        self.perform(lambda body: body.turn(degrees, seconds))

    def zoom(self, factor: float, seconds: float = 0.15) -> None:
        """Nearer (above 1) or farther than the framing."""
        self.liven()
        self.perform(lambda body: body.zoom(factor, seconds))

    def shift(self, x: float, y: float, seconds: float = 0.15) -> None:
        """Move the view right and up, in parts of the framing's height; the next framing takes it back."""
        self.liven()
        self.perform(lambda body: body.shift(x, y, seconds))

    def leave_free(self, covered: tuple[float, float], seconds: float) -> None:
        """Words lie over so much of the stage's height at its top and its foot: the camera keeps her face between them."""
        if covered != self._covered:
            self._covered = covered
            self.liven()
            self.perform(lambda body: body.leave_free(*covered, seconds))

    def photo(self, width: int, height: int) -> QImage:
        """Her in so many pixels, clear around her. Without a body a clear picture."""
        kind = QImage.Format.Format_ARGB32_Premultiplied
        if self.body is None:
            image = QImage(width, height, kind)
            image.fill(0)
            return image
        frame = self.body.photo(width, height)
        return QImage(frame.pixels, frame.width, frame.height, frame.width * 4, kind).copy()

    def light(self, name: str) -> None:
        """The light she stands in, where her stage has lights."""
        self.liven()
        self.perform(lambda body: body.set_light(name))

    def perform(self, deed: Callable[[Body], object]) -> None:
        """Do it where there is a body; what she does not know is passed over."""
        if self.body is None:
            return
        try:
            deed(self.body)
        except (KeyError, ValueError) as unknown:
            log.debug("passed_over=%s", type(unknown).__name__)

    def step(self) -> None:
        """One frame."""
        if self.before_frame is not None:
            self.before_frame()
        now = time.monotonic()
        dt, self._last = min(LONGEST_STEP, now - self._last), now
        self.pace(now)
        if self.body is None:
            return
        try:
            self.draw(dt)
        except AvatarError as fault:
            self.drop()
            self.lost.emit(fault)

    def pace(self, now: float) -> None:
        """30 a second while she asks for it, else 10; never so many that the window has no time for anything else."""
        eager = self.body is not None and self.body.eager
        lively = now < self._lively_until or self._activity == "speaking" or eager
        wanted = max(ALIVE if lively else IDLE, round(self.quality.recent * 1000 / SHARE))
        if self._timer.interval() != wanted:
            self._timer.setInterval(wanted)

    def draw(self, dt: float) -> None:
        """Live for `dt` seconds and take the picture if it changed."""
        body = self.body
        if body is None:
            return
        if self.lips is not None:
            weights, closed = self.lips(max(dt, ALIVE / 1000))
            body.mouth(weights, closed)
        if self.accents is not None:
            body.accents(*self.accents())
        began = time.perf_counter()
        if not body.update(dt) and self._frame is not None:
            return
        frame = body.render()
        # The picture lies in the stage's own memory: keep the frame alive as long as the image over it.
        self._frame = frame
        image_format = QImage.Format.Format_ARGB32_Premultiplied
        self.image = QImage(frame.pixels, frame.width, frame.height, frame.width * 4, image_format)
        if self.quality.took(time.perf_counter() - began):
            self._resize()
        self.framed.emit()

    def drop(self) -> None:
        """Close the body."""
        body, self.body = self.body, None
        self.image = None
        self._frame = None
        if body is not None:
            body.close()

    def leave(self) -> None:
        """Close the body and keep its last picture until the next one stands there."""
        kept = None if self.image is None else self.image.copy()
        self.drop()
        self.image = kept

    def close(self) -> None:
        """Stop for good."""
        self._timer.stop()
        self.drop()
