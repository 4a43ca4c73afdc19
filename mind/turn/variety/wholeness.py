"""Whether a last sentence without an end mark reads whole, or was broken off, maybe in the middle of a word."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from assets import asset
from mind.languages import Lang
from mind.talk.word_set import word_set

ENDS: Final = re.compile(r"[.!?…。！？｡~～♪♡❤\"”」』）)\]】》*]\s*$|[\U0001f000-\U0001faff\u2600-\u27bf]\ufe0f?\s*$")
HANGS: Final = re.compile(r"[,;:，、；：\-–—(（「『“]\s*$|(?:和|跟|把|被|而且|因为|所以|但是|如果|を|けど|から、)\s*$")
HANGING: Final = word_set("""
the a an and or but because if while although unless until my your our their its of to into than very so as with from
""")
WORD: Final = re.compile(r"[a-z]+(?:'[a-z]+)?")


def reads_whole(text: str, lang: Lang, context: str = "") -> bool:
    """Whether a sentence at the end of a reply can stand. `context` is what else was said: its words are known words."""
    if ENDS.search(text):
        return True
    if HANGS.search(text):
        return False
    if lang != "en":
        return True
    words = WORD.findall(text.replace("’", "'").lower())
    if not words:
        return True
    last = words[-1]
    return last not in HANGING and (last in known_words() or last in set(WORD.findall(context.lower())))


@cache
def known_words() -> frozenset[str]:
    """English words as our own texts write them: some thousands, the common ones among them."""
    files = sorted(asset("talk", "en").glob("*.talk"))
    return frozenset(word for file in files for word in WORD.findall(file.read_text("utf-8").replace("’", "'").lower()))
