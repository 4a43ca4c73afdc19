"""The thread that listens: pieces of sound in, texts and levels out."""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
import numpy.typing as npt

from voice.devices.faults import NamedInputFault
from voice.devices.silence import SilenceWatch
from voice.echo.suppressor import Suppressor
from voice.errors import ModelFault, VoiceError
from voice.listen_plan import ListenPlan
from voice.recognise.pipeline import Pipeline
from voice.recognise.reports import Level, LiveRecogniser, Ready, Report, Voiced

__all__ = ["Ears", "Level", "LiveRecogniser", "Ready", "Report", "Voiced"]

log = logging.getLogger("hearth.voice")

PATIENCE: Final = 2.0
"""Seconds that closing may wait."""

BACKLOG: Final = 30.0
"""Seconds of sound that may wait while a model loads or the machine is busy; beyond that sound is dropped, not memory filled."""

TAIL: Final = 0.1
"""Seconds that are still heard after the user says that they are done in the middle of a word: the sound is on its way, and
a key is let go early."""

LOOK: Final = 0.05
"""Seconds between two looks for a text that a server owes, where no sound comes."""

Order = Literal["open", "reset", "broken", "finish"]


@dataclass(frozen=True, slots=True)
class Piece:
    """Mono sound, all of which had come `at` this second."""

    pcm: npt.NDArray[np.int16]
    rate: int
    at: float

    @property
    def seconds(self) -> float:
        """How long it is."""
        return len(self.pcm) / self.rate


@dataclass(frozen=True, slots=True)
class Told:
    """An order, given `at` this second."""

    what: Order
    at: float


Item = Piece | Told | ListenPlan | None


class Ears:
    """Runs a pipeline in a thread. `make` builds the recogniser there, since loading a model takes up to seconds.

    `on_report` is called from that thread when there are reports that should not wait for the next frame.
    """

    def __init__(
        self,
        make: Callable[[], LiveRecogniser],
        plan: ListenPlan | None = None,
        suppressor: Callable[[], Suppressor] | None = None,
        clock: Callable[[], float] = time.monotonic,
        on_report: Callable[[], None] = lambda: None,
    ) -> None:
        self._make, self._plan, self._suppressor, self._clock = make, plan or ListenPlan(), suppressor, clock
        self._on_report = on_report
        self._waiting: deque[Item] = deque()
        self._seconds = 0.0
        self._filled = threading.Condition()
        self._out: queue.SimpleQueue[tuple[int, Report]] = queue.SimpleQueue()
        self._era = self._wanted = 0
        """Counts what was forgotten: what the thread tells of an era that is over is not handed out."""
        self._silence = SilenceWatch()
        self._slow = False
        self._loaded = False
        self.owes = False
        """Whether a text is still to come of something that was said to the end."""
        self._thread = threading.Thread(target=self._work, name="ears", daemon=True)
        self._thread.start()

    def hear(self, pcm: npt.NDArray[np.int16], rate: int, at: float | None = None) -> None:
        """Give the next piece of mono sound, all of which had come `at` (now). Never blocks."""
        if not len(pcm) or rate <= 0:
            return
        piece = Piece(pcm, rate, self._clock() if at is None else at)
        with self._filled:
            if self._seconds + piece.seconds > BACKLOG:
                self._fall_behind()
                return
            self._seconds += piece.seconds
            self._slow = self._slow and self._seconds > BACKLOG / 2
            self._waiting.append(piece)
            self._filled.notify()

    def order(self, what: Order) -> None:
        """`reset` forgets what was begun and what waits, `open` too, for a microphone just opened, `broken` for one that has
        gone and comes back by itself; `finish` asks for the text."""
        with self._filled:
            if what != "finish":
                self._wanted += 1
                self._drop()
        self._put(Told(what, self._clock()))

    def follow(self, plan: ListenPlan) -> None:
        """Listen by another plan."""
        self._put(plan)

    def reports(self) -> list[Report]:
        """All that was heard since the last call."""
        found: list[Report] = []
        while True:
            try:
                era, report = self._out.get_nowait()
            except queue.Empty:
                return found
            if era == self._wanted or isinstance(report, Ready | VoiceError):
                found.append(report)

    def close(self) -> None:
        """End the thread, within the time of one piece; one that is still loading ends by itself."""
        with self._filled:
            self._waiting.clear()
        self._put(None)
        self._thread.join(PATIENCE)

    # --- inside

    def _put(self, item: Item) -> None:
        with self._filled:
            self._waiting.append(item)
            self._filled.notify()

    def _drop(self) -> None:
        self._waiting = deque(item for item in self._waiting if not isinstance(item, Piece))
        self._seconds = 0.0

    def _fall_behind(self) -> None:
        """Told once, and not while a model loads: that is what takes the time then."""
        if not self._slow and self._loaded:
            self._tell([NamedInputFault("slow")])
        self._slow = True

    def _next(self, timeout: float | None = None) -> Item | Literal["nothing"]:
        with self._filled:
            if not self._filled.wait_for(lambda: bool(self._waiting), timeout):
                return "nothing"
            item = self._waiting.popleft()
            if isinstance(item, Piece):
                self._seconds = max(0.0, self._seconds - item.seconds)
            return item

    def _work(self) -> None:
        try:
            recogniser = self._make()
            suppressor = self._suppressor() if self._suppressor is not None else None
            self._tell([Ready()])
            self._loaded = True
            self._listen(Pipeline(recogniser, self._plan, suppressor))
        except VoiceError as fault:
            self._tell([fault])
        except Exception:
            log.exception("listening failed")
            self._tell([ModelFault("Listening failed; this is a mistake of ours.", "Typing always works.", kind="bug")])

    def _listen(self, pipeline: Pipeline) -> None:
        item: Item | Literal["nothing"]
        while (item := self._next(LOOK if pipeline.owes else None)) is not None:
            try:
                self._handle(pipeline, item)
            except ModelFault:
                raise
            except VoiceError as fault:  # a server that does not answer: the next utterance may fare better
                self._tell([fault])

    def _handle(self, pipeline: Pipeline, item: Item | Literal["nothing"]) -> None:
        if isinstance(item, Piece):
            if (fault := self._silence.feed(item.pcm, item.rate)) is not None:
                self._tell([fault])
            self._tell(pipeline.hear(item.pcm, item.rate, item.at))
        elif isinstance(item, ListenPlan):
            self._tell(pipeline.follow(item))
        elif isinstance(item, Told):
            self._obey(pipeline, item)
        else:
            self._tell(pipeline.late())
        self.owes = pipeline.owes

    def _obey(self, pipeline: Pipeline, order: Told) -> None:
        if order.what == "finish":
            self._finish(pipeline, order.at)
            return
        self._era += 1
        if order.what == "open":
            self._silence = SilenceWatch()
        forget = {"open": pipeline.open, "broken": pipeline.broken}.get(order.what, pipeline.reset)
        self._tell(forget())

    def _finish(self, pipeline: Pipeline, at: float) -> None:
        """The text, once the word that is being said has come in whole."""
        until, heard = time.monotonic() + TAIL, 0.0
        item: Item | Literal["nothing"] = "nothing"
        while pipeline.voiced and heard < TAIL and (left := until - time.monotonic()) > 0:
            item = self._next(left)
            if not isinstance(item, Piece):
                break
            heard += item.seconds
            self._handle(pipeline, item)
            item = "nothing"
        self._tell(pipeline.finish(at))
        if item is None:
            self._put(None)
        elif item != "nothing":
            self._handle(pipeline, item)

    def _tell(self, reports: Iterable[Report]) -> None:
        pressing = False
        for report in reports:
            self._out.put((self._era, report))
            pressing = pressing or not isinstance(report, Level)
        if pressing:
            self._on_report()
