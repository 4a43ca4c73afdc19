"""What a colour is called: the nearest everyday word, with how light and how strong it is."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QColor

from desktop.theme.words import words

HUES: Final = (
    (12, "red"), (36, "orange"), (64, "yellow"), (88, "lime"), (155, "green"), (192, "teal"), (232, "blue"), (262, "indigo"),
    (300, "violet"), (330, "pink"), (348, "rose"), (361, "red"),
)
"""The hue in degrees up to which each word holds."""
GREYS: Final = ((0.14, "black"), (0.34, "charcoal"), (0.62, "grey"), (0.86, "light_grey"), (1.01, "white"))
"""The lightness up to which each grey holds."""
NO_HUE: Final = 0.11
"""Chroma below which a colour is a grey."""
WARM: Final = range(12, 65)
"""Hues that are brown where they are dark, and cream where they are pale."""


def colour_name(dye: str) -> str:
    """The name of an #rrggbb colour in the language of the interface."""
    colour = QColor(dye)
    light, chroma, hue = colour.lightnessF(), chroma_of(colour), max(0, colour.hslHue())
    if chroma < NO_HUE and not (hue in WARM and 0.84 <= light < 0.97 and chroma > 0.03):
        return words()("wardrobe.colour." + next(name for upto, name in GREYS if light < upto))
    if hue in WARM and light >= 0.84:
        return words()("wardrobe.colour.cream")
    if hue in WARM and (light < 0.42 or (light < 0.6 and colour.hslSaturationF() < 0.42)) and hue < 50:
        return toned("brown", light / 1.15)
    name = next(name for upto, name in HUES if hue < upto)
    if colour.hslSaturationF() < 0.3 and 0.3 <= light <= 0.72:
        return words()("wardrobe.colour.muted", colour=words()(f"wardrobe.colour.{name}").lower())
    return toned(name, light)


def toned(name: str, light: float) -> str:
    """A word for a hue, pale or deep where it is."""
    plain = words()(f"wardrobe.colour.{name}")
    told = plain.lower()
    if light > 0.72:
        return words()("wardrobe.colour.pale", colour=told)
    if light < 0.3:
        return words()("wardrobe.colour.deep", colour=told)
    return plain


def chroma_of(colour: QColor) -> float:
    """How far it is from grey, 0 to 1."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    return max(parts) - min(parts)
