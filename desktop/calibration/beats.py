"""What one taps along with: clicks on the loudspeaker's clock, or flashes at the moments they were painted."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from desktop.calibration.clicks import BEATS, LEAD, PERIOD, RATE, beat_times, clicks
from voice.ports import AudioOut, Sound

TICK: Final = 4
LIT: Final = 0.12
"""Seconds a flash lasts."""


class Beats(QObject):
    """`over` once all have been. `now` is the time of the beats' own clock, `seen` those that were."""

    over = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.seen: list[float] = []
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(TICK)
        self._timer.timeout.connect(self.step)

    def start(self) -> None:
        """Begin anew."""
        self.seen = []
        self._timer.start()

    def stop(self) -> None:
        """No more of them."""
        self._timer.stop()

    def now(self) -> float:
        """Seconds."""
        raise NotImplementedError

    def step(self) -> None:
        """Time passes."""
        raise NotImplementedError


class SoundBeats(Beats):
    """Clicks through a loudspeaker; its played time is the clock, as it is for her lips."""

    def __init__(self, out: AudioOut, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._out = out

    def start(self) -> None:
        """All clicks as one sound."""
        super().start()
        self._out.add(Sound(clicks(), RATE, lambda: None, self.ended))

    def stop(self) -> None:
        """Silence."""
        super().stop()
        self._out.stop()

    def now(self) -> float:
        """Seconds of the clicks that were heard."""
        return self._out.played()

    def step(self) -> None:
        """Those that were heard by now."""
        at = self.now()
        self.seen = [beat for beat in beat_times() if beat <= at] if at > 0 else self.seen

    def ended(self) -> None:
        """The last one was heard."""
        self.seen = beat_times()
        super().stop()
        self.over.emit()


class LightBeats(Beats):
    """Flashes: `show` paints one and is back once it is painted; that moment is its beat."""

    def __init__(
        self, show: Callable[[bool], None], parent: QObject | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(parent)
        self._show = show
        self._clock = clock
        self._began = 0.0
        self._lit = False

    def start(self) -> None:
        """From now on."""
        self._began = self._clock()
        self._lit = False
        super().start()

    def stop(self) -> None:
        """Dark."""
        super().stop()
        self._show(False)

    def now(self) -> float:
        """Seconds since the start."""
        return self._clock() - self._began

    def step(self) -> None:
        """A flash where one is due; dark again after a moment."""
        due = LEAD + PERIOD * len(self.seen)
        at = self.now()
        if self._lit and self.seen and at - self.seen[-1] >= LIT:
            self._lit = False
            self._show(False)
        elif not self._lit and len(self.seen) < BEATS and at >= due:
            self._lit = True
            self._show(True)
            self.seen.append(self.now())
        elif len(self.seen) >= BEATS and at >= self.seen[-1] + PERIOD:
            self.stop()
            self.over.emit()
