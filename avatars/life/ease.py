"""How far from the body arms hang on this avatar: a coat or a broad hip takes them out a little."""

from __future__ import annotations

import math
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from avatars.life.channels import AT, RELAXED, Channels, blank
from avatars.life.contact import Contact
from avatars.life.posing import Poser
from avatars.life.sway import WEIGHT
from avatars.rig.humanoid import world_positions, world_turns
from avatars.rig.puppet import Puppet

MOST: Final = 14.0
"""Degrees an arm is moved out at most."""
ROUNDS: Final = 5
SIDES: Final = ("left", "right")
LEVER: Final = 0.42
"""Metres from the shoulder to what touches first, mostly the hand."""
FREE: Final = 0.004
"""Metres of air between a hanging arm and the body."""


def ease(poser: Poser, puppet: Puppet) -> Channels:
    """What to add to standing at ease so that hanging arms touch nothing, on whichever leg she stands."""
    rest = puppet.humanoid.positions
    contact = Contact(rest, puppet.surface)
    added = blank()
    # One pose tells of both arms: neither moves what the other touches.
    touching = list(SIDES)
    for _ in range(ROUNDS):
        depths = _depths(poser, contact, rest, added, touching)
        touching = [side for side in touching if depths[side] > -FREE]
        if not touching:
            break
        for side in touching:
            channel = AT[f"{side[0]}.z"]
            out = float(np.degrees((depths[side] + 1.5 * FREE) / (LEVER * poser.size)))
            added[channel] = min(MOST, added[channel] + out)
    return added


def _depths(
    poser: Poser, contact: Contact, rest: dict[str, npt.NDArray[Any]], added: Channels, sides: list[str]
) -> dict[str, float]:
    """How deep each of these arms lies in the body, metres, on the leg where it lies deepest."""
    depths = dict.fromkeys(sides, -math.inf)
    for weight in (0.0, -2.0):
        pose, hips = poser.pose(RELAXED + added + WEIGHT * weight)
        turns, places = world_turns(pose), world_positions(pose, hips, rest)
        for side in sides:
            depths[side] = max(depths[side], contact.depth(turns, places, (side,)))
    return depths
