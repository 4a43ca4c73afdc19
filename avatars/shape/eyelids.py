"""How much farther lids travel in eyes that sliders have opened: a blink made for other eyes would leave a gap."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

SIZE_GAIN: Final = 0.13
OPEN_GAIN: Final = 0.15
"""What the whole step of ``eyes.size`` and of ``eyes.open`` adds to the height of the opening."""

LID_EXPRESSIONS: Final = frozenset({"blink", "blinkLeft", "blinkRight"})
"""What has to close an eye to the last."""


def opening(values: Mapping[str, float]) -> float:
    """Height of the eyes' opening with these slider values, as a multiple of the plain eyes'."""
    return (1 + SIZE_GAIN * values.get("eyes.size", 0.0)) * (1 + OPEN_GAIN * values.get("eyes.open", 0.0))


def lid_gain(live: Mapping[str, float], built: Mapping[str, float]) -> float:
    """The factor for the weights of `LID_EXPRESSIONS` while sliders stand at `live` in a
    file that was built with `built`: exact where lids close, for both sliders scale the opening evenly."""
    return opening(live) / opening(built)
