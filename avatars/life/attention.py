"""What she attends to: how an activity begins, how she listens, when she thinks with her whole body."""

from __future__ import annotations

from typing import Final

from avatars.life.blink import Blinks
from avatars.life.breath import Breath
from avatars.life.easing import Occasion, Random, lognormal
from avatars.life.face import Face
from avatars.life.gaze import Gaze
from avatars.life.gestures import Gestures
from avatars.ports import Activity

POSTURES: Final[dict[Activity, dict[str, float]]] = {
    "idle": {},
    "listening": {"spine.pitch": 1.6, "head.pitch": -0.8, "head.roll": 2.0},
    "speaking": {"spine.pitch": 0.6, "head.pitch": -0.6},
    "thinking": {"head.roll": 3.5, "neck.pitch": -1.0},
    "reading": {"spine.pitch": 1.0, "head.pitch": 2.0},
}
"""Degrees that an activity adds to how she stands."""
PLACES: Final = {"hand": (-9.0, 15.0), "down": (3.0, 17.0)}
"""Yaw and pitch, from the way to the user, of what she looks at on herself."""
MEETS: Final[dict[Activity, tuple[float, float, float]]] = {"speaking": (1.6, 0.8, 3.0), "listening": (3.5, 2.0, 5.0)}
"""Seconds of the look that a talk begins with: median, least and most."""
NODS: Final = 9.0
"""A minute, while the user talks."""


class Attention:
    """Reacts to what happens; holds the timers of reactions that come a little later."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._nods = Occasion(random, NODS, 4.0)
        self._in_state = 0.0
        self._look_away = -1.0
        self._pose = -1.0
        self._back = self._smile = -1.0
        self._directed = ""
        self.late = 0.0
        """Seconds she takes to look at somebody who begins to speak, or before she speaks herself."""
        self.greets = 0.0
        """How likely a small smile answers the user's words, 0..1."""

    def begin(self, state: Activity, gaze: Gaze, breath: Breath, gestures: Gestures) -> None:
        """An activity starts."""
        self._in_state = 0.0
        self._look_away = self._pose = self._back = self._smile = -1.0
        gestures.release()
        if state == "speaking":
            breath.inhale(1.4)
            self._meet(state, gaze)
        elif state == "listening":
            self._meet(state, gaze)
        elif state == "thinking":
            self._look_away = float(self._random.uniform(0.35, 0.6))
            if float(self._random.random()) < self.greets:
                self._smile = float(self._random.uniform(0.15, 0.35))
            self._pose = float(self._random.uniform(2.6, 3.8)) if float(self._random.random()) < 0.5 else -1.0
        elif state == "reading":
            gaze.look(False, lognormal(self._random, 1.8, 0.3, 0.8, 3.0), state)

    def _meet(self, state: Activity, gaze: Gaze) -> None:
        """Look at the user: at once, or after a while where she is hurt."""
        if self.late >= 0.1:
            self._back = self.late * float(self._random.uniform(0.7, 1.3))
            return
        median, low, high = MEETS[state]
        gaze.look(True, lognormal(self._random, median, 0.3, low, high), state)

    def update(self, dt: float, state: Activity, gaze: Gaze, gestures: Gestures, face: Face) -> None:
        """Advance the timers."""
        before, self._in_state = self._in_state, self._in_state + dt
        if before < self._look_away <= self._in_state:
            gaze.look(False, lognormal(self._random, 3.0, 0.3, 1.5, 5.0), state)
        if before < self._back <= self._in_state:
            median, low, high = MEETS.get(state, MEETS["speaking"])
            gaze.look(True, lognormal(self._random, 0.8 * median, 0.3, low, high), state)
        if before < self._smile <= self._in_state:
            face.mini_smile()
        if before < self._pose <= self._in_state and state == "thinking" and not gestures.busy:
            gestures.play("think", keep=True)
        if state == "listening" and not gestures.busy and self._nods.due(dt):
            gestures.play(str(self._random.choice(("small nod", "double nod", "long nod"), p=(0.5, 0.35, 0.15))))
            if float(self._random.random()) < 0.25:
                face.mini_smile()

    def direct(self, where: str, gaze: Gaze, state: Activity) -> None:
        """A gesture wants her to look at the user or away; it is told every frame and acts once."""
        if where in PLACES:
            gaze.look_at(*PLACES[where], 0.4)
        elif gaze.on_user != (where == "user"):
            gaze.look(where == "user", 1.4, state)

    def phrase_ended(self, blinks: Blinks) -> None:
        """A pause in her own speech: people blink there."""
        if float(self._random.random()) < 0.33:
            blinks.nudge(float(self._random.uniform(0.0, 0.2)))

    def maybe_blink(self, blinks: Blinks) -> None:
        """A shift of weight begins."""
        if float(self._random.random()) < 0.5:
            blinks.nudge(0.1)

    @staticmethod
    def posture(state: Activity) -> dict[str, float]:
        """Degrees that the activity adds."""
        return POSTURES[state]
