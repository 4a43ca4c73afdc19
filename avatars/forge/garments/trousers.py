"""Trousers of one cut and many cloths: chinos, pressed wool, joggers. Folds are strokes, seams are painted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.charts import Chart, part, plain
from avatars.forge.cloth.fold_shade import fold_shaded, plotted
from avatars.forge.cloth.folds import Fold, mirrored, relief
from avatars.forge.cloth.trousers import LINING, TrouserCloth, leg_uv, trouser_texture
from avatars.forge.garments.cut import Cut, sewn
from avatars.forge.mesh_edit import centres, keep, split
from avatars.forge.part import Made, Material
from avatars.forge.sdf.fields import ellipsoid, loft, mirror, ramp, smin
from avatars.forge.sdf.meshing import Mesh
from avatars.forge.skeleton import NAMES
from avatars.forge.weights import weights

if TYPE_CHECKING:
    from avatars.forge.sdf.fields import Doubles, Field

Rows = tuple[tuple[float, float, float, float, float], ...]

HIPS: Rows = (
    # y, half-width, half-depth, centre x, centre z
    (0.742, 0.006, 0.020, 0.0, -0.004),
    (0.756, 0.012, 0.044, 0.0, -0.004),
    (0.774, 0.022, 0.066, 0.0, -0.004),
    (0.805, 0.060, 0.082, 0.0, -0.005),
    (0.840, 0.1380, 0.090, 0.0, -0.008),
    (0.885, 0.1530, 0.104, 0.0, -0.010),
    (0.920, 0.1520, 0.104, 0.0, -0.008),
    (0.950, 0.1470, 0.100, 0.0, -0.005),
    (0.990, 0.1380, 0.092, 0.0, 0.000),
    (1.030, 0.1250, 0.083, 0.0, 0.003),
)
TAPERED: Rows = (
    (0.020, 0.0560, 0.0660, 0.100, -0.019),
    (0.120, 0.0540, 0.0630, 0.100, -0.020),
    (0.220, 0.0545, 0.0600, 0.099, -0.019),
    (0.320, 0.0570, 0.0620, 0.098, -0.016),
    (0.470, 0.0590, 0.0620, 0.096, -0.002),
    (0.560, 0.0640, 0.0675, 0.095, 0.000),
    (0.660, 0.0725, 0.0770, 0.0890, -0.001),
    (0.760, 0.0815, 0.0870, 0.0825, -0.003),
    (0.860, 0.0795, 0.0910, 0.0810, -0.008),
    (0.910, 0.0690, 0.0810, 0.0780, -0.010),
)
STRAIGHT: Rows = (
    (0.010, 0.0585, 0.0740, 0.100, -0.017),
    (0.120, 0.0575, 0.0700, 0.100, -0.018),
    (0.220, 0.0575, 0.0645, 0.099, -0.018),
    *TAPERED[3:],
)


@dataclass(frozen=True, slots=True)
class TrouserCut:
    """The cut: rows of a leg as `fields.loft` takes them, heights of hem and waist, and the folds of the left leg."""

    leg: Rows
    hem: float
    folds: tuple[Fold, ...]
    waist: float = 0.992
    hips: Rows = HIPS
    ease: float = 0.0


_OUT, _IN, _FRONT, _BACK = (1.0, 0.0, 0.0), (-1.0, 0.0, 0.1), (0.15, 0.0, 1.0), (0.1, 0.0, -1.0)
RISE_FOLDS = (
    # Whiskers from the crotch to the hip, and drag under the seat.
    Fold((0.020, 0.800, 0.075), (0.140, 0.862, 0.062), (0.1, 0.0, 1.0), 0.0090, 0.0036, 0.008),
    Fold((0.024, 0.776, 0.078), (0.150, 0.815, 0.055), (0.2, 0.0, 1.0), 0.0085, 0.0030, 0.006),
    Fold((0.030, 0.822, 0.080), (0.112, 0.900, 0.080), (0.1, 0.0, 1.0), 0.0080, 0.0024, 0.010),
    Fold((0.030, 0.775, -0.075), (0.140, 0.800, -0.060), (0.1, 0.0, -1.0), 0.0100, 0.0034, -0.010),
    Fold((0.035, 0.745, -0.080), (0.135, 0.757, -0.055), (0.1, 0.0, -1.0), 0.0090, 0.0026, -0.008),
)
KNEE_FOLDS = (
    Fold((0.045, 0.505, 0.030), (0.150, 0.535, 0.020), _FRONT, 0.0100, 0.0028, 0.006),
    Fold((0.050, 0.450, 0.030), (0.150, 0.425, 0.022), _FRONT, 0.0095, 0.0030, -0.006),
    Fold((0.040, 0.485, -0.045), (0.150, 0.500, -0.045), _BACK, 0.0090, 0.0040, 0.004),
    Fold((0.042, 0.462, -0.050), (0.152, 0.455, -0.050), _BACK, 0.0080, 0.0040, -0.004),
    Fold((0.046, 0.440, -0.055), (0.145, 0.415, -0.050), _BACK, 0.0080, 0.0032, -0.006),
    Fold((0.128, 0.640, 0.035), (0.112, 0.440, 0.045), (0.6, 0.0, 1.0), 0.0130, 0.0022, 0.008),
)
BREAK_FOLDS = (
    # Where the hem rests on the shoe the cloth breaks: low shallow folds in front, deeper behind.
    Fold((0.052, 0.175, 0.030), (0.150, 0.150, 0.020), _FRONT, 0.0095, 0.0040, 0.008),
    Fold((0.048, 0.140, 0.030), (0.148, 0.168, 0.010), _FRONT, 0.0080, 0.0032, -0.006),
    Fold((0.055, 0.215, 0.025), (0.150, 0.240, 0.010), _FRONT, 0.0100, 0.0026, 0.006),
    Fold((0.050, 0.150, -0.060), (0.150, 0.175, -0.055), _BACK, 0.0090, 0.0036, 0.006),
    Fold((0.048, 0.200, -0.062), (0.150, 0.190, -0.058), _BACK, 0.0090, 0.0030, -0.006),
    Fold((0.145, 0.300, 0.000), (0.148, 0.130, 0.005), _OUT, 0.0120, 0.0022, 0.006),
    Fold((0.052, 0.260, 0.000), (0.054, 0.135, -0.010), _IN, 0.0110, 0.0022, -0.006),
)


def outer(cut: TrouserCut) -> Field:
    """The outside of the cloth without its folds."""
    hips = loft("y", cut.hips, power=2.2)
    seat = mirror(ellipsoid((0.068, 0.866, -0.052), (0.075, 0.081, 0.063)))
    leg = loft("y", cut.leg)

    def field(points: Doubles) -> Doubles:
        side = points.copy()
        side[:, 0] = np.abs(side[:, 0])
        return smin(smin(hips(points), seat(points), 0.050), leg(side), 0.044) - cut.ease

    return field


def leg_charts(mesh: Mesh) -> list[Chart]:
    """Both legs, each opened at its inner seam."""
    mesh, x = split(mesh, mesh.positions[:, 0])
    # The seams run where the leg's front meets its back.
    mesh, z = split(mesh, mesh.positions[:, 2] + 0.008)
    x = mesh.positions[:, 0]
    charts = []
    for side in (1.0, -1.0):
        for face in (1.0, -1.0):
            piece = keep(mesh, (centres(mesh, x) * side > 0) & (centres(mesh, z) * face > 0))
            p = piece.positions
            # Round each leg's own axis; above the crotch the two charts meet on the middle seams.
            middle = np.interp(p[:, 1], [0.0, 0.6, 0.86, 1.0], [0.100, 0.094, 0.080, 0.070])
            turn = np.arctan2(np.abs(p[:, 0]) - middle, face * np.maximum(face * (p[:, 2] + 0.008), 1e-6)) / (2 * np.pi)
            charts.append(Chart(piece, leg_uv((turn + 0.25) % 1.0, p[:, 1], side < 0)))
    return charts


def between(p: Doubles) -> Doubles:
    """1 between the legs, 0 elsewhere."""
    return ramp(0.69, 0.76, p[:, 1]) * (1 - ramp(0.85, 0.90, p[:, 1])) * (1 - ramp(0.05, 0.10, np.abs(p[:, 0])))


def calm(mesh: Mesh) -> Mesh:
    """The arch between the legs faces the ground and would be one dark patch: there normals look straight out instead."""
    share = between(mesh.positions)
    normals = mesh.normals * np.stack([1 - 0.7 * share, 1 - share, np.ones_like(share)], axis=1)
    return Mesh(mesh.positions, normals / np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-6), mesh.triangles)


def make_trousers(
    name: str, cut: TrouserCut, cloth: TrouserCloth, outfits: tuple[str, ...], seed: int, triangles: int = 1780
) -> Made:
    """A pair of this cut and cloth."""
    smooth = outer(cut)
    folds = relief([*cut.folds, *mirrored(cut.folds, seed)])

    def shape(points: Doubles) -> Doubles:
        return smooth(points) - folds(points)

    openings = (lambda p: p[:, 1] - cut.waist, lambda p: cut.hem + 0.02 * (p[:, 2] + 0.018) - p[:, 1])
    # The box ends below the loft's flat end: no triangles for what the waist cuts off.
    box = ((-0.22, cut.hem - 0.03, -0.18), (0.22, cut.waist + 0.020, 0.18))
    made = sewn(Cut(shape, openings, 0.0045, *box, 0.0040, triangles, lining=0.018))
    charts = leg_charts(calm(made.outside))
    picture = trouser_texture(cloth)
    plot = plotted(charts, picture.shape[1], picture.shape[0])
    texture = fold_shaded(picture, plot, smooth, folds, 0.9, hollows=0.75, calm=between, shadow=_under_shirt)
    material = Material(
        name, texture=texture, shade=cloth.shade, shift=0.04, soft=0.09, rim=cloth.rim, outline_colour=cloth.outline
    )
    return Made((part(name, name, *charts, plain(made.inside, LINING), outfits=outfits, weigh=_over_shoes),), (material,))


def _over_shoes(points: Doubles) -> tuple[tuple[str, ...], Doubles]:
    """Joint names and weights: like the body's, but hems hang from the shin and do not turn with the foot."""
    table = weights(points)
    for side in ("left", "right"):
        foot = [NAMES.index(f"{side}Foot"), NAMES.index(f"{side}Toes")]
        table[:, NAMES.index(f"{side}LowerLeg")] += table[:, foot].sum(axis=1)
        table[:, foot] = 0.0
    return NAMES, table


def _under_shirt(points: Doubles) -> Doubles:
    """The soft shade below the hem of whatever hangs over the waist."""
    return 0.55 * ramp(0.815, 0.86, points[:, 1])
