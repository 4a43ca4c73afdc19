"""The colours of lashes, brows and the lid's crease on a face: bands of one texture, whose cover stays."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import numpy as np
import numpy.typing as npt

from avatars.creator.iris import smoothstep

Pixels = npt.NDArray[np.uint8]
Colours = tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]
SIZE: Final = 512
BANDS: Final[Mapping[str, tuple[int, int]]] = {"lash": (0, 176), "brow": (176, 136), "lower_lash": (312, 88), "crease": (400, 64)}
"""First row and height of each band, pixels."""


def stroke_colours(lash: npt.ArrayLike, brow: npt.ArrayLike, line: npt.ArrayLike) -> dict[str, Colours]:
    """Each band's colour at the nose and from two fifths outward, of the colours of lashes, brows and the skin's lines."""
    lash, brow, line = (np.asarray(colour, dtype=float) for colour in (lash, brow, line))
    warm = lash * 0.45 + line * 0.55
    return {
        "lash": (warm, lash),
        "brow": (brow * 0.90 + line * 0.10, brow),
        "lower_lash": (warm, warm),
        "crease": (line * 1.25, line * 1.08),
    }


def band_colours(colours: Colours) -> npt.NDArray[np.float64]:
    """Along a band, (1, SIZE, 3)."""
    share = smoothstep(0.0, 0.4, np.linspace(0, 1, SIZE))[None, :, None]
    return np.asarray(colours[0] * (1 - share) + colours[1] * share)


def recoloured(texture: Pixels, lash: npt.ArrayLike, brow: npt.ArrayLike, line: npt.ArrayLike) -> Pixels:
    """The texture (SIZE, SIZE, 4) of a plain face in these colours."""
    made = texture.copy()
    for name, colours in stroke_colours(lash, brow, line).items():
        top, height = BANDS[name]
        made[top : top + height, :, :3] = np.clip(band_colours(colours), 0, 1) * 255 + 0.5
    return made
