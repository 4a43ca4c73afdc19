"""Putting a garment together: the cloth laid flat, trims with places of their own on its picture, paint, folds, and the part."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.charts import Chart, part, plain
from avatars.forge.cloth.canvas import Canvas, Place
from avatars.forge.cloth.fold_shade import fold_shaded, plotted
from avatars.forge.drape import sleeved
from avatars.forge.garments.block import armhole as plain_armhole
from avatars.forge.garments.woven_charts import woven_charts
from avatars.forge.mesh_edit import joined
from avatars.forge.part import Made, Material
from avatars.forge.wardrobe.garment import Tailored

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from avatars.forge.garments.cut import Sewn
    from avatars.forge.garments.strips import Piece
    from avatars.forge.garments.woven_charts import Panels
    from avatars.forge.part import Floats, Part
    from avatars.forge.sdf.fields import Doubles, Field
    from avatars.forge.sdf.meshing import Mesh

Dyes = dict[str, str]
"""Zone -> #rrggbb as the garment comes."""


class Sewing:
    """A top, a bodice or a coat in the making: cut first, then trims and paint, then `done`."""

    def __init__(
        self,
        name: str,
        dyes: Dyes,
        panels: Panels,
        cut: Sewn,
        shape: Field,
        folds: Field,
        armhole: Field = plain_armhole,
        smooth: Field | None = None,
    ) -> None:
        self.name, self.panels, self.shape, self.folds = name, panels, shape, folds
        self.smooth = smooth or shape
        self.charts = woven_charts(cut.outside, panels, armhole)
        plot = plotted(self.charts, panels.size, panels.size)
        self.canvas = Canvas(plot, panels.size, dyes, armhole, panels.middle)
        left = int(6 + 2 * (panels.sleeve_girth * panels.scale + 10)) + 8
        self.area = Place(left, int(panels.sleeve_top) + 4, panels.size - left - 4, panels.size - int(panels.sleeve_top) - 8)
        self._spots: dict[tuple[str, float, str], tuple[float, float]] = {}
        self.trims: list[Chart] = []
        self.body = next(iter(dyes))
        self.trims.append(plain(cut.inside, self.spot(self.body, 0.80)))

    def spot(self, zone: str, tone: float = 1.0, colour: str = "") -> tuple[float, float]:
        """A spot of plain dye (or of a fixed colour) on the picture."""
        key = (zone, tone, colour)
        if key not in self._spots:
            place = self.canvas.place(12, 12, self.area)
            self.canvas.fill(place, zone, tone, colour)
            self._spots[key] = self.canvas.spot(place)
        return self._spots[key]

    def trim(
        self,
        piece: Piece,
        zone: str,
        size: tuple[int, int] = (24, 80),
        metres: tuple[float, float] = (0.04, 0.30),
        tone: Callable[[Doubles, Doubles], Doubles] | None = None,
        inside: float = 0.78,
    ) -> Place:
        """Adds a piece in a zone. `size` (rows, columns) of its place in pixels; `tone` of metres down and along it, which
        measures `metres` (down, along). Gives its place, to paint more on."""
        place = self.canvas.place(size[1], size[0], self.area)
        v, u = self.canvas.shares(place)
        self.canvas.fill(place, zone, tone(v * metres[0], u * metres[1]) if tone else 1.0)
        self.trims.append(Chart(piece.face, self.canvas.uv(place, piece.shares)))
        self.trims.append(plain(piece.back, self.spot(zone, inside)))
        return place

    def plain(self, mesh: Mesh, zone: str, tone: float = 1.0, colour: str = "") -> None:
        """Adds a mesh in one dye or one fixed colour."""
        self.trims.append(plain(mesh, self.spot(zone, tone, colour)))

    def done(
        self,
        weigh: Callable[[Doubles], tuple[tuple[str, ...], Doubles]] = sleeved,
        *,
        strength: float = 1.0,
        hollows: float = 0.55,
        shadow: Field | None = None,
        calm: Field | None = None,
        material: Mapping[str, object] | None = None,
        extra: Made | None = None,
        masks: Mapping[str, Mapping[str, Floats]] | None = None,
        metre: Mapping[str, float] | None = None,
        more: tuple[Part, ...] = (),
    ) -> Tailored:
        """The garment. `shadow` and `calm` as in `fold_shaded`; `extra` with its `masks` and `metre` is another thing worn with
        it (a skirt); `more` are parts in this garment's own material."""
        canvas = self.canvas
        texture = fold_shaded(canvas.picture(), canvas.plot, self.smooth, self.folds, strength, hollows, calm, shadow)
        look = {"shade": (0.74, 0.68, 0.76), "shift": 0.04, "soft": 0.10, "outline": 0.0007, "outline_colour": (0.34, 0.25, 0.24)}
        cloth = Material(self.name, texture=texture, **{**look, **(material or {})})  # type: ignore[arg-type]
        made = part(self.name, self.name, *self.charts, *_merged(self.trims), weigh=weigh)
        whole = Made((made, *more), (cloth,))
        if extra is not None:
            whole = Made((*whole.parts, *extra.parts), (*whole.materials, *extra.materials), extra.joints, extra.springs)
        return Tailored(whole, {self.name: canvas.masks(), **(masks or {})}, {self.name: self.panels.scale, **(metre or {})})


def _merged(charts: list[Chart]) -> list[Chart]:
    """All trims as one chart."""
    return [Chart(joined(*(c.mesh for c in charts)), np.concatenate([c.uvs for c in charts]))] if charts else []
