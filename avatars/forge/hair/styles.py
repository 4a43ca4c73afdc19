"""The styles of hair there are. Any style suits anyone; a person's `Hair` names one and sets its length, wave and colour."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from avatars.forge.hair.bob import make_bob
from avatars.forge.hair.cut import Cut
from avatars.forge.head.surface import HeadSurface
from avatars.forge.parameters import Hair, HairStyle


@dataclass(frozen=True, slots=True)
class Style:
    """A style: `names` by language, and what makes it."""

    names: Mapping[str, str]
    make: Callable[[Hair, HeadSurface], Cut]


STYLES: Final[dict[HairStyle, Style]] = {
    "bob": Style({"en": "Airy bob", "zh": "空气感波波头", "ja": "ふんわりボブ"}, make_bob),
}
