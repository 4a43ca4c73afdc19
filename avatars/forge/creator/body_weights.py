"""The skin of the body taken apart: how much of the skin's own colour, of its lines and of white each texel has."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from avatars.forge.creator.layer import TONES, UNDERTONES
from avatars.forge.hand_texture import hand_texture
from avatars.forge.parameters import Person, Skin
from avatars.forge.skin import complexion

WORST = 2.0 / 255
"""By how much the mixture may miss what the painter paints."""


def body_weights() -> npt.NDArray[np.float64]:
    """Weights (h,w,3 channels,3 of ground, line and white), by least squares over every tone. ValueError where they miss."""
    skins = [Skin(tone=tone, undertone=under) for tone in TONES for under in UNDERTONES]
    painted = np.array([hand_texture(Person("", skin=skin)) / 255.0 for skin in skins])
    tones = [complexion(skin) for skin in skins]
    weights = np.zeros((*painted.shape[1:], 3))
    for channel in range(3):
        mixed = np.array([(tone.base[channel], tone.line[channel], 1.0) for tone in tones])
        wanted = painted[..., channel].reshape(len(skins), -1)
        found = np.linalg.lstsq(mixed, wanted, rcond=None)[0]
        if np.abs(mixed @ found - wanted).max() > WORST:
            raise ValueError("the body's paint is no mixture of the skin's colours any more")
        weights[:, :, channel] = found.T.reshape(*painted.shape[1:3], 3)
    return weights
