"""A wavy bob that ends between chin and collar, parted at her left, with long curtain bangs."""

from __future__ import annotations

import numpy as np

from avatars.forge.hair.clump import COLUMNS, INNER, Lock
from avatars.forge.parameters import Hair

_PART = np.array([(2.0, 19.9, 6.5), (1.9, 22.2, 3.6), (1.6, 23.3, 0.2), (1.1, 22.9, -3.2), (0.4, 21.0, -6.8)])
"""The part, from the forehead to the crown."""


def _on_part(share: float) -> tuple[float, float, float]:
    place = np.clip(share, 0, 1) * (len(_PART) - 1)
    x, y, z = (float(np.interp(place, np.arange(len(_PART)), _PART[:, i])) for i in range(3))
    return x, y, z


def _root_for(azimuth: float) -> tuple[float, float, float]:
    """Hair of the sides grows from the front of the part, hair of the back from the crown."""
    return _on_part(((abs(azimuth) - 42) / 135) ** 0.9 if abs(azimuth) > 42 else 0.0)


def _swell(azimuth: float) -> float:
    """Neighbouring locks wave together: the phase drifts slowly around the head."""
    return 1.3 * float(np.sin(np.radians(2.0 * azimuth + 40)))


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
        return int(self._random.integers(COLUMNS - INNER))

    def _tip(self, height: float) -> float:
        """Heights of tips stretch with the length of the cut."""
        return 8.0 - (8.0 - height) * self._hair.length

    def _around(self, start: float, step: float) -> list[float]:
        """Azimuths from her left cheek around the back to her right one, 180 to -180."""
        return [float(a if a <= 180 else a - 360) for a in np.arange(start, 360.5 - start, step)]

    def _under(self) -> list[Lock]:
        out = []
        for number, a in enumerate(self._around(60, 15.0)):
            tip = self._tip(-1.7 + self._vary(0.9))
            out.append(Lock(_root_for(a), (a, 12.5), ((a, 8.0, -0.1), (a, 4.0, -0.2), (a, tip * 0.5 + 0.6, -0.3), (a + self._vary(6), tip, -0.5)),
                            0.60, 1.9, 0.5, rows=12, column=COLUMNS - INNER + number % INNER, taper=1.3, root_width=0.3, thin=True))
        return out

    def _main(self) -> list[Lock]:
        out = []
        for number, around in enumerate(self._around(54, 12.0)):
            a = around + self._vary(2.0)
            tip = self._tip(-2.7 + self._vary(0.5))
            flick = 2.6 if number % 6 == 2 else 0.35 + self._vary(0.35)
            drift = self._vary(6.0) + (8.0 if number % 6 == 2 else 0.0)
            out.append(Lock(_root_for(a), (a, 12.8 + self._vary(0.6)),
                            ((a, 8.2, 0.05), (a + drift * 0.2, 4.2, 0.10), (a + drift * 0.5, 1.2, 0.0), (a + drift * 0.8, tip * 0.6, 0.0), (a + drift * 1.1, tip, flick)),
                            1.12 + self._vary(0.12), 1.75 + self._vary(0.25), 0.95, 0.46 * self._hair.wave, _swell(a) + self._vary(0.4), 1.3, 24, self._column()))
        return out

    def _layers(self) -> list[Lock]:
        out = []
        for number, around in enumerate(self._around(62, 18.2)):
            a = around + self._vary(4.0)
            tip = self._tip(0.4 + self._vary(1.4))
            drift = self._vary(8.0)
            flick = (1.5, 0.2, 0.1)[number % 3]
            out.append(Lock(_root_for(a + self._vary(6)), (a, 13.6 + self._vary(0.8)),
                            ((a + drift * 0.2, 9.4, 0.10), (a + drift * 0.6, tip * 0.5 + 4.2, 0.05), (a + drift * 0.9, tip + 1.6, 0.05), (a + drift * 1.1, tip, flick - 0.3)),
                            1.50 + self._vary(0.10), 1.30 + self._vary(0.25), 0.70, 0.50 * self._hair.wave, _swell(a) + 0.8 + self._vary(0.5), 1.3, 22, self._column(), 0.95))
        return out

    def _face_locks(self) -> list[Lock]:
        out = []
        for side in (1, -1):
            for a, tip, width, curl, lift, inward in ((66, -2.2, 1.40, 0.4, 1.10, 5), (60, 0.0, 1.10, 0.6, 1.25, 8), (54, 2.4, 0.80, 0.7, 1.15, 11), (62, -2.6, 0.70, 2.4, 1.40, -4)):
                a, end = side * (a + self._vary(1.5)), self._tip(tip + self._vary(0.4))
                out.append(Lock(_on_part(0.10), (a, 13.6), ((a + side * 3, 9.6, 0.05), (a + side * 1, 6.2, 0.12), (a - side * inward, end * 0.5 + 2.0, -0.25), (a - side * inward * 0.5, end, curl)),
                                lift, width, 0.6, 0.26 * self._hair.wave, 0.6 * side, 1.2, 22, self._column()))
        return out

    def _bangs(self) -> list[Lock]:
        """Her right side carries the long sweep, her left the short one."""
        shapes = (  # leave azimuth, leave height, tip azimuth, tip height, width, lift, root along the part
            (-13, 17.4, -33, 11.4, 1.00, 1.05, 0.00), (-23, 17.4, -46, 9.9, 1.30, 1.25, 0.02), (-33, 17.0, -57, 7.4, 1.40, 1.40, 0.05),
            (-43, 16.4, -64, 4.6, 1.40, 1.35, 0.09), (-5, 17.6, -19, 12.5, 0.55, 0.95, 0.00),
            (20, 17.4, 34, 11.3, 0.95, 1.10, 0.00), (31, 17.2, 49, 9.2, 1.25, 1.30, 0.03), (42, 16.5, 61, 5.8, 1.35, 1.35, 0.08),
            (4, 17.8, -1, 13.4, 0.42, 0.90, 0.00), (-28, 17.2, -47, 8.4, 0.45, 1.60, 0.03), (36, 16.9, 53, 7.4, 0.42, 1.55, 0.04),
        )
        out = []
        for leave, high, end, low, width, lift, root in shapes:
            mid = leave + (end - leave) * 0.45
            curl = 0.15 if abs(end) > 40 else -0.15
            out.append(Lock(_on_part(root), (leave, high), ((mid, high * 0.52 + low * 0.48, 0.05), (end, low, curl)),
                            lift, width, 0.50, 0.14 * self._hair.wave, 0.5 * float(np.sign(end)), 1.0, 18, self._column(), 0.75, True))
        return out

    def _wisps(self) -> list[Lock]:
        out = []
        for a, high, tip, lift, flick in ((72, 14.0, 0.0, 1.7, 1.6), (-74, 14.0, -0.6, 1.7, 1.7), (118, 14.0, -2.0, 1.6, 1.6), (-130, 14.0, -2.2, 1.6, 1.7), (170, 13.0, -2.0, 1.6, 1.5)):
            end = self._tip(tip)
            out.append(Lock(_root_for(a), (a, high), ((a, 9.0, 0.2), (a + self._vary(6), end * 0.5 + 3.5, 0.2), (a + self._vary(8), end, flick)),
                            lift, 0.32, 0.20, 0.45 * self._hair.wave, self._vary(3), 1.5, 16, self._column(), 0.7, thin=True))
        return out
