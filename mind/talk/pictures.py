"""Turns that are nothing but pictures, in words: what they show is heard as if it had been named.

A feeling in a face stays the token that patterns know (`emojismile`); what stands beside it is named first, in the order it
was sent. Nothing that is only shown is kept as a fact, and no picture is a name.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from assets import asset
from mind.languages import Lang

FACES: Final = (
    ("😂🤣😆😹", "emojilaugh"), ("🙂😊😀😃😄😁☺😌😉😎🤗🥳😸😋🥹", "emojismile"), ("😢😭🥺😞😔☹🙁😿💔😟", "emojisad"),
    ("❤💕💖💗💙💚💛💜🧡🥰😍😘💞💓🫶😻", "emojiheart"), ("😠😡🤬😤😾🙄", "emojiangry"), ("😴🥱💤😩😪🫠", "emojitired"),
    ("🙏👏🙌💯💪", "emojithumb"),
)
"""Pictures that are a mood, and the token patterns match; what nods or shakes its head stands in `pictures.LANG.txt`."""
PLAIN_ZH: Final = {
    "emojilaugh": "哈哈哈", "emojismile": "开心", "emojisad": "难过", "emojiheart": "爱你", "emojiangry": "生气",
    "emojitired": "好累", "emojithumb": "好样的",
}
"""Chinese says a mood in a word of its own."""
MOOD: Final = "emoji"
"""How every such token begins."""
MOST: Final = 4
"""Pictures of one turn that are named."""


def only_pictures(text: str) -> bool:
    """Whether a turn holds no word and at least one picture."""
    return not any(c.isalnum() for c in text) and any(ord(c) >= 0x2600 for c in text if not _mark(c))


def in_words(text: str, lang: Lang) -> str:
    """What the pictures of a turn show, with the token of its mood; `text` itself where none of them is known."""
    left, named = text, []
    for picture, words in _table(lang):
        if picture in left:
            named.append((text.index(picture), words))
            left = left.replace(picture, " ")
    things = list(dict.fromkeys(words for _, words in sorted(named)))[:MOST]
    mood = next((word for chars, word in FACES if any(c in left for c in chars)), "")
    mood = PLAIN_ZH.get(mood, "") if lang == "zh" else mood
    joint, stop = (", ", ". ") if lang == "en" else ("，", "。") if lang == "zh" else ("、", "。")
    return stop.join(part for part in (joint.join(things), mood) if part) or text


def _mark(char: str) -> bool:
    """Marks of Chinese and Japanese, which are no pictures."""
    return 0x3000 <= ord(char) <= 0x30FF or 0xFF00 <= ord(char) <= 0xFFEF


@cache
def _table(lang: Lang) -> tuple[tuple[str, str], ...]:
    """Pictures of several signs before those of one."""
    lines = asset("talk", f"pictures.{lang}.txt").read_text("utf-8").splitlines()
    rows = (line.partition(" ") for line in lines if line and not line.startswith("#"))
    return tuple(sorted(((picture, words) for picture, _, words in rows), key=lambda row: -len(row[0])))
