"""The camera: framings computed from the body, eased moves, and the matrices that draw them.

The camera stays level and near her eye height; the picture is shifted on the lens instead of tilting it, so that
verticals stay upright and her gaze meets the viewer.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from avatars.ports import Framing

FIELD: Final = np.radians(22.0)
"""Vertical angle of view."""
NEAR: Final = 0.05
FAR: Final = 40.0
EYE_LINE: Final = 0.44
"""Height of the eyes in a head, chin 0, crown 1."""
CROWN: Final[dict[Framing, float]] = {"face": 0.155, "bust": 0.14, "full": 0.07}
"""Where the crown stands, as a part of the picture's height from the top, where nothing lies over the picture."""
HEAD: Final[dict[Framing, float]] = {"face": 0.55, "bust": 0.305}
"""The head's part of the picture's height."""
FEET: Final = 0.93
AIR: Final = 0.025
"""Parts of the picture's height between her chin and what lies over the foot of it."""
HAIR: Final = 0.2
"""How much of her head, from the crown, may lie under what covers the top of the picture: the brows stay free."""
HIGHEST: Final = 0.04
"""How near the top her crown may come."""
LEAST_HEAD: Final = 0.1
SOLES: Final = 0.985
FOLLOW: Final[dict[Framing, float]] = {"face": 1.0, "bust": 1.0, "full": 0.0}
"""How much of the way down the camera goes with her head when she sits; where the floor is seen she stays on it."""
ZOOM: Final = (0.6, 4.0)
"""How much farther and nearer than its framing the camera may go."""
SHIFT: Final = 0.45
"""Parts of the framing's height that the view may be moved each way."""
TOWARD_FACE: Final = 0.6
"""Zooming keeps a point in place, this far from the middle of the view up to her eyes."""
WIDTHS: Final[dict[Framing, float]] = {"face": 0.30, "bust": 0.62, "full": 0.80}
"""Metres of width that have to fit."""


@dataclass(frozen=True, slots=True)
class Proportions:
    """Heights in metres of the standing body."""

    crown: float
    eyes: float
    depth: float
    """z of the face."""

    @property
    def head(self) -> float:
        """From chin to crown."""
        return max(0.12, (self.crown - self.eyes) / (1.0 - EYE_LINE))

    @property
    def chin(self) -> float:
        """Height of the chin."""
        return self.eyes - EYE_LINE * self.head


def proportions(bones: Mapping[str, npt.NDArray[Any]], look_offset: tuple[float, float, float], top: float) -> Proportions:
    """From rest positions of the bones and the highest drawn point."""
    head = bones["head"]
    both = bones["leftEye"], bones["rightEye"]
    if all(float(np.linalg.norm(eye - head)) > 0.01 for eye in both):
        eyes = float((both[0][1] + both[1][1]) / 2)
    else:
        eyes = float(head[1] + look_offset[1])
    crown = min(top, eyes + 0.45)
    if crown - eyes < 0.05:
        crown = eyes + 0.13
    return Proportions(crown, eyes, float(head[2]))


@dataclass(frozen=True, slots=True)
class Shot:
    """A view: a window `height` metres high around (x, y) at depth z, seen from the camera's height."""

    x: float
    y: float
    z: float
    height: float
    camera: float
    turn: float = 0.0
    """Radians the camera has gone around her, toward her left."""
    side: float = 0.0
    """Metres the window is shifted to the camera's right."""

    @property
    def distance(self) -> float:
        """From the camera to the subject, metres."""
        return self.height / 2 / float(np.tan(FIELD / 2))

    def eye(self) -> npt.NDArray[Any]:
        """Where the camera stands."""
        way = self.distance * np.array([np.sin(self.turn), np.cos(self.turn)])
        return np.array([self.x + way[0], self.camera, self.z + way[1]])

    def ahead(self) -> npt.NDArray[Any]:
        """Where the camera would stand in front of her."""
        return replace(self, turn=0.0).eye()

    def around(self) -> npt.NDArray[Any]:
        """The rotation (3,3) of camera and light about her."""
        c, s = np.cos(self.turn), np.sin(self.turn)
        return np.array([[c, 0.0, s], [0.0, 1.0, 0.0], [-s, 0.0, c]])


def shot(framing: Framing, body: Proportions, aspect: float, covered: tuple[float, float] = (0.0, 0.0)) -> Shot:
    """The view of a framing for a picture `aspect` wide per high.

    `covered`: parts of the picture's height that something lies over at its top and at its foot. Her face, from brows to
    chin, stays between them: she is moved, and where that is not enough, made smaller.
    """
    crown = CROWN[framing]
    height = body.crown / (FEET - crown) if framing == "full" else body.head / HEAD[framing]
    wide = max(height, WIDTHS[framing] / max(aspect, 0.2))
    if framing == "full" and wide > height:
        crown = 0.5 - body.crown / 2 / wide
    wide, crown = face_free(body, wide, crown, covered, least=body.crown / (SOLES - covered[0]) if framing == "full" else 0.0)
    y = body.crown + crown * wide - wide / 2
    if framing == "full":
        return Shot(0.0, y, 0.0, wide, body.eyes * 0.72)
    return Shot(0.0, y, body.depth, wide, body.eyes - 0.02)


def face_free(
    body: Proportions, wide: float, crown: float, covered: tuple[float, float], *, least: float
) -> tuple[float, float]:
    """The picture's height in metres and the place of her crown in it, so that her face lies between what is covered.

    `least`: metres of height that have to be in the picture once she is moved down.
    """
    top, foot = covered
    lowest = 1.0 - foot - AIR
    head = body.head / wide
    highest = max(min(HIGHEST, crown), top - HAIR * head)
    if crown >= highest and crown + head <= lowest:
        return wide, crown
    crown = max(highest, min(crown, lowest - head))
    if crown + head > lowest:
        head = max(LEAST_HEAD, min(head, lowest - min(HIGHEST, crown), (lowest - top) / (1.0 - HAIR)))
        wide, crown = body.head / head, lowest - head
    if top and wide < least:
        wide = least
        crown = max(top - HAIR * body.head / wide, min(HIGHEST, crown))
    return wide, crown


class Camera:
    """A shot that eases from one framing to the next."""

    def __init__(self, body: Proportions, framing: Framing, aspect: float) -> None:
        self._body = body
        self.framing: Framing = framing
        self._aspect = aspect
        self.shot = shot(framing, body, aspect)
        self._from = self.shot
        self._way = 1.0
        self._seconds = 1.0
        self._turn = 0.0
        self._zoom = 1.0
        self._shift = (0.0, 0.0)
        self._sunk = 0.0
        self._apart = 1.0
        self._covered = (0.0, 0.0)

    def leave_free(self, top: float, foot: float, seconds: float) -> bool:
        """So much of the picture's height lies under something at its top and its foot: see `shot`. True if that is new."""
        if (top, foot) == self._covered:
            return False
        self._covered = (top, foot)
        self._go(seconds)
        return True

    def refit(self, body: Proportions) -> None:
        """She has another shape now: the view keeps its framing."""
        self._body = body
        self.shot, self._way = self._goal(), 1.0

    def follow(self, sunk: float) -> None:
        """Her head is so many metres lower than where she stands: go down with it."""
        self._sunk = sunk
        if self._way >= 1.0:
            self.shot = self._goal()

    def stand_off(self, apart: float) -> bool:
        """She stands so many times as far away as the framing has her. True if the view changed."""
        if abs(apart - self._apart) < 2e-4:
            return False
        self._apart = apart
        if self._way >= 1.0:
            self.shot = self._goal()
        return True

    def zoom(self, factor: float, seconds: float) -> None:
        """Nearer (above 1) or farther than the framing, kept within `ZOOM`."""
        self._zoom = min(max(factor, ZOOM[0]), ZOOM[1])
        self._go(seconds)

    def pan(self, x: float, y: float, seconds: float) -> None:
        """Move the view to the right and up, in parts of the framing's height, kept within `SHIFT`."""
        self._shift = (min(max(x, -SHIFT), SHIFT), min(max(y, -SHIFT), SHIFT))
        self._go(seconds)

    def turn(self, degrees: float, seconds: float) -> None:
        """Go around her: 0 front, 90 her left side, 180 her back; the shorter way."""
        here = self.shot.turn
        self._turn = here + (np.radians(degrees) - here + np.pi) % (2 * np.pi) - np.pi
        self._go(seconds)

    def move(self, framing: Framing, seconds: float) -> None:
        """Go to a framing, as it is without zoom and pan."""
        self.framing, self._zoom, self._shift = framing, 1.0, (0.0, 0.0)
        self._go(seconds)

    def _go(self, seconds: float) -> None:
        self._from, self._way, self._seconds = self.shot, 0.0, max(seconds, 1e-3)
        if seconds <= 0:
            self.update(1.0)

    def resize(self, aspect: float) -> None:
        """The picture's shape changed: the view follows at once."""
        self._aspect = aspect
        self.shot = self._goal()
        self._way = 1.0

    def _goal(self) -> Shot:
        plain = shot(self.framing, self._body, self._aspect, self._covered)
        share = FOLLOW[self.framing] * self._sunk
        plain = replace(plain, y=plain.y - share, camera=plain.camera - share)
        # Nearer goes toward her face; farther, where the floor is seen, leaves her feet on the painted floor.
        zoom = self._zoom / self._apart
        farther = self.framing == "full" and zoom < 1.0
        kept = 0.0 if farther else plain.y + TOWARD_FACE * (self._body.eyes - plain.y)
        y = kept + (plain.y - kept) / zoom + self._shift[1] * plain.height
        return replace(plain, y=y, height=plain.height / zoom, turn=self._turn, side=self._shift[0] * plain.height)

    def still(self, aspect: float) -> Camera:
        """A camera at rest with the same view for a picture of another shape."""
        other = copy(self)
        other._covered = (0.0, 0.0)
        other.resize(aspect)
        return other

    @property
    def aspect(self) -> float:
        """Width by height of the picture."""
        return self._aspect

    @property
    def moving(self) -> bool:
        """Whether it is on its way."""
        return self._way < 1.0

    def update(self, dt: float) -> bool:
        """True while it moves."""
        if self._way >= 1.0:
            return False
        self._way = min(1.0, self._way + dt / self._seconds)
        u = self._way
        part = u * u * u * (10 - 15 * u + 6 * u * u)
        a, b = self._from, self._goal()
        ratio = (b.height / a.height) ** part
        # sizes change by ratio, so the middle has to travel with the size or the subject would swim
        share = part if abs(b.height - a.height) < 1e-6 else (a.height * ratio - a.height) / (b.height - a.height)

        def between(one: float, two: float) -> float:
            return one + (two - one) * share

        self.shot = Shot(
            between(a.x, b.x), between(a.y, b.y), between(a.z, b.z), a.height * ratio, between(a.camera, b.camera),
            a.turn + (b.turn - a.turn) * part, between(a.side, b.side),
        )
        return True

    def view(self) -> npt.NDArray[Any]:
        """World to camera, column vectors."""
        matrix = np.eye(4)
        matrix[:3, :3] = self.shot.around().T
        matrix[:3, 3] = -matrix[:3, :3] @ self.shot.eye()
        return matrix

    def projection(self) -> npt.NDArray[Any]:
        """Camera to clip space, shifted on the lens."""
        half = self.shot.height / 2 / self.shot.distance
        shift = (self.shot.y - self.shot.camera) / self.shot.distance
        matrix = np.zeros((4, 4))
        matrix[0, 0] = 1 / (half * self._aspect)
        matrix[0, 2] = self.shot.side / self.shot.distance / (half * self._aspect)
        matrix[1, 1] = 1 / half
        matrix[1, 2] = shift / half
        matrix[2, 2] = -(FAR + NEAR) / (FAR - NEAR)
        matrix[2, 3] = -2 * FAR * NEAR / (FAR - NEAR)
        matrix[3, 2] = -1
        return matrix
