"""Embedded pictures: PNG or JPEG, sizes checked before a pixel is decoded."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Final, overload

import numpy as np
from PIL import Image

from avatars.vrm.accessors import Accessors
from avatars.vrm.checked import Checked
from avatars.vrm.model import Pixels

MOST_IMAGES: Final = 256
LONGEST_SIDE: Final = 8192
MOST_PIXELS: Final = 96_000_000
"""Of all pictures together: 384 MB as RGBA."""


class Pictures(Sequence[Pixels]):
    """The pictures of a file, each (h,w,4) uint8, unfolded when first asked for. Headers were read before.

    A damaged picture is refused (`avatars.errors.AvatarRefused`) when it is unfolded.
    """

    def __init__(self, opened: Sequence[tuple[Checked, bytes]], sizes: Sequence[tuple[int, int]] = ()) -> None:
        self._opened = tuple(opened)
        self.sizes = tuple(sizes)
        """Width and height of each, as its header says."""
        self._unfolded: dict[int, Pixels] = {}

    def __len__(self) -> int:
        return len(self._opened)

    @overload
    def __getitem__(self, index: int) -> Pixels: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Pixels]: ...

    def __getitem__(self, index: int | slice) -> Pixels | Sequence[Pixels]:
        if isinstance(index, slice):
            return tuple(self[i] for i in range(*index.indices(len(self))))
        index = range(len(self))[index]
        if index not in self._unfolded:
            self._unfolded[index] = _decode(*self._opened[index])
        return self._unfolded[index]

    def unfold(self, wanted: Iterable[int]) -> None:
        """Decode these together: Pillow lets go of the interpreter lock meanwhile."""
        missing = [index for index in sorted(set(wanted)) if index not in self._unfolded]
        with ThreadPoolExecutor(max_workers=4) as pool:
            pixels = list(pool.map(lambda index: _decode(*self._opened[index]), missing))
        self._unfolded.update(zip(missing, pixels, strict=True))

    def forget(self) -> None:
        """Give back the memory of what was unfolded; it can be unfolded again."""
        self._unfolded.clear()


def read_images(root: Checked, accessors: Accessors) -> Pictures:
    """All pictures. Headers are read first, so a bomb is refused before it unfolds."""
    opened: list[tuple[Checked, bytes]] = []
    sizes: list[tuple[int, int]] = []
    pixels = 0
    for item in root.each("images", "image", MOST_IMAGES):
        data, picture = _open(item, accessors)
        pixels += picture.width * picture.height
        if pixels > MOST_PIXELS:
            raise item.refuse("the pictures are too large together")
        opened.append((item, data))
        sizes.append(picture.size)
    return Pictures(opened, sizes)


def _open(item: Checked, accessors: Accessors) -> tuple[bytes, Image.Image]:
    if item.get("uri").present:
        raise item.refuse("lies outside the file; only embedded pictures are read")
    data = bytes(accessors.view_at(item.get("bufferView")))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow warns of odd tags; what counts is checked here
            picture = Image.open(io.BytesIO(data), formats=("PNG", "JPEG"))
    except Exception as fault:
        raise item.refuse("is no PNG or JPEG") from fault
    if max(picture.size) > LONGEST_SIDE or min(picture.size) < 1:
        raise item.refuse(f"is {picture.width}x{picture.height}; at most {LONGEST_SIDE} a side is read")
    return data, picture


def _decode(item: Checked, data: bytes) -> Pixels:
    try:
        with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as picture:
            return np.array(picture.convert("RGBA"), dtype=np.uint8)
    except Exception as fault:
        raise item.refuse("is damaged") from fault
