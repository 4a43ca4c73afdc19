"""A wavy bob that ends between chin and collar, parted and tucked behind the ear at her left, with long curtain bangs."""

from __future__ import annotations

import numpy as np

from avatars.forge.hair.clump import COLUMNS, INNER, Lock
from avatars.forge.hair.fringe import BANGS, BESIDE_LEFT, BESIDE_RIGHT, TUCKED
from avatars.forge.hair.parting import EAR, on_part, root_for, swell
from avatars.forge.parameters import Hair


class Bob:
    """Draws up the locks; the same seed gives the same head of hair."""

    def __init__(self, hair: Hair) -> None:
        self._hair = hair
        self._random = np.random.default_rng(hair.seed)

    def locks(self) -> list[Lock]:
        """All locks, inner ones first."""
        return [
            *self._under(),
            *self._main(),
            *self._tucked(),
            *self._layers(),
            *self._beside(),
            *self._bangs(),
            *self._wisps(),
        ]

    def _vary(self, spread: float) -> float:
        return float(self._random.uniform(-spread, spread))

    def _column(self, strands: int = 1) -> int:
        return int(self._random.integers(COLUMNS - INNER - strands + 1))

    def _tip(self, height: float) -> float:
        """Heights of tips stretch with the length of the cut."""
        return 8.0 - (8.0 - height) * self._hair.length

    def _around(self, start: float, step: float, spread: float = 0.0) -> list[tuple[int, float]]:
        """Numbered azimuths from behind her left ear around the back to her right cheek, 180 to -180."""
        turn = (float(a if a <= 180 else a - 360) + self._vary(spread) for a in np.arange(start, 360.5 - start, step))
        return [(number, a) for number, a in enumerate(turn) if not 0 < a < EAR]

    def _under(self) -> list[Lock]:
        """Dark hair below the rest, so that no gap shows the neck."""
        out = []
        for number, a in self._around(62, 14.8):
            tip = self._tip(-1.3 + self._vary(0.4))
            free = ((a, 8.0, -0.1), (a, 4.0, -0.2), (a, tip * 0.5 + 0.6, -0.4), (a + self._vary(6), tip, -0.8))
            column = COLUMNS - INNER + number % INNER
            out.append(
                Lock(
                    root_for(a),
                    (a, 12.5),
                    free,
                    lift=0.60,
                    width=1.9,
                    thickness=0.5,
                    rows=12,
                    column=column,
                    taper_from=0.5,
                    root_width=0.3,
                    thin=True,
                )
            )
        return out

    def _main(self) -> list[Lock]:
        """The broad locks that make the shape: they curl under, every third one flicks out."""
        out = []
        for number, a in self._around(58, 20.2, 2.5):
            tip = self._tip(-2.9 + self._vary(0.5))
            flicks = number % 3 == 1
            drift = (9.0 if flicks else -5.0) * float(np.sign(a)) + self._vary(4.0)
            free = (
                (a, 8.2, 0.05),
                (a + drift * 0.2, 4.2, 0.12),
                (a + drift * 0.5, 1.4, 0.05),
                (a + drift * 0.8, tip * 0.55, 0.0),
                (a + drift * 1.2, tip, 2.4 if flicks else 0.5),
            )
            out.append(
                Lock(
                    root_for(a),
                    (a, 12.8 + self._vary(0.5)),
                    free,
                    lift=0.66 + self._vary(0.08),
                    width=2.55 + self._vary(0.25),
                    thickness=1.15,
                    wave=0.50 * self._hair.wave,
                    phase=swell(a),
                    turns=1.25,
                    rows=30,
                    column=self._column(3),
                    strands=3,
                )
            )
        return out

    def _tucked(self) -> list[Lock]:
        out = []
        for tuck in TUCKED:
            behind = max(EAR + 2.0, tuck.leave + 12.0)
            free = (
                ((tuck.leave + behind) / 2, 12.9, 0.0),
                (behind, 9.8, 0.05),
                (behind + 1, 6.0, 0.10),
                ((behind + tuck.end) / 2, 2.4, 0.15),
                (tuck.end, self._tip(tuck.tip), 0.7),
            )
            out.append(
                Lock(
                    on_part(tuck.root),
                    (tuck.leave, tuck.high),
                    free,
                    lift=tuck.lift,
                    width=tuck.width,
                    thickness=0.85,
                    wave=0.25 * self._hair.wave,
                    phase=1.2,
                    turns=1.0,
                    rows=30,
                    column=self._column(2),
                    taper_from=0.45,
                    strands=2,
                )
            )
        return out

    def _layers(self) -> list[Lock]:
        """Shorter locks over the gaps of the main ones."""
        out = []
        for number, a in self._around(68, 20.4, 3.0):
            tip = self._tip((0.6, -1.4)[number % 2] + self._vary(0.8))
            drift = (-7.0 if number % 2 else 6.0) + self._vary(3.0)
            free = (
                (a + drift * 0.2, 9.2, 0.10),
                (a + drift * 0.6, tip * 0.5 + 4.2, 0.10),
                (a + drift, tip + 1.7, 0.05),
                (a + drift * 1.3, tip, 1.5 if number % 4 == 2 else 0.1),
            )
            out.append(
                Lock(
                    root_for(a + self._vary(6)),
                    (a, 13.4 + self._vary(0.6)),
                    free,
                    lift=1.02 + self._vary(0.08),
                    width=1.55 + self._vary(0.25),
                    thickness=0.80,
                    wave=0.55 * self._hair.wave,
                    phase=swell(a) + 0.9,
                    turns=1.3,
                    rows=26,
                    column=self._column(2),
                    taper_from=0.25,
                    strands=2,
                )
            )
        return out

    def _beside(self) -> list[Lock]:
        """What frames the cheeks."""
        out = []
        for side, lock in [(1, lock) for lock in BESIDE_LEFT] + [(-1, lock) for lock in BESIDE_RIGHT]:
            a, end = side * (lock.azimuth + self._vary(1.5)), self._tip(lock.tip + self._vary(0.4))
            free = (
                (a + side * 3, 9.6, 0.05),
                (a + side, 6.2, 0.12),
                (a - side * lock.inward, end * 0.5 + 2.0, -0.1),
                (a - side * lock.inward * 0.6, end, lock.curl),
            )
            out.append(
                Lock(
                    on_part(0.10),
                    (a, 13.6),
                    free,
                    lift=lock.lift,
                    width=lock.width,
                    thickness=0.75,
                    wave=0.34 * self._hair.wave,
                    phase=0.6 * side,
                    turns=1.2,
                    rows=26,
                    column=self._column(lock.strands),
                    taper_from=0.25,
                    strands=lock.strands,
                )
            )
        return out

    def _bangs(self) -> list[Lock]:
        out = []
        for sweep in BANGS:
            middle = sweep.leave + (sweep.end - sweep.leave) * 0.45
            curl = 0.15 if abs(sweep.end) > 40 else -0.15
            free = ((middle, sweep.high * 0.52 + sweep.low * 0.48, 0.05), (sweep.end, sweep.low, curl))
            out.append(
                Lock(
                    on_part(sweep.root),
                    (sweep.leave, sweep.high),
                    free,
                    lift=sweep.lift,
                    width=sweep.width,
                    thickness=0.60,
                    wave=0.16 * min(1.0, sweep.width) * self._hair.wave,
                    phase=0.5 * float(np.sign(sweep.end)),
                    turns=1.0,
                    rows=22,
                    column=self._column(sweep.strands),
                    taper_from=0.10,
                    strands=sweep.strands,
                    bang=True,
                )
            )
        return out

    def _wisps(self) -> list[Lock]:
        """Thin strands that escaped."""
        out = []
        for a, height, flick in ((118.0, -1.8, 1.6), (-130.0, -2.0, 1.7)):
            end = self._tip(height)
            free = ((a, 9.0, 0.2), (a + self._vary(6), end * 0.5 + 3.5, 0.2), (a + self._vary(8), end, flick))
            out.append(
                Lock(
                    root_for(a),
                    (a, 14.0),
                    free,
                    lift=1.6,
                    width=0.36,
                    thickness=0.24,
                    wave=0.5 * self._hair.wave,
                    phase=self._vary(3),
                    turns=1.5,
                    rows=18,
                    column=self._column(),
                    taper_from=0.1,
                    thin=True,
                )
            )
        return out
