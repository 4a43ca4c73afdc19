"""How body sliders bend space: one smooth function of the rest position, the same for skin, clothes, hair and joints."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

Points = npt.NDArray[np.float64]


class BodyShape:
    """The bend for given values of the ``body.`` sliders (others are ignored). Lengths in metres, T-pose."""

    def __init__(self, values: Mapping[str, float]) -> None:
        self._values = {name: value for name, value in values.items() if name.startswith("body.")}

    def moved(self, points: npt.ArrayLike) -> Points:
        """Where points (n,3) of the plain body go."""
        return np.asarray(points, dtype=np.float64).copy()

    def turned(self, points: npt.ArrayLike, normals: npt.NDArray[Any]) -> Points:
        """Unit normals (n,3) of surfaces through `points`, after the bend."""
        return np.asarray(normals, dtype=np.float64).copy()
