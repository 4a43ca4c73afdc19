"""A wavy bob that ends between chin and collar, parted at her left, with long curtain bangs."""

from __future__ import annotations

import numpy as np

from avatars.forge.hair.clump import COLUMNS, INNER, Lock
from avatars.forge.parameters import Hair

_PART = np.array([(2.0, 19.9, 6.5), (1.9, 22.2, 3.6), (1.6, 23.3, 0.2), (1.1, 22.9, -3.2), (0.4, 21.0, -6.8)])
"""The part, from the forehead to the crown."""

_EAR = 110.0
"""Her left side is tucked behind the ear: nothing hangs freely before this azimuth."""


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
        return [*self._under(), *self._main(), *self._tucked(), *self._layers(), *self._face_locks(), *self._bangs(), *self._wisps()]

    def _vary(self, spread: float) -> float:
        return float(self._random.uniform(-spread, spread))

    def _column(self, strands: int = 1) -> int:
        return int(self._random.integers(COLUMNS - INNER - strands + 1))

    def _tip(self, height: float) -> float:
        """Heights of tips stretch with the length of the cut."""
        return 8.0 - (8.0 - height) * self._hair.length

    def _around(self, start: float, step: float) -> list[float]:
        """Azimuths from her left cheek around the back to her right one, 180 to -180."""
        return [float(a if a <= 180 else a - 360) for a in np.arange(start, 360.5 - start, step)]

    def _under(self) -> list[Lock]:
        out = []
        for number, a in enumerate(self._around(62, 14.8)):
            if 0 < a < _EAR:
                continue
            tip = self._tip(-1.3 + self._vary(0.4))
            out.append(Lock(_root_for(a), (a, 12.5), ((a, 8.0, -0.1), (a, 4.0, -0.2), (a, tip * 0.5 + 0.6, -0.4), (a + self._vary(6), tip, -0.8)),
                            0.60, 1.9, 0.5, rows=12, column=COLUMNS - INNER + number % INNER, taper_from=0.5, root_width=0.3, thin=True))
        return out

    def _main(self) -> list[Lock]:
        """The broad locks that make the shape: they curl under, every third one flicks out."""
        out = []
        for number, around in enumerate(self._around(58, 20.2)):
            a = around + self._vary(2.5)
            if 0 < a < _EAR:
                continue
            tip = self._tip(-2.9 + self._vary(0.5))
            out_flick = number % 3 == 1
            drift = (9.0 if out_flick else -5.0) * float(np.sign(a)) + self._vary(4.0)
            end = 2.4 if out_flick else 0.5
            out.append(Lock(_root_for(a), (a, 12.8 + self._vary(0.5)),
                            ((a, 8.2, 0.05), (a + drift * 0.2, 4.2, 0.12), (a + drift * 0.5, 1.4, 0.05), (a + drift * 0.8, tip * 0.55, 0.0), (a + drift * 1.2, tip, end)),
                            0.66 + self._vary(0.08), 2.55 + self._vary(0.25), 1.15, 0.50 * self._hair.wave, _swell(a), 1.25, 30, self._column(3), strands=3))
        return out

    def _tucked(self) -> list[Lock]:
        """Her left side goes back over the ear and comes forward again below it."""
        out = []
        for root, leave, high, lift, tip_azimuth, tip, width in ((0.10, 66, 15.9, 0.55, 97, -1.6, 1.5), (0.20, 76, 15.6, 0.70, 88, -2.5, 1.7),
                                                                (0.30, 88, 15.2, 0.85, 104, -2.9, 1.9), (0.44, 102, 14.4, 0.95, 116, -2.6, 2.1)):
            behind = max(112.0, leave + 12.0)
            out.append(Lock(_on_part(root), (leave, high),
                            (((leave + behind) / 2, 12.9, 0.0), (behind, 9.8, 0.05), (behind + 1, 6.0, 0.10), ((behind + tip_azimuth) / 2, 2.4, 0.15), (tip_azimuth, self._tip(tip), 0.7)),
                            lift, width, 0.85, 0.25 * self._hair.wave, 1.2, 1.0, 30, self._column(2), 0.45, 2))
        return out

    def _layers(self) -> list[Lock]:
        """Shorter locks over the gaps of the main ones."""
        out = []
        for number, around in enumerate(self._around(68, 20.4)):
            a = around + self._vary(3.0)
            if 0 < a < _EAR:
                continue
            tip = self._tip((0.6, -1.4)[number % 2] + self._vary(0.8))
            out_flick = number % 4 == 2
            drift = (-7.0 if number % 2 else 6.0) + self._vary(3.0)
            out.append(Lock(_root_for(a + self._vary(6)), (a, 13.4 + self._vary(0.6)),
                            ((a + drift * 0.2, 9.2, 0.10), (a + drift * 0.6, tip * 0.5 + 4.2, 0.10), (a + drift, tip + 1.7, 0.05), (a + drift * 1.3, tip, 1.5 if out_flick else 0.1)),
                            1.02 + self._vary(0.08), 1.55 + self._vary(0.25), 0.80, 0.55 * self._hair.wave, _swell(a) + 0.9, 1.3, 26, self._column(2), 0.25, 2))
        return out

    def _face_locks(self) -> list[Lock]:
        out = []
        for side in (1, -1):
            shapes = ((57, 0.6, 0.80, 0.5, 0.95, 5, 1), (62, 3.4, 0.50, 0.3, 0.80, 3, 1)) if side > 0 else ((66, -2.4, 1.75, 0.3, 0.80, 4, 2), (59, -0.2, 1.20, 0.5, 0.90, 8, 2), (53, 3.0, 0.70, 0.3, 0.80, 3, 1), (61, -2.4, 0.55, 2.2, 1.10, -6, 1))
            for a, tip, width, curl, lift, inward, strands in shapes:
                a, end = side * (a + self._vary(1.5)), self._tip(tip + self._vary(0.4))
                out.append(Lock(_on_part(0.10), (a, 13.6), ((a + side * 3, 9.6, 0.05), (a + side * 1, 6.2, 0.12), (a - side * inward, end * 0.5 + 2.0, -0.1), (a - side * inward * 0.6, end, curl)),
                                lift, width, 0.75, 0.34 * self._hair.wave, 0.6 * side, 1.2, 26, self._column(strands), 0.25, strands))
        return out

    def _bangs(self) -> list[Lock]:
        """Her right side carries the long sweep, her left the short one."""
        shapes = (  # leave azimuth, leave height, tip azimuth, tip height, width, lift, root along the part, strands
            (-15, 17.4, -35, 11.0, 1.25, 1.05, 0.00, 2), (-27, 17.2, -51, 8.6, 1.65, 1.25, 0.02, 2), (-40, 16.6, -62, 5.0, 1.75, 1.35, 0.07, 2),
            (-5, 17.6, -18, 12.6, 0.60, 0.95, 0.00, 1),
            (22, 17.4, 37, 10.8, 1.20, 1.10, 0.00, 2), (36, 16.9, 57, 7.4, 1.65, 1.30, 0.05, 2),
            (4, 17.8, -1, 13.6, 0.42, 0.90, 0.00, 1), (-22, 17.2, -43, 9.8, 0.42, 1.55, 0.03, 1), (30, 16.9, 47, 9.0, 0.42, 1.50, 0.04, 1),
        )
        out = []
        for leave, high, end, low, width, lift, root, strands in shapes:
            mid = leave + (end - leave) * 0.45
            curl = 0.15 if abs(end) > 40 else -0.15
            out.append(Lock(_on_part(root), (leave, high), ((mid, high * 0.52 + low * 0.48, 0.05), (end, low, curl)),
                            lift, width, 0.60, 0.16 * self._hair.wave, 0.5 * float(np.sign(end)), 1.0, 22, self._column(strands), 0.10, strands, True))
        return out

    def _wisps(self) -> list[Lock]:
        out = []
        for a, high, tip, lift, flick in ((118, 14.0, -1.8, 1.6, 1.6), (-130, 14.0, -2.0, 1.6, 1.7)):
            end = self._tip(tip)
            out.append(Lock(_root_for(a), (a, high), ((a, 9.0, 0.2), (a + self._vary(6), end * 0.5 + 3.5, 0.2), (a + self._vary(8), end, flick)),
                            lift, 0.36, 0.24, 0.5 * self._hair.wave, self._vary(3), 1.5, 18, self._column(), 0.1, thin=True))
        return out
