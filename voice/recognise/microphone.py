"""A microphone that is held on to: it goes and comes back, changes places, sleeps, and always says why nothing comes."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

import numpy as np
import numpy.typing as npt

from voice.devices.device import SoundDevice, by_id_or_name, meant
from voice.devices.faults import NamedInputFault, told_input
from voice.devices.input_systems import input_system
from voice.devices.pace import Pace
from voice.devices.sleep import SleepWatch
from voice.devices.system import InputSystem, OpenInput
from voice.errors import InputFault

BREAK: Final = 0.3
"""Seconds without a sample after which what was being said is no more whole. What is shorter than that nobody hears of."""

FIRST: Final = 5.0
"""Seconds a microphone may take to give its first sample: one over Bluetooth has to change its manners first."""

HOLE: Final = 0.6
"""Seconds without a sample, of one that gave some, after which words would have a hole."""

STALLED: Final = 2.0
"""Seconds without a sample, of one that gave some, after which it is opened anew."""

RETRY: Final = 3.0
"""Seconds between two quiet trials of one that another program keeps, or that gives nothing."""

Hear = Callable[[npt.NDArray[np.int16], int], None]
Tell = Callable[[InputFault | None], None]


class Microphone:
    """Wanted from construction to `close`: the one of this id or name, the system's default one where none is chosen or while
    the chosen one is away. Everything belongs to the thread that made it; nothing in it waits.

    `hear` gets each piece with its rate. `tell` gets each fault once, when it begins or another takes its place, and None once
    all is well again; while one is told whose `deaf` is true, nothing is heard. Raises `InputFault` where this system has no
    way to listen at all.
    """

    def __init__(
        self,
        device: str,
        hear: Hear,
        tell: Tell,
        *,
        system: InputSystem | None = None,
        clock: Callable[[], float] = time.monotonic,
        sleep: SleepWatch | None = None,
    ) -> None:
        self._chosen, self._hear, self._tell, self._clock = device, hear, tell, clock
        self._system = system if system is not None else input_system()
        self._sleep = sleep if sleep is not None else SleepWatch()
        self._device: SoundDevice | None = None
        self._input: OpenInput | None = None
        self._serial = -1
        self._closed = self._flows = False
        self._pace, self._paced = Pace(), False
        self._last = self._opened = clock()
        self._again = float("-inf")
        self._trouble, self._about, self._wanted = "", "", device
        """Why nothing comes, the device that it is about, and the name of the chosen one."""
        self.fault: NamedInputFault | None = None
        """What `tell` was last given."""
        self._choose()

    @property
    def name(self) -> str:
        """The microphone in use, in the system's words; empty while there is none."""
        return self._device.name if self._device is not None else ""

    def check(self) -> None:
        """Call on every frame: hands on what waits, and follows what happens to the devices."""
        if self._closed:
            return
        if self._sleep.woke():
            self._let_go("slept", "")
            self._last = float("-inf")
        self._system.poll()
        self._read()
        if self._closed:  # what heard may have closed
            return
        if self._system.serial != self._serial:
            self._again = float("-inf")
            self._choose()
        elif self._input is None and self._clock() >= self._again:
            self._choose()
        self._say(self._cause())

    def close(self) -> None:
        """Let go of the device; nothing is told any more."""
        self._closed = True
        if self._input is not None:
            self._input.close()
            self._input = None

    # --- which one

    def _choose(self) -> None:
        """Hold on to the one that is meant by now."""
        self._serial = self._system.serial
        if self._system.presence == "absent":
            self._let_go("system", "")
        if self._system.presence != "ready":
            return
        devices = self._system.inputs
        found, before = meant(devices, self._chosen), self._device
        if before is not None and (found is None or found.id != before.id):
            here = found is not None and by_id_or_name(devices, before.id) is not None
            self._let_go(*("opening", found.name) if here and found else ("lost", before.name))
        if found is None:
            if self._trouble not in ("lost", "slept"):
                self._trouble, self._about = "missing", ""
            return
        if self._chosen in (found.id, found.name):
            self._wanted = found.name
        self._device = found
        if self._input is None and self._clock() >= self._again:
            self._open(found)

    def _miss(self, why: str, about: str = "") -> None:
        """Nothing comes, and why; what went before is the better reason."""
        if not self._trouble:
            self._trouble, self._about = why, about

    def _open(self, device: SoundDevice) -> None:
        now = self._clock()
        try:
            self._input = self._system.open(device)
        except InputFault:
            self._refused(device.name, now)
            return
        self._opened, self._flows = now, False
        self._pace.begin(now)

    def _refused(self, name: str, now: float) -> None:
        """It is there and not for us; one that was in use a moment ago may only be about to vanish from the list."""
        gone = self._trouble == "lost" and now - self._last < RETRY
        self._let_go(*("lost", self._about, now + BREAK) if gone else ("busy", name, now + RETRY))

    def _let_go(self, why: str, about: str, again: float = float("-inf")) -> None:
        """Close what is open, and try again at `again`; the cause is told unless sound comes before it matters."""
        if self._input is not None:
            self._input.close()
        self._input = self._device = None
        self._trouble, self._about, self._again = why, about, again

    # --- what comes

    def _read(self) -> None:
        if self._input is None:
            return
        now = self._clock()
        pcm = self._input.read()
        if len(pcm):
            self._last, self._flows, self._trouble = now, True, ""
            self._pace.count(len(pcm) / self._input.rate, now)
            self._hear(pcm, self._input.rate)
        elif self._input.flow() == "gone":
            if self._flows:
                self._let_go("lost", self.name)
            else:
                self._refused(self.name, now)
        else:
            self._doubt(now)
        if self._pace.wrong and not self._paced:
            self._paced = True  # opened anew, it may tell its new rate
            self._let_go("opening", self.name)

    def _doubt(self, now: float) -> None:
        """It is open, and nothing comes."""
        waited = now - max(self._last, self._opened)
        if self._flows and waited > HOLE:
            self._system.doubt()
            self._miss("stalled", self.name)
        if waited > (STALLED if self._flows else FIRST) and self._system.presence == "ready":
            self._let_go("stalled", self.name, now if self._flows else now + RETRY)

    # --- what is wrong

    def _cause(self) -> NamedInputFault | None:
        """Why nothing comes, or not what is wanted."""
        if self._input is not None and self._flows and not self._trouble:
            return self._blemish()
        if self._clock() - self._last <= BREAK:
            return self.fault
        if self._system.presence == "hangs":
            return NamedInputFault("hangs")
        if self._flows and self._trouble == "stalled" and self.fault is not None:
            return self.fault  # the server answers again, and the sound is about to
        return NamedInputFault(self._trouble, self._about) if self._trouble else self.fault

    def _blemish(self) -> NamedInputFault | None:
        """Sound comes: is it from the right one, and can it be any good?"""
        device = by_id_or_name(self._system.inputs, self._device.id) if self._device is not None else None
        if device is None:
            return self.fault
        if fault := told_input(device):
            return fault
        if self._pace.wrong:
            return NamedInputFault("rate", device.name)
        if self._chosen and self._chosen not in (device.id, device.name):
            return NamedInputFault("elsewhere", self._wanted, device.name)
        return None

    def _say(self, fault: NamedInputFault | None) -> None:
        if str(fault) != str(self.fault):
            self.fault = fault
            self._tell(fault)
