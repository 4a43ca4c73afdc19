"""Word chain: each word begins where the last one ended. English by letter, Chinese by character, Japanese by kana (ん loses)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mind.languages import Lang
from mind.talk.activities.common import Data, over, playing, say
from mind.talk.perception import Perception
from mind.talk.scenery import Talk
from mind.talk.step import Step

LONGEST = 12
"""Words of hers after which she lets the user win."""
_SMALL = str.maketrans("ァィゥェォャュョッぁぃぅぇぉゃゅょっ", "アイウエオヤユヨツあいうえおやゆよつ")


def begin(talk: Talk) -> Iterator[Step]:
    """She lays the first word."""
    words = talk.content.lists.get("chain", ())
    if words:
        first = talk.rng.choice([w for w in words if not w.endswith("ん")][:80])
        yield say(talk, "chain", "chain.start", {"x": first, "end": ending(first, talk.content.lang)},
                  then=lambda: playing(talk, "chain", last=first, used=[first]))


def go(talk: Talk, p: Perception, data: Data) -> Iterator[Step]:
    """Check the user's word, answer with one of hers, or lose gracefully."""
    lang, last, used = talk.content.lang, str(data["last"]), [str(w) for w in data["used"]]
    if p.act("game.giveup") or p.answer in ("dunno", "no"):
        yield say(talk, "chain", "chain.end", {"n": str(len(used))}, then=lambda: over(talk))
        return
    word = _word(p)
    need = ending(last, lang)
    idle = talk.state.n - int(data["at"]) > 2
    if word is None or p.facts or (p.feelings and (lang != "en" or p.words > 1)) or (idle and not _fits(word, need, lang)):
        return
    if not _fits(word, need, lang):
        yield say(talk, "chain", "chain.misfit", {"x": word, "end": need})
        return
    if word in used:
        yield say(talk, "chain", "chain.used", {"x": word, "end": need})
        return
    if lang == "ja" and word.endswith(("ん", "ン")):
        yield say(talk, "chain", "chain.lost", {"x": word}, then=lambda: over(talk))
        return
    answer = _answer(talk, word, [*used, word])
    if answer is None:
        yield say(talk, "chain", "chain.win", {"x": word}, then=lambda: over(talk))
        return
    yield say(talk, "chain", "chain.next", {"x": word, "y": answer, "end": ending(answer, lang)},
              then=lambda: playing(talk, "chain", last=answer, used=[*used, word, answer]))


def ending(word: str, lang: Lang) -> str:
    """What the next word must begin with."""
    if lang == "en":
        return word[-1].upper()
    stem = word.rstrip("ー")
    return stem[-1].translate(_SMALL) if lang == "ja" else word[-1]


def _fits(word: str, need: str, lang: Lang) -> bool:
    if lang == "ja":
        return _hiragana(word[0]) == _hiragana(need)
    return word[0].lower() == need.lower()


def _hiragana(char: str) -> str:
    return chr(ord(char) - 0x60) if "ァ" <= char <= "ヶ" else char


def _word(p: Perception) -> str | None:
    text = p.text.strip().strip(".!?。！？ ")
    if p.lang == "en":
        found = re.findall(r"[a-z]+", text.lower())
        return found[-1] if found and len(found) <= 3 and len(found[-1]) >= 2 else None
    return text if 2 <= len(text) <= 6 and re.fullmatch(r"[\u3040-\u30ffー\u3400-\u9fff]+", text) else None


def _answer(talk: Talk, word: str, used: list[str]) -> str | None:
    lang = talk.content.lang
    if len(used) > 2 * LONGEST:
        return None
    need = ending(word, lang)
    words = [w for w in talk.content.lists.get("chain", ()) if w not in used and _fits(w, need, lang)
             and not (lang == "ja" and w.endswith(("ん", "ン")))]
    return talk.rng.choice(words) if words else None
