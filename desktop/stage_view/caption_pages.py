"""Which words of a sentence stand together: pages of at most two lines, turned where a phrase ends, their lines balanced.

Pure: widths come from a function, so that any font, and a test without one, can ask. Breaks are chosen as by Knuth and
Plass ("Breaking paragraphs into lines", 1981), with a cost for every break and the cheapest way through all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from desktop.stage_view.caption_units import NOT_FIRST, NOT_LAST, Unit, units

Measure = Callable[[int, int], float]
"""How wide the characters from one place to another are."""

ANOTHER_PAGE, ANOTHER_LINE = 2.0, 0.35
TURN, WRAP = 3.0, 1.2
"""What the worst break costs at the end of a page, and of a line."""
UNEVEN, LONE = 1.6, 2.5
SHORT_PAGE: Final = 0.4
"""A page filled less than this is one that looks left over."""
CHUNK: Final = 420
"""Units: longer texts are divided first, at the ends of sentences or phrases."""


@dataclass(frozen=True, slots=True)
class Page:
    """Lines as (begin, end) of the text, white space at their ends left out; `begin` to `end` is all that the page covers."""

    begin: int
    end: int
    lines: tuple[tuple[int, int], ...]


def pages(text: str, measure: Measure, width: float, most_lines: int = 2) -> list[Page]:
    """All pages of `text` in lines no wider than `width`. A word that is wider stands alone on its line, cut where it must."""
    whole = [part for unit in units(text) for part in fitting(unit, text, measure, width)]
    found: list[Page] = []
    start = 0
    while start < len(whole):
        stop = chunk_end(whole, start)
        found += Setting(whole[start:stop], measure, width, most_lines).pages()
        start = stop
    return found or [Page(0, len(text), ((0, len(text)),))]


def fitting(unit: Unit, text: str, measure: Measure, width: float) -> list[Unit]:
    """The unit, or the parts of one that is wider than a line; no part begins or ends against the rules."""
    if measure(unit.begin, unit.ink) <= width or unit.ink - unit.begin <= 1:
        return [unit]
    parts: list[Unit] = []
    at = unit.begin
    while at < unit.ink:
        end = at + 1
        while end < unit.ink and measure(at, end + 1) <= width:
            end += 1
        while at + 1 < end < unit.ink and (text[end] in NOT_FIRST or text[end - 1] in NOT_LAST):
            end -= 1
        last = end >= unit.ink
        parts.append(Unit(at, unit.ink if last else end, unit.end if last else end, unit.after if last else 1.8))
        at = end
    return parts


def chunk_end(whole: Sequence[Unit], start: int) -> int:
    """Where a long text is divided."""
    last = min(len(whole), start + CHUNK)
    if last == len(whole):
        return last
    return min(range(start + CHUNK // 2, last), key=lambda at: (whole[at].after, -at)) + 1


class Setting:
    """The cheapest way through one stretch of units."""

    def __init__(self, whole: Sequence[Unit], measure: Measure, width: float, most_lines: int) -> None:
        self._units, self._width, self._most = whole, width, most_lines
        self._full = [measure(unit.begin, unit.end) for unit in whole]
        self._ink = [measure(unit.begin, unit.ink) for unit in whole]
        self._sums = [0.0]
        for wide in self._full:
            self._sums.append(self._sums[-1] + wide)

    def wide(self, first: int, stop: int) -> float:
        """A line of these units, without the white space at its end."""
        return self._sums[stop - 1] - self._sums[first] + self._ink[stop - 1]

    def pages(self) -> list[Page]:
        """From the cheapest way, backwards."""
        count = len(self._units)
        best = [0.0] + [float("inf")] * count
        came: list[tuple[int, tuple[int, ...]]] = [(0, ())] * (count + 1)
        for first in range(count):
            for stop in range(first + 1, count + 1):
                if best[first] == float("inf") or self.wide(first, stop) > self._most * self._width:
                    break
                cut = self.lines(first, stop)
                if cut is None:
                    continue
                cost = best[first] + cut[0] + self.turning(first, stop)
                if cost < best[stop]:
                    best[stop], came[stop] = cost, (first, cut[1])
        found: list[Page] = []
        stop = count
        while stop > 0:
            first, breaks = came[stop]
            found.append(self.page(first, stop, breaks))
            stop = first
        return found[::-1]

    def page(self, first: int, stop: int, breaks: Sequence[int]) -> Page:
        """The page of these units with lines divided at `breaks`."""
        edges = [first, *breaks, stop]
        lines = tuple((self._units[a].begin, self._units[b - 1].ink) for a, b in pairwise(edges))
        return Page(self._units[first].begin, self._units[stop - 1].end, lines)

    def turning(self, first: int, stop: int) -> float:
        """What a page of these units costs by itself."""
        fill = self.wide(first, stop) / (self._most * self._width)
        alone = first == 0 and stop == len(self._units)
        cost = ANOTHER_PAGE
        if not alone:
            cost += LONE * max(0.0, SHORT_PAGE - fill) / SHORT_PAGE
            cost += LONE if stop - first == 1 and fill < SHORT_PAGE else 0.0
        return cost + (TURN * self._units[stop - 1].after if stop < len(self._units) else 0.0)

    def lines(self, first: int, stop: int) -> tuple[float, tuple[int, ...]] | None:
        """The best division into lines and its cost; None where there is none that fits."""
        if self.wide(first, stop) <= self._width or stop - first == 1:
            return 0.0, ()
        if self._most < 2:
            return None
        best: tuple[float, tuple[int, ...]] | None = None
        for cut in range(first + 1, stop):
            upper, lower = self.wide(first, cut), self.wide(cut, stop)
            if upper > self._width or lower > self._width:
                continue
            cost = ANOTHER_LINE + WRAP * self._units[cut - 1].after + UNEVEN * (abs(upper - lower) / self._width) ** 2
            for count, wide in ((cut - first, upper), (stop - cut, lower)):
                cost += LONE if count == 1 and wide < self._width / 4 else 0.0
            if best is None or cost < best[0]:
                best = cost, (cut,)
        return best
