"""How body sliders bend space: one smooth function of the rest position, the same for skin, clothes, hair and joints."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from avatars.shape.bends import Points, head_share, proportioned, thickened
from avatars.shape.sliders import BODY_SLIDERS

PLAIN: Final = 1.61
"""Height in metres at slider 0."""
_STEP: Final = 2e-6
"""Metres between the points whose difference is a slope: far below any feature, far above rounding."""
_ROUNDS: Final = 30


class BodyShape:
    """The bend for given values of the ``body.`` sliders (others are ignored). Lengths in metres, T-pose.

    ``height`` runs from about 1.50 to 1.90 m; the head grows far less than the body, as it does in people.
    ``build`` is the girth of trunk and limbs, ``chest`` -1 a man's flat chest on a broader ribcage, ``legs`` their share of
    the height, ``hands`` the size of hands and feet; the rest say what their names say. The bend has no folds: every point
    has exactly one place, and `restored` finds the point of a place.
    """

    def __init__(self, values: Mapping[str, float]) -> None:
        self._values = {s.id.partition(".")[2]: float(values.get(s.id, 0.0)) for s in BODY_SLIDERS}
        self.plain = not any(self._values.values())
        """Whether nothing moves."""
        height = self._values["height"]
        # Twice as tall is not twice as wide: a tall body is slimmer for its height.
        self._values["build"] -= 0.3 * height
        self.scale = 1.0 + (0.19 if height > 0 else 0.065) * height
        """How many times as tall as the plain body."""
        # Heads of adults hardly differ: a tall body carries a head of nearly the same size.
        slower = 0.42 if height > 0 else 0.6
        self._head = self.scale ** (slower - 1.0) * (1.0 + 0.07 * self._values["head"])

    def moved(self, points: npt.ArrayLike) -> Points:
        """Where points (n,3) of the plain body go."""
        given = _columns(points)
        if self.plain:
            return given
        return self.scale * proportioned(thickened(given, self._values), self._values, self._head)

    def turned(self, points: npt.ArrayLike, normals: npt.NDArray[Any]) -> Points:
        """Unit normals (n,3) of surfaces through `points`, after the bend."""
        given = np.asarray(normals, dtype=np.float64)
        return given.copy() if self.plain else across(self.slopes(points), given)

    def slopes(self, points: npt.ArrayLike, there: Points | None = None) -> Points:
        """The Jacobian (n,3,3) of `moved` at points (n,3); row i is the gradient of coordinate i.

        `there`, if known, is `moved(points)`: it saves a quarter of the work.
        """
        given = _columns(points)
        made = np.zeros((len(given), 3, 3))
        made[:] = np.eye(3) * (1.0 if self.plain else self.scale * self._head)
        # All of the head only grows.
        bent = np.flatnonzero(head_share(np.abs(given[:, 0]), given[:, 1], given[:, 2]) < 1.0)
        if self.plain or not len(bent):
            return made
        here = _columns(given[bent])
        base = self.moved(here) if there is None else there[bent]
        for axis in range(3):
            ahead = here.copy(order="F")
            ahead[:, axis] += _STEP
            made[bent, :, axis] = (self.moved(ahead) - base) * (1.0 / _STEP)
        return made

    def restored(self, points: npt.ArrayLike) -> Points:
        """The points of the plain body that went to `points` (n,3): Newton's method, to a tenth of a micrometre.

        Raises ValueError where it does not settle, which takes points that are not finite.
        """
        goal = _columns(points)
        if self.plain:
            return goal
        found = goal / self.scale
        left = np.arange(len(found))
        inverse: npt.NDArray[Any] = np.zeros((0, 3, 3))
        for turn in range(_ROUNDS):
            there = self.moved(found[left])
            miss = there - goal[left]
            open_ = ~(np.linalg.norm(miss, axis=1) < 1e-7)
            left, miss = left[open_], miss[open_]
            if not len(left):
                return found
            # Near the goal the slope hardly changes: it is looked up again only now and then.
            fresh = turn < 2 or turn % 4 == 0
            inverse = np.linalg.inv(self.slopes(found[left], there[open_])) if fresh else inverse[open_]
            step = np.einsum("nij,nj->ni", inverse, miss)
            # Where the bend is strong, a whole step could overshoot.
            found[left] -= step * np.minimum(1.0, 0.03 / np.maximum(np.linalg.norm(step, axis=1), 1e-12))[:, None]
        raise ValueError(f"{len(left)} points have no place in the plain body")


def _columns(points: npt.ArrayLike) -> Points:
    """A copy (n,3) whose coordinates lie together: what the fields read."""
    return np.array(points, dtype=np.float64, order="F").reshape(-1, 3)


def across(slopes: Points, normals: Points) -> Points:
    """Unit normals after a map with these Jacobians (n,3,3): the inverse transpose, by cofactors."""
    a, b, c = slopes[:, 0], slopes[:, 1], slopes[:, 2]
    cofactors = np.stack((np.cross(b, c), np.cross(c, a), np.cross(a, b)), axis=1)
    turned = np.einsum("nij,nj->ni", cofactors, normals)
    unit: Points = turned / np.maximum(np.linalg.norm(turned, axis=1, keepdims=True), 1e-12)
    return unit
