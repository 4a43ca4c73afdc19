"""Archives from the network, unpacked with suspicion."""

from __future__ import annotations

import shutil
import stat
import zipfile
import zlib
from pathlib import Path, PurePosixPath
from typing import Final

from voice.errors import ModelFault

MOST_FILES: Final = 500
MOST_BYTES: Final = 1_000_000_000
MOST_RATIO: Final = 200
REMEDY: Final = "Remove it and download it again."


def unpack(archive: Path, into: Path) -> Path:
    """Unpack a zip whose files lie in one folder; that folder, inside `into`. Raises `ModelFault`.

    Nothing is written outside `into`: absolute and climbing names, links, two files of one name, and archives that swell
    beyond reason are refused before a byte is written.
    """
    try:
        with zipfile.ZipFile(archive) as opened:
            members = [member for member in opened.infolist() if not member.is_dir()]
            root = inspected(members, archive)
            for member in members:
                target = into / PurePosixPath(member.filename)
                target.parent.mkdir(parents=True, exist_ok=True)
                with opened.open(member) as source, target.open("xb") as file:
                    shutil.copyfileobj(source, file, 1 << 20)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as fault:
        raise ModelFault(f"{archive.name} is no sound archive.", REMEDY) from fault
    return into / root


def inspected(members: list[zipfile.ZipInfo], archive: Path) -> str:
    """The one folder that all lies in. Raises `ModelFault` for anything suspicious."""
    names = [PurePosixPath(member.filename) for member in members]
    if not members or len(members) > MOST_FILES:
        raise refused(archive, "it holds no files, or too many")
    if sum(member.file_size for member in members) > MOST_BYTES:
        raise refused(archive, "it would grow too large")
    if any(member.file_size > MOST_RATIO * max(member.compress_size, 1000) for member in members):
        raise refused(archive, "it would grow out of all proportion")
    if any(stat.S_ISLNK(member.external_attr >> 16) for member in members):
        raise refused(archive, "it holds links")
    if any(unsafe(member.filename) for member in members) or len(set(names)) != len(names):
        raise refused(archive, "its file names are not in order")
    roots = {name.parts[0] for name in names}
    if len(roots) != 1 or any(len(name.parts) < 2 for name in names):
        raise refused(archive, "its files do not lie in one folder")
    return roots.pop()


def unsafe(name: str) -> bool:
    """Whether a name could lead out of the folder, on any system."""
    return name.startswith("/") or "\\" in name or ":" in name or "\0" in name or ".." in PurePosixPath(name).parts


def refused(archive: Path, why: str) -> ModelFault:
    """The archive is left unopened."""
    return ModelFault(f"{archive.name} was refused: {why}.", REMEDY)
