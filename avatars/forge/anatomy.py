"""The shape of her body without clothes, as distance fields. Garments take their ease from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.sdf.fields import Field, cone, ellipsoid, loft, mirror, smin, union
from avatars.forge.skeleton import FINGERS, Finger

if TYPE_CHECKING:
    from avatars.forge.sdf.fields import Doubles

TORSO = (
    # y, half-width, half-depth, centre x, centre z
    (0.77, 0.026, 0.026, 0.0, -0.006),
    (0.80, 0.072, 0.054, 0.0, -0.006),
    (0.84, 0.134, 0.085, 0.0, -0.008),
    (0.89, 0.150, 0.100, 0.0, -0.010),
    (0.94, 0.144, 0.097, 0.0, -0.006),
    (1.00, 0.130, 0.084, 0.0, 0.000),
    (1.05, 0.117, 0.077, 0.0, 0.004),
    (1.10, 0.122, 0.080, 0.0, 0.002),
    (1.16, 0.137, 0.090, 0.0, -0.004),
    (1.21, 0.145, 0.092, 0.0, -0.010),
    (1.255, 0.142, 0.080, 0.0, -0.016),
    (1.29, 0.118, 0.062, 0.0, -0.022),
    (1.33, 0.050, 0.046, 0.0, -0.028),
)
LEG = (
    # y, half-width, half-depth, centre x, centre z
    (0.060, 0.031, 0.034, 0.098, -0.024),
    (0.120, 0.0285, 0.031, 0.098, -0.022),
    (0.220, 0.037, 0.041, 0.097, -0.020),
    (0.310, 0.046, 0.051, 0.096, -0.020),
    (0.390, 0.046, 0.049, 0.095, -0.012),
    (0.460, 0.045, 0.047, 0.094, 0.000),
    (0.520, 0.050, 0.053, 0.093, 0.002),
    (0.620, 0.062, 0.067, 0.091, 0.001),
    (0.750, 0.0730, 0.079, 0.083, -0.002),
    (0.860, 0.0710, 0.084, 0.080, -0.008),
    (0.900, 0.0600, 0.074, 0.078, -0.010),
)
ARM = (
    # x, half-height, half-depth, centre y, centre z
    (0.100, 0.0405, 0.045, 1.2785, -0.020),
    (0.140, 0.0425, 0.046, 1.2790, -0.020),
    (0.200, 0.0415, 0.043, 1.2825, -0.020),
    (0.280, 0.039, 0.039, 1.285, -0.020),
    (0.360, 0.0345, 0.036, 1.285, -0.020),
    (0.410, 0.0345, 0.0375, 1.285, -0.020),
    (0.500, 0.0280, 0.0305, 1.285, -0.020),
    (0.562, 0.0196, 0.0236, 1.285, -0.020),
    (0.620, 0.0175, 0.0262, 1.285, -0.020),
)
THICKNESS = {
    "Index": (0.0087, 0.0074, 0.0066, 0.0046),
    "Middle": (0.0090, 0.0076, 0.0068, 0.0048),
    "Ring": (0.0086, 0.0072, 0.0064, 0.0045),
    "Little": (0.0075, 0.0062, 0.0055, 0.0040),
    "Thumb": (0.0145, 0.0103, 0.0089, 0.0060),
}
"""Radii of each finger at its joints and its tip, in metres."""
HAND_BOX = ((0.40, 1.225, -0.085), (0.765, 1.335, 0.085))


def neck() -> Field:
    """The neck, up inside the head, with the collar bones' hollow left to the torso."""
    return union(
        0.030,
        cone((0.0, 1.265, -0.030), (0.0, 1.325, -0.028), 0.058, 0.0455),
        cone((0.0, 1.325, -0.028), (0.0, 1.425, -0.010), 0.0455, 0.0425),
    )


def torso() -> Field:
    """Trunk, neck and the slope of the shoulders."""
    trunk = loft("y", TORSO, power=2.25)
    chest = mirror(ellipsoid((0.066, 1.168, 0.052), (0.058, 0.058, 0.046)))
    seat = mirror(ellipsoid((0.068, 0.870, -0.052), (0.072, 0.078, 0.060)))
    slope = mirror(cone((0.028, 1.328, -0.027), (0.114, 1.285, -0.022), 0.024, 0.0375))
    throat = neck()

    def field(points: Doubles) -> Doubles:
        d = smin(trunk(points), chest(points), 0.040)
        d = smin(d, seat(points), 0.050)
        d = smin(d, slope(points), 0.045)
        return smin(d, throat(points), 0.030)

    return field


def legs() -> Field:
    """Both legs to the ankles."""
    return mirror(loft("y", LEG))


def arms() -> Field:
    """Both arms to the wrists."""
    return mirror(loft("x", ARM))


def body() -> Field:
    """Everything but hands and feet."""
    trunk, leg, arm = torso(), legs(), arms()

    def field(points: Doubles) -> Doubles:
        return smin(smin(trunk(points), arm(points), 0.050), leg(points), 0.040)

    return field


def hand() -> Field:
    """The left forearm's end, hand and fingers."""
    forearm = loft("x", ARM)
    palm = _palm()
    fingers = [finger(one) for one in FINGERS]

    def field(points: Doubles) -> Doubles:
        d = smin(forearm(points), palm(points), 0.022)
        for one, bone in zip(FINGERS, fingers, strict=True):
            d = smin(d, bone(points), 0.014 if one.name == "Thumb" else 0.0045)
        return d

    return field


def wrist() -> Field:
    """The left forearm's end with the palm, without fingers."""
    return union(0.022, loft("x", ARM), _palm())


def _palm() -> Field:
    wrist = (0.588, 1.2845, -0.020)
    rays = []
    for one in FINGERS:
        if one.name != "Thumb":
            x, y, z = one.points[0]
            # The outer ones narrow towards their fingers: a palm is no board.
            rays.append(cone(wrist, (x - 0.004, y - 0.003, z), 0.0160, THICKNESS[one.name][0] * 1.12))
    heel = ellipsoid((0.622, 1.2755, -0.036), (0.034, 0.0105, 0.014))
    ball = ellipsoid((0.617, 1.2745, -0.002), (0.030, 0.0125, 0.0155))
    hollow = ellipsoid((0.640, 1.2640, -0.022), (0.024, 0.0060, 0.013))
    solid = union(0.014, *rays, heel, ball)
    return lambda points: -smin(-solid(points), hollow(points), 0.010)


def finger(one: Finger) -> Field:
    """A finger of the left hand, down to its root in the palm."""
    points, radii = one.points, THICKNESS[one.name]
    bones = [cone(points[i], points[i + 1], radii[i], radii[i + 1]) for i in range(3)]
    # Pads on the palm's side: a finger is not a tube.
    pads = []
    for i in (0, 1, 2):
        middle = (np.asarray(points[i]) * 0.42 + np.asarray(points[i + 1]) * 0.58) - np.array([0.0, 0.0016, 0.0])
        pads.append(ellipsoid(middle, (0.0110, radii[i] * 0.86, radii[i] * 0.84)))
    return union(0.0060, *bones, *pads)


_BUST_DRAPE = mirror(cone((0.055, 1.172, 0.058), (0.050, 1.095, 0.044), 0.048, 0.044))


def bust_drape(points: Doubles) -> Doubles:
    """What bridges the hollow under the bust: thin cloth spans it."""
    return _BUST_DRAPE(points)
