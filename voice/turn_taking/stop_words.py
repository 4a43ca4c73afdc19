"""Words that ask her to be silent, and single words that take the floor."""

from __future__ import annotations

from typing import Final

from voice.turn_taking.backchannels import SOUNDS
from voice.turn_taking.spoken_tokens import Phrase, leading, table, tokens, without_leading

STOP: Final = table("stop")
POLITE: Final = table("polite")
FLOOR: Final = table("floor")


def stopped_by(words: Phrase, names: frozenset[Phrase] = frozenset()) -> int:
    """How many of the first words are a wish that she be silent, sounds and her names around it included; 0 for none."""
    rest = without_leading(words, SOUNDS, POLITE)
    called = without_leading(without_leading(rest, names), POLITE)
    many = leading(called, STOP)
    if not many:
        return len(words) - len(called) if leading(rest, names) else 0
    rest = called[many:]
    while more := max(leading(rest, STOP), leading(rest, names), leading(rest, POLITE)):
        rest = rest[more:]
    return len(words) - len(rest)


def only_stop(text: str, names: frozenset[Phrase] = frozenset()) -> bool:
    """Whether `text` says nothing but that she be silent (or wait)."""
    words = tokens(text)
    return bool(words) and stopped_by(words, names) == len(words)


def takes_floor(words: Phrase) -> bool:
    """Whether these words, and be it one, hold the floor."""
    return without_leading(words, SOUNDS) in FLOOR
