"""A baseball cap: six panels, a curved peak, a sun embroidered in front."""

from __future__ import annotations

import numpy as np

from avatars.forge.charts import Chart
from avatars.forge.cloth.paint import line
from avatars.forge.cloth.zoned import Zoned
from avatars.forge.garments.hat_block import made_of, metres, over, press, turned
from avatars.forge.garments.lofts import bead, surface
from avatars.forge.sdf.fields import ramp
from avatars.forge.wardrobe.garment import Tailored

RIM = (17.0, 15.0, 12.4)
_COLUMNS = 42
_PROFILE = (
    (0.0, 0.15),
    (0.2, 0.45),
    (0.42, 0.85),
    (0.66, 0.80),
    (0.88, 0.66),
    (0.99, 0.55),
    (1.005, 0.40),
    (1.0, 0.06),
    (0.86, 0.0),
)
_REACH, _SPAN = 7.2, 61.0


def make_cap(crown: str, peak: str) -> Tailored:
    """The cap in these dyes."""
    top = metres(np.array([0.0, 25.0, -0.4]))
    charts = [
        surface(metres(turned(_PROFILE, RIM, _COLUMNS, 2)), (0.0, 0.0, 1.0, 0.66), closed=True, fold=True),
        bead(top, np.array([0.008, 0.0035, 0.008]), (0.02, 0.97, 0.1, 0.99), 10, 5),
        *_peak(),
    ]
    return made_of("cap", charts, _painted(crown, peak), press=press(RIM, room=0.05), soft=0.12)


def _peak() -> list[Chart]:
    across = np.linspace(-1.0, 1.0, 17)[None]
    out = np.linspace(0.0, 1.0, 7)[:, None]
    foot = over(across * _SPAN, np.ones((1, 1)), RIM, 0.45)
    long = _REACH * np.sqrt(np.clip(1.0 - 0.98 * np.abs(across) ** 2.6, 0.0, 1.0))
    grid = np.repeat(foot, len(out), axis=0)
    grid[..., 2] += long * out * 0.96
    grid[..., 0] *= 1.0 + 0.03 * out * (1 - across**2)
    grid[..., 1] += 0.25 - 1.25 * out * (long / _REACH) - 0.55 * out**2 - 0.5 * across**2 * out
    low = grid - np.array([0.0, 0.24, 0.0])
    edge = np.stack([grid[-1], (grid[-1] + low[-1]) / 2 + np.array([0.0, 0.0, 0.08]), low[-1]])
    beside = np.array([[[0.0, 60.0, 0.0]]])
    return [
        surface(metres(grid), (0.0, 0.68, 1.0, 0.80), away=metres(grid - beside)),
        surface(metres(low), (0.0, 0.84, 1.0, 0.96), away=metres(low + beside)),
        surface(metres(edge), (0.0, 0.81, 1.0, 0.83), away=metres(np.array([[[0.0, 16.0, 0.0]]]))),
    ]


def _painted(crown: str, peak: str) -> Zoned:
    canvas = Zoned(512, 512, {"crown": crown, "peak": peak})
    canvas.lay("crown")
    canvas.lay("peak", canvas.y > 0.67)
    canvas.tone(1.0 + 0.03 * np.sign(np.sin((canvas.x * 512 + canvas.y * 512) * np.pi / 2)), canvas.y < 0.97)
    canvas.grain(26, 0.02, 41)
    up = canvas.y / 0.62
    for place in (0.0, 1 / 3, 2 / 3, 1.0):  # seams between the panels, stitched on both sides
        away = (canvas.x - place) * (0.12 + np.clip(up, 0, 1)) * 30
        canvas.tone(0.62, (up < 1.0) * line(away, 0.05, 0.10))
        dash = (canvas.y * 120) % 1.0 < 0.6
        canvas.tone(1.16, (up < 1.0) * dash * line(np.abs(away) - 0.55, 0.05, 0.09))
    for place in (1 / 6, 3 / 6, 5 / 6):  # an eyelet in each
        r = np.hypot((canvas.x - place) * 30, (canvas.y - 0.19) * 26)
        canvas.lay("peak", ramp(0.52, 0.44, r))
        canvas.tone(0.45, ramp(0.26, 0.18, r))
    _sun(canvas)
    canvas.tone(0.74, np.exp(-(((canvas.y - 0.555) / 0.006) ** 2)))
    canvas.tone(0.55, ramp(0.58, 0.64, canvas.y) * (canvas.y < 0.67))
    share = (canvas.y - 0.68) / 0.12
    top = (share > 0) & (share < 1.05)
    for row in (0.12, 0.27, 0.42, 0.57, 0.72, 0.88):
        canvas.tone(1.14, top * ((canvas.x * 90) % 1.0 < 0.62) * line(share - row, 0.010, 0.016))
        canvas.tone(0.85, top * line(share - row - 0.035, 0.012, 0.02))
    canvas.tone(0.62, (canvas.y > 0.83) & (canvas.y < 0.965))
    return canvas


def _sun(canvas: Zoned) -> None:
    """Half a sun over a wave, in the peak's colour; the picture shows half of it, the cap both."""
    x, y = canvas.x * 29.0, (0.455 - canvas.y) * 26.0
    r, angle = np.hypot(x, y + 0.2), np.degrees(np.arctan2(y + 0.2, x))
    disc = ramp(1.42, 1.30, r) * (y > -0.2)
    ray = ramp(0.26, 0.18, np.abs(((angle + 9) % 36) - 18) / 18 * r * 0.5) * ramp(1.62, 1.72, r) * ramp(2.5, 2.35, r) * (y > -0.1)
    wave = line(y + 0.75 - 0.16 * np.cos(x * 3.2), 0.14, 0.10) * (x < 2.3)
    share = np.maximum(np.maximum(disc, ray), wave) * (canvas.y < 0.6)
    canvas.lay("peak", share)
    canvas.tone(1.0 + 0.08 * np.sign(np.sin(canvas.y * 700)), share)
