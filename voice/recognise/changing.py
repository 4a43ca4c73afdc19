"""A recogniser that becomes another while it listens: another model, language or way of being called."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from voice.errors import ModelFault, VoiceError
from voice.ports import Heard
from voice.recognise.reports import LateRecogniser, LiveRecogniser

log = logging.getLogger("hearth.voice")

Make = Callable[[], LiveRecogniser]


class ChangingRecogniser:
    """Hears as the recogniser it holds. A new one is made in a thread of its own and takes over between two utterances; until
    then, and if it cannot be made, the old one goes on. `faults` holds why one could not.
    """

    def __init__(self, make: Make) -> None:
        self._make = make
        self._now: LiveRecogniser | None = None
        self._next: LiveRecogniser | None = None
        self._wanted = 0
        self._begun = self._loading = False
        self._lock = threading.Lock()
        self.faults: queue.SimpleQueue[VoiceError] = queue.SimpleQueue()

    def load(self) -> ChangingRecogniser:
        """Make the first one; blocks. Raises `ModelFault`: then another call tries again. With one that is held it is quick."""
        if self._now is None:
            with self._lock:
                self._loading, make = True, self._make
            try:
                self._hold(make())
            finally:
                self._loading = False
        return self

    def change(self, make: Make) -> None:
        """Become what `make` makes. Of several that are being made the one asked for last is taken; where none is held yet,
        or none could be made, `load` makes it."""
        with self._lock:
            self._make = make
            self._wanted += 1
            wanted = self._wanted
            if self._now is None and not self._loading:
                return
        threading.Thread(target=self._prepare, args=(make, wanted), name="ears-change", daemon=True).start()

    def feed(self, pcm: npt.NDArray[np.int16]) -> Heard | None:
        """See `voice.ports.Recogniser`."""
        if not self._begun:
            self._take_over()
        self._begun = True
        return self._held.feed(pcm)

    def finish(self) -> Heard:
        """See `voice.ports.Recogniser`."""
        self._begun = False
        return self._held.finish()

    def reset(self) -> None:
        """See `LiveRecogniser`."""
        self._begun = False
        self._held.reset()

    def close(self) -> None:
        """Let go of all that is held."""
        with self._lock:
            self._wanted += 1
            held, self._next = [self._now, self._next], None
        for one in held:
            end(one)

    # --- inside

    @property
    def _held(self) -> LiveRecogniser:
        if self._now is None:
            raise ModelFault("The speech model is not loaded.", "Choose a speech model in the settings.")
        return self._now

    def _take_over(self) -> None:
        owes = int(getattr(self._now, "pending", False))
        if self._next is None or owes:
            return
        with self._lock:
            old, new, self._next = self._now, self._next, None
        if new is not None:
            self._hold(new)
            end(old)

    def _hold(self, recogniser: LiveRecogniser) -> None:
        """Hear with it from now on. There is a `late` where it has one (`voice.recognise.reports.LateRecogniser`)."""
        self._now = recogniser
        if isinstance(recogniser, LateRecogniser):
            self.late = recogniser.late
        elif hasattr(self, "late"):
            del self.late

    def _prepare(self, make: Make, wanted: int) -> None:
        try:
            made = make()
        except VoiceError as fault:
            self.faults.put(fault)
            return
        except Exception:
            log.exception("changing the ears failed")
            mistake = ModelFault("Listening could not be changed; this is a mistake of ours.", "Start Hearth again.", kind="bug")
            self.faults.put(mistake)
            return
        with self._lock:
            timely = wanted == self._wanted
            if timely:
                self._next = made
        if not timely:
            end(made)


def end(recogniser: LiveRecogniser | None) -> None:
    """Let go of one, where it holds anything."""
    close = getattr(recogniser, "close", None)
    if close is not None:
        close()
