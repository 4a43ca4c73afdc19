"""The way to a loudspeaker on this machine."""

from __future__ import annotations

from typing import Final

from voice.devices.faults import NamedOutputFault
from voice.devices.pulse.playback import PulsePlayback
from voice.devices.pulse.server import pulse_server
from voice.output.qt_stream import QtStream
from voice.output.stream_out import Stream

GLANCE: Final = 0.25
"""Seconds to find out whether a sound server is there and answers: it does within ten milliseconds."""

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
    server.doubt()
    server.poll()
    if server.presence == "hangs":  # known already: nobody waits a second time
        raise NamedOutputFault("hangs")
    if server.usable and server.settle(GLANCE):
        _spoken_to.add(id(server))
        return PulsePlayback(server, device, rate)
    if server.usable and (server.presence != "absent" or id(server) in _spoken_to):
        raise NamedOutputFault("hangs" if server.presence != "absent" else "system")
    return QtStream(device, rate)
