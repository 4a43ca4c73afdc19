"""How the garments of a look make room for each other, on the plain body.

From the outside in: what lies near beneath cloth is drawn at least `ROOM` below it, and what nobody can see there is left out.
What is seen into at an edge, a neckline or a hem, stays: the deeper below the cloth, the farther in one sees.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from avatars.vrm.model import Floats, Indices
from avatars.wardrobe.beneath import OUTSIDE, PUFFED, depths, fingerprint, outer, outward, unpacked
from avatars.wardrobe.garment_file import GarmentFile, Piece
from avatars.wardrobe.nearest import nearest
from avatars.wardrobe.welding import Welded

ROOM: Final = 0.003
"""Metres that stay free between skin and cloth."""
BETWEEN: Final = 0.005
"""Metres that stay free between cloth and cloth, whose triangles lie across each other."""
SWINGING: Final = 0.012
"""Metres between a coat and what hangs below the hips: the two swing, and not alike."""
HIPS: Final = 0.86
"""Height of the hips, metres."""
MOST_PUSHED: Final = 0.058
STANDS: Final[Mapping[str, float]] = {"shoes": 0.010, "neck": 0.018}
"""Metres a stiff shoe may stand out of what covers it, and a shirt out of the tie before it: what stands farther out lies in
front, not beneath."""
HELD: Final = 0.05
"""Metres below a hem that what comes out from under it is still as narrow as there."""
BELOW: Final = 0.75
"""Cosine between straight up and the way to the hem."""
FADES: Final = 2.0
"""Metres past an edge over which cloth that is pressed beneath it comes back, for each metre it is pressed."""
SEEN_INTO: Final = 0.012
NECKLINE: Final = 0.036
"""Metres one sees in at the neck of a shirt that is open: what lies between its edges is as good as bare."""
CHEST: Final = 1.18
"""Height from which on it is a neckline that one looks into, metres."""
GAPING: Final = 0.060
"""Metres one sees in under an edge that lies close, to skin and to cloth: coats gape."""
SLANTING: Final = 1.2
"""How many more a metre of depth."""
DEEPEST: Final = 0.12
"""Metres of depth that count for how far one sees in."""
TUCKS: Final = frozenset({"top", "bottom"})
"""Slots of which the one that lies outside where both are is over the other, whatever their layers."""
BELOW_HEMS: Final = frozenset({"shoes", "socks"})
"""Slots over which a dress hangs, whatever their layers: boots and leg warmers are worn over trousers, not over hems."""
MOST_KEPT: Final = 256
Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Fit:
    """A piece on the plain body among others: `positions`, `normals` (n,3), and the `indices` (3m,) of what may be seen."""

    positions: Floats
    normals: Floats
    indices: Indices


@dataclass(frozen=True, slots=True, eq=False)
class Layer:
    """What makes room or asks for it as one: the skin, a vest, a garment. `layer` counts from the inside out."""

    id: str
    slot: str
    layer: int
    pieces: tuple[Piece, ...]
    file: GarmentFile

    @property
    def covers(self) -> bool:
        """Whether what lies below has to make room. Garlands do not ask for it: one sees through between their petals."""
        if self.slot == "neck" and all(self.file.materials[piece.primitive.material].double_sided for piece in self.pieces):
            return False
        return self.slot in ("top", "bottom", "dress", "outer", "shoes", "socks", "neck", "under")


class Fitting:
    """Fits the layers of a look. `skin` is the body they are worn on; what was measured between two layers is kept."""

    def __init__(self, skin: Layer) -> None:
        self._skin = skin
        self._body = Welded(skin.pieces)
        self._print = fingerprint(np.concatenate([piece.primitive.positions for piece in skin.pieces]))
        self._welded: dict[str, Welded] = {skin.id: self._body}
        self._ways: dict[str, Floats] = {skin.id: self._body.normals}
        self._depths: dict[tuple[str, str], Floats] = {}
        self._fits: dict[tuple[str, ...], tuple[Fit, ...]] = {}

    def fit(self, layers: Sequence[Layer]) -> list[tuple[Fit, ...]]:
        """A fit for each piece of each layer; the same objects as long as nothing that touches them changed."""
        made = []
        for layer in layers:
            over = tuple(other for other in layers if self._lies_over(other, layer))
            touching = tuple(other for other in over if not bool(np.isnan(self._depth(layer, other)).all()))
            key = (layer.id, *(other.id for other in touching))
            if key not in self._fits:
                if len(self._fits) >= MOST_KEPT:
                    del self._fits[next(iter(self._fits))]
                self._fits[key] = self._fitted(layer, touching)
            made.append(self._fits[key])
        return made

    def depth(self, layer: Layer, layers: Sequence[Layer]) -> Floats:
        """How deep (n,) each vertex of the pieces of a layer lies beneath the nearest of those over it; infinite where none
        covers it."""
        found = np.full(len(self._mesh(layer).points), np.inf, np.float32)
        for other in layers:
            if self._lies_over(other, layer):
                depth = self._depth(layer, other)
                found = np.where(np.isnan(depth), found, np.minimum(found, depth))
        return found[np.concatenate(self._mesh(layer).rows)]

    def forget(self, layer: str) -> None:
        """Let go of what was measured of a layer."""
        for one in (self._welded, self._ways):
            one.pop(layer, None)
        for pair in [pair for pair in self._depths if layer in pair]:
            del self._depths[pair]
        for key in [key for key in self._fits if layer in key]:
            del self._fits[key]

    def _lies_over(self, other: Layer, layer: Layer) -> bool:
        if other is layer or not other.covers:
            return False
        if {layer.slot, other.slot} == TUCKS:
            return (other.slot == "top") == self._top_is_out(*((layer, other) if other.slot == "top" else (other, layer)))
        if "dress" in (layer.slot, other.slot) and not BELOW_HEMS.isdisjoint((layer.slot, other.slot)):
            return other.slot == "dress"
        return other.layer > layer.layer

    def _top_is_out(self, bottom: Layer, top: Layer) -> bool:
        """Whether the top hangs over the waistband: more of the band lies below it than stands out."""
        depth = self._depth(bottom, top)
        return bool(np.nansum(np.sign(depth)) >= 0)

    def _depth(self, layer: Layer, over: Layer) -> Floats:
        """How deep each welded point of a layer lies beneath another."""
        key = (layer.id, over.id)
        if key not in self._depths:
            cover = over.file.cover
            mesh = self._mesh(layer)
            if layer is self._skin and over.slot != "under" and cover is not None and cover.skin == self._print:
                depth = np.full(len(mesh.points), np.nan, np.float32)
                depth[np.concatenate(mesh.rows)] = unpacked(cover.steps)
            else:
                depth = self._measured(layer, over)
            self._depths[key] = mesh.filled(depth)
        return self._depths[key]

    def _measured(self, layer: Layer, over: Layer) -> Floats:
        cloth, mesh = self._mesh(over), self._mesh(layer)
        near = cloth.near(mesh.points, DEEPEST if layer is self._skin else MOST_PUSHED)
        if not len(near):
            return np.full(len(mesh.points), np.nan, np.float32)
        shell = outer(cloth.points, cloth.normals, near, self._body.points, self._body.normals)
        outside = OUTSIDE if layer is self._skin else STANDS.get(layer.slot, STANDS.get(over.slot, PUFFED))
        return depths(mesh.points, self._way(layer), shell, outside)

    def _mesh(self, layer: Layer) -> Welded:
        if layer.id not in self._welded:
            self._welded[layer.id] = Welded(layer.pieces)
        return self._welded[layer.id]

    def _way(self, layer: Layer) -> Floats:
        if layer.id not in self._ways:
            self._ways[layer.id] = outward(self._mesh(layer).points, self._body.points, self._body.normals)
        return self._ways[layer.id]

    def _fitted(self, layer: Layer, over: Sequence[Layer]) -> tuple[Fit, ...]:
        if not over:
            return tuple(Fit(p.primitive.positions, p.primitive.normals, p.primitive.indices) for p in layer.pieces)
        mesh, way = self._mesh(layer), self._way(layer)
        with np.errstate(invalid="ignore"):
            each = np.stack([self._depth(layer, other) for other in over])
            room = ROOM if layer is self._skin else np.where(mesh.points[:, 1] < HIPS, SWINGING, BETWEEN)
            room = BETWEEN if layer.slot == "shoes" else room
            missing = np.where(np.isnan(each), 0.0, np.clip(room - each, 0.0, MOST_PUSHED)).max(axis=0)
        deep = np.where(np.isnan(each), np.inf, np.maximum(each, ROOM)).min(axis=0)
        if layer is not self._skin:
            missing, deep = self._linings_follow(mesh, way, missing, deep)
            if layer.slot != "shoes":
                missing = _faded(mesh, missing, np.isfinite(deep))
        points = mesh.points - (missing[:, None] * way).astype(np.float32)
        if layer is not self._skin:
            # one sees past a tie on both sides
            deep = np.where(np.isfinite(each[[other.slot != "neck" for other in over]]).any(axis=0), deep, np.inf)
        sight = np.where(mesh.points[:, 1] > CHEST, NECKLINE, SEEN_INTO) if layer is self._skin else np.full(len(deep), GAPING)
        hidden = _hidden(mesh, deep, sight)
        return tuple(
            _piece(piece, points[rows], hidden[rows]) for piece, rows in zip(layer.pieces, mesh.rows, strict=True)
        )  # fmt: skip

    def _linings_follow(
        self, mesh: Welded, way: Floats, missing: npt.NDArray[Any], deep: npt.NDArray[Any]
    ) -> tuple[npt.NDArray[Any], npt.NDArray[Any]]:
        """A lining goes where the outer side beside it goes, and is as hidden."""
        inner = np.einsum("ij,ij->i", mesh.normals, way) < 0
        out = np.flatnonzero(~inner)
        rows = np.flatnonzero(inner)
        if len(rows) and len(out):
            beside = nearest(mesh.points[rows], mesh.points[out], 0.03)
            rows, beside = rows[beside >= 0], out[beside[beside >= 0]]
            missing[rows], deep[rows] = missing[beside], deep[beside]
        return missing, deep


def _faded(mesh: Welded, missing: npt.NDArray[Any], under: Mask) -> npt.NDArray[Any]:
    """Cloth that comes out below the hem of another comes out gradually, or it would cut through the hem."""
    pressed, free = np.flatnonzero(under & (missing > ROOM)), np.flatnonzero(~under)
    if not len(pressed) or not len(free):
        return missing
    near = nearest(mesh.points[free], mesh.points[pressed], FADES * MOST_PUSHED)
    free, near = free[near >= 0], pressed[near[near >= 0]]
    way = mesh.points[near] - mesh.points[free]
    away = np.linalg.norm(way, axis=1)
    # beside an open front it keeps its shape
    below = way[:, 1] > BELOW * away
    missing = missing.copy()
    missing[free[below]] = np.maximum(missing[free], missing[near] - np.maximum(away - HELD, 0.0) / FADES)[below]
    return missing


def _hidden(mesh: Welded, deep: npt.NDArray[Any], least: npt.NDArray[Any]) -> Mask:
    """Which points are covered (a finite depth) and out of sight: no edge is near enough to look in, `least` metres (n,) or
    more with the depth."""
    open_ = ~np.isfinite(deep)
    hidden = ~open_ & ~mesh.beside(open_)
    if not open_.any() or not hidden.any():
        return np.asarray(hidden)
    edge = mesh.points[open_]
    sight = least + SLANTING * np.minimum(deep, DEEPEST)
    # most cloth lies close; what hangs far takes a longer look
    near_by = float(least.max()) + 0.04
    for rows, reach in ((hidden & (sight <= near_by), near_by), (hidden & (sight > near_by), float(sight.max()))):
        at = np.flatnonzero(rows)
        near = nearest(mesh.points[at], edge, reach)
        close = np.linalg.norm(mesh.points[at] - edge[near], axis=1) < sight[at]
        hidden[at[(near >= 0) & close]] = False
    return np.asarray(hidden)


def _piece(piece: Piece, points: Floats, hidden: Mask) -> Fit:
    triangles = piece.primitive.indices.reshape(-1, 3)
    shown = triangles[~hidden[triangles].all(axis=1)]
    return Fit(points, piece.primitive.normals, np.ascontiguousarray(shown.ravel()))
