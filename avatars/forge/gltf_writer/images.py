"""Textures as PNG, small: a palette where the material allows it."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from PIL import Image

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt


def png(pixels: npt.NDArray[np.uint8], palette: bool) -> bytes:
    """The picture as a PNG file; `palette` reduces opaque ones to 256 colours."""
    image = Image.fromarray(pixels)
    if palette and image.mode == "RGB":
        image = image.quantize(256, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    out = io.BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()
