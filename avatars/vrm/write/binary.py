"""The binary chunk of a GLB and the accessors that describe it."""

from __future__ import annotations

import json
import struct
from typing import Any

import numpy as np
import numpy.typing as npt

Json = dict[str, Any]
_COMPONENT = {"i1": 5120, "u1": 5121, "u2": 5123, "u4": 5125, "f4": 5126}
VERTICES, INDICES = 34962, 34963


class Binary:
    """Collects buffer views and accessors. Arrays are written little-endian; everything is aligned to 4 bytes."""

    def __init__(self) -> None:
        self.views: list[Json] = []
        self.accessors: list[Json] = []
        self._chunks: list[bytes] = []
        self._size = 0

    def view(self, data: bytes, target: int | None = None) -> int:
        """A buffer view over these bytes."""
        entry: Json = {"buffer": 0, "byteOffset": self._size, "byteLength": len(data)}
        if target is not None:
            entry["target"] = target
        padded = data + b"\0" * (-len(data) % 4)
        self._chunks.append(padded)
        self._size += len(padded)
        self.views.append(entry)
        return len(self.views) - 1

    def accessor(
        self,
        array: npt.NDArray[Any],
        kind: str,
        *,
        target: int | None = None,
        normalized: bool = False,
        bounds: bool = False,
        stride: int = 0,
    ) -> int:
        """An accessor of `kind` (SCALAR, VEC3 ...) over an array with one row an element; `stride` bytes a row, 0 for no gap."""
        entry = _described(array, kind, bounds)
        if stride:
            gap = stride // array.itemsize - array.shape[1]
            array = np.concatenate([array, np.zeros((len(array), gap), array.dtype)], axis=1)
        entry["bufferView"] = self.view(_bytes(array), target)
        if stride:
            self.views[-1]["byteStride"] = stride
        if normalized:
            entry["normalized"] = True
        self.accessors.append(entry)
        return len(self.accessors) - 1

    def sparse(self, array: npt.NDArray[np.float32], kind: str) -> int:
        """Like `accessor` for floats that are mostly zero: only the other rows are stored."""
        rows = np.flatnonzero(np.any(array != 0.0, axis=1))
        entry = _described(array, kind, bounds=True)
        if len(rows):
            index = rows.astype(np.uint16 if len(array) <= 0xFFFF else np.uint32)
            entry["sparse"] = {
                "count": len(rows),
                "indices": {"bufferView": self.view(_bytes(index)), "componentType": _component(index)},
                "values": {"bufferView": self.view(_bytes(array[rows]))},
            }
        self.accessors.append(entry)
        return len(self.accessors) - 1

    def bytes(self) -> bytes:
        """The whole chunk."""
        return b"".join(self._chunks)


def _bytes(array: npt.NDArray[Any]) -> bytes:
    return np.ascontiguousarray(array).astype(array.dtype.newbyteorder("<")).tobytes()


def _component(array: npt.NDArray[Any]) -> int:
    return _COMPONENT[f"{array.dtype.kind}{array.dtype.itemsize}"]


def _described(array: npt.NDArray[Any], kind: str, bounds: bool) -> Json:
    entry: Json = {"componentType": _component(array), "count": len(array), "type": kind}
    if bounds:
        flat = array.reshape(len(array), -1)
        entry["min"] = [float(v) for v in flat.min(axis=0)]
        entry["max"] = [float(v) for v in flat.max(axis=0)]
    return entry


def container(document: Json, binary: bytes) -> bytes:
    """The GLB file (glTF 2.0, "GLB File Format")."""
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"), sort_keys=False).encode()
    text += b" " * (-len(text) % 4)
    chunks = struct.pack("<II", len(text), 0x4E4F534A) + text + struct.pack("<II", len(binary), 0x004E4942) + binary
    return struct.pack("<III", 0x46546C67, 2, 12 + len(chunks)) + chunks
