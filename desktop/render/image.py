"""From a frame of the stage to a picture file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

from desktop.render.fault import PictureFault

if TYPE_CHECKING:
    from avatars.ports import Frame


def image_of(frame: Frame) -> Image.Image:
    """A copy of the frame with straight alpha; RGB where nothing shines through."""
    pixels = np.frombuffer(frame.pixels, np.uint8).reshape(frame.height, frame.width, 4)
    if bool((pixels[..., 3] == 255).all()):
        return Image.fromarray(np.ascontiguousarray(pixels[..., 2::-1]))
    alpha = pixels[..., 3:].astype(np.float32)
    colour = np.minimum(pixels[..., 2::-1] * (255.0 / np.maximum(alpha, 1.0)), 255.0)
    return Image.fromarray(np.concatenate((np.round(colour), alpha), axis=2).astype(np.uint8))


def save(image: Image.Image, out: Path) -> None:
    """Write a PNG, or a JPEG where the name asks for one. Raises `PictureFault` where it cannot be written."""
    jpeg = out.suffix.casefold() in (".jpg", ".jpeg")
    try:
        if jpeg:
            image.convert("RGB").save(out, "JPEG", quality=90, optimize=True, subsampling=0)
        else:
            image.save(out, "PNG")
    except OSError as fault:
        raise PictureFault(f"{out} cannot be written: {fault.strerror or fault}.", "Choose another place.") from fault
