"""`VRMC_node_constraint` 1.0: a node that rolls, aims or turns as another does."""

from __future__ import annotations

from typing import Final, Literal

from avatars.vrm.checked import Checked
from avatars.vrm.model import Constraint

KINDS: Final[tuple[Literal["roll", "aim", "rotation"], ...]] = ("roll", "aim", "rotation")
AIMS: Final = ("PositiveX", "NegativeX", "PositiveY", "NegativeY", "PositiveZ", "NegativeZ")


def read_constraints(root: Checked) -> tuple[Constraint, ...]:
    """The constraints of all nodes, ordered so that a source is settled before what copies it."""
    items = root.each("nodes", "node")
    found: dict[int, Constraint] = {}
    for index, item in enumerate(items):
        held = item.get("extensions").get("VRMC_node_constraint").get("constraint")
        for kind in KINDS:
            one = held.get(kind)
            if not one.present or index in found:
                continue
            axis = ""
            if kind == "roll":
                axis = one.get("rollAxis").choice(("X", "Y", "Z"), "X")
            elif kind == "aim":
                axis = one.get("aimAxis").choice(AIMS, "PositiveX")
            source, weight = one.get("source").must_index(len(items)), one.get("weight").number(1.0, 0.0, 1.0)
            found[index] = Constraint(index, source, kind, axis, weight)
    return _ordered(found, root)


def _ordered(found: dict[int, Constraint], root: Checked) -> tuple[Constraint, ...]:
    ordered: list[Constraint] = []
    placed: set[int] = set()
    for start in found:
        way: list[int] = []
        at = start
        while at in found and at not in placed:
            if at in way:
                raise root.refuse(f"node {at}: its constraint leads back to itself")
            way.append(at)
            at = found[at].source
        for index in reversed(way):
            placed.add(index)
            ordered.append(found[index])
    return tuple(ordered)
