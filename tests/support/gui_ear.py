"""An ear for windows under test: it hears what the test says."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, ClassVar

from voice.ports import Heard
from voice.wake.called_listener import Calls


class ScriptedEar:
    """Stands in for `voice.wake.called_listener.CalledListener`; `last` is the one that was made last."""

    last: ClassVar[ScriptedEar]
    by_name: ClassVar[bool] = False
    """Whether she waits for her name."""

    def __init__(self, **callbacks: Any) -> None:
        self.tell = SimpleNamespace(**callbacks)
        self.calls = Calls()
        self.calls.attention.always = not self.by_name
        self.open = False
        self.finished = 0
        ScriptedEar.last = self

    def start(self) -> bool:
        self.open = True
        self.tell.on_state("listening")
        return True

    def stop(self) -> None:
        if self.open:
            self.open = False
            self.tell.on_state("off")

    def finish(self) -> None:
        self.finished += 1

    def use(self, device: str) -> None:
        """Another microphone is the same here."""

    def close(self) -> None:
        self.stop()

    def tick(self, speaking: bool = False) -> None:
        """No time passes."""

    def says(self, text: str, *, ended: float = 0.0, decided: float = 0.0) -> None:
        """The user said a whole sentence."""
        self.tell.on_partial(text)
        self.tell.on_final(Heard(text, final=True, began=0.0, ended=ended, decided=decided))
