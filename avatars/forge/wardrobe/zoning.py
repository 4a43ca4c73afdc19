"""Finding the zones of a texture: by painting it once more in primary colours, or by the colours it was painted in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt
from scipy.ndimage import gaussian_filter

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from avatars.forge.cloth.paint import Colour

Weights = npt.NDArray[np.float32]
PRIMARIES: Final[tuple[Colour, Colour, Colour]] = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))
"""Yarns for painting what `by_primaries` reads."""
_SOFT: Final = 0.0016
"""Squared distance of colours over which one zone gives way to the next."""
_LIGHTS: Final = np.linspace(0.40, 1.30, 19)
"""How much darker or lighter than its dye cloth is painted."""
_LIGHT_COST: Final = 0.004
"""What a shade costs, so that a dark dye is not taken for the shadow of a light one."""


def whole(size: tuple[int, int]) -> Weights:
    """All of the texture."""
    return np.ones(size, np.float32)


def by_primaries(picture: npt.NDArray[np.uint8], names: Sequence[str]) -> dict[str, Weights]:
    """The zones of a picture painted in `PRIMARIES`, the first name being the red one: shade leaves their shares alone."""
    parts = picture[..., : len(names)].astype(np.float32)
    total = np.maximum(parts.sum(axis=-1), 1.0)
    sharp = np.clip((parts / total[..., None] - 0.08) / 0.84, 0.0, 1.0)
    sharp /= np.maximum(sharp.sum(axis=-1, keepdims=True), 1e-3)
    return {name: np.ascontiguousarray(sharp[..., i]) for i, name in enumerate(names)}


def by_colour(
    texture: npt.NDArray[np.uint8], zones: Mapping[str, Sequence[Colour]], fixed: Sequence[Colour] = (), calm: float = 0.8
) -> dict[str, Weights]:
    """Weights by the colours each zone was painted in, lighter or darker; `fixed` are colours that belong to no zone.

    `calm`: texels over which neighbours decide together, so that the grain of the cloth changes no zone.
    """
    rows = [(name, colour) for name, colours in zones.items() for colour in colours] + [("", colour) for colour in fixed]
    # Textures have few colours: each is judged once.
    flat = (texture[..., :3] // 4).reshape(-1, 3).astype(np.uint32)
    codes, back = np.unique(flat[:, 0] << 12 | flat[:, 1] << 6 | flat[:, 2], return_inverse=True)
    seen = (np.stack([codes >> 12, (codes >> 6) & 63, codes & 63], axis=1).astype(np.float32) * 4 + 2) / 255
    near = np.stack([_apart(np.asarray(seen, np.float32), np.asarray(colour, np.float32)) for _, colour in rows], axis=1)
    share = np.exp(-(near - near.min(axis=1, keepdims=True)) / _SOFT)
    share /= share.sum(axis=1, keepdims=True)
    made = {}
    for name in zones:
        columns = [i for i, (owner, _) in enumerate(rows) if owner == name]
        mask = share[:, columns].sum(axis=1)[back].reshape(texture.shape[:2])
        made[name] = np.clip((gaussian_filter(mask.astype(np.float32), calm) - 0.5) * 2.2 + 0.5, 0.0, 1.0)
    total = np.maximum(sum(made.values()), 1.0)
    return {name: np.asarray(mask / total, np.float32) for name, mask in made.items()}


def _apart(seen: npt.NDArray[np.float32], colour: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    """Squared distance (n,) of colours from the nearest light or shade of one."""
    shades = _LIGHTS[:, None] * colour[None]
    gap = ((seen[:, None] - shades[None]) ** 2).sum(axis=2) + _LIGHT_COST * np.log(_LIGHTS)[None] ** 2
    return np.asarray(gap.min(axis=1), np.float32)
