"""The way to listen on this machine."""

from __future__ import annotations

from typing import Final

from voice.devices.pulse.inputs import PulseInputs
from voice.devices.pulse.server import pulse_server
from voice.devices.qt_inputs import QtInputs
from voice.devices.system import InputSystem
from voice.errors import InputFault

GLANCE: Final = 0.15
"""Seconds to find out whether a sound server is there: it says so within ten milliseconds."""


def input_system() -> InputSystem:
    """The sound server's own way where there is one, since Qt's waits for a server that hangs, and the window with it.

    Raises `InputFault` where neither is to be had.
    """
    server = pulse_server()
    if server.usable and (server.settle(GLANCE) or server.presence != "absent"):
        return PulseInputs(server)
    try:
        qt = QtInputs()
    except InputFault:
        if server.usable:
            return PulseInputs(server)
        raise
    return qt if qt.inputs or not server.usable else PulseInputs(server)
