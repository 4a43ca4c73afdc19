"""What holds now, asked for in so many words: "what do I like to drink?", 我在哪儿上班？, どこで働いている？"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from mind.domain import Memory
from mind.languages import Lang
from mind.talk.perception import ActHit, Perception
from mind.talk.scenery import Env, Talk
from mind.talk.step import Step


@dataclass(frozen=True, slots=True)
class _Asked:
    """The words that ask, the kinds of facts that answer, and the words of which a taste must be one."""

    words: re.Pattern[str]
    kinds: tuple[str, ...]
    concepts: tuple[str, ...] = ()


_WORK, _HOME = ("work.at",), ("home.place", "home.moved")
_DRINK = ("likes.drink", "drinks", "drinks.now", "likes", "likes.favourite")
_EAT = ("likes.eat", "likes", "likes.favourite")
_ASKED: Final[dict[Lang, tuple[_Asked, ...]]] = {
    "en": (
        _Asked(re.compile(r"\bwhat (?:do i|i)(?: now| really)? (?:(?:like|love|prefer|enjoy)(?: to drink| drinking)|drink)\b|"
                          r"\bwhat is my favourite drink"), _DRINK, ("drink", "drinkable")),
        _Asked(re.compile(r"\bwhat (?:do i|i)(?: now| really)? (?:like|love|prefer|enjoy)(?: to eat| eating)\b"),
               _EAT, ("food", "eatable")),
        _Asked(re.compile(r"\bwhere (?:do i|i|am i)(?: now)? work"), _WORK),
        _Asked(re.compile(r"\bwhere (?:do i|i|am i)(?: now)? liv"), _HOME),
    ),
    "zh": (
        _Asked(re.compile(r"我(?:现在|最|平时|到底|一般)*(?:喜欢|爱)?喝(?:的是)?(?:什么|啥)"), _DRINK, ("drink", "drinkable")),
        _Asked(re.compile(r"我(?:现在|最|平时|到底|一般)*(?:喜欢|爱)吃(?:的是)?(?:什么|啥)"), _EAT, ("food", "eatable")),
        _Asked(re.compile(r"我(?:现在|如今)?在(?:哪里|哪儿|哪|什么地方)(?:上班|工作)"), _WORK),
        _Asked(re.compile(r"我(?:现在|如今)?(?:住在|住)(?:哪里|哪儿|哪|什么地方)"), _HOME),
    ),
    "ja": (
        _Asked(re.compile(r"飲み物(?:は|って|で|が)?.{0,4}(?:何|なに|好き)|好きな飲み物|何を飲む"),
               _DRINK, ("drink", "drinkable")),
        _Asked(re.compile(r"食べ物(?:は|って|で|が)?.{0,4}(?:何|なに|好き)|好きな食べ物|何を食べる"), _EAT, ("food", "eatable")),
        _Asked(re.compile(r"どこで(?:働|仕事)|どこに勤め|(?:職場|勤め先)は(?:どこ|何)"), _WORK),
        _Asked(re.compile(r"どこに(?:住|暮ら)"), _HOME),
    ),
}
_OF_BEFORE: Final[dict[Lang, re.Pattern[str]]] = {
    "en": re.compile(r"\b(?:used to|use to|did|before|back then|was)\b"),
    "zh": re.compile(r"以前|之前|从前|原来|上次|那时|小时候|过"),
    "ja": re.compile(r"以前|昔|前は|前に|あの頃|ていました"),
}
"""Words that ask how it was; those are answered from the talk."""
_LIKING = frozenset({"likes", "likes.favourite"})


def recall_now(talk: Talk, p: Perception, hit: ActHit, env: Env) -> Iterator[Step]:
    """The fact as it stands now; nothing where none is known."""
    yield from told_now(talk, p)


def told_now(talk: Talk, p: Perception) -> Iterator[Step]:
    """The fact that answers, newest first; nothing where nothing of the sort is asked or kept."""
    from mind.talk.recalling import told_lines

    memory = standing(talk, p)
    if memory is not None:
        yield Step("recall.one", talk.content.frame("recall.one"), {}, again=True, must_use=(memory,), move=False,
                   more=((told_lines(talk, memory), {}),))


def standing(talk: Talk, p: Perception) -> Memory | None:
    """The kept fact that answers a question about how things are."""
    lang = talk.content.lang
    text = " ".join(clause.norm.strip() for clause in p.clauses)
    if _OF_BEFORE[lang].search(text):
        return None
    asked = next((one for one in _ASKED[lang] if one.words.search(text)), None)
    if asked is None:
        return None
    fits = [m for m in talk.sayable() if m.source == "user" and m.kind in asked.kinds and _is_one(m, asked, talk)]
    return max(fits, key=lambda m: (m.said_at, m.id), default=None)


def _is_one(memory: Memory, asked: _Asked, talk: Talk) -> bool:
    """Whether a taste is a taste in drinks where drinks are asked for; other facts say so by their kind."""
    if memory.kind not in _LIKING or not asked.concepts:
        return True
    words = {word for name in asked.concepts for word in talk.content.concepts.get(name, ())}
    return memory.slots.get("x", memory.value).lower() in words or memory.slots.get("what", "") in _SORTS[asked.concepts[0]]


_SORTS: Final = {"drink": ("drink", "饮料", "飲み物"), "food": ("food", "dish", "meal", "菜", "食べ物", "料理")}
"""What a favourite is called that answers."""
