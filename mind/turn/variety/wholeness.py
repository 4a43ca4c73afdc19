"""Whether a last sentence without an end mark reads whole, or was broken off, maybe in the middle of a word."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from assets import asset
from mind.languages import Lang
from mind.talk.word_set import word_set

ENDS: Final = re.compile(r"[.!?…。！？｡~～♪♡❤\"”」』）)\]】》*]\s*$|[\U0001f000-\U0001faff\u2600-\u27bf]\ufe0f?\s*$")
HANGS: Final = re.compile(
    r"[,;:，、；：\-–—(（「『“]\s*$|(?:[和跟把被能会要想是在不很太最就都也还让给对从我你他她它这那]|而且|因为|所以|但是|如果)\s*$"
    r"|(?:[をにがはへや]|けど|から、)\s*$"
)
HANGING: Final = word_set("""
the a an and or but because if while although unless until my your our their its of to into than very so as with from
i he she we they
""")
WORD: Final = re.compile(r"(?<![a-z0-9'])[a-z]+(?:'[a-z]+)?")


def reads_whole(text: str, lang: Lang, context: str = "") -> bool:
    """Whether a sentence at the end of a reply can stand. `context` is what was said before it.

    Whoever ends sentences with a mark does so with the last one too. A reply that has none is read by its last word.
    """
    if ENDS.search(text):
        return True
    if HANGS.search(text) or ENDS.search(context):
        return False
    if lang != "en":
        return True
    words = WORD.findall(text.replace("’", "'").lower())
    if not words:
        return True
    last = words[-1]
    return len(last) > 1 and last not in HANGING and (last in known_words() or last in set(WORD.findall(context.lower())))


@cache
def known_words() -> frozenset[str]:
    """English words as our own texts write them: some thousands, the common ones among them."""
    files = sorted(asset("talk", "en").glob("*.talk"))
    return frozenset(word for file in files for word in WORD.findall(file.read_text("utf-8").replace("’", "'").lower()))
