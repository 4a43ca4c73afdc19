"""A sentence as a caption shows it: the words alone, and what is heard besides them in brackets, ``(laughs softly)``.

Places of the sentence are kept, so that the voice's word marks still find their words.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from voice.traced_text import TracedText

FENCE: Final = re.compile(r"```[^\n`]*\n?(.*?)(?:```|\Z)", re.DOTALL)
LINK: Final = re.compile(r"!?\[([^\]\n]*)\]\([^)\s]*(?:\s+\"[^\"]*\")?\)")
STRONG: Final = re.compile(r"(\*\*|__|~~)(?=\S)(.+?)(?<=\S)\1")
STARRED: Final = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]{1,200}?)(?<=[^\s*])\*(?![\w*])")
CODE: Final = re.compile(r"`([^`\n]+)`")
LINE_MARK: Final = re.compile(r"(?m)^[ \t]*(?:#{1,6}[ \t]+|>[ \t]?|[-*+•][ \t]+)")
BREAKS: Final = re.compile(r"\s*[\n\u2028\u2029]+\s*")
HIDDEN: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b\u202a-\u202e\u2060-\u206f\ufeff]")
BEFORE: Final = "\n.!?。！？…~～\"”」』’'*)）"
CJK: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")


@lru_cache(maxsize=32)
def shown(text: str) -> TracedText:
    """`text` without markup and control characters, in one line; ``*laughs softly*`` that stands by itself in brackets."""
    traced = TracedText.of(text).sub(FENCE, lambda match: match.span(1)).sub(LINK, lambda match: match.span(1))
    traced = traced.sub(LINE_MARK, "").sub(STRONG, lambda match: match.span(2)).sub(CODE, lambda match: match.span(1))
    traced = traced.sub(STARRED, heard_or_stressed)
    return traced.sub(HIDDEN, "").sub(BREAKS, " ").strip()


def heard_or_stressed(match: re.Match[str]) -> str | tuple[int, int]:
    """A sound or a deed in brackets where it stands alone; a stressed word as it is."""
    inside, whole = match.group(1), match.string
    before, after = whole[: match.start()].rstrip(), whole[match.end() :].lstrip()
    alone = (not before or before[-1] in BEFORE) and (not after or not after[0].islower())
    if not alone:
        return match.span(1)
    return f"（{inside}）" if CJK.search(inside) else f"({inside})"


def place_of(traced: TracedText, begin: int, end: int) -> tuple[int, int]:
    """Where characters `begin` to `end` of the sentence stand in what is shown; an empty place where they are left out."""
    inside = [at for at, origin in enumerate(traced.origin) if begin <= origin < end]
    if inside:
        return inside[0], inside[-1] + 1
    at = next((at for at, origin in enumerate(traced.origin) if origin >= begin), len(traced.text))
    return at, at
