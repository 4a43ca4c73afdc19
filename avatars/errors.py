"""Faults of the body, as one tree.

    AvatarError
    ├── AvatarRefused   a foreign file that failed its checks: the message names file and place
    ├── GarmentRefused  a garment's file or the wardrobe's catalogue that failed its checks, named alike
    ├── PlaceRefused    a folder or file that cannot be written
    ├── PersonRefused   a created person's file that is missing or wrong
    └── StageFault      no picture can be drawn (no GL)
"""

from __future__ import annotations


class AvatarError(Exception):
    """A fault told in words a user can act on.

    `kind` is a stable word for programs, `message` one line that names the thing, `remedy` the next step.
    """

    kind = "avatar"

    def __init__(self, message: str, remedy: str = "", *, kind: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy
        if kind is not None:
            self.kind = kind


class AvatarRefused(AvatarError):
    """A foreign file that failed its checks."""

    kind = "avatar-refused"


class GarmentRefused(AvatarError):
    """A garment's file, or the list of garments, that failed its checks."""

    kind = "garment-refused"


class PlaceRefused(AvatarError):
    """A folder or file somebody named that cannot be written."""

    kind = "usage"

    def __init__(self, place: object, why: str) -> None:
        super().__init__(f"{place} cannot be written: {why}.", "Choose another place.")


class StageFault(AvatarError):
    """No picture can be drawn."""

    kind = "no-picture"


class PersonRefused(AvatarError):
    """A created person's file that is missing or wrong."""

    kind = "person-refused"

    def __init__(self, place: object, why: str) -> None:
        super().__init__(f"{place}: {why}.", "Mend that field in the file, take it away, or make the person anew.")
