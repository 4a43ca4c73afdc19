"""Strands: sixteen columns, each with its own tint, dark edges and its own piece of the ring of light."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from scipy.ndimage import gaussian_filter, gaussian_filter1d

from avatars.forge.hair.clump import BOTTOM, COLUMNS, INNER, TOP
from avatars.forge.head.surface import Array, smoothstep
from avatars.forge.parameters import Hair

SIZE = 1024
_RING = 18.6
"""Height of the ring of light, cm."""


def hair_texture(hair: Hair) -> npt.NDArray[np.uint8]:
    """The texture (SIZE, SIZE, 3); v runs down the head."""
    random = np.random.default_rng(hair.seed + 1)
    height = np.linspace(TOP, BOTTOM, SIZE)[:, None]
    across = (np.arange(SIZE) % (SIZE // COLUMNS) + 0.5) / (SIZE // COLUMNS) * 2 - 1
    column = np.arange(SIZE) // (SIZE // COLUMNS)
    base = np.array(hair.colour)
    tint = 1 + 0.055 * random.standard_normal(COLUMNS)[column]
    fine = _strands(random, 1.1, 90) * 0.022 + _strands(random, 3.2, 140) * 0.034
    edge = smoothstep(0.62, 1.0, np.abs(across))[None]
    inner = np.where(column >= COLUMNS - INNER, 0.70, 1.0)
    root = smoothstep(19.5, 23.5, height)
    low = smoothstep(6.0, -4.0, height)
    light = (inner[None] * tint[None] * (1 + fine) * (1 - 0.15 * edge) * (1 - 0.22 * root) * (1 + 0.05 * low))[..., None]
    picture = base * light
    picture = picture * (1 - 0.22 * edge[..., None] * np.array([0.2, 0.6, 0.7]))
    sun = (low * (0.30 + 0.10 * random.standard_normal(COLUMNS)[column]) * inner)[..., None]
    picture = picture * (1 - sun) + (1 - (1 - base) * np.array([0.62, 0.74, 0.84])) * sun
    shine = _ring(random, height, across, column)[..., None]
    picture = picture * (1 - shine) + np.array(hair.gloss) * shine
    return np.asarray((np.clip(picture, 0, 1) * 255 + 0.5).astype(np.uint8))


def _strands(random: np.random.Generator, across: float, along: float) -> Array:
    """Noise drawn out along the hair, about 1 in spread."""
    noise = gaussian_filter(random.standard_normal((SIZE, SIZE)), (along, across), mode="wrap")
    return np.asarray(noise / noise.std())


def _ring(random: np.random.Generator, height: Array, across: Array, column: npt.NDArray[np.int64]) -> Array:
    """A band with fibrous edges, broken from column to column."""
    fray = gaussian_filter1d(random.standard_normal(SIZE), 1.6, mode="wrap")
    fray /= fray.std()
    wide = gaussian_filter1d(random.standard_normal(SIZE), 7.0, mode="wrap")
    wide /= wide.std()
    middle = _RING + 0.30 * random.standard_normal(COLUMNS)[column] - 0.35 * across**2
    upper = middle + 0.55 + 0.22 * fray + 0.15 * wide
    lower = middle - 0.70 - 0.38 * fray - 0.25 * wide
    band = smoothstep(-0.14, 0.14, upper - height) * smoothstep(-0.14, 0.14, height - lower)
    strength = 0.46 + 0.16 * random.standard_normal(COLUMNS)[column]
    return np.asarray(band * np.clip(strength, 0.14, 0.70) * (1 - smoothstep(0.55, 0.98, np.abs(across))))
