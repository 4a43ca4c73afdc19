"""What a hand does to words: slips of the keys, short forms, no capitals."""

from __future__ import annotations

import random
import re
from typing import Final

from mind.languages import Lang

SHORT_EN: Final = {
    "you": "u", "your": "ur", "are": "r", "because": "cos", "really": "rly", "tomorrow": "tmrw", "people": "ppl", "about": "abt",
    "please": "pls", "going to": "gonna", "want to": "wanna", "don't know": "dunno", "though": "tho", "right now": "rn",
    "something": "smth", "tonight": "2nite", "with": "w", "probably": "prob", "okay": "k",
}
TAILS: Final[dict[Lang, tuple[str, ...]]] = {
    "en": (" lol", " haha", " tbh", " ngl", " 😅", "...", " smh", " 🙃", "!!"),
    "zh": ("哈哈哈", "2333", "～", "😂", "hhh", "了啦", "捏", "……"),
    "ja": ("笑", "www", "〜", "😂", "…", "っす"),
}


def styled(text: str, style: str, rng: random.Random, lang: Lang) -> str:
    """The words as that hand types them. `plain`: without capitals and end marks; `slang`: short forms and slips as well."""
    if not style:
        return text
    text = re.sub(r"[.。]$", "", text)
    if lang == "en":
        text = " ".join(word if word.isupper() and len(word) > 1 else word.lower() for word in text.split(" "))
    return _slang(text, rng, lang) if style == "slang" else text


def _slang(text: str, rng: random.Random, lang: Lang) -> str:
    if lang == "en":
        for long, short in SHORT_EN.items():
            if rng.random() < 0.5:
                text = re.sub(rf"\b{re.escape(long)}\b", short, text)
        text = " ".join(_slip(word, rng) if rng.random() < 0.07 else word for word in text.split(" "))
        text = text.replace("'", "") if rng.random() < 0.6 else text
    if rng.random() < 0.3 and not text.endswith(("?", "？")):
        text += rng.choice(TAILS[lang])
    return text


def _slip(word: str, rng: random.Random) -> str:
    """Two neighbouring letters change places, in words long enough to be read all the same."""
    if len(word) < 6 or not word.isalpha():
        return word
    at = rng.randrange(1, len(word) - 2)
    return word[:at] + word[at + 1] + word[at] + word[at + 2:]
