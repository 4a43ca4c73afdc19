"""Finding quoted words in what was really said: width, case, blanks and quotation marks do not count. Pure."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

QUOTES: Final = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "「": '"', "」": '"'})
WORD: Final = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
CJK: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
SENTENCE_END: Final = ".!?。！？…\n"
LITTLE: Final = frozenset(("a", "an", "the", "my", "your", "our", "to", "of", "and", "is", "are", "am"))


def folded(text: str) -> str:
    """Text as it is compared: NFKC, lower case, one kind of quotation mark, single blanks."""
    return " ".join(unicodedata.normalize("NFKC", text).translate(QUOTES).casefold().split())


def find_quote(quote: str, text: str) -> tuple[int, int] | None:
    """Where the quote stands in the text as it was typed; None where it does not."""
    wanted = folded(quote).strip("\"' ")
    characters: list[str] = []
    places: list[int] = []
    for at, character in enumerate(text):
        for one in unicodedata.normalize("NFKC", character).translate(QUOTES).casefold():
            blank = one.isspace()
            if blank and (not characters or characters[-1] == " "):
                continue
            characters.append(" " if blank else one)
            places.append(at)
    start = "".join(characters).find(wanted) if wanted else -1
    if start < 0 or not _whole_words(characters, start, start + len(wanted)):
        return None
    return places[start], places[start + len(wanted) - 1] + 1


def _whole_words(characters: list[str], start: int, end: int) -> bool:
    """Whether a quote in letters does not begin or end inside a word."""
    return not (_inside(characters, start) or _inside(characters, end))


def _inside(characters: list[str], at: int) -> bool:
    if not 0 < at < len(characters):
        return False
    one, other = characters[at - 1], characters[at]
    return one.isascii() and other.isascii() and one.isalnum() and other.isalnum()


def sentence_around(text: str, start: int, end: int) -> tuple[str, str]:
    """The sentence that holds these words, and what ends it."""
    first = max((text.rfind(mark, 0, start) for mark in SENTENCE_END), default=-1) + 1
    ends = [at for mark in SENTENCE_END if (at := text.find(mark, max(end - 1, start))) >= 0]
    last = min(ends, default=len(text))
    return text[first : last + 1].strip(), text[last : last + 1]


def holds_words(value: str, quote: str) -> bool:
    """Whether every word of the value stands in the quote, in order; of Chinese and Japanese, every character."""
    value, quote = folded(value), folded(quote)
    if CJK.search(value):
        left = iter(quote)
        return all(character in left for character in value if character.isalnum())
    held = iter(WORD.findall(quote))
    return bool(WORD.search(value)) and all(word in held for word in WORD.findall(value))
