"""Whether a reply uses something the user said. Strict: their name alone does not count.

A reply counts by the first of these that holds:
`word`: it holds a content word of the user's present turn. English: the same stem outside `stop.ENGLISH`, or three words
running of the turn (persons turned) that are not all in `stop.FUNCTION`. Chinese: four characters running, one of them outside
`stop.CJK`; the same two characters, neither of them in `stop.CJK`, outside `stop.PAIRS_ZH`; or the same word of a concept, one
of a single character only out of `stop.SINGLES`. Japanese: five running, or two, both kanji or katakana, outside
`stop.PAIRS_JA`; a kanji that stands alone, outside `stop.ALONE_JA`; or the same word of a concept that is not all hiragana.
A turn of pictures counts as the words for them.
`feeling`: the user's present or last turn names a feeling, and the reply names it too or reflects it (`FEELING_WORDS`).
`fact`: it holds the whole value of a fact kept before, or a content word of one it rests on.
`focus`: the plan says that it uses words of an earlier turn, and these words stand both in the reply and in one of the user's
last six.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from mind.languages import Lang
from mind.talk.bench.measures.feeling_words import FEELING_WORDS
from mind.talk.bench.measures.stop import ALONE_JA, CJK, ENGLISH, FUNCTION, PAIRS_JA, PAIRS_ZH, SINGLES
from mind.talk.pictures import in_words, only_pictures

_TURNED = {
    "i": "you", "i'm": "you're", "i've": "you've", "i'd": "you'd", "i'll": "you'll", "my": "your", "me": "you", "am": "are",
    "mine": "yours", "myself": "yourself",
}  # fmt: skip
HIRAGANA = re.compile(r"[\u3041-\u3096ー]+")
ALONE = re.compile(r"(?<![\u3400-\u9fff々])[\u3400-\u9fff](?![\u3400-\u9fff々])")
Use = Literal["", "word", "feeling", "fact", "focus"]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What the language's content knows: words of concepts, words of feelings by class."""

    concepts: frozenset[str] = frozenset()
    feelings: Mapping[str, frozenset[str]] | None = None


@dataclass(frozen=True, slots=True)
class Spoken:
    """One reply and what it could use."""

    reply: str
    turn: str
    before: Sequence[str] = ()
    """The user's earlier turns, newest last."""
    values: Sequence[str] = ()
    """Values of the facts kept before this turn, the name left out."""
    rests: Sequence[str] = ()
    """Values of those the reply rests on."""
    planned: Sequence[str] = ()
    """Words of the user's that the plan says it uses."""


def use_of(one: Spoken, lang: Lang, lexicon: Lexicon, name: str = "") -> Use:
    """What of the user's a reply uses; empty for nothing."""
    reply = content(one.reply, lang, lexicon) - content(name, lang, lexicon)
    if reply & content(one.turn, lang, lexicon) or _span(one.reply, one.turn, lang):
        return "word"
    if _felt(one, lang, lexicon):
        return "feeling"
    plain = one.reply.lower()
    if any(_whole(value, plain, lang) for value in one.values) or any(reply & content(v, lang, lexicon) for v in one.rests):
        return "fact"
    recent = " ".join(one.before[-6:]).lower()
    for words in one.planned:
        if content(words, lang, lexicon) & reply & content(recent, lang, lexicon):
            return "focus"
    return ""


def content(text: str, lang: Lang, lexicon: Lexicon) -> set[str]:
    """The content words of a text, or its pairs of characters."""
    text = in_words(text, lang) if only_pictures(text) else text
    if lang == "en":
        found = re.findall(r"[a-z0-9][a-z0-9']+", text.lower().replace("’", "'"))
        words = {stem(word) for word in found if word not in ENGLISH and (len(word) > 2 or word.isdigit())}
        return words | (content(text, "zh", lexicon) if re.search(r"[\u3400-\u9fff]", text) else set())
    plain, stopped = re.sub(r"[\W_]+", " ", text.lower()), PAIRS_ZH if lang == "zh" else PAIRS_JA
    pairs = {plain[at:at + 2] for at in range(len(plain) - 1)}
    kept = {pair for pair in pairs if _says(pair, lang)}
    words = {word for word in lexicon.concepts if word in plain and (word in SINGLES or (len(word) > 1 and word not in stopped))}
    if lang == "ja":
        words = {word for word in words if not HIRAGANA.fullmatch(word)} | set(ALONE.findall(plain)) - ALONE_JA
    return kept | words | set(re.findall(r"[a-z]{3,}|\d+", plain))


def _span(reply: str, turn: str, lang: Lang) -> bool:
    """A run of the turn's words, persons turned, stands in the reply: three words, four characters, five in Japanese."""
    if lang != "en":
        return _run_cjk(reply, turn, 4 if lang == "zh" else 5)
    theirs = [_TURNED.get(word, word) for word in re.findall(r"[a-z0-9']+", turn.lower().replace("’", "'"))]
    runs = [theirs[at:at + 3] for at in range(len(theirs) - 2)]
    words = re.findall(r"[a-z0-9']+", reply.lower().replace("’", "'"))
    said = f" {' '.join(words)} "
    return any(f" {' '.join(run)} " in said and not FUNCTION.issuperset(run) for run in runs)


def _run_cjk(reply: str, turn: str, size: int) -> bool:
    """Characters running without a mark between them, of which at least one carries something."""
    said = reply.replace("我", "你")
    for part in re.split(r"[\W_]+", turn.replace("我", "你")):
        for at in range(len(part) - size + 1):
            run = part[at:at + size]
            if run in said and any(_carries(char) for char in run):
                return True
    return False


def _carries(char: str) -> bool:
    return bool(re.match(r"[\u3400-\u9fff々\u30a1-\u30fa]", char)) and char not in CJK


def stem(word: str) -> str:
    """Roughly: without the endings of plural and tense."""
    word = re.sub(r"'(?:s|re|ve|ll|d|m)?$", "", word)
    for ending, rest in (("ies", "y"), ("ing", ""), ("ed", ""), ("es", ""), ("s", "")):
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            word = word[: -len(ending)] + rest
            break
    if len(word) > 3 and word[-1] == word[-2]:
        word = word[:-1]
    return word[:-1] if word.endswith("e") and len(word) > 3 else word


def _says(pair: str, lang: Lang) -> bool:
    if " " in pair:
        return False
    if lang == "zh":
        return bool(re.fullmatch(r"[\u3400-\u9fff]{2}", pair)) and not CJK & set(pair) and pair not in PAIRS_ZH
    return bool(re.fullmatch(r"[\u3400-\u9fff々\u30a1-\u30ffー]{2}", pair)) and pair not in PAIRS_JA


def _whole(value: str, reply: str, lang: Lang) -> bool:
    value = value.lower().strip()
    if lang == "en":
        informative = any(word not in ENGLISH for word in re.findall(r"[\w']+", value))
        return informative and bool(re.search(rf"(?<!\w){re.escape(value)}(?!\w)", reply))
    return len(value) >= 2 and value not in PAIRS_ZH and value in reply


def _felt(one: Spoken, lang: Lang, lexicon: Lexicon) -> bool:
    named = classes(" ".join((*one.before[-1:], one.turn)), lang, lexicon)
    return any(_holds(one.reply, words, lang) for words in (_feeling(cls, lang, lexicon) for cls in named))


def classes(text: str, lang: Lang, lexicon: Lexicon) -> set[str]:
    """The feelings that a text names."""
    return {cls for cls, words in (lexicon.feelings or {}).items() if _holds(text, words, lang)}


def _feeling(cls: str, lang: Lang, lexicon: Lexicon) -> Iterable[str]:
    return (lexicon.feelings or {}).get(cls, frozenset()) | FEELING_WORDS[lang].get(cls, frozenset())


def _holds(text: str, words: Iterable[str], lang: Lang) -> bool:
    plain = text.lower()
    if lang != "en":
        return any(word in plain for word in words)
    return any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", plain) for word in words)
