"""The figures of self-hearing and of the user over her voice, room by room, as rows for a table."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from itertools import pairwise
from math import ceil
from typing import Any, Final

import numpy as np

from voice.echo.measure.rooms import ROOMS, Room, made_room
from voice.echo.measure.scene import RATE, Outcome, mixed, play
from voice.echo.measure.speech import her_talk, user_line
from voice.echo.reference import Reference
from voice.echo.suppressor import Suppressor
from voice.loudness import rms
from voice.ports import Synthesiser

LEVELS: Final = (0.0, 6.0, 12.0)
"""dB by which her echo is louder than the user's voice."""

ASIDE: Final = 1.0
"""Seconds after the beginning of one of her sentences at which the user begins."""

AFTER: Final = 1.5
"""Seconds after the user's end in which their words may still be understood."""

SETTLED: Final = 5.0
"""Seconds after which a canceller knows the room."""

OFTEN: Final = 12
"""Sentences of the user in a room."""

STAY: Final = 2.0
"""Minutes in a fresh room."""

Make = Callable[[Reference], Suppressor]


@dataclass(frozen=True, slots=True)
class Row:
    """One room at one level. `turns`: those that her own voice made; `heard` of `said` sentences: two words in a row of them."""

    room: str
    above: float
    minutes: float
    turns: int
    stops: int
    ducks: int
    erle: float
    """dB by which her echo was weakened, from the sixth second on."""
    cpu: float
    """Of a core, all that listens together."""
    suppressing: float
    heard: int = 0
    said: int = 0

    def as_json(self) -> dict[str, Any]:
        """For machines."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Place:
    """A room, the `seed` of its walls and noise, and with which of her sentences she begins in it."""

    room: Room
    seed: int
    first: int


KNOWN: Final = tuple(Place(room, 10 + number, 3 * number) for number, room in enumerate(ROOMS))


def fresh(seed: int, many: int) -> tuple[Place, ...]:
    """Rooms drawn by chance: other ones for each seed that is `many` off."""
    return tuple(Place(made_room(number), number, number) for number in range(seed, seed + many))


def for_minutes(seed: int, minutes: float) -> tuple[Place, ...]:
    """As many fresh rooms as she is to speak in."""
    return fresh(seed, max(1, ceil(minutes / STAY)))


def self_hearing(
    voice: Synthesiser, ears: Callable[[], Any], make: Make, minutes: float, above: float, places: tuple[Place, ...] = KNOWN
) -> Iterator[Row]:
    """She speaks alone, for so many minutes in all rooms together: whatever comes of it is her own voice. She is ducked and
    stopped by it as she would be."""
    for place in places:
        her = her_talk(voice, minutes * 60 / len(places), first=place.first)
        mix = mixed(her, place.room, above, place.seed)
        yield row(play(mix, ears(), make, yields=True, keep=True), place.room, above)


def heard_over_her(
    voice: Synthesiser, ears: Callable[[], Any], make: Make, sentences: tuple[str, ...], above: float, often: int = OFTEN,
    places: tuple[Place, ...] = KNOWN,
) -> Iterator[Row]:  # fmt: skip
    """The user speaks over her, `often` in each room; she is ducked and stopped as she would be."""
    for place in places:
        her = her_talk(voice, often * 7.6, first=place.first)
        begins = [line.at + ASIDE for line in her.lines[2:]][:often]
        texts = [sentences[(4 * n + place.first) % len(sentences)] for n in range(len(begins))]
        user = tuple((at, user_line(voice, text)) for at, text in zip(begins, texts, strict=True))
        mix = mixed(her, place.room, above, place.seed, user)
        out = play(mix, ears(), make, yields=True, keep=True)
        spans = [(at, at + len(pcm) / RATE + AFTER) for at, pcm in user]
        heard = sum(two_in_a_row(text, out, *span) for text, span in zip(texts, spans, strict=True))
        yield row(out, place.room, above, heard, len(texts))


def two_in_a_row(text: str, out: Outcome, begin: float, end: float) -> bool:
    """Whether two words that follow each other in `text` were understood one after the other, in this time."""
    words = text.split()
    pairs = [f" {one} {other} " for one, other in pairwise(words)]
    return any(pair in f" {heard} " for at, heard in out.words if begin < at < end for pair in pairs)


def row(out: Outcome, room: Room, above: float, heard: int = 0, said: int = 0) -> Row:
    """The figures of a scene."""
    return Row(
        room.name, above, out.seconds / 60, len(out.turns), len(out.stops), len(out.ducks), erle(out),
        out.cpu / out.seconds, out.suppressing / out.seconds, heard, said,
    )  # fmt: skip


def erle(out: Outcome) -> float:
    """Echo return loss enhancement, in dB: the echo's power over that of what is left, the room's noise among it."""
    if not out.left:
        return 0.0
    left, first = np.concatenate(out.left), round(SETTLED * RATE)
    echo = np.concatenate(out.came)[: len(left)]
    return float(20 * np.log10(max(rms(echo[first:]), 1.0) / max(rms(left[first:]), 1.0)))


def lines(rows: list[Row]) -> list[str]:
    """A table for people, with a line for each level at its end."""
    said = ["room                           above  min  turns stops ducks  ERLE   heard    CPU  of it suppressing"]
    for one in [*rows, *sums(rows)]:
        heard = f"{one.heard}/{one.said}" if one.said else "-"
        loss = f"{one.erle:5.1f}" if one.erle else "    -"
        said.append(
            f"{one.room:30} {one.above:+5.0f} {one.minutes:5.1f} {one.turns:5d} {one.stops:5d} {one.ducks:5d} {loss} "
            f"{heard:>7} {100 * one.cpu:5.1f} % {100 * one.suppressing:5.1f} %"
        )
    return said


def sums(rows: list[Row]) -> list[Row]:
    """All rooms of a level together."""
    found = []
    for above in sorted({one.above for one in rows}):
        of = [one for one in rows if one.above == above]
        minutes = sum(one.minutes for one in of)
        found.append(
            Row(
                "all rooms", above, minutes, sum(one.turns for one in of), sum(one.stops for one in of),
                sum(one.ducks for one in of), sum(one.erle for one in of) / len(of),
                sum(one.cpu * one.minutes for one in of) / minutes, sum(one.suppressing * one.minutes for one in of) / minutes,
                sum(one.heard for one in of), sum(one.said for one in of),
            )
        )  # fmt: skip
    return found
