"""What a turn says in so many words about how the user likes her to be: only what they say themself, to her, and mean. Pure.

Which words mean what stands in `assets/talk/*/taste.talk`, as acts ``taste.…`` with ``do taste AXIS VALUE``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, get_args

from mind.bond_events.aimed import ENDS_IN_SAYING, OTHERS, QUOTED, SAID_AFTER
from mind.languages import Lang
from mind.talk.normalise import Clause
from mind.talk.perception import ActHit, Perception
from mind.talk.whose import is_supposed
from mind.talk.word_set import word_set
from mind.taste.taste import AXES, Axis
from mind.taste.weighing import STORY, TOPIC

DO: Final = "taste "
"""How an act's command begins that says a taste."""
LONGEST: Final = 40
"""Characters of a topic in the user's own words."""
_ASKED_FOR: Final[dict[Lang, re.Pattern[str]]] = {
    "en": re.compile(r"^(?:please |hey |ok(?:ay)? |so |and |but |maybe |mira )*"
                     r"(?:(?:can|could|would|will|may|might|shall) (?:you|we|i)|how about)\b|please $"),
    "zh": re.compile("能不能|可不可以|可以|能|好吗|好不好|行吗|行不行|麻烦|拜托|多.{0,4}吧|少.{0,4}吧"),
    "ja": re.compile("(?:くれ|もらえ|いただけ|くださ)(?:る|ない|ます|ません|い)|いい(?:です)?か|てほしい|て欲しい|お願い"),
}
"""Questions that ask her to do it, and so mean it."""
_TO_ANOTHER: Final[dict[Lang, re.Pattern[str]]] = {
    "en": re.compile(r"\b(?:alexa|siri|google|chatgpt|mum|mom|dad|boss|honey|kids?|doctor|teacher)\b"),
    "zh": re.compile("小爱同学|siri|天猫精灵|老板|老师|医生|妈|爸|老婆|老公|孩子"),
    "ja": re.compile("siri|アレクサ|先生|母|父|上司|部長|店長|子ども|お母さん|お父さん"),
}
_LATE: Final[dict[Lang, re.Pattern[str]]] = {
    "en": re.compile(r"\b(?:used to|back then|when i was|years ago|as a (?:kid|child))\b"),
    "zh": re.compile("以前|小时候|从前|那时候|曾经"),
    "ja": re.compile("昔は|以前は|子どもの(?:頃|ころ)|あの頃"),
}


@dataclass(frozen=True, slots=True)
class SaidTaste:
    """`axis` as it is kept, from -1 to 1, with the words; `act` is the act that says it."""

    axis: str
    value: float
    quote: str
    act: str


def said_in(
    p: Perception, topics: Mapping[str, Iterable[str]], topic: str = "", names: Iterable[str] = ()
) -> tuple[SaidTaste, ...]:
    """All that a turn says of it, one for each axis. `topics` are the words that lead to each topic, `topic` is what the talk
    is about now, for "that"; `names` are hers."""
    found: dict[str, SaidTaste] = {}
    for hit in p.acts:
        if hit.act.do.startswith(DO) and is_meant(p, hit, names):
            one = _told(p, hit, topics, topic)
            if one is not None:
                found.setdefault(one.axis, one)
    return tuple(found.values())


def is_meant(p: Perception, hit: ActHit, names: Iterable[str] = ()) -> bool:
    """Whether the words are the user's own, said to her (her `names`) and meant: not quoted, not somebody else's, not supposed,
    not asked."""
    clause, lang = p.clauses[hit.clause], p.lang
    if _asks(clause) and not _ASKED_FOR[lang].search(clause.norm):
        return False
    if is_supposed(clause) or _LATE[lang].search(clause.norm):
        return False
    if len(clause.norm.split()) == 1 and lang == "en" and "please" not in p.text.lower():
        return False
    before = p.clauses[hit.clause - 1] if hit.clause else None
    after = p.clauses[hit.clause + 1] if hit.clause + 1 < len(p.clauses) else None
    beside = clause.norm.replace(hit.quote.lower(), " ") if lang != "en" else clause.norm
    if OTHERS[lang].search(beside) or (before is not None and ENDS_IN_SAYING[lang].search(before.norm)):
        return False
    if after is not None and SAID_AFTER[lang].search(after.norm):
        return False
    if before is not None and _to_another(before, names):
        return False
    said = " ".join(clause.raw.split())
    return not any(said in " ".join(words.split()) for one in QUOTED.findall(p.text) for words in one if words)


def _asks(clause: Clause) -> bool:
    """Whether it is a question; in Japanese only by its end, for a word of asking may be what the wish is about."""
    return clause.question and (clause.lang != "ja" or bool(_ASKING_JA.search(clause.raw.strip())))


_ASKING_JA: Final = re.compile(r"[?？]$|(?:か|の|かな|っけ)$")


def _to_another(before: Clause, names: Iterable[str]) -> bool:
    """Whether what stands before calls somebody else: "Tom, slow down"."""
    if len(before.norm) <= 14 and _TO_ANOTHER[before.lang].search(before.norm):
        return True
    called = before.raw.strip()
    if called.lower() in {name.lower() for name in names} or called.lower() in _OPENERS:
        return False
    if before.lang == "en":
        return bool(_VOCATIVE.match(called))
    return len(called) <= 3 and not _SPEAKS.search(called)


_VOCATIVE: Final = re.compile(r"^[A-Z][a-z]+$")
_OPENERS: Final = word_set("""
okay ok please well sorry hey hi hello no yes so oh right look listen and but also honestly maybe thanks fine alright now then
wait hmm mm haha lol nah yeah today tonight next first really seriously actually
""")
_SPEAKS: Final = re.compile(
    "[你我请吧了的好嗯那喂哎啊呀对不]|以后|下次|今天|ね|あの|ええ|うん|はい|もう|お願い|すみ|ごめん|じゃ|でも|ちょっ"
)


def _told(p: Perception, hit: ActHit, topics: Mapping[str, Iterable[str]], topic: str) -> SaidTaste | None:
    axis, _, value = hit.act.do.removeprefix(DO).partition(" ")
    amount = float(value)
    if axis in AXES:
        return SaidTaste(axis, amount, hit.quote, hit.act.id)
    words = " ".join(hit.slots.get("x", "").lower().split())
    if axis == "story":
        return SaidTaste(STORY + words[:LONGEST], amount, hit.quote, hit.act.id) if words else None
    name = topic_of(words, topics, p.lang) or (topic if not words else words[:LONGEST])
    return SaidTaste(TOPIC + name, amount, hit.quote, hit.act.id) if name else None


def topic_of(words: str, topics: Mapping[str, Iterable[str]], lang: Lang) -> str:
    """The topic of hers that words mean; empty where there is none."""
    if not words:
        return ""
    padded = f" {words} "
    for name, enter in topics.items():
        if words == name:
            return name
        for word in enter:
            held = word in words if lang != "en" else (f" {word} " in padded or f" {word}s " in padded)
            if held and len(word) > (2 if lang == "en" else 0):
                return name
    return ""


def known_axis(name: str) -> Axis | None:
    """The axis of that name."""
    return next((axis for axis in get_args(Axis) if axis == name), None)
