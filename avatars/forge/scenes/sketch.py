"""A picture of one thing with alpha: soft shapes laid over each other, and the light it gives."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw
from scipy.ndimage import gaussian_filter

from avatars.forge.scenes.painter import Rgb, Shape

Pixels = npt.NDArray[np.uint8]
Layer = npt.NDArray[np.float32]
SOFT: Final = 5.0
"""Blur of an edge, as the room behind her has."""
MARGIN: Final = 24


@dataclass(slots=True)
class Sketch:
    """A canvas of its own: colour, cover and light, (high, wide)."""

    wide: int
    high: int
    colour: Layer = field(init=False)
    cover: Layer = field(init=False)
    light: Layer = field(init=False)

    def __post_init__(self) -> None:
        size = (self.high + 2 * MARGIN, self.wide + 2 * MARGIN)
        self.colour = np.zeros((*size, 3), np.float32)
        self.cover = np.zeros(size, np.float32)
        self.light = np.zeros((*size, 3), np.float32)

    def mask(self, *shapes: Shape, blur: float = SOFT, round_by: float = 14) -> Layer:
        """Shapes as a soft mask."""
        picture = Image.new("L", (self.cover.shape[1] * 2, self.cover.shape[0] * 2), 0)
        draw = ImageDraw.Draw(picture)
        for kind, points in shapes:
            at = [(float(v) + MARGIN) * 2 for v in np.asarray(points, float).ravel()]
            if kind == "polygon":
                draw.polygon(at, fill=255)
            elif kind == "ellipse":
                draw.ellipse(at, fill=255)
            else:
                draw.rounded_rectangle(at, radius=round_by * 2, fill=255)
        half = (
            np.asarray(picture, np.float32).reshape(self.cover.shape[0], 2, self.cover.shape[1], 2).mean(axis=(1, 3))
            / 255
        )
        return np.asarray(gaussian_filter(half, blur, truncate=3.0), np.float32)

    def lay(self, colour: Rgb, *shapes: Shape, blur: float = SOFT, strength: float = 1.0, round_by: float = 14,
            inside: Layer | None = None) -> Layer:  # fmt: skip
        """Lay a colour over; with `inside` only where that mask is. Gives the mask."""
        mask = self.mask(*shapes, blur=blur, round_by=round_by) * np.float32(strength)
        if inside is not None:
            mask = mask * inside
        alpha = mask[..., None]
        self.colour = self.colour * (1 - alpha) + np.asarray(colour, np.float32) * alpha
        self.cover = self.cover + mask - self.cover * mask
        return mask

    def shine(self, colour: Rgb, *shapes: Shape, blur: float = 30, strength: float = 0.5) -> None:
        """Light that is seen where it is dark."""
        self.light += np.asarray(colour, np.float32) / 255 * (self.mask(*shapes, blur=blur) * strength)[..., None]

    def picture(self) -> Pixels:
        """(h,w,4), straight alpha."""
        colour = self.colour / np.maximum(self.cover, 1e-3)[..., None]
        whole = np.concatenate([colour, self.cover[..., None] * 255], axis=-1)
        return np.asarray(np.round(np.clip(whole, 0, 255)), np.uint8)

    def glow(self) -> Pixels | None:
        """The light alone (h,w,3); None where there is none."""
        if not self.light.any():
            return None
        return np.round(np.clip(self.light, 0, 1) * 255).astype(np.uint8)
