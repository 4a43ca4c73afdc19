"""A held pose as data: how she stands or sits until told otherwise. Idle life goes on on top of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from avatars.life.channels import Channels
from avatars.life.clip import Face
from avatars.life.reach import Reach

Motion = Callable[[float], Channels]
"""What goes on in a pose, added to it: of the seconds since it began."""


@dataclass(frozen=True, slots=True)
class Pose:
    """`channels` replace those of standing at ease; all others stay as they are there."""

    channels: Mapping[str, float] = field(default_factory=dict)
    reaches: tuple[Reach, ...] = ()
    faces: tuple[Face, ...] = ()
    """Expressions kept meanwhile; `begin` counts from the start, `seconds` does not matter."""
    gaze: str = ""
    """``user`` looks at the user while the pose is taken; empty: as she likes."""
    motion: Motion | None = None
    seconds: float = 0.9
    """How long it takes to get there."""
    lean: Mapping[str, float] = field(default_factory=dict)
    """Degrees (metres) added half-way there: what balance asks for."""
    sway: float = 1.0
    """How much of the weight shifts and the sway of standing is left."""
    seated: bool = False
    asleep: bool = False
