"""How a material's outline follows its dye: what is drawn is ink times texture, so light cloth needs a darker ink than black."""

from __future__ import annotations

from typing import Final

import numpy as np

from avatars.vrm.model import Vec3
from avatars.wardrobe.dyes import colour

_FAR: Final = 0.35
"""Distance of two dyes in sRGB from which the maker's ink says nothing any more."""
_DARK_INK, _LIGHT_INK = 0.54, 0.38
"""Level (sRGB) of the ink on the darkest and on the lightest cloth."""
_WARM: Final = np.array([1.05, 0.97, 0.98])
_OF_DYE: Final = 0.25
"""Share of the dye's own hue in the ink."""


def outlined(own: Vec3, made: str, dye: str) -> Vec3:
    """The linear outline factor of a material dyed `dye` whose maker chose `own` for `made`; never black."""
    before, now = np.array(colour(made)), np.array(colour(dye))
    share = min(1.0, float(np.linalg.norm(now - before)) / _FAR)
    if share == 0.0:
        return own
    light = float(now @ (0.2126, 0.7152, 0.0722))
    hue = now / max(float(now.max()), 0.05)
    level = _DARK_INK + (_LIGHT_INK - _DARK_INK) * light
    ink = level * ((1.0 - _OF_DYE) * _WARM + _OF_DYE * hue)
    linear = np.where(ink <= 0.04045, ink / 12.92, ((ink + 0.055) / 1.055) ** 2.4)
    mixed = (1.0 - share) * np.array(own) + share * linear
    return float(mixed[0]), float(mixed[1]), float(mixed[2])
