"""What a hat does to the hair: what would stand out of it goes inside, and what leaves it below the rim comes from there.

Hats are made on one block, a rounded shape close to the plain head (metres, T-pose), so a few heights tell where one presses.
Run time: numpy only.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt

Points = npt.NDArray[np.float64]
CENTRE: Final = np.array([0.0, 1.480, -0.004])
RADII: Final = (0.0855, 0.1430, 0.0955, 0.1135)
"""The block's half-width, height, and depth before and behind its centre: three to seven millimetres off the skull."""
POWER: Final = 2.35
_FADE: Final = 0.070
"""Metres of height below the rim over which hair finds back to where it hangs."""
_DEEP: Final = 0.012
"""So far above the rim nothing of the hair is seen."""


@dataclass(frozen=True, slots=True)
class Press:
    """Where a hat presses. `rim`: heights of its lower edge in front, at the sides and behind, metres on the plain head; `top`:
    the same of the upper edge of what is open above (a band), else None; `room`: metres it is wider than the block."""

    rim: tuple[float, float, float]
    top: tuple[float, float, float] | None = None
    room: float = 0.0

    def to_json(self) -> dict[str, Any]:
        """As plain data."""
        made: dict[str, Any] = {"rim": list(self.rim), "room": self.room}
        return made | ({"top": list(self.top)} if self.top else {})

    @staticmethod
    def from_json(data: Any) -> Press:
        """From plain data. Raises ValueError that names what is wrong."""
        if not isinstance(data, dict):
            raise ValueError("press is no table")
        top = data.get("top")
        room = data.get("room", 0.0)
        if isinstance(room, bool) or not isinstance(room, int | float) or not abs(room) <= 0.05:
            raise ValueError("press.room is no small length")
        return Press(_heights(data.get("rim"), "rim"), None if top is None else _heights(top, "top"), float(room))

    def over(self, points: Points) -> npt.NDArray[np.bool_]:
        """Which points (n,3) of the plain head are hidden in it, wherever they stand out: they need not be drawn."""
        azimuth = np.arctan2(points[:, 0], points[:, 2] - CENTRE[2])
        if self.top is not None:
            return np.zeros(len(points), dtype=bool)
        return np.asarray(points[:, 1] > _level(self.rim, azimuth) + _DEEP)

    def pressed(self, points: npt.NDArray[Any]) -> Points:
        """Hair (n,3) on the plain head, under the hat. What lies inside already stays where it is."""
        out = np.array(points, dtype=np.float64)
        away = out - CENTRE
        azimuth = np.arctan2(away[:, 0], away[:, 2])
        rim = _level(self.rim, azimuth)
        held = np.maximum(out[:, 1], rim)
        if self.top is not None:
            held = np.minimum(held, np.maximum(_level(self.top, azimuth), rim))
        amount = _smooth(1.0 - (held - out[:, 1]) / _FADE)
        if self.top is not None:
            amount = amount * _smooth(1.0 - (out[:, 1] - held) / (0.5 * _FADE))
        # seen from the centre: a point below the rim answers to the block where the rim is
        level = np.hypot(away[:, 0], away[:, 2])
        way = np.stack([away[:, 0], np.maximum(away[:, 1], 0.0) + np.maximum(held - out[:, 1], 0.0), away[:, 2]], axis=1)
        far = np.linalg.norm(way, axis=1)
        excess = np.maximum(far - _reach(way / np.maximum(far, 1e-9)[:, None], self.room), 0.0)
        below = out[:, 1] < rim
        pull = (amount * excess)[:, None]
        flat = np.stack([away[:, 0], np.zeros(len(out)), away[:, 2]], axis=1) / np.maximum(level, 1e-9)[:, None]
        toward = np.where(below[:, None], flat, way / np.maximum(far, 1e-9)[:, None])
        return np.asarray(out - pull * toward)


def _level(heights: tuple[float, float, float], azimuth: Points) -> Points:
    """The height of an edge at azimuths (0 straight ahead)."""
    front, side, back = heights
    share = np.cos(azimuth)
    return np.asarray(side + np.where(share > 0, front - side, back - side) * share**2)


def _reach(ways: Points, room: float) -> Points:
    """How far from its centre the block is in these directions (unit, n x 3)."""
    ahead = np.where(ways[:, 2] > 0, RADII[2], RADII[3]) + room
    across = np.abs(ways[:, 0]) / (RADII[0] + room)
    total = across**POWER + np.abs(ways[:, 1] / (RADII[1] + room)) ** POWER + np.abs(ways[:, 2] / ahead) ** POWER
    return np.asarray(total ** (-1.0 / POWER))


def _smooth(share: Points) -> Points:
    t = np.clip(share, 0.0, 1.0)
    return np.asarray(t * t * (3.0 - 2.0 * t))


def _heights(value: Any, name: str) -> tuple[float, float, float]:
    if not isinstance(value, list | tuple) or len(value) != 3:
        raise ValueError(f"press.{name} is not three heights")
    if any(isinstance(one, bool) or not isinstance(one, int | float) or not 1.2 <= one <= 1.8 for one in value):
        raise ValueError(f"press.{name}: a height lies beside the head")
    return float(value[0]), float(value[1]), float(value[2])
