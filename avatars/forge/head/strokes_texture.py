"""The soft drawn lines of a face, see-through at their edges: lashes in groups, brows hair by hair, the crease of the lid.

Each line has a band of the texture: u runs from the nose outward, v from the lid's edge (or the brow's lower side) away.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw
from scipy.ndimage import gaussian_filter

from avatars.creator.strokes import BANDS, SIZE, band_colours, stroke_colours
from avatars.forge.head.surface import Array, smoothstep
from avatars.forge.parameters import Person
from avatars.forge.skin import complexion

_FINE = 3
"""Strokes are drawn so many times larger and then reduced."""
EDGE = 0.12
"""v of the lid's edge in the lash bands: what lies below is the rim of the lid."""
_TIPS = (
    (0.30, 0.05, 0.050), (0.43, 0.09, 0.060), (0.555, 0.15, 0.075), (0.675, 0.25, 0.090), (0.785, 0.38, 0.105),
    (0.885, 0.55, 0.115),
)
"""Tips of the upper lashes: where they grow (u), how far they stand out of the band (v) and how far they sweep outward (u)."""
_LOWER_TIPS = ((0.50, 0.30, 0.030), (0.60, 0.42, 0.034), (0.685, 0.38, 0.036), (0.77, 0.56, 0.040), (0.85, 0.44, 0.040))


def band(name: str, u: npt.ArrayLike, v: npt.ArrayLike) -> Array:
    """Texture coordinates inside a band for u, v in 0..1, clear of its neighbours."""
    top, height = BANDS[name]
    u, v = np.broadcast_arrays(np.asarray(u, dtype=np.float64), np.asarray(v, dtype=np.float64))
    inside = np.stack([4 + np.clip(u, 0, 1) * (SIZE - 8), top + 4 + np.clip(v, 0, 1) * (height - 8)], axis=-1)
    return np.asarray(inside / SIZE)


def strokes_texture(person: Person) -> npt.NDArray[np.uint8]:
    """The texture (SIZE, SIZE, 4) with straight alpha; colour runs on under what is clear."""
    picture = np.zeros((SIZE, SIZE, 4))
    covers = {
        "lash": _lash(person.eyes.lash_length),
        "brow": _brow(person.slider("brows.thickness")),
        "lower_lash": _lower_lash(person.eyes.lash_length),
        "crease": _crease(),
    }
    colours = stroke_colours(person.eyes.lash, person.hair.brows, complexion(person.skin).line)
    for name, (top, height) in BANDS.items():
        rows = slice(top, top + height)
        picture[rows, :, :3] = band_colours(colours[name])
        picture[rows, :, 3] = covers[name]
    return np.asarray((np.clip(picture, 0, 1) * 255 + 0.5).astype(np.uint8))


class _Canvas:
    """A band to draw on, in u, v of 0..1."""

    def __init__(self, name: str) -> None:
        self.height = BANDS[name][1]
        self._image = Image.new("L", (SIZE * _FINE, self.height * _FINE))
        self._draw = ImageDraw.Draw(self._image)

    def _pixels(self, points: Array) -> list[tuple[float, float]]:
        x = (4 + points[:, 0] * (SIZE - 8)) * _FINE
        y = (4 + points[:, 1] * (self.height - 8)) * _FINE
        return [(float(a), float(b)) for a, b in zip(x, y, strict=True)]

    def fill(self, outline: Array) -> None:
        """A filled shape."""
        self._draw.polygon(self._pixels(outline), fill=255)

    def stroke(self, spine: Array, widths: Array, strength: float = 1.0) -> None:
        """A line of changing width (parts of u) along points of the band."""
        scale = np.array([SIZE - 8, self.height - 8])
        along = np.gradient(spine * scale, axis=0)
        along /= np.maximum(np.linalg.norm(along, axis=1, keepdims=True), 1e-9)
        away = np.stack([-along[:, 1], along[:, 0]], axis=-1) * (widths * (SIZE - 8))[:, None] / 2 / scale
        outline = self._pixels(np.concatenate([spine + away, (spine - away)[::-1]]))
        self._draw.polygon(outline, fill=int(255 * strength))

    def alpha(self, soften: float = 0.0) -> Array:
        """Cover 0..1 (height, SIZE)."""
        drawn = np.asarray(self._image, dtype=np.float64) / 255
        if soften:
            drawn = gaussian_filter(drawn, soften * _FINE)
        return np.asarray(drawn.reshape(self.height, _FINE, SIZE, _FINE).mean(axis=(1, 3)))


def _curve(start: tuple[float, float], middle: tuple[float, float], end: tuple[float, float]) -> Array:
    """A quadratic arc through two ends, drawn toward its middle."""
    t = np.linspace(0, 1, 12)[:, None]
    return np.asarray((1 - t) ** 2 * np.array(start) + 2 * t * (1 - t) * np.array(middle) + t**2 * np.array(end))


def _lash(length: float) -> Array:
    """A band that swells outward and runs out into the wing, with a few tips that curve away from it."""
    canvas = _Canvas("lash")
    u = np.linspace(0, 1, 80)
    fullness = 0.64 + 0.36 * length
    swell = 0.045 + 0.20 * smoothstep(0.0, 0.62, u) ** 1.2 + 0.05 * smoothstep(0.5, 0.85, u)
    thick = swell * fullness * (1 - smoothstep(0.84, 1.0, u) ** 1.2)
    canvas.fill(np.concatenate([np.stack([u, 0 * u], axis=-1), np.stack([u, EDGE + thick], axis=-1)[::-1]]))
    grown = min(1.2, max(0.0, (length - 0.45) / 0.55))
    for at, stand, sweep in _TIPS if grown > 0.05 else ():
        root = EDGE + float(np.interp(at, u, thick))
        end = (at + sweep * grown, root + stand * grown)
        spine = _curve((at - 0.045, root - 0.07), (at + sweep * 0.42, root + stand * 0.12), end)
        canvas.stroke(spine, 0.050 * (1 - np.linspace(0, 1, 12) ** 1.1) + 0.001)
    alpha = canvas.alpha(0.5)
    fade = smoothstep(0.0, 0.06, np.linspace(0, 1, SIZE))[None, :]
    rim = 1 - (1 - 0.35 * length) * smoothstep(EDGE * 0.9, 0.0, np.linspace(0, 1, canvas.height))[:, None]
    return np.asarray(alpha * fade * rim * (0.80 + 0.20 * min(length, 1.0)))


def _lower_lash(length: float) -> Array:
    canvas = _Canvas("lower_lash")
    u = np.linspace(0, 1, 50)
    thick = 0.04 + 0.15 * smoothstep(0.15, 0.80, u) * (1 - smoothstep(0.90, 1.0, u))
    canvas.fill(np.concatenate([np.stack([u, 0 * u + 0.04], axis=-1), np.stack([u, EDGE + thick], axis=-1)[::-1]]))
    grown = min(1.2, max(0.0, (length - 0.45) / 0.55))
    for at, reach, sweep in _LOWER_TIPS:
        end = EDGE + 0.1 + reach * grown
        spine = _curve((at, EDGE), (at + sweep * 0.2, end * 0.7), (at + sweep, end))
        canvas.stroke(spine, 0.014 * (1 - np.linspace(0, 1, 12) ** 1.5) + 0.001)
    fade = 0.12 + 0.66 * smoothstep(0.10, 0.75, np.linspace(0, 1, SIZE))[None, :]
    return np.asarray(canvas.alpha(0.6) * fade * (0.70 + 0.30 * min(length, 1.0)))


def _brow(thickness: float) -> Array:
    """A soft ground and about ninety hairs that lie down as they go outward."""
    canvas, random = _Canvas("brow"), np.random.default_rng(17)
    u, v = np.meshgrid(np.linspace(0, 1, SIZE), np.linspace(0, 1, canvas.height))
    low, high = brow_edges(u, thickness)
    ground = smoothstep(-0.08, 0.22, v - low) * smoothstep(0.06, -0.24, v - high)
    ground = ground * (0.34 + 0.50 * smoothstep(0.02, 0.30, u)) * smoothstep(0.0, 0.22, u) * (1 - smoothstep(0.95, 1.0, u))
    for root in np.sort(random.uniform(0.015, 0.94, 110)):
        bottom, top = (float(edge) for edge in brow_edges(np.array(root), thickness))
        lie = float(smoothstep(0.0, 0.40, root))
        start = bottom + (top - bottom) * float(random.uniform(0.0, 0.25 + 0.35 * lie))
        end = min(bottom + (top - bottom) * float(random.uniform(0.75, 1.06)), start + 0.75 - 0.35 * lie)
        reach = 0.036 + 0.069 * lie + float(random.uniform(-0.008, 0.012))
        spine = _curve((root, start), (root + reach * 0.35, start * 0.4 + end * 0.6), (root + reach, end))
        width = 0.0075 + float(random.uniform(0, 0.003))
        fine = np.minimum(1.0, np.linspace(0, 1, 12) / 0.25 + 0.15) * (1 - 0.85 * np.linspace(0, 1, 12) ** 1.4)
        strength = 0.60 + 0.12 * thickness + float(random.uniform(0, 0.22))
        canvas.stroke(spine, width * fine, (0.22 + 0.78 * float(smoothstep(0.0, 0.26, root))) * strength)
    hairs = canvas.alpha(0.35)
    return np.asarray(np.clip(1 - (1 - ground) * (1 - hairs * 0.9), 0, 0.94))


def brow_edges(u: Array, thickness: float = 0.0) -> tuple[Array, Array]:
    """Lower and upper edge (v) of a brow along u: full at the inner third (a thick one up to its peak), drawn to a point
    outward."""
    narrows = 0.34 + 0.22 * max(thickness, 0.0)
    full = 0.40 * np.minimum(0.24 + 0.76 * smoothstep(-0.04, 0.30, u), 1 - 0.93 * smoothstep(narrows, 1.05, u))
    middle = 0.5 + 0.04 * np.sin(np.pi * u)
    return np.asarray(middle - full), np.asarray(middle + full)


def _crease() -> Array:
    u, v = np.meshgrid(np.linspace(0, 1, SIZE), np.linspace(0, 1, BANDS["crease"][1]))
    strength = smoothstep(0.0, 0.30, u) * (1 - smoothstep(0.72, 1.0, u))
    return np.asarray(0.72 * strength * np.exp(-(((v - 0.45) / (0.10 + 0.14 * strength)) ** 2)))
