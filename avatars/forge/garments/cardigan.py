"""A long pine-green cardigan, open in front, over a cream top: chunky knit with a ribbed band."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge import anatomy
from avatars.forge.charts import Chart, part, plain, turn
from avatars.forge.cloth.bake import shaded
from avatars.forge.cloth.cardigan import CARDIGAN, LINING, band_uv, cardigan_texture, top_texture
from avatars.forge.drape import over_skirt_weights
from avatars.forge.garments.cut import Cut, sewn
from avatars.forge.garments.skirt import envelope
from avatars.forge.garments.top import Cloth, charts, outer
from avatars.forge.mesh_edit import centres, keep, split
from avatars.forge.part import Made, Material
from avatars.forge.sdf.fields import bump, ramp, smin

if TYPE_CHECKING:
    from avatars.forge.sdf.fields import Doubles, Field
    from avatars.forge.sdf.meshing import Mesh

_TRUNK = (
    # y, half-width, half-depth, centre x, centre z
    (0.540, 0.2200, 0.1900, 0.0, -0.018),
    (0.600, 0.2120, 0.1800, 0.0, -0.018),
    (0.720, 0.1980, 0.1620, 0.0, -0.016),
    (0.840, 0.1820, 0.1420, 0.0, -0.013),
    (0.920, 0.1720, 0.1310, 0.0, -0.009),
    (1.000, 0.1560, 0.1160, 0.0, -0.002),
    (1.080, 0.1470, 0.1070, 0.0, 0.004),
    (1.150, 0.1500, 0.1120, 0.0, 0.008),
    (1.200, 0.1550, 0.1130, 0.0, 0.001),
    (1.250, 0.1490, 0.0970, 0.0, -0.010),
    (1.295, 0.1200, 0.0740, 0.0, -0.020),
    (1.335, 0.0660, 0.0600, 0.0, -0.026),
)
_SLEEVE = (
    # x, half-height, half-depth, centre y, centre z
    (0.080, 0.053, 0.056, 1.271, -0.020),
    (0.150, 0.0545, 0.057, 1.2695, -0.020),
    (0.220, 0.0545, 0.055, 1.2755, -0.020),
    (0.300, 0.052, 0.052, 1.279, -0.020),
    (0.380, 0.048, 0.049, 1.280, -0.020),
    (0.460, 0.047, 0.049, 1.280, -0.020),
    (0.530, 0.049, 0.051, 1.279, -0.020),
    (0.560, 0.045, 0.048, 1.281, -0.020),
    (0.580, 0.0375, 0.0415, 1.283, -0.020),
    (0.610, 0.0350, 0.0390, 1.284, -0.020),
)
_THICK, _HEM, _CUFF, BAND = 0.0075, 0.560, 0.604, 0.036


def top_outer() -> Field:
    """The cream top under it: close to the body, to below the waist."""
    torso = anatomy.torso()

    def field(points: Doubles) -> Doubles:
        x, y, z = points[:, 0], points[:, 1], points[:, 2]
        soft: Doubles = 0.0014 * bump(1.02, 0.05, y) * np.cos(y * 170 + 4 * np.sin(9 * x)) * ramp(0.0, 0.06, z)
        # Over the bust it hangs free instead of clinging.
        # Tucked in at the waist.
        ease = 0.0015 + 0.0060 * ramp(0.975, 1.03, y)
        return smin(torso(points) - ease, anatomy.bust_drape(points), 0.03) - soft

    return field


def _front(points: Doubles) -> Doubles:
    """Positive in the opening: a long V that runs level from the waist down."""
    x, y, z = points[:, 0], points[:, 1], points[:, 2]
    gap = np.interp(y, [0.50, 0.80, 1.02, 1.16, 1.29, 1.33, 1.36], [0.078, 0.060, 0.050, 0.054, 0.071, 0.076, 0.078])
    d: Doubles = np.where(z > -0.02, gap - np.abs(x), -0.2 - 0.0 * x)
    return d


def _neck(points: Doubles) -> Doubles:
    return 0.075 - np.hypot(points[:, 0], points[:, 2] + 0.032)


def _edge(points: Doubles) -> Doubles:
    return np.maximum(_front(points), _neck(points))


def _cuffs(points: Doubles) -> Doubles:
    return np.abs(points[:, 0]) - _CUFF


def _hem(points: Doubles) -> Doubles:
    return _HEM - points[:, 1]


def _with_band(mesh: Mesh) -> list[Chart]:
    """The band along the front edges and round the neck, and the rest."""
    mesh, value = split(mesh, _edge(mesh.positions) + BAND)
    on_band = centres(mesh, value) > 0
    strip = keep(mesh, on_band)
    p = strip.positions
    along = np.where(p[:, 1] < 1.33, p[:, 1], 1.33 + 0.10 * np.abs(turn(p[:, 0], p[:, 2]) - 0.5))
    return [Chart(strip, band_uv(along, -_edge(p))), *charts(keep(mesh, ~on_band), CARDIGAN)]


def make_cardigan(outfits: tuple[str, ...]) -> Made:
    """Cardigan and top for these outfits."""
    top = top_outer()
    cloth = Cloth(_TRUNK, _SLEEVE, ease=0.002, folds=1.0, waist=0.96, stack=0.530)
    skirt = envelope()
    knitted = outer(cloth, lambda points: np.minimum(top(points), skirt(points)), 0.011)

    def wool(points: Doubles) -> Doubles:
        # Below the hips it falls in long soft pleats.
        fall = 1.0 - ramp(0.70, 0.98, points[:, 1])
        around = np.arctan2(points[:, 0], points[:, 2])
        d: Doubles = knitted(points) - 0.0065 * fall * np.cos(9 * around + 1.2 * np.sin(3 * around))
        return d

    openings = (_front, _neck, _cuffs, _hem)
    made = sewn(Cut(wool, openings, _THICK, (-0.63, 0.51, -0.24), (0.63, 1.42, 0.22), 0.0036, 9600, lining=0.045))
    flat = _with_band(made.outside)
    pieces = (*flat, plain(made.inside, LINING))
    shell = sewn(Cut(top, _top_openings, 0.003, (-0.19, 0.90, -0.10), (0.19, 1.40, 0.19), 0.003, 2000))
    under = shell.outside.positions
    uv = np.stack([0.5 + under[:, 0] / 0.4, (1.40 - under[:, 1]) / 0.5], axis=1)
    under_chart = Chart(shell.outside, uv)
    shade = (0.70, 0.70, 0.74)
    return Made(
        (
            part("cardigan", "pine_knit", *pieces, outfits=outfits, weigh=over_skirt_weights),
            part("cream_top", "cream_top", under_chart, plain(shell.inside, (0.5, 0.5)), outfits=outfits),
        ),
        (
            Material(
                "pine_knit",
                texture=shaded(cardigan_texture(), wool, flat, 0.8),
                shade=shade,
                shift=0.04,
                rim=(0.06, 0.09, 0.08),
                palette=True,
            ),
            Material(
                "cream_top",
                texture=shaded(top_texture(), top, [under_chart], 0.7),
                shade=(0.87, 0.77, 0.79),
                shift=0.04,
                palette=True,
            ),
        ),
    )


def _neckline(points: Doubles) -> Doubles:
    """A shallow scoop in front."""
    x, y, z = points[:, 0], points[:, 1], points[:, 2]
    return y - 1.330 + 0.058 * np.clip(1.0 - (x / 0.088) ** 2, 0.0, 1.0) * ramp(-0.04, 0.02, z)


_top_openings = (
    _neckline,
    lambda points: np.abs(points[:, 0]) - 0.112,
    lambda points: 0.972 - points[:, 1],
    lambda points: -0.05 - points[:, 2],
)
