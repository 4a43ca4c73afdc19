"""A knitted winter hat with ear flaps, a band of snowflakes, and a bobble."""

from __future__ import annotations

import numpy as np

from avatars.forge.charts import Chart
from avatars.forge.cloth.zoned import Zoned
from avatars.forge.garments.hat_block import at, level, made_of, metres, press, turned
from avatars.forge.garments.lofts import both, surface, tube
from avatars.forge.garments.tufts import bobble
from avatars.forge.sdf.fields import Doubles, ramp
from avatars.forge.wardrobe.garment import Tailored

RIM = (16.4, 13.0, 9.6)
_COLUMNS = 44
_PROFILE = (
    (0.0, 1.5),
    (0.14, 1.5),
    (0.30, 1.35),
    (0.50, 1.1),
    (0.70, 0.95),
    (0.88, 0.92),
    (0.985, 0.95),
    (1.01, 0.80),
    (1.008, 0.40),
    (0.97, 0.10),
    (0.86, 0.05),
)
_FLAKES = (
    "     x      ",
    " x   x   x  ",
    "  x  x  x   ",
    "   x x x    ",
    "    xxx     ",
    "xxxxx xxxxx ",
    "    xxx     ",
    "   x x x    ",
    "  x  x  x   ",
    " x   x   x  ",
    "     x      ",
)
_TEETH = ("x x ", "xxxx")


def make_chullo(wool: str, motif: str, bobble_dye: str) -> Tailored:
    """The hat in these dyes."""
    crown = surface(metres(turned(_PROFILE, RIM, _COLUMNS, 2)), (0.0, 0.0, 1.0, 0.62), closed=True, fold=True)
    charts = [crown, *_flaps(), *bobble(metres(np.array([0.0, 26.9, -0.5])), 0.031, (0.0, 0.86, 0.5, 1.0), 5)]
    return made_of("chullo", charts, _painted(wool, motif, bobble_dye), press=press(RIM, room=0.1), soft=0.15)


def _flaps() -> list[Chart]:
    """From the rim over the ears, each with a short plait and a tuft."""
    share = np.linspace(0.0, 1.0, 9)[:, None]
    across = np.linspace(-1.0, 1.0, 7)[None]
    narrow = np.sqrt(np.clip(1.0 - (share * 0.985) ** 3.2, 0.0, 1.0))
    azimuth = 92.0 + 27.0 * across * (0.25 + 0.75 * narrow)
    top = level(RIM, azimuth) + 0.7
    height = top + (3.2 - top) * share * (1.0 - 0.10 * across**2)
    outer = at(azimuth, height, 0.98 + 0.75 * share - 0.18 * across**2)
    inner = at(azimuth, height, 0.98 + 0.75 * share - 0.18 * across**2 - 0.45)
    edges = np.concatenate(
        [_seam(outer[:, 0], inner[:, 0]), _seam(outer[-1], inner[-1])[1:], _seam(outer[::-1, -1], inner[::-1, -1])[1:]]
    )
    tip = outer[-1, 3]
    line = tip + np.array([[0.0, 0.3, 0.0], [0.1, -0.7, 0.1], [0.1, -1.9, 0.2], [0.0, -3.1, 0.3]])
    plait = tube(metres(line), np.array([0.0035, 0.0042, 0.0036, 0.0040]), (0.5, 0.86, 0.75, 1.0), 6)
    tuft = bobble(
        metres(line[-1] + np.array([0.0, -0.9, 0.0])), np.array([0.009, 0.014, 0.009]), (0.0, 0.86, 0.5, 1.0), 9, (9, 6)
    )
    flap = [
        surface(metres(outer), (0.05, 0.64, 0.45, 0.86), away=metres(inner)),
        surface(metres(inner), (0.55, 0.64, 0.95, 0.86), away=metres(outer)),
        surface(metres(edges), (0.46, 0.64, 0.54, 0.86), away=metres(outer.mean(axis=(0, 1))[None, None])),
        plait,
        *tuft,
    ]
    return [one for chart in flap for one in both(chart)]


def _seam(first: Doubles, second: Doubles) -> Doubles:
    return np.stack([first, (first + second) / 2 + 0.12 * (first - first.mean(axis=0)) / 3, second], axis=1)


def _painted(wool: str, motif: str, bobble_dye: str) -> Zoned:
    canvas = Zoned(640, 512, {"wool": wool, "motif": motif, "bobble": bobble_dye})
    canvas.lay("wool")
    columns, rows = canvas.x * 48, canvas.y * 76
    crown, flap = canvas.y < 0.63, (canvas.y > 0.63) & (canvas.y < 0.86)
    for first, pattern in ((14, _TEETH), (18, _FLAKES), (31, _TEETH[::-1])):
        canvas.lay("motif", canvas.motif(columns, rows, first, pattern) * crown)
    canvas.lay("motif", canvas.motif(columns, rows, 52, _FLAKES) * flap * (canvas.x < 0.5))
    canvas.knitted(columns, rows, canvas.y < 0.86)
    canvas.knitted(columns, rows, (canvas.y > 0.40) & (canvas.y < 0.47), ribbed=True)
    canvas.lay("motif", (canvas.x > 0.455) & (canvas.x < 0.545) & flap)
    canvas.tone(0.62, ramp(0.50, 0.58, canvas.y) * crown)
    canvas.tone(0.70, flap * (canvas.x > 0.55))
    canvas.tone(0.72, flap * ramp(0.68, 0.645, canvas.y) * (canvas.x < 0.5))
    low = canvas.y > 0.862
    canvas.lay("bobble", low & (canvas.x < 0.5))
    canvas.grain(3, 0.02, 31)
    fluff = np.sin(canvas.x * 260 + 2 * np.sin(canvas.y * 190)) * np.sin(canvas.y * 330 + 3 * np.sin(canvas.x * 70))
    canvas.tone(1.0 + 0.10 * fluff, low & (canvas.x < 0.5))
    canvas.tone(0.86 + 0.14 * np.sign(np.sin(canvas.y * 520 + canvas.x * 60)), low & (canvas.x > 0.5))
    return canvas
