"""Accessors: typed arrays over the binary chunk, every range checked before a byte is read (glTF 2.0, section 3.6)."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
import numpy.typing as npt

from avatars.vrm.checked import Checked
from avatars.vrm.container import Container

COMPONENTS: Final[dict[int, np.dtype[Any]]] = {
    5120: np.dtype("<i1"), 5121: np.dtype("<u1"), 5122: np.dtype("<i2"),
    5123: np.dtype("<u2"), 5125: np.dtype("<u4"), 5126: np.dtype("<f4"),
}
WIDTHS: Final = {"SCALAR": 1, "VEC2": 2, "VEC3": 3, "VEC4": 4, "MAT4": 16}
MOST_ITEMS: Final = 4_000_000
"""Of one accessor."""
MOST_NUMBERS: Final = 160_000_000
"""Of all accessors that are read together: an accessor may repeat bytes, or have none, so the file's size is no bound."""

Floats = npt.NDArray[np.float32]
Indices = npt.NDArray[np.uint32]


class Accessors:
    """Reads accessors by index, as float32 or uint32 arrays of shape (count, width)."""

    def __init__(self, container: Container) -> None:
        self._binary = container.binary
        self._views = container.root.each("bufferViews", "bufferView")
        self._items = container.root.each("accessors", "accessor")
        self._spent = 0
        buffers = container.root.each("buffers", "buffer", 16)
        for buffer in buffers:
            if buffer.get("uri").present:
                raise buffer.refuse("lies outside the file; only embedded data is read")
        if buffers:
            promised = buffers[0].get("byteLength").integer(0, 1 << 32)
            if promised > len(self._binary):
                raise buffers[0].refuse(f"promises {promised} bytes, the file has {len(self._binary)}")

    @property
    def count(self) -> int:
        """How many accessors there are."""
        return len(self._items)

    def view(self, index: int) -> tuple[memoryview, int, Checked]:
        """The bytes of a bufferView, its stride (0: packed) and its place."""
        item = self._views[index]
        item.get("buffer").integer(0, 0)
        start = item.get("byteOffset").integer(0, len(self._binary), 0)
        length = item.get("byteLength").integer(1, 1 << 32)
        if length > len(self._binary) - start:
            raise item.refuse(f"ends {start + length - len(self._binary)} bytes behind the data")
        stride = item.get("byteStride").integer(0, 252, 0)
        return self._binary[start : start + length], stride, item

    def view_at(self, reference: Checked) -> memoryview:
        """The bytes of the bufferView that `reference` names."""
        return self.view(reference.must_index(len(self._views)))[0]

    def floats(self, reference: Checked, kinds: tuple[str, ...], count: int | None = None) -> Floats:
        """Finite float32 (count, width); normalised integers become 0..1 or -1..1. `count`: how many there must be."""
        raw, normalised = self._read(reference, kinds, count)
        values = raw.astype(np.float32)
        if raw.dtype.kind != "f" and normalised:
            values = np.maximum(values / np.float32(np.iinfo(raw.dtype).max), np.float32(-1))
        if not bool(np.isfinite(values).all()):
            raise reference.refuse("holds a number that is not finite")
        if values.size and float(np.abs(values).max()) > 1e6:
            raise reference.refuse("holds a number larger than a million")
        return values

    def whole(self, reference: Checked, kinds: tuple[str, ...], below: int, count: int | None = None) -> Indices:
        """Unsigned integers (count, width), each less than `below`."""
        raw, _ = self._read(reference, kinds, count)
        if raw.dtype.kind != "u":
            raise reference.refuse("is no list of unsigned integers")
        if raw.size and int(raw.max()) >= below:
            raise reference.refuse(f"points to {int(raw.max())}, there are {below}")
        return raw.astype(np.uint32)

    def _read(self, reference: Checked, kinds: tuple[str, ...], count: int | None) -> tuple[npt.NDArray[Any], bool]:
        item = self._items[reference.must_index(len(self._items))]
        kind = item.get("type").text()
        if kind not in kinds:
            raise reference.refuse(f"points to {item.place} of type {kind or 'none'}, not {' or '.join(kinds)}")
        dtype = self._dtype(item)
        size = item.get("count").integer(1, MOST_ITEMS)
        if count is not None and size != count:
            raise reference.refuse(f"has {size} items, {count} are needed")
        width = WIDTHS[kind]
        self._spent += size * width
        if self._spent > MOST_NUMBERS:
            raise item.refuse("the avatar is too large")
        view = item.get("bufferView").index(len(self._views))
        if view is None:
            values = np.zeros((size, width), dtype)
        else:
            values = self._strided(view, item.get("byteOffset").integer(0, 1 << 32, 0), dtype, size, width, item)
        if item.get("sparse").present:
            values = self._sparse(values.copy(), item.get("sparse"), dtype, width)
        return values, item.get("normalized").flag()

    @staticmethod
    def _dtype(item: Checked) -> np.dtype[Any]:
        code = item.get("componentType").integer(0, 1 << 16)
        if code not in COMPONENTS:
            raise item.get("componentType").refuse(f"{code} is unknown")
        return COMPONENTS[code]

    def _strided(
        self, view: int, offset: int, dtype: np.dtype[Any], size: int, width: int, item: Checked
    ) -> npt.NDArray[Any]:
        data, stride, _ = self.view(view)
        row = dtype.itemsize * width
        step = stride or row
        if step < row:
            raise item.refuse(f"needs {row} bytes a row, its bufferView gives {step}")
        if offset + step * (size - 1) + row > len(data):
            raise item.refuse(f"reads {offset + step * (size - 1) + row - len(data)} bytes behind its bufferView")
        return np.ndarray((size, width), dtype, data, offset, (step, dtype.itemsize))

    def _sparse(self, values: npt.NDArray[Any], sparse: Checked, dtype: np.dtype[Any], width: int) -> npt.NDArray[Any]:
        count = sparse.get("count").integer(1, len(values))
        where, what = sparse.get("indices"), sparse.get("values")
        index_type = self._dtype(where)
        if index_type.kind != "u":
            raise where.refuse("is no list of unsigned integers")
        views = len(self._views)
        rows = self._strided(
            where.get("bufferView").must_index(views), where.get("byteOffset").integer(0, 1 << 32, 0),
            index_type, count, 1, where,
        )[:, 0].astype(np.int64)
        if int(rows[-1]) >= len(values) or bool((np.diff(rows) <= 0).any()):
            raise where.refuse("does not rise, or points behind the accessor")
        values[rows] = self._strided(
            what.get("bufferView").must_index(views), what.get("byteOffset").integer(0, 1 << 32, 0),
            dtype, count, width, what,
        )
        return values
