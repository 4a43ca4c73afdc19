"""How far an expression opens the mouth, read from its morphs: against the ``aa`` of the same face."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from avatars.rig.face_zones import ON_MOUTH
from avatars.vrm.model import Expression, Model


def mouth_openings(model: Model) -> dict[str, float]:
    """For every emotion that comes in zones (case-folded) the part of its mouth that is an open jaw: 0 shut, 1 as wide as ``aa``.

    The share of ``aa``'s movement in the expression's own (projection over all vertices that ``aa`` moves). Empty where the
    avatar has no ``aa``.
    """
    by_name = {name.casefold(): expression for name, expression in model.expressions.items()}
    if "aa" not in by_name:
        return {}
    wide = _moved(model, by_name["aa"])
    power = sum(float((way**2).sum()) for way in wide.values())
    if power <= 0:
        return {}
    found = {}
    for name, expression in by_name.items():
        if name.endswith(ON_MOUTH):
            own = _moved(model, expression)
            found[name.removesuffix(ON_MOUTH)] = sum(float((own[key] * wide[key]).sum()) for key in own.keys() & wide) / power
    return found


def _moved(model: Model, expression: Expression) -> Mapping[tuple[int, int], npt.NDArray[Any]]:
    """How far an expression moves the vertices of each mesh's primitives, (n, 3)."""
    moved: dict[tuple[int, int], npt.NDArray[Any]] = {}
    for node, index, weight in expression.morphs:
        mesh = model.nodes[node].mesh
        for number, primitive in enumerate(model.meshes[mesh].primitives if mesh is not None else ()):
            if mesh is not None and index < len(primitive.morphs):
                way = moved.setdefault((mesh, number), np.zeros((len(primitive.positions), 3)))
                morph = primitive.morphs[index]
                way[morph.rows] += morph.positions * weight
    return moved
