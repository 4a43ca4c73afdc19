"""A straw hat with a wide brim and a ribbon tied into a bow."""

from __future__ import annotations

import numpy as np

from avatars.forge.charts import Chart
from avatars.forge.cloth.zoned import Zoned
from avatars.forge.garments.bows import bow
from avatars.forge.garments.hat_block import brim, made_of, metres, over, press, turned
from avatars.forge.garments.lofts import surface
from avatars.forge.sdf.fields import Doubles, ramp
from avatars.forge.wardrobe.garment import Tailored

RIM = (17.4, 15.6, 14.0)
_COLUMNS = 40
_CROWN = ((0.0, 0.75), (0.2, 1.0), (0.40, 1.35), (0.52, 1.45), (0.66, 1.15), (0.84, 0.80), (1.0, 0.75))
_BRIM = (0.0, 0.8, 2.0, 3.4, 4.8, 5.7, 6.3)
_RIBBON = ((0.775, 0.92), (0.775, 1.10), (0.80, 1.16), (0.88, 1.02), (0.965, 0.98), (0.985, 0.92))


def make_straw_hat(straw: str, ribbon: str) -> Tailored:
    """The hat in these dyes."""
    charts = [
        surface(metres(turned(_CROWN, RIM, _COLUMNS, 2)), (0.0, 0.0, 1.0, 0.44), closed=True, fold=True),
        *brim(RIM, 0.75, _BRIM, _lie, _COLUMNS, ((0.0, 0.45, 1.0, 0.66), (0.0, 0.66, 1.0, 0.67), (0.0, 0.67, 1.0, 0.87))),
        surface(metres(turned(_RIBBON, RIM, _COLUMNS)), (0.0, 0.88, 1.0, 0.95), closed=True),
        *_tied(),
    ]
    return made_of("straw-hat", charts, _painted(straw, ribbon), press=press(RIM), soft=0.10)


def _lie(turn: Doubles, rows: Doubles) -> tuple[Doubles, Doubles]:
    """The brim is a little wavy, widest at the sides, and lifted in front."""
    share = rows / _BRIM[-1]
    wave = 0.50 * np.sin(2 * turn + 0.5) + 0.30 * np.sin(3 * turn + 1.9) + 0.75 * np.cos(turn)
    return rows * (1.0 - 0.10 * np.cos(2 * turn)), -0.14 * rows + wave * share**1.5 - 0.8 * share**2


def _tied() -> list[Chart]:
    azimuth = np.array([[-104.0]])
    place = over(azimuth, np.array([[0.89]]), RIM, 1.15)[0, 0]
    turn = np.radians(-104.0)
    return bow(
        metres(place),
        np.array([np.sin(turn), 0.10, np.cos(turn)]),
        np.array([0.0, 1.0, 0.0]),
        0.040,
        0.095,
        (0.0, 0.955, 1.0, 1.0),
    )


def _painted(straw: str, ribbon: str) -> Zoned:
    canvas = Zoned(512, 512, {"straw": straw, "ribbon": ribbon})
    canvas.lay("straw")
    canvas.lay("ribbon", canvas.y > 0.875)
    plait = canvas.y < 0.875
    # plaited straw is sewn in rounds: each catches light on its middle, and its straws run aslant by turns
    rounds = canvas.y * 62
    part, number = rounds % 1.0, np.floor(rounds)
    canvas.tone(0.76, plait * np.maximum(ramp(0.20, 0.0, part), ramp(0.86, 1.0, part)))
    slant = (canvas.x * 110 + np.where(number % 2 > 0, part, -part) * 0.9) % 1.0
    canvas.tone(0.86, plait * ramp(0.34, 0.0, np.abs(slant - 0.5)) * 0.9)
    canvas.tone(
        1.10, plait * np.exp(-(((part - 0.5) / 0.2) ** 2)) * (np.sin(number * 12.9 + np.floor(canvas.x * 110) * 4.1) > 0.2)
    )
    canvas.grain(22, 0.025, 21)
    canvas.tone(0.70, ramp(0.40, 0.44, canvas.y) * (canvas.y < 0.445))
    canvas.tone(0.66, ramp(0.485, 0.45, canvas.y) * (canvas.y > 0.445))
    canvas.tone(0.72, (canvas.y > 0.67) * plait)
    canvas.tone(0.60, ramp(0.80, 0.86, canvas.y) * plait)
    tape = (canvas.y > 0.875) & (canvas.y < 0.953)
    canvas.tone(0.94 + 0.06 * np.sign(np.sin(canvas.y * 900)), tape)
    return canvas
