"""What is far too long to be one turn of a talk: a page that was pasted, or an evening's worth of somebody's own.

Of a page that tells of others nothing is kept and nothing is taken for the user's: she names its length, the thing it
keeps coming back to, and the sentence that holds most of it. Of their own words the sentences that tell most are
understood, wherever they stand.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from mind.languages import Lang
from mind.talk.content import Content
from mind.talk.ledger import split_sentences
from mind.talk.own_words import own_words

PAGE: Final[dict[Lang, int]] = {"en": 120, "zh": 220, "ja": 260}
"""Words, or characters, from which a text may be a page."""
SURELY: Final = 6
"""So many pages' worth are nobody's message, whoever the "I" in them is."""
OWN_SHARE: Final = 0.34
"""From this share of sentences that speak of oneself on, a page is the user's own."""
READ: Final = 400
"""Sentences looked at."""
KEPT: Final = 14
"""Sentences of a long message of their own that are understood."""
LINE: Final[dict[Lang, tuple[int, int]]] = {"en": (24, 130), "zh": (8, 44), "ja": (10, 56)}
"""How long a sentence may be that she gives back."""
_OWN: Final[dict[Lang, re.Pattern[str]]] = {
    "en": re.compile(r"\b(?:i|i'm|i've|i'd|i'll|my|me|we|our)\b", re.IGNORECASE), "zh": re.compile("我"),
    "ja": re.compile("私|僕|俺|うち|自分"),
}
_SPOKEN: Final = re.compile(r"[\"“”「『][^\"”」』]{2,}[\"”」』]")
_TOKEN: Final = re.compile(r"[\w'’]+")


@dataclass(frozen=True, slots=True)
class Page:
    """A text that somebody else speaks in."""

    count: int
    """Words, or characters in Chinese and Japanese."""
    line: str
    """The sentence that holds most of it, empty where none is short enough."""
    thing: str
    """What it keeps coming back to, in a word of it."""


def size_of(text: str, lang: Lang) -> int:
    """Words, or characters that are no marks."""
    return len(_TOKEN.findall(text)) if lang == "en" else len(re.sub(r"[\W_]+", "", text))


def page_of(text: str, lang: Lang, content: Content) -> Page | None:
    """The page that a text is; None for what somebody tells of themself."""
    size = size_of(text, lang)
    if size < PAGE[lang]:
        return None
    sentences = _sentences(text)
    own = sum(bool(_OWN[lang].search(_SPOKEN.sub("", one))) for one in sentences) / max(1, len(sentences))
    tells = bool(_SPOKEN.search(text)) and size > 1.5 * PAGE[lang]
    if own >= OWN_SHARE and size < SURELY * PAGE[lang] and not tells:
        return None
    weight = _weights(sentences, lang)
    low, high = LINE[lang]
    fitting = [one for one in sentences if low <= len(one) <= high and "://" not in one]
    line = max(fitting, key=lambda one: _worth(one, weight, lang, content), default="")
    return Page(size, line.strip("\"“”「」『』 "), _thing(sentences, weight, lang))


def pith(text: str, lang: Lang, content: Content) -> str:
    """Their own long words shortened to the sentences that tell most, in their order; short ones as they are."""
    if size_of(text, lang) < 1.5 * PAGE[lang]:
        return text
    sentences = _sentences(text)
    weight = _weights(sentences, lang)
    ranked = sorted(range(len(sentences)), key=lambda at: -_worth(sentences[at], weight, lang, content))
    kept = sorted({*ranked[:KEPT], len(sentences) - 1})
    return (" " if lang == "en" else "").join(sentences[at] for at in kept)


def _sentences(text: str) -> list[str]:
    """Each once: what is said over and over counts by its words, and takes no place twice."""
    return list(dict.fromkeys(one for line in text.splitlines() for one in split_sentences(line.strip())))[:READ]


def _weights(sentences: Sequence[str], lang: Lang) -> Counter[str]:
    return Counter(word for one in sentences for word in own_words(one, lang))


def _worth(sentence: str, weight: Counter[str], lang: Lang, content: Content) -> float:
    """What a sentence tells: what the whole comes back to, feelings, and whether it speaks of oneself."""
    words = own_words(sentence, lang)
    if not words:
        return 0.0
    worth = sum(min(weight[word], 4) - 0.5 for word in words) / (3 + len(words))
    low = f" {sentence.lower()} "
    felt = any((f" {word} " in low if lang == "en" else word in low)
               for feeling in content.feelings.values() for word in (*feeling.words, *feeling.strong))
    own = bool(_OWN[lang].search(sentence))
    return worth + (2.5 if own else 0.8) * felt + 0.4 * own


def _thing(sentences: Sequence[str], weight: Counter[str], lang: Lang) -> str:
    """The commonest name or thing: a name inside sentences, else a word behind "the"; the commonest pair of characters."""
    text = " ".join(sentences)
    if lang == "en":
        names = Counter(re.findall(r"(?<=[a-z,;] )([A-Z][a-z]{2,})\b", text))
        things = Counter(re.findall(r"\b[Tt]he ([a-z]{3,})\b(?= (?:is|was|had|of|in|on|at|and|that)\b|[.,;])", text))
        name, called = _commonest(names)
        thing, named = _commonest(things)
        if called >= max(2, named):
            return name
        return f"the {thing}" if named >= 2 else ""
    pair, often = _commonest(weight)
    return pair if often >= 3 else ""


def _commonest(found: Counter[str]) -> tuple[str, int]:
    return (found.most_common(1) or [("", 0)])[0]
