"""One layer of a face's paint, and how its colour follows the skin."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

import numpy as np
import numpy.typing as npt

from avatars.creator.complexion import Complexion, complexion_of

Mask = npt.NDArray[np.float32]
Colours = npt.NDArray[np.float64]
TONES: Final = tuple(float(tone) for tone in np.linspace(0.0, 1.0, 9))
UNDERTONES: Final = (-1.0, 0.0, 1.0)
LIPS: Final = tuple(float(amount) for amount in np.linspace(0.0, 1.0, 5))


@dataclass(frozen=True, slots=True)
class Layer:
    """`cover` (h,w) 0..1. `colours` (5 lips, 9 tones, 3 undertones, 3), or None where the user names the colour, which `factor`
    (3,) multiplies. `hair` (3,) is how much of the hair's colour is added. `by_lips` (5,) and `by_blush` (2,): factors of the
    cover. `kind` names what else steers it."""

    kind: str
    cover: Mask
    colours: Colours | None
    factor: Colours = field(default_factory=lambda: np.ones(3))
    hair: Colours = field(default_factory=lambda: np.zeros(3))
    by_lips: Colours = field(default_factory=lambda: np.ones(5))
    by_blush: Colours = field(default_factory=lambda: np.ones(2))


def toned(colour: Callable[[Complexion], npt.ArrayLike]) -> Colours:
    """The table of a colour that follows tone and undertone alone."""
    table = [[np.asarray(colour(complexion_of(tone, under)), dtype=float) for under in UNDERTONES] for tone in TONES]
    return np.broadcast_to(np.array(table), (5, 9, 3, 3))
