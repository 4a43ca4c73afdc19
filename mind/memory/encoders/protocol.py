"""What recall asks of any encoder."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, Protocol, TypeAlias

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors: TypeAlias = NDArray[np.float32]
else:
    Vectors = "Vectors"


OWN_TALK: Final = "lsa:"
"""How keys begin of spaces that the talk itself taught: nearness there tells less than a model's."""


class Encoder(Protocol):
    """Words to unit vectors. Blocks: call it from a thread that may wait, never from the event loop."""

    @property
    def key(self) -> str:
        """Names the space: equal only where model, weights and settings are. Vectors of two keys are never compared."""

    @property
    def name(self) -> str:
        """What people call it."""

    @property
    def dim(self) -> int:
        """The length of its vectors."""

    def encode(self, texts: Sequence[str], *, query: bool = False) -> Vectors:
        """Float32 rows of length 1, one a text, in order, shape (n, dim); a text without words may be a row of zeroes.

        `query` for what is asked, where a model wants questions marked. Raises `EncoderFault`.
        """

    def close(self) -> None:
        """Let go of what it holds; it is not used again."""
