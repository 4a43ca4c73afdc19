"""Small steps in the world with a real person of the user's life: proposed seldom, never in their place, easily dropped. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from mind.domain import Memory
from mind.expectations.occasions import Occasion
from mind.expectations.signs import QUOTED, Sign, Words, signs_in
from mind.memory.people import KnownPerson, people
from mind.talk.word_set import word_set

AGAIN: Final = timedelta(days=4)
"""Between two steps of any kind."""
SAME_PERSON: Final = timedelta(days=21)
LONG_SINCE: Final = timedelta(days=30)
"""So long after the user last spoke of somebody dear she may ask after them."""
KEY: Final = "step:"
OF_PEOPLE: Final = ("person.", "friend.", "partner.", "engaged", "married")
"""Kinds of facts that tell of somebody; without any there is nobody to propose."""
CLOSE: Final = word_set("""
sister brother mother mum father dad wife husband girlfriend boyfriend partner fiancé fiancée daughter son aunt auntie uncle
grandmother grandma gran nan grandfather grandpa grandad niece nephew cousin twin friend mate
妈妈 爸爸 妈 爸 姐姐 妹妹 哥哥 弟弟 奶奶 爷爷 外婆 外公 姥姥 姥爷 老公 老婆 丈夫 妻子 男朋友 女朋友 对象 儿子 女儿 表姐 表哥 表妹
表弟 堂姐 堂哥 舅舅 姑姑 阿姨 叔叔 侄女 侄子 外甥 姐 哥 弟 妹 女友 男友 媳妇 朋友 闺蜜 好友 室友 同学 哥们 发小
母 父 姉 妹 兄 弟 祖母 祖父 夫 妻 旦那 奥さん 彼氏 息子 娘 おばあちゃん おじいちゃん お母さん お父さん お姉ちゃん お兄ちゃん
いとこ 友達 友人 親友
""") | {"best friend"}
"""Who is near by what they are to the user; bosses, teachers and neighbours are not proposed."""
TROUBLE: Final = (
    "loss.", "breakup", "ended.partner", "event.quarrel", "event.estranged", "event.worry", "event.ill", "event.hurt",
    "event.lost", "health.", "plan.sad",
)  # fmt: skip
"""Kinds of facts after which nobody is proposed: conflict, loss, illness."""
_CROSS: Final = re.compile(
    r"\b(?:my ex|ex-\w+|fights?|fought|argu(?:ed|ment)|quarrel\w*|fell out|falling out|died|passed away|blocked|cheat\w*|hates?|"
    r"left me|broke up|divorc\w*|funeral|restraining|hit me|lied to me|dead|"
    r"(?:do not|don't|aren't|are not|not) (?:talk|speak)\w*)\b"
    r"|前男友|前女友|前夫|前妻|吵架|吵了|闹翻|冷战|不理|拉黑|去世|过世|离婚|分手|讨厌|打我"
    r"|元カレ|元カノ|元夫|元妻|喧嘩|けんか|口論|絶交|亡くな|離婚|別れ|嫌い|ブロック",
    re.IGNORECASE,
)
_MENDED: Final = re.compile(
    r"\b(?:made (?:it )?up|made peace|patched (?:things|it) up|talked it (?:out|through)|sorted (?:it|things) out|forgave|"
    r"reconciled|are (?:good|fine|okay|talking|speaking) again)\b|和好了|说开了|讲和|和解了|聊开了|仲直り|和解し",
    re.IGNORECASE,
)


def near_ones(memories: Iterable[Memory]) -> tuple[KnownPerson, ...]:
    """People who may be proposed: with a name, near to the user, and nothing sad or cross told of them."""
    kept = tuple(memories)
    crossed = " ".join(_told(memory) for memory in kept if is_trouble(memory))
    return tuple(one for one in _known(kept) if not _in(one, crossed) and not any(is_trouble(each) for each in one.memories))


def is_trouble(memory: Memory) -> bool:
    """Whether a fact tells of conflict, loss or illness."""
    return memory.kind.startswith(TROUBLE) or _CROSS.search(memory.quote) is not None


def _known(memories: Iterable[Memory]) -> tuple[KnownPerson, ...]:
    return tuple(
        one for one in people(memories)
        if one.sort == "person" and one.name and one.relation.casefold().removeprefix("best ") in CLOSE
    )  # fmt: skip


def _told(memory: Memory) -> str:
    return " ".join((memory.quote, memory.text, *memory.slots.values())).casefold()


def _in(one: KnownPerson, text: str) -> bool:
    """Whether a text speaks of somebody, by name or by what they are to the user."""
    return any(
        re.search(rf"\b{re.escape(word)}\b", text) is not None if word.isascii() else word in text
        for word in (one.name.casefold(), one.relation.casefold()) if word
    )  # fmt: skip


def proposals(memories: Iterable[Memory], now: datetime, lately: Collection[str], said: str) -> tuple[Occasion, ...]:
    """What could be proposed, by what the talk needs: lonely, glad, after making up, or because somebody was long unspoken of.

    `lately` are keys of persons that were proposed lately, `said` the user's words of now.
    """
    kept = tuple(memories)
    if _MENDED.search(said):
        return _mended(kept, lately, said)
    found: list[Occasion] = []
    for one in near_ones(kept):
        if person_key(one) not in lately and one.name.casefold() not in said.casefold():
            found += _of(one, now)
    return tuple(found)


def _mended(memories: tuple[Memory, ...], lately: Collection[str], said: str) -> tuple[Occasion, ...]:
    """With whom the user has just made up; not where somebody died or left."""
    lost = " ".join(_told(memory) for memory in memories if memory.kind.startswith(("loss.", "breakup", "ended.")))
    return tuple(
        Occasion(f"{person_key(one)}:mended", "step.mended", {"who": one.name, "kin": one.relation}, one.memories[:1], fit="talk",
                 light=False)
        for one in _known(memories)
        if one.name.casefold() in said.casefold() and person_key(one) not in lately and not _in(one, lost)
    )  # fmt: skip


def _of(one: KnownPerson, now: datetime) -> list[Occasion]:
    """The steps that one person makes possible."""
    key, rests, words = person_key(one), one.memories[:1], {"who": one.name, "kin": one.relation}
    found = [
        Occasion(f"{key}:lonely", "step.lonely.plain", words, rests, fit="talk", light=False, needing=("lonely",)),
        Occasion(f"{key}:glad", "step.glad", words, rests, fit="talk", needing=("celebrate",)),
    ]
    if now - one.last_said >= LONG_SINCE:
        found.append(Occasion(f"{key}:long", "step.long.plain", words, rests))
    return found


def glad_of(who: str, turns: Iterable[Words]) -> Sign | None:
    """The first of these turns that speaks of somebody gladly and says nothing cross or sad."""
    for turn in turns:
        if who in turn.text and not _CROSS.search(turn.text):
            signs = {sign.sort: sign for sign in signs_in((turn,))}
            found = signs.get("laugh") or signs.get("good")
            whole = " ".join(turn.text.split())
            if found is None or "low" in signs:
                continue
            if len(whole) <= QUOTED[turn.lang]:
                return replace(found, quote=whole)
            if who in found.quote:
                return found
    return None


def wants_reason(occasion: Occasion) -> bool:
    """Whether there are words for it with a reason."""
    return occasion.frame.endswith(".plain")


def because(occasion: Occasion, reason: Sign | None) -> Occasion:
    """The same step with the user's own good word about that person as its reason, where there is one."""
    if reason is None or not wants_reason(occasion):
        return occasion
    frame = occasion.frame.replace(".plain", ".reason")
    words = {**occasion.words, "quote": reason.quote}
    return replace(occasion, frame=frame, words=words, turns=(reason.turn.id,), since=reason.turn.at)


def person_key(one: KnownPerson) -> str:
    """The name of steps with somebody among what she brought up: by the first fact of them, never by their name."""
    return f"{KEY}{min(memory.id for memory in one.memories)}"
