"""How locks leave the head: combed from the parting over the skull, then free. Head centimetres, azimuths in degrees."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import numpy.typing as npt

from avatars.forge.hair.lock import Lock, facing
from avatars.forge.hair.rig import Chain, Swing
from avatars.forge.hair.scalp import Scalp, slerp
from avatars.forge.head.surface import CENTRE, Array, smoothstep, unit

Place = tuple[float, float, float]
"""Azimuth, height, and distance from the skull (or, lower down, from the hanging body of the hair)."""
_HELD = 6


def combed(
    scalp: Scalp, root: Sequence[float], leave: Place, free: Sequence[Place], width: float, *, top: float = 1.3,
    buried: float = 0.55, **more: Any,
) -> Lock:
    """A lock from `root` (a point of the head) over the skull to `leave` and on through `free`, its places.

    It rises from `buried` to `top` cm soon after the root, for volume.
    """
    start = unit(np.asarray(root, dtype=np.float64) - CENTRE)
    end = scalp.direction(*leave)
    share = np.linspace(0, 1, _HELD) ** 1.25
    offset = buried + (top - buried) * smoothstep(0.0, 0.24, share) + (leave[2] - top) * smoothstep(0.3, 1.0, share)
    held = scalp.on_shell(slerp(start, end, share), offset)
    return Lock(np.concatenate([held, places(scalp, free)]), _HELD, width, **more)


def places(scalp: Scalp, given: Sequence[Place]) -> Array:
    """Points (n, 3)."""
    azimuth, height, out = np.array(given, dtype=np.float64).T
    return scalp.around(azimuth, height, out)


def through(lock: Lock, points: Sequence[Array], ahead: float = 0.0) -> Lock:
    """The lock, grown on through more points; its tip's outer side looks `ahead` (0..1) instead of away from the head."""
    knots = np.concatenate([lock.knots, np.stack(points)])
    if ahead == 0:
        return replace(lock, knots=knots)
    share = ahead * smoothstep(lock.held - 0.5, len(knots) - 2.0, np.arange(len(knots)))[:, None]
    level = np.array([0.35 * np.sign(knots[-1, 0]), 0.25, 1.0])
    return replace(lock, knots=knots, axis=knots - unit(facing(knots) * (1 - share) + level * share))


def pulled(
    scalp: Scalp, azimuth: float, height: float, to: npt.ArrayLike, width: float, lift: float = 0.8, **more: Any
) -> Lock:
    """A lock drawn tight over the skull from the hairline to the point `to`, where it goes under."""
    start, end = scalp.direction(azimuth, height), unit(np.asarray(to, dtype=np.float64) - CENTRE)
    share = np.linspace(0, 1, _HELD + 1)
    offset = -0.10 + (lift + 0.10) * smoothstep(0.0, 0.22, share)
    knots = scalp.on_shell(slerp(start, end, share), offset)
    return Lock(knots, len(knots) - 1, width, closed=True, **more)


def hanging(
    scalp: Scalp, name: str, azimuth: float, heights: Sequence[float], lift: float, swing: Swing, group: str = "sides"
) -> Chain:
    """A chain straight down at an azimuth."""
    return Chain(name, group, places(scalp, [(azimuth, height, lift) for height in heights]), swing)


def crown(scalp: Scalp, given: Sequence[Place]) -> Array:
    """Points (n, 3) over the upper head, from a plan of it: x, z (12 cm is the side, the forehead, the back) and distance."""
    x, z, out = np.array(given, dtype=np.float64).T
    return scalp.on_shell(unit(np.stack([x, np.full_like(x, 12.0), z], axis=-1)), out)
