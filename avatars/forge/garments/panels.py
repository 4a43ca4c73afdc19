"""The meshes of tops and trousers, sewn like them.

A top is a trunk of level rings, two sleeves of rings, a yoke between them and a collar; each leg of trousers is one tube of
rings, whose upper half ends at the middle of the body.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy.interpolate import PchipInterpolator

from avatars.forge.mesh_edit import joined
from avatars.forge.sdf.rings import Ring, cast, clear_of, edge, even_angles, normals_of, patch, sheet, tube

if TYPE_CHECKING:
    from avatars.forge.sdf.fields import Doubles, Field
    from avatars.forge.sdf.meshing import Mesh


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the rings of a top lie; metres on the left half of the plain body."""

    trunk: tuple[float, ...]
    """Heights from the hem up to the yoke's lowest ring."""
    sleeve: tuple[float, ...]
    """Places along x from the armhole out to the cuff."""
    collar: tuple[tuple[float, float], ...]
    """Height on the axis and fall to the front of each ring from the neck's base up."""
    sleeve_axis: tuple[tuple[float, float, float], ...]
    """x, y, z of points on the sleeve's middle."""
    columns: int = 40
    around: int = 16
    neck: int = 24
    armhole_tilt: float = 0.16
    """How much further in the armhole lies at the shoulder than at the armpit, in metres a metre of height."""
    depth: float = 0.70
    """The trunk's depth beside its width."""
    middle: tuple[float, float, float] = (0.0, 1.192, -0.014)
    """From here all of the yoke can be seen."""
    yoke: tuple[float, ...] = (-2.0, 9.0, 20.0, 31.0, 42.0, 53.0)
    """Degrees above the horizon, seen from there, of the yoke's rows."""


@dataclass(frozen=True, slots=True)
class Top:
    """The pieces. `ends`: the outermost rings at hem, left cuff, right cuff and neck."""

    trunk: Mesh
    collar: Mesh | None
    sleeves: tuple[Mesh, Mesh]
    ends: tuple[Doubles, Doubles, Doubles, Doubles]


def top_panels(field: Field, layout: Layout) -> Top:
    """Cut a top from its field. ValueError where the field does not enclose the axes."""
    angles = _turns(layout)
    level = [Ring((0.0, y, layout.middle[2]), (0.0, 0.0, 1.0), (1.0, 0.0, 0.0)) for y in layout.trunk]
    body = tube(field, level, angles)
    neck_turns = even_angles(layout.neck) + np.pi / layout.neck
    neck = tube(field, [_neck_ring(*row) for row in layout.collar], neck_turns)
    sleeves = [sleeve_points(field, layout, sign) for sign in (1.0, -1.0)]
    holes = [sleeve[0] for sleeve in sleeves]
    inner = yoke_points(field, layout, angles, [body[-1], neck[0], *holes])
    yoke = patch(field, layout.middle, body[-1], [neck[0], *holes], inner)
    trunk = joined(sheet(body, normals_of(field, body)), yoke)
    collar = sheet(neck, normals_of(field, neck)) if len(neck) > 1 else None
    left, right = (sheet(points, normals_of(field, points)) for points in sleeves)
    return Top(trunk, collar, (left, right), (body[0], sleeves[0][-1], sleeves[1][-1], neck[-1]))


def edges(field: Field, top: Top, thickness: float, lining: tuple[float, float, float]) -> Mesh:
    """Rounded ends of hem, cuffs and neck with so many metres of lining each."""
    hem, left, right, neck = top.ends
    return joined(
        edge(field, hem, np.array([0.0, -1.0, 0.0]), thickness, lining[0]),
        edge(field, left, np.array([1.0, 0.0, 0.0]), thickness, lining[1]),
        edge(field, right, np.array([-1.0, 0.0, 0.0]), thickness, lining[1]),
        edge(field, neck, np.array([0.0, 1.0, 0.0]), thickness, lining[2]),
    )


def _turns(layout: Layout) -> Doubles:
    """Angles of the trunk's columns, even along an ellipse; none lies on the seam behind."""
    at = np.linspace(0, 2 * np.pi, 721)
    speed = np.hypot(np.cos(at), layout.depth * np.sin(at))
    length = np.concatenate([[0.0], np.cumsum((speed[1:] + speed[:-1]) / 2)])
    share = (np.arange(layout.columns) + 0.5) / layout.columns
    round_ = np.interp(share, length / length[-1], at)
    turns: Doubles = np.arctan2(np.sin(round_), layout.depth * np.cos(round_)) % (2 * np.pi)
    return turns


def _neck_ring(height: float, fall: float) -> Ring:
    return Ring((0.0, height, -0.020), (0.0, -fall, 1.0), (1.0, 0.0, 0.0))


def sleeve_points(field: Field, layout: Layout, sign: float) -> Doubles:
    """Points (rings, around, 3) of a sleeve from the armhole out."""
    axis = np.array(layout.sleeve_axis)
    middle = PchipInterpolator(axis[:, 0], axis[:, 1:])
    rings = []
    first = layout.sleeve[0]
    for x in layout.sleeve:
        # Upright from the elbow on.
        tilt = layout.armhole_tilt * max(0.0, 1.0 - (x - first) / 0.12)
        y, z = middle(x)
        rings.append(Ring((sign * x, float(y), float(z)), (-sign * tilt, 1.0, 0.0), (0.0, 0.0, 1.0)))
    return tube(field, rings, even_angles(layout.around) + np.pi / layout.around, 0.16)


def yoke_points(field: Field, layout: Layout, angles: Doubles, rings: list[Doubles]) -> Doubles:
    """Points between the rings: lowest, neck, left and right armhole."""
    middle = np.asarray(layout.middle)

    def closed(points: Doubles) -> Doubles:
        # Rays into the sleeves would never end.
        beyond: Doubles = np.maximum(field(points), np.abs(points[:, 0]) - layout.sleeve[0] - 0.03)
        return beyond

    rows = []
    for degrees in layout.yoke:
        rise = np.tan(np.radians(degrees))
        turns = angles if degrees < 35 else angles[::2] + (angles[1] - angles[0]) / 2
        rows.append(np.stack([np.sin(turns), np.full(len(turns), rise), np.cos(turns)], axis=1))
    # A ring just inside each armhole keeps its roundness.
    rows = [(hole - middle) - np.sign(hole[:, :1]) * np.array([[0.030, 0.0, 0.0]]) for hole in rings[2:]] + rows
    way = np.concatenate(rows)
    points = cast(closed, np.broadcast_to(middle, way.shape), way, 0.5)
    apart = np.abs(field(points)) < 1e-4
    for ring, gap in zip(rings, (0.012, 0.012, 0.016, 0.016), strict=True):
        apart &= clear_of(points, ring, gap)
    points = points[apart]
    # Of two that crowd each other the first stays: the armholes' rings come first.
    crowded = np.linalg.norm(points[:, None] - points[None], axis=2) < 0.014
    alone: Doubles = points[~np.tril(crowded, -1).any(axis=1)]
    return alone


@dataclass(frozen=True, slots=True)
class Legs:
    """Where the rings of trousers lie."""

    seat: tuple[float, ...]
    """Heights from the waist down to the last one above the crotch."""
    leg: tuple[float, ...]
    """Heights from the thigh down."""
    axis: tuple[tuple[float, float, float], ...]
    """y, x, z of points on a leg's middle, from below."""
    around: int = 22
    inner: int = 6
    """How many columns lie on the inside of the thigh; even."""


def leg_panels(field: Field, layout: Legs) -> tuple[tuple[Mesh, Mesh], Doubles]:
    """Both legs, left first, and the ring of the waist. ValueError where the field does not enclose the axes."""
    meshes, waists = [], []
    for sign in (1.0, -1.0):
        points = _leg(field, layout, sign)
        seat = len(layout.seat)
        normals = normals_of(field, points)
        # The ring's inner columns lie on the middle of the body above the crotch: only their lowest row is cloth.
        columns = np.arange(layout.inner // 2, layout.around - layout.inner // 2)
        upper = sheet(points[:seat, columns], normals[:seat, columns], closed=False)
        lower = sheet(points[seat - 1 :], normals[seat - 1 :])
        meshes.append(joined(upper, lower))
        waists.append(points[0, columns])
    # Left from the front over the side to the back, then right from the back to the front.
    ring = np.concatenate([waists[0], waists[1][::-1][1:-1]])
    return (meshes[0], meshes[1]), ring


def _leg(field: Field, layout: Legs, sign: float) -> Doubles:
    """Points (rows, around, 3) from the waist down; column 0 begins just before the inner seam, by the front."""
    axis = np.array(layout.axis)
    middle = PchipInterpolator(axis[:, 0], axis[:, 1:])
    count, half = layout.around, layout.inner // 2
    even = even_angles(count) + np.pi / count
    # Angle 0 points inwards, a quarter turn on to the front.
    rows = []
    for y in layout.leg:
        x, z = middle(y)
        rows.append(Ring((sign * float(x), y, float(z)), (-sign, 0.0, 0.0), (0.0, 0.0, 1.0)))
    leg = tube(field, rows, even, 0.2)
    seat = np.empty((len(layout.seat), count, 3))
    for i, y in enumerate(layout.seat):
        x, z = (float(v) for v in middle(y))
        origin = np.array([[0.0, y, z], [0.0, y, z]])
        rise = cast(field, origin, np.array([[0.0, 0.0, 1.0], [0.0, 0.0, -1.0]]), 0.25)[:, 2]
        first, last = (np.arctan2(v - z, x) for v in rise)
        turns = np.linspace(first, last + 2 * np.pi, count - layout.inner)
        ring = Ring((sign * x, y, z), (-sign, 0.0, 0.0), (0.0, 0.0, 1.0))
        seat[i, half : count - half] = _arc(field, ring, turns, rise, y)
        seat[i, count - half :], seat[i, :half] = _arch(field, rise, y, layout.inner)
    return np.concatenate([seat, leg])


def _arc(field: Field, ring: Ring, turns: Doubles, rise: Doubles, y: float) -> Doubles:
    arc = np.empty((len(turns), 3))
    arc[1:-1] = tube(field, [ring], turns[1:-1], 0.25)[0]
    arc[0], arc[-1] = (0.0, y, rise[0]), (0.0, y, rise[1])
    return arc


def _arch(field: Field, rise: Doubles, y: float, inner: int) -> tuple[Doubles, Doubles]:
    """Points under the crotch on the middle of the body: those behind, then those in front."""
    z = np.linspace(rise[0], rise[1], inner + 2)[1:-1]
    origins = np.stack([np.zeros(inner), np.full(inner, y), z], axis=1)
    low = cast(field, origins, np.tile([0.0, -1.0, 0.0], (inner, 1)), 0.4)
    return low[inner // 2 :][::-1], low[: inner // 2][::-1]
