"""The painted iris: dark above, light pooling below, fibres, a ring around and the pupil."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from scipy.ndimage import gaussian_filter1d

from avatars.forge.head.surface import Array, smoothstep
from avatars.forge.parameters import Colour

SIZE = 512
_PUPIL = 0.33


def _fibres(angle: Array, radius: Array, seed: int) -> Array:
    """Light and dark rays, about 1 in spread."""
    rays = gaussian_filter1d(np.random.default_rng(seed).standard_normal(720), 2.2, mode="wrap")
    rays /= rays.std()
    place = (angle / (2 * np.pi) % 1.0) * 720
    low = place.astype(int) % 720
    part = place - np.floor(place)
    drawn = (rays[low] * (1 - part) + rays[(low + 1) % 720] * part) * smoothstep(_PUPIL, 0.55, radius)
    return np.asarray(drawn * (1 - smoothstep(0.80, 0.97, radius)))


def iris_texture(colour: Colour) -> npt.NDArray[np.uint8]:
    """The texture (SIZE, SIZE, 3); v down, the disc touches the edges."""
    v, u = (np.mgrid[0:SIZE, 0:SIZE] + 0.5) / SIZE * 2 - 1
    radius, angle = np.hypot(u, v), np.arctan2(v, u)
    base = np.array(colour)
    dark = base * [0.40, 0.44, 0.48]
    light = base + (1 - base) * (0.45 * base / base.max() + 0.20)  # keeps the hue: brown goes to gold, not to grey
    down = smoothstep(-0.80, 0.60, v)[..., None]
    picture = dark * (1 - down) + (base * 0.45 + light * 0.55) * down
    picture = picture * (1 + 0.065 * _fibres(angle, radius, 3)[..., None])
    pool = np.exp(-(((radius - 0.66) / 0.20) ** 2)) * smoothstep(0.05, 0.85, v) * 1.0
    picture = picture + pool[..., None] * (light * 1.06 - picture) * 0.95
    spark = np.exp(-((u / 0.42) ** 2 + ((v - 0.72) / 0.13) ** 2)) * 0.45
    picture = picture + spark[..., None] * ((0.5 + 0.5 * light) - picture)
    halo = np.exp(-(((radius - _PUPIL - 0.06) / 0.07) ** 2))[..., None] * 0.45
    picture = picture * (1 - halo) + dark * 0.8 * halo
    pupil = smoothstep(_PUPIL + 0.03, _PUPIL - 0.03, radius)[..., None]
    picture = picture * (1 - pupil) + (dark * 0.25 + 0.015) * pupil
    ring = smoothstep(0.84, 0.98, radius)[..., None]
    picture = picture * (1 - 0.92 * ring) + dark * 0.42 * 0.92 * ring
    lid = (smoothstep(0.10, -0.75, v) * 0.52)[..., None]
    picture = picture * (1 - lid)
    return np.asarray((np.clip(picture, 0, 1) * 255 + 0.5).astype(np.uint8))
