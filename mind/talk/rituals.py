"""A joke becomes a ritual: words that mean nothing but themselves, said in full on three days, are a saying of the two.

From the third day she keeps it, answers it in kind, and may open a talk with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from mind.domain import FactProposal, Memory, Turn
from mind.languages import Lang
from mind.store.terms import RUN, fold
from mind.talk.perception import Perception
from mind.talk.proposals import fill_key
from mind.talk.scenery import Talk
from mind.talk.step import Step

KIND: Final = "us.ritual"
DAYS: Final = 3
"""On so many days a thing must be said to be a custom."""
SHORTEST: Final = {"en": 2, "zh": 3, "ja": 4}
LONGEST: Final = {"en": 9, "zh": 16, "ja": 22}
"""Words, or characters: what is longer is a telling, what is shorter a noise."""
WIDE: Final = str.maketrans(",!?:;", "，！？：；")
"""Chinese and Japanese take signs of their own width, which normalising took away."""
SIGNS: Final = re.compile(r"[\W_]+")


def plain(words: str) -> str:
    """Words as they are compared: without case, width and signs."""
    return SIGNS.sub(" ", fold(words)).strip()


def could_be(text: str, lang: Lang) -> bool:
    """Whether words have the length of a saying and ask nothing."""
    if "?" in text or "？" in text:
        return False
    bare = plain(text)
    size = len(bare.split()) if lang == "en" else len(bare.replace(" ", ""))
    return SHORTEST[lang] <= size <= LONGEST[lang]


def earlier_days(text: str, turns: Iterable[Turn], today: str) -> int:
    """On how many days before `today` (ISO date) the user said just these words."""
    wanted = plain(text)
    days = {turn.at.date().isoformat() for turn in turns if turn.speaker == "user" and plain(turn.text) == wanted}
    return len(days - {today})


def ritual_steps(talk: Talk, p: Perception) -> Iterator[Step]:
    """The answer to a saying of theirs, or to words that just became one."""
    known = saying(talk, p.text)
    if known is not None:
        unit = talk.content.facts[KIND]
        yield Step("ritual", unit.say, {"x": known.value}, again=True, must_use=(known,))
    elif becomes_ritual(talk, p):
        yield Step("ritual.new", talk.content.frame("ritual.new"), {"x": quoted(p.text)}, again=True)


def saying(talk: Talk, text: str) -> Memory | None:
    """The saying that these words are."""
    wanted = plain(text)
    return next((one for one in talk.known.get(KIND, ()) if wanted and plain(one.value) == wanted), None)


def becomes_ritual(talk: Talk, p: Perception) -> bool:
    """Whether this is the third day of words that tell, ask and do nothing else."""
    if p.facts or p.feelings or p.question or p.name or p.answer or any(hit.act.tier <= 3 for hit in p.acts):
        return False
    today = talk.scene.now.date().isoformat()
    return could_be(p.text, p.lang) and earlier_days(p.text, talk.scene.echoes, today) >= DAYS - 1


def ritual_fact(talk: Talk, p: Perception) -> FactProposal:
    """The saying as something to keep, in the words of the day it became one."""
    unit, words = talk.content.facts[KIND], quoted(p.text)
    slots = {"x": words}
    text = unit.text.replace("{x}", words)
    if words[-1:] in "!?！？":
        text = text.rstrip(".。")
    return FactProposal(KIND, fill_key(unit.key, slots), words, text, p.text, p.lang, confidence=0.9, slots=slots)


def quoted(text: str) -> str:
    """The words as they stand between quotation marks: without outer blanks and an ending full stop."""
    words = text.strip().removesuffix(".").removesuffix("。").strip("\"“”「」")
    return words.translate(WIDE) if RUN.search(words) else words
