"""What shirts share: a placket with buttons, the yoke behind, breast pockets, cuffs, and the painted stitching of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.garments.fastenings import buttons
from avatars.forge.garments.strips import Piece, front_points, patch, strip
from avatars.forge.sdf.fields import ramp

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from avatars.forge.garments.sewing import Sewing
    from avatars.forge.sdf.fields import Doubles, Field


def placket(
    sewing: Sewing, zone: str, top: float, bottom: float, width: float = 0.030, room: float = 0.0022, x: float = 0.0
) -> None:
    """The band in front from its upper end to the hem, with a row of stitches along each edge."""
    y = np.linspace(top, bottom, 13)
    line = front_points(sewing.shape, [(x, float(v)) for v in y])
    piece = strip(line, sewing.shape, width, room)
    sewing.trim(piece, zone, (26, 150), (width, top - bottom), stitched(width))


def neck_edges(
    sewing: Sewing, zone: str, gap: Sequence[tuple[float, float]], bottom: float, width: float = 0.026, room: float = 0.0024
) -> None:
    """The facings along both sides of the open neck, the left one going on as the placket down to `bottom`; `gap`: (height, half
    the opening's width) from its lowest point up."""
    rows = np.array(sorted(gap))
    low, top = rows[0, 0], rows[-1, 0]
    for sign in (-1.0, 1.0):
        y = np.concatenate(
            [np.linspace(top, low, 10), np.linspace(low, bottom, 12)[1:]] if sign > 0 else [np.linspace(top, low - 0.012, 11)]
        )
        x = np.interp(y, rows[:, 0], rows[:, 1]) * sign + sign * width * 0.42 * ramp(low - 0.012, low + 0.045, y)
        line = front_points(sewing.shape, list(zip(x.tolist(), y.tolist(), strict=True)))
        piece = strip(line, sewing.shape, width, room if sign > 0 else room * 0.7)
        sewing.trim(piece, zone, (24, 150 if sign > 0 else 60), (width, top - float(y[-1])), stitched(width))


def stitched(width: float, inset: float = 0.0045) -> Callable[[Doubles, Doubles], Doubles]:
    """The tone of a band that is stitched along both edges."""

    def tone(down: Doubles, along: Doubles) -> Doubles:
        edge = np.minimum(down, width - down)
        made: Doubles = 1.0 - 0.16 * np.exp(-(((edge - inset) / 0.0012) ** 2)) - 0.14 * ramp(0.0016, 0.0, edge)
        return made

    return tone


def button_row(
    sewing: Sewing, heights: Sequence[float], colour: str, radius: float = 0.0062, room: float = 0.0042, x: float = 0.0
) -> None:
    """Buttons down the front."""
    sewing.plain(buttons(sewing.shape, [(x, y) for y in heights], radius, room), sewing.body, 1.0, colour)


def pocket(
    sewing: Sewing,
    zone: str,
    centre: tuple[float, float],
    width: float,
    height: float,
    point: float = 0.008,
    room: float = 0.0030,
    mouth: float = 0.014,
) -> Piece:
    """A breast pocket with a stitched hem along its mouth."""
    piece = patch(sewing.shape, centre, width, height, room, point, columns=4, rows=4)

    def tone(down: Doubles, along: Doubles) -> Doubles:
        edge = np.minimum(np.minimum(along, width - along), height - down)
        made: Doubles = 1.0 - 0.14 * np.exp(-(((edge - 0.0042) / 0.0012) ** 2)) - 0.12 * np.exp(-(((down - mouth) / 0.0012) ** 2))
        return made * (1.0 - 0.14 * ramp(0.0018, 0.0, np.minimum(edge, down)))

    sewing.trim(piece, zone, (46, 46), (height, width), tone)
    return piece


def sewn_like_a_shirt(
    sewing: Sewing, hem: float, cuff: float, wide: float, hem_field: Field | None = None, yoke: float = 1.262
) -> None:
    """Painted seams: sides, armholes, the yoke behind, hem, and cuffs `wide` metres deep."""
    c = sewing.canvas
    c.seam(c.where(c.z + 0.012, ~c.arm & (c.y < 1.23)), 0.5)
    c.raised(-c.hole, 0.45)
    c.stitches(c.hole + 0.0060, c.y + c.z, 0.86, 0.7)
    behind = c.where(c.y - yoke - 0.010 * (np.abs(c.x) / 0.1) ** 2, c.behind, -1.0)
    c.raised(behind, 0.6)
    c.stitches(c.where(behind, c.behind) - 0.0045, c.x, 0.86, 0.7)
    low = c.where(c.of(hem_field) * -1.0 if hem_field else c.y - hem, ~c.arm)
    c.stitches(low - 0.012, c.girth(), 0.86, 0.8)
    c.shade(0.94, 0.8 * ramp(0.012, 0.010, low))
    if wide > 0:
        end = c.where(cuff - np.abs(c.x), c.arm)
        c.raised(np.where(end < 0.5, wide - end, -1.0), 0.8)
        for row in (0.0055, wide - 0.0055):
            c.stitches(end - row, c.round_arm(), 0.86, 0.8)
