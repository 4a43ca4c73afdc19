"""Small tools for painting textures: colours, seeded noise, strokes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
from scipy.ndimage import gaussian_filter, map_coordinates

if TYPE_CHECKING:
    from avatars.forge.sdf.fields import Doubles

Colour = tuple[float, float, float]
Image = npt.NDArray[np.uint8]


def mix(a: Doubles, b: Doubles | Colour, share: Doubles) -> Doubles:
    """`a` (h,w,3) with `b` laid over by `share` (h,w)."""
    over = np.asarray(b)
    touched = share != 0.0
    if touched.mean() > 0.35:
        return a + (over - a) * share[..., None]
    # Most strokes are thin: only their pixels are worth reckoning.
    mixed: Doubles = np.array(a, dtype=float)
    some = mixed[touched]
    mixed[touched] = some + ((over[touched] if over.ndim == 3 else over) - some) * share[touched][:, None]
    return mixed


def noise(height: int, width: int, size: float, seed: int, stretch: float = 1.0) -> Doubles:
    """Smooth noise of mean 0 and deviation 1 that tiles; `size` in pixels, `stretch` longer downwards."""
    # Broad shades need no fine grid.
    coarse = max(1, int(size // 4))
    small = (max(8, height // coarse), max(8, width // coarse))
    rough = np.random.default_rng(seed).standard_normal(small)
    soft = gaussian_filter(rough, (size * stretch * small[0] / height, size * small[1] / width), mode="wrap")
    if small != (height, width):
        y, x = (np.arange(n) * m / n for n, m in zip((height, width), small, strict=True))
        soft = map_coordinates(soft, np.meshgrid(y, x, indexing="ij"), order=1, mode="grid-wrap")
    even: Doubles = (soft - soft.mean()) / soft.std()
    return even


def finish(picture: Doubles, levels: int = 0) -> Image:
    """To bytes; with `levels` every channel keeps only so many steps, which halves the file."""
    held = np.clip(picture, 0.0, 1.0)
    if levels:
        held = np.round(held * (levels - 1)) / (levels - 1)
    return np.round(held * 255).astype(np.uint8)


def line(distance: Doubles, half_width: float, soft: float) -> Doubles:
    """Coverage of a stroke: 1 on it, 0 away, from the distance to its middle."""
    return np.clip((half_width + soft - np.abs(distance)) / soft, 0.0, 1.0)


def shrunk(picture: Doubles, times: int) -> Doubles:
    """Each block of `times` by `times` pixels as its mean: lines painted large stay smooth."""
    height, width = picture.shape[0] // times, picture.shape[1] // times
    mean: Doubles = picture[: height * times, : width * times].reshape(height, times, width, times, -1).mean(axis=(1, 3))
    return mean
