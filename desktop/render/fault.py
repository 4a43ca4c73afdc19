"""Why a picture cannot be made."""

from __future__ import annotations


class PictureFault(Exception):
    """The picture cannot be made as asked: `message`, `remedy`, `kind` as for every fault."""

    def __init__(self, message: str, remedy: str = "", kind: str = "usage") -> None:
        super().__init__(message)
        self.message, self.remedy, self.kind = message, remedy, kind
