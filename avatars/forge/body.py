"""The skin that shows: neck and hands. What clothes always cover is not made."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge import anatomy
from avatars.forge.charts import part, plain
from avatars.forge.mesh_edit import centres, keep, mirrored, split
from avatars.forge.part import Made, Material
from avatars.forge.sdf.fields import ramp
from avatars.forge.sdf.meshing import mesh_of
from avatars.forge.skeleton import FINGERS
from avatars.forge.skin import complexion

if TYPE_CHECKING:
    from avatars.forge.parameters import Person
    from avatars.forge.sdf.fields import Doubles
    from avatars.forge.sdf.meshing import Mesh
    from avatars.forge.skeleton import Finger

_LOWEST_SKIN = 1.235
_SLEEVE = 0.50
_SKIN, _NAIL = (0.25, 0.5), (0.75, 0.5)
"""The two halves of the texture."""


def make_body(person: Person) -> Made:
    """Neck with the top of the chest, and both hands with their nails."""
    hand, nails = _hand()
    texture = np.empty((8, 16, 3))
    tones = complexion(person.skin)
    texture[:, :8] = tones.base
    # Nails are the same skin, rosier and a little lighter.
    texture[:, 8:] = np.asarray(tones.base) * (1.0, 0.905, 0.915)
    skin = Material(
        "body_skin", texture=np.round(texture * 255).astype(np.uint8), shade=tones.shade, shift=0.02, soft=0.10
    )
    charts = [plain(m, _SKIN) for m in (hand, mirrored(hand))] + [plain(m, _NAIL) for m in (nails, mirrored(nails))]
    return Made((part("hands", "body_skin", *charts), part("neck", "body_skin", plain(_neck(), _SKIN))), (skin,))


def _hand() -> tuple[Mesh, Mesh]:
    mesh = mesh_of(anatomy.hand(), *anatomy.HAND_BOX, 0.0014, 4000)
    mesh, value = split(mesh, mesh.positions[:, 0] - _SLEEVE)
    mesh = keep(mesh, centres(mesh, value) > 0)
    nail = np.max([_nail(finger, mesh.positions) for finger in FINGERS], axis=0)
    mesh, value = split(mesh, nail * 0.004)
    on_nail = centres(mesh, value) > 0
    return keep(mesh, ~on_nail), keep(mesh, on_nail)


def _nail(finger: Finger, points: Doubles) -> Doubles:
    """Positive on the nail: a rounded rectangle on the upper side of the last bone."""
    start, tip = np.asarray(finger.points[2]), np.asarray(finger.points[3])
    radius = anatomy.THICKNESS[finger.name][3]
    length = float(np.linalg.norm(tip - start))
    along = (tip - start) / length
    # A thumb's nail looks forward and up, a finger's up.
    up = np.array([-0.35, 0.85, 0.40]) if finger.name == "Thumb" else np.array([0.0, 1.0, 0.0])
    up -= along * (up @ along)
    up /= np.linalg.norm(up)
    beside = np.cross(along, up)
    p = points - start
    t, w, h = p @ along, p @ beside, p @ up
    middle, half = length - radius * 0.15, radius * 1.10
    inside = 1.0 - np.abs((t - middle) / half) ** 3 - np.abs(w / (radius * 0.80)) ** 3
    near = np.abs(t - length) < 3 * radius
    return np.where(near, np.minimum(inside, h / radius * 3.0), -1.0)


def _neck() -> Mesh:
    mesh = mesh_of(anatomy.body(), (-0.2, 1.15, -0.16), (0.2, 1.46, 0.16), 0.003, 2400)
    x, y, z = np.abs(mesh.positions[:, 0]), mesh.positions[:, 1], mesh.positions[:, 2]
    # A bib that every neckline covers at its border, higher behind; the top stays open inside the head.
    lowest = _LOWEST_SKIN + 0.085 * (1.0 - ramp(-0.050, 0.010, z))
    mesh, value = split(mesh, np.minimum(np.minimum(y - lowest, 0.100 - x), 1.415 - y))
    return keep(mesh, centres(mesh, value) > 0)
