"""What all things worn at the neck share: lines around it, lines on the chest, and chains that let ends hang and swing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import Final

import numpy as np

from avatars.forge import anatomy
from avatars.forge.part import Joint, Spring
from avatars.forge.sdf.fields import Doubles, Field, ramp, smin
from avatars.forge.sdf.rings import cast
from avatars.forge.skeleton import NAMES
from avatars.forge.weights import weights

AXIS_Z: Final = -0.026
"""Depth of the neck's middle."""


@cache
def chest() -> Field:
    """Trunk, neck and the upper arms; what hangs spans the hollow under the bust."""
    torso, arms = anatomy.torso(), anatomy.arms()

    def field(points: Doubles) -> Doubles:
        return smin(smin(torso(points), arms(points), 0.05), anatomy.bust_drape(points), 0.02)

    return field


def clear(points: Doubles, room: Doubles | float, ground: Field | None = None) -> Doubles:
    """Points (n,3) moved away from the neck's axis and up until they keep `room` metres from the body."""
    field = chest() if ground is None else ground
    out = points.copy()
    for _ in range(6):
        missing = np.maximum(room - field(out), 0.0)
        flat = np.stack([out[:, 0], np.zeros(len(out)), out[:, 2] - AXIS_Z], axis=1)
        flat /= np.maximum(np.linalg.norm(flat, axis=1, keepdims=True), 1e-9)
        steep = ramp(0.015, 0.055, np.abs(out[:, 0]))[:, None]
        out += (flat * (1 - steep) + np.array([0.0, 1.1, 0.0]) * steep) * missing[:, None]
    return out


def loop(
    half: tuple[float, float, float], heights: tuple[float, float, float], room: float, count: int = 41, skew: float = 0.0
) -> Doubles:
    """A ring (count,3) around the neck, closed, begun behind: its half-width, and how far it goes before and behind the axis;
    its heights in front, beside and behind; `skew` lowers her left."""
    turn = np.linspace(-np.pi, np.pi, count)
    side, ahead, back = half
    z = AXIS_Z + np.where(np.cos(turn) > 0, ahead, back) * np.cos(turn)
    front, beside, behind = heights
    c = np.cos(turn)
    y = beside + np.where(c > 0, front - beside, behind - beside) * np.abs(c) ** 1.6 - skew * np.sin(turn)
    line = clear(np.stack([side * np.sin(turn), y, z], axis=1), room)
    line[-1] = line[0]
    return line


def on_skin(degrees: Doubles, low: float, rise: float, room: float, side: float = 104.0) -> Doubles:
    """A line on the skin below the throat through angles (n,), lowest in front at `low`, `rise` higher at `side` degrees."""
    skin = anatomy.torso()
    turn = np.radians(degrees)
    height = low + rise * (np.abs(degrees) / side) ** 1.4
    way = np.stack([np.sin(turn), np.zeros(len(turn)), np.cos(turn)], axis=1)
    origins = np.stack([np.zeros(len(turn)), height, np.full(len(turn), -0.028)], axis=1)
    return cast(lambda points: skin(points) - room, origins, way, 0.25)


def before_chest(x: Doubles, y: Doubles, room: float) -> Doubles:
    """Points (..., 3) straight in front of the chest at these places, `room` metres off it."""
    flat_x, flat_y = np.broadcast_arrays(x, y)
    origins = np.stack([flat_x.ravel(), flat_y.ravel(), np.full(flat_x.size, -0.02)], axis=1)
    hit = cast(chest(), origins, np.tile([0.0, 0.0, 1.0], (len(origins), 1)), 0.3)
    hit[:, 2] += room
    return hit.reshape(*flat_x.shape, 3)


def around_neck(points: Doubles) -> tuple[tuple[str, ...], Doubles]:
    """Weights of what lies around the neck: it follows spine and neck and leaves the shoulders to move below it."""
    return NAMES, weights(points * np.array([0.25, 1.0, 1.0]))


class Hanging:
    """A chain of bones for an end that hangs from the chest: `line` (n,3) from its root down."""

    def __init__(self, name: str, line: Doubles, parent: str = "upperChest") -> None:
        self.name, self.line, self.parent = name, line, parent
        self.names = tuple(f"{name}_{i}" for i in range(len(line)))

    def joints(self) -> tuple[Joint, ...]:
        """The bones; the last only marks the end."""
        out, parent = [], self.parent
        for name, at in zip(self.names, np.round(self.line, 5), strict=True):
            out.append(Joint(name, parent, (float(at[0]), float(at[1]), float(at[2])), humanoid=False))
            parent = name
        return tuple(out)

    def spring(self, stiffness: float = 0.55, drag: float = 0.45, gravity: float = 0.20, radius: float = 0.015) -> Spring:
        """How it swings."""
        return Spring(self.names, stiffness, drag, gravity, radius)

    def weigh(self, begins: float) -> Callable[[Doubles], tuple[tuple[str, ...], Doubles]]:
        """Weights: like the body above the chain's root, by height on its bones below; `begins` metres to blend over."""

        def hung(points: Doubles) -> tuple[tuple[str, ...], Doubles]:
            table = around_neck(points)[1]
            place = np.interp(-points[:, 1], -self.line[:, 1], np.arange(len(self.line)))
            loose = ramp(self.line[0, 1] + 0.2 * begins, self.line[0, 1] - begins, points[:, 1])
            chain = np.zeros((len(points), len(self.names) - 1))
            for i in range(len(self.names) - 1):
                starts = ramp(i - 0.4, i + 0.4, place) if i else 1.0
                ends = ramp(i + 0.6, i + 1.4, place) if i < len(self.names) - 2 else 0.0
                chain[:, i] = loose * (starts - ends)
            return (*NAMES, *self.names[:-1]), np.concatenate([table * (1 - loose)[:, None], chain], axis=1)

        return hung


def strung(line: Doubles, spacing: float) -> Doubles:
    """Points along a line, evenly `spacing` metres apart."""
    gone = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1))])
    count = max(2, round(gone[-1] / spacing) + 1)
    at = np.linspace(0.0, gone[-1], count)
    return np.stack([np.interp(at, gone, line[:, i]) for i in range(3)], axis=1)


def graded(count: int, middle: float, ends: float) -> Sequence[float]:
    """Sizes along a string, largest in the middle."""
    t = np.linspace(-1.0, 1.0, count)
    return tuple(float(v) for v in ends + (middle - ends) * (1 - np.abs(t) ** 1.5))
