"""The GLB container: a header, one JSON chunk, at most one binary chunk (glTF 2.0, section 4)."""

from __future__ import annotations

import json
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from avatars.errors import AvatarRefused
from avatars.vrm.checked import Checked, refusal

MAGIC: Final = 0x46546C67
JSON_CHUNK: Final = 0x4E4F534A
BINARY_CHUNK: Final = 0x004E4942
LARGEST_FILE: Final = 256 << 20
LARGEST_JSON: Final = 32 << 20


@dataclass(frozen=True, slots=True)
class Container:
    """What a GLB holds: its document and its bytes."""

    root: Checked
    binary: memoryview
    file: str


def read_file(path: Path) -> Container:
    """Read a GLB or VRM file. Raises `AvatarRefused`."""
    try:
        size = path.stat().st_size
        if size > LARGEST_FILE:
            raise refusal(path.name, "", f"is larger than {LARGEST_FILE >> 20} MB")
        data = path.read_bytes()
    except OSError as fault:
        raise AvatarRefused(f"{path.name}: cannot be read ({fault.strerror})", "Check the path and its rights.") from fault
    return read_bytes(data, path.name)


def read_bytes(data: bytes, file: str) -> Container:
    """Read a GLB held in memory; `file` is the name that refusals tell."""
    if len(data) < 20:
        raise refusal(file, "header", "is too short for a GLB or VRM file")
    magic, version, length = struct.unpack_from("<III", data)
    if magic != MAGIC:
        raise refusal(file, "header", "is not that of a GLB or VRM file")
    if version != 2:
        raise refusal(file, "header", f"names glTF version {version}; only 2 is known")
    if not 20 <= length <= len(data):
        raise refusal(file, "header", f"promises {length} bytes, the file has {len(data)}")
    text: memoryview | None = None
    binary = memoryview(b"")
    at, number = 12, 0
    while at + 8 <= length:
        size, kind = struct.unpack_from("<II", data, at)
        at += 8
        if size > length - at:
            raise refusal(file, f"chunk {number}", f"promises {size} bytes, {length - at} are left")
        if number == 0 and kind != JSON_CHUNK:
            raise refusal(file, "chunk 0", "is not the JSON chunk")
        if number == 0:
            text = memoryview(data)[at : at + size]
        elif number == 1 and kind == BINARY_CHUNK:
            binary = memoryview(data)[at : at + size]
        at += size + (-size % 4)
        number += 1
    if text is None:
        raise refusal(file, "chunk 0", "is missing")
    return Container(Checked(_parse(bytes(text), file), file), binary, file)


def _parse(text: bytes, file: str) -> dict[str, Any]:
    if len(text) > LARGEST_JSON:
        raise refusal(file, "JSON", f"is larger than {LARGEST_JSON >> 20} MB")

    def no_constant(name: str) -> float:
        raise ValueError(name)

    try:
        document = json.loads(text.decode("utf-8"), parse_constant=no_constant)
    except RecursionError:
        raise refusal(file, "JSON", "is nested too deeply") from None
    except ValueError as fault:
        where = f" at character {fault.pos}" if isinstance(fault, json.JSONDecodeError) else ""
        raise refusal(file, "JSON", f"is damaged{where}") from None
    if not isinstance(document, dict):
        raise refusal(file, "JSON", "is no object")
    return document
