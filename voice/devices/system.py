"""What a part that listens or plays asks of the system's sound."""

from __future__ import annotations

from typing import Literal, Protocol

import numpy as np
import numpy.typing as npt

from voice.devices.device import SoundDevice

Presence = Literal["ready", "opening", "absent", "hangs"]
"""Of whatever brings sound: ``opening`` until that is known; one that ``hangs`` must not be asked for anything."""

Flow = Literal["opening", "open", "gone"]


class OpenInput(Protocol):
    """A microphone that is open, of one device. Nothing in it waits."""

    rate: int

    def read(self) -> npt.NDArray[np.int16]:
        """What came since the last call, mono; empty where nothing did."""

    def flow(self) -> Flow:
        """Whether more may come."""

    def close(self) -> None:
        """Let go of it."""


class InputSystem(Protocol):
    """Where microphones come from. Nothing in it waits."""

    @property
    def presence(self) -> Presence:
        """Whether the system's sound is there."""

    @property
    def serial(self) -> int:
        """Another number after every change of `inputs`."""

    @property
    def inputs(self) -> tuple[SoundDevice, ...]:
        """All of them, `monitor` ones too."""

    def poll(self) -> None:
        """Take up what changed."""

    def doubt(self) -> None:
        """Nothing comes although something should: find out soon whether the system still answers."""

    def open(self, device: SoundDevice) -> OpenInput:
        """Raises `voice.errors.InputFault` where it cannot be opened."""
