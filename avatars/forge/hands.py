"""Her hands: palms and fingers as rings of points on the hand's distance field, few triangles where nothing bends."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge import anatomy
from avatars.forge.charts import Chart
from avatars.forge.hand_texture import finger_uv, palm_uv, plain_uv
from avatars.forge.mesh_edit import centres, keep
from avatars.forge.sdf.fields import ramp
from avatars.forge.sdf.meshing import Mesh, gradient
from avatars.forge.sdf.rings import cast, sheet
from avatars.forge.skeleton import FINGERS

if TYPE_CHECKING:
    from avatars.forge.sdf.fields import Doubles, Field
    from avatars.forge.skeleton import Finger

SIDES = 8
"""Quads round a finger."""
_STATIONS = (-0.60, 0.06, 0.48, 0.82, 1.0, 1.18, 1.50, 1.82, 2.0, 2.18, 2.58, 2.88)
"""Rings along a finger, in bones: three at each joint, so that it bends round."""
_TIP = (30.0, 60.0, 85.0)
"""Degrees of the rings on the round end."""
_PALM_SIDES = 16
_PALM_RINGS = (0.500, 0.545, 0.575, 0.597, 0.613, 0.628, 0.640, 0.650)
_PALM_END = (12.0, 28.0, 50.0, 89.0)
"""Degrees of the rings that close the palm between the fingers."""
_WEB = 0.0022
"""Metres over which normals are taken: joints and webs shade softly."""


def hand_charts() -> list[Chart]:
    """The left hand laid flat: each finger in its block, the palm as seen from above and from below."""
    skin = anatomy.hand()
    return [*_palm(skin), *(_finger(one, index, skin) for index, one in enumerate(FINGERS))]


def frame(finger: Finger) -> tuple[Doubles, Doubles, Doubles]:
    """Unit axes of a finger at rest: along it, up through the nail, and across."""
    start, tip = np.asarray(finger.points[0]), np.asarray(finger.points[3])
    along = (tip - start) / np.linalg.norm(tip - start)
    # A thumb's nail looks forward and up, a finger's up.
    up = np.array([-0.35, 0.80, 0.50]) if finger.name == "Thumb" else np.array([0.0, 1.0, 0.0])
    up = up - along * (up @ along)
    up /= np.linalg.norm(up)
    return along, up, np.cross(along, up)


def _finger(finger: Finger, index: int, skin: Field) -> Chart:
    bone = anatomy.finger(finger)
    along, up, across = frame(finger)
    chain = np.asarray(finger.points)
    turns = np.linspace(0.0, 2 * np.pi, SIDES + 1) + np.pi  # from the palm's side round to it again
    ways = np.cos(turns)[:, None] * up + np.sin(turns)[:, None] * across
    origins, rays, length = [], [], []
    for at in _STATIONS:
        origins.append(_on_chain(chain, at))
        rays.append(ways)
        length.append(at / 3)
    for degrees in _TIP:
        a = np.radians(degrees)
        origins.append(chain[3])
        rays.append(np.cos(a) * ways + np.sin(a) * along)
        length.append(1.0 + 0.1 * degrees / 90)
    start = np.repeat(np.array(origins)[:, None], SIDES + 1, axis=1)
    points = cast(bone, start.reshape(-1, 3), np.array(rays).reshape(-1, 3), 0.04)
    normals = _normals(skin, points)
    mesh = sheet(points.reshape(len(rays), -1, 3), normals.reshape(len(rays), -1, 3), closed=False)
    u = np.tile(np.linspace(0.0, 1.0, SIDES + 1), (len(rays), 1))
    v = np.tile(np.array(length)[:, None], (1, SIDES + 1))
    return Chart(mesh, finger_uv(index, u.ravel(), v.ravel()))


def _on_chain(chain: Doubles, at: float) -> Doubles:
    i = int(np.clip(np.floor(at), 0, 2))
    place: Doubles = chain[i] + (chain[i + 1] - chain[i]) * (at - i)
    return place


def _palm(skin: Field) -> list[Chart]:
    bare = anatomy.wrist()
    turns = np.linspace(0.0, 2 * np.pi, _PALM_SIDES, endpoint=False)
    # Rays crowd where the flat palm turns round its edge.
    ways = np.stack([np.zeros_like(turns), 0.55 * np.sin(turns), np.cos(turns)], axis=1)
    rings = [(x, ways) for x in _PALM_RINGS]
    for degrees in _PALM_END:
        a = np.radians(degrees)
        rings.append((_PALM_RINGS[-1], np.cos(a) * ways + np.sin(a) * np.array([1.0, 0.0, 0.0])))
    origins = np.array([(x, 1.2835 - 0.002 * (x > 0.6), -0.020 - 0.001 * (x > 0.6)) for x, _ in rings])
    start = np.repeat(origins, len(turns), axis=0)
    points = cast(bare, start, np.concatenate([way for _, way in rings]), 0.08)
    # Out to where the thumb widens it.
    wider = (1.0 - ramp(0.645, 0.660, points[:, 0]))[:, None]
    points = points - wider * np.clip(skin(points), -0.006, 0.006)[:, None] * _normals(skin, points)
    grid = points.reshape(len(rings), -1, 3)
    mesh = sheet(grid, _normals(skin, points).reshape(grid.shape))
    hand = centres(mesh, mesh.positions[:, 0]) > 0.560
    above = centres(mesh, mesh.normals[:, 1]) > 0
    arm = keep(mesh, ~hand)
    made = [Chart(arm, plain_uv(len(arm.positions)))]
    for upper in (True, False):
        half = keep(mesh, hand & (above == upper))
        made.append(Chart(half, palm_uv(half.positions, upper)))
    return made


def _normals(field: Field, points: Doubles) -> Doubles:
    slope = gradient(field, points, _WEB)
    unit: Doubles = slope / np.maximum(np.linalg.norm(slope, axis=1, keepdims=True), 1e-9)
    return unit


def mirrored_charts(charts: list[Chart]) -> list[Chart]:
    """The right hand, on the same texture."""
    flip = np.array([-1.0, 1.0, 1.0])
    return [
        Chart(Mesh(c.mesh.positions * flip, c.mesh.normals * flip, c.mesh.triangles[:, ::-1]), c.uvs) for c in charts
    ]
