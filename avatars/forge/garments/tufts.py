"""Bobbles, muffs and tassels of wool: round, uneven, soft."""

from __future__ import annotations

import numpy as np

from avatars.forge.charts import Chart
from avatars.forge.garments.lofts import Rect, surface
from avatars.forge.sdf.fields import Doubles
from avatars.forge.sdf.meshing import Mesh


def bobble(
    centre: Doubles, radii: Doubles | float, rect: Rect, seed: int, grid: tuple[int, int] = (14, 9), rough: float = 0.09
) -> list[Chart]:
    """A ball of yarn ends at `centre` (metres): its outline is uneven and its light broken by the ends."""
    around, rows = grid
    random = np.random.default_rng(seed)
    fall = np.linspace(0.0, np.pi, rows)[:, None]
    turn = np.linspace(0.0, 2 * np.pi, around + 1)[None]
    way = np.stack([np.sin(fall) * np.sin(turn), np.cos(fall) * np.ones_like(turn), np.sin(fall) * np.cos(turn)], axis=-1)
    grown = 1.0 + rough * random.uniform(-1.0, 1.0, (rows, around))
    grown = np.concatenate([grown, grown[:, :1]], axis=1)
    grown[0], grown[-1] = grown[0, 0], grown[-1, 0]
    half = np.broadcast_to(np.asarray(radii, dtype=float), (3,))
    made = surface(np.asarray(centre) + way * half * grown[..., None], rect, closed=True)
    lean = random.uniform(-0.30, 0.30, (rows, around, 3))
    lean = np.concatenate([lean, lean[:, :1]], axis=1)
    lean[0], lean[-1] = 0.0, 0.0
    normals = (way / half * half.mean() + lean).reshape(-1, 3)
    normals /= np.linalg.norm(normals, axis=1, keepdims=True)
    return [Chart(Mesh(made.mesh.positions, normals, made.mesh.triangles), made.uvs)]
