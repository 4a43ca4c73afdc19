"""What she can be asked to do, passed on to the life in her."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from avatars.life.body import Body
from avatars.ports import Accent, Activity, Bearing
from avatars.rig.puppet import Puppet


class Performing:
    """A `Performer` as far as the body goes; clothes and camera are the stage's."""

    body: Body
    puppet: Puppet

    @property
    def expressions(self) -> tuple[str, ...]:
        """Expressions of this avatar, presets and its own."""
        return self.puppet.mixer.names

    @property
    def gestures(self) -> tuple[str, ...]:
        """Gestures she knows."""
        return self.body.gestures

    def shows(self, expression: str) -> bool:
        """Whether this avatar shows an expression, by itself or by a stand-in; names match in any case."""
        return self.puppet.mixer.has(expression)

    def express(self, name: str, weight: float, hold: float = 4.0) -> None:
        """Ease into an expression for `hold` seconds; `neutral` lets go of all."""
        self.body.express(name, weight, hold)

    def gesture(self, name: str) -> bool:
        """Play a gesture once; False if she knows none of that name."""
        return self.body.gesture(name)

    @property
    def poses(self) -> tuple[str, ...]:
        """Poses she can hold."""
        return self.body.poses

    def pose(self, name: str | None) -> bool:
        """Take a pose and hold it; None stands at ease again. False if she knows none of that name."""
        return self.body.pose(name)

    def mouth(self, visemes: Mapping[str, float], closed: float = 0.0) -> None:
        """The lips now."""
        self.body.mouth(visemes, closed)

    def accents(self, at: float, marks: Sequence[Accent]) -> None:
        """The second of the sentence that sounds now, and all its stresses; none in silence."""
        self.body.accents(at, marks)

    def activity(self, state: Activity) -> None:
        """What she is doing."""
        self.body.activity(state)

    def bear(self, bearing: Bearing, seconds: float = 8.0) -> None:
        """Carry herself so from now on: stance, gaze, resting face, distance."""
        self.body.bear(bearing, seconds)

    def face(self, weights: Mapping[str, float]) -> None:
        """Keep exactly these expressions, together, until told otherwise: for pictures."""
        self.body.express("neutral", 1.0)
        for name, weight in weights.items():
            self.body.express(name, weight, hold=math.inf, alone=False)

    def hold_still(self, still: bool) -> None:
        """Stand in the neutral phase of all idle motion, for pictures that have to repeat exactly."""
        self.body.still = still
