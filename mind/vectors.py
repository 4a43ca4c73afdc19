"""The seam of the mind for vectors of turns; see `mind.ports` for the others."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class SpaceFound:
    """An encoder that made vectors here, and how many turns have one."""

    key: str
    dim: int
    turns: int


@dataclass(frozen=True, slots=True)
class Missing:
    """Turns (id, text) without a vector, newest first. `below` is where to look on; None when all were looked through."""

    turns: tuple[tuple[int, str], ...]
    below: int | None


class TurnVectors(Protocol):
    """Turns in the space of an encoder, by the encoder's key; a key that is not known holds nothing."""

    def nearest(self, key: str, query: NDArray[np.float32], limit: int) -> list[tuple[int, float]]:
        """The turns nearest to a query of unit length, with their cosine, best first."""

    def of(self, key: str, turns: Collection[int]) -> Mapping[int, NDArray[np.float32]]:
        """The vectors of these turns, where they have one."""

    def keep(self, key: str, read: Iterable[tuple[int, str, NDArray[np.float32]]]) -> int:
        """Keep (turn, the text that was read, vector), but of turns whose text is another by now; how many were kept."""

    def hold(self, key: str, turns: Collection[int], rows: NDArray[np.float32]) -> None:
        """Open a space that lives in memory alone, in place of any other such."""

    def missing(self, key: str, below: int | None = None, window: int = 512) -> Missing:
        """Turns with words but no vector among the `window` turns below an id (or the newest), newest first."""

    def texts(self, most: int) -> list[tuple[int, str]]:
        """The last `most` turns with words, (id, text), oldest first."""

    def warm(self, key: str) -> bool:
        """Read some more of a space into memory; whether there is more to read."""

    def keys(self) -> tuple[str, ...]:
        """The keys of the encoders that made vectors here, the newest first."""

    def drop(self, key: str, most: int = 2000) -> bool:
        """Take away `most` vectors of an encoder; with the last goes the encoder. Whether more are there."""
