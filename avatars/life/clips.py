"""The gestures she knows, as data (see `clip`): what she can be asked for, and what she does by herself in talk."""

from __future__ import annotations

from typing import Final

from avatars.life.clip import Clip, Face, Swing, arm, both
from avatars.life.reach import Reach, pair

OFFER: Final = {"y": -35.0, "z": -72.0, "x": -45.0, "elbow": 80.0, "fore": -80.0, "hand": (-5.0, 5.0)}

HEART: Final = both(y=-45.0, z=-50.0, x=0.0, elbow=95.0, fore=35.0, hand=(-25.0, 50.0)) | {
    f"{side}.{part}": value for side in "lr" for part, value in (
        ("index", 1.35), ("middle", 1.3), ("ring", 1.25), ("little", 1.2), ("thumb", 0.2), ("oppose", 0.95), ("spread", 0.0))
}
HEART_HANDS: Final = pair("front", (0.0, 0.0, 0.17), "index", (-0.30, 0.92, 0.0), (-0.93, -0.30, 0.5), (0.75, -0.65, 0.0))
"""Each hand half a heart: the fingers over it, the thumb below, both tips of the index fingers met."""
CLASPED: Final = (
    Reach("r", "low", (-0.020, 0.020, 0.022), "palm", (-0.90, -0.40, 0.15), (0.0, 0.1, -1.0)),
    Reach("l", "low", (-0.022, 0.030, 0.046), "palm", (-0.92, -0.36, 0.05), (0.0, 0.1, -1.0)),
)
"""Hands one over the other below the belly, standing."""

CLIPS: Final[dict[str, Clip]] = {
    "nod": Clip(0, 0.8, 0, keys={
        "head.pitch": ((0.16, 5.0), (0.36, -1.4), (0.54, 3.2), (0.80, 0.0)),
        "neck.pitch": ((0.18, 3.2), (0.38, -0.8), (0.56, 2.0), (0.82, 0.0)),
    }, gaze="user"),
    "shake": Clip(0, 1.0, 0, keys={
        "head.yaw": ((0.20, 7.0), (0.44, -6.4), (0.66, 4.2), (0.84, -1.8), (1.02, 0.0)),
        "neck.yaw": ((0.21, 3.4), (0.45, -3.0), (0.67, 2.0), (0.85, -0.8), (1.03, 0.0)),
        "head.roll": ((0.22, 1.5), (0.46, -1.3), (0.68, 0.8), (1.0, 0.0)),
    }, gaze="user"),
    "wave": Clip(0.55, 1.55, 0.95, anticipation=0.04,
                 pose=arm("r", -38, -40, -70, 116, 30, (5, 12), up=2, curl=0.25) | {"r.spread": 1.6},
                 swings=(Swing("r.x", -15, 2.0, 0.42, 3.0, 0.85), Swing("r.elbow", -6, 2.0, 0.42, 3.0, 0.85),
                         Swing("r.hand.y", 12, 2.0, 0.47, 3.0, 0.85)),
                 keys={"head.roll": ((0.5, -5.0), (1.8, -4.0), (2.8, 0.0)), "upperChest.roll": ((0.5, 2.0), (2.7, 0.0)),
                       "spine.pitch": ((0.5, 2.0), (2.7, 0.0)), "head.pitch": ((0.35, -1.5), (0.7, 1.5), (2.6, 0.0))},
                 faces=(Face("happy", 0.65, 0.0, 2.2),), gaze="user"),
    "think": Clip(0.75, 2.6, 0.8,
                  pose=arm("r", -95, -62, -60, 122, -50, (10, -5), curl=1.1)
                  | {"r.index": 1.3, "r.middle": 1.45, "r.ring": 1.5, "r.little": 1.5, "r.thumb": 0.6, "r.oppose": 0.3,
                     "r.spread": 0.2}
                  | arm("l", -72, -66, -45, 80, -70, (0, 0), curl=1.1),
                  reaches=(Reach("r", "chin", (-0.006, -0.010, 0.004), "bent", (-0.58, 0.74, -0.34), (-0.25, -0.20, -0.94),
                                 (0.55, -0.80, 0.25)),
                           Reach("l", "other elbow", (0.03, -0.035, 0.03), "palm", (-0.80, 0.12, -0.58), (0.10, 0.92, -0.35),
                                 (0.80, -0.60, 0.0))),
                  keys={"head.pitch": ((0.7, 2.0), (3.6, 1.5), (4.3, 0.0)), "head.roll": ((0.8, 4.0), (3.4, 3.0), (4.2, 0.0))},
                  gaze="away"),
    "laugh": Clip(0.45, 1.35, 0.9, anticipation=0.05, pose=arm("r", -74, -54, -55, 120, -72, (10, 0), up=3, curl=0.9)
                  | arm("l", -52, -68, -20, 88, -40, (5, -5), up=2, curl=0.6) | {"l.thumb": 0.2},
                  keys={
                      "head.pitch": ((0.30, -6.0), (0.75, 4.0), (1.5, 3.0), (2.5, 0.0)),
                      "spine.pitch": ((0.28, -2.0), (0.75, 8.0), (1.5, 6.0), (2.5, 0.0)),
                      "chest.pitch": ((0.55, 4.0), (1.5, 3.0), (2.5, 0.0)), "head.roll": ((0.6, 4.0), (1.6, 3.0), (2.6, 0.0)),
                      "hips.yaw": ((0.7, -3.0), (2.4, 0.0)),
                  },
                  swings=(Swing("l.up", 2.2, 4.6, 0.3, 6, 0.87), Swing("r.up", 2.4, 4.6, 0.3, 6, 0.87),
                          Swing("upperChest.pitch", 1.4, 4.6, 0.32, 6, 0.87), Swing("head.pitch", 1.2, 4.6, 0.36, 6, 0.87)),
                  reaches=(Reach("r", "mouth", (-0.004, -0.012, 0.022), "index", (-0.55, 0.80, -0.05), (-0.35, 0.10, -0.93),
                                 (0.60, -0.75, 0.25)),
                           Reach("l", "belly", (0.035, 0.0, 0.012), "palm", (-0.97, 0.12, 0.14), (0.08, 0.0, -1.0))),
                  faces=(Face("happy", 0.95, 0.0, 2.4),)),
    "shrug": Clip(0.32, 0.55, 0.55, pose=both(**OFFER, up=9.0, curl=0.5),
                  keys={"head.roll": ((0.35, 5.5), (0.9, 4.5), (1.4, 0.0)), "head.pitch": ((0.3, -2.0), (1.4, 0.0))},
                  faces=(Face("surprised", 0.22, 0.05, 0.6),)),
    "heart": Clip(0.6, 1.7, 0.7, pose=HEART, reaches=HEART_HANDS,
                  keys={"head.roll": ((0.7, 4.0), (2.2, 3.0), (3.0, 0.0)), "hips.y": ((0.75, 0.0), (0.9, 0.005), (1.05, 0.0),
                                                                                 (1.25, 0.005), (1.4, 0.0))},
                  faces=(Face("happy", 0.8, 0.1, 2.4),), gaze="user"),
    "hand_on_heart": Clip(0.6, 1.4, 0.8, pose=arm("r", -60, -60, -10, 115, -40, (15, -25), curl=0.6),
                          reaches=(Reach("r", "heart", (0.0, 0.0, 0.004), "palm", (-0.90, 0.42, 0.05), (0.0, 0.1, -1.0)),),
                          keys={"head.pitch": ((0.6, 4.0), (1.8, 3.0), (2.7, 0.0)), "head.roll": ((0.7, 2.5), (2.6, 0.0))},
                          faces=(Face("relaxed", 0.7, 0.0, 2.4),), gaze="user"),
    "proud": Clip(0.6, 1.7, 0.8, pose=arm("l", 15, -42, 68, 88, -20, (-20, 15), up=-1, curl=0.9)
                  | arm("r", 15, -42, 68, 88, -20, (-20, 15), up=-1, curl=0.9),
                  reaches=(Reach("l", "hip", (0.019, 0.045, 0.02), "palm", (-0.35, -0.45, 0.82), (-0.90, -0.1, -0.35),
                                 (0.92, -0.1, -0.45)),
                           Reach("r", "hip", (0.020, 0.035, 0.02), "palm", (-0.35, -0.45, 0.82), (-0.90, -0.1, -0.35),
                                 (0.92, -0.1, -0.45))),
                  keys={"chest.pitch": ((0.7, -5.0), (2.2, -4.5), (3.2, 0.0)), "spine.pitch": ((0.6, -1.5), (3.1, 0.0)),
                        "head.pitch": ((0.8, -3.0), (2.3, -2.5), (3.2, 0.0)), "head.roll": ((0.8, 2.0), (3.1, 0.0))},
                  faces=(Face("relaxed", 0.75, 0.2, 2.4), Face("happy", 0.25, 0.3, 2.2)), gaze="user"),
    "hug": Clip(0.75, 2.9, 1.1, pose=both(y=-38.0, z=-24.0, x=-45.0, elbow=42.0, fore=-72.0, hand=(0.0, -6.0), up=3.0, curl=0.5),
                touch_after=0.95, reaches=(
                    Reach("r", "front", (-0.055, 0.01, 0.175), "palm", (-0.95, 0.08, -0.22), (-0.25, 0.0, -0.97),
                          (0.85, -0.5, 0.1)),
                    Reach("l", "front", (-0.045, -0.045, 0.21), "palm", (-0.95, 0.02, -0.22), (-0.25, 0.0, -0.97),
                          (0.85, -0.5, 0.1)),
                ),
                keys={"spine.pitch": ((0.8, 2.0), (1.7, 6.0), (3.4, 5.0), (4.7, 0.0)),
                      "head.roll": ((0.8, 2.0), (1.8, 7.0), (3.4, 6.0), (4.7, 0.0)),
                      "head.pitch": ((0.8, -1.0), (1.8, 4.0), (3.4, 4.0), (4.7, 0.0)),
                      "hips.roll": ((1.8, 1.2), (2.6, -1.2), (3.4, 0.8), (4.4, 0.0))},
                faces=(Face("happy", 0.7, 0.0, 4.0), Face("blink", 1.0, 1.5, 1.7)), gaze="user"),
    "shy": Clip(0.7, 2.6, 0.9, pose=both(y=-70.0, z=-72.0, x=-25.0, elbow=38.0, fore=25.0, hand=(-5.0, -20.0), up=4.0, curl=1.05),
                reaches=CLASPED,
                keys={
                    "head.pitch": ((0.9, 7.0), (3.0, 6.0), (4.1, 0.0)), "head.yaw": ((0.9, 6.0), (3.0, 5.0), (4.1, 0.0)),
                    "neck.yaw": ((0.9, 4.0), (4.1, 0.0)), "head.roll": ((0.9, 5.0), (3.0, 4.0), (4.1, 0.0)),
                    "chest.pitch": ((0.8, 3.0), (4.1, 0.0)),
                },
                faces=(Face("shy", 0.85, 0.3, 3.4),), gaze="away"),
    "point": Clip(0.5, 0.8, 0.65, pose=arm("r", -62, -28, -75, 38, 60, (12, 4), curl=1.65) | {"r.index": 0.0},
                  keys={"head.roll": ((0.5, -2.0), (1.8, 0.0))}),
    "stretch": Clip(1.5, 1.1, 1.2,
                    pose=both(y=-5.0, z=70.0, x=-80.0, elbow=45.0, fore=-20.0, hand=(15.0, 15.0), up=14.0, curl=0.9),
                    keys={
                        "spine.pitch": ((1.5, -5.0), (2.6, -5.0), (3.9, 0.0)), "chest.pitch": ((1.5, -4.0), (3.9, 0.0)),
                        "head.pitch": ((1.6, -6.0), (2.6, -6.0), (3.9, 0.0)), "hips.y": ((1.5, 0.004), (3.8, 0.0)),
                    },
                    faces=(Face("blink", 1.0, 0.7, 1.6), Face("relaxed", 0.6, 0.3, 3.0))),
}
"""What she can be asked for."""

def nod(degrees: float, cycles: int) -> Clip:
    """A listener's nod of `cycles`, the first `degrees` deep, each smaller than the one before."""
    keys: list[tuple[float, float]] = []
    for cycle, share in enumerate((1.0, 0.7, 0.35)[:cycles]):
        keys += [(0.21 + 0.46 * cycle, degrees * share), (0.44 + 0.46 * cycle, -0.12 * degrees * share)]
    keys.append((keys[-1][0] + 0.25, 0.0))
    head = tuple((t, 0.62 * turn) for t, turn in keys)
    neck = tuple((t + 0.02, 0.38 * turn) for t, turn in keys)
    return Clip(0, keys[-1][0] + 0.05, 0, keys={"head.pitch": head, "neck.pitch": neck})


BEATS: Final[dict[str, Clip]] = {
    "small nod": nod(4.2, 1),
    "double nod": nod(5.0, 2),
    "long nod": nod(5.6, 3),
    "beat right": Clip(0.45, 0.35, 0.75, pose=arm("r", -8, -74, 5, 62, -35, (5, 0), curl=0.8)),
    "beat left": Clip(0.45, 0.35, 0.75, pose=arm("l", -8, -75, 5, 60, -35, (5, 0), curl=0.8)),
    "beat both": Clip(0.5, 0.45, 0.8, pose=both(y=-15.0, z=-74.0, x=-10.0, elbow=68.0, fore=-55.0, hand=(0.0, 4.0), curl=0.65)),
}
"""What she does by herself: nods of a listener, hands that go with talk."""
