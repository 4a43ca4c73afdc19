"""Emotions split into brows, lids and mouth, so that eyes can lead the mouth and speech can have it.

VRM gives one morph for a whole face. Where the lids and the mouth lie is read from the avatar's own blink and ``aa``: the
zones part between them, softly. An expression ``happy`` gets the companions ``happy#brows``, ``happy#lids``, ``happy#mouth``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from avatars.vrm.expressions import BLINKS, LOOKS, VISEMES
from avatars.vrm.model import Expression, Mesh, Model, Morph, Primitive

ZONES: Final = ("brows", "lids", "mouth")
SPLIT: Final = "#"
ON_MOUTH: Final = f"{SPLIT}mouth"
WHOLE: Final = frozenset({"tears", "blush"})
"""Lie over any emotion and keep whole: a tear runs from the lids to the mouth."""
MOST_SPLIT: Final = 64
"""Morphs of one mesh that are split; an avatar with more keeps its faces whole."""


@dataclass(frozen=True, slots=True)
class Lines:
    """Heights (metres, mesh space) between mouth and lids and between lids and brows, and half the width of the blend."""

    mouth: float
    brows: float
    soft: float

    def shares(self, heights: npt.NDArray[Any], lidded: npt.NDArray[Any] | float = 0.0) -> tuple[npt.NDArray[Any], ...]:
        """How much of a vertex at these heights belongs to brows, lids, mouth: sums to one. `lidded` (0..1) is how far it goes
        with a blink: lashes reach up to the brows and stay with the lids all the same."""
        above_mouth = _ramp((heights - self.mouth) / self.soft)
        above_lids = _ramp((heights - self.brows) / (self.soft * 0.4)) * (1.0 - np.asarray(lidded))
        return above_lids, above_mouth - above_lids * above_mouth, (1.0 - above_mouth) * (1.0 - above_lids)


def _ramp(x: npt.NDArray[Any]) -> npt.NDArray[Any]:
    u = np.clip(0.5 + 0.5 * x, 0.0, 1.0)
    return np.asarray(u * u * (3.0 - 2.0 * u))


def split_faces(model: Model) -> Model:
    """The model with companions for every emotion that moves more than one zone; the same model where lids or mouth
    cannot be told apart."""
    lines = face_lines(model)
    if lines is None:
        return model
    others = {name.casefold() for name in (*VISEMES, *BLINKS, *LOOKS)} | WHOLE
    emotions = {name: e for name, e in model.expressions.items() if name.casefold() not in others and e.morphs}
    wanted: dict[int, list[int]] = {}
    for expression in emotions.values():
        for node, morph, _ in expression.morphs:
            mesh = model.nodes[node].mesh
            if mesh is not None and morph not in wanted.setdefault(mesh, []):
                wanted[mesh].append(morph)
    if not wanted or max(map(len, wanted.values())) > MOST_SPLIT:
        return model
    meshes = list(model.meshes)
    places: dict[tuple[int, int], int] = {}
    for mesh, morphs in wanted.items():
        for number, morph in enumerate(morphs):
            places[mesh, morph] = len(meshes[mesh].weights) + number * len(ZONES)
        meshes[mesh] = _with_zones(meshes[mesh], morphs, lines, _lidded(model, mesh))
    expressions = dict(model.expressions)
    for name, expression in emotions.items():
        expressions |= _companions(name, expression, model, places)
    return replace(model, meshes=tuple(meshes), expressions=expressions)


def _companions(
    name: str, expression: Expression, model: Model, places: Mapping[tuple[int, int], int]
) -> dict[str, Expression]:
    made = {}
    for number, zone in enumerate(ZONES):
        morphs = []
        for node, morph, weight in expression.morphs:
            mesh = model.nodes[node].mesh
            if mesh is not None:
                morphs.append((node, places[mesh, morph] + number, weight))
        full = f"{name}{SPLIT}{zone}"
        part = Expression(full, tuple(morphs), binary=expression.binary)
        if zone == "brows":  # colours and textures go with one of the three only
            part = replace(part, colours=expression.colours, transforms=expression.transforms)
        elif zone == "mouth":
            part = replace(part, override_mouth=expression.override_mouth)
        else:  # no rule for blinks: who mixes zones lets the lids of a smile give way, and the blink closes fully
            part = replace(part, override_look=expression.override_look)
        made[full] = part
    return made


def _blink(model: Model) -> Expression | None:
    by_name = {name.casefold(): expression for name, expression in model.expressions.items()}
    return by_name.get("blink") or by_name.get("blinkleft")


def _lidded(model: Model, mesh: int) -> list[npt.NDArray[Any]]:
    """For every vertex of a mesh's primitives how far it goes with a blink, 0..1."""
    blink = _blink(model)
    shares = [np.zeros(len(primitive.positions)) for primitive in model.meshes[mesh].primitives]
    for node, index, weight in blink.morphs if blink else ():
        if model.nodes[node].mesh == mesh:
            for share, primitive in zip(shares, model.meshes[mesh].primitives, strict=True):
                if index < len(primitive.morphs):
                    morph = primitive.morphs[index]
                    share[morph.rows] += np.abs(morph.positions).max(axis=1) * abs(weight)
    most = max((float(share.max()) for share in shares if len(share)), default=0.0)
    return [np.minimum(share / (0.15 * most), 1.0) if most > 0 else share for share in shares]


def _with_zones(mesh: Mesh, morphs: list[int], lines: Lines, lidded: list[npt.NDArray[Any]]) -> Mesh:
    primitives = []
    for primitive, lids in zip(mesh.primitives, lidded, strict=True):
        targets = list(primitive.morphs)
        empty = Morph(np.zeros(0, np.uint32), np.zeros((0, 3), np.float32), np.zeros((0, 3), np.float32))
        targets += [empty] * (len(mesh.weights) - len(targets))
        for index in morphs:
            morph = primitive.morphs[index] if index < len(primitive.morphs) else empty
            targets += _parts(primitive, morph, lines, lids)
        primitives.append(replace(primitive, morphs=tuple(targets)))
    return replace(mesh, primitives=tuple(primitives), weights=mesh.weights + (0.0,) * (len(morphs) * len(ZONES)))


def _parts(primitive: Primitive, morph: Morph, lines: Lines, lids: npt.NDArray[Any]) -> list[Morph]:
    parts = []
    for share in lines.shares(primitive.positions[morph.rows, 1], lids[morph.rows]):
        kept = np.flatnonzero(share > 1e-3)
        part = share[kept, None].astype(np.float32)
        parts.append(Morph(morph.rows[kept], morph.positions[kept] * part, morph.normals[kept] * part))
    return parts


def face_lines(model: Model) -> Lines | None:
    """Where the zones part, from what blink and ``aa`` move; None where the avatar does not tell."""
    by_name = {name.casefold(): expression for name, expression in model.expressions.items()}
    blink = _blink(model)
    if blink is None or "aa" not in by_name:
        return None
    lids, mouth = _moved_heights(model, blink), _moved_heights(model, by_name["aa"])
    if not len(lids) or not len(mouth):
        return None
    low, high, lip = float(np.percentile(lids, 4)), float(np.percentile(lids, 80)), float(np.percentile(mouth, 97))
    if not lip < low < high:
        return None
    gap = low - lip
    # the highest that a blink moves are lashes: the brows' line lies just over the lids
    return Lines(lip + 0.5 * gap, high + 0.15 * (high - low), max(0.35 * gap, 1e-3))


def _moved_heights(model: Model, expression: Expression) -> npt.NDArray[Any]:
    """Rest heights of the vertices that the expression clearly moves."""
    heights, ways = [], []
    for node, index, weight in expression.morphs:
        mesh = model.nodes[node].mesh
        for primitive in model.meshes[mesh].primitives if mesh is not None else ():
            if index < len(primitive.morphs):
                morph = primitive.morphs[index]
                heights.append(primitive.positions[morph.rows, 1])
                ways.append(np.abs(morph.positions).max(axis=1) * abs(weight))
    if not heights:
        return np.zeros(0)
    every, way = np.concatenate(heights), np.concatenate(ways)
    return every[way > 0.25 * way.max()] if len(way) and way.max() > 0 else np.zeros(0)
