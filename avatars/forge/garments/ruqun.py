"""A festive dress after the Chinese ruqun: crossed collar, wide sleeves, a pleated skirt from under the bust, a long sash."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.charts import Chart
from avatars.forge.cloth.folds import Fold, mirrored, relief
from avatars.forge.garments.block import STRAIGHT, Block, cuffs, eased, hem_at, sleeve_rows, top_panels_flat, vee
from avatars.forge.garments.crossed import collars
from avatars.forge.garments.sewing import Dyes, Sewing
from avatars.forge.garments.shell import shell
from avatars.forge.garments.skirts import Skirt, hung_hem, make_skirt_of
from avatars.forge.garments.strips import bow, front_points, girdle, strip
from avatars.forge.garments.wide_sleeves import WideSleeve, sleeve_rig, sleeve_weights
from avatars.forge.part import Made
from avatars.forge.sdf.fields import bump, ramp

if TYPE_CHECKING:
    from avatars.forge.cloth.canvas import Canvas
    from avatars.forge.sdf.fields import Doubles
    from avatars.forge.wardrobe.garment import Tailored

_SASH, _HEM, _CUT, _FALL = 1.112, 0.065, 0.222, 0.200
_SLEEVE = sleeve_rows(((0.140, 0.0090), (0.180, 0.0110), (0.222, 0.0130), (0.270, 0.0140)), 0.3)
_BLOCK = Block(eased(STRAIGHT, 0.001), _SLEEVE, 1.100, _CUT, over=False, rise=0.026)
_NECK = vee(1.210, 0.068)
_BODICE = _BLOCK.field()
_WIDE = WideSleeve(
    (
        (0.205, 0.052, 0.047, 0.054),
        (0.260, 0.053, 0.047, 0.062),
        (0.340, 0.057, 0.046, 0.092),
        (0.420, 0.062, 0.045, 0.130),
        (0.500, 0.068, 0.045, 0.170),
        (0.566, 0.072, 0.046, 0.200),
    ),
    0.55,
    count=13,
)
_PLEATS = 26


def _flutes(share: Doubles, y: Doubles) -> Doubles:
    at = ((share + 0.5) * _PLEATS) % 1.0
    rise = np.where(at < 0.72, at / 0.72, (1.0 - at) / 0.28)
    open_ = ramp(1.12, 0.15, y)
    turn = 2 * np.pi * share
    fold: Doubles = (0.0030 + 0.0080 * open_) * (rise - 0.5) + 0.014 * open_ * np.cos(7 * turn + 0.8 * np.sin(2 * turn + 0.5))
    return fold


_SKIRT = Skirt(
    (
        (0.040, 0.248, 0.210, 0.226),
        (0.200, 0.232, 0.192, 0.208),
        (0.400, 0.212, 0.170, 0.186),
        (0.600, 0.194, 0.146, 0.166),
        (0.760, 0.182, 0.130, 0.152),
        (0.880, 0.172, 0.119, 0.138),
        (0.980, 0.158, 0.111, 0.119),
        (1.060, 0.146, 0.107, 0.103),
        (1.130, 0.147, 0.108, 0.101),
    ),
    _flutes,
    (1.128, 1.070, 0.980, 0.860, 0.720, 0.580, 0.470, 0.380, 0.240, _HEM),
    _PLEATS * 3,
)
_FRONT, _BACK = (0.2, 0.0, 1.0), (0.1, 0.0, -1.0)
_FOLDS = (
    Fold((0.084, 1.290, 0.020), (0.080, 1.140, 0.100), _FRONT, 0.009, 0.0024, 0.004),
    Fold((0.112, 1.250, 0.040), (0.110, 1.130, 0.086), _FRONT, 0.009, 0.0026, 0.004),
    Fold((0.140, 1.210, 0.040), (0.120, 1.130, 0.078), (0.6, 0.0, 1.0), 0.010, 0.0030, 0.006),
    Fold((0.050, 1.240, -0.095), (0.050, 1.120, -0.095), _BACK, 0.010, 0.0026, 0.004),
    Fold((0.110, 1.220, -0.088), (0.100, 1.120, -0.090), _BACK, 0.010, 0.0028, -0.005),
)


def make_ruqun(dyes: Dyes) -> Tailored:
    """The dress."""
    smooth = _BLOCK.field()
    folds = relief([*_FOLDS, *mirrored(_FOLDS, 181, 0.006)])

    def shape(points: Doubles) -> Doubles:
        return smooth(points) - folds(points)

    cut = shell(shape, _BLOCK.layout(), (_NECK, cuffs(_CUT), hem_at(1.100)), 0.0030)
    sewing = Sewing(
        "ruqun", dyes, top_panels_flat(girth=1.02, long=0.34, sleeve=0.30, share=0.46), cut, shape, folds, smooth=smooth
    )
    c = sewing.canvas
    c.seam(c.hole, 0.5)
    c.shade(0.88, ramp(1.16, 1.12, c.y) * ~c.arm)
    wide_sleeves(sewing, _WIDE, "robe", "collar")
    collars(sewing, shape, "collar", 1.112, 0.056, 0.028, under="robe", crossing=1.196)
    _sash(sewing)
    extra, masks, metre = make_skirt_of(
        "ruqun_skirt", {"skirt": dyes["skirt"], "sash": dyes["sash"]}, _SKIRT, _paint, 0.8, {"rim": (0.08, 0.07, 0.07)}
    )
    bones, springs = sleeve_rig(_FALL)
    extra = Made(extra.parts, extra.materials, (*extra.joints, *bones), (*extra.springs, *springs))
    return sewing.done(
        lambda p: sleeve_weights(p, _FALL),
        hollows=0.45,
        material={"shade": (0.78, 0.70, 0.77), "rim": (0.10, 0.09, 0.09)},
        extra=extra,
        masks=masks,
        metre=metre,
    )


def wide_sleeves(sewing: Sewing, cut: WideSleeve, zone: str, border: str, wide: float = 0.13) -> None:
    """Both sleeves, which share one place on the picture, with a border at the opening."""
    c = sewing.canvas
    place = None
    for sign in (1.0, -1.0):
        outer, inside, shares = cut.meshes(sign)
        if place is None:
            place = c.place(int(0.40 * c.size), int(min(0.34 * c.size, 0.50 * sewing.area.height)), sewing.area)
            v, u = c.shares(place)
            # Long folds that fall from the arm; darker where the cloth turns under.
            fall = 1.0 - 0.10 * (0.5 + 0.5 * np.cos(v * 26 + 3 * np.sin(u * 6.3))) * (0.35 + 0.65 * np.abs(np.cos(np.pi * u)))
            tone = fall * (1.0 - 0.12 * bump(0.0, 0.05, u) - 0.12 * bump(1.0, 0.05, u))
            tone = tone * (1.0 - 0.16 * np.exp(-(((v - (1 - wide)) / 0.008) ** 2)))
            c.fill(place, zone, tone)
            rows, columns = c.cut(place)
            share = ramp(1 - wide - 0.004, 1 - wide + 0.004, v)
            for name, weights in c.zones.items():
                weights[rows, columns] = (share if name == border else 0.0) + ((1.0 - share) if name == zone else 0.0)
        sewing.trims.append(Chart(outer, c.uv(place, np.stack([shares[:, 1], shares[:, 0]], axis=1))))
        # Lined in the border's cloth: the bag falls open behind the hand.
        sewing.plain(inside, border, 0.84)


def _sash(sewing: Sewing) -> None:
    ground = skirt_ground
    profile = tuple((_SASH + 0.024 - 0.008 * i, 0.0042 if 0 < i < 6 else 0.0005) for i in range(7))
    sewing.trim(girdle(ground, profile), "sash", (44, 200), (0.05, 0.84), _tone)
    for sign, low in ((1.0, 0.560), (-1.0, 0.620)):
        y = np.linspace(_SASH - 0.010, low, 14)
        x = 0.012 * sign + sign * 0.020 * ramp(_SASH, low, y) + 0.006 * np.sin(9 * y + sign)
        path = front_points(ground, list(zip(x.tolist(), y.tolist(), strict=True)))
        sewing.trim(
            strip(path, ground, 0.026 + 0.006 * ramp(_SASH, low, y), 0.012 if sign > 0 else 0.009, 0.0018),
            "sash",
            (22, 150),
            (0.03, 0.55),
            _tail,
        )
    for piece in bow(ground, (0.0, _SASH), 0.052, 0.0, 0.030, lift=0.016, droop=0.010):
        sewing.trim(piece, "sash", (24, 50), (0.03, 0.08))


def skirt_ground(points: Doubles) -> Doubles:
    """The sash's ground: the skirt's own radii."""
    r = _SKIRT.radii(points[:, 1])
    deep = np.where(points[:, 2] > 0, r[:, 1], r[:, 2])
    k = ((np.abs(points[:, 0]) / r[:, 0]) ** 2.2 + (np.abs(points[:, 2]) / deep) ** 2.2) ** (1 / 2.2)
    d: Doubles = (k - 1.0) * np.minimum(r[:, 0], deep) - 0.003
    high = points[:, 1] > 1.07
    d[high] = np.minimum(d[high], _BODICE(points[high]))
    return d


def _tone(down: Doubles, along: Doubles) -> Doubles:
    edge = np.minimum(down, 0.05 - down)
    made: Doubles = 1.0 - 0.18 * ramp(0.006, 0.0, edge) - 0.12 * np.exp(-(((edge - 0.009) / 0.0012) ** 2))
    return made


def _tail(down: Doubles, along: Doubles) -> Doubles:
    made: Doubles = 1.0 - 0.14 * ramp(0.004, 0.0, np.minimum(down, 0.03 - down)) - 0.20 * ramp(0.04, 0.0, along)
    return made


def _paint(c: Canvas, cut: Skirt) -> None:
    share = cut.share(c.plot.points)
    at = c.plot.spread(((share + 0.5) * _PLEATS) % 1.0)
    deep = 0.35 + 0.65 * ramp(1.10, 0.60, c.y)
    c.shade(0.70, deep * np.clip(ramp(0.70, 0.80, at) * ramp(1.0, 0.95, at) + 0.6 * ramp(0.14, 0.0, at), 0, 1))
    c.shade(1.07, deep * 0.7 * bump(0.56, 0.12, at))
    hung_hem(c, _HEM, (0.050,))
    c.zone("sash", ramp(_HEM + 0.0505, _HEM + 0.0495, c.y) * ramp(_HEM + 0.012, _HEM + 0.013, c.y))
    c.shade(0.88, ramp(0.28, 0.06, c.y) * 0.7)
    c.shade(0.82, ramp(1.05, 1.10, c.y))
