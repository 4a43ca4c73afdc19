"""A felt beret, worn to one side."""

from __future__ import annotations

import numpy as np

from avatars.forge.cloth.zoned import Zoned
from avatars.forge.garments.hat_block import made_of, metres, press, turned
from avatars.forge.garments.lofts import surface, tube
from avatars.forge.sdf.fields import Doubles, ramp
from avatars.forge.wardrobe.garment import Tailored

RIM = (17.9, 15.2, 12.4)
_PROFILE = (
    (0.0, 0.7),
    (0.16, 1.25),
    (0.34, 2.20),
    (0.54, 3.25),
    (0.72, 3.95),
    (0.83, 3.95),
    (0.885, 3.20),
    (0.905, 2.1),
    (0.92, 1.15),
    (0.93, 0.62),
    (0.96, 0.60),
    (0.995, 0.56),
    (1.008, 0.35),
    (0.995, 0.04),
    (0.90, 0.0),
)
_COLUMNS = 40


def make_beret(felt: str) -> Tailored:
    """The beret in this dye."""
    head = _slouched(turned(_PROFILE, RIM, _COLUMNS, 2))
    top = head[0, 0]
    stalk = np.stack([top + np.array([0.0, y, 0.0]) for y in (-0.3, 0.25, 0.6, 0.9)]) + np.array([0.0, 0, 0])
    stalk[-1] += (0.18, 0.0, -0.06)
    charts = [
        surface(metres(head), (0.0, 0.0, 1.0, 0.97), closed=True),
        tube(metres(stalk), np.array([0.003, 0.0024, 0.002, 0.0018]), (0.4, 0.99, 0.6, 1.0), 6, up=np.array([0.0, 0.0, 1.0])),
    ]
    return made_of("beret", charts, _painted(felt), press=press(RIM, room=0.1), soft=0.16)


def _slouched(grid: Doubles) -> Doubles:
    """The wide part leans to her right and back, and hangs over there."""
    out = grid.copy()
    off = np.array([row[1] for row in _PROFILE])
    wide = np.interp(np.linspace(0, 1, len(grid)), np.linspace(0, 1, len(off)), np.clip((off - 0.7) / 3.1, 0, 1))[:, None]
    crown = np.where(np.arange(len(grid)) < 0.5 * len(grid), np.maximum(wide[:, 0], 0.55), wide[:, 0])[:, None]
    out[..., 0] -= 1.5 * crown
    out[..., 2] -= 1.3 * crown
    low = np.clip(-grid[..., 0] / 9.0, -1.0, 1.0)
    out[..., 1] -= crown * (2.3 * low + 0.35 * np.sin(3 * np.linspace(-np.pi, np.pi, grid.shape[1])[None] + 0.8) * wide)
    out[..., 1] -= 1.1 * crown * np.exp(-((np.arange(len(grid))[:, None] / (0.30 * len(grid))) ** 2))
    return out


def _painted(felt: str) -> Zoned:
    canvas = Zoned(384, 512, {"felt": felt})
    canvas.lay("felt")
    y = canvas.y / 0.97
    canvas.grain(3, 0.03, 11)
    canvas.grain(28, 0.03, 12)
    # soft creases run from the band into the fullness
    fold = np.sin(2 * np.pi * (canvas.x * 11 + 0.12 * np.sin(7 * canvas.x * 2 * np.pi)))
    canvas.tone(1.0 + 0.10 * fold, np.exp(-(((y - 0.60) / 0.09) ** 2)))
    canvas.tone(0.70, np.exp(-(((y - 0.655) / 0.03) ** 2)))
    canvas.tone(1.08, np.exp(-(((y - 0.38) / 0.10) ** 2)))
    band = ramp(0.675, 0.685, y) * ramp(0.80, 0.79, y)
    canvas.tone(0.82, band)
    canvas.tone(0.72, np.exp(-(((y - 0.79) / 0.006) ** 2)))
    canvas.tone(0.55, ramp(0.84, 0.90, y))
    return canvas
