"""The shapes that the lips aim at in a sentence: fewer than its sounds, for lips are slow.

A shape held for less than 60 ms, or the ninth within a second, is a twitch and no speech: the weaker neighbour gives way.
Fast talk is also smaller, and rounded lips are made before they are heard (Daniloff and Moll 1968): through the consonants
before them, but not across an i or e, which needs them spread.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from voice.utterance import VRM_VISEMES, Viseme

SHORTEST: Final = 0.06
"""Seconds between two shapes at least."""

MOST: Final = 8
"""Shapes in a second."""

ROUND: Final = 0.3
"""From this much of ou or oh on lips are rounded."""

SPREAD: Final = 0.4
"""From this much of ih or ee on they are spread."""

EARLY: Final = 0.06
ANTICIPATED: Final = 0.2
"""Seconds that rounding comes before its consonants, and before its own sound at most."""

LET_GO: Final = 0.03
"""Seconds before the end of spread lips from which on the rounding after them may begin."""

QUICK: Final = (5.0, 6.0, 0.8)
"""Syllables a second from which on movements shrink, at which they have shrunk, and to what."""


@dataclass(frozen=True, slots=True)
class Target:
    """A shape from `start` to `end`, seconds; `weights` by viseme in VRM's order; `lead` seconds of rounding before it."""

    start: float
    end: float
    weights: tuple[float, ...]
    pull: float
    lead: float = 0.0
    barrier: float = -1.0
    """The time before which nothing of its rounding shows."""

    @property
    def middle(self) -> float:
        """Where it is aimed at most."""
        return (self.start + self.end) / 2

    @property
    def rounded(self) -> bool:
        """Whether the lips are round in it."""
        return max(self.weights[2], self.weights[4]) >= ROUND

    @property
    def spread(self) -> bool:
        """Whether they are spread."""
        return max(self.weights[1], self.weights[3]) >= SPREAD and not self.rounded

    @property
    def worth(self) -> float:
        """How much would be missed of it."""
        return self.pull * max(self.weights) * min(self.end - self.start, 0.2)


def targets(visemes: Sequence[Viseme]) -> tuple[Target, ...]:
    """What the lips aim at, in order."""
    aimed = [target_of(viseme) for viseme in visemes if shapes_lips(viseme)]
    aimed = thinned(united(aimed))
    return tuple(paced(anticipated(aimed), visemes))


def shapes_lips(viseme: Viseme) -> bool:
    """Whether the lips take part in a sound, other than by closing."""
    return viseme.pull > 0 and viseme.shape not in ("sil", "closed")


def target_of(viseme: Viseme) -> Target:
    """The viseme as weights in order."""
    weights: dict[str, float] = dict([(viseme.shape, viseme.weight), *viseme.also])
    return Target(viseme.start, viseme.end, tuple(weights.get(name, 0.0) for name in VRM_VISEMES), viseme.pull)


def united(aimed: list[Target]) -> list[Target]:
    """The same shape twice with only the tongue between is held."""
    out: list[Target] = []
    for target in aimed:
        last = out[-1] if out else None
        if last is not None and last.weights == target.weights and target.start - last.end < SHORTEST:
            out[-1] = replace(last, end=target.end, pull=max(last.pull, target.pull))
        else:
            out.append(target)
    return out


def thinned(aimed: list[Target]) -> list[Target]:
    """Without those that there is no time for."""
    left = list(aimed)
    while (pair := crowded(left)) is not None:
        weakest = min(pair, key=lambda index: left[index].worth)
        gone = left.pop(weakest)
        at = weakest if weakest in pair and weakest + 1 in pair else weakest - 1
        if len(pair) == 2 and 0 <= at < len(left):  # its time goes to the neighbour it was too near to
            left[at] = replace(left[at], start=min(left[at].start, gone.start), end=max(left[at].end, gone.end))
    return left


def crowded(aimed: Sequence[Target]) -> range | None:
    """The first shapes that follow each other too fast: two, or nine."""
    for index in range(1, len(aimed)):
        if aimed[index].middle - aimed[index - 1].middle < SHORTEST:
            return range(index - 1, index + 1)
        if index >= MOST and aimed[index].middle - aimed[index - MOST].middle < 1.0:
            return range(index - MOST, index + 1)
    return None


def anticipated(aimed: Sequence[Target]) -> list[Target]:
    """With the lead of rounded lips: the consonants before them and a little of the vowel before those."""
    out: list[Target] = []
    for index, target in enumerate(aimed):
        if not target.rounded:
            out.append(target)
            continue
        before = aimed[index - 1] if index else None
        string = target.start - before.end if before else ANTICIPATED
        blocked = before is not None and before.spread
        lead = min(ANTICIPATED, string + (0.0 if blocked else EARLY))
        barrier = max(before.middle, before.end - LET_GO) if before and blocked else -1.0
        out.append(replace(target, lead=max(0.0, lead), barrier=barrier))
    return out


def paced(aimed: Sequence[Target], visemes: Sequence[Viseme]) -> list[Target]:
    """Smaller where many syllables follow each other."""
    vowels = [(viseme.start + viseme.end) / 2 for viseme in visemes if 0.6 <= viseme.pull < 1.0 and shapes_lips(viseme)]
    out = []
    for target in aimed:
        near = sum(1 for at in vowels if abs(at - target.middle) <= 0.5)
        slow, quick, small = QUICK
        share = 1.0 - (1.0 - small) * min(1.0, max(0.0, (near - slow) / (quick - slow)))
        out.append(replace(target, weights=tuple(weight * share for weight in target.weights)))
    return out
