"""Knitted cloth: stockinette of V stitches, ribbing, and coloured motifs on the stitch grid."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.cloth.paint import Colour, mix, noise
from avatars.forge.sdf.fields import ramp

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from avatars.forge.sdf.fields import Doubles


@dataclass(frozen=True, slots=True)
class Band:
    """Motif rows from `row` down. `pattern`: one string a row, a letter a stitch, a space for the ground; it repeats."""

    row: int
    pattern: Sequence[str]


@dataclass(frozen=True, slots=True)
class Yarn:
    """The ground colour, the line between stitches, and the motif colours by letter."""

    ground: Colour
    line: Colour
    motif: Mapping[str, Colour] = field(default_factory=dict)


def stockinette(columns: Doubles, rows: Doubles, yarn: Yarn, bands: Sequence[Band] = (), depth: float = 1.0) -> Doubles:
    """The picture (h,w,3) at stitch coordinates `columns` and `rows` (h,w), rows growing downwards."""
    column = np.floor(columns)
    t = np.abs(columns - column - 0.5) * 2.0
    # A leg of the V stands 0.62 rows higher at the column's edge than in its middle.
    q = rows + 0.62 * t
    row = np.floor(q)
    picture = np.broadcast_to(np.asarray(yarn.ground), (*columns.shape, 3)).copy()
    for band in bands:
        _knit_in(picture, band, yarn, column.astype(int), row.astype(int))
    # A touch of life: no two stitches catch the light alike.
    own = np.sin(column * 12.9898 + row * 78.233) * 43758.5453
    picture *= (1.0 + 0.022 * depth * (np.round((own - np.floor(own)) * 4) / 2 - 1.0))[..., None]
    f = q - row
    gap = np.maximum(1 - ramp(0.0, 0.20, f), ramp(0.84, 1.0, f))
    crease = 1 - ramp(0.0, 0.20, t)
    edge = ramp(0.84, 1.0, t)
    dark = np.clip(0.55 * gap + 0.42 * crease + 0.62 * edge, 0, 1) * 0.62 * depth
    light = np.exp(-(((f - 0.42) / 0.18) ** 2) - ((t - 0.55) / 0.25) ** 2)
    picture = mix(picture, picture * np.asarray(yarn.line), dark)
    return mix(picture, (1.0, 0.99, 0.96), light * 0.13 * depth)


def rib(columns: Doubles, rows: Doubles, yarn: Yarn) -> Doubles:
    """Two-by-two ribbing at the same coordinates: ridges of V stitches with deep furrows between."""
    wave = np.abs(((columns / 2.0) % 1.0) - 0.5) * 2.0
    picture = stockinette(columns, rows, yarn, depth=0.75)
    furrow = 1 - ramp(0.10, 0.52, wave)
    return mix(picture, picture * np.asarray(yarn.line) * 0.93, furrow * 0.80)


def zones(
    share: Doubles, rows: Doubles, *painted: tuple[float, Callable[[Doubles, Doubles], Doubles]]
) -> Doubles:
    """A picture in bands: each painter (share and rows of its band) has all rows from its first to the next one's."""
    picture = np.empty((*rows.shape, 3))
    at = rows[:, 0]
    for i, (first, paint) in enumerate(painted):
        last = painted[i + 1][0] if i + 1 < len(painted) else np.inf
        band = (at >= (first if i else -np.inf)) & (at < last)
        if band.any():
            picture[band] = paint(share[band], rows[band])
    return picture


def _knit_in(picture: Doubles, band: Band, yarn: Yarn, column: Doubles, row: Doubles) -> None:
    at = row - band.row
    high, wide = len(band.pattern), len(band.pattern[0])
    letters = np.array([list(line) for line in band.pattern])
    inside = (at >= 0) & (at < high)
    found = letters[np.clip(at, 0, high - 1), column % wide]
    for letter, colour in yarn.motif.items():
        picture[inside & (found == letter)] = colour


def brushed(picture: Doubles, seed: int, amount: float = 0.02) -> Doubles:
    """Wool is never quite even: broad, faint shades."""
    height, width = picture.shape[:2]
    return picture * (1.0 + amount * noise(height, width, 26.0, seed))[..., None]
