"""What the page says of a liking and of a manner, in words."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from desktop.theme.dates import day_and_time
from desktop.theme.words import words
from mind.taste.names import called
from mind.taste.noticing import HABITS
from mind.taste.packs import Pack, Sound
from mind.taste.taste import AXES
from mind.turn.taste_book import Liking, TasteReason, level

SIDES: Final = {-1: "less", 0: "either", 1: "more"}
FAINT: Final = 0.02
"""A factor of the voice nearer to 1 than this is not worth a word."""
SOUNDS: Final = (
    ("rate", "quick", "slow"), ("pitch", "high", "low"), ("melody", "lively", "calm"), ("pause", "rests", "no_rests"),
)  # fmt: skip
MOST: Final = 2
"""So many words on how a manner sounds."""
LONGEST: Final = 120


def liking_name(axis: str) -> str:
    """What a line of the card is called."""
    return words()(f"taste.{axis}.name") if axis in AXES else called(axis, words().lang)


def key_of(axis: str, side: int) -> str:
    """The words for less (-1), either way (0) or more (1) of it."""
    return f"taste.{axis}.{SIDES[side]}" if axis in AXES else f"taste.{SIDES[side]}"


def side_of(value: float | None) -> int:
    """On which side of the middle a value is told."""
    step = level(value)
    return (step > 0) - (step < 0)


def ground_told(liking: Liking, now: datetime) -> str:
    """On what it rests, and since when."""
    if liking.ground is None or not liking.reasons:
        return words()("taste.unknown")
    date = day_and_time(max(reason.at for reason in liking.reasons), now)
    if liking.ground == "noticed" and liking.axis in HABITS:
        return words()("taste.habit", what=words()(f"taste.habit_{liking.axis}"), date=date)
    if liking.ground == "noticed":
        many = len(liking.reasons)
        return words()("taste.signs", count=many, date=date) if many > 1 else words()("taste.sign", date=date)
    return words()(f"taste.{liking.ground}", date=date)


def quoted(reason: TasteReason) -> str:
    """The user's words that a sign was read from; empty where there are none."""
    said = reason.quote if len(reason.quote) <= LONGEST else reason.quote[: LONGEST - 1].rstrip() + "…"
    return words()("receipt.quote", quote=said) if said else ""


def brought(liking: Liking) -> str:
    """What her manner brings where it differs from what is known; empty else."""
    known, felt = side_of(liking.value), side_of(liking.felt)
    if felt in (0, known):
        return ""
    return words()("taste.brings", value=words()(key_of(liking.axis, felt)))


def calls_told(pack: Pack | None, name: str | None) -> str:
    """What she calls the user."""
    if pack is None:
        return words()("taste.calls", names=name or words()("taste.you"))
    return words()("taste.calls", names=words()("taste.or").join(pack.calls(words().lang, name)))


def sound_told(sound: Sound | None) -> str:
    """How it sounds, in two words: what differs most first."""
    if sound is None:
        return words()("taste.voice.own")
    found = []
    for field, above, below in SOUNDS:
        factor = getattr(sound, field)
        if abs(factor - 1) >= FAINT:
            found.append((abs(factor - 1) * (0.4 if field == "pause" else 1.0), above if factor > 1 else below))
    told = [words()(f"taste.voice.{word}") for _, word in sorted(found, key=lambda one: -one[0])[:MOST]]
    return words()("taste.and").join(told) or words()("taste.voice.own")
