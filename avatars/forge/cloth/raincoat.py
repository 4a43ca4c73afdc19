"""The raincoat's oilskin: plain yellow with stitched seams, press studs, and pockets where the cut has them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.cloth.atlas import Atlas, Block
from avatars.forge.cloth.marks import raised, seam, stitches
from avatars.forge.cloth.paint import Colour, Image, finish, line, mix, noise
from avatars.forge.sdf.fields import bump, ramp

if TYPE_CHECKING:
    from avatars.forge.sdf.fields import Doubles


@dataclass(frozen=True, slots=True)
class Oilskin:
    """Its colours: the cloth, the thread, the studs, the lining."""

    cloth: Colour = (0.960, 0.760, 0.330)
    thread: Colour = (0.800, 0.560, 0.190)
    stud: Colour = (0.600, 0.490, 0.340)
    lining: Colour = (0.850, 0.680, 0.360)


COAT = Atlas(
    1024,
    1024,
    row=1.0,
    row_pixels=690.0,
    trunk=Block(0, 4, 1024, 622, 1.394, -1.0),
    sleeve=Block(24, 640, 380, 380, 0.166, 1.0),
)
HOOD = Block(470, 640, 540, 300, 0.0, 1.0)
"""Where the hood and the collar are laid: plain cloth with a seam along the middle."""
FLAP, BELT = Block(472, 946, 250, 74, 0.0, 1.0), Block(732, 946, 284, 74, 0.0, 1.0)
"""The pocket's flap and the half-belt behind: 13 by 4 and 20 by 4 centimetres."""
LINING = (437 / 1024, 850 / 1024)
"""A spot of the lining's colour."""
_GIRTH = 1.06
"""Metres round the trunk, about: turns shares into lengths."""


@dataclass(frozen=True, slots=True)
class Strip:
    """A place on the trunk: `middle` and `half` as shares of the way round, heights in metres."""

    middle: float
    half: float
    low: float = 0.0
    flap: float = 0.0
    high: float = 0.0


PLACKET = Strip(0.5, 0.026)
POCKET = Strip(0.128, 0.060, low=0.735, flap=0.862, high=0.898)
"""`middle` counts from the front on both sides."""
_STUDS = (1.282, 1.175, 1.068, 0.961, 0.854, 0.747, 0.640)
CUFF = 0.548


def hood_uv(across: Doubles, down: Doubles) -> Doubles:
    """The hood: metres from its middle, and along it."""
    u = HOOD.left + (0.5 + across / 0.44) * HOOD.width
    return np.stack([u / COAT.width, (HOOD.top + np.clip(down / 0.26, 0, 1) * HOOD.height) / COAT.height], axis=1)


def coat_texture(colours: Oilskin | None = None) -> Image:
    """The atlas (1024, 1024, 3)."""
    colours = colours or Oilskin()
    picture = np.empty((COAT.height, COAT.width, 3))
    picture[:] = colours.cloth
    for block, paint in ((COAT.trunk, _trunk), (COAT.sleeve, _sleeve)):
        share, metres, high, wide = COAT.stitches(block)
        picture[high, wide] = paint(share, block.start + block.sense * metres, colours)
    # After the sleeve, whose margin reaches over its spot.
    picture[660:1010, 424:450] = colours.lining
    _hood(picture, colours)
    _tab(picture, FLAP, 0.130, (0.0,), colours)
    _tab(picture, BELT, 0.200, (-0.078, 0.078), colours)
    soft = noise(COAT.height, COAT.width, 30.0, 41)
    return finish(picture * (1.0 + 0.014 * soft)[..., None])


def _trunk(share: Doubles, y: Doubles, colours: Oilskin) -> Doubles:
    picture = np.broadcast_to(np.asarray(colours.cloth), (*share.shape, 3)).copy()
    # Deeper towards the hem and at the sides: a soft gradient gives it weight.
    picture = mix(picture, np.asarray(colours.cloth) * (0.93, 0.86, 0.74), 0.55 * ramp(0.95, 0.50, y))
    picture = mix(picture, np.asarray(colours.cloth) * (0.93, 0.88, 0.80), 0.5 * bump(0.25, 0.045, np.abs(share - 0.5)))
    for side in (0.25, 0.75):
        picture = _sewn(picture, (share - side) * _GIRTH, y, colours)
    # A pleat behind lets her stride.
    behind = np.minimum(share, 1 - share) * _GIRTH
    picture = _sewn(picture, np.where(y < 1.16, behind - 0.004, 1.0), y, colours)
    edge = PLACKET.half * _GIRTH - np.abs(share - PLACKET.middle) * _GIRTH
    picture = raised(picture, np.where(y < 1.345, edge, -1.0))
    picture = stitches(picture, np.where(y < 1.345, edge - 0.006, 1.0), y, colours.thread)
    for side in (-1.0, 1.0):
        picture = _pocket(picture, (share - 0.5 - side * POCKET.middle) * _GIRTH, y, colours)
    for height in _STUDS:
        picture = _stud(picture, (share - 0.5) * _GIRTH, y - height, colours)
    for height in (0.530, 0.537):
        picture = stitches(picture, y - height, share * _GIRTH, colours.thread)
    return mix(picture, picture * 0.80, 0.8 * line(y - 0.5235, 0.0008, 0.0014))


def _pocket(picture: Doubles, x: Doubles, y: Doubles, colours: Oilskin) -> Doubles:
    half = POCKET.half * _GIRTH
    corner = np.minimum(half - np.abs(x), np.minimum(y - POCKET.low, POCKET.flap + 0.02 - y))
    picture = raised(picture, corner)
    picture = stitches(picture, corner - 0.0055, x + y, colours.thread)
    # The flap's shadow on the pocket; the flap itself is a piece of its own.
    below = np.where(np.abs(x) < half + 0.004, POCKET.flap - y, -1.0)
    return mix(picture, picture * (0.80, 0.68, 0.56), 0.85 * np.clip(1.0 - below / 0.014, 0, 1) * (below > 0))


def _sleeve(share: Doubles, x: Doubles, colours: Oilskin) -> Doubles:
    picture = np.broadcast_to(np.asarray(colours.cloth), (*share.shape, 3)).copy()
    picture = mix(picture, np.asarray(colours.cloth) * (0.93, 0.88, 0.80), 0.5 * bump(0.0, 0.10, np.minimum(share, 1 - share)))
    picture = raised(picture, x - CUFF)
    for place in (CUFF + 0.006, 0.584):
        picture = stitches(picture, x - place, share * 0.34, colours.thread)
    # The armhole's seam.
    return stitches(seam(picture, x - 0.1790, 0.8), x - 0.1850, share * 0.34, colours.thread)


def _hood(picture: Doubles, colours: Oilskin) -> None:
    rows = slice(HOOD.top, (HOOD.top + HOOD.height))
    columns = slice(HOOD.left, (HOOD.left + HOOD.width))
    y, x = np.mgrid[rows, columns].astype(float)
    across = ((x - HOOD.left) / HOOD.width - 0.5) * 0.44
    along = (y - HOOD.top) / HOOD.height * 0.26
    cloth = np.broadcast_to(np.asarray(colours.cloth), (*x.shape, 3)).copy()
    cloth = mix(cloth, np.asarray(colours.cloth) * (0.92, 0.85, 0.74), 0.6 * ramp(0.10, 0.24, along))
    for place in (-0.036, 0.036):
        cloth = stitches(seam(cloth, across - place, 0.8), np.abs(across - place) - 0.005, along, colours.thread)
    cloth = stitches(cloth, along - 0.012, across, colours.thread)
    picture[rows, columns] = cloth


def tab_uv(block: Block, share: Doubles) -> Doubles:
    """Places on a flap's block for (down, along) as shares 0..1."""
    u = block.left + 4 + share[:, 1] * (block.width - 8)
    return np.stack([u / COAT.width, (block.top + 4 + share[:, 0] * (block.height - 8)) / COAT.height], axis=1)


def _tab(picture: Doubles, block: Block, long: float, studs: tuple[float, ...], colours: Oilskin) -> None:
    rows, columns = (slice(int(a), int(a + n)) for a, n in ((block.top, block.height), (block.left, block.width)))
    y, x = np.mgrid[rows, columns].astype(float)
    across = ((x - block.left) / block.width - 0.5) * long
    down = (0.5 - (y - block.top) / block.height) * 0.040
    edge = np.minimum(long / 2 - np.abs(across), 0.020 - np.abs(down))
    cloth = np.broadcast_to(np.asarray(colours.cloth), (*x.shape, 3)).copy()
    cloth = mix(cloth, cloth * 0.86, 0.8 * ramp(0.004, 0.0, edge))
    cloth = stitches(cloth, edge - 0.0050, across + down, colours.thread)
    for place in studs:
        cloth = _stud(cloth, across - place, down, colours)
    picture[rows, columns] = cloth


def _sewn(picture: Doubles, distance: Doubles, along: Doubles, colours: Oilskin) -> Doubles:
    return stitches(seam(picture, distance, 0.9), distance - 0.0055, along, colours.thread)


def _stud(picture: Doubles, x: Doubles, y: Doubles, colours: Oilskin) -> Doubles:
    below = np.hypot(x - 0.0008, y + 0.0018)
    picture = mix(picture, np.asarray(colours.cloth) * 0.66, 0.75 * (1 - ramp(0.0075, 0.0115, below)))
    r = np.hypot(x, y)
    picture = mix(picture, colours.stud, 1 - ramp(0.0064, 0.0078, r))
    picture = mix(picture, np.asarray(colours.stud) * 0.70, 0.8 * bump(0.0052, 0.0008, r))
    shine = np.hypot(x + 0.0020, y - 0.0022)
    return mix(picture, (0.96, 0.91, 0.80), 0.85 * (1 - ramp(0.0010, 0.0030, shine)))


