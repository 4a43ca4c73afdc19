"""A beanie of thick ribbed wool with a turned-up cuff."""

from __future__ import annotations

import numpy as np

from avatars.forge.cloth.zoned import Zoned
from avatars.forge.garments.hat_block import made_of, metres, press, turned
from avatars.forge.garments.lofts import surface
from avatars.forge.sdf.fields import ramp
from avatars.forge.wardrobe.garment import Tailored

RIM = (16.0, 12.6, 9.4)
_COLUMNS = 44
_CROWN = ((0.0, 2.2), (0.12, 2.1), (0.28, 1.7), (0.45, 1.15), (0.62, 0.85), (0.76, 0.62), (0.80, 0.55))
_CUFF = (
    (0.785, 0.55),
    (0.765, 0.90),
    (0.79, 1.25),
    (0.84, 1.36),
    (0.92, 1.30),
    (0.99, 1.12),
    (1.012, 0.80),
    (1.008, 0.35),
    (0.98, 0.06),
    (0.88, 0.02),
)


def make_beanie(wool: str, cuff: str) -> Tailored:
    """The beanie in these dyes."""
    crown = surface(metres(turned(_CROWN, RIM, _COLUMNS, 2)), (0.0, 0.0, 1.0, 0.66), closed=True, fold=True)
    fold = surface(metres(turned(_CUFF, RIM, _COLUMNS)), (0.0, 0.68, 1.0, 1.0), closed=True, fold=True)
    return made_of("beanie", [crown, fold], _painted(wool, cuff), press=press(RIM, room=0.1), soft=0.15, metre=1650.0)


def _painted(wool: str, cuff: str) -> Zoned:
    canvas = Zoned(512, 512, {"wool": wool, "cuff": cuff})
    canvas.lay("wool")
    canvas.lay("cuff", canvas.y > 0.67)
    columns = canvas.x * 40
    rows = canvas.y * 46
    canvas.knitted(columns, rows, canvas.y <= 0.67, ribbed=True)
    canvas.knitted(columns, rows, canvas.y > 0.67, ribbed=True)
    # stitches are taken together towards the top; the cuff shades what it lies on, and its lip is lit
    canvas.tone(0.90, ramp(0.16, 0.0, canvas.y))
    canvas.tone(0.66, ramp(0.56, 0.66, canvas.y) * (canvas.y <= 0.67))
    within = (canvas.y - 0.68) / 0.32
    canvas.tone(1.10, np.exp(-(((within - 0.22) / 0.12) ** 2)))
    canvas.tone(0.72, ramp(0.14, 0.02, within) * (canvas.y > 0.67))
    canvas.tone(0.55, ramp(0.62, 0.80, within))
    canvas.grain(30, 0.02, 3)
    return canvas
