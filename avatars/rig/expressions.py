"""Mixing expressions: weights by name become morph weights, colours and texture places, by the rules of VRM 1.0.

An expression of a mouth, blink or look kind gives way where another one overrides it: ``block`` silences it as soon as
the other shows, ``blend`` fades it by the other's weight. A binary expression is either 0 or 1, and 0 where overridden.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from avatars.rig.face_zones import ON_MOUTH, SPLIT
from avatars.vrm.expressions import BLINKS, LOOKS, VISEMES
from avatars.vrm.model import Expression, Mesh, Node

FALLBACKS: Final[dict[str, tuple[tuple[str, float], ...]]] = {
    "happy": (("relaxed", 1.0),),
    "relaxed": (("happy", 0.4),),
    "surprised": (("oh", 0.35), ("happy", 0.15)),
    "sad": (("relaxed", 0.3),),
    "angry": (("sad", 0.3),),
    "blink": (("blinkLeft", 1.0), ("blinkRight", 1.0)),
    "blinkLeft": (("blink", 1.0),),
    "blinkRight": (("blink", 1.0),),
    "ih": (("ee", 0.8), ("aa", 0.35)),
    "ee": (("ih", 0.8), ("aa", 0.4)),
    "ou": (("oh", 0.6), ("aa", 0.3)),
    "oh": (("ou", 0.7), ("aa", 0.5)),
    "aa": (("oh", 0.9),),
    "shy": (("relaxed", 0.6),),
    "worried": (("sad", 0.45),),
    "thinking": (("neutral", 1.0),),
    "laugh": (("happy", 1.0),),
    "smile": (("relaxed", 0.8), ("happy", 0.4)),
    "smirk": (("relaxed", 0.6), ("happy", 0.3)),
    "proud": (("relaxed", 0.6), ("happy", 0.3)),
    "pout": (("angry", 0.35), ("sad", 0.35)),
    "sleepy": (("blink", 0.45),),
    "wink": (("blinkLeft", 1.0),),
}
"""Where an avatar lacks a preset, the first of these that it has stands in (for blinks and surprise: all of them)."""
ROUND: Final = ("ou", "oh")
ROUNDING: Final = 0.7
"""How much of an emotion's mouth rounded lips take away: pulled by its corners, an o would be a triangle."""
ALL_OF: Final = frozenset({"blink", "surprised"})


class ExpressionMixer:
    """Holds no time: the same weights always give the same face."""

    def __init__(self, expressions: Mapping[str, Expression], nodes: tuple[Node, ...], meshes: tuple[Mesh, ...]) -> None:
        self._by_name = {name.casefold(): expression for name, expression in expressions.items()}
        self.names = tuple(name for name in expressions if SPLIT not in name)
        self._kinds = {
            **{name.casefold(): "override_mouth" for name in VISEMES},
            **{name.casefold(): "override_blink" for name in BLINKS},
            **{name.casefold(): "override_look" for name in LOOKS},
        }
        self._rest = {
            i: np.array(meshes[node.mesh].weights, np.float64)
            for i, node in enumerate(nodes) if node.mesh is not None and meshes[node.mesh].weights
        }

    def has(self, name: str) -> bool:
        """Whether this avatar shows `name`, by itself or by a stand-in."""
        return bool(self._resolved(name))

    def _resolved(self, name: str) -> tuple[tuple[str, float], ...]:
        folded = name.casefold()
        if folded in self._by_name:
            return ((folded, 1.0),)
        known = [(other.casefold(), share) for preset, others in FALLBACKS.items() if preset.casefold() == folded
                 for other, share in others if other.casefold() in self._by_name]
        if name in ALL_OF:
            return tuple(known)
        return tuple(known[:1])

    def effective(self, weights: Mapping[str, float]) -> dict[str, float]:
        """Weights as they show: stand-ins, binary steps and overrides applied. Keys are case-folded."""
        asked: dict[str, float] = {}
        for name, weight in weights.items():
            for stand_in, share in self._resolved(name):
                asked[stand_in] = min(1.0, max(asked.get(stand_in, 0.0), weight * share))
        for name in asked:
            if self._by_name[name].binary:
                asked[name] = 1.0 if asked[name] > 0.5 else 0.0
        fading = {kind: self._left(asked, kind) for kind in ("override_mouth", "override_blink", "override_look")}
        for name, weight in asked.items():
            left = fading.get(self._kinds.get(name, ""), 1.0)
            asked[name] = 0.0 if self._by_name[name].binary and left < 1.0 else weight * left
        rounded = max(asked.get(name, 0.0) for name in ROUND)
        for name in asked:
            if name.endswith(ON_MOUTH):
                asked[name] *= 1.0 - ROUNDING * rounded
        return {name: weight for name, weight in asked.items() if weight > 0.0}

    def _left(self, asked: Mapping[str, float], kind: str) -> float:
        taken = 0.0
        for name, weight in asked.items():
            if self._kinds.get(name) == kind:
                continue
            rule = getattr(self._by_name[name], kind)
            taken += (1.0 if weight > 0 else 0.0) if rule == "block" else weight if rule == "blend" else 0.0
        return max(0.0, 1.0 - taken)

    def morphs(self, effective: Mapping[str, float]) -> dict[int, npt.NDArray[Any]]:
        """Morph weights of every node that has morphs."""
        mixed = {node: rest.copy() for node, rest in self._rest.items()}
        for name, weight in effective.items():
            for node, morph, share in self._by_name[name].morphs:
                if node in mixed:
                    mixed[node][morph] += weight * share
        return mixed

    def paint(self, effective: Mapping[str, float]) -> list[tuple[Expression, float]]:
        """The expressions that now change colours or texture places, with their weights."""
        shown = ((self._by_name[name], weight) for name, weight in effective.items())
        return [(expression, weight) for expression, weight in shown if expression.colours or expression.transforms]
