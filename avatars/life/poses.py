"""The poses she holds until told otherwise, by name. Arm numbers as in `channels`."""

from __future__ import annotations

from typing import Final

from avatars.life.clip import Face, arm, both
from avatars.life.clips import CLASPED, HEART, HEART_HANDS
from avatars.life.dance import dance
from avatars.life.pose import Pose
from avatars.life.reach import Reach

EVEN: Final = {
    "hips.x": 0.0, "hips.roll": 0.0, "hips.yaw": 0.0, "spine.roll": 0.0, "upperChest.roll": 0.0, "upperChest.yaw": 0.0,
    "chest.yaw": 0.0, "head.roll": 1.0, "head.yaw": 0.0, "neck.yaw": 0.0,
}
"""Weight on both legs, the trunk straight."""
SITTING: Final = EVEN | {
    "hips.pitch": -6.0, "spine.pitch": 5.0, "chest.pitch": 2.0, "upperChest.pitch": 1.0, "knee.l": -10.0, "knee.r": 4.0,
    "hips.yaw": 3.0, "spine.yaw": -1.5,
}
SIT_LEAN: Final = {"spine.pitch": 13.0, "hips.pitch": 20.0, "chest.pitch": 5.0, "neck.pitch": -9.0, "head.pitch": -8.0}
"""Going down and getting up she leans forward over her feet."""
LAP: Final = {"y": -62.0, "z": -66.0, "x": -30.0, "elbow": 52.0, "fore": 60.0, "hand": (-10.0, 15.0), "up": -2.0, "curl": 0.85}
ON_LAP: Final = (
    Reach("r", "lap", (-0.035, 0.0, 0.004), "palm", (-0.62, -0.20, 0.76), (0.0, -0.25, -0.97), (0.75, -0.55, -0.35)),
    Reach("l", "lap", (-0.045, 0.0, 0.016), "palm", (-0.72, -0.16, 0.68), (0.0, -0.25, -0.97), (0.75, -0.55, -0.35)),
)

POSES: Final[dict[str, Pose]] = {
    "stand": Pose(),
    "relaxed": Pose(
        both(y=-62.0, z=-70.0, x=-25.0, elbow=38.0, fore=30.0, hand=(-5.0, -18.0), up=-2.0, curl=1.0),
        CLASPED,
        seconds=1.0,
    ),
    "lean": Pose(
        {"hips.x": 0.034, "hips.y": -0.012, "hips.roll": 4.0, "spine.roll": -4.5, "upperChest.roll": -4.0, "head.roll": 4.0}
        | arm("l", 15, -42, 68, 88, -20, (-20, 15), up=1.0, curl=0.9),
        (Reach("l", "hip", (0.019, 0.045, 0.02), "palm", (-0.35, -0.45, 0.82), (-0.90, -0.1, -0.35), (0.92, -0.1, -0.45)),),
        seconds=1.0, sway=0.5,
    ),
    "sit": Pose(SITTING | both(**LAP), ON_LAP, gaze="user", seconds=1.35, lean=SIT_LEAN, sway=0.12, seated=True),
    "sleep": Pose(
        SITTING | both(**LAP) | {"head.pitch": 9.0, "neck.pitch": 5.0, "head.roll": 10.0, "head.yaw": 4.0, "chest.pitch": 5.0,
                                 "l.up": -4.0, "r.up": -5.0},
        ON_LAP, seconds=1.8, lean=SIT_LEAN, sway=0.06, seated=True, asleep=True,
    ),
    "dance": Pose(
        EVEN | both(y=-10.0, z=-58.0, x=5.0, elbow=78.0, fore=0.0, hand=(0.0, 5.0), curl=0.9)
        | {"hips.y": -0.016, "head.roll": 0.0},
        faces=(Face("happy", 0.55, 0.3, 0.0),), motion=dance, seconds=1.2, sway=0.0,
    ),
    "hug": Pose(
        both(y=-38.0, z=-22.0, x=-45.0, elbow=38.0, fore=-72.0, hand=(0.0, -6.0), up=3.0, curl=0.45)
        | {"spine.pitch": 4.0, "hips.pitch": 2.0, "head.roll": 5.0},
        faces=(Face("happy", 0.6, 0.0, 0.0),), gaze="user", seconds=0.8, sway=0.7,
    ),
    "heart": Pose(
        HEART, HEART_HANDS, faces=(Face("happy", 0.6, 0.0, 0.0),), gaze="user", seconds=0.7, sway=0.7,
    ),
    "peace": Pose(
        arm("r", -60, -50, -85, 125, -20, (5, 5), up=2.0) | {
            "r.index": -0.15, "r.middle": -0.1, "r.ring": 1.85, "r.little": 1.9, "r.thumb": 1.3, "r.oppose": 0.75,
            "r.spread": 6.5, "head.roll": -6.0, "head.yaw": 0.0},
        (Reach("r", "cheek", (0.085, 0.0, 0.06), "palm", (0.10, 0.98, 0.05), (-0.35, 0.0, 0.94), (0.75, -0.60, 0.25)),),
        faces=(Face("happy", 0.65, 0.0, 0.0),), gaze="user", seconds=0.8,
    ),
    "cheek": Pose(
        arm("r", -80, -58, -60, 130, -50, (10, 0), curl=0.6) | arm("l", -72, -66, -45, 80, -70, (0, 0), curl=1.0)
        | {"head.roll": -7.0, "head.pitch": 1.0},
        (Reach("r", "cheek", (0.006, -0.018, 0.010), "palm", (0.12, 0.91, -0.40), (-0.86, 0.10, -0.50), (0.55, -0.80, 0.25)),
         Reach("l", "other elbow", (0.03, -0.035, 0.03), "palm", (-0.80, 0.12, -0.58), (0.10, 0.92, -0.35), (0.80, -0.60, 0.0))),
        faces=(Face("relaxed", 0.6, 0.0, 0.0),), gaze="user", seconds=1.0, sway=0.7,
    ),
    "behind": Pose(
        both(y=42.0, z=-66.0, x=20.0, elbow=48.0, fore=30.0, hand=(0.0, 0.0), up=-1.0, curl=1.0)
        | {"chest.pitch": -3.0, "spine.pitch": 2.0, "head.roll": 6.0},
        (Reach("r", "hip", (-0.085, 0.0, -0.125), "palm", (-0.88, -0.40, -0.1), (0.0, 0.1, -1.0), (0.72, -0.45, -0.6)),
         Reach("l", "hip", (-0.085, 0.01, -0.150), "palm", (-0.88, -0.40, -0.1), (0.0, 0.1, -1.0), (0.72, -0.45, -0.6))),
        faces=(Face("relaxed", 0.5, 0.0, 0.0),), gaze="user", seconds=1.0,
    ),
}
"""What she can hold."""
