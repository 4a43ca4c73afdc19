"""The pictures of a dressed person: those of her own file, and the dyed ones of her clothes."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import overload

from avatars.vrm.images import Pictures
from avatars.vrm.model import Pixels


@dataclass(frozen=True, slots=True, eq=False)
class Dyed:
    """One dyed texture (h,w,4). It is what it is: the same object is the same picture."""

    pixels: Pixels


class WornPictures(Sequence[Pixels]):
    """The person's pictures, then the clothes'. `token` tells whether two models mean the same picture."""

    def __init__(self, own: Sequence[Pixels], dyed: Sequence[Dyed]) -> None:
        self._own = own
        self._dyed = tuple(dyed)

    def __len__(self) -> int:
        return len(self._own) + len(self._dyed)

    @overload
    def __getitem__(self, index: int) -> Pixels: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Pixels]: ...

    def __getitem__(self, index: int | slice) -> Pixels | Sequence[Pixels]:
        if isinstance(index, slice):
            return tuple(self[i] for i in range(*index.indices(len(self))))
        index = range(len(self))[index]
        return self._own[index] if index < len(self._own) else self._dyed[index - len(self._own)].pixels

    def token(self, index: int) -> Hashable:
        """Equal for the same picture, also in another model of the same person."""
        return (id(self._own), index) if index < len(self._own) else self._dyed[index - len(self._own)]

    def forget(self) -> None:
        """Give back the memory of what was unfolded of the person's own."""
        if isinstance(self._own, Pictures):
            self._own.forget()
