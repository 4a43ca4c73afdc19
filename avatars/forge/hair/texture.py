"""Strands: sixteen columns, each with its own tint, dark edges and its own piece of the ring of light."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.ndimage import gaussian_filter, gaussian_filter1d, zoom

from avatars.forge.hair.colours import hair_tones
from avatars.forge.hair.strands import COLUMNS, DEEP, UNDER, v_to_height
from avatars.forge.head.surface import Array, smoothstep
from avatars.forge.parameters import Hair

SIZE = 1024
_COARSE = 16
"""Rows of noise are drawn once for so many rows of the texture: along the hair it is slow."""


@dataclass(frozen=True, slots=True)
class Painted:
    """The texture (SIZE, SIZE, 3), and shares 0..1 of it (SIZE, SIZE): how far toward the tips, how much in the ring of light."""

    picture: npt.NDArray[np.uint8]
    ends: Array
    shine: Array


def hair_texture(hair: Hair, tip: float, ring: float) -> npt.NDArray[np.uint8]:
    """The texture (SIZE, SIZE, 3); v runs down the head. `tip` is the height of the lowest hair, where the ends are
    light, `ring` that of the ring of light."""
    return painted(hair, tip, ring).picture


def painted(hair: Hair, tip: float, ring: float) -> Painted:
    """`hair_texture` with what it is made of."""
    random = np.random.default_rng(hair.seed + 1)
    tones = hair_tones(hair)
    height = v_to_height((np.arange(SIZE) + 0.5) / SIZE)[:, None]
    across = (np.arange(SIZE) % (SIZE // COLUMNS) + 0.5) / (SIZE // COLUMNS) * 2 - 1
    column = np.arange(SIZE) // (SIZE // COLUMNS)
    fine = _strands(random, 0.9, 70) * 0.022 + _strands(random, 4.4, 150) * 0.026
    edge = smoothstep(0.60, 1.0, np.abs(across))[None]
    deep = np.where(column >= DEEP, 1.0, np.where(column >= UNDER, 0.42, 0.0))[None]
    picture = np.broadcast_to(np.array(tones.base), (SIZE, SIZE, 3))
    ends = _ends(random, height, tip, column)
    picture = _mix(picture, tones.tip, ends * (1 - deep))
    picture = _mix(picture, tones.root, 0.75 * smoothstep(18.5, 24.5, height) * np.ones((1, SIZE)))
    calm = 0.26 * np.exp(-(((height - ring + 6.5) / 3.6) ** 2))  # the shade below the ring that makes it shine
    picture = _mix(picture, tones.deep, calm * np.ones((1, SIZE)))
    tint = 1 + 0.050 * random.standard_normal(COLUMNS)[column]
    picture = _mix(picture, tones.deep, np.clip(0.26 * edge + deep, 0, 1) * np.ones((SIZE, 1)))
    picture = picture * (tint[None] * (1 + fine * (1 + deep)))[..., None]
    shine = _shine(random, height - ring, across, column) * (1 - deep)
    picture = _mix(picture, tones.gloss, shine)
    return Painted(np.asarray((np.clip(picture, 0, 1) * 255 + 0.5).astype(np.uint8)), ends, shine)


def _mix(picture: Array, colour: npt.ArrayLike, amount: Array) -> Array:
    return np.asarray(picture * (1 - amount[..., None]) + np.asarray(colour) * amount[..., None])


def _ends(random: np.random.Generator, height: Array, tip: float, column: npt.NDArray[np.int64]) -> Array:
    """Lighter toward the ends, every column from another height on."""
    start = tip + (14.0 - tip) * np.clip(0.62 + 0.10 * random.standard_normal(COLUMNS)[column], 0.3, 0.9)
    return np.asarray(smoothstep(0.0, 1.0, (start - height) / np.maximum(start - tip, 1.0)))


def _strands(random: np.random.Generator, across: float, along: float) -> Array:
    """Noise drawn out along the hair, about 1 in spread."""
    few = SIZE // _COARSE
    noise = gaussian_filter(random.standard_normal((few, SIZE)), (along / _COARSE, across), mode="wrap")
    noise = zoom(noise, (_COARSE, 1), order=1, grid_mode=True, mode="nearest")
    return np.asarray(noise / noise.std())


def _shine(
    random: np.random.Generator, height: Array, across: Array, column: npt.NDArray[np.int64]
) -> Array:
    """The ring: a soft wide glow with a broken bright line in it, its edges frayed into strands; heights from its middle."""
    fray = gaussian_filter1d(random.standard_normal(SIZE), 1.5, mode="wrap")
    fray /= fray.std()
    wide = gaussian_filter1d(random.standard_normal(SIZE), 6.0, mode="wrap")
    wide /= wide.std()
    middle = 0.22 * random.standard_normal(COLUMNS)[column] - 0.40 * across**2
    glow = np.exp(-(((height - middle + 0.2) / 2.3) ** 2)) * 0.20
    upper = middle + 0.48 + 0.20 * fray + 0.18 * wide
    lower = middle - 0.62 - 0.42 * fray - 0.34 * wide
    line = smoothstep(-0.26, 0.26, upper - height) * smoothstep(-0.45, 0.30, height - lower)
    strength = np.clip(0.48 + 0.16 * random.standard_normal(COLUMNS)[column], 0.15, 0.72)
    body = 1 - 0.85 * smoothstep(0.50, 1.0, np.abs(across))
    return np.asarray((glow + line * strength) * body)
