"""Whether a turn laughs at what she said, and whether it says that something was not funny. Pure, by words and signs."""

from __future__ import annotations

import re
from typing import Final

from mind.languages import Lang

_LAUGH: Final[dict[Lang, re.Pattern[str]]] = {
    "en": re.compile(r"\b(?:a?(?:ha){2,}h?|(?:he){2,}h?|lo+l+|lmf?ao+|rofl|ha|heh|hihi)\b|\bmade me (?:laugh|giggle|snort)\b|"
                     r"\b(?:i(?:'m| am)|im) (?:laughing|dying|cackling|wheezing)\b|"
                     r"\b(?:that's|thats|you're|youre) (?:so |very |really )?(?:funny|hilarious)\b|\bgood one\b"),
    "zh": re.compile(r"哈{2,}|嘿嘿|嘻嘻|h{3,}|23{2,}|笑死|笑喷|笑出声|太好笑|好好笑|真逗|你真逗|太逗了|乐死"),
    "ja": re.compile(r"[(（]笑[)）]|笑$|(?<![a-z])w{2,}|草$|草生え|あはは|ははは|うける|ウケる|笑った|笑っちゃ|吹いた|ふふ"),
}
_NOT_FUNNY: Final[dict[Lang, re.Pattern[str]]] = {
    "en": re.compile(r"\b(?:not|isn't|wasn't|aren't|never|hardly|stop) (?:very |that |even |so |being |all that )?"
                     r"(?:funny|a joke|joking|laughing)\b|\bbad (?:joke|pun)\b|\b(?:unfunny|lame)\b|"
                     r"^(?:oh,? |ha,? ?ha,? |haha,? )?very funny\b|\bhaha,? (?:no|right|sure)\b"),
    "zh": re.compile(r"不好笑|没那么好笑|一点[都也]不(?:好笑|逗)|好冷|冷笑话|呵呵|别笑|笑不出来|有什么好笑|哪里好笑"),
    "ja": re.compile(r"面白くない|おもしろくない|笑えない|寒い(?:ギャグ|冗談)|つまらない|笑うところ|笑わないで|笑い事じゃ"),
}
_SMILES: Final = frozenset("😂🤣😆😹😄😁😹")
_OTHERS: Final[dict[Lang, re.Pattern[str]]] = {
    "en": re.compile(r"\b(?:he|she|they|everyone|everybody|my \w+|the \w+|people) (?:all |just |only |even )?"
                     r"(?:laughed|laughs|laugh|was laughing|were laughing|lol)"),
    "zh": re.compile(r"(?:他|她|他们|大家|同事|老板|老师|朋友|别人)[^，。]{0,4}笑"),
    "ja": re.compile(r"(?:彼|彼女|みんな|上司|先生|友達|同僚)[^、。]{0,4}(?:笑|わら)"),
}
SHORT: Final = 6
"""Words beside the laugh; with more of them the laugh is about what is told."""


def laughs(text: str, lang: Lang, words: int) -> bool:
    """Whether a turn of so many `words` laughs at what was said to it: a laugh at its head, or with little else."""
    low = text.strip().lower()
    if not_funny(text, lang) or _OTHERS[lang].search(low):
        return False
    found = _LAUGH[lang].search(low)
    if found is None:
        return any(char in _SMILES for char in text) and words <= SHORT
    return found.start() <= 2 or words <= SHORT


def not_funny(text: str, lang: Lang) -> bool:
    """Whether it says that it is no laughing matter, or laughs in scorn."""
    return bool(_NOT_FUNNY[lang].search(text.strip().lower()))
