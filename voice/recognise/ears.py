"""The thread that listens: pieces of sound in, texts and levels out."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal, Protocol

import numpy as np
import numpy.typing as npt

from voice.errors import InputFault, ModelFault, VoiceError
from voice.ports import Heard
from voice.resample import Resampler

log = logging.getLogger("hearth.voice")

RATE: Final = 16000
MUTED_AFTER: Final = 2.0
"""Seconds of nothing but zeros from its opening after which a microphone counts as muted: a real one hisses."""

PATIENCE: Final = 2.0
"""Seconds that closing may wait."""

BACKLOG: Final = 600
"""Pieces that may wait (some ten seconds); beyond that sound is dropped rather than memory filled."""


class LiveRecogniser(Protocol):
    """A recogniser that can also forget what was begun."""

    def feed(self, pcm: npt.NDArray[np.int16]) -> Heard | None:
        """See `voice.ports.Recogniser`."""

    def finish(self) -> Heard:
        """See `voice.ports.Recogniser`."""

    def reset(self) -> None:
        """Forget what was begun."""


@dataclass(frozen=True, slots=True)
class Level:
    """How loud the last piece was: 0 silence, 1 as loud as can be, on a scale of 60 dB."""

    value: float


@dataclass(frozen=True, slots=True)
class Ready:
    """The speech model is loaded: from now on she understands."""


Report = Heard | Level | Ready | VoiceError
Order = Literal["open", "reset", "finish"]
_Item = tuple[npt.NDArray[np.int16], int] | Order | None


class Ears:
    """Runs a recogniser in a thread. `make` builds it there, since loading a model takes up to seconds."""

    def __init__(self, make: Callable[[], LiveRecogniser]) -> None:
        self._make = make
        self._in: queue.Queue[_Item] = queue.Queue(BACKLOG)
        self._out: queue.SimpleQueue[Report] = queue.SimpleQueue()
        self._zeros = 0.0
        self._watching = True
        self._slow = False
        self._thread = threading.Thread(target=self._work, name="ears", daemon=True)
        self._thread.start()

    def hear(self, pcm: npt.NDArray[np.int16], rate: int) -> None:
        """Give the next piece of mono sound. Never blocks."""
        self._offer((pcm, rate))

    def order(self, what: Order) -> None:
        """`reset` forgets what was begun, `open` too, for a microphone just opened; `finish` asks for the text now."""
        self._offer(what)

    def reports(self) -> list[Report]:
        """All that was heard since the last call."""
        found: list[Report] = []
        while True:
            try:
                found.append(self._out.get_nowait())
            except queue.Empty:
                return found

    def close(self) -> None:
        """End the thread, within the time of one piece; one that is still loading ends by itself."""
        while True:
            try:
                self._in.get_nowait()
            except queue.Empty:
                break
        self._in.put(None)
        self._thread.join(PATIENCE)

    def _offer(self, item: _Item) -> None:
        try:
            self._in.put_nowait(item)
            self._slow = False
        except queue.Full:
            if self._slow:
                return
            self._slow = True
            self._out.put(InputFault("Listening cannot keep up.", "Close other programs.", kind="audio-in-slow"))

    def _work(self) -> None:
        try:
            recogniser = self._make()
            self._out.put(Ready())
            self._listen(recogniser)
        except VoiceError as fault:
            self._out.put(fault)
        except Exception:
            log.exception("listening failed")
            self._out.put(ModelFault("Listening failed; this is a mistake of ours.", "Typing always works.", kind="bug"))

    def _listen(self, recogniser: LiveRecogniser) -> None:
        resampler: Resampler | None = None
        rate_now = 0
        while (item := self._in.get()) is not None:
            if isinstance(item, str):
                self._obey(recogniser, item)
                continue
            pcm, rate = item
            if rate != rate_now:
                resampler, rate_now = (Resampler(rate, RATE) if rate != RATE else None), rate
            self._watch(pcm, rate)
            if (heard := recogniser.feed(resampler.feed(pcm) if resampler else pcm)) is not None:
                self._out.put(heard)

    def _obey(self, recogniser: LiveRecogniser, order: Order) -> None:
        if order == "finish":
            self._out.put(recogniser.finish())
            return
        recogniser.reset()
        if order == "open":
            self._zeros, self._watching = 0.0, True

    def _watch(self, pcm: npt.NDArray[np.int16], rate: int) -> None:
        """Report the level and, once, a microphone that gave only zeros since it was opened."""
        if not len(pcm):
            return
        self._out.put(Level(level(pcm)))
        if np.any(pcm):
            self._watching = False
        self._zeros += len(pcm) / rate
        if self._watching and self._zeros >= MUTED_AFTER:
            self._watching = False
            self._out.put(
                InputFault(
                    "The microphone gives no sound at all; it may be muted in the system.",
                    "Unmute it in the system's sound settings, or choose another one.",
                    kind="audio-in-muted",
                )
            )


def level(pcm: npt.NDArray[np.int16]) -> float:
    """0..1 over the 60 dB below full scale."""
    rms = float(np.sqrt(np.mean(pcm.astype(np.float64) ** 2))) / 32768.0
    return min(1.0, max(0.0, 1 + float(np.log10(max(rms, 1e-6))) / 3))
