"""How far from the body arms hang on this avatar: a coat or a broad hip takes them out a little."""

from __future__ import annotations

from typing import Final

import numpy as np

from avatars.life.channels import AT, RELAXED, Channels, blank
from avatars.life.contact import Contact
from avatars.life.posing import Poser
from avatars.life.sway import WEIGHT
from avatars.rig.humanoid import world_positions, world_turns
from avatars.rig.puppet import Puppet

MOST: Final = 14.0
"""Degrees an arm is moved out at most."""
ROUNDS: Final = 5
LEVER: Final = 0.42
"""Metres from the shoulder to what touches first, mostly the hand."""
FREE: Final = 0.004
"""Metres of air between a hanging arm and the body."""


def ease(poser: Poser, puppet: Puppet) -> Channels:
    """What to add to standing at ease so that hanging arms touch nothing, on whichever leg she stands."""
    rest = puppet.humanoid.positions
    contact = Contact(rest, puppet.surface)
    added = blank()
    for side in ("left", "right"):
        channel = AT[f"{side[0]}.z"]
        for _ in range(ROUNDS):
            depth = max(_depth(poser, contact, rest, RELAXED + added + WEIGHT * weight, side) for weight in (0.0, -2.0))
            if depth <= -FREE:
                break
            added[channel] = min(MOST, added[channel] + float(np.degrees((depth + 1.5 * FREE) / (LEVER * poser.size))))
    return added


def _depth(poser: Poser, contact: Contact, rest: dict[str, np.ndarray], channels: Channels, side: str) -> float:
    pose, hips = poser.pose(channels)
    return contact.depth(world_turns(pose), world_positions(pose, hips, rest), (side,))
