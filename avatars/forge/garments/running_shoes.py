"""Running shoes: a knitted upper with overlays, a thick foam sole that rolls up at heel and toe, laces, a pull tab."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.cloth.folds import Fold
from avatars.forge.garments.shoe import crossed_laces
from avatars.forge.garments.shoe_block import ShoeCut, last, make_shoes_of
from avatars.forge.sdf.fields import bump, ramp

if TYPE_CHECKING:
    from avatars.forge.cloth.shoe_picture import ShoePicture
    from avatars.forge.sdf.fields import Doubles
    from avatars.forge.wardrobe.garment import Tailored

KNIT, OVERLAY, FOAM, ACCENT = "#7fa5a8", "#35506b", "#f1ebe0", "#e2764a"
_FOLDS = (
    Fold((0.134, 0.044, 0.072), (0.086, 0.056, 0.062), (0.3, 1.0, 0.4), 0.0036, 0.0010, 0.003),
    Fold((0.132, 0.100, -0.030), (0.120, 0.090, 0.010), (0.9, 0.2, 0.4), 0.0050, 0.0014, 0.003),
)


def _mouth(points: Doubles) -> Doubles:
    y, z = points[:, 1], points[:, 2]
    edge: Doubles = y - 0.092 - 0.20 * np.maximum(z + 0.03, 0.0) + 0.34 * np.minimum(z + 0.062, 0.0)
    return edge


def _paint(p: ShoePicture) -> None:
    c = p.c
    p.formed(1.10)
    # Knit: a fine honeycomb of holes.
    u, v = p.z / 0.0042, (p.y + p.a) / 0.0036
    row = np.floor(v)
    holes = np.hypot((u + 0.5 * (row % 2)) % 1.0 - 0.5, v - row - 0.5)
    c.tone(0.78, 0.8 * ramp(0.36, 0.22, holes) * p.upper)
    # Overlays: toe guard, a sweep from the eyelets to the heel, the eyelet stay.
    toe = np.minimum(p.z - 0.112 + 5.0 * np.maximum(p.y - 0.040, 0.0), 0.9)
    p.layer(np.where(p.y < 0.058, toe, -1.0), "overlay", 1.0, 0.0)
    sweep = 0.0075 + 0.10 * np.maximum(-0.005 - p.z, 0.0) - np.abs(p.y - 0.052 - 0.30 * (p.z + 0.010) * ramp(-0.06, 0.05, p.z))
    p.layer(np.where((p.z > -0.084) & (p.z < 0.042), sweep, -1.0), "accent", 0.9, 0.0)
    stay = np.where(p.z > -0.008, 0.0260 - p.a, -1.0)
    stay = np.minimum(np.where(p.z < 0.082, stay, -1.0), p.a - 0.0105)
    p.layer(np.where(p.y > 0.045, stay, -1.0), "overlay", 1.0, 0.0024)
    c.tone(0.80, p.upper * ramp(0.0105, 0.0085, p.a) * ramp(-0.01, 0.0, p.z) * ramp(0.082, 0.072, p.z))
    for z in (0.070, 0.056, 0.042, 0.028, 0.014):
        c.tone(0.40, 0.9 * p.upper * ramp(0.0024, 0.0016, np.hypot(p.z - z, p.a - 0.0155)))
    heel = np.minimum(-0.050 - p.z - 0.2 * (0.06 - p.y), 0.086 - p.y)
    p.layer(heel, "overlay", 1.0, 0.0026)
    tab = np.minimum(-0.066 - p.z, p.y - 0.078)
    p.layer(tab, "accent", 0.8, 0.0)
    collar = p.y - 0.092 - 0.20 * np.maximum(p.z + 0.03, 0.0) + 0.34 * np.minimum(p.z + 0.062, 0.0)
    c.tone(1.06, p.upper * bump(-0.008, 0.005, collar))
    c.tone(0.82, p.upper * bump(-0.0155, 0.0016, collar))
    p.sole((0.0040, "overlay", 0.85), (0.0135, "foam", 0.93), (0.0160, "accent", 1.0), (0.04, "foam", 1.0))
    wave = bump(0.0220, 0.0014, _strip_height(p) - 0.0025 * np.sin(c.x * 2 * np.pi * 9))
    c.tone(0.84, wave * (1 - p.upper))
    p.plain("lace", (0.96, 0.95, 0.92))
    p.plain("lining", "overlay", 0.9)
    p.plain("trim", "accent")


def _strip_height(p: ShoePicture) -> Doubles:
    rows = np.arange(p.c.high)[:, None] * np.ones((1, p.c.wide))
    return np.where((rows > 408) & (rows < 472), (412 + 58 - rows) / 56 * 0.040, -1.0)


def make_running_shoes() -> Tailored:
    """The pair."""
    shape = last((0.0390, 0.0270, 0.061), 0.0015)
    foam = ((0.0040, -0.0010), (0.0060, 0.0034), (0.0180, 0.0052), (0.0280, 0.0030), (0.0292, -0.0040))
    tread = ((0.0, -0.0030), (0.0042, 0.0004), (0.0060, 0.0008))
    laces = crossed_laces(shape, ((0.070, 0.0150), (0.056, 0.0150), (0.042, 0.0150), (0.030, 0.0150)))
    cut = ShoeCut(
        shape, _mouth, ((foam, -1.0, 1.0), (tread, -0.070, 0.140)), _paint,
        {"knit": KNIT, "overlay": OVERLAY, "foam": FOAM, "accent": ACCENT}, _FOLDS, laces, 0.0022, bottom=0.022, triangles=420,
        thickness=0.0055, lining=0.050, shade=(0.74, 0.68, 0.76), rim=(0.08, 0.08, 0.09), outline=(0.24, 0.24, 0.28), seed=211,
    )
    return make_shoes_of("running-shoes", cut)
