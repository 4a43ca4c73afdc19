"""Tan leather flats with an ankle strap, and cream ankle socks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge import anatomy
from avatars.forge.charts import Chart, part
from avatars.forge.cloth.marks import ribbed
from avatars.forge.cloth.paint import finish
from avatars.forge.cloth.shoes import Canvas, sole_strip
from avatars.forge.garments.shoe import MIDDLE_X, MIDDLE_Z, Shoe, across, make_pair
from avatars.forge.garments.trims import laid_on
from avatars.forge.mesh_edit import centres, joined, keep, mirrored, split
from avatars.forge.part import Made, Material
from avatars.forge.sdf.fields import bump, cone, ellipsoid, ramp, smin, union
from avatars.forge.sdf.meshing import mesh_of

if TYPE_CHECKING:
    from avatars.forge.cloth.fold_shade import Plot
    from avatars.forge.cloth.paint import Image
    from avatars.forge.sdf.fields import Doubles

_LEATHER, _THREAD = (0.635, 0.400, 0.270), (0.820, 0.640, 0.470)
_SOLE, _COTTON = (0.300, 0.205, 0.160), (0.955, 0.930, 0.885)

_SHAPE = union(
    0.022,
    cone((0.098, 0.032, -0.052), (0.0985, 0.075, -0.044), 0.0305, 0.0300),
    cone((0.098, 0.058, -0.028), (0.0985, 0.110, -0.024), 0.0345, 0.0330),
    cone((0.099, 0.058, -0.004), (0.1035, 0.032, 0.085), 0.0340, 0.0265),
    cone((0.100, 0.030, -0.010), (0.1040, 0.028, 0.080), 0.0310, 0.0345),
    ellipsoid((0.1040, 0.025, 0.102), (0.0350, 0.0230, 0.058)),
)
_LEGS = anatomy.legs()


def _foot(points: Doubles) -> Doubles:
    return smin(_SHAPE(points) + 0.0022, _LEGS(points) - 0.0036, 0.012)


def _mouth(points: Doubles) -> Doubles:
    y, z, a = points[:, 1], points[:, 2], across(points)
    side = np.interp(z, [-0.09, -0.05, 0.00, 0.05, 0.10], [0.066, 0.054, 0.043, 0.038, 0.038])
    # Round over the toes.
    toes = 0.078 - z - 16.0 * a * a
    opening: Doubles = smin(y - side, toes, 0.010)
    return opening


def _strap() -> Doubles:
    """Over the instep, from side to side."""
    t = np.linspace(-1.0, 1.0, 11)
    angle = t * np.radians(112.0)
    rows = []
    for ahead in (0.0055, 0.0, -0.0055):
        x, y = 0.0995 + 0.046 * np.sin(angle), 0.052 + 0.052 * np.cos(angle)
        rows.append(np.stack([x, y, 0.036 + ahead - 0.026 * (1 - np.cos(angle)) * 0.5], axis=1))
    grid = np.stack(rows)[:, :, :]
    for _ in range(6):
        flat = grid.reshape(-1, 3)
        away = flat - np.array([0.0995, 0.052, 0.0])
        away[:, 2] = 0.0
        away /= np.linalg.norm(away, axis=1, keepdims=True)
        grid = (flat - away * (_foot(flat) - 0.0026)[:, None]).reshape(grid.shape)
    # Seen from above, rows run towards the toes last: turn them so that the outside is up.
    return laid_on(grid[::-1], _foot, 0.0022)


def _paint(plot: Plot) -> Image:
    c = Canvas(plot, (MIDDLE_Z, MIDDLE_X), _LEATHER, 141)
    c.formed()
    c.tone(1.22, 0.6 * bump(0.122, 0.014, c.z) * ramp(0.026, 0.004, c.a))
    side = np.interp(c.z, [-0.09, -0.05, 0.00, 0.05, 0.10], [0.066, 0.054, 0.043, 0.038, 0.038])
    edge = -np.minimum(c.y - side, 0.078 - c.z - 16.0 * c.a * c.a)
    c.layer(0.0045 - edge, None)
    c.layer(edge - 0.0045, _THREAD, (0.0018,), 0.4)
    c.layer(np.minimum(-0.040 - c.z - 0.25 * (c.y - 0.03), 0.08 - c.y), _THREAD, (0.0026,))
    sole = sole_strip(((0.0100, _SOLE), (0.04, (0.50, 0.33, 0.23))), 0.0, None)
    return c.done(sole, _THREAD, (0.820, 0.690, 0.560), _LEATHER)


def _socks(outfits: tuple[str, ...]) -> Made:
    mesh = mesh_of(_foot, (0.03, -0.01, -0.12), (0.17, 0.19, 0.18), 0.0034, 400)
    p = mesh.positions
    mesh, value = split(mesh, p[:, 1] - 0.150 - 0.06 * (p[:, 2] + 0.02))
    mesh = keep(mesh, centres(mesh, value) < 0)
    mesh, value = split(mesh, mesh.positions[:, 1] - 0.026)
    mesh = keep(mesh, centres(mesh, value) > 0)
    whole = joined(mesh, mirrored(mesh))
    p = whole.positions
    turn = np.arctan2(np.abs(p[:, 0]) - 0.0985, p[:, 2] + 0.022) / (2 * np.pi) + 0.5
    # Ribs on the shaft; the foot is plain knit, on one spot.
    shaft = p[:, 1] > 0.100
    uv = np.stack([np.abs(turn - 0.5) * 2, (0.165 - p[:, 1]) / 0.075], axis=1)
    uv = np.where(shaft[:, None], uv, np.stack([uv[:, 0], np.full(len(p), 0.88)], axis=1))
    y, x = np.mgrid[0:128, 0:256].astype(float)
    picture = np.broadcast_to(np.asarray(_COTTON), (128, 256, 3)).copy()
    picture = ribbed(picture, x / 256 * 0.13, 0.0046, 0.22, ramp(0.86, 0.80, y / 128))
    picture = picture * (1.0 - 0.14 * np.exp(-(((y / 128 - 0.52) / 0.03) ** 2)))[..., None]
    cotton = Material(
        "ankle_socks", texture=finish(picture), shade=(0.82, 0.74, 0.78), shift=0.05, soft=0.10, outline_colour=(0.45, 0.34, 0.31)
    )
    return Made((part("ankle_socks", "ankle_socks", Chart(whole, uv), outfits=outfits),), (cotton,))


def make_flats(outfits: tuple[str, ...]) -> Made:
    """Shoes and socks for these outfits."""
    welt = ((0.0, -0.0035), (0.0030, -0.0014), (0.0085, -0.0006), (0.0105, -0.0010), (0.0112, -0.004))
    heel = ((0.0, -0.0030), (0.0035, -0.0016), (0.0090, -0.0010))
    shoe = Shoe(
        _SHAPE, _mouth, ((welt, -1.0, 1.0), (heel, -1.0, -0.030)), _paint, straps=(_strap(),), bottom=0.008, triangles=500,
        thickness=0.0030, lining=0.020, shade=(0.70, 0.60, 0.62), rim=(0.16, 0.12, 0.10), outline=(0.30, 0.18, 0.14),
    )
    pair, socks = make_pair("flats", shoe, outfits), _socks(outfits)
    return Made((*pair.parts, *socks.parts), (*pair.materials, *socks.materials))
