"""The hair around the face as tables: curtain bangs, the locks beside the cheeks, and what is tucked behind the ear.

Azimuths in degrees (her left positive), heights and widths in cm, roots as shares of the part.
"""

from __future__ import annotations

from typing import NamedTuple


class Sweep(NamedTuple):
    """A lock of the bangs, from where it leaves the skull to its tip."""

    leave: float
    high: float
    end: float
    low: float
    width: float
    lift: float
    root: float
    strands: int


BANGS = (
    # her right side carries the long sweep
    Sweep(-15, 17.4, -35, 11.0, 1.25, 1.05, 0.00, 2),
    Sweep(-27, 17.2, -51, 8.6, 1.65, 1.25, 0.02, 2),
    Sweep(-40, 16.6, -62, 5.0, 1.75, 1.35, 0.07, 2),
    Sweep(-6, 17.6, -24, 11.9, 0.66, 1.00, 0.00, 1),
    # her left the short one
    Sweep(22, 17.4, 37, 10.8, 1.20, 1.10, 0.00, 2),
    Sweep(36, 16.9, 57, 7.4, 1.65, 1.30, 0.05, 2),
    # loose strands
    Sweep(3, 17.8, -12, 13.0, 0.32, 0.90, 0.00, 1),
    Sweep(-22, 17.2, -43, 9.8, 0.42, 1.55, 0.03, 1),
    Sweep(30, 16.9, 47, 9.0, 0.42, 1.50, 0.04, 1),
)


class Beside(NamedTuple):
    """A lock beside the cheek; `inward` turns it toward the mouth, `curl` lifts its tip away."""

    azimuth: float
    tip: float
    width: float
    curl: float
    lift: float
    inward: float
    strands: int


BESIDE_LEFT = (Beside(57, 0.6, 0.80, 0.5, 0.95, 5, 1), Beside(62, 3.4, 0.50, 0.3, 0.80, 3, 1))
BESIDE_RIGHT = (
    Beside(66, -2.4, 1.75, 0.3, 0.80, 4, 2),
    Beside(59, -0.2, 1.20, 0.5, 0.90, 8, 2),
    Beside(53, 3.0, 0.70, 0.3, 0.80, 3, 1),
    Beside(61, -2.4, 0.55, 2.2, 1.10, -6, 1),
)


class Tuck(NamedTuple):
    """A lock that goes back over the ear and comes forward again below it."""

    root: float
    leave: float
    high: float
    lift: float
    end: float
    tip: float
    width: float


TUCKED = (
    Tuck(0.10, 66, 15.9, 0.55, 97, -1.6, 1.5),
    Tuck(0.20, 76, 15.6, 0.70, 88, -2.5, 1.7),
    Tuck(0.30, 88, 15.2, 0.85, 104, -2.9, 1.9),
    Tuck(0.44, 102, 14.4, 0.95, 116, -2.6, 2.1),
)
