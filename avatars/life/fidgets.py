"""What idle hands do by themselves, as data: small, now and then, never the same twice running."""

from __future__ import annotations

from typing import Final

from avatars.life.clip import Clip, arm, both
from avatars.life.reach import Reach, pair

LOOK_DOWN: Final = {"head.pitch": ((0.6, 3.0), (1.7, 2.6), (2.6, 0.0)), "neck.pitch": ((0.6, 1.8), (1.7, 1.6), (2.6, 0.0))}

FIDGETS: Final[dict[str, Clip]] = {
    "curl left": Clip(0.5, 0.4, 0.9, pose={"l.index": 1.25, "l.middle": 1.4, "l.ring": 1.45, "l.little": 1.4, "l.thumb": 1.3}),
    "curl right": Clip(0.55, 0.3, 1.0, pose={"r.index": 1.2, "r.middle": 1.35, "r.ring": 1.4, "r.little": 1.35, "r.thumb": 1.25}),
    "spread fingers": Clip(0.6, 0.3, 0.9, pose={
        "r.index": 0.35, "r.middle": 0.4, "r.ring": 0.45, "r.little": 0.4, "r.spread": 2.0, "r.thumb": 0.2, "r.hand.z": -2.0,
    }),
    "touch hair": Clip(
        0.95, 0.75, 1.0, pose=arm("r", -42, -48, -88, 132, -20, (5, 5), up=1, curl=0.85) | {"r.index": 0.6, "r.middle": 0.75},
        reaches=(Reach("r", "hair", (0.028, 0.0, -0.012), "index", (-0.42, 0.80, -0.42), (-0.72, -0.42, -0.55),
                       (0.75, -0.60, 0.28)),),
        keys={"head.roll": ((0.7, -3.5), (1.7, -3.0), (2.7, 0.0)), "head.yaw": ((0.8, 2.0), (2.6, 0.0)),
              "head.pitch": ((0.8, 1.5), (2.6, 0.0))},
    ),
    "tug sleeve": Clip(
        0.8, 0.9, 0.9, pose=arm("r", -62, -68, -25, 70, 10, (0, -5), curl=1.2) | arm("l", -40, -72, -10, 62, 0, (0, 0), curl=0.9),
        reaches=(Reach("r", "other forearm", (0.0, 0.012, 0.02), "palm", (-0.85, -0.25, 0.35), (0.0, -0.75, -0.65)),),
        gaze="down", keys=LOOK_DOWN | {"l.fore": ((0.9, 0.0), (1.15, 12.0), (1.5, 3.0), (2.4, 0.0))},
    ),
    "smooth clothes": Clip(
        0.7, 0.8, 0.9, pose=both(y=-40.0, z=-72.0, x=-10.0, elbow=48.0, fore=20.0, hand=(0.0, -10.0), curl=0.5),
        reaches=pair("low", (0.075, -0.015, 0.012), "palm", (-0.30, -0.93, 0.15), (0.05, -0.05, -1.0)),
        keys=LOOK_DOWN | {"l.elbow": ((0.7, 0.0), (1.2, -9.0), (2.2, 0.0)),
                          "r.elbow": ((0.7, 0.0), (1.25, -9.0), (2.2, 0.0))},
        gaze="down",
    ),
    "look at hand": Clip(
        0.8, 1.3, 0.9, pose=arm("r", -52, -62, -40, 88, -70, (8, 8), curl=0.75) | {"r.spread": 1.3},
        keys={"head.pitch": ((0.7, 4.0), (1.9, 3.5), (2.8, 0.0)), "neck.pitch": ((0.7, 2.0), (1.9, 1.7), (2.8, 0.0)),
              "head.yaw": ((0.7, -2.5), (1.9, -2.2), (2.8, 0.0)),
              "r.hand.y": ((1.1, 0.0), (1.45, 10.0), (1.9, -4.0), (2.6, 0.0))},
        gaze="hand",
    ),
}
SELF_TOUCH: Final = frozenset({"touch hair", "tug sleeve", "smooth clothes"})
"""Rarer than the others: who touches herself much seems nervous."""
HANDS_FREE: Final = frozenset({"curl left", "curl right", "spread fingers"})
"""What goes with a pose that needs the hands elsewhere."""
