"""A QAudioSink as an open stream: its own buffer is long, and is played without this thread."""

from __future__ import annotations

from typing import Any, Final

from voice.errors import OutputFault
from voice.output.devices import output_device, wanted_output
from voice.output.stream_out import REMEDY
from voice.qt_multimedia import format_for, multimedia
from voice.sound_server import SERVER

BUFFER: Final = 8.0
"""Seconds of sound that may lie ready: the window may stand still for so long. What Qt hands the system beyond it is 15 ms."""


class QtStream:
    """`voice.output.stream_out.Stream` on the loudspeaker with this id or name (empty: the system's default one).

    Qt 6.12's sink mixes from its ring buffer in a thread of its own, gives zeros where the ring is empty, and counts only what
    it took out of the ring. Raises `OutputFault` where the device cannot be opened.
    """

    def __init__(self, device: str, rate: int) -> None:
        qt = multimedia(OutputFault)
        found = output_device(device)
        self._wanted, self._id = device, bytes(found.id())
        self.name = str(found.description())
        form = format_for(qt, found, rate)
        self.rate, self.channels = int(form.sampleRate()), int(form.channelCount())
        self._sink: Any = qt.QAudioSink(found, form)
        self._sink.setBufferSize(int(BUFFER * self.rate) * self.channels * 2)
        self._line = self._sink.start()
        self._stopped = qt.QtAudio.State.StoppedState
        if self._line is None or self._sink.error() != qt.QtAudio.Error.NoError:
            self.close()
            raise OutputFault(f"The loudspeaker {self.name} cannot be opened.", REMEDY, kind="audio-out-busy")

    def write(self, data: bytes) -> int:
        """See `Stream`."""
        return int(self._line.write(data)) if self.alive() else 0

    def room(self) -> int:
        """See `Stream`."""
        return int(self._sink.bytesFree()) if self.alive() else 0

    def processed(self) -> float:
        """See `Stream`."""
        return int(self._sink.processedUSecs()) / 1e6 if self._sink is not None else 0.0

    def alive(self) -> bool:
        """See `Stream`."""
        return self._sink is not None and bool(self._sink.state() != self._stopped)

    def doubted(self) -> None:
        """A sound server that ended leaves its sinks as they were, to the eye."""
        SERVER.check(OutputFault)

    def meant(self) -> bool:
        """See `Stream`."""
        wanted = wanted_output(self._wanted)
        return wanted.isNull() or bytes(wanted.id()) == self._id

    def delay(self) -> float | None:
        """See `Stream`. Qt does not tell it."""
        return None

    def volume(self, factor: float) -> None:
        """See `Stream`."""
        if self._sink is not None:
            self._sink.setVolume(factor)

    def close(self) -> None:
        """Silence within a millisecond."""
        sink, self._sink = self._sink, None
        self._line = None
        if sink is not None:
            sink.reset()
            sink.deleteLater()
