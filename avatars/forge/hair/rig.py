"""Bones of the hair: short chains around the head and three for the bangs, and which vertex hangs on which."""

from __future__ import annotations

import numpy as np

from avatars.forge.hair.scalp import Scalp
from avatars.forge.head.piece import world
from avatars.forge.head.surface import Array, smoothstep
from avatars.forge.part import Joint, Spring

_BODY = {
    "left_lock": 58.0,
    "left_side": 96.0,
    "left_back": 138.0,
    "back": 180.0,
    "right_back": -138.0,
    "right_side": -96.0,
    "right_lock": -58.0,
}
_BANGS = {"bang_left": 38.0, "bang_middle": -8.0, "bang_right": -44.0}
_BODY_HEIGHTS, _BANG_HEIGHTS = (11.5, 4.5, -2.5), (17.0, 14.0, 10.5)


def joints(scalp: Scalp) -> tuple[Joint, ...]:
    """Three bones a chain; the last only marks the tip."""
    out = []
    for chains, heights in ((_BODY, _BODY_HEIGHTS), (_BANGS, _BANG_HEIGHTS)):
        for name, azimuth in chains.items():
            parent = "head"
            for number, height in enumerate(heights):
                at = world(scalp.around(np.array([azimuth]), np.array([height]), 1.1)[0])
                joint = f"hair_{name}_{number}"
                out.append(
                    Joint(
                        joint, parent, (round(float(at[0]), 5), round(float(at[1]), 5), round(float(at[2]), 5)), humanoid=False
                    )
                )
                parent = joint
    return tuple(out)


def springs() -> tuple[Spring, ...]:
    """Bangs are stiff and light, locks swing, the back is heavy."""
    out = []
    for name in (*_BODY, *_BANGS):
        chain = tuple(f"hair_{name}_{number}" for number in range(3))
        if name in _BANGS:
            out.append(Spring(chain, stiffness=1.6, drag=0.45, gravity=0.02, hit_radius=0.008))
        elif name.endswith("lock"):
            out.append(Spring(chain, stiffness=0.85, drag=0.40, gravity=0.05, hit_radius=0.012))
        else:
            out.append(Spring(chain, stiffness=1.10, drag=0.45, gravity=0.05, hit_radius=0.015))
    return tuple(out)


def joint_names() -> tuple[str, ...]:
    """Columns of `weights`: the head first."""
    return ("head", *(f"hair_{name}_{number}" for name in (*_BODY, *_BANGS) for number in range(2)))


def weights(azimuth: Array, freedom: Array, bang: bool) -> Array:
    """Rows over `joint_names`: the head holds what lies on the skull; further out two neighbouring chains share a vertex."""
    names = joint_names()
    out = np.zeros((len(azimuth), len(names)))
    chains = _BANGS if bang else _BODY
    angles = np.array(list(chains.values()))
    apart = np.abs((azimuth[:, None] - angles + 180) % 360 - 180)
    nearest = np.argsort(apart, axis=1)[:, :2]
    rows = np.arange(len(azimuth))
    first, second = apart[rows, nearest[:, 0]], apart[rows, nearest[:, 1]]
    share = smoothstep(0.0, 1.0, 0.5 + 0.5 * (second - first) / np.maximum(second + first, 1e-6))
    loose, low = smoothstep(0.0, 0.42, freedom), smoothstep(0.42, 0.90, freedom)
    out[:, 0] = 1 - loose
    for pick, part in ((nearest[:, 0], share), (nearest[:, 1], 1 - share)):
        for number, bend in enumerate((1 - low, low)):
            columns = np.array([names.index(f"hair_{name}_{number}") for name in chains])[pick]
            out[rows, columns] += loose * bend * part
    return out
