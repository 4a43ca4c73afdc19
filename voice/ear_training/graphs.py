"""What the recogniser searches: the words as rows of phones (HCLr), and which word follows which in free speech (Gr).

The two are joined only when speech begins, so that a grammar given then can stand in Gr's place. Costs are negative logarithms.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from voice.ear_training.open_fst import Graph
from voice.ear_training.phones import SILENT_PHONE, Phones
from voice.ear_training.pronunciations import Lexicon

UNKNOWN_WORD: Final = "[unk]"
"""Any speech. Only in grammars given at run time; free speech is made of words alone."""

STEP: Final = 0.3 * math.log(2)
"""Cost of each frame within a word: of staying in a sound and of going on to the next alike."""

STAY_SILENT: Final = 0.06
PAUSE: Final = 0.15
"""How likely silence is between two words."""

BACK_OFF: Final = 0.2
"""How likely any word is after any other, by how frequent it is alone (Katz 1987, with a fixed share)."""

START, LOOP, SILENCE = 0, 1, 2


def forward(phone: int) -> int:
    """The transition into a phone's only state as the search takes it: first on, then stay (Kaldi's reordering)."""
    return 2 * phone


def stay(phone: int) -> int:
    """The transition that repeats it."""
    return 2 * phone - 1


def word_list(words: Iterable[str]) -> list[str]:
    """The words in the order of their numbers, from 1."""
    return [*sorted(words), UNKNOWN_WORD]


def words_graph(lexicon: Lexicon, phones: Phones) -> Graph:
    """HCLr: transitions in, words out, each word at its first sound."""
    graph = Graph()
    for end in (math.inf, 0.0, math.inf):
        graph.state(end)
    after = graph.state()
    graph.arc(START, LOOP, 0, 0, -math.log(1 - PAUSE))
    graph.arc(START, SILENCE, forward(SILENT_PHONE), 0, -math.log(PAUSE))
    graph.arc(SILENCE, SILENCE, stay(SILENT_PHONE), 0, STAY_SILENT)
    graph.arc(SILENCE, LOOP, 0)
    graph.arc(after, LOOP, 0, 0, -math.log(1 - PAUSE))
    graph.arc(after, SILENCE, forward(SILENT_PHONE), 0, -math.log(PAUSE))
    for number, word in enumerate(word_list(lexicon), 1):
        ways = [([phones.filler], 1.0)] if word == UNKNOWN_WORD else spelled(lexicon[word], phones)
        for way, share in ways:
            add_way(graph, way, number, -math.log(share), after)
    return graph.sorted_by("given")


def spelled(ways: Mapping[tuple[str, ...], float], phones: Phones) -> list[tuple[list[int], float]]:
    """A word's phones, way by way."""
    return [(phones.phones_of(way), share) for way, share in ways.items()]


def add_way(graph: Graph, way: Sequence[int], word: int, cost: float, after: int) -> None:
    """A row of phones from the loop to what comes after a word."""
    here = LOOP
    for place, phone in enumerate(way):
        there = graph.state()
        graph.arc(here, there, forward(phone), 0 if place else word, STEP + (0.0 if place else cost))
        graph.arc(there, there, stay(phone), 0, STEP)
        here = there
    graph.arc(here, after, 0)


def follow_graph(lines: Mapping[str, int], words: Sequence[str]) -> Graph:
    """Gr: which word follows which in `lines`, each counted so many times. `words` in the order of their numbers."""
    follows: dict[str, Counter[str]] = defaultdict(Counter)
    alone: Counter[str] = Counter()
    for line, times in lines.items():
        row = line.split()
        for before, word in zip(("", *row), (*row, ""), strict=True):
            follows[before][word] += times
            alone[word] += times
    number = {word: place for place, word in enumerate(words, 1)}
    graph = Graph()
    state = {before: graph.state() for before in ("", *sorted(word for word in alone if word))}
    any_word = graph.state(likely(alone, ""))
    for word in sorted(state.keys() - {""}):
        graph.arc(any_word, state[word], number[word], number[word], likely(alone, word))
    for before, begin in state.items():
        graph.arc(begin, any_word, 0, 0, -math.log(BACK_OFF))
        for word in follows[before]:
            cost = likely(follows[before], word) - math.log(1 - BACK_OFF)
            if word:
                graph.arc(begin, state[word], number[word], number[word], cost)
            else:
                graph.ends[begin] = cost
    return graph.sorted_by("taken")


def likely(counts: Counter[str], word: str) -> float:
    """The cost of a word among its like."""
    return -math.log(counts[word] / counts.total())
