"""The words of a text that carry something: what a reply has to hold to have taken up what was said."""

from __future__ import annotations

import re
from typing import Final

from mind.languages import Lang
from mind.talk.stopwords import BREAKS_PHRASE, DETERMINERS, NEVER_FOCUS
from mind.talk.word_set import word_set

_OF_USE: Final = word_set("broke sleep slept cooked cried read play played drink eat")
_EMPTY_EN: Final = (BREAKS_PHRASE | DETERMINERS | NEVER_FOCUS) - _OF_USE
_WORD: Final = re.compile(r"[a-z0-9][a-z0-9']+")
_FAINT: Final = frozenset("的了是在我你他她它这那不就都也很还吗呢吧啊呀哦嗯和跟把被给让得地着过们个么与而且则其些之"
                          "为以于对从到没又再才只已经哪谁怎说想看去来做有好多少大小一二三两几能可今天昨明现时候事情觉知道喜欢因所如果应该自己")
_KATAKANA_KANJI: Final = re.compile(r"[\u3400-\u9fff々\u30a1-\u30ffー]{2}")


def own_words(text: str, lang: Lang) -> frozenset[str]:
    """Roughly stemmed words, or pairs of characters, without what any sentence may hold."""
    low = text.lower().replace("’", "'")
    if lang == "en":
        words = (w.split("'")[0] for w in _WORD.findall(low))
        return frozenset(_stem(w) for w in words if w not in _EMPTY_EN and (len(w) > 2 or w.isdigit()))
    plain = re.sub(r"[\W_]+", " ", low)
    pairs = (plain[at:at + 2] for at in range(len(plain) - 1))
    if lang == "zh":
        return frozenset(p for p in pairs if " " not in p and not _FAINT & set(p) and not p.isascii())
    return frozenset(p for p in pairs if _KATAKANA_KANJI.fullmatch(p) and p not in _DAYS_JA)


_DAYS_JA: Final = word_set("今日 昨日 明日 今朝 時間 自分 最近 本当 感じ 何か 毎日 今度")


def _stem(word: str) -> str:
    for ending in ("ing", "ies", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            word = word[: -len(ending)] + ("y" if ending == "ies" else "")
            break
    return word[:-1] if word.endswith("e") and len(word) > 3 else word
