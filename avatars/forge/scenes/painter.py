"""A canvas and brushes for quiet places: soft shapes laid over each other from far to near, each blurred as if out of focus."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw
from scipy.ndimage import gaussian_filter, zoom

Rgb = tuple[int, int, int]
Canvas = npt.NDArray[np.float32]
Shape = tuple[str, Any]
Dab = tuple[float, float, float, float, Rgb]
"""A touch of the brush: middle x y, half width and height, colour."""

WIDTH, HEIGHT = 1600, 1200
FLOOR: Final = 1010
"""Pixel row where the wall meets the floor."""


def gradient(height: int, width: int, *stops: Rgb) -> Canvas:
    """Colours from top to bottom, evenly spaced."""
    at = np.linspace(0, len(stops) - 1, height)
    rows = np.stack([np.interp(at, np.arange(len(stops)), [stop[c] for stop in stops]) for c in range(3)], axis=-1)
    return np.repeat(rows[:, None, :], width, axis=1).astype(np.float32)


class Painter:
    """Every shape is a mask, blurred, then laid over in a colour. `canvas` (1200, 1600, 3) sRGB 0..255."""

    def __init__(self, *ground: Rgb) -> None:
        self.canvas = gradient(HEIGHT, WIDTH, *ground)

    def mask(self, blur: float, *shapes: Shape) -> Canvas:
        """Shapes (polygon or ellipse or rounded box) as a soft mask 0..1, drawn at half size."""
        small = Image.new("L", (WIDTH // 2, HEIGHT // 2), 0)
        draw = ImageDraw.Draw(small)
        for kind, points in shapes:
            halved = [v / 2 for v in np.asarray(points, float).ravel()]
            if kind == "polygon":
                draw.polygon(halved, fill=255)
            elif kind == "ellipse":
                draw.ellipse(halved, fill=255)
            else:
                draw.rounded_rectangle(halved, radius=7, fill=255)
        return grown(np.asarray(small, np.float32) / np.float32(255), blur)

    def lay(self, mask: Canvas, colour: Rgb | Canvas, strength: float = 1.0) -> None:
        """A colour or a picture over the canvas, where the mask is."""
        alpha = (mask * strength)[..., None]
        self.canvas = self.canvas * (1 - alpha) + np.asarray(colour, np.float32) * alpha

    def shine(self, mask: Canvas, colour: Rgb, strength: float) -> None:
        """Light added as on a screen: never burns out."""
        light = np.asarray(colour, np.float32) / 255 * (mask * strength)[..., None]
        self.canvas = 255 - (255 - self.canvas) * (1 - light)

    def glow(self, x: float, y: float, rx: float, ry: float) -> Canvas:
        """A round fall-off of light."""
        ys, xs = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float32)
        square = ((xs - x) / rx) ** 2 + ((ys - y) / ry) ** 2
        return np.asarray(np.exp(-1.6 * square), np.float32)

    def dabs(self, dabs: Iterable[Dab], blur: float, strength: float = 1.0, inside: Canvas | None = None) -> None:
        """Many touches of the brush as one layer, the later over the earlier."""
        small = Image.new("RGBA", (WIDTH // 2, HEIGHT // 2), (0, 0, 0, 0))
        draw = ImageDraw.Draw(small)
        for x, y, rx, ry, colour in dabs:
            draw.ellipse(((x - rx) / 2, (y - ry) / 2, (x + rx) / 2, (y + ry) / 2), fill=(*colour, 255))
        flat = np.asarray(small, np.float32) / np.float32(255)
        alpha = grown(flat[..., 3], blur)
        if inside is not None:
            alpha = alpha * inside
        # where only a breath of the layer is left its colour is still that of the leaves: blur it with its weight
        paints = [grown(flat[..., c] * flat[..., 3], blur) for c in range(3)]
        weight = np.maximum(grown(flat[..., 3], blur), 1e-3)
        self.lay(alpha, np.stack([np.clip(paint / weight, 0, 1) * 255 for paint in paints], axis=2), strength)

    def dim(self, strength: float) -> None:
        """A calm darkening toward the edges."""
        ys, xs = np.mgrid[-1:1:complex(0, HEIGHT), -1:1:complex(0, WIDTH)]
        edge = np.clip((xs**2 * 0.7 + ys**2 * 0.75) - 0.35, 0, 1).astype(np.float32)
        self.canvas = self.canvas * (1 - strength * edge[..., None])

    def finished(self, blur: float = 2.2) -> npt.NDArray[np.uint8]:
        """The picture as (1200, 1600, 3) uint8."""
        soft = gaussian_filter(self.canvas, (blur, blur, 0), truncate=3.0)
        # a grain of half a step keeps wide gradients from showing bands
        grain = np.random.default_rng(3).uniform(-0.5, 0.5, soft.shape[:2]).astype(np.float32)
        return np.asarray(np.clip(np.round(soft + grain[..., None]), 0, 255), np.uint8)


def grown(half: Canvas, blur: float) -> Canvas:
    """A picture of half the size, blurred by `blur` pixels of the whole and brought to it; no steps even in wide falls."""
    step = 4 if blur >= 20 else 1
    if step > 1:
        rows, columns = half.shape[0] // step, half.shape[1] // step
        half = half.reshape(rows, step, columns, step).mean(axis=(1, 3))
    soft = gaussian_filter(half, blur / (2 * step), truncate=3.0)
    return np.asarray(np.clip(zoom(soft, 2 * step, order=1, mode="nearest", grid_mode=True), 0, 1), np.float32)


def box(x0: float, y0: float, x1: float, y1: float) -> Shape:
    """A rounded box."""
    return "box", (x0, y0, x1, y1)


def toned(colour: Rgb, amount: float) -> Rgb:
    """The colour times `amount`, kept in range."""
    r, g, b = (min(255, max(0, round(c * amount))) for c in colour)
    return r, g, b


def between(one: Rgb, other: Rgb, share: float) -> Rgb:
    """A mix of two colours."""
    r, g, b = (round(a + (c - a) * share) for a, c in zip(one, other, strict=True))
    return r, g, b
