"""What tailored jackets and coats share: painted edges, flap pockets, welts, vents, the inside one sees in the opening."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.garments.strips import patch
from avatars.forge.garments.trims import inner_side
from avatars.forge.mesh_edit import centres
from avatars.forge.sdf.fields import bump, ramp

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from avatars.forge.garments.cut import Sewn
    from avatars.forge.garments.sewing import Sewing
    from avatars.forge.sdf.fields import Doubles, Field


def flap(
    sewing: Sewing,
    zone: str,
    centres_: Sequence[tuple[float, float]],
    width: float,
    height: float,
    *,
    lean: float = -0.06,
    room: float = 0.0045,
    point: float = 0.0,
    size: tuple[int, int] = (30, 70),
    rows: int = 3,
    columns: int = 5,
) -> None:
    """Pocket flaps (or, higher, patch pockets) at these places, edged with a line of stitches."""

    def tone(down: Doubles, along: Doubles) -> Doubles:
        edge = np.minimum(np.minimum(along, width - along), height - down)
        made: Doubles = (1.0 - 0.14 * np.exp(-(((edge - 0.0055) / 0.0012) ** 2))) * (
            1.0 - 0.16 * ramp(0.0018, 0.0, np.minimum(edge, down))
        )
        return made

    for x, y in centres_:
        piece = patch(sewing.shape, (x, y), width, height, room, point, columns, rows, lean=lean * np.sign(x), thickness=0.003)
        sewing.trim(piece, zone, size, (height, width), tone)


def under_flaps(sewing: Sewing, places: Sequence[tuple[float, float]], width: float, low: float) -> None:
    """The shade that flaps throw: painted just below their lower edge."""
    c = sewing.canvas
    for x, y in places:
        near = c.where(np.maximum(np.abs(c.x - x) - width / 2, 0.0), c.ahead)
        below = y - low - c.y
        c.shade(0.72, ramp(0.010, 0.0, below) * (below > -0.004) * ramp(0.004, 0.0, near))


def seams_of_a_jacket(
    sewing: Sewing, front: Field | None, hem: float, cuff: float, edge: float = 0.0070, back: bool = True, low_turn: float = 0.035
) -> None:
    """Painted: edges of the front, armholes, sides, middle of the back, turn-ups of hem and cuffs."""
    c = sewing.canvas
    if front is not None:
        distance = c.where(-c.of(front), c.ahead)
        c.shade(0.86, 0.7 * bump(edge, 0.0013, distance))
        c.shade(1.05, 0.5 * ramp(edge - 0.001, 0.0, distance))
    c.raised(-c.hole, 0.55)
    c.seam(c.where(c.z + 0.012, ~c.arm & (c.y < 1.22)), 0.45)
    if back:
        c.seam(c.where(c.x, c.behind), 0.5)
    low, end = c.where(c.y - hem, ~c.arm), c.where(cuff - np.abs(c.x), c.arm)
    c.shade(0.90, 0.6 * bump(low_turn, 0.0018, low))
    c.shade(0.88, 0.6 * bump(0.010, 0.0014, end))


def see_inside(
    sewing: Sewing, cut: Sewn, front: Field, zone: str, thickness: float, lining: float, tone: float = 0.86, below: float = 0.98
) -> None:
    """The lining that shows in an open front: along the fronts, and the inner side of the back below a height."""
    cloth = cut.outside
    y, z = (centres(cloth, cloth.positions[:, i]) for i in (1, 2))
    distance = centres(cloth, front(cloth.positions))
    along = (distance > -0.060) & (distance < -lining * 0.8)
    behind = (y < below) & (z < 0.02) & (np.abs(centres(cloth, cloth.positions[:, 0])) < 0.30)
    sewing.plain(inner_side(cloth, thickness, along | behind), zone, tone)


def notched(width: float, height: float) -> Callable[[Doubles, Doubles], Doubles]:
    """A lapel's tone: stitched along its outer and upper edge, lit along the roll."""

    def tone(down: Doubles, along: Doubles) -> Doubles:
        edge = np.minimum(width - along, down * 1.0 + 0.0 * height)
        made: Doubles = (1.0 - 0.14 * np.exp(-(((edge - 0.006) / 0.0013) ** 2))) * (1.0 + 0.06 * ramp(0.016, 0.004, along))
        return made * (1.0 - 0.12 * ramp(0.0016, 0.0, edge))

    return tone


def collar_tone(leaf_from: float, deep: float, wide: float) -> Callable[[Doubles, Doubles], Doubles]:
    """A turned collar's tone: dark inside above `leaf_from` metres down, stitched along its edge."""

    def tone(down: Doubles, along: Doubles) -> Doubles:
        edge = np.minimum(np.minimum(along, wide - along), deep - down)
        made: Doubles = 1.0 - 0.14 * np.exp(-(((edge - 0.006) / 0.0013) ** 2)) - 0.12 * ramp(0.0018, 0.0, edge)
        return np.where(down < leaf_from, 0.80, made)

    return tone
