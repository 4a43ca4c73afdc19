"""Whether the sound server that Qt connected to still runs, where it can be known.

Qt 6.12 ends the whole process ("Assertion 'c' failed ... pa_context_get_state") when a device is opened after the PulseAudio
server went away for longer than a moment. So the server's process is noted at the first use and compared before every other.
"""

from __future__ import annotations

import os
import socket
import struct
import sys
from pathlib import Path
from typing import Final

from voice.errors import VoiceError

REMEDY: Final = "Start Hearth again; until then she speaks in captions."
PEER: Final = struct.Struct("3i")


def socket_path() -> Path | None:
    """Where the PulseAudio (or PipeWire) server of this session listens, if it does so at a path."""
    chosen = os.environ.get("PULSE_SERVER", "").split()
    if chosen:
        path = chosen[0].rpartition("}")[2].removeprefix("unix:")
        return Path(path) if path.startswith("/") else None
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    return Path(runtime) / "pulse" / "native" if runtime else None


def server_process() -> int | None:
    """The id of the process that listens there; None where nobody does or it cannot be known."""
    path = socket_path()
    if path is None or not sys.platform.startswith("linux"):
        return None
    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line:
            line.settimeout(0.2)
            line.connect(str(path))
            credentials = line.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, PEER.size)
    except OSError:
        return None
    return int(PEER.unpack(credentials)[0])


class SoundServer:
    """Remembers the server of the first use."""

    def __init__(self) -> None:
        self._first: int | None = None

    def check(self, fault: type[VoiceError]) -> None:
        """Raise `fault` if the server that was there is there no more."""
        if self._first is None:
            self._first = server_process()
        elif server_process() != self._first:
            raise fault("The sound system was stopped while Hearth ran.", REMEDY, kind=f"{fault.kind}-lost")


SERVER: Final = SoundServer()
"""That of this process."""
