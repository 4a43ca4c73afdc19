"""Measures what should not be seen: skin through cloth, and holes where skin was left out beneath it.

The figure is drawn in flat colours, a colour for each kind of triangle, and the pixels of each colour are counted.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from avatars.stage.live import LiveStage
from avatars.vrm.model import Material, Mesh, Model, Primitive, Vec3
from avatars.vrm.outfits import ONLY
from avatars.wardrobe.beneath import BESIDE
from avatars.wardrobe.dressing import Dresser
from avatars.wardrobe.fitting import Layer
from avatars.wardrobe.look import Look
from avatars.wardrobe.nearest import nearest

EDGE: Final = 0.008 + BESIDE
"""Metres from the first point that nothing covers within which skin may be seen: 8 mm from the edge of cloth, which covers a
little more than it reaches."""
CLOSE: Final = 0.030
"""Metres of depth beyond which cloth hangs free: under a skirt one may see legs."""
SIDES: Final = (0.0, 60.0, 180.0, 300.0)
"""Degrees from which each pose is looked at."""
SIZE: Final = (256, 448)
PURE: Final = 48
"""Levels a channel may lie from full or from none: what is between is an edge, or no part of her."""
_COLOURS: Final[Mapping[str, Vec3]] = {
    "other": (1.0, 1.0, 1.0), "cloth": (0.0, 1.0, 0.0), "inside": (0.0, 0.0, 1.0), "skin": (1.0, 0.0, 0.0),
    "left out": (1.0, 0.0, 1.0),
}  # fmt: skip
Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Flaws:
    """Pixels over all sides: of skin where cloth should be, of holes, and of cloth."""

    skin: int
    holes: int
    cloth: int

    @property
    def share(self) -> float:
        """Flawed pixels in a thousand of cloth."""
        return 1000.0 * (self.skin + self.holes) / max(self.cloth, 1)

    def __add__(self, other: Flaws) -> Flaws:
        return Flaws(self.skin + other.skin, self.holes + other.holes, self.cloth + other.cloth)


class FlatStage(LiveStage):
    """A person in flat colours, in any pose, with any look of a dresser on."""

    def __init__(self, dresser: Dresser, person: Model, values: Mapping[str, float]) -> None:
        """`values` of the sliders."""
        self._dresser, self._values = dresser, values
        super().__init__(
            flat(dresser, Look(), values), *SIZE, background=None, quality="fast", seed=1, wardrobe=dresser.catalogue
        )  # fmt: skip
        self.hold_still(True)
        self.frame("full", 0)

    def take(self, pose: str) -> None:
        """Be in a pose, all that swings at rest."""
        self.pose(pose)
        for _ in range(10):
            self.update(0.4)

    def flaws(self, look: Look) -> Flaws:
        """What is wrong with a look in the present pose."""
        self._embody(flat(self._dresser, look, self._values, left_out=True), ONLY.id)
        for _ in range(6):
            self.update(1 / 15)
        seen = [self._kinds(side) for side in SIDES]
        skin, cloth = (sum(int((kinds == code).sum()) for kinds in seen) for code in (_code("skin"), _code("cloth")))
        gone = [kinds == _code("left out") for kinds in seen]
        holes = 0
        if any(mask.any() for mask in gone):
            self._embody(flat(self._dresser, look, self._values), ONLY.id)
            for side, mask in zip(SIDES, gone, strict=True):
                if mask.any():
                    there = self._kinds(side)
                    holes += int((mask & ((there == _code("inside")) | (there == 0))).sum())
        return Flaws(skin, holes, cloth)

    def _kinds(self, side: float) -> npt.NDArray[np.uint8]:
        """By pixel which of red, green and blue (1, 2, 4) are on, all where it is none of ours; 0 where nothing is drawn."""
        self.turn(side, 0)
        self.update(0.0)
        pixels = np.frombuffer(self.render().pixels, np.uint8).reshape(-1, 4)
        on = pixels > 255 - PURE
        pure = (on | (pixels < PURE)).all(axis=1)
        return np.asarray(np.where(pure, on[:, 2] + 2 * on[:, 1] + 4 * on[:, 0], _code("other")) * on[:, 3], np.uint8)


def _number(kind: str) -> int:
    return list(_COLOURS).index(kind)


def _code(kind: str) -> int:
    """What `FlatStage` sees where this kind is drawn."""
    return sum(bit for bit, colour in zip((1, 2, 4), _COLOURS[kind], strict=True) if colour > 0)


def flat(dresser: Dresser, look: Look, values: Mapping[str, float], *, left_out: bool = False) -> Model:
    """The person in a look, each kind of triangle in its colour; with `left_out` what is hidden beneath cloth is drawn too."""
    model = dresser.dressed(look, values, whole=left_out)
    layers = dresser.layers(look)
    wrong: dict[str, Mask] = {}
    shown: dict[str, npt.NDArray[Any]] = {}
    for layer, fits in zip(layers, dresser.fitting.fit(layers), strict=True):
        marked = _marked(dresser, layer, layers)
        for piece, fit in zip(layer.pieces, fits, strict=True):
            wrong[piece.name], marked = marked[: len(fit.positions)], marked[len(fit.positions) :]
            shown[piece.name] = fit.indices
    materials = tuple(Material(kind, (*colour, 1.0), unlit=True, shade=colour) for kind, colour in _COLOURS.items())
    cloth = {piece.name for layer in layers if layer.slot not in ("skin", "hair") for piece in layer.pieces}
    meshes = list(model.meshes)
    for node in model.nodes:
        if node.mesh is not None:
            meshes[node.mesh] = _coloured(node.name, meshes[node.mesh], node.name in cloth, wrong, shown)
    return replace(model, meshes=tuple(meshes), materials=materials)


def _coloured(
    name: str, mesh: Mesh, cloth: bool, wrong: Mapping[str, Mask], shown: Mapping[str, npt.NDArray[Any]]
) -> Mesh:
    made: list[Primitive] = []
    for shape in mesh.primitives:
        triangles = shape.indices.reshape(-1, 3)
        bad = np.asarray(wrong[name][triangles].all(axis=1)) if name in wrong else np.zeros(len(triangles), dtype=bool)
        gone = ~np.isin(_codes(triangles), _codes(shown[name])) if name in shown else np.zeros(len(triangles), dtype=bool)
        usual = "cloth" if cloth else "other"
        parts = {usual: triangles[~bad & ~gone], "skin": triangles[bad & ~gone], "left out": triangles[gone]}
        if cloth:
            parts["inside"] = triangles[~gone, ::-1]
        made += [
            replace(shape, indices=np.ascontiguousarray(chosen.ravel()), material=_number(kind))
            for kind, chosen in parts.items() if len(chosen)
        ]  # fmt: skip
    return replace(mesh, primitives=tuple(made))


def _codes(indices: npt.NDArray[Any]) -> npt.NDArray[np.int64]:
    """A number for each triangle."""
    corners = indices.reshape(-1, 3).astype(np.int64)
    return np.asarray((corners[:, 0] << 40) + (corners[:, 1] << 20) + corners[:, 2])


def _marked(dresser: Dresser, layer: Layer, layers: list[Layer]) -> Mask:
    """Which vertices of a layer's pieces lie close beneath cloth, farther than `EDGE` from where nothing covers them."""
    depth = dresser.fitting.depth(layer, layers)
    points: npt.NDArray[Any] = np.concatenate([piece.primitive.positions for piece in layer.pieces])
    under = np.isfinite(depth) & (depth < CLOSE)
    if layer.slot == "hair" or not under.any():
        return np.zeros(len(points), dtype=bool)
    open_ = points[~np.isfinite(depth)]
    rows = np.flatnonzero(under)
    under[rows[nearest(points[rows], open_, EDGE) >= 0]] = False
    return np.asarray(under)
