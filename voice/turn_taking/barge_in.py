"""When the user speaks over her: quieter at the first sound of a voice, silent at words, and as before if nothing comes of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Final, Literal, Protocol

from voice.ports import Heard
from voice.turn_taking.backchannels import beyond_backchannels
from voice.turn_taking.spoken_tokens import CJK, Phrase, tokens, weight
from voice.turn_taking.stop_words import stopped_by, takes_floor

Action = Literal["", "duck", "restore", "stop"]
"""What to do with her voice now: nothing, make it quiet, make it loud again, end it."""

ENOUGH: Final = 2
"""New words at which she stops."""

AFTER_VOICE: Final = 0.6
"""Seconds after the voice's end in which words may still come of it: a recogniser's first are late by about so much."""

AFTER_WORD: Final = 1.2
"""The same where a word was heard, and the whole utterance is yet to come."""

LONGEST: Final = 3.0
"""Seconds that a voice without words keeps her quiet: what goes on for longer is a noise."""

RING: Final = 0.3
"""Seconds after her last sound in which the room still rings of it."""

NOTHING: Final = 0.5
"""Seconds after the words so far were taken back in which the whole utterance has to come: else they were a noise."""

LOST: Final = 4.0
"""Seconds after the voice's end at which an utterance that never became whole is given up."""


class HerWords(Protocol):
    """Tells the user's words from hers; see `voice.echo.spoken_words.SpokenWords`."""

    def new_words(self, partial: str, at: float) -> tuple[str, ...]:
        """The words of `partial`, heard at `at`, that she did not say in the last seconds."""

    def says(self, text: str, at: float) -> bool:
        """Whether she said all of a short `text` in one stretch."""


class BargeIn:
    """The turn's state machine. Pure: it plays nothing, and `clock` (the seconds that `Heard` speaks of) is all its time.

    Tell it what happens (`speaking`, `voice`, `heard`) and call `tick` on every frame; do what it answers. `names` are what
    she is called: said over her, a name silences her like a stop word. Where `words_stop` is False she is neither ducked nor
    stopped, and what was said over her is no turn.
    """

    def __init__(
        self, lang: str, spoken: HerWords, clock: Callable[[], float], *, names: Iterable[str] = (), words_stop: bool = True
    ) -> None:
        self.lang, self.words_stop = lang, words_stop
        self._spoken, self._clock = spoken, clock
        self.call_her(names)
        self._speaks = self._voice = self._ducked = False
        self._silent_at = float("-inf")
        self._voice_at = self._voice_end = float("-inf")
        self._over = self._cut = self._begun = self._tired = False
        self._words = 0
        self._taken_back = float("inf")

    def call_her(self, names: Iterable[str]) -> None:
        """What she is called from now on."""
        self._names = frozenset(filter(None, (tokens(name) for name in names)))

    @property
    def ducked(self) -> bool:
        """Whether she is quieter now than she would be."""
        return self._ducked

    @property
    def user_speaks(self) -> bool:
        """Whether the user's voice is heard now."""
        return self._voice

    @property
    def taken(self) -> bool:
        """Whether the user has the floor: they speak, or have said words of which the end is yet to come. A noise has it for
        some seconds at most."""
        if self._words:
            return self._begun
        return self._voice and self._clock() - self._voice_at <= LONGEST

    def speaking(self, on: bool) -> None:
        """Whether she is heard now; told again and again does no harm."""
        if self._speaks and not on:
            self._silent_at = self._clock()
        if on and not self._speaks and self._begun and not self._words:
            self._over = True  # so far it was a noise, or she began at the same moment: words are over her from now on
        self._speaks = on

    def voice(self, on: bool) -> Action:
        """The user's voice begins or ends."""
        now = self._clock()
        if on and not self._voice:
            if not self._begun:
                self._begin(now)
            self._voice = True
            self._voice_at = now
            return self._duck()
        if self._voice and not on:
            self._voice, self._tired = False, False
            self._voice_end = now
        return ""

    def heard(self, heard: Heard) -> tuple[Action, Heard | None]:
        """Words, so far or whole: what to do, and the turn that they are, if they are one."""
        now = self._clock()
        if not self._begun:
            self._begin(now)
        if not self._over:
            if heard.final:
                self._end()
                return self._calm(), heard
            self._words = max(self._words, len(tokens(heard.text)))
            return "", None
        if not self.words_stop:
            if heard.final:
                self._end()
            return self._calm() if heard.final else "", None
        new = self._own_words(heard.text, now) if self._sure(heard, now) else ()
        words = tokens(" ".join(new))
        action: Action = ""
        if self._speaks and not self._cut and self._enough(words, heard):
            action = self._stop(now)
        self._words = max(self._words, len(words))
        if not heard.final:
            return action or (self._duck() if words and not self._cut else ""), None
        turn = self._turn(heard, new, words)
        self._end()
        return action or self._calm(), turn

    def called(self) -> Action:
        """Her name was heard, which the words that come do not hold: it silences her. What else is said may be a turn."""
        now = self._clock()
        if not self._begun:
            self._begin(now)
        return self._stop(now) if self._speaks and self._over and self.words_stop else ""

    def own(self, text: str) -> str:
        """What of these words so far may be shown as the user's."""
        if not self._over:
            return text
        return from_first(text, self._own_words(text, self._clock()), self.lang) if self._cut else ""

    def taken_back(self) -> None:
        """The words so far are no more: the whole utterance comes now, or there was none."""
        self._taken_back = self._clock()

    def tick(self) -> Action:
        """Let time pass."""
        now = self._clock()
        if self._begun and not self._voice and now - self._taken_back > NOTHING:
            self._end()
        if self._begun and not self._voice and now - self._voice_end > LOST and now - self._voice_at > LOST:
            self._end()
        if not self._ducked:
            return ""
        if not self._speaks:
            return self._restored()
        if self._voice:
            if now - self._voice_at > LONGEST and not self._words:
                self._tired = True
                return self._restored()
            return ""
        return self._restored() if now - self._voice_end > (AFTER_WORD if self._words else AFTER_VOICE) else ""

    def reset(self) -> Action:
        """The microphone was closed: what was begun comes to nothing."""
        self._voice = self._begun = self._cut = self._tired = False
        self._words = 0
        return self._restored() if self._ducked else ""

    # --- inside

    def _begin(self, now: float) -> None:
        self._begun, self._cut, self._words, self._taken_back = True, False, 0, float("inf")
        self._over = self._speaks or now - self._silent_at < RING
        if not self._voice:
            self._voice_at = self._voice_end = now

    def _end(self) -> None:
        """The utterance is over; one that goes on without a pause is another."""
        self._begun = self._cut = False
        self._words = 0
        if self._voice:
            self._begin(self._clock())

    def _duck(self) -> Action:
        if not (self._speaks and self.words_stop) or self._ducked or self._tired:
            return ""
        self._ducked = True
        return "duck"

    def _stop(self, now: float) -> Action:
        self._cut, self._ducked = True, False
        self._speaks, self._silent_at = False, now
        return "stop"

    def _calm(self) -> Action:
        """Nothing came of it, or nothing more will."""
        return self._restored() if self._ducked and not self._voice else ""

    def _restored(self) -> Action:
        self._ducked = False
        return "restore"

    def _sure(self, heard: Heard, now: float) -> bool:
        """Whether it may be the user at all; less is asked of a wish for silence that she did not say herself."""
        if heard.clear >= 2:
            return True
        words = tokens(heard.text)
        wish = bool(words) and stopped_by(words, self._names) == len(words)
        return heard.clear == 1 and wish and not self._spoken.says(heard.text, now)

    def _own_words(self, text: str, now: float) -> tuple[str, ...]:
        """Those that are not hers. A wish for silence is theirs unless she said it herself: its few sounds are everywhere."""
        words = tokens(text)
        if words and stopped_by(words, self._names) == len(words) and not self._spoken.says(text, now):
            return tuple(text.split())
        return self._spoken.new_words(text, now)

    def _enough(self, words: Phrase, heard: Heard) -> bool:
        """Whether the user takes the floor with these words of theirs."""
        if stopped_by(words, self._names):
            return True
        return weight(beyond_backchannels(words)) >= ENOUGH or (heard.final and takes_floor(words))

    def _turn(self, heard: Heard, new: tuple[str, ...], words: Phrase) -> Heard | None:
        """The user's turn in an utterance that began over her; None for a wish for silence, a nod, a noise, or her own echo."""
        if not words or stopped_by(words, self._names) == len(words):
            return None
        kept = replace(heard, text=from_first(heard.text, new, self.lang) if self._cut else joined(new, self.lang))
        if self._cut or weight(beyond_backchannels(words)) >= ENOUGH or takes_floor(words):
            return kept
        # A nod or a single word: an answer if it reaches beyond her end, else no turn.
        ended = heard.ended or self._voice_end
        return kept if not self._speaks and ended > self._silent_at + RING else None


def from_first(text: str, new: tuple[str, ...], lang: str) -> str:
    """`text` from the first of the user's words on: what stands before is hers."""
    at = text.casefold().find(new[0].casefold()) if new else -1
    if not new:
        return ""
    while at > 0 and not CJK.match(text[at]) and not text[at - 1].isspace():
        at = text.casefold().find(new[0].casefold(), at + 1)
    return text[at:] if at >= 0 else joined(new, lang)


def joined(words: tuple[str, ...], lang: str) -> str:
    """Words as a text: Chinese and Japanese write no blanks."""
    return ("" if lang in ("zh", "ja") else " ").join(words)
