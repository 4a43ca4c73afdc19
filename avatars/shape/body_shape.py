"""How body sliders bend space: one smooth function of the rest position, the same for skin, clothes, hair and joints."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from avatars.shape.bends import Points, proportioned, thickened
from avatars.shape.sliders import BODY_SLIDERS

PLAIN: Final = 1.61
"""Height in metres at slider 0."""
_STEP: Final = 1e-5
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
        self._scale = 1.0 + (0.19 if height > 0 else 0.065) * height
        # Heads of adults hardly differ: a tall body carries a head of nearly the same size.
        slower = 0.42 if height > 0 else 0.6
        self._head = self._scale ** (slower - 1.0) * (1.0 + 0.07 * self._values["head"])

    def moved(self, points: npt.ArrayLike) -> Points:
        """Where points (n,3) of the plain body go."""
        given = np.asarray(points, dtype=np.float64).reshape(-1, 3)
        if self.plain:
            return given.copy()
        return self._scale * proportioned(thickened(given, self._values), self._values, self._head)

    def turned(self, points: npt.ArrayLike, normals: npt.NDArray[Any]) -> Points:
        """Unit normals (n,3) of surfaces through `points`, after the bend."""
        given = np.asarray(normals, dtype=np.float64)
        return given.copy() if self.plain else across(self.slopes(points), given)

    def slopes(self, points: npt.ArrayLike) -> Points:
        """The Jacobian (n,3,3) of `moved` at points (n,3); row i is the gradient of coordinate i."""
        given = np.asarray(points, dtype=np.float64).reshape(-1, 3)
        if self.plain:
            return np.tile(np.eye(3), (len(given), 1, 1))
        ahead, behind = [given + _STEP * axis for axis in np.eye(3)], [given - _STEP * axis for axis in np.eye(3)]
        columns = [(self.moved(a) - self.moved(b)) / (2 * _STEP) for a, b in zip(ahead, behind, strict=True)]
        return np.stack(columns, axis=2)

    def restored(self, points: npt.ArrayLike) -> Points:
        """The points of the plain body that went to `points` (n,3): Newton's method, to a tenth of a micrometre.

        Raises ValueError where it does not settle, which takes points that are not finite.
        """
        goal = np.asarray(points, dtype=np.float64).reshape(-1, 3)
        if self.plain:
            return goal.copy()
        found = goal / self._scale
        left = np.arange(len(found))
        for _ in range(_ROUNDS):
            miss = self.moved(found[left]) - goal[left]
            far = np.linalg.norm(miss, axis=1)
            open_ = ~(far < 1e-7)
            left, miss, far = left[open_], miss[open_], far[open_]
            if not len(left):
                return found
            step = np.linalg.solve(self.slopes(found[left]), miss[:, :, None])[:, :, 0]
            # Where the bend is strong, a whole step could overshoot.
            found[left] -= step * np.minimum(1.0, 0.03 / np.maximum(np.linalg.norm(step, axis=1), 1e-12))[:, None]
        raise ValueError(f"{len(left)} points have no place in the plain body")


def across(slopes: Points, normals: Points) -> Points:
    """Unit normals after a map with these Jacobians (n,3,3): the inverse transpose, by cofactors."""
    a, b, c = slopes[:, 0], slopes[:, 1], slopes[:, 2]
    cofactors = np.stack((np.cross(b, c), np.cross(c, a), np.cross(a, b)), axis=1)
    turned = np.einsum("nij,nj->ni", cofactors, normals)
    unit: Points = turned / np.maximum(np.linalg.norm(turned, axis=1, keepdims=True), 1e-12)
    return unit
