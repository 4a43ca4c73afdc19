"""Lines drawn without coming twice before all have come."""

from __future__ import annotations

import random
from collections.abc import Sequence

from mind.talk.bench.script import Line


class Decks:
    """The user's own decks before those of the bank are not told apart: all are shuffled together by the seed."""

    def __init__(self, lines: dict[str, list[Line]], rng: random.Random) -> None:
        self._lines = lines
        self._rng = rng
        self._left: dict[str, list[Line]] = {}
        self.again = 0
        """Draws for which a deck had to be shuffled again."""

    def has(self, name: str) -> bool:
        """Whether there is such a deck."""
        return bool(self._lines.get(name))

    def all(self, name: str) -> Sequence[Line]:
        """Every line of a deck."""
        return self._lines.get(name, ())

    def draw(self, *names: str) -> Line | None:
        """A line of the first deck of these that the user has; None where there is none."""
        name = next((one for one in names if self._lines.get(one)), None)
        return self.of(name, self._lines[name]) if name else None

    def of(self, name: str, lines: Sequence[Line]) -> Line:
        """A line of these, kept under `name`."""
        if name in self._left and not self._left[name]:
            self.again += 1
        if not self._left.get(name):
            self._left[name] = self._rng.sample(list(lines), len(lines))
        return self._left[name].pop()
