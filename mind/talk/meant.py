"""Whom "she", 它 or "the name" means: somebody of the same turn first, else whoever was told of last."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from mind.domain import Memory
from mind.talk.agreement import pronouns
from mind.talk.content import Content
from mind.talk.perception import FactHit, Perception
from mind.talk.word_set import word_set

THEIRS = "their."
"""Facts whose ids begin so are told of somebody a pronoun stands for: `{kin}` is filled in here."""
FRESH = timedelta(hours=1)
"""So long after somebody was told of "she" still means them; a bare name may come later."""
_BORN = re.compile(r"\b(?:baby|boy|girl|son|daughter|birth)\b")
_GENDER: Final[dict[str, dict[str, str]]] = {
    "en": {"she": "she", "her": "she", "he": "he", "his": "he", "it": "it", "its": "it"},
    "zh": {"她": "she", "他": "he", "它": "it"}, "ja": {"彼女": "she", "彼": "he"},
}
_WOMEN = word_set("""
妈妈 妈 姐姐 妹妹 奶奶 外婆 姥姥 老婆 妻子 女朋友 女儿 表姐 表妹 堂姐 姑姑 阿姨 侄女 婆婆 岳母 姐 妹 女友 媳妇
母 姉 妹 祖母 妻 奥さん 娘 おばあちゃん お母さん お姉ちゃん
""")
_MEN = word_set("""
爸爸 爸 哥哥 弟弟 爷爷 外公 姥爷 老公 丈夫 男朋友 儿子 表哥 表弟 堂哥 舅舅 叔叔 侄子 哥 弟 男友
父 兄 弟 祖父 夫 旦那 彼氏 息子 おじいちゃん お父さん お兄ちゃん
""")


def meant_here(facts: Iterable[FactHit], content: Content) -> tuple[tuple[FactHit, ...], tuple[FactHit, ...]]:
    """The facts, those told by a pronoun given to whoever the same turn named before; and those it leaves open."""
    settled = _settled(facts, content, None)
    return tuple(hit for hit in settled if not _open(hit)), tuple(hit for hit in settled if _open(hit))


def meant_before(p: Perception, memories: Sequence[Memory], content: Content, now: datetime) -> Perception:
    """What is still open, given to whoever was told of last; left out where nobody fits."""
    if not p.open:
        return p
    told = [m for m in memories if m.key.startswith("user.") and _who(m.slots) is not None and m.source == "user"]
    last = max(told, key=lambda m: (m.said_at, m.id), default=None)
    heard = sorted((*p.facts, *p.open), key=lambda hit: hit.clause)
    facts = _settled(heard, content, last, fresh=last is not None and now - last.said_at <= FRESH)
    return replace(p, facts=tuple(hit for hit in facts if not _open(hit)), open=())


def _open(hit: FactHit) -> bool:
    return hit.fact.id.startswith(THEIRS) and "kin" not in hit.slots


def _settled(facts: Iterable[FactHit], content: Content, last: Memory | None, *, fresh: bool = True) -> tuple[FactHit, ...]:
    out: list[FactHit] = []
    who = _of_memory(last) if last is not None else None
    for hit in facts:
        if _open(hit) and who is not None and (fresh or hit.fact.id == "their.name" or out):
            meant = _given(hit, who, content)
            if meant is not None:
                out = [h for h in out if not (h.clause == hit.clause and h.fact.id.startswith("name"))]
                hit = meant
        out.append(hit)
        who = _who(hit.slots) or who
    return tuple(out)


def _of_memory(memory: Memory) -> tuple[str, str] | None:
    who = _who(memory.slots)
    if who is not None and memory.kind == "event.joy" and _BORN.search(memory.value):
        return who[0], who[1] + "'s baby"
    return who


def _who(slots: Mapping[str, str]) -> tuple[str, str] | None:
    """The slot that names somebody and the word for them."""
    if slots.get("kin"):
        return "kin", slots["kin"]
    kind = slots.get("kind") or slots.get("pet")
    return ("pet", kind) if kind else None


def _given(hit: FactHit, who: tuple[str, str], content: Content) -> FactHit | None:
    """The fact, told of them; None where the pronoun cannot mean them."""
    sort, word = who
    said = _gender_said(hit.quote, content.lang)
    if sort == "pet":
        fact = content.facts.get("pet.name")
        if content.lang == "zh" and said and said != "it":
            return None  # 她 is nobody's dog
        if hit.fact.id != "their.name" or fact is None or "name" not in hit.slots:
            return None
        return replace(hit, fact=fact, slots={"kind": word, "name": hit.slots["name"]})
    if said and (said == "it" or _gender_of(word, content.lang) not in (said, "they")):
        return None
    return replace(hit, slots={**hit.slots, "kin": word})


def _gender_said(quote: str, lang: str) -> str:
    if lang == "en":
        first = re.search(r"\b(she|her|he|his|it|its)\b", quote.lower())
        return _GENDER["en"][first[1]] if first else ""
    return next((sex for word, sex in _GENDER[lang].items() if quote.startswith(word)), "")


def _gender_of(word: str, lang: str) -> str:
    if lang == "en":
        return pronouns(word)["sub"]
    return "she" if word in _WOMEN else "he" if word in _MEN else "they"
