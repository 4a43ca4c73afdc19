"""Word chain: each word begins where the last one ended. English by letter, Chinese by character or one that sounds like
it, Japanese by kana (ん loses; small kana count as large, a long vowel as the kana before it)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar, Final

from mind.languages import Lang
from mind.talk.activities.common import FITS, NO, OWN, Activity, Data, gave_up, over, playing, say
from mind.talk.perception import Perception
from mind.talk.scenery import Env, Talk
from mind.talk.step import Step
from mind.talk.word_set import word_set

LONGEST = 14
"""Words of hers after which she lets the user win."""
_SMALL = str.maketrans("ぁぃぅぇぉゃゅょっゎ", "あいうえおやゆよつわ")


_FILLERS: Final = word_set("""
a an the my your is it word i say said how about what maybe then ok okay mine would be hmm um well take with try
""")
"""What people say around their word."""


class Chain(Activity):
    """She lays the first word; whoever has none, or says one twice, is out."""

    name: ClassVar[str] = "chain"

    def start(self, talk: Talk, arg: str = "") -> Iterator[Step]:
        """She lays the first word."""
        lang = talk.content.lang
        words = [w for w in talk.content.lists.get("chain", ()) if _follows(talk, w, [w])]
        if words:
            first = talk.rng.choice(words)
            yield say(talk, self.name, "chain.start", {"x": first, "end": ending(first, lang)},
                      then=lambda: playing(talk, self.name, last=first, used=[first]))

    def accepts(self, talk: Talk, p: Perception, data: Data) -> int:
        """A word that fits is its own; any other short word may be a slip."""
        if gave_up(p) or p.answer in ("dunno", "no"):
            return OWN
        lang, last = talk.content.lang, str(data["last"])
        word = _word(p)
        if word is None or p.question:
            return NO
        if links(talk, last, word):
            return OWN
        if p.answer == "yes" or any(hit.act.tier <= 5 for hit in p.acts) or talk.state.n - int(data["at"]) > 2:
            return NO
        return FITS if p.words <= (2 if lang == "en" else 3) or _alone(p, word) else NO

    def step(self, talk: Talk, p: Perception, data: Data) -> Iterator[Step]:
        """Check the user's word, answer with one of hers, or lose gracefully."""
        lang, last, used = talk.content.lang, str(data["last"]), [str(w) for w in data["used"]]
        word = _word(p)
        if word is None or gave_up(p) or (p.answer in ("dunno", "no") and not links(talk, last, word)):
            yield say(talk, self.name, "chain.end", {"n": str(len(used))}, then=lambda: over(talk))
            return
        env = {"x": word, "end": ending(last, lang)}
        stay = lambda: playing(talk, self.name, last=last, used=used)  # noqa: E731 - said once for three answers
        if lang == "ja" and re.search(r"[一-鿿]", word):
            yield say(talk, self.name, "chain.kanji", env, then=stay)
        elif not links(talk, last, word):
            yield say(talk, self.name, "chain.misfit", env, then=stay)
        elif _plain(word) in map(_plain, used):
            yield say(talk, self.name, "chain.used", env, then=stay)
        elif lang == "ja" and _plain(word).endswith("ん"):
            yield say(talk, self.name, "chain.lost", env, then=lambda: over(talk))
        elif _made_up(word, lang):
            yield say(talk, self.name, "chain.unsure", env, then=stay)
        else:
            yield self._answer(talk, last, word, used)

    def _answer(self, talk: Talk, last: str, word: str, used: list[str]) -> Step:
        lang = talk.content.lang
        follow = _follows(talk, word, [*used, word]) if len(used) <= 2 * LONGEST else []
        if not follow:
            return say(talk, self.name, "chain.win", {"x": word, "n": str(len(used) + 1)}, then=lambda: over(talk))
        answer = talk.rng.choice(follow)
        sound = lang == "zh" and answer[0] != ending(word, lang) and "chain.sound" in talk.content.frames
        env = {"x": word, "y": answer, "end": ending(answer, lang)}
        return say(talk, self.name, "chain.sound" if sound else "chain.next", env,
                   then=lambda: playing(talk, self.name, last=answer, used=[*used, word, answer]))

    def slots(self, talk: Talk, data: Data) -> Env:
        """Her last word and what must follow."""
        last = str(data["last"])
        return {"x": last, "end": ending(last, talk.content.lang), "n": str(len(data["used"]))}


def ending(word: str, lang: Lang) -> str:
    """What the next word must begin with, as it is told."""
    if lang == "en":
        return word[-1].upper()
    return _plain(word)[-1] if lang == "ja" else word[-1]


def links(talk: Talk, last: str, word: str) -> bool:
    """Whether `word` may follow `last`."""
    lang = talk.content.lang
    need = ending(last, lang)
    if lang == "en":
        return word[0].upper() == need
    if lang == "ja":
        return _plain(word)[:1].translate(_SMALL) == need
    return word[0] == need or any(need in one and word[0] in one for one in talk.content.lists.get("chain.sounds", ()))


def _plain(word: str) -> str:
    """Lower case; Japanese in hiragana with its last small kana large and no long mark at the end."""
    folded = "".join(chr(ord(c) - 0x60) if "ァ" <= c <= "ヶ" else c for c in word.lower())
    stem = folded.rstrip("ー")
    return stem[:-1] + stem[-1:].translate(_SMALL)


def _word(p: Perception) -> str | None:
    text = p.text.strip().strip(".!?。！？~～「」“”\"' ")
    if p.lang == "en":
        found = re.findall(r"[a-z]+(?:-[a-z]+)*", text.lower())
        bare = [one for one in found if one not in _FILLERS and len(one) >= 2] if len(found) <= 6 else []
        return bare[0] if len(bare) == 1 else bare[-1] if bare and len(found) <= 3 else None
    text = re.sub(r"(です|だよ|かな|吧|啊|呀|嘛)$", "", text) if len(text) > 3 else text
    return text if 2 <= len(text) <= 8 and re.fullmatch(r"[\u3040-\u30ffー\u3400-\u9fff]+", text) else None


def _alone(p: Perception, word: str) -> bool:
    """Whether nothing but fillers stands around the word."""
    return p.lang == "en" and p.words <= 6 and not set(re.findall(r"[a-z]+", p.text.lower())) - _FILLERS - {word}


def _made_up(word: str, lang: Lang) -> bool:
    """Letters nobody could say."""
    if lang == "en":
        return not re.search(r"[aeiouy]", word) or re.search(r"(.)\1\1|[^aeiouy]{6}", word) is not None
    return re.search(r"(.)\1\1", word) is not None


def _follows(talk: Talk, word: str, used: list[str]) -> list[str]:
    lang, had = talk.content.lang, {_plain(w) for w in used}
    found = [w for w in talk.content.lists.get("chain", ()) if _plain(w) not in had and links(talk, word, w)
             and not (lang == "ja" and _plain(w).endswith("ん"))]
    same = [w for w in found if w[0] == ending(word, lang)] if lang == "zh" else []
    return same or found
