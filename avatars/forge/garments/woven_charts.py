"""A woven top laid flat as a tailor has it: front, back and both sleeves apart, straight threads, at one scale."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.charts import Chart, wrapped
from avatars.forge.garments.top import even_turn
from avatars.forge.mesh_edit import centres, keep, split
from avatars.forge.sdf.fields import ramp

if TYPE_CHECKING:
    from avatars.forge.sdf.fields import Doubles, Field
    from avatars.forge.sdf.meshing import Mesh


@dataclass(frozen=True, slots=True)
class Panels:
    """The layout on a square texture of `size` pixels. Heights and lengths in metres of the space the top is drawn in."""

    size: int = 1024
    scale: float = 900.0
    """Pixels a metre on front and back."""
    girth: float = 1.02
    """Metres round the trunk, about."""
    top: float = 1.615
    """What lies on the uppermost row, shoulders rolled out."""
    sleeve_top: float = 648.0
    """The row where sleeves begin."""
    sleeve_scale: float = 640.0
    """Pixels a metre along them."""
    sleeve_start: float = 0.120
    sleeve_girth: float = 0.37
    level: float = 1.460
    """Height of the arms' middle."""
    shoulder: tuple[float, float] = (1.34, 1.44)
    """Heights between which the shoulder begins to slope."""
    depth: float = 0.085
    """How far the chest stands before the shoulder's seam."""
    middle: float = -0.018
    """z of the side seams."""

    def front(self, points: Doubles) -> Doubles:
        """Texture units (n,2) on the front."""
        return self._body(points, self._across(points, 1.0), 1.0, 0.25)

    def back(self, points: Doubles) -> Doubles:
        """Texture units (n,2) on the back."""
        return self._body(points, self._across(points, -1.0), -1.0, 0.75)

    def _across(self, points: Doubles, face: float) -> Doubles:
        """Metres from the panel's middle: along the girth below, straight across on the shoulders."""
        turn = even_turn(points) - 0.5
        low = turn * self.girth if face > 0 else (np.sign(points[:, 0]) * 0.5 - turn) * self.girth
        flat = points[:, 0]
        across: Doubles = low + (flat - low) * ramp(self.shoulder[0] - 0.16, self.shoulder[1] - 0.06, points[:, 1])
        return across * face

    def _body(self, points: Doubles, across: Doubles, face: float, place: float) -> Doubles:
        y, away = points[:, 1], face * (points[:, 2] - self.middle)
        # Over the slope of the shoulder height shrinks: what is lost is added towards the seam.
        roll = 0.85 * np.maximum(self.depth - away, 0.0) * ramp(*self.shoulder, y)
        u = place * self.size + across * self.scale
        v = 4.0 + (self.top - y - roll) * self.scale
        return np.stack([u, v], axis=1) / self.size

    def sleeve(self, share: Doubles, along: Doubles, right: bool) -> Doubles:
        """Texture units (n,2) for 0..1 round a sleeve and metres from the middle of the body."""
        width = self.sleeve_girth * self.scale
        u = 6.0 + share * width + (width + 10.0 if right else 0.0)
        v = self.sleeve_top + (along - self.sleeve_start) * self.sleeve_scale
        return np.stack([u, v], axis=1) / self.size


def woven_charts(mesh: Mesh, panels: Panels, armhole: Field) -> list[Chart]:
    """Front, back and two sleeves of a top; `armhole` is positive on the sleeves."""
    mesh, value = split(mesh, armhole(mesh.positions))
    sleeve = centres(mesh, value) > 0
    charts = []
    for side in (1, -1):
        half = keep(mesh, sleeve & (centres(mesh, mesh.positions[:, 0]) * side > 0))
        p = half.positions
        # The seam lies under the arm.
        share = np.arctan2(p[:, 2] + 0.022, p[:, 1] - panels.level + 0.006) / (2 * np.pi) + 0.5
        half, u, v = wrapped(half, share, np.abs(p[:, 0]))
        charts.append(Chart(half, panels.sleeve(u, v, side < 0)))
    trunk = keep(mesh, ~sleeve)
    trunk, value = split(trunk, trunk.positions[:, 2] - panels.middle)
    front = centres(trunk, value) > 0
    ahead, behind = keep(trunk, front), keep(trunk, ~front)
    return [Chart(ahead, panels.front(ahead.positions)), Chart(behind, panels.back(behind.positions)), *charts]
