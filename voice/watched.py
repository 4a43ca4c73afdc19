"""An engine under watch: its `speak` comes back in time, whatever the engine does."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import Final

from voice.errors import EngineHangs, SynthesisFault
from voice.patience import within
from voice.ports import Delivery, Synthesiser
from voice.utterance import Utterance

log = logging.getLogger("hearth.voice")

GRACE: Final = 0.4
"""Seconds an engine gets to end after it was told to."""

CLOSING: Final = 2.0
REMEDY: Final = "Choose another voice in the settings, or start Hearth again."


class Watched:
    """A `Synthesiser` over another. `patience` gives the seconds that a text may take.

    An engine that exceeds them is told to stop and left behind: a child dies of it; what hangs in this process keeps its thread,
    a daemon, and is asked nothing more until that thread has ended. Neither `speak` nor `cancel` waits for it.
    """

    def __init__(self, under: Synthesiser, patience: Callable[[str], float]) -> None:
        self._under, self._patience = under, patience
        self._one = threading.Lock()
        self._errand: _Errand | None = None
        self.name = under.name

    def speak(self, text: str, delivery: Delivery) -> Utterance:
        """See `voice.ports.Synthesiser`; `EngineHangs` when the engine took too long."""
        with self._one:
            if self._errand is not None and not self._errand.ended.wait(GRACE):
                raise self._hangs()
            self._errand = errand = _Errand(self._under, text, delivery)
            errand.start()
            in_time = errand.stirred.wait(self._patience(text))
            if not errand.ended.is_set():
                self._under.cancel()
                errand.ended.wait(GRACE)
            if errand.dropped:
                raise SynthesisFault("The sentence was stopped.", kind="cancelled")
            if not in_time:
                raise self._hangs()
            return errand.result()

    def cancel(self) -> None:
        """Abort a running `speak`, without waiting: the thread that speaks tells the engine."""
        errand = self._errand
        if errand is not None:
            errand.drop()

    def close(self) -> None:
        """Let go of the engine; one that cannot be closed is left behind."""
        self.cancel()
        within(CLOSING, self._under.close, f"closing the voice {self.name}")

    def _hangs(self) -> EngineHangs:
        return EngineHangs(f"The voice {self.name} does not answer.", REMEDY)


class _Errand:
    """One text on its way through an engine, in a thread of its own."""

    def __init__(self, under: Synthesiser, text: str, delivery: Delivery) -> None:
        self._under, self._text, self._delivery = under, text, delivery
        self._said: Utterance | SynthesisFault | None = None
        self.dropped = False
        self.ended, self.stirred = threading.Event(), threading.Event()
        """`stirred`: it ended, or nobody wants it any more."""

    def start(self) -> None:
        """Begin."""
        threading.Thread(target=self._run, name=f"voice-{self._under.name}", daemon=True).start()

    def drop(self) -> None:
        """Nobody wants it."""
        if not self.ended.is_set():
            self.dropped = True
            self.stirred.set()

    def result(self) -> Utterance:
        """What came of it."""
        if isinstance(self._said, Utterance):
            return self._said
        raise self._said or SynthesisFault(f"The voice {self._under.name} failed.", REMEDY)

    def _run(self) -> None:
        try:
            self._said = self._under.speak(self._text, self._delivery)
        except SynthesisFault as fault:
            self._said = fault
        except Exception:  # the top of a thread: the trace is logged, another engine goes on
            log.exception("the voice %s failed", self._under.name)
            self._said = SynthesisFault(f"The voice {self._under.name} failed; this is a mistake of ours.", REMEDY, kind="bug")
        finally:
            self.ended.set()
            self.stirred.set()
