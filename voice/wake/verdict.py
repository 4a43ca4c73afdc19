"""What becomes of a name that somebody wants to call her by, before they rely on it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from voice.wake.called_in_text import WORD
from voice.wake.closest import closest
from voice.wake.names import LONGEST, fits, folded, is_unspaced, missing_words
from voice.wake.vocabulary import Vocabulary

Warning = Literal["empty", "long", "unknown", "common", "short", "own", "no-grammar"]
"""``empty``: nothing in it can be said. ``long``: a sentence. ``unknown``: the model lacks `missing`. ``common``: people say it
without calling anybody. ``short``: it sounds like much else. ``own``: it is the user's name. ``no-grammar``: this model looks for
names in free text, which costs as much as listening always and finds fewer of them."""

BEGINS: Final = 1.0
"""Of a thousand sentences: how many may begin with a name before it is a common word."""

WITHIN: Final = 4.0
"""The same for having it anywhere."""

FEWEST: Final = 4
"""Letters of a name; of fewer much else reminds: "Kai" is heard in "kite" and "Kyle"."""

FEWEST_SIGNS: Final = 2
"""The same in Chinese characters and kana."""


@dataclass(frozen=True, slots=True)
class NameVerdict:
    """Of one name. It wakes her only with a greeting in front where `greeted` says so; not at all where it is not `heard`."""

    name: str
    folded: str
    warnings: tuple[Warning, ...] = ()
    missing: tuple[str, ...] = ()
    closest: tuple[str, ...] = ()
    per_thousand: float = 0.0
    """In how many of a thousand sentences it is said."""

    @property
    def heard(self) -> bool:
        """Whether the model can hear it."""
        return not {"empty", "long", "unknown"} & set(self.warnings)

    @property
    def often(self) -> bool:
        """Whether it would wake her when nobody calls, if it did so by itself."""
        return bool({"common", "short"} & set(self.warnings))


def verdict_on(
    name: str, vocabulary: Vocabulary, sentences: Sequence[str] = (), own: Iterable[str] = ()
) -> NameVerdict:
    """Look at a name as it was written: `sentences` as people say them in this language tell which words are common, `own` are
    the names of the user."""
    plain = folded(name)
    if not plain:
        return NameVerdict(name, "", ("empty",))
    if not fits(plain):
        return NameVerdict(name, plain[:LONGEST], ("long",))
    told: list[Warning] = []
    missing = missing_words(plain, vocabulary.knows)
    near: tuple[str, ...] = ()
    if not vocabulary.grammar:
        told.append("no-grammar")
    elif missing:
        told.append("unknown")
        near = suggestions(plain, missing, vocabulary)
    within = commonness(plain, sentences)[1]
    if is_common(plain, sentences):
        told.append("common")
    elif is_short(plain):
        told.append("short")
    if plain in {folded(one) for one in own}:
        told.append("own")
    return NameVerdict(name, plain, tuple(told), missing if "unknown" in told else (), near, within)


def suggestions(name: str, missing: Sequence[str], vocabulary: Vocabulary) -> tuple[str, ...]:
    """Whole names to take instead, with the first unknown word replaced by its likest."""
    others = closest(missing[0], vocabulary)
    changed = (" ".join(other if word == missing[0] else word for word in name.split()) for other in others)
    return tuple(changed) if len(missing) == 1 else ()


def is_short(name: str) -> bool:
    """Whether it has too few sounds to be told from others."""
    bare = name.replace(" ", "")
    return len(bare) < (FEWEST_SIGNS if is_unspaced(bare) else FEWEST)


def is_common(name: str, sentences: Sequence[str]) -> bool:
    """Whether people say it without calling anybody."""
    begins, within = commonness(name, sentences)
    return begins >= BEGINS or within >= WITHIN


def wakes_often(name: str, sentences: Sequence[str]) -> bool:
    """Whether a folded name must not wake her without a greeting in front."""
    return is_short(name) or is_common(name, sentences)


def commonness(name: str, sentences: Sequence[str]) -> tuple[float, float]:
    """Of a thousand sentences: how many begin with the name, how many hold it; written small, as names of people are not."""
    if not sentences:
        return 0.0, 0.0
    if is_unspaced(name.replace(" ", "")):
        bare = [folded(sentence).replace(" ", "") for sentence in sentences]
        begin, held = sum(line.startswith(name) for line in bare), sum(name in line for line in bare)
    else:
        lines = [f" {' '.join(WORD.findall(sentence.replace('’', chr(39))))} " for sentence in sentences]
        begin, held = sum(line.startswith(f" {name} ") for line in lines), sum(f" {name} " in line for line in lines)
    return 1000 * begin / len(sentences), 1000 * held / len(sentences)
