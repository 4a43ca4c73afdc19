"""A gesture as data: poses of the arms held for a while, swings on top, small movements of head and trunk in keys.

Arm numbers are those of the left arm in the normalised rig (see `channels`); the right one mirrors them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from avatars.life.reach import Reach


@dataclass(frozen=True, slots=True)
class Swing:
    """A channel that swings `degrees` to either side, `hz` times a second, for `cycles`, each smaller by `fade`."""

    channel: str
    degrees: float
    hz: float
    begin: float
    cycles: float
    fade: float = 0.8


@dataclass(frozen=True, slots=True)
class Face:
    """An expression that goes with a gesture."""

    name: str
    weight: float
    begin: float
    seconds: float


@dataclass(frozen=True, slots=True)
class Clip:
    """`pose` is taken over `rise` seconds, kept for `hold`, let go over `fall`; `keys` are added: (second, degrees) each."""

    rise: float
    hold: float
    fall: float
    pose: Mapping[str, float] = field(default_factory=dict)
    keys: Mapping[str, tuple[tuple[float, float], ...]] = field(default_factory=dict)
    swings: tuple[Swing, ...] = ()
    faces: tuple[Face, ...] = ()
    reaches: tuple[Reach, ...] = ()
    """What the hands touch while the pose is held."""
    touch_after: float = 0.0
    """Seconds after its pose is begun that the hands go on to what they touch."""
    gaze: str = ""
    """``user``, ``away``, ``hand`` (the right one, before her) or ``down``: where she looks meanwhile; empty: as she likes."""
    anticipation: float = 0.0
    """Part of the pose the arms first go the other way, for large gestures."""

    @property
    def seconds(self) -> float:
        """From begin to end, the latest finger included."""
        return self.rise + self.hold + self.fall + 0.3


def arm(side: str, y: float, z: float, x: float, elbow: float, fore: float, hand: tuple[float, float],
        up: float = 0.0, curl: float | None = 0.8) -> dict[str, float]:
    """The channels of one arm; `curl` of all fingers, None leaves them."""
    made = {f"{side}.y": y, f"{side}.z": z, f"{side}.x": x, f"{side}.elbow": elbow, f"{side}.fore": fore,
            f"{side}.hand.y": hand[0], f"{side}.hand.z": hand[1], f"{side}.up": up}
    if curl is not None:
        made |= {f"{side}.{finger}": curl for finger in ("index", "middle", "ring", "little")} | {f"{side}.thumb": curl}
    return made


def both(**numbers: object) -> dict[str, float]:
    """Both arms alike, the right one a little less: nothing is mirrored exactly."""
    left, right = arm("l", **numbers), arm("r", **numbers)  # type: ignore[arg-type]
    return left | {name: value * 0.96 for name, value in right.items()}
