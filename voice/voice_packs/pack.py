"""What a voice pack is: offered on a list, or lying on this machine."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

Family = Literal["piper", "melo", "kokoro", "matcha"]
Sex = Literal["woman", "man"]

HOSTS: Final = ("api.github.com", "github.com", "objects.githubusercontent.com", "release-assets.githubusercontent.com")
"""Where the packs and their list lie; nothing is fetched from anywhere else."""


@dataclass(frozen=True, slots=True)
class PackFile:
    """One file of a pack as the list tells it: `voice.models.download.Wanted`."""

    name: str
    url: str
    size: int
    sha256: str
    hosts: tuple[str, ...] = HOSTS

    @property
    def file(self) -> str:
        """Its name on the disk."""
        return self.name

    @property
    def checksum(self) -> str:
        """Of its content."""
        return f"sha256:{self.sha256}"


@dataclass(frozen=True, slots=True)
class VoicePack:
    """A pack that is offered. `langs` as Hearth names them (en, zh, ja), `speakers` how many voices are in it (0: not known
    before it is here)."""

    name: str
    langs: tuple[str, ...]
    family: Family
    archive: PackFile
    speakers: int = 1
    licence: str = ""
    """As its makers tell it; empty where the pack's own model card must be read."""
    vocoder: PackFile | None = None
    """A second file that the family Matcha needs."""

    @property
    def files(self) -> tuple[PackFile, ...]:
        """All that is downloaded."""
        return (self.archive, self.vocoder) if self.vocoder else (self.archive,)

    @property
    def url(self) -> str:
        """Where the archive lies."""
        return self.archive.url

    @property
    def size(self) -> int:
        """Bytes to download."""
        return sum(file.size for file in self.files)

    @property
    def sha256(self) -> str:
        """Of the archive."""
        return self.archive.sha256


@dataclass(frozen=True, slots=True)
class InstalledPack:
    """A pack on this machine. `names` of its speakers, in the order of their numbers; empty where there is only one."""

    name: str
    langs: tuple[str, ...]
    family: Family
    path: Path
    speakers: int = 1
    names: tuple[str, ...] = ()
    licence: str = ""
