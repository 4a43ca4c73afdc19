"""The shape of a bare foot, as a distance field: what stockings and sandals take their ease from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from avatars.forge.sdf.fields import cone, ellipsoid, smax, smin, union

if TYPE_CHECKING:
    from avatars.forge.sdf.fields import Doubles, Field

_TOES = (
    # root x and z, tip x and z, radius at the root, at the tip; the big toe first, which is the inner one
    (0.0850, 0.096, 0.0870, 0.1345, 0.0120, 0.0105),
    (0.0985, 0.100, 0.1000, 0.1350, 0.0090, 0.0076),
    (0.1105, 0.097, 0.1115, 0.1290, 0.0086, 0.0072),
    (0.1215, 0.091, 0.1215, 0.1200, 0.0082, 0.0068),
    (0.1310, 0.083, 0.1300, 0.1085, 0.0078, 0.0064),
)


def foot() -> Field:
    """The left foot with the ankle: a plain adult foot that stands on the ground."""
    solid = union(
        0.020,
        cone((0.0980, 0.027, -0.0480), (0.0985, 0.066, -0.0400), 0.0255, 0.0245),
        cone((0.0980, 0.050, -0.0300), (0.0980, 0.110, -0.0240), 0.0280, 0.0270),
        cone((0.0990, 0.052, -0.0060), (0.1030, 0.022, 0.0720), 0.0270, 0.0165),
        cone((0.0990, 0.022, -0.0300), (0.1050, 0.016, 0.0700), 0.0235, 0.0160),
        ellipsoid((0.1060, 0.0160, 0.0800), (0.0355, 0.0150, 0.0330)),
    )
    toes = [cone((x, 0.0125, z), (ex, 0.0090, ez), a, b) for x, z, ex, ez, a, b in _TOES]

    def field(points: Doubles) -> Doubles:
        d = solid(points)
        for toe in toes:
            d = smin(d, toe(points), 0.0050)
        return smax(d, 0.0012 - points[:, 1], 0.006)

    return field
