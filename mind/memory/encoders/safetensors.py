"""Reading a .safetensors file with suspicion.

The format: eight bytes (little endian) with the size of a JSON header, the header (name -> dtype, shape, begin and end of
the bytes), then the bytes. Nothing in it is code. https://github.com/huggingface/safetensors#format
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Final, TypeGuard

import numpy as np
from numpy.typing import NDArray

from mind.errors import EncoderFault

LARGEST_HEADER: Final = 8 * 2**20
LARGEST_FILE: Final = 4 * 2**30
MOST_AXES: Final = 8
WIDTHS: Final = {"F32": 4, "F16": 2, "BF16": 2}
REMEDY: Final = "Get the model's folder again, whole."


@dataclass(frozen=True, slots=True)
class Place:
    """Where a tensor lies: `begin` in bytes from the start of the file."""

    dtype: str
    shape: tuple[int, ...]
    begin: int

    @property
    def count(self) -> int:
        return math.prod(self.shape)


def read_tensors(path: Path) -> dict[str, NDArray[np.float32]]:
    """Every tensor of floating numbers, as float32. Others (indexes) are left out. Raises `EncoderFault`."""
    try:
        with path.open("rb") as file:
            return {name: _values(file, place) for name, place in _places(file, path).items()}
    except OSError as fault:
        raise EncoderFault(f"{path} cannot be read ({fault.strerror or fault}).", REMEDY) from fault


def _places(file: BinaryIO, path: Path) -> dict[str, Place]:
    whole = path.stat().st_size
    size = int.from_bytes(file.read(8), "little")
    if whole > LARGEST_FILE or not 2 <= size <= min(LARGEST_HEADER, whole - 8):
        raise damaged(path, "its header has no sensible size")
    try:
        header = json.loads(file.read(size))
    except (ValueError, RecursionError) as fault:
        raise damaged(path, "its header cannot be read") from fault
    if not isinstance(header, dict):
        raise damaged(path, "its header is no table")
    header.pop("__metadata__", None)
    places = {name: _place(name, entry, 8 + size, whole, path) for name, entry in header.items()}
    return {name: place for name, place in places.items() if place is not None}


def _place(name: str, entry: Any, start: int, whole: int, path: Path) -> Place | None:
    """A tensor's place inside the file; None for a kind of number that we do not use."""
    fields = entry if isinstance(entry, dict) else {}
    dtype, shape, offsets = str(fields.get("dtype")), fields.get("shape"), fields.get("data_offsets")
    if dtype not in WIDTHS:
        return None
    if not (_are_counts(shape) and len(shape) <= MOST_AXES and _are_counts(offsets) and len(offsets) == 2):
        raise damaged(path, f"{name[:80]!r} is described wrongly")
    begin, end = offsets
    if end - begin != math.prod(shape) * WIDTHS[dtype] or start + end > whole:
        raise damaged(path, f"{name[:80]!r} does not fit the file")
    return Place(dtype, tuple(shape), start + begin)


def _are_counts(value: Any) -> TypeGuard[list[int]]:
    return isinstance(value, list) and all(type(one) is int and 0 <= one <= LARGEST_FILE for one in value)


def _values(file: BinaryIO, place: Place) -> NDArray[np.float32]:
    file.seek(place.begin)
    if place.dtype == "F32":
        read = np.fromfile(file, "<f4", place.count).astype(np.float32, copy=False)
    elif place.dtype == "F16":
        read = np.fromfile(file, "<f2", place.count).astype(np.float32)
    else:
        # bfloat16 is the upper half of a float32.
        read = (np.fromfile(file, "<u2", place.count).astype(np.uint32) << 16).view(np.float32)
    return read.reshape(place.shape)


def damaged(path: Path, why: str) -> EncoderFault:
    """The file is not what its name says."""
    return EncoderFault(f"{path.name} is no sound model file: {why}.", REMEDY)
