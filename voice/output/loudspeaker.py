"""The loudspeaker while there is one, silence with a clock while there is none."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from voice.echo.reference import Reference
from voice.errors import OutputFault
from voice.output.open_stream import device_changes
from voice.output.qt_out import QtOut
from voice.output.silent import SilentOut
from voice.output.stream_out import Lost
from voice.ports import AudioOut, Sound

Open = Callable[[Lost], AudioOut]
"""Opens the real output; is given what to call when the device goes while it plays."""

AGAIN, SELDOM = 1.0, 30.0
"""Seconds until a device that failed is tried again: at first, and at most, twice as long after each failure. One that hangs is
tried seldom from the start: every trial holds up lips and captions."""

HANGS: Final = "audio-out-stalled"
"""The kind of fault of a device that is there and takes nothing."""

PROVEN: Final = 0.05
"""Seconds that a device which is tried again must play before it counts as being back."""


@dataclass(slots=True, eq=False)
class _Pending:
    """A sound that has not come to its end."""

    sound: Sound
    begun: bool = False


class Loudspeaker:
    """`voice.ports.AudioOut` that never fails: without a device the sentence goes on in silence from where it was.

    `on_fault` hears of it once per outage, `on_back` when sound is there again: in the midst of a sentence, as soon as the
    device is. One that goes while another can take over is no outage.
    """

    def __init__(
        self,
        open_real: Open,
        on_fault: Callable[[OutputFault], None] = lambda fault: None,
        on_back: Callable[[], None] = lambda: None,
        silent: SilentOut | None = None,
        clock: Callable[[], float] = time.monotonic,
        changes: Callable[[], int] = lambda: 0,
    ) -> None:
        self._changes = changes
        """Another number after every change of the devices: then the real one is tried at once."""
        self._seen = 0
        self._open, self._on_fault, self._on_back = open_real, on_fault, on_back
        self._silent = silent or SilentOut()
        self._clock = clock
        self._real: AudioOut | None = None
        self._now: AudioOut = self._silent
        self._pending: deque[_Pending] = deque()
        self._volume = 1.0
        self._told = False
        self._trial: tuple[_Pending, float] | None = None
        """The sound, and the seconds of it, at which a device was opened that has not yet shown that it plays."""
        self._failed: _Pending | None = None
        """The sound at which a device was last tried in vain."""
        self._hangs = False
        self._wait, self._next = AGAIN, float("-inf")

    @property
    def sounding(self) -> bool:
        """Whether sound comes out, as far as we know."""
        return not self._told

    def add(self, sound: Sound, heard: float = 0.0) -> None:
        """Play, or let the time of it pass."""
        pending = _Pending(sound, heard > 0)
        self._pending.append(pending)
        if len(self._pending) == 1 and self._now is self._silent and self._due():
            self._try(heard)
            return
        try:
            self._now.add(self._followed(pending), heard)
        except OutputFault as fault:
            self._to_silence(fault, heard)

    def played(self) -> float:
        """Seconds of the current sound that are over."""
        at = self._now.played()
        if not self._pending:
            return 0.0
        if self._now is self._silent:
            if self._due():
                self._silent.stop()
                self._try(at)
        elif self._trial is not None and self._proven(*self._trial, at):
            self._settle()
        return at

    def stop(self) -> None:
        """Silence at once."""
        self._pending.clear()
        self._now.stop()

    def volume(self, factor: float) -> None:
        """Loudness from 0 to 1."""
        self._volume = factor
        if self._real is not None:
            self._real.volume(factor)

    def close(self) -> None:
        """Let go of the device."""
        self.stop()
        self._close_real()

    # --- inside

    def _followed(self, pending: _Pending) -> Sound:
        """The sound, so that its beginning is told once, wherever it goes on, and its end is noted here."""

        def started() -> None:
            if not pending.begun:
                pending.begun = True
                pending.sound.started()

        def ended() -> None:
            if self._pending and self._pending[0] is pending:
                self._pending.popleft()
            pending.sound.ended()

        return Sound(pending.sound.pcm, pending.sound.rate, started, ended)

    def _due(self) -> bool:
        """Whether to try the device: when devices changed, with every sentence and after some time; one that hangs costs more,
        and only then."""
        if (seen := self._changes()) != self._seen:
            self._seen = seen
            return True
        return self._clock() >= self._next or (self._pending[0] is not self._failed and not self._hangs)

    def _try(self, heard: float) -> None:
        """Give the real output what is pending, from `heard` seconds on."""
        try:
            if self._real is None:
                self._real = self._open(self._lost)
                self._real.volume(self._volume)
            self._hand_over(self._real, heard)
        except OutputFault as fault:
            self._to_silence(fault, heard)
            return
        self._now = self._real
        self._trial = (self._pending[0], heard)

    def _hand_over(self, to: AudioOut, heard: float) -> None:
        for pending in self._pending:
            to.add(self._followed(pending), heard)
            heard = 0.0

    def _proven(self, tried: _Pending, since: float, at: float) -> bool:
        return self._pending[0] is not tried or at >= since + PROVEN

    def _settle(self) -> None:
        """The device plays."""
        self._trial = None
        self._failed, self._hangs = None, False
        self._wait, self._next = AGAIN, float("-inf")
        if self._told:
            self._told = False
            self._on_back()

    def _lost(self, fault: OutputFault, at: float) -> None:
        """Another device may take over at once; one that only hangs, or never played, would do so again."""
        self._close_real()
        if self._trial is None and self._pending and fault.kind != HANGS:
            self._try(at)
        else:
            self._to_silence(fault, at)

    def _to_silence(self, fault: OutputFault, at: float) -> None:
        self._close_real()
        self._now, self._trial = self._silent, None
        self._silent.stop()
        self._hand_over(self._silent, at)
        self._failed = self._pending[0] if self._pending else None
        self._hangs = fault.kind == HANGS
        if self._hangs:
            self._next = self._clock() + SELDOM
        elif self._clock() >= self._next:
            self._next = self._clock() + self._wait
            self._wait = min(SELDOM, 2 * self._wait)
        if not self._told:
            self._told = True
            self._on_fault(fault)

    def _close_real(self) -> None:
        real, self._real = self._real, None
        if real is not None:
            real.close()
            self._now = self._silent


def loudspeaker(device: str = "", reference: Reference | None = None, **callbacks: Any) -> Loudspeaker:
    """The system's loudspeaker with this id or name (empty: the default one); see `Loudspeaker` for the callbacks.

    `reference` is told what is heard of it.
    """
    return Loudspeaker(lambda lost: QtOut(device, lost, reference), changes=device_changes, **callbacks)
