"""Weights of long dresses and coats: above like a top, below as skirts hang, so that layers move alike and cannot cross."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.drape import sleeved
from avatars.forge.lap import hem_rig, lap_share, lapped
from avatars.forge.sdf.fields import ramp
from avatars.forge.skeleton import NAMES

if TYPE_CHECKING:
    from avatars.forge.sdf.fields import Doubles

__all__ = ["coat_weights", "hem_rig", "hung", "lap_weights"]
_ABOVE = 0.30
"""How much of its sinking a coat gives up."""
_WAIST = (0.93, 0.97)
"""Heights between which the trunk's weights take over."""


def hung(points: Doubles) -> tuple[tuple[str, ...], Doubles]:
    """Joint names and weights: over both thighs below the waist, the hem on the bones of `hem_rig`."""
    names, table = lapped(points)
    high = np.maximum(ramp(*_WAIST, points[:, 1]), ramp(0.30, 0.34, np.abs(points[:, 0])))[:, None]
    above = np.zeros_like(table)
    above[:, : len(NAMES)] = sleeved(points)[1]
    return names, table * (1.0 - high) + above * high


def coat_weights(points: Doubles) -> tuple[tuple[str, ...], Doubles]:
    """Joint names and weights of a coat to the knees: as `hung`, but it sinks less on the lap, where a dress lies under it."""
    names, table = hung(points)
    hips = names.index("hips")
    legs = [i for i, name in enumerate(names) if name.endswith("UpperLeg") or name.startswith("hem_")]
    leg = table[:, legs].sum(axis=1)
    share = lap_share(points)
    back = np.minimum(_ABOVE * share / (1.0 - share) * leg, table[:, hips])
    table[:, hips] -= back
    table[:, legs] *= (1.0 + back / np.maximum(leg, 1e-9))[:, None]
    return names, table


def lap_weights(points: Doubles) -> tuple[tuple[str, ...], Doubles]:
    """Joint names and weights of what ends above the knees: as `hung`, the hem still on the thighs."""
    names, table = hung(points)
    swings = table[:, len(NAMES) :].sum(axis=1)
    table = table[:, : len(NAMES)].copy()
    left = ramp(-0.090, 0.090, points[:, 0])
    table[:, names.index("leftUpperLeg")] += swings * left
    table[:, names.index("rightUpperLeg")] += swings * (1.0 - left)
    return NAMES, table
