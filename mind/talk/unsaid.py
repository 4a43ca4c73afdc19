"""What she was asked never to mention: she neither brings it up nor quotes it, until she is allowed to again.

The words are kept with the state of the talk; memories that hold them are muted besides, so that pages show it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from mind.languages import Lang
from mind.talk.left_out import speaks_of, words_of
from mind.talk.perception import ActHit, Perception
from mind.talk.scenery import Env, Talk
from mind.talk.step import Step
from mind.talk.word_set import word_set

MOST: Final = 60
"""So many things may be left unsaid; the oldest make room."""
_LEAD: Final[dict[Lang, re.Pattern[str]]] = {
    "en": re.compile(
        r"^(?:(?:my|the|our|that|this|about|to me|i|a|an|had|have|got|was|am|said|told you|anything about|ex|ever|again|of) )+",
        re.IGNORECASE,
    ),
    "zh": re.compile("^(?:我的?|那个|这个|关于|跟我|和我|起|到)+"),
    "ja": re.compile("^(?:私の|僕の|俺の|その|あの|この)+"),
}
_TAIL: Final[dict[Lang, re.Pattern[str]]] = {
    "en": re.compile(r"[ ,]+(?:again|please|any ?more|ever|ever again|to me|for now|it hurts|thanks?|ok|okay)$", re.IGNORECASE),
    "zh": re.compile("(?:的事情?|这件事|这事|了|吧|啊|好吗|行吗)+$"),
    "ja": re.compile("(?:の話|の事|のこと|は|を|もう|って)+$"),
}
_POINTS: Final = word_set("it that this him her them me anything 它 他 她 这 那 それ これ 彼 彼女")
"""Words that name nothing by themselves."""


def named(words: str, lang: Lang) -> str:
    """The thing itself in the words for it ("my ex Callum again" is Callum); empty where nothing is named."""
    words = words.strip(" ,.!。、，！")
    while (cut := _TAIL[lang].sub("", _LEAD[lang].sub("", words)).strip(" ,")) != words:
        words = cut
    return "" if words.lower() in _POINTS or len(words) < (3 if lang == "en" else 2) else words.lower()


def never(talk: Talk, p: Perception, hit: ActHit, env: Env) -> Iterator[Step]:
    """She takes it in and says so once."""
    thing = named(hit.slots.get("x", ""), talk.content.lang)
    if not thing:
        return
    known = tuple(memory.id for memory in talk.scene.memories if speaks_of(words_of(memory), (thing,)))
    yield Step("never", talk.content.frame("never"), {}, move=False, again=True, muted=known,
               then=lambda: unspoken(talk, thing, known))


def unspoken(talk: Talk, words: str, muted: tuple[int, ...] = ()) -> None:
    """From now on she does not speak of what the words name."""
    state, thing = talk.state, named(words, talk.content.lang)
    if thing:
        state.unsaid[thing] = [*state.unsaid.pop(thing, ()), *muted]
        state.unsaid = dict(list(state.unsaid.items())[-MOST:])
        state.question, state.topic = None, ""


def allowed(talk: Talk, p: Perception, hit: ActHit, env: Env) -> Iterator[Step]:
    """It may be spoken of again."""
    freed = [one for one in talk.state.unsaid if speaks_of(p.text, (one,))]
    if not freed:
        return
    again = tuple(memory for one in freed for memory in talk.state.unsaid[one])

    def lift() -> None:
        for one in freed:
            talk.state.unsaid.pop(one)

    yield Step("never.lifted", talk.content.frame("never.lifted"), {}, move=False, again=True, then=lift, unmuted=again)


def asked_of_it(talk: Talk, p: Perception) -> Iterator[Step]:
    """The honest answer where they themselves ask about it."""
    if p.question and speaks_of(p.text, talk.state.unsaid):
        yield Step("never.asked", talk.content.frame("never.asked"), {}, move=False, again=True)
