"""The way to a loudspeaker on this machine."""

from __future__ import annotations

from typing import Final

from voice.devices.faults import NamedOutputFault
from voice.devices.pulse.playback import PulsePlayback
from voice.devices.pulse.server import pulse_server
from voice.output.qt_stream import QtStream
from voice.output.stream_out import Stream

GLANCE: Final = 0.25
"""Seconds to find out whether a sound server is there: it says so within ten milliseconds."""

NEWS: Final = 0.04
"""Seconds to wait for its word on what changed; on a busy machine the old word has to do, and the stream moves later."""

_spoken_to: set[int] = set()
"""Threads on which the sound server was there before: one that is away is waited for then, and Qt left alone."""


def device_changes() -> int:
    """Another number after every change that the sound server told of."""
    server = pulse_server()
    server.poll()
    return server.serial if server.presence == "ready" else 0


def open_stream(device: str, rate: int) -> Stream:
    """The sound server's own way where there is one, since Qt's waits for a server that hangs (30 s were measured, with the
    window), and ends the process where one has gone. Raises `OutputFault`.
    """
    server = pulse_server()
    if server.usable:
        server.doubt()
        server.settle(NEWS if server.presence in ("ready", "hangs") else GLANCE)
        if server.presence == "ready":
            _spoken_to.add(id(server))
            return PulsePlayback(server, device, rate)
        if server.presence != "absent" or id(server) in _spoken_to:
            raise NamedOutputFault("system" if server.presence == "absent" else "hangs")
    return QtStream(device, rate)
