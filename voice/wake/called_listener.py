"""A listener that tells when she is called, and that changes its recogniser without being closed."""

from __future__ import annotations

import queue
from typing import Any

from voice.listener import Listener
from voice.recognise.changing import ChangingRecogniser, Make
from voice.wake.attention import Attention
from voice.wake.wake_word import OwnWords, Woken


class Calls:
    """What a `WakeRecogniser` and its listener share across threads: her attention, and who called.

    `own` tells her own words from the user's; set it before the listener starts.
    """

    def __init__(self, attention: Attention | None = None, own: OwnWords | None = None) -> None:
        self.attention, self.own = attention or Attention(), own
        self._woken: queue.SimpleQueue[Woken] = queue.SimpleQueue()

    def tell(self, woken: Woken) -> None:
        """From the ears' thread."""
        self._woken.put(woken)

    def since(self) -> list[Woken]:
        """All that came since the last call."""
        found: list[Woken] = []
        while True:
            try:
                found.append(self._woken.get_nowait())
            except queue.Empty:
                return found


class CalledListener(Listener):
    """See `Listener`. `on_wake` gets the name by which she was called, before what else was said in that breath.

    `change` makes it hear with another recogniser from the next utterance on.
    """

    def __init__(self, make: Make, device: str = "", *, calls: Calls | None = None, **rest: Any) -> None:
        self._changing = ChangingRecogniser(make)
        super().__init__(self._changing.load, device, **rest)
        self.calls = calls or Calls()
        self.made_by: object = None
        """Who put it together, for whoever wants to change it."""

    def change(self, make: Make) -> None:
        """Hear with what `make` makes, once it is made."""
        self._changing.change(make)

    def tick(self, speaking: bool = False) -> None:
        """See `Listener`."""
        self.calls.attention.she_speaks(speaking)
        if self.owes:
            self.calls.attention.she_thinks()
        for woken in self.calls.since():
            self._on_wake(woken.name)
        super().tick(speaking)
        while not self._changing.faults.empty():
            self._on_fault(self._changing.faults.get())

    def close(self) -> None:
        """See `Listener`."""
        super().close()
        self._changing.close()
