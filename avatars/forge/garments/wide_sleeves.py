"""Wide sleeves that hang: a tube about the arm whose lower part falls on bones of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy.interpolate import PchipInterpolator

from avatars.forge.hanging import hung
from avatars.forge.mesh_edit import joined
from avatars.forge.part import Joint, Spring
from avatars.forge.sdf.fields import ramp
from avatars.forge.sdf.meshing import Mesh
from avatars.forge.sdf.rings import sheet

if TYPE_CHECKING:
    from avatars.forge.sdf.fields import Doubles

_ROOTS = (0.300, 0.420, 0.540)
"""Places along the arm that the bones hang from."""
_START = 1.250
"""Height at which cloth begins to hang instead of following the arm."""


@dataclass(frozen=True, slots=True)
class WideSleeve:
    """Rows (place along x, half its depth from front to back, height above the arm, how far it hangs below the arm) of the sleeve
    from the shoulder out; `square` makes it a bag (a kimono's) instead of a bell."""

    rows: tuple[tuple[float, float, float, float], ...]
    square: float = 0.0
    thickness: float = 0.0030
    around: int = 20
    count: int = 14

    def points(self, sign: float, more: float = 0.0) -> Doubles:
        """Points (rows, around + 1, 3) from the shoulder out; the first and the last of a row are the lowest."""
        table = np.array(self.rows)
        x = np.linspace(table[0, 0], table[-1, 0], self.count)
        deep, high, low = (PchipInterpolator(table[:, 0], table[:, i])(x) for i in (1, 2, 3))
        t = np.linspace(-np.pi, np.pi, self.around + 1)
        made = np.empty((self.count, self.around + 1, 3))
        for i in range(self.count):
            up = np.cos(t)
            # Below the arm the section narrows to an edge, as a bag of two layers does.
            z = np.sin(t) * np.where(up < 0, (1.0 - 0.55 * self.square * np.maximum(-up, 0.0) ** 1.5), 1.0)
            y = np.where(up > 0, up * high[i], up * low[i])
            wave = 0.006 * np.sin(9.0 * x[i] + 3 * t) * ramp(0.0, 0.12, -y)
            made[i, :, 0] = sign * (x[i] + 0.010 * ramp(0.0, 0.2, -y) * ramp(0.40, 0.56, x[i]))
            made[i, :, 1] = 1.283 + y + np.where(up > 0, more, -more)
            made[i, :, 2] = -0.020 + z * (deep[i] + more) + wave
        return made

    def meshes(self, sign: float) -> tuple[Mesh, Mesh, Doubles]:
        """Outside, inside with the rim of the opening, and (share round, share along) of the outside's vertices."""
        grid = self.points(sign)
        normals = _normals(grid) * sign
        centre = grid.mean(axis=1, keepdims=True)
        if float(((grid - centre) * normals).sum()) < 0:
            normals = -normals
        outer = sheet(grid, normals, closed=False)
        inner = grid - normals * self.thickness
        lip = np.stack([grid[-1], (grid[-1] + inner[-1]) / 2 + np.array([sign * self.thickness / 2, 0, 0]), inner[-1]])
        rim = sheet(lip, np.stack([normals[-1], np.tile([sign, 0.0, 0.0], (grid.shape[1], 1)), -normals[-1]]), closed=False)
        deep = max(2, self.count // 2)
        lining = sheet(inner[-deep:], -normals[-deep:], closed=False)
        v, u = np.meshgrid(np.linspace(0, 1, self.count), np.linspace(0, 1, self.around + 1), indexing="ij")
        return outer, joined(rim, lining), np.stack([u.ravel(), v.ravel()], axis=1)


def _normals(grid: Doubles) -> Doubles:
    along, round_ = np.gradient(grid, axis=0), np.gradient(grid, axis=1)
    # The way round is closed: its ends look the same way.
    round_[:, 0] = round_[:, -1] = grid[:, 1] - grid[:, -2]
    normal = np.cross(along, round_)
    unit: Doubles = normal / np.maximum(np.linalg.norm(normal, axis=-1, keepdims=True), 1e-9)
    return unit


def sleeve_rig(low: float) -> tuple[tuple[Joint, ...], tuple[Spring, ...]]:
    """Three chains a side, hung from the arm, whose tips lie `low` metres below it."""
    joints, springs = [], []
    for side, sign in (("left", 1.0), ("right", -1.0)):
        for number, x in enumerate(_ROOTS):
            names = tuple(f"sleeve_{side}_{number}_{step}" for step in range(3))
            parents = (f"{side}UpperArm" if x < 0.365 else f"{side}LowerArm", *names)
            for name, parent, drop in zip(names, parents, (0.020, 0.45 * low, low), strict=False):
                joints.append(Joint(name, parent, (sign * x, 1.283 - drop, -0.020), humanoid=False))
            springs.append(Spring(names, stiffness=0.02, drag=0.45, gravity=1.2, hit_radius=0.012))
    return tuple(joints), tuple(springs)


def sleeve_weights(points: Doubles, low: float) -> tuple[tuple[str, ...], Doubles]:
    """Joint names and weights of a whole dress or robe with such sleeves."""
    base, table = hung(points)
    chains = [
        f"sleeve_{side}_{number}_{step}" for side in ("left", "right") for number in range(len(_ROOTS)) for step in range(2)
    ]
    full = np.zeros((len(points), len(base) + len(chains)))
    full[:, : len(base)] = table
    x, y = np.abs(points[:, 0]), points[:, 1]
    hangs = ramp(_START, _START - 0.055, y) * ramp(0.205, 0.262, x)
    full[:, : len(base)] *= (1.0 - hangs)[:, None]
    second = ramp(1.283 - 0.30 * low, 1.283 - 0.62 * low, y)
    at = np.clip(np.interp(x, _ROOTS, range(len(_ROOTS))), 0, len(_ROOTS) - 1)
    first = np.minimum(np.floor(at).astype(int), len(_ROOTS) - 2)
    part = ramp(0.0, 1.0, at - first)
    rows = np.arange(len(points))
    for s, sign in enumerate((1.0, -1.0)):
        mine = hangs * (points[:, 0] * sign > 0)
        for chain, share in ((first, 1.0 - part), (first + 1, part)):
            column = len(base) + (s * len(_ROOTS) + chain) * 2
            full[rows, column] += mine * share * (1.0 - second)
            full[rows, column + 1] += mine * share * second
    return (*base, *chains), full
