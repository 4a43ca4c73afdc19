"""The best borders of known segments in a sound: a Viterbi search over segments with explicit durations (Rabiner 1989, IV.D).

Segments follow one another. Each scores its frames by the evidence for its class, and its length by how near it is to the
expected one; silences may be left out. Borders are searched in a band around where each is expected.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
from numpy.lib.stride_tricks import sliding_window_view

Evidence = npt.NDArray[np.float64]

SPREAD: Final = 0.35
"""Standard deviation of a length's logarithm, in natural units."""

LENGTHS: Final = 1.0
"""How much lengths count beside evidence."""

SHORTEST, LONGEST = 2, 60
"""Frames of a sound."""

NEVER: Final = -1e9


@dataclass(frozen=True, slots=True)
class Segment:
    """`classes`: one class, or two that share it as `first` to the rest. `frames` and `centre`: its expected length and end.

    `optional` ones are silences of any length that cost `cost` where they are not left out.
    """

    classes: tuple[int, ...]
    frames: float
    centre: float
    optional: bool = False
    cost: float = 0.0


@dataclass(frozen=True, slots=True)
class Path:
    """`ends[j]` is the frame after segment j; `score` is the evidence along the path, summed."""

    ends: npt.NDArray[np.int64]
    score: float


def best_path(evidence: Evidence, segments: Sequence[Segment], band: float, first: float) -> Path | None:
    """Borders of `segments` that cover all frames; None where they cannot. `band` in frames to either side."""
    count = len(evidence)
    total = np.vstack((np.zeros(evidence.shape[1]), np.cumsum(evidence, axis=0)))
    scores, low = np.zeros(1), 0
    rows: list[tuple[int, npt.NDArray[np.int64]]] = []
    for number, segment in enumerate(segments):
        last = number == len(segments) - 1
        begin = max(low, min(count, int(segment.centre - band)))
        end = count if last else max(begin, min(count, int(segment.centre + band)))
        step = silent if segment.optional else sounding
        scores, back = step(total, scores, low, begin, end, segment, first)
        rows.append((begin, back))
        low = begin
    if low + len(scores) - 1 != count or scores[-1] <= NEVER / 2:
        return None
    ends = np.empty(len(segments), np.int64)
    at = count
    for number in range(len(segments) - 1, -1, -1):
        begin, back = rows[number]
        ends[number] = at
        at = int(back[at - begin])
    return Path(ends, float(scores[-1]))


def brought(scores: Evidence, low: int, begin: int, end: int) -> Evidence:
    """Scores known from `low` on, as an array over frames `begin` to `end`."""
    out = np.full(end - begin + 1, NEVER)
    first, last = max(low, begin), min(low + len(scores) - 1, end)
    if last >= first:
        out[first - begin : last - begin + 1] = scores[first - low : last - low + 1]
    return out


def silent(
    total: Evidence, scores: Evidence, low: int, begin: int, end: int, segment: Segment, first: float
) -> tuple[Evidence, npt.NDArray[np.int64]]:
    """A silence, of any length or none."""
    del first
    start = min(low, begin)
    before = brought(scores, low, start, end)
    cumulated = total[start : end + 1, segment.classes[0]]
    gained = before - cumulated
    best = np.maximum.accumulate(gained)
    fresh = np.concatenate(([True], gained[1:] > best[:-1]))
    where = np.maximum.accumulate(np.where(fresh, np.arange(len(gained)), 0)) + start
    stayed = best + cumulated - segment.cost
    left_out = before >= stayed
    out = np.where(left_out, before, stayed)
    back = np.where(left_out, np.arange(start, end + 1), where)
    return out[begin - start :], back[begin - start :]


def sounding(
    total: Evidence, scores: Evidence, low: int, begin: int, end: int, segment: Segment, first: float
) -> tuple[Evidence, npt.NDArray[np.int64]]:
    """A sound of at least `SHORTEST` frames."""
    longest = int(min(LONGEST, max(8, np.ceil(segment.frames * 3))))
    lengths = np.arange(longest, SHORTEST - 1, -1)
    start = begin - longest
    before = brought(scores, low, start, end - SHORTEST)
    starts = np.maximum(np.arange(start, end - SHORTEST + 1), 0)
    one, last = total[:, segment.classes[0]], total[:, segment.classes[-1]]
    gained = sliding_window_view(before - one[starts], len(lengths))
    table = gained - LENGTHS * 0.5 * (np.log(lengths / max(segment.frames, 1.0)) / SPREAD) ** 2
    ends = np.arange(begin, end + 1)
    if len(segment.classes) > 1:
        middles = np.maximum(ends[:, None] - lengths + np.rint(first * lengths).astype(np.int64), 0)
        table += (one - last)[middles]
    best = table.argmax(axis=1)
    return table[np.arange(len(ends)), best] + last[ends], ends - lengths[best]
