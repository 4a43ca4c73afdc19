"""A picture to keep: drawn in tiles as finely as her file allows, beside the live view."""

from __future__ import annotations

from typing import Final

import numpy as np

from avatars.ports import Frame
from avatars.stage.camera import Camera
from avatars.stage.figure import Figure
from avatars.stage.graphics import Device
from avatars.stage.picture import Picture
from avatars.stage.setting import Setting
from avatars.stage.shadow import Shadow

MOST_PIXELS: Final = 50_000_000
"""Of one picture: 200 MB."""
TILE: Final = 1024
"""Longest side of what is drawn at a time, in pixels of the picture; each is the mean of four."""
FINE: Final = 2
SHADOW: Final = 2048


def photograph(
    device: Device, setting: Setting, figure: Figure, camera: Camera, size: tuple[int, int], seconds: float, transparent: bool,
) -> Frame:
    """What the camera sees, `size` (width, height) in pixels. Leaves the setting aimed through `camera`."""
    width, height = size
    if min(size) < 1 or width * height > MOST_PIXELS:
        raise ValueError(f"a picture of {width}x{height} is not possible: at most {MOST_PIXELS} pixels")
    columns, rows = -(-width // TILE), -(-height // TILE)
    wide, high = -(-width // columns), -(-height // rows)
    pixels = np.zeros((height, width, 4), np.uint8)
    figure.refine(True)
    figure.paint.resize(height * FINE)
    shadow = Shadow(device, figure.casters, SHADOW)
    picture = Picture(device, setting.scene, wide, high, scale=FINE, samples=0)
    try:
        setting.backdrop.veil(transparent)
        setting.cast(camera, shadow, figure.casters)
        shadow.draw()
        for row in range(rows):
            for column in range(columns):
                left, top = column * wide, row * high
                tile = (left / width, 1.0 - (top + high) / height, wide / width, high / height)
                setting.aim(camera, height * FINE, seconds, tile)
                drawn = np.frombuffer(picture.draw().pixels, np.uint8).reshape(high, wide, 4)
                shadow.rest()
                # the last tiles reach over the edge: cut what lies beyond
                pixels[top : top + high, left : left + wide] = drawn[: height - top, : width - left]
    finally:
        picture.close()
        shadow.close()
        figure.refine(False)
        setting.backdrop.veil(False)
    return Frame(width, height, pixels.data.cast("B"))
