"""Whether a graph in OpenFst's binary form is all there. One that lost its end may load, and then hears words nobody said.

From OpenFst's fst.cc (head), const-fst.h, add-on.h, label-reachable.h and interval-set.h. Graphs of other types pass.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

MAGIC: Final = 2125659606
SYMBOLS_MAGIC: Final = 2125658996
ADD_ON: Final = 446681434
INPUT_NAMES, OUTPUT_NAMES, ALIGNED = 1, 2, 4
ALIGNMENT: Final = 16
STATE, ARC = 20, 16
"""Bytes of each."""

LOOKING_AHEAD: Final = ("olabel_lookahead", "ilabel_lookahead")


class Cut(Exception):
    """The file ends too early, or is none of OpenFst's."""


@dataclass(frozen=True, slots=True)
class Head:
    """What a graph begins with."""

    kind: str
    arc_kind: str
    version: int
    flags: int
    states: int
    arcs: int

    @property
    def plain(self) -> bool:
        """Whether its states and arcs are of the usual size, and counted."""
        return self.arc_kind == "standard" and self.states >= 0 and self.arcs >= 0


def is_whole(file: Path) -> bool:
    """Whether nothing is missing. A second for a million states. Raises `OSError`."""
    with file.open("rb") as source:
        try:
            head = head_of(source)
            if head.kind == "const" and head.plain:
                pass_const(source, head)
            elif head.kind in LOOKING_AHEAD:
                pass_looked_ahead(source)
        except Cut:
            return False
    return True


def names_words(file: Path) -> bool:
    """Whether a graph names the words that it gives itself. Raises `OSError`."""
    with file.open("rb") as source:
        try:
            return bool(head_of(source).flags & OUTPUT_NAMES)
        except Cut:
            return False


def head_of(source: BinaryIO) -> Head:
    """Read the head, without the tables of names behind it."""
    if numbers(source, "i") != (MAGIC,):
        raise Cut
    kind, arc_kind = text(source), text(source)
    version, flags, _, _, states, arcs = numbers(source, "iiQqqq")
    return Head(kind, arc_kind, version, flags, states, arcs)


def pass_const(source: BinaryIO, head: Head) -> None:
    """Past a graph whose states and arcs are of one size."""
    for flag in (INPUT_NAMES, OUTPUT_NAMES):
        if head.flags & flag:
            pass_names(source)
    for count, size in ((head.states, STATE), (head.arcs, ARC)):
        if head.flags & ALIGNED or head.version == 1:
            skip(source, -source.tell() % ALIGNMENT)
        skip(source, count * size)


def pass_looked_ahead(source: BinaryIO) -> None:
    """Past a graph and the words that lie ahead of each of its states."""
    if numbers(source, "i") != (ADD_ON,):
        raise Cut
    head = head_of(source)
    if head.kind != "const" or not head.plain:
        return
    pass_const(source, head)
    if not numbers(source, "?")[0]:
        return
    for here in numbers(source, "??"):
        if here:
            pass_labels(source)


def pass_labels(source: BinaryIO) -> None:
    """Past one direction's labels: their new numbers where they are kept, then the ranges of each state."""
    _, keeps = numbers(source, "??")
    if keeps:
        skip(source, 8 * numbers(source, "q")[0])
    _, states = numbers(source, "iq")
    for _ in range(states):
        skip(source, 8 * numbers(source, "q")[0] + 4)


def pass_names(source: BinaryIO) -> None:
    """Past a table of names."""
    if numbers(source, "i") != (SYMBOLS_MAGIC,):
        raise Cut
    text(source)
    _, count = numbers(source, "qq")
    for _ in range(count):
        text(source)
        skip(source, 8)


def numbers(source: BinaryIO, form: str) -> tuple[int, ...]:
    """The next values, little endian and without gaps."""
    size = struct.calcsize(f"<{form}")
    data = source.read(size)
    if len(data) < size:
        raise Cut
    return struct.unpack(f"<{form}", data)


def text(source: BinaryIO) -> str:
    """The next name."""
    (size,) = numbers(source, "i")
    data = source.read(max(0, size))
    if size < 0 or len(data) < size:
        raise Cut
    return data.decode("utf-8", "replace")


def skip(source: BinaryIO, count: int) -> None:
    """Past so many bytes, all of which must be there."""
    if count < 0:
        raise Cut
    if count > (1 << 16):
        source.seek(count - 1, 1)
        count = 1
    if len(source.read(count)) < count:
        raise Cut
