"""One stream of sound to a device: sentence follows sentence without a sample between, and its played time is the clock."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final, Protocol

from voice.devices.faults import OUTPUT, NamedOutputFault
from voice.echo.reference import Reference
from voice.echo.tap import Tap
from voice.errors import OutputFault
from voice.output.feed import Feed
from voice.output.played_clock import PlayedClock
from voice.output.playlist import Playlist
from voice.ports import Sound

STALLED: Final = 3.0
"""Seconds without a sample taken after which the device counts as gone; a sleeping one may need two to wake."""

DOUBTED: Final = 0.3
"""Seconds without a sample taken after which the device is asked whether it is there at all."""

ROUNDED: Final = 1e-5
"""Seconds by which a device's own count may be rounded."""

LOOK: Final = 1.0
"""Seconds between two looks at whether another device is meant by now."""

REMEDY: Final = "Check the sound settings of the system; until then she speaks in captions."

Lost = Callable[[OutputFault, float], None]
"""Hears why the device is of no use any more, and how many seconds of the sound that was on were heard."""


class Stream(Protocol):
    """An open device with a long buffer of its own, which plays on by itself while this thread is busy."""

    name: str
    rate: int
    channels: int

    def write(self, data: bytes) -> int:
        """Append interleaved int16; how many bytes were taken."""

    def room(self) -> int:
        """How many bytes would be taken."""

    def processed(self) -> float:
        """Seconds taken out of the buffer, a count that stands while it is empty."""

    def alive(self) -> bool:
        """Whether it still plays, as far as it knows."""

    def doubted(self) -> None:
        """Nothing moves: raise `OutputFault` if it is known why."""

    def meant(self) -> bool:
        """Whether it is still the device that is wanted: the system's default one may be another by now."""

    def delay(self) -> float | None:
        """Seconds from a sample's being taken to its being heard; None where nobody tells."""

    def volume(self, factor: float) -> None:
        """Loudness from 0 to 1."""

    def close(self) -> None:
        """Silence at once, and let go."""


class StreamOut:
    """`voice.ports.AudioOut` on a `Stream` that `open_stream` opens, at best at the rate it is given.

    `on_lost` is called once for a stream, from within `played`, when its device goes or is no more the one that is meant.
    After that nothing is known of what was added. `reference` is told what is heard of it, and when.
    """

    name = "stream"

    def __init__(
        self,
        open_stream: Callable[[int], Stream],
        on_lost: Lost = lambda fault, at: None,
        clock: Callable[[], float] = time.monotonic,
        reference: Reference | None = None,
    ) -> None:
        self._open, self._on_lost, self._time = open_stream, on_lost, clock
        self._tap = None if reference is None else Tap(reference)
        self._stream: Stream | None = None
        self._feed = Feed(1)
        self._written = 0
        self._playlist = Playlist()
        self._clock = PlayedClock()
        self._volume = 1.0
        self._look = 0.0

    @property
    def idle(self) -> bool:
        """Whether nothing is on and nothing waits."""
        return not self._playlist

    def add(self, sound: Sound, heard: float = 0.0) -> None:
        """See `voice.ports.AudioOut`. Raises `OutputFault` where the device cannot be opened."""
        stream = self._stream or self._opened(sound.rate)
        if self._taken(stream) >= self._given():
            self._clock.resume(self._time())
            if self._tap:
                self._tap.rest()
        at = self._feed.seconds
        self._feed.add(sound.pcm[round(heard * sound.rate) :], sound.rate)
        self._playlist.lay(sound, at, heard)
        self._fill(stream)

    def played(self) -> float:
        """See `voice.ports.AudioOut`."""
        stream = self._stream
        if stream is None or self.idle:
            return 0.0
        now = self._time()
        at = self._clock.read(self._taken(stream), now)
        if fault := self._fault(stream, now):
            return self._lose(fault, at)
        if self._tap:
            self._tap.look(self._clock.origin, now)
        self._fill(stream)
        return self._playlist.follow(at - ROUNDED)  # what lies at the very point that is heard has not begun

    def stop(self) -> None:
        """Silence at once; the next sound opens the device again."""
        self._playlist.clear()
        stream, self._stream = self._stream, None
        if stream is not None:
            stream.close()
            if self._tap:
                self._tap.stop(self._time())

    def volume(self, factor: float) -> None:
        """Loudness from 0 to 1."""
        self._volume = factor
        if self._stream is not None:
            self._stream.volume(factor)
        if self._tap:
            self._tap.volume(factor, self._time())

    def close(self) -> None:
        """Let go of the device."""
        self.stop()

    def _opened(self, rate: int) -> Stream:
        self._stream = stream = self._open(rate)
        stream.volume(self._volume)
        self._feed, self._written = Feed(stream.rate, stream.channels), 0
        self._clock = PlayedClock()
        self._ask_delay(stream)
        self._look = self._time() + LOOK
        return stream

    def _ask_delay(self, stream: Stream) -> None:
        if (told := stream.delay()) is not None:
            self._clock.ahead = told

    def _given(self) -> float:
        """Seconds that the device was given."""
        return self._written / (2 * self._feed.channels * self._feed.rate)

    def _taken(self, stream: Stream) -> float:
        """Seconds of it that the device has taken out of its buffer."""
        given, processed = self._given(), stream.processed()
        return given if processed > given - ROUNDED else processed

    def _fill(self, stream: Stream) -> None:
        """One more piece into the device's buffer: a call a frame keeps it full, and none takes long."""
        if self._feed.dry or (room := stream.room()) <= 0:
            return
        data = self._feed.take(room)
        taken = max(0, stream.write(data))
        if taken < len(data):
            self._feed.back(data[taken:])
        if self._tap:
            given, rate, channels = self._given(), self._feed.rate, self._feed.channels
            self._tap.wrote(data[:taken], rate, channels, given, self._taken(stream), self._time())
        self._written += taken

    def _fault(self, stream: Stream, now: float) -> OutputFault | None:
        """Why the stream is of no use any more, if it is not."""
        if not stream.alive():
            return lost(stream.name, "has gone")
        if self._taken(stream) < self._given() and (waited := self._clock.waited(now)) > DOUBTED:
            try:
                stream.doubted()
            except OutputFault as fault:
                return fault
            if waited > STALLED:
                return lost(stream.name, "takes no more sound", "stalled")
        if now >= self._look:
            self._look = now + LOOK
            self._ask_delay(stream)
            if not stream.meant():
                return lost(stream.name, "is no longer the one in use", "moved")
        return None

    def _lose(self, fault: OutputFault, at: float) -> float:
        heard = self._playlist.follow(at - ROUNDED)
        self.stop()
        self._on_lost(fault, heard)
        return heard


def lost(name: str, how: str, kind: str = "lost") -> OutputFault:
    """The fault of a device that was there."""
    if kind in OUTPUT:
        return NamedOutputFault(kind, name)
    return OutputFault(f"The loudspeaker {name} {how}.", REMEDY, kind=f"audio-out-{kind}")
