"""The colours of what stands in her room, by plain daylight."""

from __future__ import annotations

from typing import Final

from avatars.forge.scenes.painter import Rgb

CLAY: Final[Rgb] = (206, 128, 96)
LEAF: Final[Rgb] = (104, 150, 116)
DEEP: Final[Rgb] = (76, 122, 96)
OAK: Final[Rgb] = (190, 146, 112)
DARK: Final[Rgb] = (140, 100, 80)
WOOL: Final[Rgb] = (238, 224, 206)
PINE: Final[Rgb] = (72, 122, 116)
EMBER: Final[Rgb] = (214, 112, 84)
HONEY: Final[Rgb] = (224, 178, 108)
ROSE: Final[Rgb] = (214, 150, 152)
NIGHT: Final[Rgb] = (84, 84, 112)
