"""Very wide pleated trousers after the hakama: deep pleats in front, a broad sash tied in a flat bow."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.charts import Chart, plain
from avatars.forge.cloth import trouser_marks as marks
from avatars.forge.cloth.folds import Fold, mirrored
from avatars.forge.cloth.tailoring import raised, stitches
from avatars.forge.garments.trims import sheet
from avatars.forge.garments.trouser_block import CORD, THIGH, TrouserCloth, TrouserCut, make_trousers_of
from avatars.forge.sdf.fields import bump, ramp
from avatars.forge.sdf.rings import cast

if TYPE_CHECKING:
    from avatars.forge.cloth.dyed import Dyed
    from avatars.forge.sdf.fields import Doubles, Field
    from avatars.forge.wardrobe.garment import Tailored

CLOTH, SASH = "#4b4a6b", "#c8563f"
_HEM, _SASH = 0.085, 0.932
_LEG = (
    (0.020, 0.1290, 0.1480, 0.1360, -0.010),
    (0.250, 0.1170, 0.1340, 0.1250, -0.010),
    (0.450, 0.1050, 0.1180, 0.1140, -0.008),
    (0.600, 0.0960, 0.1050, 0.1030, -0.006),
    (0.700, 0.0890, 0.0960, 0.0930, -0.005),
    (0.780, 0.0830, 0.0900, 0.0830, -0.005),
    *THIGH[2:],
)
_PLEATS = ((-0.52, -0.30), (-0.02, -0.02), (0.46, 0.24))
"""Where the pleats of the left leg lie, as shares of its half-width: at the hem and at the sash."""
_SIDE_FOLDS = (
    Fold((0.165, 0.700, -0.040), (0.235, 0.120, -0.060), (1.0, 0.0, -0.4), 0.018, 0.0060, 0.006),
    Fold((0.100, 0.760, -0.100), (0.120, 0.120, -0.150), (0.1, 0.0, -1.0), 0.018, 0.0070, 0.010),
    Fold((0.060, 0.700, -0.100), (0.060, 0.120, -0.145), (0.0, 0.0, -1.0), 0.017, 0.0060, -0.008),
    Fold((0.030, 0.520, 0.030), (0.012, 0.120, 0.050), (-1.0, 0.0, 0.2), 0.016, 0.0040, 0.004),
)


def _across(points: Doubles) -> tuple[Doubles, Doubles]:
    """Place across the front as a share of the leg's half-width, and how far down it is (0 sash, 1 hem)."""
    y = points[:, 1]
    rows = np.array(_LEG)
    middle, half = np.interp(y, rows[:, 0], rows[:, 3]), np.interp(y, rows[:, 0], rows[:, 1])
    return (points[:, 0] - middle) / half, ramp(0.95, 0.10, y)


def _pleated(points: Doubles) -> Doubles:
    """Knife pleats in front: each lies over the next and drops away at its edge."""
    across, down = _across(points)
    lifted = np.zeros(len(points))
    for low, high in _PLEATS:
        d = across - (high + (low - high) * down)
        lifted += ramp(-0.34, -0.01, d) * ramp(0.060, 0.0, d) * (0.0032 + 0.0048 * down)
    ahead = ramp(0.02, 0.05, points[:, 2])
    made: Doubles = lifted * ahead * ramp(_SASH, _SASH - 0.08, points[:, 1])
    return made


def _paint(c: Dyed, around: Doubles, height: Doubles, right: Doubles) -> None:
    marks.leg_seams(c, around, height, 0.35, _SASH)
    down = ramp(0.95, 0.10, height)
    # A share round the front half of the leg is about an arc: back to the place across.
    across = np.sin((around - 0.25) * 2 * np.pi)
    front = np.where((around > 0.02) & (around < 0.48) & (height < _SASH), 1.0, 0.0)
    for low, high in _PLEATS:
        d = across - (high + (low - high) * down)
        c.tone(1.10, front * bump(-0.022, 0.018, d))
        c.tone(0.62, front * bump(0.020, 0.022, d))
        c.tone(0.86, front * ramp(0.02, 0.06, d) * ramp(0.26, 0.06, d))
    # Behind it is plainer: two shallow pleats a side that meet in the middle.
    for place in (0.68, 0.78, 0.86):
        d = (around - place) * marks.GIRTH + 0.012 * down
        c.tone(0.74, bump(0.0, 0.0030, d) * ramp(_SASH, _SASH - 0.05, height))
        c.tone(1.07, bump(-0.008, 0.005, d) * ramp(_SASH, _SASH - 0.05, height))
    sash = height - _SASH
    c.lay("sash", ramp(-0.0006, 0.0006, sash))
    raised(c, sash, 1.0)
    c.tone(1.04, ramp(0.0, 0.002, sash))
    for line in (0.016, 0.032, 0.046):
        c.tone(0.86, 0.6 * bump(line, 0.0012, sash))
    stitches(c, sash - 0.004, around * marks.GIRTH, 1.12, 0.4)
    marks.turned_hem(c, height, around, _HEM, 0.036)


def _bow(outside: Field) -> tuple[Chart, ...]:
    """Flat loops and two broad ends, left of the middle."""
    made: list[Chart] = []

    def ribbon(path: tuple[tuple[float, float], ...], wide: float, room: float, along_x: bool) -> None:
        line = np.array(path)
        share = np.linspace(0, len(line) - 1, 3 * len(line) - 2)
        line = np.stack([np.interp(share, np.arange(len(line)), line[:, i]) for i in (0, 1)], axis=1)
        off = np.array([0.0, wide / 2]) if along_x else np.array([wide / 2, 0.0])
        grid = np.stack([line + off, line, line - off]) if along_x else np.stack([line - off, line, line + off], axis=1)
        flat = grid.reshape(-1, 2)
        origins = np.stack([flat[:, 0], flat[:, 1], np.zeros(len(flat))], axis=1)
        found = cast(outside, origins, np.tile([0.0, 0.0, 1.0], (len(flat), 1)), 0.3)
        points = (found + np.array([0.0, 0.0, room])).reshape(*grid.shape[:2], 3)
        # Ribbons puff a little in their middle.
        swell = 0.004 * np.sin(np.linspace(0, np.pi, len(line)))
        points[..., 2] += swell[None, :] if along_x else swell[:, None]
        face, under, _ = sheet(points, 0.0022)
        made.extend((plain(face, CORD), plain(under, CORD)))

    ribbon(((-0.052, 0.949), (0.0, 0.953), (0.052, 0.949)), 0.030, 0.0045, True)
    ribbon(((-0.018, 0.945), (-0.022, 0.900), (-0.027, 0.842), (-0.030, 0.785)), 0.030, 0.0040, False)
    ribbon(((0.016, 0.945), (0.021, 0.905), (0.027, 0.855), (0.031, 0.812)), 0.030, 0.0040, False)
    ribbon(((0.0, 0.974), (0.0, 0.952), (0.0, 0.930)), 0.022, 0.0120, False)
    return tuple(made)


def make_hakama_trousers() -> Tailored:
    """The trousers."""
    cut = TrouserCut(_LEG, _HEM, (*_SIDE_FOLDS, *mirrored(_SIDE_FOLDS, 101)), waves=_pleated, around=24,
                     heights=(0.712, 0.650, 0.580, 0.525, 0.480, 0.435, 0.370, 0.280, 0.180))
    cloth = TrouserCloth({"cloth": CLOTH, "sash": SASH}, _paint, weave=(0.010, 1.4), outline=(0.15, 0.14, 0.22),
                         shade=(0.72, 0.66, 0.78), seed=101, trims=_bow, spot="sash")
    return make_trousers_of("hakama-trousers", cut, cloth)
