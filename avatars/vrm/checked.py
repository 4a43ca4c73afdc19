"""A value out of a foreign JSON document that knows where it stands, so that every refusal names file and place."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any, Final

from avatars.errors import AvatarRefused

REMEDY: Final = "Export the avatar again as VRM 1.0, or choose another file."
FAR: Final = 1e6
"""No number of an avatar is larger; beyond it float32 sums overflow or lose all meaning."""


def refusal(file: str, place: str, why: str) -> AvatarRefused:
    """The fault to raise: ``mira.vrm: mesh 3, primitive 0, indices: 70 of 64 vertices``."""
    return AvatarRefused(f"{file}: {place}: {why}" if place else f"{file}: {why}", REMEDY)


class Checked:
    """One JSON value with its file and place. Each reader returns a value of the promised type or raises `AvatarRefused`."""

    __slots__ = ("file", "place", "value")

    def __init__(self, value: Any, file: str, place: str = "") -> None:
        self.value = value
        self.file = file
        self.place = place

    def refuse(self, why: str) -> AvatarRefused:
        """The fault for this place."""
        return refusal(self.file, self.place, why)

    @property
    def present(self) -> bool:
        """Whether the document has this value."""
        return self.value is not None

    def _within(self, name: str) -> str:
        return f"{self.place}, {name}" if self.place else name

    def get(self, key: str, name: str = "") -> Checked:
        """The member `key` of this object; absent if this is absent or has none."""
        if self.value is None:
            return Checked(None, self.file, self._within(name or key))
        if not isinstance(self.value, dict):
            raise self.refuse("is no object")
        return Checked(self.value.get(key), self.file, self._within(name or key))

    def members(self, limit: int = 4096) -> Iterator[tuple[str, Checked]]:
        """Name and value of each member; none if absent."""
        if self.value is None:
            return
        if not isinstance(self.value, dict):
            raise self.refuse("is no object")
        if len(self.value) > limit:
            raise self.refuse(f"has more than {limit} members")
        for key, value in self.value.items():
            yield key, Checked(value, self.file, self._within(key[:60]))

    def each(self, key: str, name: str, limit: int = 65536) -> list[Checked]:
        """The items of the list `key`, each called ``name i``; empty if absent."""
        listed = self.get(key)
        if listed.value is None:
            return []
        if not isinstance(listed.value, list):
            raise listed.refuse("is no list")
        if len(listed.value) > limit:
            raise listed.refuse(f"has more than {limit} items")
        return [Checked(item, self.file, self._within(f"{name} {i}")) for i, item in enumerate(listed.value)]

    def integer(self, low: int, high: int, default: int | None = None) -> int:
        """A whole number in low..high."""
        value = self.value
        if value is None and default is not None:
            return default
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        if isinstance(value, bool) or not isinstance(value, int):
            raise self.refuse("is no whole number")
        if not low <= value <= high:
            raise self.refuse(f"is outside {low}..{high}")
        return value

    def index(self, count: int) -> int | None:
        """An index into a list of `count`; None if absent."""
        if self.value is None:
            return None
        if count == 0:
            raise self.refuse("points into an empty list")
        return self.integer(0, count - 1)

    def must_index(self, count: int) -> int:
        """An index into a list of `count` that has to be there."""
        found = self.index(count)
        if found is None:
            raise self.refuse("is missing")
        return found

    def number(self, default: float | None = None, low: float = -FAR, high: float = FAR) -> float:
        """A finite number in low..high."""
        value = self.value
        if value is None and default is not None:
            return default
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self.refuse("is no number")
        if not low <= value <= high:
            raise self.refuse(f"is outside {low:g}..{high:g}")
        return float(value)

    def vector(self, default: tuple[float, ...]) -> tuple[float, ...]:
        """As many finite numbers as the default has."""
        if self.value is None:
            return default
        if not isinstance(self.value, list) or len(self.value) != len(default):
            raise self.refuse(f"is no list of {len(default)} numbers")
        return tuple(Checked(item, self.file, self.place).number() for item in self.value)

    def colour(self, default: tuple[float, ...]) -> tuple[float, ...]:
        """Like `vector`, clamped to 0..1."""
        return tuple(min(1.0, max(0.0, x)) for x in self.vector(default))

    def rotation(self) -> tuple[float, float, float, float]:
        """A quaternion x y z w, made unit; the identity if absent."""
        x, y, z, w = self.vector((0.0, 0.0, 0.0, 1.0))
        length = math.sqrt(x * x + y * y + z * z + w * w)
        if length < 1e-6:
            raise self.refuse("is no rotation")
        return x / length, y / length, z / length, w / length

    def text(self, default: str = "", limit: int = 4096) -> str:
        """A string, cut at `limit`."""
        if self.value is None:
            return default
        if not isinstance(self.value, str):
            raise self.refuse("is no text")
        return self.value[:limit]

    def flag(self, default: bool = False) -> bool:
        """True or false."""
        if self.value is None:
            return default
        if not isinstance(self.value, bool):
            raise self.refuse("is neither true nor false")
        return self.value

    def choice(self, options: tuple[str, ...], default: str) -> str:
        """One of the options."""
        if self.value is None:
            return default
        if self.value not in options:
            raise self.refuse(f"is none of {', '.join(options)}")
        return str(self.value)
