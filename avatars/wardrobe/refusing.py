"""What fails its checks in the wardrobe is told in the wardrobe's words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from avatars.errors import AvatarRefused, GarmentRefused

REMEDY: Final = "Leave this garment out, or bring its file again."


@contextmanager
def as_garment() -> Iterator[None]:
    """A refusal of the glTF readers becomes a `GarmentRefused` with the same file and place."""
    try:
        yield
    except AvatarRefused as fault:
        raise GarmentRefused(fault.message, REMEDY) from fault
