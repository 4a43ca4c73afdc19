"""The seam to the body: a stage that takes commands and hands out frames."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

Framing = Literal["face", "bust", "full"]
Activity = Literal["idle", "listening", "thinking", "speaking", "reading"]
"""What she is doing now; drives gaze, blink rate and posture. `reading`: the user types."""

Accent = tuple[float, float, float, bool, bool]
"""A stressed syllable of a sentence: its vowel from and to (seconds of the sentence), strength 0..1, whether it is the rise of
a question, and whether it denies."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A picture, top row first: 4 bytes a pixel, B G R A, alpha premultiplied. Valid until the next `render`."""

    width: int
    height: int
    pixels: memoryview


@dataclass(frozen=True, slots=True)
class Bearing:
    """How she is with the user, as far as a body shows it: 0..1, mood axes -1..1. As it stands, a friend in no mood.

    `closeness` 0 just met, 0.5 a friend, 1 close; `guard` how far a hurt has closed her; `tension` of push and pull, in play.
    """

    closeness: float = 0.5
    guard: float = 0.0
    tension: float = 0.0
    pleasure: float = 0.0
    arousal: float = 0.0
    dominance: float = 0.0


class Stage(Protocol):
    """The avatar on her stage. Used from one thread. All changes ease in as a body would; nothing pops."""

    def update(self, dt: float) -> bool:
        """Live for `dt` seconds; True if the picture changed."""

    def render(self) -> Frame:
        """Draw the current pose."""

    def resize(self, width: int, height: int) -> None:
        """The size of coming frames, in device pixels."""

    def close(self) -> None:
        """Let go of the graphics."""

    @property
    def eager(self) -> bool:
        """Whether something quick goes on or begins at once: then frames should come 30 times a second, else 12 do."""


class Performer(Protocol):
    """What she can be asked to do."""

    def express(self, name: str, weight: float, hold: float = 4.0) -> None:
        """Ease into an expression for `hold` seconds; `neutral` lets go of all."""

    def gesture(self, name: str) -> bool:
        """Play a gesture once; False if she knows none of that name."""

    def pose(self, name: str | None) -> bool:
        """Take a pose and hold it until told otherwise; None stands at ease again. False if she knows none of that name."""

    def mouth(self, visemes: Mapping[str, float], closed: float = 0.0) -> None:
        """The lips now: weights of aa, ih, ou, ee, oh in 0..1; `closed` presses the lips together."""

    def accents(self, at: float, marks: Sequence[Accent]) -> None:
        """The second of the sentence that sounds now, and all its stresses (the same object for the whole sentence): head, brows
        and hands join in. None in silence."""

    def activity(self, state: Activity) -> None:
        """What she is doing."""

    def wear(self, outfit: str) -> None:
        """Change into an outfit of this avatar; KeyError names an unknown one."""

    def frame(self, framing: Framing, seconds: float = 1.2) -> None:
        """Move the camera."""

    def bear(self, bearing: Bearing, seconds: float = 8.0) -> None:
        """Carry herself so from now on: stance, gaze, resting face, distance. It comes over about `seconds`; 0 is at once."""
