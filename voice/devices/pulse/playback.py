"""A loudspeaker of the sound server's, without Qt: a long buffer that plays by itself, and calls that never wait."""

from __future__ import annotations

import ctypes
import time
from typing import Final

import numpy as np

from voice.devices.device import meant
from voice.devices.faults import NamedOutputFault
from voice.devices.pulse import structures as s
from voice.devices.pulse.server import PulseServer

BUFFER: Final = 8.0
"""Seconds of sound that may lie ready: the window may stand still for so long."""

PIECE: Final = 0.01
"""Seconds that the server takes at a time; with `EARLY_REQUESTS` its device waits no longer than that either."""

OPENING: Final = 0.03
"""Seconds to wait for the server's yes, which takes two milliseconds; after that the first frame writes."""

EDGE: Final = 0.02
"""Seconds from what the server has said it took to what it has certainly not taken yet: there new sound begins."""

CYCLE: Final = 1024 / 48000
"""Seconds of PipeWire's own piece: it asks for more, and so tells that it took some, that much later than PulseAudio."""

SPEAKING: Final = b"Speaking"
"""What a mixer shows."""


class PulsePlayback:
    """`voice.output.stream_out.Stream` on the loudspeaker with this id or name (empty: the system's default one).

    Behind what there is to hear lie zeros, which the next sound is written over: a stream that runs dry starts with a click.
    Its loudness is put into the samples, and those that lie ready are written anew when it changes: a volume of the server's own
    would be remembered for the program, and she as soft the next day. Raises `OutputFault`.
    """

    channels = 1

    def __init__(self, server: PulseServer, chosen: str, rate: int) -> None:
        self._server, self._chosen, self.rate = server, chosen, rate
        self._context = server.context
        self._stream: int | None = None
        found = meant(server.outputs, chosen)
        if found is None or server.context is None:
            raise NamedOutputFault("missing" if server.presence == "ready" else "system")
        self.name, self._id = found.name, found.id
        self._length = int(BUFFER * rate) * 2
        self._edge = round(EDGE * rate) * 2
        self._factor = 1.0
        self._ready = b""
        """The last that was written, as it came."""
        self._heard = 0
        """Bytes of sound in streams that ran dry, and in runs of this one that are over."""
        self._since = self._until = self._end = 0
        """Where in the stream what is to be heard began without a gap, and where it ends; where the zeros behind it end."""
        self._connect()

    def write(self, data: bytes) -> int:
        """See `Stream`."""
        if not data or self.room() < len(data):
            return 0
        taken = self._taken()
        if taken is not None and self._end and taken >= self._end:
            self._begin_anew()
            taken = self._taken()
        if taken is None:
            return 0
        start = max(self._until, taken + self._edge)
        if start > self._until:
            self._heard += self._until - self._since
            self._since = start
        self._until = start + len(data)
        self._ready = (self._ready + data)[-self._length :]
        self._put(start, data, taken)
        return len(data)

    def room(self) -> int:
        """See `Stream`."""
        taken = self._taken()
        return 0 if taken is None else max(0, self._length - self._edge - max(0, self._until - taken)) // 2 * 2

    def processed(self) -> float:
        """See `Stream`."""
        taken = self._taken()
        run = 0 if taken is None else max(0, min(taken, self._until) - self._since)
        return (self._heard + run) / (2 * self.rate)

    def alive(self) -> bool:
        """See `Stream`. It is asked on every frame: what the server tells is taken up here."""
        self._server.poll()
        return self._state() < s.STREAM_FAILED

    def doubted(self) -> None:
        """See `Stream`."""
        self._server.doubt()
        if self._server.presence == "hangs":
            raise NamedOutputFault("hangs")
        if self._server.context is not self._context:
            raise NamedOutputFault("system")

    def meant(self) -> bool:
        """See `Stream`."""
        wanted = meant(self._server.outputs, self._chosen)
        return wanted is None or wanted.id == self._id

    def delay(self) -> float | None:
        """See `Stream`."""
        device = 0.0
        if self._state() == s.STREAM_READY:
            with self._server.held() as lib:
                told = lib.pa_stream_get_timing_info(self._stream)
                device = told.contents.sink_usec / 1e6 if told else 0.0
        if self._server.pipewire:
            return max(0.0, device - CYCLE)
        return PIECE + max(PIECE, device)  # it may be told at a moment when the device is about to ask for more

    def volume(self, factor: float) -> None:
        """See `Stream`."""
        if factor == self._factor:
            return
        self._factor = factor
        taken = self._taken()
        if taken is None:
            return
        start = max(taken + self._edge, self._until - len(self._ready))
        if start < self._until:
            self._put(start, self._ready[start - self._until :], taken)

    def close(self) -> None:
        """See `Stream`."""
        stream, self._stream = self._stream, None
        if stream is not None:
            self._server.end_stream(stream)

    # --- inside

    def _connect(self) -> None:
        self._since = self._until = self._end = 0
        wanted = s.BufferAttributes(s.INVALID, self._length, 2, int(PIECE * self.rate) * 2, s.INVALID)
        with self._server.held() as lib:
            spec = s.SampleSpec(s.S16LE, self.rate, 1)
            stream = lib.pa_stream_new(self._server.context, SPEAKING, ctypes.byref(spec), None)
            flags, device = s.DONT_MOVE | s.EARLY_REQUESTS | s.AUTO_TIMING_UPDATE, self._id.encode()
            asked = ctypes.byref(wanted)
            if not stream or lib.pa_stream_connect_playback(stream, device, asked, flags, None, None) < 0:
                if stream:
                    lib.pa_stream_unref(stream)
                raise NamedOutputFault("busy", self.name)
        self._stream = stream
        end = time.monotonic() + OPENING
        while (state := self._state()) < s.STREAM_READY and time.monotonic() < end:
            time.sleep(0.001)
        if state >= s.STREAM_FAILED:
            self.close()
            raise NamedOutputFault("busy", self.name)

    def _begin_anew(self) -> None:
        """It ran dry: a new stream, in the place of the old one."""
        self._heard += self._until - self._since
        self.close()
        self._connect()

    def _state(self) -> int:
        if self._stream is None or self._server.context is not self._context:
            return s.STREAM_FAILED
        with self._server.held() as lib:
            return int(lib.pa_stream_get_state(self._stream))

    def _taken(self) -> int | None:
        """Bytes of the stream that the server took; None before it has answered, and after it has gone."""
        if self._stream is None or self._server.context is not self._context:
            return None
        with self._server.held() as lib:
            if lib.pa_stream_get_state(self._stream) != s.STREAM_READY:
                return None
            granted = lib.pa_stream_get_buffer_attr(self._stream)
            if granted:
                self._length = int(granted.contents.tlength)
            return max(0, self._end + int(lib.pa_stream_writable_size(self._stream)) - self._length)

    def _put(self, start: int, data: bytes, taken: int) -> None:
        """Write over what lies at `start` of the stream, and zeros behind it until the buffer is full."""
        if self._factor != 1.0:
            data = np.round(np.frombuffer(data, "<i2") * self._factor).astype("<i2").tobytes()
        if start > self._end:
            data, start = bytes(start - self._end) + data, self._end
        data += bytes(max(0, taken + self._length - start - len(data)) // 2 * 2)
        with self._server.held() as lib:
            lib.pa_stream_write(self._stream, data, len(data), None, start - self._end, 0)
        self._end = start + len(data)
