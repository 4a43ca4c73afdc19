"""What is carried in the left hand: it hangs from the fingers on a bone of its own, and finds the vertical like a pendulum.

Drawn in the T-pose along the arm: what hangs down later points away from the hand (+x), her outer side is up (+y).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from avatars.forge.part import Joint, Spring

if TYPE_CHECKING:
    from avatars.forge.sdf.fields import Doubles

GRIP: Final = (0.694, 1.2665, -0.020)
"""Where the fingers hold it."""
_TIP = 0.30


def held_rig() -> tuple[tuple[Joint, ...], tuple[Spring, ...]]:
    """The bone and its swing."""
    tip = (GRIP[0] + _TIP, GRIP[1], GRIP[2])
    joints = (Joint("held_0", "leftHand", GRIP, humanoid=False), Joint("held_1", "held_0", tip, humanoid=False))
    return joints, (Spring(("held_0", "held_1"), stiffness=0.02, drag=0.45, gravity=0.85, hit_radius=0.0),)


def held(points: Doubles) -> tuple[tuple[str, ...], Doubles]:
    """Joint names and weights: all of it hangs from the hand."""
    return ("held_0",), np.ones((len(points), 1))


def hung(across: Doubles, down: Doubles, out: Doubles) -> Doubles:
    """Points (..., 3) from metres across (towards her front), down from the grip, and out from her side."""
    return np.stack([GRIP[0] + down, GRIP[1] + out, GRIP[2] + across], axis=-1)
