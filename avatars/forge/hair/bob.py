"""A wavy bob that ends between chin and collar, parted at her left, with long curtain bangs."""

from __future__ import annotations

import numpy as np

from avatars.forge.hair.clump import Lock
from avatars.forge.parameters import Hair

_PART = np.array([(1.9, 20.4, 6.3), (1.8, 22.4, 3.4), (1.5, 23.3, 0.2), (1.0, 23.0, -3.0), (0.4, 21.6, -6.0)])
"""The part, from the forehead to the crown."""


def _on_part(share: float) -> tuple[float, float, float]:
    place = np.clip(share, 0, 1) * (len(_PART) - 1)
    x, y, z = (float(np.interp(place, np.arange(len(_PART)), _PART[:, i])) for i in range(3))
    return x, y, z


def _root_for(azimuth: float) -> tuple[float, float, float]:
    """Hair of the sides grows from the front of the part, hair of the back from the crown."""
    return _on_part(((abs(azimuth) - 22) / 150) ** 0.9 if abs(azimuth) > 22 else 0.0)


class Bob:
    """Draws up the locks; the same seed gives the same head of hair."""

    def __init__(self, hair: Hair) -> None:
        self._hair = hair
        self._random = np.random.default_rng(hair.seed)

    def locks(self) -> list[Lock]:
        """All locks, inner ones first."""
        return [*self._under(), *self._main(), *self._layers(), *self._face_locks(), *self._bangs(), *self._wisps()]

    def _vary(self, spread: float) -> float:
        return float(self._random.uniform(-spread, spread))

    def _column(self) -> int:
        return int(self._random.integers(16))

    def _tip(self, height: float) -> float:
        """Heights of tips stretch with the length of the cut."""
        return 8.0 - (8.0 - height) * self._hair.length

    def _under(self) -> list[Lock]:
        out = []
        for azimuth in np.linspace(62, 298, 15):
            a = float(azimuth if azimuth <= 180 else azimuth - 360)
            tip = self._tip(-1.2 + self._vary(0.4))
            out.append(Lock(_root_for(a), (a, 12.5), ((a, 8.0, -0.1), (a, 4.0, -0.3), (a, tip * 0.5 + 0.6, -0.5), (a, tip, -0.9)),
                            0.55, 2.1, 0.4, rows=10, column=self._column(), taper=1.7, root_width=0.3))
        return out

    def _main(self) -> list[Lock]:
        out = []
        for number, azimuth in enumerate(np.arange(52, 309, 10.6)):
            a = float(azimuth if azimuth <= 180 else azimuth - 360) + self._vary(2.0)
            tip = self._tip(-2.7 + self._vary(0.8))
            flick = 1.1 if number % 4 == 1 else -0.5 + self._vary(0.3)
            drift = self._vary(5.0)
            out.append(Lock(_root_for(a), (a, 12.8 + self._vary(0.6)),
                            ((a, 8.2, 0.10), (a + drift * 0.4, 4.2, 0.15), (a + drift * 0.7, tip * 0.55 + 1.2, 0.05), (a + drift, tip, flick)),
                            1.15 + self._vary(0.22), 1.45 + self._vary(0.25), 0.62, 0.24 * self._hair.wave, self._vary(3.0), 1.3, 15, self._column(), 1.25))
        return out

    def _layers(self) -> list[Lock]:
        out = []
        for number, azimuth in enumerate(np.arange(58, 303, 15.3)):
            a = float(azimuth if azimuth <= 180 else azimuth - 360) + self._vary(4.0)
            tip = self._tip(2.2 + self._vary(1.8))
            drift = self._vary(9.0)
            flick = 0.75 if number % 3 == 0 else -0.1
            out.append(Lock(_root_for(a + self._vary(6)), (a, 13.5 + self._vary(0.8)),
                            ((a + drift * 0.2, 9.4, 0.12), (a + drift * 0.6, tip * 0.5 + 4.2, 0.18), (a + drift, tip, flick)),
                            1.62 + self._vary(0.15), 0.95 + self._vary(0.3), 0.45, 0.28 * self._hair.wave, self._vary(3.0), 1.4, 14, self._column(), 1.0))
        return out

    def _face_locks(self) -> list[Lock]:
        out = []
        for side in (1, -1):
            for a, tip, width, curl, lift in ((64, -1.8, 1.15, -0.3, 1.3), (56, 0.3, 0.95, 0.5, 1.45), (50, 2.6, 0.62, -0.2, 1.35), (60, -2.6, 0.5, 1.1, 1.6)):
                a, end = side * (a + self._vary(1.5)), self._tip(tip + self._vary(0.4))
                out.append(Lock(_on_part(0.10), (a, 13.6), ((a + side * 2, 9.6, 0.05), (a, 5.8, 0.10), (a - side * 3, end * 0.5 + 2.0, 0.0), (a - side * 1, end, curl)),
                                lift, width, 0.5, 0.24 * self._hair.wave, 0.6 * side, 1.1, 15, self._column(), 1.1))
        return out

    def _bangs(self) -> list[Lock]:
        """Her right side carries the long sweep, her left the short one."""
        shapes = (  # leave azimuth, leave height, tip azimuth, tip height, width, lift, root along the part
            (-14, 17.6, -27, 11.9, 0.80, 1.25, 0.00), (-22, 17.6, -36, 11.2, 1.00, 1.40, 0.02), (-31, 17.3, -45, 10.4, 1.10, 1.50, 0.05),
            (-40, 16.8, -52, 9.2, 1.15, 1.45, 0.08), (-49, 16.2, -58, 7.4, 1.10, 1.40, 0.12), (-8, 17.8, -14, 12.9, 0.52, 1.10, 0.00),
            (19, 17.6, 29, 12.0, 0.80, 1.25, 0.00), (28, 17.4, 39, 10.9, 1.00, 1.40, 0.02), (38, 16.9, 49, 9.6, 1.10, 1.45, 0.06), (48, 16.2, 57, 7.6, 1.05, 1.40, 0.11),
            (2, 17.9, -4, 13.2, 0.34, 1.0, 0.00), (-26, 17.4, -33, 10.6, 0.36, 1.7, 0.03), (33, 17.0, 42, 10.2, 0.34, 1.65, 0.04),
        )
        out = []
        for leave, high, end, low, width, lift, root in shapes:
            mid = leave + (end - leave) * 0.45
            out.append(Lock(_on_part(root), (leave, high), ((mid, high * 0.45 + low * 0.55, 0.02), (end, low, -0.25)),
                            lift, width, 0.42, 0.12 * self._hair.wave, 0.5 * np.sign(end), 1.0, 13, self._column(), 1.0, True))
        return out

    def _wisps(self) -> list[Lock]:
        out = []
        for a, high, tip, lift, flick in ((70, 14.0, 1.0, 1.95, 0.9), (-72, 14.0, 0.2, 2.0, 1.0), (115, 14.0, -2.0, 1.9, 1.2), (-128, 14.0, -2.4, 1.9, 1.3),
                                          (165, 13.0, -2.2, 1.8, 1.0), (-165, 13.0, -1.6, 1.8, 1.1)):
            end = self._tip(tip)
            out.append(Lock(_root_for(a), (a, high), ((a, 9.0, 0.2), (a + self._vary(6), end * 0.5 + 3.5, 0.3), (a + self._vary(8), end, flick)),
                            lift, 0.20, 0.14, 0.35 * self._hair.wave, self._vary(3), 1.5, 13, self._column(), 0.9, thin=True))
        for a, tip in ((-18, 12.4), (12, 12.6), (24, 11.6)):
            out.append(Lock(_on_part(0.0), (a, 17.6), ((a * 1.15, 15.2, 0.1), (a * 1.4, tip, 0.0)), 1.3, 0.15, 0.12, 0.15, 1.0, 1.0, 12, self._column(), 0.9, True, True))
        return out
