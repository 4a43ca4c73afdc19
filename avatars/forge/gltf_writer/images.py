"""Textures as files: JPEG where nothing is transparent, PNG for the rest and for what is tiny."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final

from PIL import Image

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

QUALITY: Final = 88
SMALL: Final = 128 * 128
"""Pixels; below, a PNG is as small and exact."""


def encoded(pixels: npt.NDArray[np.uint8], palette: bool, quality: int = QUALITY, pale: bool = False) -> tuple[str, bytes]:
    """Media type and bytes of the picture (h,w,3|4) as a file. Colour is kept at full resolution: red stitches on cream
    would smear; `pale` pictures have hardly any and keep a quarter. `palette` reduces opaque tiny ones to 256 colours."""
    image = Image.fromarray(pixels)
    out = io.BytesIO()
    if image.mode == "RGB" and image.width * image.height > SMALL:
        image.save(out, "JPEG", quality=quality, subsampling=2 if pale else 0, optimize=True)
        return "image/jpeg", out.getvalue()
    if palette and image.mode == "RGB":
        image = image.quantize(256, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    image.save(out, "PNG", optimize=True)
    return "image/png", out.getvalue()
