"""Cloth in any colour: a garment's neutral texture, and the dyes that are laid on it.

A texel is ``shade * (1 + sum of weight_i * (dye_i / GROUND - 1))`` in sRGB: where a zone has full weight, a shade of `GROUND`
shows the dye itself, lighter and darker shades its folds; where no zone has weight, the shade is the colour. All of it is numpy.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from avatars.wardrobe.look import Pattern
from avatars.wardrobe.tiles import tile

Pixels = npt.NDArray[np.uint8]
Floats = npt.NDArray[np.float32]

GROUND: Final = 0.72
"""The shade at which a dye shows as it is: lights of a fold have room above it."""
_DEEPEST: Final = 0.03
"""The darkest channel a dye has: black cloth still shows its folds."""
_BAND: Final = 64
"""Rows reckoned at a time: what lies in the cache is quick."""
MOST_ZONES: Final = 4


def colour(dye: str) -> tuple[float, float, float]:
    """sRGB 0..1 of #rrggbb. Raises ValueError for anything else."""
    if len(dye) != 7 or dye[0] != "#":
        raise ValueError(f"{dye!r} is no colour like #a1b2c3")
    return int(dye[1:3], 16) / 255, int(dye[3:5], 16) / 255, int(dye[5:7], 16) / 255


def painted(
    shade: Pixels, zones: Pixels | None, dyes: Sequence[str], patterns: Sequence[Pattern | None] = (), metre: float = 0.0,
    pictures: Mapping[str, Pixels] | None = None,
) -> Pixels:  # fmt: skip
    """The texture (h,w,4), opaque: `shade` (h,w,3 or more), `zones` weights (h,w,k or more), a dye (#rrggbb) for each zone.

    `patterns` by zone lie in tiles on it where `metre` (texels to a metre of cloth) is known; `pictures` (n,m,3|4) by name serve
    those of the kind ``picture``, and a picture that is missing leaves its zone plain. Raises ValueError for a dye that is none.
    """
    height, width = shade.shape[:2]
    out = np.full((height, width, 4), 255, np.uint8)
    count = 0 if zones is None else min(len(dyes), zones.shape[2])
    if zones is None or not count:
        out[..., :3] = shade[..., :3]
        return out
    plain = _steps(dyes[:count])
    laid = [
        _across(_laid(patterns[i] if i < len(patterns) else None, dyes[i], metre, pictures or {}), width) for i in range(count)
    ]
    for top in range(0, height, _BAND):
        rows = slice(top, min(top + _BAND, height))
        weights = zones[rows, :, :count].astype(np.float32)
        factor = weights.reshape(-1, count) @ plain
        factor += np.float32(1.0)
        factor = factor.reshape(*weights.shape[:2], 3)
        for i, cloth in enumerate(laid):
            if cloth is not None:
                factor += weights[..., i, None] * cloth[np.arange(top, rows.stop) % len(cloth)]
        factor *= shade[rows, :, :3]
        factor += np.float32(0.5)
        np.minimum(factor, np.float32(255.0), out=factor)
        out[rows, :, :3] = factor
    return out


def neutral(texture: Pixels, masks: Sequence[npt.NDArray[Any]], dyes: Sequence[str]) -> tuple[Pixels, Pixels]:
    """The way back: `shade` (h,w,3) and `zones` (h,w,len(masks)) of a texture painted in `dyes`, weights (h,w) in 0..1.

    Where a channel of the paint is lighter than its dye could be, it is held at full shade. Raises ValueError for more than
    `MOST_ZONES` masks, or where masks and dyes are not equally many.
    """
    if len(masks) != len(dyes) or len(masks) > MOST_ZONES:
        raise ValueError(f"{len(masks)} masks for {len(dyes)} dyes: equally many, {MOST_ZONES} at most")
    if not masks:
        return np.ascontiguousarray(texture[..., :3]), np.zeros((*texture.shape[:2], 0), np.uint8)
    weights = np.stack([np.clip(np.asarray(mask, np.float32), 0.0, 1.0) for mask in masks], axis=-1)
    weights /= np.maximum(weights.sum(axis=-1, keepdims=True), 1.0)
    zones = np.round(weights * 255).astype(np.uint8)
    factor = zones.astype(np.float32) @ _steps(dyes) + np.float32(1.0)
    shade = np.round(np.clip(texture[..., :3] / factor, 0.0, 255.0)).astype(np.uint8)
    return shade, zones


def _steps(dyes: Sequence[str]) -> Floats:
    """What a weight of 1/255 of each dye adds to the factor (k,3)."""
    shown = np.maximum(np.array([colour(dye) for dye in dyes], np.float32), np.float32(_DEEPEST))
    return np.asarray((shown / np.float32(GROUND) - 1.0) / 255.0, np.float32)


def _laid(pattern: Pattern | None, dye: str, metre: float, pictures: Mapping[str, Pixels]) -> Floats | None:
    """A tile (n,m,3) of what a pattern adds to the factor of its plain dye, for a weight of 1/255; None where it lays nothing."""
    if pattern is None or pattern.kind == "plain" or metre <= 0.0:
        return None
    ground = np.maximum(np.array(colour(dye), np.float32), np.float32(_DEEPEST))
    if pattern.kind == "picture":
        picture = pictures.get(pattern.picture)
        if picture is None:
            return None
        over = np.maximum(_sized(picture, metre * pattern.size), np.float32(_DEEPEST))
        added = over - ground
    else:
        second = np.maximum(np.array(colour(pattern.dye), np.float32), np.float32(_DEEPEST))
        added = tile(pattern.kind, metre * pattern.size)[..., None] * (second - ground)
    return np.asarray(added / np.float32(GROUND * 255.0), np.float32)


PICTURE_WIDTH: Final = 0.20
"""Metres that a picture is wide on cloth at size 1."""


def _sized(picture: Pixels, metre: float) -> Floats:
    """A picture (n,m,3|4) as a tile in sRGB 0..1, over white where it is clear, each texel the mean of what it covers."""
    colours = picture[..., :3].astype(np.float32) / 255.0
    if picture.shape[2] == 4:
        alpha = picture[..., 3:].astype(np.float32) / 255.0
        colours = colours * alpha + (1.0 - alpha)
    wide = int(np.clip(round(PICTURE_WIDTH * metre), 8, 1024))
    high = int(np.clip(round(wide * picture.shape[0] / picture.shape[1]), 8, 1024))
    return _shrunk(_shrunk(colours, high, 0), wide, 1)


def _shrunk(values: Floats, count: int, axis: int) -> Floats:
    """`count` samples along an axis: means where there are fewer than before, the nearest where there are more."""
    size = values.shape[axis]
    if count >= size:
        nearest: Floats = np.take(values, np.arange(count) * size // count, axis=axis)
        return nearest
    edges = np.arange(count) * size // count
    spans = np.diff(np.append(edges, size)).astype(np.float32)
    shape = [1] * values.ndim
    shape[axis] = count
    return np.asarray(np.add.reduceat(values, edges, axis=axis) / spans.reshape(shape), np.float32)


def _across(cloth: Floats | None, width: int) -> Floats | None:
    """The tile repeated over the texture's width."""
    return None if cloth is None else np.take(cloth, np.arange(width) % cloth.shape[1], axis=1)
