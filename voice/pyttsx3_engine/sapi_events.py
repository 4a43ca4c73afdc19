"""SAPI tells which mouth each sound has and when it comes; pyttsx3 subscribes to it and drops it. Here it is kept.

The names and their order are those of the dispatch interface `_ISpeechVoiceEvents` (SAPI 5.4). All of it is optional: whatever
goes wrong, there are no events, and lips and words are found in the sound itself.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any, Final

MOST: Final = 100_000
"""Events kept of one utterance."""

PUMPING: Final = 0.05
"""Seconds in which events come in that wait when the sound is done."""


class SapiEvents:
    """A sink of COM events: each handler is called by its name. Positions are bytes of the output stream."""

    def __init__(self) -> None:
        self.visemes: list[tuple[int, int, int]] = []
        """Position, milliseconds, SAPI's id of the mouth (0..21)."""
        self.words: list[tuple[int, int, int]] = []
        """Position, first character, number of characters."""

    def _ISpeechVoiceEvents_Viseme(
        self, _stream: Any, position: Any, duration: Any, _following: Any, _feature: Any, current: Any
    ) -> None:
        if len(self.visemes) < MOST:
            self.visemes.append((int(position), int(duration), int(current)))

    def _ISpeechVoiceEvents_Word(self, _stream: Any, position: Any, first: Any, length: Any) -> None:
        if len(self.words) < MOST:
            self.words.append((int(position), int(first), int(length)))

    def told(self) -> dict[str, Any]:
        """What was heard, as it goes to the parent; empty where there was nothing."""
        return {"visemes": self.visemes, "words": self.words} if self.visemes else {}


@contextmanager
def listening_to(engine: Any) -> Iterator[SapiEvents]:
    """Keep what SAPI tells while the block runs; nothing on other systems and where it cannot be had."""
    events = SapiEvents()
    if sys.platform != "win32":
        yield events
        return
    connection = connected(engine, events)
    try:
        yield events
    finally:
        if connection is not None:
            pump()
            del connection  # ends the subscription


def connected(engine: Any, events: SapiEvents) -> Any:
    """A second subscription to the voice that pyttsx3's driver holds; None where there is none to be had."""
    try:
        return import_module("comtypes.client").GetEvents(engine.proxy._driver._tts, events)
    except Exception:  # noqa: BLE001 - events are a gift: an old SAPI, another driver or a refusal of COM leave us without
        return None


def pump() -> None:
    """Let events that wait in the queue of this thread come in."""
    try:
        import_module("comtypes.client").PumpEvents(PUMPING)
    except Exception:  # noqa: BLE001 - as above
        return
