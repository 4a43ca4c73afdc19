"""What in an archive from the network is not in order."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final, Literal

from voice.errors import ModelFault

REMEDY: Final = "Remove it and download it again."
RESERVED: Final = frozenset(
    ("con", "prn", "aux", "nul", *(f"com{n}" for n in range(10)), *(f"lpt{n}" for n in range(10)))
)  # fmt: skip
"""Names that Windows takes for devices, whatever follows their first dot."""

LONGEST: Final = 200
"""Characters of a name, path and all."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Beyond these an archive is taken for a bomb: how many files, how many bytes of them, how many times its own size."""

    files: int = 500
    bytes: int = 1_000_000_000
    ratio: int = 200


@dataclass(frozen=True, slots=True)
class Member:
    """An entry of an archive. `packed` bytes became `size`; 0 where the archive does not tell."""

    name: str
    size: int
    kind: Literal["file", "folder", "link", "other"]
    packed: int = 0


class Suspicion:
    """Looks at the members of one archive in their order and raises `ModelFault` at the first that is not in order."""

    def __init__(self, archive: Path, limits: Limits) -> None:
        self._archive = archive
        self._limits = limits
        self._whole = max(archive.stat().st_size, 1000)
        self._names: set[str] = set()
        self._bytes = 0
        self.root = ""
        """The one folder that all lies in."""

    def look(self, member: Member) -> None:
        """The next member, before it is read."""
        self._kind(member)
        if member.kind == "folder" or of_a_mac(member.name):
            if unsafe(member.name):
                raise refused(self._archive, "its file names are not in order")
            return
        self._size(member)
        self._name(member.name)

    def _kind(self, member: Member) -> None:
        if member.kind == "link":
            raise refused(self._archive, "it holds links")
        if member.kind == "other":
            raise refused(self._archive, "it holds more than files")

    def _size(self, member: Member) -> None:
        self._bytes += member.size
        if len(self._names) >= self._limits.files:
            raise refused(self._archive, "it holds no files, or too many")
        if self._bytes > self._limits.bytes:
            raise refused(self._archive, "it would grow too large")
        if member.size > self._limits.ratio * max(member.packed or self._whole, 1000):
            raise refused(self._archive, "it would grow out of all proportion")

    def _name(self, name: str) -> None:
        path = PurePosixPath(name)
        same = str(path).casefold()
        if unsafe(name) or same in self._names:
            raise refused(self._archive, "its file names are not in order")
        self._names.add(same)
        root = path.parts[0] if len(path.parts) > 1 else ""
        if not root or root != (self.root or root):
            raise refused(self._archive, "its files do not lie in one folder")
        self.root = root


def unsafe(name: str) -> bool:
    """Whether a name could lead out of the folder, or stand for something else, on any system."""
    parts = PurePosixPath(name).parts
    return (
        len(name) > LONGEST
        or name.startswith("/")
        or any(sign in name for sign in '\\:*?"<>|')
        or any(ord(sign) < 32 or ord(sign) == 127 for sign in name)
        or ".." in parts
        or any(part.endswith((" ", ".")) or part.split(".")[0].casefold() in RESERVED for part in parts)
    )


def of_a_mac(name: str) -> bool:
    """What a Mac adds to an archive beside each file: nothing of the model."""
    path = PurePosixPath(name)
    return path.name.startswith("._") or path.name == ".DS_Store" or "__MACOSX" in path.parts


def refused(archive: Path, why: str) -> ModelFault:
    """The archive is left unopened."""
    return ModelFault(f"{archive.name} was refused: {why}.", REMEDY)
