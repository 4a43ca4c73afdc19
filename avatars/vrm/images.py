"""Embedded pictures: PNG or JPEG, sizes checked before a pixel is decoded."""

from __future__ import annotations

import io
import warnings
from concurrent.futures import ThreadPoolExecutor
from typing import Final

import numpy as np
from PIL import Image

from avatars.vrm.accessors import Accessors
from avatars.vrm.checked import Checked
from avatars.vrm.model import Pixels

MOST_IMAGES: Final = 256
LONGEST_SIDE: Final = 8192
MOST_PIXELS: Final = 96_000_000
"""Of all pictures together: 384 MB as RGBA."""


def read_images(root: Checked, accessors: Accessors) -> tuple[Pixels, ...]:
    """All pictures as (h,w,4) uint8. Headers are read first, so a bomb is refused before it unfolds."""
    items = root.each("images", "image", MOST_IMAGES)
    opened: list[tuple[Checked, Image.Image]] = []
    pixels = 0
    for item in items:
        picture = _open(item, accessors)
        pixels += picture.width * picture.height
        if pixels > MOST_PIXELS:
            raise item.refuse("the pictures are too large together")
        opened.append((item, picture))
    with ThreadPoolExecutor(max_workers=4) as pool:  # decoding releases the interpreter lock
        return tuple(pool.map(lambda pair: _decode(*pair), opened))


def _open(item: Checked, accessors: Accessors) -> Image.Image:
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
    return picture


def _decode(item: Checked, picture: Image.Image) -> Pixels:
    try:
        return np.array(picture.convert("RGBA"), dtype=np.uint8)
    except Exception as fault:
        raise item.refuse("is damaged") from fault
