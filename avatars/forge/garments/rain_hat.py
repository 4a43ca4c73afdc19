"""A rain hat of waxed cloth: a round crown and a brim that is long behind."""

from __future__ import annotations

import numpy as np

from avatars.forge.cloth.paint import line
from avatars.forge.cloth.zoned import Zoned
from avatars.forge.garments.hat_block import brim, made_of, metres, press, turned
from avatars.forge.garments.lofts import surface
from avatars.forge.sdf.fields import Doubles, ramp
from avatars.forge.wardrobe.garment import Tailored

RIM = (17.2, 14.8, 12.2)
_COLUMNS = 40
_CROWN = ((0.0, 0.05), (0.2, 0.30), (0.40, 0.75), (0.50, 0.85), (0.70, 0.85), (1.0, 0.85))
_ROWS = (0.0, 0.6, 1.6, 2.8, 4.0, 5.0, 5.6)


def make_rain_hat(cloth: str, lining: str) -> Tailored:
    """The hat in these dyes."""
    rects = ((0.0, 0.46, 1.0, 0.70), (0.0, 0.70, 1.0, 0.72), (0.0, 0.74, 1.0, 1.0))
    charts = [
        surface(metres(turned(_CROWN, RIM, _COLUMNS, 2)), (0.0, 0.0, 1.0, 0.45), closed=True, fold=True),
        *brim(RIM, 0.85, _ROWS, _lie, _COLUMNS, rects, 0.22),
    ]
    return made_of("rain-hat", charts, _painted(cloth, lining), press=press(RIM), soft=0.07, rim=(0.20, 0.19, 0.16))


def _lie(turn: Doubles, rows: Doubles) -> tuple[Doubles, Doubles]:
    """Short and turned up in front, long and low behind."""
    behind = (1.0 - np.cos(turn)) / 2
    share = rows / _ROWS[-1]
    far = rows * (0.62 + 0.42 * behind**1.5)
    lift = 0.55 * share**2 * np.exp(-((turn / 0.8) ** 2)) - 0.10 * np.sin(5 * turn + 1.0) * share
    return far * 0.90, -rows * (0.42 + 0.38 * behind) + 1.4 * lift


def _painted(cloth: str, lining: str) -> Zoned:
    canvas = Zoned(448, 512, {"cloth": cloth, "lining": lining})
    canvas.lay("cloth")
    canvas.lay("lining", canvas.y > 0.73)
    canvas.grain(30, 0.025, 51)
    canvas.grain(7, 0.012, 52)
    up = canvas.y / 0.45
    for place in (0.125, 0.375, 0.625, 0.875):
        away = (canvas.x - place) * (0.10 + np.clip(up, 0, 1)) * 30
        canvas.tone(0.70, (up < 1.0) * line(away, 0.05, 0.10))
        canvas.tone(1.12, (up < 1.0) * line(away - 0.26, 0.05, 0.12))
    canvas.tone(0.66, np.exp(-(((canvas.y - 0.215) / 0.004) ** 2)))
    canvas.tone(1.14, np.exp(-(((canvas.y - 0.206) / 0.004) ** 2)))
    canvas.tone(
        0.72,
        ramp(0.42, 0.45, canvas.y) * (canvas.y < 0.455) + ramp(0.485, 0.46, canvas.y) * (canvas.y > 0.455) * (canvas.y < 0.5),
    )
    share = (canvas.y - 0.46) / 0.24
    brim_top = (share > 0.0) & (share < 1.0)
    for row in np.arange(0.14, 1.0, 0.13):
        canvas.tone(0.82, brim_top * line(share - row, 0.006, 0.012))
        canvas.tone(1.12, brim_top * line(share - row - 0.022, 0.006, 0.012))
    # waxed cloth shines in long soft lights
    canvas.tone(1.16, np.exp(-(((canvas.x - 0.26) / 0.045) ** 2)) * (canvas.y < 0.42) * ramp(0.06, 0.16, canvas.y))
    canvas.tone(0.80, ramp(0.84, 0.98, canvas.y))
    return canvas
