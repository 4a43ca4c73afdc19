"""Archives from the network, unpacked with suspicion: zip, and tar packed with bzip2, gzip or xz."""

from __future__ import annotations

import zipfile
from pathlib import Path, PurePosixPath
from typing import Final

from voice.errors import ModelFault
from voice.models.archives import BROKEN, Content, Unsound, members
from voice.models.suspicion import REMEDY, Limits, Suspicion, of_a_mac, refused

USUAL: Final = Limits()


def unpack(archive: Path, into: Path, limits: Limits = USUAL) -> Path:
    """Unpack an archive whose files lie in one folder; that folder, inside `into`. Raises `ModelFault`.

    Nothing is written outside `into`: absolute and climbing names, links and devices, two files of one name, names that some
    system cannot hold, and archives that swell beyond reason are refused. `into` is the caller's to remove.
    """
    root = ""
    suspicion = Suspicion(archive, limits)
    try:
        for member, content in members(archive, limits):
            suspicion.look(member)
            if member.kind == "file" and not of_a_mac(member.name):
                root = suspicion.root
                write(into / PurePosixPath(member.name), content)
    except Unsound as fault:
        raise ModelFault(f"{archive.name} is no sound archive.", REMEDY) from fault
    if not root:
        raise refused(archive, "it holds no files, or too many")
    return into / root


def unpacked_size(archive: Path) -> int:
    """Bytes that a zip says its files take; 0 where it does not say. Not to be believed, only to be checked against the disk."""
    try:
        with zipfile.ZipFile(archive) as opened:
            return min(sum(entry.file_size for entry in opened.infolist()), USUAL.bytes)
    except BROKEN:
        return 0


def write(target: Path, content: Content) -> None:
    """A new file."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("xb") as file:
        while piece := content.read(1 << 20):
            file.write(piece)
