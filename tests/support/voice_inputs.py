"""Microphones that a script plugs in, pulls out, mutes, blocks and lets hang, in the time of a clock moved by hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from voice.devices.device import SoundDevice
from voice.devices.faults import NamedInputFault
from voice.devices.sleep import SleepWatch
from voice.recognise.microphone import Microphone

DESK, HEADSET = SoundDevice("desk", "Desk", True), SoundDevice("usb", "Headset", False, "headset")


class Desk:
    """`voice.devices.system.InputSystem`. What a microphone gives is asked of `sound(begin, end)`, in seconds of the clock."""

    def __init__(self, clock: Callable[[], float], *devices: SoundDevice) -> None:
        self.clock = clock
        self.inputs: tuple[SoundDevice, ...] = devices or (DESK, HEADSET)
        self.serial = 1
        self.presence = "ready"
        self.rates: dict[str, int] = {}
        self.speed = 1.0
        """How many of the samples it says it gives."""
        self.delay = 0.05
        """Seconds from the opening to the first sample."""
        self.busy: set[str] = set()
        self.silent: set[str] = set()
        """Of devices that are open and give nothing."""
        self.opened: list[ScriptedInput] = []
        self.sound: Callable[[float, float, int], np.ndarray] = lambda begin, end, rate: np.ones(
            round(end * rate) - round(begin * rate), np.int16
        )

    def plug(self, device: SoundDevice) -> None:
        """It is there."""
        self.inputs = (*(one for one in self.inputs if one.id != device.id), device)
        self.serial += 1

    def pull(self, name: str) -> None:
        """It is gone; another becomes the default."""
        left = [one for one in self.inputs if one.id != name]
        if left and not any(one.default for one in left):
            left[0] = replace(left[0], default=True)
        self.inputs = tuple(left)
        self.serial += 1

    def change(self, name: str, **how: object) -> None:
        """The system tells something else of it."""
        self.inputs = tuple(replace(one, **how) if one.id == name else one for one in self.inputs)  # type: ignore[arg-type]
        self.serial += 1

    def default(self, name: str) -> None:
        """The system's own is another."""
        self.inputs = tuple(replace(one, default=one.id == name) for one in self.inputs)
        self.serial += 1

    def stop(self) -> None:
        """The sound system ends."""
        self.presence, self.inputs = "absent", ()
        self.serial += 1

    def start(self, *devices: SoundDevice) -> None:
        """And runs again."""
        self.presence, self.inputs = "ready", devices or (DESK, HEADSET)
        self.serial += 1

    def poll(self) -> None: ...

    def doubt(self) -> None: ...

    def open(self, device: SoundDevice) -> ScriptedInput:
        assert self.presence == "ready", "a system that is not there was asked"
        if device.id in self.busy:
            raise NamedInputFault("busy", device.name)
        self.opened.append(ScriptedInput(self, device))
        return self.opened[-1]


class ScriptedInput:
    """Gives every sample of the time in which its device was there."""

    def __init__(self, desk: Desk, device: SoundDevice) -> None:
        self.desk, self.device = desk, device
        self.rate = desk.rates.get(device.id, 16000)
        self.at = desk.clock() + desk.delay
        self.closed = self.dead = False

    def read(self) -> np.ndarray:
        assert not self.closed
        now, desk = self.desk.clock(), self.desk
        if self.flow() == "gone" or now <= self.at or desk.presence != "ready" or self.device.id in desk.silent:
            return np.zeros(0, np.int16)
        begin, self.at = self.at, now
        return desk.sound(begin * desk.speed, now * desk.speed, self.rate)

    def flow(self) -> str:
        here = self.device.id in {one.id for one in self.desk.inputs}
        self.dead = self.dead or not here or self.desk.presence == "absent" or self.device.id in self.desk.busy
        return "gone" if self.dead else "open"

    def close(self) -> None:
        self.closed = True


class Kept:
    """A microphone at such a desk, and all that it told."""

    def __init__(self, clock: object, desk: Desk, chosen: str = "") -> None:
        self.clock, self.desk = clock, desk
        self.asleep = 0.0
        self.told: list[str] = []
        self.messages: list[str] = []
        self.heard: list[tuple[float, int, int]] = []
        """When, how many samples, at what rate."""
        sleep = SleepWatch(clock, lambda: clock() + self.asleep)  # type: ignore[operator, arg-type]
        self.microphone = Microphone(chosen, self.hear, self.tell, system=desk, clock=clock, sleep=sleep)  # type: ignore[arg-type]

    def hear(self, pcm: np.ndarray, rate: int) -> None:
        self.heard.append((self.clock(), len(pcm), rate))  # type: ignore[operator]

    def tell(self, fault: object) -> None:
        self.told.append(getattr(fault, "cause", ""))
        self.messages.append(f"{getattr(fault, 'message', '')} {getattr(fault, 'remedy', '')}")

    def run(self, seconds: float, frame: float = 1 / 30) -> None:
        """Let time pass, frame by frame."""
        for _ in range(max(1, round(seconds / frame))):
            self.clock.now += frame  # type: ignore[attr-defined]
            self.microphone.check()

    def silence(self, since: float) -> float:
        """Seconds from `since` to the first sample after it."""
        return next(at for at, _, _ in self.heard if at >= since) - since
