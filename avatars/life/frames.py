"""Turning one pair of directions onto another."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from avatars.rig.rotation import Array, cross, from_matrix, unit


def unit3(v: npt.NDArray[Any]) -> Array:
    """A vector of length one."""
    return np.asarray(v / max(float(np.linalg.norm(v)), 1e-12))


def frame(along: npt.NDArray[Any], across: npt.NDArray[Any]) -> Array:
    """Columns: along, across made square to it, and their cross product."""
    along = unit3(along)
    across = unit3(across - along * float(across @ along))
    return np.stack((along, across, cross(along, across)), axis=1)


def turn_between(rest: Array, now: Array) -> Array:
    """The quaternion that takes the frame `rest` to `now`."""
    return unit(from_matrix(now @ rest.T))
