"""The notes that a model in ONNX carries about itself, read without loading it.

A ModelProto is a protocol buffer: fields of a number, a kind and a content. Field 14 holds the notes, each a StringString
entry of a key (1) and a value (2); the graph, which is nearly all of the file, is stepped over.
"""

from __future__ import annotations

from pathlib import Path
from typing import IO, Final

NOTES: Final = 14
KEY: Final = 1
VALUE: Final = 2
VARINT, FIXED64, BYTES, FIXED32 = 0, 1, 2, 5
LARGEST: Final = 1_000_000
"""Bytes of one note."""


def notes(path: Path) -> dict[str, str]:
    """The notes of the model. Raises `ValueError` where the file is no protocol buffer from its beginning to its end."""
    found: dict[str, str] = {}
    size = path.stat().st_size
    with path.open("rb") as file:
        while file.tell() < size:
            number, content = field(file, size)
            if number == NOTES and content is not None:
                key, value = entry(content)
                found[key] = value
    return found


def field(file: IO[bytes], size: int) -> tuple[int, bytes | None]:
    """The next field; of its content only what may be a note."""
    tag = varint(file)
    number, kind = tag >> 3, tag & 7
    if kind == VARINT:
        varint(file)
        return number, None
    length = {FIXED64: 8, FIXED32: 4}.get(kind) or (varint(file) if kind == BYTES else -1)
    if number == 0 or length < 0 or file.tell() + length > size:
        raise ValueError("no protocol buffer")
    if number == NOTES and kind == BYTES and length <= LARGEST:
        return number, file.read(length)
    file.seek(length, 1)
    return number, None


def varint(file: IO[bytes]) -> int:
    """A number in groups of seven bits, the lowest first."""
    value = 0
    for shift in range(0, 70, 7):
        byte = file.read(1)
        if not byte:
            break
        value |= (byte[0] & 127) << shift
        if byte[0] < 128:
            return value
    raise ValueError("no protocol buffer")


def entry(content: bytes) -> tuple[str, str]:
    """Key and value of a note."""
    from io import BytesIO

    file = BytesIO(content)
    found = {KEY: b"", VALUE: b""}
    while file.tell() < len(content):
        tag = varint(file)
        if tag & 7 != BYTES:
            raise ValueError("no note")
        found[tag >> 3] = file.read(varint(file))
    return found[KEY].decode("utf-8", "replace"), found[VALUE].decode("utf-8", "replace")
