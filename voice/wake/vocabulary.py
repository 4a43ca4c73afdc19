"""Which words a speech model knows, read from its files: without loading it, and in a fraction of a second."""

from __future__ import annotations

import functools
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from voice.errors import ModelFault
from voice.recognise.soundness import REMEDY, check_files

FST: Final = 2125659606
SYMBOLS: Final = 2125658996
"""Magic numbers of OpenFst's files."""

HEAD: Final = 64
"""Bytes that hold the head of a file up to its flags, whatever its type."""

OUTPUT: Final = 2
INPUT: Final = 1
"""Flags: the file holds a table of these symbols."""

MARKS: Final = ("<", "#", "[", "!")
"""A word that begins so is none."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of a model; `grammar`: whether it takes a list of phrases at run time."""

    words: frozenset[str]
    grammar: bool

    def knows(self, word: str) -> bool:
        """Whether it can be heard."""
        return word in self.words and not word.startswith(MARKS)


def vocabulary_of(folder: Path) -> Vocabulary:
    """The vocabulary of the model in `folder`. Raises `ModelFault`."""
    check_files(folder)
    graph = folder / "graph"
    static = not takes_grammar(folder)
    source = graph / ("HCLG.fst" if static else "Gr.fst")
    return read(folder, source.stat().st_mtime_ns, static)


def takes_grammar(folder: Path) -> bool:
    """Whether the model in `folder` takes a list of phrases at run time: one whose words are in a single graph does not."""
    graph = folder / "graph"
    return not (graph / "HCLG.fst").is_file() and (graph / "Gr.fst").is_file()


@functools.lru_cache(maxsize=4)
def read(folder: Path, _changed: int, static: bool) -> Vocabulary:
    """As the recogniser does: the table in the graph itself, else ``words.txt``."""
    graph = folder / "graph"
    try:
        found = symbols_in(graph / ("HCLG.fst" if static else "Gr.fst")) or words_in(graph / "words.txt")
    except (OSError, struct.error, UnicodeError, ValueError) as fault:
        raise ModelFault(f"{folder} is a damaged speech model: its words cannot be read.", REMEDY) from fault
    return Vocabulary(frozenset(found), not static)


def words_in(file: Path) -> list[str]:
    """One word a line, with its number."""
    lines = file.read_text(encoding="utf-8").splitlines()
    return [line.rsplit(maxsplit=1)[0] for line in lines if len(line.split()) > 1]


def symbols_in(file: Path) -> list[str]:
    """The output symbols in the head of a finite-state transducer in OpenFst's binary form; none where it holds none."""
    with file.open("rb") as source:
        data = source.read(HEAD)
        if len(data) < HEAD or struct.unpack_from("<i", data)[0] != FST:
            return []
        at = 4
        for _ in ("type of the transducer", "type of its arcs"):
            at += 4 + int(struct.unpack_from("<i", data, at)[0])
        flags = struct.unpack_from("<i", data, at + 4)[0]
        if flags & OUTPUT:  # without names a graph of gigabytes need not be read
            data += source.read()
    at += 4 + 4 + 8 + 3 * 8
    if flags & INPUT:
        _, at = table(data, at)
    return table(data, at)[0] if flags & OUTPUT else []


def table(data: bytes, at: int) -> tuple[list[str], int]:
    """The symbols of a table that begins `at`, and where it ends."""
    if struct.unpack_from("<i", data, at)[0] != SYMBOLS:
        raise ValueError("no table of symbols")
    at += 8 + struct.unpack_from("<i", data, at + 4)[0]
    count = struct.unpack_from("<q", data, at + 8)[0]
    at += 16
    found: list[str] = []
    for _ in range(count):
        size = struct.unpack_from("<i", data, at)[0]
        if size < 0 or at + 4 + size + 8 > len(data):
            raise ValueError("a table of symbols that is cut short")
        found.append(data[at + 4 : at + 4 + size].decode("utf-8"))
        at += 4 + size + 8
    return found, at
