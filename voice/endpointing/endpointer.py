"""Decides that the user has finished, by silence, by words and by their own habit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from voice.endpointing.pause_habit import PauseHabit
from voice.endpointing.thought import count, ending
from voice.listen_plan import Patience


@dataclass(frozen=True, slots=True)
class Waits:
    """Seconds of silence: `usual`, the bounds of what a person's habit makes of it, and after an unfinished sentence."""

    usual: float
    least: float
    most: float
    unfinished: float


WAITS: Final[Mapping[Patience, Waits]] = {
    "fast": Waits(0.44, 0.38, 0.54, 1.1),
    "normal": Waits(0.70, 0.50, 1.10, 1.7),
    "patient": Waits(1.20, 0.90, 2.00, 2.8),
}
WHOLE: Final = 0.75
"""A whole thought needs as much of the wait."""

STALLED: Final = 2.0
"""Seconds of voice without a new word after which what was understood counts as all: a television goes on behind the user."""

WORDLESS: Final = 20.0
"""Seconds of voice without any word after which it is no speech, or none that is understood."""

RESUMED: Final = 1.6
"""Seconds within which a voice that comes again after an unfinished end was cut off there."""

LAG: Final = 0.25
"""Seconds by which words follow the voice: what comes sooner after a pause was said before it."""

FLUENT: Final = 5
"""Words an utterance without a pause must have to tell of a habit."""


class Endpointer:
    """The end of an utterance, in seconds of any one clock. One thread's own; it never looks at a clock itself.

    Call `voice` when somebody begins or ceases to speak, `words` when the words so far change, `due` as time passes, and
    `close` once the utterance was taken. Habits outlast utterances.
    """

    def __init__(self, patience: Patience = "normal", lang: str = "en") -> None:
        self.patience, self.lang = patience, lang
        self.habit = PauseHabit()
        self._voiced, self._since = False, 0.0
        self._words, self._changed = "", 0.0
        self._begun: float | None = None
        self._pauses: list[float] = []
        """Silences in this utterance that no word has followed yet."""
        self._paused = False
        self._cut_at: float | None = None
        """When the last utterance's voice ended, where its words were no whole thought: it may have been cut there."""

    @property
    def begun(self) -> bool:
        """Whether there is an utterance to end."""
        return self._begun is not None

    @property
    def wait(self) -> float:
        """Seconds of silence that end what was said so far."""
        waits = WAITS[self.patience]
        usual = self.habit.wait(waits.usual, waits.least, waits.most)
        how = ending(self._words, self.lang)
        if how == "open":
            return max(waits.unfinished, usual)
        return max(waits.least, usual * WHOLE) if how == "whole" else usual

    def voice(self, voiced: bool, at: float) -> None:
        """Somebody has been speaking, or nobody has, since `at`. Saying it again changes nothing."""
        if voiced == self._voiced:
            return
        if voiced and self._begun is None:
            self._begun = self._changed = at
            if self._cut_at is not None and at - self._cut_at <= RESUMED:
                self._pauses.append(at - self._cut_at)
            self._cut_at = None
        elif voiced and self._words:
            self._pauses.append(at - self._since)
        self._voiced, self._since = voiced, at

    def words(self, partial: str, at: float | None = None) -> None:
        """What was understood so far, and when that changed. More words after a pause show that it was one within a thought."""
        if partial == self._words:
            return
        late = at is not None and at < self._since + LAG
        if self._voiced and len(partial) > len(self._words) and not late:
            for pause in self._pauses:
                self.habit.note(pause)
            self._paused = self._paused or bool(self._pauses)
            self._pauses.clear()
        self._words = partial
        if at is not None:
            self._changed = at

    def due(self, at: float) -> bool:
        """Whether the utterance is over at `at`."""
        if self._begun is None:
            return False
        if not self._voiced:
            return at - self._since >= self.wait
        if self._words:
            return at - self._changed >= max(STALLED, 2 * self.wait)
        return at - self._changed >= WORDLESS

    def close(self, at: float) -> None:
        """At `at` the utterance was taken, or came to nothing. The next voice begins another; one that goes on does so now."""
        if self._words and not self._paused and count(self._words) >= FLUENT:
            self.habit.fluent()
        whole = not self._words or ending(self._words, self.lang) == "whole"
        self._cut_at = None if whole or self._voiced else self._since
        self._pauses.clear()
        self._words, self._paused = "", False
        self._begun = at if self._voiced else None
        self._changed = at
