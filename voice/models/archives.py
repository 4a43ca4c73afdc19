"""The members of an archive one by one, whatever its kind, never more bytes of it than its limits allow."""

from __future__ import annotations

import bz2
import gzip
import lzma
import stat
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import IO, Any, Final, Protocol

from voice.models.suspicion import Limits, Member, Suspicion, refused

PACKED: Final = ((b"BZh", bz2.open), (b"\x1f\x8b", gzip.open), (b"\xfd7zXZ", lzma.open))
BROKEN: Final = (EOFError, zlib.error, lzma.LZMAError, tarfile.TarError, zipfile.BadZipFile, NotImplementedError, RuntimeError)


class Content(Protocol):
    """Something to read from."""

    def read(self, count: int = -1, /) -> bytes:
        """The next bytes."""


Members = Iterator[tuple[Member, Content]]


class Unsound(Exception):
    """What is read is no archive, or only a part of one."""


def members(archive: Path, limits: Limits) -> Members:
    """Each member with what it holds, in their order. Raises `Unsound` where the file is no whole archive."""
    with archive.open("rb") as file:
        begin = file.read(6)
    for magic, opened in PACKED:
        if begin.startswith(magic):
            return of_tar(archive, opened, limits)
    return of_zip(archive, limits)


def of_zip(archive: Path, limits: Limits) -> Members:
    """Of a zip, whose list is looked through as a whole before anything is unpacked."""
    try:
        with zipfile.ZipFile(archive) as opened:
            entries = opened.infolist()
            suspicion = Suspicion(archive, limits)
            for entry in entries:
                suspicion.look(zip_member(entry))
            for entry in entries:
                member = zip_member(entry)
                if member.kind == "folder":
                    yield member, BytesIO()
                    continue
                with opened.open(entry) as content:
                    yield member, _Sound(content)
    except BROKEN as fault:
        raise Unsound from fault


def zip_member(entry: zipfile.ZipInfo) -> Member:
    """As the list of a zip tells it."""
    mode = stat.S_IFMT(entry.external_attr >> 16)
    packed = max(entry.compress_size, 1)
    if entry.is_dir():
        return Member(entry.filename, 0, "folder", packed)
    if stat.S_ISLNK(mode):
        return Member(entry.filename, 0, "link", packed)
    return Member(entry.filename, entry.file_size, "file" if mode in (0, stat.S_IFREG) else "other", packed)


def of_tar(archive: Path, opened: Any, limits: Limits) -> Members:
    """Of a packed tar, read once from its beginning to its end."""
    try:
        with opened(archive, "rb") as unpacked:
            bounded: Any = _Bounded(unpacked, archive, limits)
            with tarfile.open(fileobj=bounded, mode="r|") as tar:
                for entry in tar:
                    member = tar_member(entry)
                    content = tar.extractfile(entry) if member.kind == "file" else None
                    yield member, _Sound(content) if content else BytesIO()
    except BROKEN as fault:
        raise Unsound from fault


def tar_member(entry: tarfile.TarInfo) -> Member:
    """As a header of a tar tells it."""
    if entry.isdir():
        return Member(entry.name, 0, "folder")
    if entry.issym() or entry.islnk():
        return Member(entry.name, 0, "link")
    return Member(entry.name, entry.size, "file" if entry.isreg() and not entry.issparse() else "other")


class _Bounded:
    """A stream that refuses to give more than the limits: headers count too, however large they say to be."""

    def __init__(self, stream: IO[bytes], archive: Path, limits: Limits) -> None:
        self._stream = stream
        self._archive = archive
        size = max(archive.stat().st_size, 1000)
        self._left = min(limits.bytes + 10_000_000, limits.ratio * size + 1_000_000)

    def read(self, count: int) -> bytes:
        """The next bytes. Damage is told as the end of the file, since the disk has not failed."""
        try:
            data = self._stream.read(count)
        except OSError as fault:
            if fault.errno is None:
                raise EOFError from fault
            raise
        self._left -= len(data)
        if self._left < 0:
            raise refused(self._archive, "it would grow out of all proportion")
        return data


class _Sound:
    """The content of one member, whose damage is told as `Unsound` to who reads it outside."""

    def __init__(self, content: IO[bytes]) -> None:
        self._content = content

    def read(self, count: int = -1) -> bytes:
        """The next bytes."""
        try:
            return self._content.read(count)
        except BROKEN as fault:
            raise Unsound from fault
