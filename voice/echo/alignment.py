"""Two rows of sounds laid beside each other: which of those that were heard are among those that were said."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from voice.echo.sound_units import ALIKE, WEIGHTS, Unit, likeness

BESIDE: Final = 0.5
"""What it is worth that the sound before was matched too, by the one before in what was said."""

STRETCH: Final = 1.6
"""Words in a row that no one says after her by chance."""

HOLE: Final = 1.5
"""How many times as long as a misheard stretch those on both sides of it must be for it to be hers as well."""

SHORT: Final = 1.0
"""Words; what is shorter must sound exactly like hers, or it is the user's: a mere "stop" must not be lost."""

ENDING: Final = 0.5
"""How much the first word heard must be like the end of one of hers to be its rest."""

MOST: Final = 80
"""Sounds that are compared: the last that were heard, and twice as many of hers."""

Pair = tuple[int, int]


def hers(heard: Sequence[Unit], said: Sequence[Unit]) -> list[bool]:
    """For every sound that was heard whether it is one of `said`, which are in order."""
    before = max(0, len(heard) - MOST)
    heard, said = heard[before:], said[-2 * MOST :]
    runs = _runs(_pairs(heard, said))
    own = [False] * len(heard)
    for run in _joined_runs(heard, runs):
        if _weight(heard, run) >= STRETCH:
            for index in range(run[0][0], run[-1][0] + 1):
                own[index] = True
            _lengthen(own, heard, said, run)
    _keep_weak(own, heard, runs)
    return [2 * sum(own) > len(own)] * before + own


def _pairs(heard: Sequence[Unit], said: Sequence[Unit]) -> list[Pair]:
    """The best matching in order: as much likeness as can be, and rather in one piece than scattered."""
    many, more = len(heard), len(said)
    least = 1.0 if sum(WEIGHTS[unit.kind] for unit in heard) < SHORT else ALIKE
    best = [[0.0] * (more + 1) for _ in range(many + 1)]
    beside = [[0.0] * (more + 1) for _ in range(many + 1)]
    """The best that ends with these two matched; 0 where they cannot be."""
    steps: dict[Pair, tuple[int, int]] = {}
    for i in range(1, many + 1):
        for j in range(1, more + 1):
            value, step = _match(heard, said, i, j, best, beside, least)
            beside[i][j] = value
            if step is not None:
                steps[i, j] = step
            best[i][j] = max(value, best[i - 1][j], best[i][j - 1])
    return _walked_back(best, beside, steps)


def _match(
    heard: Sequence[Unit], said: Sequence[Unit], i: int, j: int, best: list[list[float]], beside: list[list[float]], least: float
) -> tuple[float, Pair | None]:
    """The worth of matching what ends at sounds `i` and `j`, and how many sounds of each row that takes."""
    value, step = 0.0, None
    for a, b in ((1, 1), (2, 1), (1, 2)):
        if i < a or j < b or heard[i - 1].kind != said[j - 1].kind or (a + b > 2 and heard[i - 1].kind != "word"):
            continue
        alike = likeness(_joined(heard, i, a), _joined(said, j, b), heard[i - 1].kind)
        if alike < least or (a + b > 2 and alike < 0.9):
            continue
        chained = beside[i - a][j - b] + BESIDE if beside[i - a][j - b] else 0.0
        worth = alike * max(a, b) * WEIGHTS[heard[i - 1].kind] + max(best[i - a][j - b], chained)
        if worth > value:
            value, step = worth, (a, b)
    return value, step


def _joined(row: Sequence[Unit], end: int, many: int) -> str:
    return row[end - 1].sound if many == 1 else "".join(unit.sound for unit in row[end - many : end])


def _walked_back(best: list[list[float]], beside: list[list[float]], steps: dict[Pair, Pair]) -> list[Pair]:
    """The matched places, from 0, in order."""
    found: list[Pair] = []
    i, j = len(best) - 1, len(best[0]) - 1
    while i and j:
        if (i, j) in steps and beside[i][j] >= best[i][j]:
            a, b = steps[i, j]
            found += [(i - 1 - n, max(j - 1 - n, j - b)) for n in range(a)]
            i, j = i - a, j - b
        elif best[i - 1][j] >= best[i][j - 1]:
            i -= 1
        else:
            j -= 1
    return found[::-1]


def _runs(pairs: list[Pair]) -> list[list[Pair]]:
    """Matches without a gap in what was heard; of what was said one sound may have been lost."""
    found: list[list[Pair]] = []
    for pair in pairs:
        if found and pair[0] - found[-1][-1][0] == 1 and pair[1] - found[-1][-1][1] <= 2:
            found[-1].append(pair)
        else:
            found.append([pair])
    return found


def _joined_runs(heard: Sequence[Unit], runs: list[list[Pair]]) -> list[list[Pair]]:
    """Runs joined over what was misheard between them: about as much of it was heard as was said."""
    found: list[list[Pair]] = []
    for run in runs:
        if found:
            over, under = run[0][0] - found[-1][-1][0], run[0][1] - found[-1][-1][1]
            hole = sum(WEIGHTS[unit.kind] for unit in heard[found[-1][-1][0] + 1 : run[0][0]])
            if abs(over - under) <= 1 and min(_weight(heard, found[-1]), _weight(heard, run)) >= HOLE * hole:
                found[-1] = found[-1] + run
                continue
        found.append(run)
    return found


def _weight(heard: Sequence[Unit], run: list[Pair]) -> float:
    return sum(WEIGHTS[heard[index].kind] for index, _ in run)


def _lengthen(own: list[bool], heard: Sequence[Unit], said: Sequence[Unit], run: list[Pair]) -> None:
    """The rest of a word of hers whose beginning was not heard, and the beginning of one whose rest is yet to come."""
    (i, j), (k, n) = run[0], run[-1]
    if i == 1 and j and heard[0].kind == said[j - 1].kind == "word":
        ending = said[j - 1].sound[-len(heard[0].sound) :]
        own[0] = own[0] or likeness(heard[0].sound, ending, "word") >= ENDING
    if k == len(heard) - 2 and n + 1 < len(said) and heard[-1].kind == said[n + 1].kind == "word":
        beginning = said[n + 1].sound[: len(heard[-1].sound)]
        own[-1] = own[-1] or likeness(heard[-1].sound, beginning, "word") >= ALIKE or heard[-1].sound == beginning


def _keep_weak(own: list[bool], heard: Sequence[Unit], runs: list[list[Pair]]) -> None:
    """A word or less that is like one of hers: hers, unless the user says more than that of their own."""
    weak = [run for run in runs if not any(own[index] for index, _ in run)]
    matched = {index for run in weak for index, _ in run}
    new = sum(WEIGHTS[unit.kind] for index, unit in enumerate(heard) if not own[index] and index not in matched)
    for run in weak:
        if _weight(heard, run) >= new:
            for index, _ in run:
                own[index] = True
