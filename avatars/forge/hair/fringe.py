"""The hair over the forehead as tables, and the locks and chains they become. Azimuths in degrees, heights and widths in cm."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from avatars.forge.hair.cut import Comb
from avatars.forge.hair.growth import combed, hanging
from avatars.forge.hair.lock import Lock
from avatars.forge.hair.parting import Parting
from avatars.forge.hair.rig import BANGS, Chain
from avatars.forge.hair.scalp import Scalp


class Bang(NamedTuple):
    """A lock of the fringe: where it leaves the skull, its belly, its tip (azimuth, height), and how it is drawn."""

    leave: tuple[float, float]
    belly: tuple[float, float]
    tip: tuple[float, float]
    width: float
    lift: float
    root: float
    section: str


CURTAIN = (
    # curtains: long, from the parting out over the temples
    Bang((30, 18.2), (47, 13.2), (63, 6.4), 1.35, 1.75, 0.00, "broad"),
    Bang((42, 18.0), (60, 12.6), (72, 4.2), 1.55, 1.80, 0.06, "broad"),
    Bang((-22, 18.3), (-43, 13.6), (-61, 6.8), 1.45, 1.80, 0.00, "broad"),
    Bang((-37, 18.0), (-57, 12.8), (-71, 4.4), 1.60, 1.85, 0.05, "broad"),
    Bang((26, 18.2), (37, 14.2), (49, 9.6), 0.75, 1.80, 0.00, "lens"),
    Bang((-14, 18.4), (-32, 14.4), (-47, 10.0), 0.85, 1.85, 0.00, "lens"),
    # the see-through fringe between them
    Bang((17, 18.5), (21, 15.4), (27, 12.2), 0.62, 1.45, 0.00, "lens"),
    Bang((9, 18.6), (9, 15.4), (6, 12.5), 0.52, 1.40, 0.00, "lens"),
    Bang((3, 18.6), (-3, 15.2), (-8, 12.0), 0.66, 1.42, 0.00, "lens"),
    Bang((-5, 18.6), (-14, 15.2), (-19, 12.3), 0.50, 1.45, 0.00, "lens"),
    Bang((-10, 18.5), (-22, 15.2), (-31, 12.0), 0.66, 1.55, 0.00, "lens"),
    Bang((13, 18.5), (15, 15.6), (17, 13.1), 0.22, 1.55, 0.00, "thin"),
    Bang((0, 18.6), (-8, 15.4), (-14, 12.9), 0.22, 1.55, 0.00, "thin"),
)

LONG_CURTAIN = (
    Bang((24, 18.3), (42, 13.4), (64, 4.6), 1.40, 1.75, 0.00, "broad"),
    Bang((38, 18.0), (57, 12.8), (74, 1.6), 1.50, 1.80, 0.06, "broad"),
    Bang((-18, 18.3), (-40, 13.4), (-63, 4.8), 1.40, 1.75, 0.00, "broad"),
    Bang((-34, 18.0), (-55, 12.8), (-74, 1.8), 1.50, 1.80, 0.06, "broad"),
    Bang((17, 18.4), (33, 14.6), (50, 8.4), 0.85, 1.80, 0.00, "lens"),
    Bang((-11, 18.4), (-31, 14.6), (-49, 8.6), 0.85, 1.80, 0.00, "lens"),
    Bang((12, 18.5), (24, 15.2), (33, 11.9), 0.45, 1.60, 0.00, "lens"),
    Bang((-6, 18.5), (-22, 15.2), (-32, 11.8), 0.45, 1.60, 0.00, "lens"),
    Bang((-1, 18.6), (-12, 15.6), (-20, 12.9), 0.22, 1.50, 0.00, "thin"),
)

AIRY = (
    Bang((24, 18.4), (38, 14.6), (52, 9.0), 0.80, 1.20, 0.00, "lens"),
    Bang((17, 18.5), (28, 15.0), (38, 11.7), 0.70, 1.30, 0.00, "lens"),
    Bang((11, 18.6), (17, 15.3), (23, 12.1), 0.62, 1.45, 0.00, "lens"),
    Bang((5, 18.6), (6, 15.4), (8, 12.3), 0.60, 1.40, 0.00, "lens"),
    Bang((-2, 18.6), (-5, 15.3), (-8, 12.1), 0.66, 1.42, 0.00, "lens"),
    Bang((-8, 18.6), (-15, 15.3), (-22, 12.2), 0.60, 1.45, 0.00, "lens"),
    Bang((-14, 18.5), (-26, 15.0), (-37, 11.7), 0.72, 1.30, 0.00, "lens"),
    Bang((-21, 18.4), (-36, 14.6), (-51, 9.2), 0.80, 1.20, 0.00, "lens"),
    Bang((8, 18.6), (10, 15.6), (14, 13.0), 0.22, 1.55, 0.00, "thin"),
    Bang((-6, 18.6), (-9, 15.6), (-14, 12.9), 0.22, 1.55, 0.00, "thin"),
)

SIDE_SOFT = (
    Bang((28, 18.3), (44, 14.0), (60, 8.0), 1.05, 1.55, 0.00, "broad"),
    Bang((20, 18.4), (35, 14.6), (48, 10.4), 0.80, 1.55, 0.00, "lens"),
    Bang((-6, 18.5), (-26, 15.0), (-44, 11.0), 1.10, 1.60, 0.00, "broad"),
    Bang((-16, 18.4), (-38, 14.2), (-58, 8.2), 1.15, 1.65, 0.00, "broad"),
    Bang((4, 18.6), (-12, 15.6), (-28, 12.2), 0.75, 1.50, 0.00, "lens"),
    Bang((12, 18.6), (12, 15.8), (10, 13.2), 0.26, 1.45, 0.00, "thin"),
)
SWEPT = (
    Bang((30, 18.3), (44, 14.2), (58, 9.6), 1.10, 1.55, 0.00, "broad"),
    Bang((21, 18.4), (33, 14.8), (45, 11.2), 0.85, 1.50, 0.00, "lens"),
    Bang((12, 18.5), (2, 15.4), (-14, 12.3), 0.95, 1.60, 0.00, "broad"),
    Bang((4, 18.5), (-12, 15.2), (-30, 11.9), 1.05, 1.65, 0.00, "broad"),
    Bang((-6, 18.5), (-25, 14.8), (-46, 10.6), 1.15, 1.70, 0.00, "broad"),
    Bang((-18, 18.4), (-39, 14.2), (-59, 8.8), 1.20, 1.70, 0.03, "broad"),
    Bang((-30, 18.2), (-50, 13.8), (-66, 7.4), 1.10, 1.65, 0.06, "broad"),
    Bang((16, 18.5), (12, 15.6), (2, 12.9), 0.50, 1.55, 0.00, "lens"),
    Bang((-2, 18.5), (-20, 15.4), (-37, 11.6), 0.30, 1.85, 0.00, "thin"),
)
LOOSE = (
    Bang((12, 18.6), (16, 16.0), (19, 12.9), 0.42, 1.9, 0.0, "lens"),
    Bang((-10, 18.6), (-17, 16.0), (-24, 12.6), 0.50, 1.9, 0.0, "lens"),
    Bang((-14, 18.6), (-24, 15.8), (-31, 12.0), 0.22, 1.9, 0.0, "thin"),
)


def fringe(comb: Comb, table: Sequence[Bang], parting: Parting, top: float = 1.45) -> list[Lock]:
    """The locks of a table."""
    out = []
    for bang in table:
        free = ((*bang.belly, bang.lift * 0.80), (*bang.tip, 0.80 if abs(bang.tip[0]) < 40 else bang.lift + 0.25))
        strands = 2 if bang.section == "broad" else 1
        out.append(combed(
            comb.scalp, parting.at(bang.root), (*bang.leave, bang.lift), free, bang.width, top=top, buried=1.0, thickness=0.42,
            section=bang.section, rows=12, column=comb.column(strands), strands=strands, group="bangs",
            wave=0.10 * comb.hair.wave, phase=comb.vary(0.6), turns=0.8, taper_from=0.25, taper=2.8, root_width=0.5, tip=0.06,
        ))
    return out


def fringe_chains(scalp: Scalp, azimuths: Sequence[float] = (46, 3, -42)) -> list[Chain]:
    """What they swing on."""
    return [
        hanging(scalp, f"bang_{i}", a, (17.6, 14.8, 11.8), 1.2, BANGS, "bangs") for i, a in enumerate(azimuths)
    ]
