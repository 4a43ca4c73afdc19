"""A microphone of the sound server's, without Qt: nothing in it waits, and it ends where its device goes."""

from __future__ import annotations

import ctypes
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from voice.devices.faults import NamedInputFault
from voice.devices.pulse import structures as s
from voice.devices.pulse.server import PulseServer
from voice.devices.system import Flow

PIECE: Final = 0.02
"""Seconds after which the server hands over what it has."""

KEPT: Final = 5.0
"""Seconds that the server keeps for a window that stands still."""


class PulseRecording:
    """`voice.devices.system.OpenInput` on a source, at `rate` whatever its own is.

    It does not move: the server would hang it on any other source, be it what she says herself. Raises `InputFault`.
    """

    def __init__(self, server: PulseServer, device: str, rate: int) -> None:
        self._server, self.rate = server, rate
        self._context = server.context
        self._stream: Any = None
        if server.context is None:
            raise NamedInputFault("system")
        size = int(PIECE * rate) * 2
        wanted = s.BufferAttributes(int(KEPT * rate) * 2, s.INVALID, s.INVALID, s.INVALID, size)
        with server.held() as lib:
            spec = s.SampleSpec(s.S16LE, rate, 1)
            stream = lib.pa_stream_new(server.context, b"Listening", ctypes.byref(spec), None)
            if not stream:
                raise NamedInputFault("busy", device)
            flags = s.DONT_MOVE | s.ADJUST_LATENCY
            if lib.pa_stream_connect_record(stream, device.encode(), ctypes.byref(wanted), flags) < 0:
                lib.pa_stream_unref(stream)
                raise NamedInputFault("busy", device)
        self._stream = stream

    def read(self) -> npt.NDArray[np.int16]:
        """See `OpenInput`."""
        pieces: list[bytes] = []
        data, size = ctypes.c_void_p(), ctypes.c_size_t()
        if self._stream is not None:
            with self._server.held() as lib:
                while lib.pa_stream_get_state(self._stream) == s.STREAM_READY:
                    if lib.pa_stream_peek(self._stream, ctypes.byref(data), ctypes.byref(size)) < 0 or not size.value:
                        break
                    if data.value:  # a hole, where the server lost some, has none
                        pieces.append(ctypes.string_at(data.value, size.value))
                    lib.pa_stream_drop(self._stream)
        return np.frombuffer(b"".join(pieces), "<i2")

    def flow(self) -> Flow:
        """See `OpenInput`."""
        if self._stream is None or self._server.context is not self._context:
            return "gone"
        with self._server.held() as lib:
            state = lib.pa_stream_get_state(self._stream)
        return "gone" if state >= s.STREAM_FAILED else "open" if state == s.STREAM_READY else "opening"

    def close(self) -> None:
        """See `OpenInput`."""
        stream, self._stream = self._stream, None
        if stream is not None:
            self._server.end_stream(stream)
