"""Marks of how words are meant: in jest, with force, in grief. Pure, by word lists and signs."""

from __future__ import annotations

import re
from typing import Final

from mind.languages import Lang

JEST: Final[dict[Lang, re.Pattern[str]]] = {
    "en": re.compile(
        r"\b(?:(?:ha){2,}h?|(?:he){2,}|lol|lmao|rofl|jk|j/k|kidding|joking|teasing|just a joke|xd|hehe|affectionately|lovingly|"
        r"you (?:win|won|beat me)|good one|nice one)\b|[;:]-?[pPdD)](?!\w)|<3"
    ),
    "zh": re.compile(r"哈哈|嘿嘿|嘻嘻|hhh|233|开玩笑|逗你|笑死|\[狗头\]|\[doge\]|doge|略略略|闹着玩|嘛~|啦~|~$|[;:]-?[pPdD)]"),
    "ja": re.compile(
        r"[(（]笑[)）]|笑$|(?<![a-z])w+$|草$|冗談|なんてね|なーんて|うそうそ|嘘嘘|ふふ|"
        r"あはは|ははは|[;:]-?[pPdD)]|♪|〜$|~$"
    ),
}
"""Laughter, a wink, the word "joke"."""
WINKS: Final = frozenset("😉😜😝😛😂🤣😆😄😁😹🤪😏🙃😋")
FORCE: Final[dict[Lang, re.Pattern[str]]] = {
    "en": re.compile(r"\b(?:fucking|fuckin|goddamn|damn|bloody|absolute(?:ly)?|complete(?:ly)?|total(?:ly)?|utter(?:ly)?|"
                     r"piece of (?:shit|crap|junk|garbage)|i mean it|seriously|every word)\b"),
    "zh": re.compile("他妈|妈的|tmd|尼玛|真他|彻底|完全就是|简直就是|从来都|我说真的|认真的|不是开玩笑|操"),
    "ja": re.compile("マジで|まじで|本気で言|クソ|くそ|どうしようもない|冗談じゃなく"),
}
"""Words that leave no doubt."""
ANGER: Final = frozenset("😠😡🤬👿🖕💢")
_LOUD: Final = re.compile(r"[!！]{2,}")
_CAPITALS: Final = re.compile(r"\b[A-Z]{3,}\b")


def in_jest(text: str, lang: Lang) -> bool:
    """Whether the words carry a laugh or a wink, or say that they are a joke."""
    return bool(JEST[lang].search(text if lang != "en" else text.lower())) or any(char in WINKS for char in text)


def with_force(text: str, lang: Lang) -> bool:
    """Whether the words are loud, swear or insist: a sign beside the words themselves that they are meant."""
    if FORCE[lang].search(text.lower()) or any(char in ANGER for char in text) or _LOUD.search(text):
        return True
    return lang == "en" and len(_CAPITALS.findall(text)) >= 2
