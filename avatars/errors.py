"""Faults of the body, as one tree.

    AvatarError
    ├── AvatarRefused   a foreign file that failed its checks: the message names file and place
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


class StageFault(AvatarError):
    """No picture can be drawn."""

    kind = "no-picture"
