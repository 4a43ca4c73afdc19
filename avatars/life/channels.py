"""The body as named numbers. Every layer of life adds to them or eases them; one function turns them into bones.

Degrees, except `hips.x/y/z` and `foot.*.x/y/z` (metres on a body of 1.61 m, larger ones scale them), finger curls
(0 straight, 1 relaxed, 2 fist), spread (1 relaxed) and oppose (1: the thumb before the palm). `foot.*.heel` lifts the heel
over toes that stay, `knee.*` swings a knee outward. Arms follow one convention for both sides: the numbers are those of the
left arm, the right one mirrors them.
"""

from __future__ import annotations

from typing import Any, Final

import numpy as np
import numpy.typing as npt

TRUNK: Final = ("hips", "spine", "chest", "upperChest", "neck", "head")
TURNS: Final = ("pitch", "yaw", "roll")
ARM: Final = ("y", "z", "x", "elbow", "fore", "hand.y", "hand.z", "up", "in")
FINGER: Final = ("thumb", "index", "middle", "ring", "little", "spread")
SIDES: Final = ("l", "r")

NAMES: Final = (
    *(f"{bone}.{turn}" for bone in TRUNK for turn in TURNS),
    "hips.x", "hips.y", "hips.z",
    *(f"{side}.{part}" for side in SIDES for part in ARM),
    *(f"{side}.{finger}" for side in SIDES for finger in FINGER),
    "foot.l.yaw", "foot.r.yaw", "foot.l.x", "foot.r.x", "foot.l.z", "foot.r.z",
    "l.oppose", "r.oppose", "foot.l.y", "foot.r.y", "foot.l.heel", "foot.r.heel", "knee.l", "knee.r",
)
AT: Final = {name: i for i, name in enumerate(NAMES)}

LENGTHS: Final = np.array([name.endswith((".x", ".y", ".z")) and name.startswith(("hips", "foot")) for name in NAMES])
"""Which channels are metres."""
CURLS: Final = np.array([name.split(".")[-1] in (*FINGER, "oppose") for name in NAMES])
"""Which channels are finger curls or spreads."""

Channels = npt.NDArray[np.float64]


def blank() -> Channels:
    """All zero: the T-pose with straight fingers."""
    return np.zeros(len(NAMES))


def channels(**values: float) -> Channels:
    """Some channels set, named with ``__`` for the dot: ``channels(l__z=-75)``."""
    made = blank()
    for name, value in values.items():
        made[AT[name.replace("__", ".")]] = value
    return made


def mask(*prefixes: str) -> npt.NDArray[Any]:
    """Which channels begin with one of these."""
    return np.array([any(name.startswith(prefix) for prefix in prefixes) for name in NAMES])


RELAXED: Final = channels(
    l__y=10, l__z=-77, l__x=35, l__elbow=20, l__fore=-15, l__hand__y=10, l__hand__z=-10, l__up=-3, l__in=0,
    r__y=12, r__z=-75, r__x=33, r__elbow=14, r__fore=-12, r__hand__y=9, r__hand__z=-9, r__up=-4, r__in=0,
    l__thumb=1, l__index=0.95, l__middle=1.05, l__ring=1.0, l__little=0.95, l__spread=1,
    r__thumb=1, r__index=1.1, r__middle=1.0, r__ring=1.1, r__little=1.1, r__spread=0.8,
    hips__yaw=10, hips__x=0.020, hips__y=-0.006, hips__roll=2.5,
    spine__roll=-3, upperChest__roll=-2.5, upperChest__yaw=1, chest__yaw=1,
    neck__yaw=1, head__roll=2, head__yaw=2.5, head__pitch=-1,
    foot__l__yaw=8, foot__r__yaw=-18, foot__l__x=0.0, foot__r__x=-0.012, foot__r__z=0.065, foot__l__z=-0.01,
)
"""Standing at ease: weight on the left leg, shoulders against hips, arms hanging loose, nothing mirrored exactly."""
