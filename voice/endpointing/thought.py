"""Whether words can be the end of a thought. A recogniser writes no marks, so the words themselves must tell."""

from __future__ import annotations

import functools
import re
import tomllib
from pathlib import Path
from typing import Final, Literal

Ending = Literal["open", "whole", ""]
"""``open``: more must come. ``whole``: it can stand as it is. Empty: who knows."""

OPEN_MARKS: Final = (",", "，", "、", "…", "...", "-", "—", ":", "：")
END_MARKS: Final = (".", "?", "!", "。", "？", "！")

CLOSING_EN: Final = ("please", "thank you", "thanks", "thank you very much", "thanks a lot")
REPLY_EN: Final = re.compile(r"(?:(?:yes|no|yeah|nope|of course|sure) )?(?:so |neither |nor )?(?:i|we|you|they|he|she|it) \w+")
"""Answers that end with a helping verb: "yes I do"."""

BLANKS: Final = re.compile(r"\s+")

Lists = dict[str, tuple[str, ...]]


@functools.cache
def lists() -> dict[str, Lists]:
    """The endings that are known, by language and kind."""
    read = tomllib.loads(Path(__file__).with_name("endings.toml").read_text(encoding="utf-8"))
    return {lang: {kind: tuple(words.split()) for kind, words in kinds.items()} for lang, kinds in read.items()}


def ending(text: str, lang: str) -> Ending:
    """How `text`, what was understood so far, can end. Of languages other than en, zh and ja only the marks are known."""
    text = text.strip().lower()
    if not text:
        return ""
    if text.endswith(OPEN_MARKS):
        return "open"
    if text.endswith(END_MARKS):
        return "whole"
    family = lang.lower().replace("_", "-").split("-")[0]
    if family == "en":
        return english(text.split(), lists()["en"])
    if family == "zh":
        return chinese(BLANKS.sub("", text), lists()["zh"])
    if family == "ja":
        return japanese(BLANKS.sub("", text), lists()["ja"])
    return ""


def english(words: list[str], known: Lists) -> Ending:
    """See `ending`."""
    last, whole = words[-1], " ".join(words)
    helping = known["inverted"]
    asks = words[0] in known["asking"] or (len(words) > 1 and words[0] in helping and words[1] in known["pronouns"])
    if last in known["short"] and len(words) == 1:
        return "whole"
    if last in helping and len(words) <= 4 and REPLY_EN.fullmatch(whole):
        return "whole" if words[0] in known["short"] else ""
    if last in known["open"] or last in helping or (last in known["open_unless_asked"] and not asks):
        return "open"
    if asks and len(words) == 2 and words[0] in helping:
        return "open"
    return "whole" if (asks and len(words) >= 3) or whole.endswith(CLOSING_EN) else ""


def chinese(text: str, known: Lists) -> Ending:
    """See `ending`."""
    if text in known["short"]:
        return "whole"
    if text.endswith(known["open"]):
        return "open"
    asks = len(text) >= 4 and any(word in text for word in known["asking"])
    return "whole" if asks or text.endswith(known["end"]) else ""


def japanese(text: str, known: Lists) -> Ending:
    """See `ending`."""
    if text in known["short"]:
        return "whole"
    if text.endswith(known["open"]) and not text.endswith(known["closed"]):
        return "open"
    return "whole" if text.endswith(known["end"]) else ""


def count(text: str) -> int:
    """How many words, about: in Chinese and Japanese two signs are one, and a single sign too."""
    signs = sum(char >= "\u3040" for char in text)
    return max(1, signs // 2) if signs else len(text.split())
