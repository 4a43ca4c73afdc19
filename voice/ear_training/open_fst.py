"""Weighted finite-state transducers in the binary form of OpenFst 1.8, little endian.

`constant` is its ConstFst (version 2, not aligned). `looked_ahead` is its olabel_lookahead: the same, and behind it for each
state the words that can be said from there, so that a grammar given at run time drives the search.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass, field
from typing import Final

MAGIC: Final = 2125659606
ADD_ON: Final = 446681434
NO_STATE: Final = -1
EPSILON: Final = 0
INFINITE: Final = float("inf")

# Properties of a transducer, as far as those who read one ask for them (properties.h).
EXPANDED: Final = 0x1
ACCEPTOR, NOT_ACCEPTOR = 0x1_0000, 0x2_0000
I_SORTED, NOT_I_SORTED = 0x1000_0000, 0x2000_0000
O_SORTED, NOT_O_SORTED = 0x4000_0000, 0x8000_0000


@dataclass(frozen=True, slots=True)
class Arc:
    """From a state: what is taken, what is given (0 nothing), the cost, and where it leads."""

    taken: int
    given: int
    cost: float
    to: int


@dataclass(slots=True)
class Graph:
    """States 0, 1, ... of which 0 is the start: each one's arcs, and its cost as an end (infinite where it is none)."""

    arcs: list[list[Arc]] = field(default_factory=list)
    ends: list[float] = field(default_factory=list)

    def state(self, end: float = INFINITE) -> int:
        """A new state."""
        self.arcs.append([])
        self.ends.append(end)
        return len(self.arcs) - 1

    def arc(self, begin: int, to: int, taken: int, given: int = EPSILON, cost: float = 0.0) -> None:
        """A new arc."""
        self.arcs[begin].append(Arc(taken, given, cost, to))

    def sorted_by(self, side: str) -> Graph:
        """The same with each state's arcs in the order of what is "taken" or "given"."""
        key = (lambda arc: arc.taken) if side == "taken" else (lambda arc: arc.given)
        return Graph([sorted(arcs, key=key) for arcs in self.arcs], list(self.ends))


def constant(graph: Graph) -> bytes:
    """The bytes of a ConstFst."""
    count = sum(map(len, graph.arcs))
    states, arcs, place = bytearray(), bytearray(), 0
    for leaving, end in zip(graph.arcs, graph.ends, strict=True):
        silent = [sum(getattr(arc, side) == EPSILON for arc in leaving) for side in ("taken", "given")]
        states += struct.pack("<fIIII", end, place, len(leaving), *silent)
        place += len(leaving)
        for arc in leaving:
            arcs += struct.pack("<iifi", arc.taken, arc.given, arc.cost, arc.to)
    return header("const", 2, properties(graph), 0, len(graph.arcs), count) + bytes(states) + bytes(arcs)


def looked_ahead(graph: Graph, words: int) -> bytes:
    """The bytes of an olabel_lookahead around `graph`, which gives words 1 to `words` and whose arcs are sorted by them."""
    last = words + 1
    out = bytearray(header("olabel_lookahead", 1, properties(graph), NO_STATE, 0, 0))
    out += struct.pack("<i", ADD_ON) + constant(graph)
    out += struct.pack("<???", True, False, True)  # there is an add-on; none for what is taken, one for what is given
    out += struct.pack("<??iq", False, False, last, len(graph.arcs))
    for labels in ahead(graph, last):
        ranges = intervals(labels)
        out += struct.pack("<q", len(ranges))
        for begin, end in ranges:
            out += struct.pack("<ii", begin, end)
        out += struct.pack("<i", len(labels))
    return bytes(out)


def header(kind: str, version: int, known: int, start: int, states: int, arcs: int) -> bytes:
    """What every file of OpenFst begins with."""
    out = struct.pack("<i", MAGIC)
    for text in (kind, "standard"):
        out += struct.pack("<i", len(text)) + text.encode()
    return out + struct.pack("<iiQqqq", version, 0, known, start, states, arcs)


def properties(graph: Graph) -> int:
    """What is known of the graph."""
    arcs = [arc for leaving in graph.arcs for arc in leaving]
    known = EXPANDED | (ACCEPTOR if all(arc.taken == arc.given for arc in arcs) else NOT_ACCEPTOR)
    taken = [[arc.taken for arc in leaving] for leaving in graph.arcs]
    given = [[arc.given for arc in leaving] for leaving in graph.arcs]
    known |= I_SORTED if all(row == sorted(row) for row in taken) else NOT_I_SORTED
    return known | (O_SORTED if all(row == sorted(row) for row in given) else NOT_O_SORTED)


def ahead(graph: Graph, last: int) -> list[frozenset[int]]:
    """For each state the words that may be given next; `last` where an end may come first."""
    found = [
        {arc.given for arc in leaving if arc.given} | ({last} if end != INFINITE else set())
        for leaving, end in zip(graph.arcs, graph.ends, strict=True)
    ]
    changed = True
    while changed:
        changed = False
        for state, leaving in enumerate(graph.arcs):
            before = len(found[state])
            found[state].update(*(found[arc.to] for arc in leaving if not arc.given))
            changed |= len(found[state]) > before
    return [frozenset(labels) for labels in found]


def intervals(labels: frozenset[int]) -> list[tuple[int, int]]:
    """The labels as ranges, ends not included."""
    ranges: list[tuple[int, int]] = []
    for label in sorted(labels):
        if ranges and ranges[-1][1] == label:
            ranges[-1] = ranges[-1][0], label + 1
        else:
            ranges.append((label, label + 1))
    return ranges
