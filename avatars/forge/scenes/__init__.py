"""The places she stands in, painted by code: ``python -m avatars.forge.scenes`` writes them into ``assets/scenes``.

The same numbers give the same pixels.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import numpy.typing as npt
from PIL import Image

from avatars.forge.scenes.garden import GARDENS, paint_garden
from avatars.forge.scenes.plain import GROUNDS, paint_plain
from avatars.forge.scenes.rain import RAINS, paint_rain
from avatars.forge.scenes.room import MOODS, paint_room

SCENES = (*MOODS, *RAINS, *GARDENS, *GROUNDS)


def paint(name: str) -> npt.NDArray[np.uint8]:
    """The place of this name as (1200, 1600, 3) uint8. KeyError for an unknown one."""
    for names, painter in ((MOODS, paint_room), (RAINS, paint_rain), (GARDENS, paint_garden), (GROUNDS, paint_plain)):
        if name in names:
            return painter(name)
    raise KeyError(name)


def write(folder: Path, names: tuple[str, ...] = SCENES) -> None:
    """These places as JPEG files into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        Image.fromarray(paint(name)).save(folder / f"{name}.jpg", "JPEG", quality=90, optimize=True, subsampling=0)
