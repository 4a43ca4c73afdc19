"""A tea dress for summer: V-neck, loose short sleeves, a belt with a bow, and a midi skirt in soft gathers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge import anatomy
from avatars.forge.charts import Chart, part, plain
from avatars.forge.cloth.fold_shade import fold_shaded, plotted
from avatars.forge.cloth.folds import Fold, mirrored, relief
from avatars.forge.cloth.tea_dress import BELT, BODICE, LINING, WAIST, belt_uv, dress_texture, skirt_share, skirt_uv
from avatars.forge.drape import ANGLES
from avatars.forge.garments.cut import Cut, sewn
from avatars.forge.garments.trims import curve, sheet
from avatars.forge.garments.woven_charts import woven_charts
from avatars.forge.mesh_edit import centres, keep, split
from avatars.forge.part import Joint, Made, Material, Spring
from avatars.forge.sdf.fields import bump, loft, ramp, smin
from avatars.forge.skeleton import NAMES
from avatars.forge.weights import weights

if TYPE_CHECKING:
    from avatars.forge.sdf.fields import Doubles, Field

_SKIRT = (
    # y, half-width, half-depth, centre x, centre z
    (0.330, 0.2260, 0.1960, 0.0, -0.012),
    (0.480, 0.2080, 0.1760, 0.0, -0.012),
    (0.640, 0.1930, 0.1570, 0.0, -0.012),
    (0.780, 0.1800, 0.1410, 0.0, -0.011),
    (0.880, 0.1690, 0.1280, 0.0, -0.010),
    (0.940, 0.1580, 0.1160, 0.0, -0.007),
    (1.000, 0.1370, 0.0960, 0.0, 0.000),
    (1.035, 0.1230, 0.0850, 0.0, 0.003),
    (1.060, 0.1210, 0.0830, 0.0, 0.004),
)
_SLEEVE = (
    # x, half-height, half-depth, centre y, centre z
    (0.080, 0.0490, 0.0530, 1.2730, -0.020),
    (0.140, 0.0510, 0.0540, 1.2740, -0.020),
    (0.190, 0.0520, 0.0540, 1.2790, -0.020),
    (0.240, 0.0560, 0.0570, 1.2800, -0.020),
    (0.300, 0.0620, 0.0620, 1.2800, -0.020),
    (0.340, 0.0640, 0.0640, 1.2800, -0.020),
)
_HEM, _CUFF, _THICK, _FLUTES = 0.365, 0.312, 0.0032, 12
_FRONT, _BACK = (0.2, 0.0, 1.0), (0.1, 0.0, -1.0)
_FOLDS = (
    # From the bust to the waist's gathers, the armpit's drag, and under the belt.
    Fold((0.070, 1.130, 0.092), (0.060, 1.040, 0.085), _FRONT, 0.0080, 0.0022, 0.004),
    Fold((0.045, 1.125, 0.092), (0.035, 1.040, 0.087), _FRONT, 0.0075, 0.0020, -0.003),
    Fold((0.095, 1.120, 0.080), (0.088, 1.040, 0.066), _FRONT, 0.0080, 0.0022, 0.004),
    Fold((0.020, 1.110, 0.090), (0.018, 1.040, 0.088), _FRONT, 0.0070, 0.0016, 0.003),
    Fold((0.142, 1.215, 0.045), (0.085, 1.195, 0.090), _FRONT, 0.0090, 0.0026, 0.006),
    Fold((0.140, 1.190, 0.050), (0.100, 1.150, 0.088), _FRONT, 0.0085, 0.0022, 0.006),
    Fold((0.075, 1.320, -0.010), (0.060, 1.215, 0.080), _FRONT, 0.0100, 0.0018, -0.006),
    Fold((0.140, 1.200, -0.060), (0.070, 1.150, -0.088), _BACK, 0.0095, 0.0024, -0.008),
    Fold((0.120, 1.110, -0.060), (0.050, 1.060, -0.075), _BACK, 0.0085, 0.0022, 0.006),
    Fold((0.050, 1.120, -0.080), (0.040, 1.040, -0.072), _BACK, 0.0080, 0.0018, 0.003),
    # Sleeves fall from the shoulder's seam.
    Fold((0.170, 1.300, 0.030), (0.315, 1.300, 0.042), (0.0, 0.2, 1.0), 0.0100, 0.0038, 0.006),
    Fold((0.165, 1.270, 0.035), (0.315, 1.262, 0.040), (0.0, -0.2, 1.0), 0.0100, 0.0036, -0.006),
    Fold((0.165, 1.320, -0.010), (0.315, 1.338, -0.010), (0.0, 1.0, 0.2), 0.0100, 0.0034, 0.005),
    Fold((0.170, 1.295, -0.070), (0.315, 1.300, -0.080), (0.0, 0.2, -1.0), 0.0100, 0.0038, -0.006),
    Fold((0.165, 1.260, -0.068), (0.315, 1.255, -0.075), (0.0, -0.3, -1.0), 0.0100, 0.0034, 0.006),
)


def bodice() -> Field:
    """Bodice and sleeves on the plain body, without folds."""
    torso, sleeve = anatomy.torso(), loft("x", _SLEEVE)

    def field(points: Doubles) -> Doubles:
        side = points.copy()
        side[:, 0] = np.abs(side[:, 0])
        ease = 0.0045 + 0.0040 * bump(1.10, 0.04, points[:, 1]) + 0.0040 * ramp(1.24, 1.29, points[:, 1])
        d = smin(torso(points) - ease, anatomy.bust_drape(points) - 0.001 + 0.05 * ramp(1.13, 1.23, points[:, 1]), 0.030)
        return smin(d, sleeve(side) - 0.0012 * np.cos(5 * np.arctan2(side[:, 1] - 1.28, side[:, 2] + 0.02)), 0.030)

    return field


def outer() -> Field:
    """All of the dress without its fine folds; the skirt with its flutes."""
    upper, lower = bodice(), loft("y", _SKIRT)

    def field(points: Doubles) -> Doubles:
        y = points[:, 1]
        # The bodice ends at the waist, the skirt begins there.
        top = np.maximum(upper(points), 1.020 - y)
        return smin(top, np.maximum(lower(points) - flutes(points), y - 1.050), 0.010)

    return field


def flutes(points: Doubles) -> Doubles:
    """How far the skirt's gathers stand out."""
    y = points[:, 1]
    turn = 2 * np.pi * skirt_share(points)
    deep = 0.0012 + 0.0150 * ramp(1.02, 0.42, y) ** 1.2
    wave = np.cos(_FLUTES * turn + 0.9 * np.sin(2 * turn + 0.4) + 1.2 * np.sin(4 * turn) * ramp(0.9, 0.5, y))
    return np.where(y < 1.06, deep * (wave - 0.15 * np.cos(2 * _FLUTES * turn)), 0.0)


def _neck(points: Doubles) -> Doubles:
    """Metres above the neckline: a V in front, a shallow curve behind."""
    x, y, z = points[:, 0], points[:, 1], points[:, 2]
    before = 1.246 + 1.22 * (np.sqrt(x * x + 0.010**2) - 0.010)
    behind = 1.318 + 1.0 * np.maximum(np.abs(x) - 0.050, 0.0)
    line = behind + (before - behind) * ramp(-0.050, 0.000, z)
    return (y - line) * 0.65


def _cuffs(points: Doubles) -> Doubles:
    return np.abs(points[:, 0]) - _CUFF - 0.010 * ramp(1.30, 1.24, points[:, 1])


def _hem(points: Doubles) -> Doubles:
    return _HEM - points[:, 1]


def _armhole(points: Doubles) -> Doubles:
    return np.abs(points[:, 0]) + 0.42 * (points[:, 1] - 1.285) - 0.150


def _belt(ground: Field) -> Doubles:
    """A ring of cloth round the waist."""
    turn = np.linspace(-np.pi, np.pi, 27)
    rows = []
    for rise, room in ((0.0130, 0.0012), (0.0118, 0.0040), (0.0, 0.0046), (-0.0118, 0.0040), (-0.0130, 0.0012)):
        ring = np.stack([0.118 * np.sin(turn), np.full(27, WAIST + rise), 0.004 + 0.080 * np.cos(turn)], axis=1)
        for _ in range(4):
            away = np.stack([ring[:, 0], 0 * turn, ring[:, 2]], axis=1)
            away /= np.linalg.norm(away, axis=1, keepdims=True)
            ring -= away * (ground(ring) - room)[:, None]
        rows.append(ring)
    return np.stack(rows)


_LOOP = (
    (0.0, 0.0, 0.000, 0.004), (0.3, 0.018, 0.010, 0.012), (0.6, 0.036, 0.006, 0.012), (0.8, 0.032, -0.004, 0.016),
    (1.0, 0.003, 0.000, 0.010),
)
_END = ((0.0, 0.0, 0.000, 0.006), (0.35, 0.007, -0.030, 0.009), (0.7, 0.013, -0.070, 0.008), (1.0, 0.016, -0.110, 0.010))
"""The bow's left loop and end from the knot: share of the way, then out, up, and off the dress."""
_KNOT = np.array([0.046, WAIST, 0.0])


def _dropped(points: Doubles, ground: Field) -> None:
    """Moves points back, in place, until they touch the dress."""
    points[:, 2] = 0.20
    for _ in range(60):
        points[:, 2] -= 0.8 * np.maximum(ground(points) - 0.002, -0.01)


def _bow(ground: Field) -> list[Doubles]:
    """Two loops and two ends on her left, in front."""
    made = []
    across = np.array([-0.0075, 0.0, 0.0075])
    for side in (1.0, -1.0):
        for knots in (_LOOP, _END):
            line = curve(knots, np.linspace(0, 1, 8))
            long = knots[-1][2] < -0.05
            line = line * np.array([side * (1.0 if long or side > 0 else 0.9), 1.0 if side > 0 or not long else 0.86, 1.0])
            points = _KNOT + line * np.array([1.0, 1.0, 0.0])
            # On the ground of the dress, then out by the loop's own height.
            _dropped(points, ground)
            points[:, 2] += line[:, 2]
            wide = np.array([1.0, 0.0, 0.0]) if long else np.array([0.0, 1.0, 0.0])
            grow = np.linspace(0.55, 1.15, 8) if long else 0.5 + 0.6 * np.sin(np.pi * np.linspace(0, 1, 8))
            grid = points[:, None] + across[None, :, None] * grow[:, None, None] * wide
            # Rows run down and columns right, as seen from the front.
            made.append(grid if long else (grid[:, ::-1].swapaxes(0, 1) if side > 0 else grid[::-1, ::-1].swapaxes(0, 1)))
    x, y = np.meshgrid([-0.008, 0.0, 0.008], [0.010, 0.0, -0.011])
    knot = _KNOT + np.stack([x, y, 0.0 * x], axis=-1).reshape(-1, 3)
    _dropped(knot, ground)
    knot[:, 2] += (0.015 - 62.5 * x**2).ravel()
    return [*made, knot.reshape(3, 3, 3)]


def make_tea_dress(outfits: tuple[str, ...]) -> Made:
    """The dress for these outfits."""
    smooth = outer()
    folds = relief([*_FOLDS, *mirrored(_FOLDS, 31, shift=0.006)])

    def shape(points: Doubles) -> Doubles:
        return smooth(points) - folds(points)

    box = ((-0.34, 0.33, -0.24), (0.34, 1.36, 0.24))
    made = sewn(Cut(shape, (_neck, _cuffs, _hem), _THICK, *box, 0.0050, 3700, lining=0.012))
    mesh, value = split(made.outside, made.outside.positions[:, 1] - WAIST)
    high = centres(mesh, value) > 0
    upper, lower = keep(mesh, high), keep(mesh, ~high)
    charts = woven_charts(upper, BODICE, _armhole)
    for side in (1.0, -1.0):
        # Front and back of the skirt share their place on the texture.
        half, value = split(lower, lower.positions[:, 2] - 0.003)
        half = keep(half, centres(half, value) * side > 0)
        charts.append(Chart(half, skirt_uv(half.positions, side > 0)))
    plot = plotted([*charts[:-1]], BODICE.size, BODICE.size)
    picture = dress_texture(plot, _neck, _CUFF, _HEM, _armhole)

    def waves(points: Doubles) -> Doubles:
        return folds(points) + flutes(points)

    texture = fold_shaded(picture, plot, smooth, waves, 0.8, hollows=0.35, shadow=_under_belt)
    trims: list[Chart] = []
    for grid in (_belt(smooth), *_bow(smooth)):
        face, under, shares = sheet(grid, 0.0022)
        trims += [Chart(face, belt_uv(shares)), plain(under, BELT)]
    joints, springs = _rig()
    cotton = Material(
        "tea_cotton", texture=texture, shade=(0.74, 0.68, 0.78), shift=0.05, soft=0.10, rim=(0.05, 0.06, 0.07),
        outline=0.0007, outline_colour=(0.20, 0.24, 0.28),
    )
    pieces = (*charts, *trims, plain(made.inside, LINING))
    dress = part("tea_dress", "tea_cotton", *pieces, outfits=outfits, weigh=_hung)
    return Made((dress,), (cotton,), joints, springs)


_CHAINS = tuple((side, number) for side in ("left", "right") for number in range(len(ANGLES)))
_ROOT, _TIP = 0.470, 0.345


def _rig() -> tuple[tuple[Joint, ...], tuple[Spring, ...]]:
    """A bone every now and then round the lower skirt. They follow the shins: seated, it hangs over the knees."""
    joints, springs = [], []
    for side, number in _CHAINS:
        names = (f"dress_{side}_{number}_0", f"dress_{side}_{number}_1")
        angle = np.radians(ANGLES[number]) * (1.0 if side == "left" else -1.0)
        for name, parent, height in zip(names, (f"{side}LowerLeg", names[0]), (_ROOT, _TIP), strict=True):
            a, b = (float(np.interp(height, [r[0] for r in _SKIRT], [r[i] for r in _SKIRT])) for i in (1, 2))
            at = (a * float(np.sin(angle)), height, b * float(np.cos(angle)) - 0.012)
            joints.append(Joint(name, parent, at, humanoid=False))
        springs.append(Spring(names, stiffness=0.60, drag=0.40, gravity=0.15, hit_radius=0.014))
    return tuple(joints), tuple(springs)


def _hung(points: Doubles) -> tuple[tuple[str, ...], Doubles]:
    """Joint names and weights: bodice like the body, the skirt over both thighs, its lower part on its own bones."""
    table = weights(points)
    of_legs = [i for i, name in enumerate(NAMES) if name.endswith(("UpperLeg", "LowerLeg", "Foot", "Toes"))]
    leg = table[:, of_legs].sum(axis=1)
    table[:, of_legs] = 0.0
    left = ramp(-0.090, 0.090, points[:, 0])
    swings = 1.0 - ramp(0.400, 0.545, points[:, 1])
    table[:, NAMES.index("leftUpperLeg")] = leg * (1 - swings) * left
    table[:, NAMES.index("rightUpperLeg")] = leg * (1 - swings) * (1 - left)
    # Below, the two bones beside the point, all round.
    angles = np.array([a if side == "left" else 360.0 - a for side, a in ((s, ANGLES[n]) for s, n in _CHAINS)])
    order = np.argsort(angles)
    around = np.degrees(np.arctan2(points[:, 0], points[:, 2] + 0.012)) % 360.0
    after = np.searchsorted(angles[order], around) % len(order)
    one, two = order[after - 1], order[after]
    share = ramp(0.0, 1.0, ((around - angles[one]) % 360.0) / ((angles[two] - angles[one]) % 360.0))
    low = np.zeros((len(points), len(order)))
    rows = np.arange(len(points))
    low[rows, one] += leg * swings * (1 - share)
    low[rows, two] += leg * swings * share
    return (*NAMES, *(f"dress_{side}_{number}_0" for side, number in _CHAINS)), np.concatenate([table, low], axis=1)


def _under_belt(points: Doubles) -> Doubles:
    d: Doubles = 0.45 * bump(WAIST - 0.020, 0.008, points[:, 1])
    return d
