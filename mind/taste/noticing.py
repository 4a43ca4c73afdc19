"""Signs of what the user likes in how they take what she said: a laugh, an answer, a question left lying. Pure.

Each sign is weak, needs company before it counts (`weighing.py`), and is taken only where the talk is light: nobody's taste is
read from a bad hour. Absence and the hour tell nothing; a word or two after advice tells very little.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final

from mind.languages import Lang
from mind.talk.perception import Perception
from mind.taste.laughter import laughs, not_funny
from mind.taste.taste import Axis
from mind.taste.weighing import STORY, TOPIC

EVERY: Final = 10
"""So many turns between two looks at how long and how quick the user's own are."""
JOKES: Final = ("act:her.joke", "act:hear.joke", "act:knock", "joke", "act:mischief")
TEASES: Final = ("tease", "act:tease", "insult.light", "act:insult.light")
TELLS: Final = ("tell", "mine", "open", "act:her.day", "act:her.think", "act:her.secret", "act:her.likes")
ADVISES: Final = ("act:advice", "act:decide", "act:want.plan", "act:offer.got")
OF_HER: Final = ("her.day", "her.think", "her.likes", "her.dolike", "her.alwayshere", "her.allday", "her.home", "her.fear")
"""Acts of the user that ask for something of hers."""
AGREES: Final = ("yes", "agree", "agree.strong", "goodbye", "good.night", "goodbye.sleep")
"""Short answers that are no falling silent."""
LONG: Final = 12
"""Words of a long answer."""
SHORT: Final = 2
WORDY: Final = 22.0
CURT: Final = 3.5
"""Words a turn, in the middle of the last ones, of somebody who writes much or little."""
QUICK: Final = 8.0
SLOW: Final = 120.0
"""Seconds from her reply to the user's turn, in the middle of the last ones."""
HABITS: Final = frozenset({"length", "pace"})
"""Axes of which a sign is read from many turns: no words of one turn stand for it."""
_ASKS_ON: Final[dict[Lang, re.Pattern[str]]] = {
    "en": re.compile(r"^(?:and |so |wait |oh )*(?:what|why|how|which|who|where|when|really|did it|did you|does it|do you|is it|"
                     r"then what)\b"),
    "zh": re.compile("^(?:然后|后来|那|真的|为什么|怎么|什么|哪)|(?:呢|吗|什么样|后来呢)[?？]?$"),
    "ja": re.compile("^(?:それで|なんで|どうして|どんな|何|本当|ほんと|へえ)|(?:の|か|どうなった)[?？]?$"),
}
_ENOUGH: Final[dict[Lang, re.Pattern[str]]] = {
    "en": re.compile(r"^(?:anyway|whatever|skip|pass|next|boring|never ?mind|who cares|don't care|not interested)\b|"
                     r"\b(?:skip (?:it|that)|change the subject)\b"),
    "zh": re.compile("^(?:算了|跳过|下一个|无聊|没兴趣|不感兴趣|随便|换个话题|不想说|不说这个)"),
    "ja": re.compile("^(?:まあいい|パス|次|つまらない|興味ない|どうでもいい|別の話|その話はいい)"),
}
_TRIED: Final[dict[Lang, re.Pattern[str]]] = {
    "en": re.compile(r"\b(?:i(?:'ve| have)? (?:already )?tried (?:that|it)|that (?:won't|doesn't|wouldn't) (?:help|work)|"
                     r"easier said|not that simple|i know that)\b"),
    "zh": re.compile("试过了|没用的|说得容易|说起来容易|哪有那么简单|我知道啊|道理我都懂"),
    "ja": re.compile("もう試し|やってみた(?:けど|よ)|無駄|簡単に言|そんな簡単|わかってる(?:よ|けど)"),
}


@dataclass(frozen=True, slots=True)
class Noticed:
    """A sign: axis, -1..1, and how much it weighs."""

    axis: str
    value: float
    weight: float


@dataclass(frozen=True, slots=True)
class Moment:
    """What she did last and how far the two are, as a sign needs it. Her acts are as `Plan.acts` has them."""

    acts: tuple[str, ...]
    need: str = ""
    asked: bool = False
    """Her last reply ended in a question."""
    topic: str = ""
    """The topic that her last reply was about."""
    story: str = ""
    """The story under way as the turn began."""
    story_over: str = ""
    """The story that this turn brings to its end; empty where it goes on or was broken off."""
    turn: int = 0
    lengths: tuple[int, ...] = ()
    gaps: tuple[float, ...] = ()
    """Words of the user's last turns, and the seconds before each after a reply of hers."""
    light: bool = True
    """Nothing heavy is near, nothing between the two rests."""


def noticed(p: Perception, moment: Moment) -> tuple[Noticed, ...]:
    """The signs of a turn, one for each axis; none where the talk is heavy."""
    if not moment.light or p.low or p.heavy or any(hit.fact.sad for hit in p.facts):
        return ()
    found: dict[str, Noticed] = {}
    for one in _all(p, moment):
        found.setdefault(one.axis, one)
    return tuple(found.values())


def _all(p: Perception, moment: Moment) -> Iterator[Noticed]:
    yield from _of_jokes(p, moment)
    yield from _of_advice(p, moment)
    yield from _of_tells(p, moment)
    yield from _of_questions(p, moment)
    yield from _of_topics(p, moment)
    yield from _of_stories(p, moment)
    yield from _of_habits(moment)


def did(acts: Sequence[str], kinds: Sequence[str]) -> bool:
    """Whether one of her acts is of these kinds (their names, or names that go on from them)."""
    return any(act == kind or act.startswith((kind + ":", kind + ".")) for act in acts for kind in kinds)


def _does(p: Perception, *acts: str) -> bool:
    return any(hit.act.id in acts for hit in p.acts)


def _sign(axis: Axis, value: float, weight: float) -> Noticed:
    return Noticed(axis, value, weight)


def _of_jokes(p: Perception, moment: Moment) -> Iterator[Noticed]:
    laugh, flat = laughs(p.text, p.lang, p.words), not_funny(p.text, p.lang)
    if did(moment.acts, TEASES):
        returned = _does(p, "tease.jab", "tease.her", "gotcha")
        if flat or _does(p, "boundary", "her.missed"):
            yield _sign("teasing", -1.0, 1.0)
        elif laugh or returned:
            yield _sign("teasing", 1.0, 0.7)
    elif did(moment.acts, JOKES):
        if flat:
            yield _sign("humour", -1.0, 0.7)
        elif laugh:
            yield _sign("humour", 1.0, 0.6)
    elif laugh and p.words <= SHORT and not did(moment.acts, ("greet",)):
        yield _sign("humour", 1.0, 0.25)


def _of_advice(p: Perception, moment: Moment) -> Iterator[Noticed]:
    if did(moment.acts, ADVISES) or moment.need == "advise":
        if _TRIED[p.lang].search(p.text.lower()):
            yield _sign("advice", -1.0, 0.5)
        elif p.act("thanks") is not None:
            yield _sign("advice", 1.0, 0.6)
        elif p.words <= SHORT and not p.question and not laughs(p.text, p.lang, p.words) and not _does(p, *AGREES):
            yield _sign("advice", -1.0, 0.15)
    elif "listen" in p.needs:
        yield _sign("advice", -1.0, 0.5)
    elif "advise" in p.needs:
        yield _sign("advice", 1.0, 0.35)


def _of_tells(p: Perception, moment: Moment) -> Iterator[Noticed]:
    low = p.text.strip().lower()
    if _does(p, *OF_HER):
        yield _sign("telling", 1.0, 0.4)
    elif did(moment.acts, TELLS):
        if p.question and _ASKS_ON[p.lang].search(low):
            yield _sign("telling", 1.0, 0.5)
        elif _ENOUGH[p.lang].search(low):
            yield _sign("telling", -1.0, 0.6)


def _of_questions(p: Perception, moment: Moment) -> Iterator[Noticed]:
    if not moment.asked or did(moment.acts, ("game", "name", "offer", "terms")):
        return
    if _ENOUGH[p.lang].search(p.text.strip().lower()) or _does(p, "hush", "nomorequestions"):
        yield _sign("questions", -1.0, 0.5)
    elif p.words >= LONG and not p.question:
        yield _sign("questions", 1.0, 0.4)


def _of_topics(p: Perception, moment: Moment) -> Iterator[Noticed]:
    if moment.topic and (p.act("change") is not None or _ENOUGH[p.lang].search(p.text.strip().lower())):
        yield Noticed(TOPIC + moment.topic, -1.0, 0.7)
        return
    if moment.topic and moment.topic in p.topics and p.words >= LONG // 2:
        yield Noticed(TOPIC + moment.topic, 1.0, 0.5)
    elif moment.topic and moment.asked and p.words >= LONG and not p.question:
        yield Noticed(TOPIC + moment.topic, 1.0, 0.4)
    for topic in p.topics[:2]:
        if p.words >= LONG // 2 and not any(feeling.valence < 0 for feeling in p.feelings):
            yield Noticed(TOPIC + topic, 1.0, 0.2)


def _of_stories(p: Perception, moment: Moment) -> Iterator[Noticed]:
    if moment.story_over:
        yield Noticed(STORY + moment.story_over, 1.0, 0.4)
    elif moment.story and (_does(p, "stop", "game.giveup") or _ENOUGH[p.lang].search(p.text.lower())):
        yield Noticed(STORY + moment.story, -1.0, 0.6)
    elif did(moment.acts, ("game:story",)) and not moment.story and _does(p, "start.story", "game.more"):
        yield Noticed(STORY + "another", 1.0, 0.5)


def _of_habits(moment: Moment) -> Iterator[Noticed]:
    """How long and how quick their own turns are: looked at now and then, and never much."""
    if moment.turn % EVERY or len(moment.lengths) < EVERY - 2:
        return
    wordy = median(moment.lengths)
    if wordy >= WORDY:
        yield _sign("length", 1.0, 0.4)
    elif wordy <= CURT:
        yield _sign("length", -1.0, 0.4)
    if len(moment.gaps) >= EVERY // 2:
        gap = median(moment.gaps)
        if gap <= QUICK:
            yield _sign("pace", 1.0, 0.3)
        elif gap >= SLOW and wordy >= WORDY / 2:
            yield _sign("pace", -1.0, 0.3)
