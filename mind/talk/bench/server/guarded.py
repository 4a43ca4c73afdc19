"""Sixty replies with a server that repeats itself: what of it is heard, in figures."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from mind.brains.openai_brain import OpenAIBrain
from mind.languages import Lang
from mind.talk.bench.goals import Goal
from mind.talk.bench.measures import asking, repetition
from mind.talk.bench.script import read_user
from mind.talk.bench.server.listening import Listened, ListenedBrain, usual_length
from mind.talk.bench.server.serving import serving
from mind.talk.bench.server.stubborn import Stubborn
from mind.talk.bench.talk import with_companion
from mind.talk.ledger import split_sentences

REPLIES: Final = 60
USER: Final = "talker"

GUARD_GOALS: Final = (
    Goal("overlap", "4-gram overlap", most=0.02, form="{:.3f}"),
    Goal("openers", "openers again in 60", most=0.08),
    Goal("eights", "8-grams twice in 20", most=0, form="{:.0f}"),
    Goal("twice", "sentences twice", most=0, form="{:.0f}"),
    Goal("questions", "questions in any ten", most=5, form="{:.0f}"),
    Goal("delay", "sentences waited, mean", most=1, form="{:.2f}"),
    Goal("longest", "sentences waited, most", form="{:.2f}"),
    Goal("own", "in the server's words"),
    Goal("asked", "requests a reply", form="{:.2f}"),
    Goal("raw_overlap", "overlap, unguarded", form="{:.3f}"),
    Goal("raw_openers", "openers, unguarded"),
    Goal("raw_eights", "8-grams, unguarded", form="{:.0f}"),
)
"""Rows of the guard's table. `unguarded` is what the same server had said first each time."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What she said, how much was lost before it, and what would have been heard without the guard."""

    lang: Lang
    hers: tuple[str, ...]
    listened: tuple[Listened, ...]
    answers: tuple[str, ...]
    first: tuple[str, ...]
    """The server's first answer to each turn."""
    own: tuple[bool, ...]
    """Of each reply, whether any of it was the server's."""


def with_stubborn(lang: Lang, replies: int = REPLIES, seed: int = 1) -> Heard:
    """A talk with such a server behind the whole companion, over a real connection."""
    return asyncio.run(_with_stubborn(lang, replies, seed))


async def _with_stubborn(lang: Lang, replies: int, seed: int) -> Heard:
    with serving(Stubborn(lang, seed)) as served:
        brain = ListenedBrain(OpenAIBrain(served.url, "scripted"))
        talk = await with_companion(read_user(lang, USER), seed, replies, brain)
        answers = tuple(one.text for one in served.answers)
    hers = tuple(one.reply for one in talk.exchanges)[:replies]
    listened = tuple(brain.replies[:replies])
    own = tuple(_own(reply, answers, lang) for reply in hers)
    return Heard(lang, hers, listened, answers, _first(listened, answers), own)


def _own(reply: str, answers: Sequence[str], lang: Lang) -> bool:
    """Whether a sentence of a reply stands in any of the server's answers."""
    return any(sentence.strip() in answer for sentence in split_sentences(reply) for answer in answers)


def _first(listened: Sequence[Listened], answers: Sequence[str]) -> tuple[str, ...]:
    at, found = 0, []
    for one in listened:
        if one.tries:
            found.append(answers[at] if at < len(answers) else "")
        at += len(one.tries)
    return tuple(found)


def guard_figures(heard: Heard) -> dict[str, float]:
    """By the keys of `GUARD_GOALS`."""
    lang, hers, raw = heard.lang, list(heard.hers), list(heard.first)
    usual = usual_length(list(heard.answers), lang)
    delays = [one.waited(lang, usual) for one in heard.listened if one.tries]
    return {
        "overlap": _mean(repetition.overlaps(hers, lang)),
        "openers": _mean([float(one) for one in repetition.openers_again(hers, lang)]),
        "eights": float(len(repetition.long_runs_again(hers, lang))),
        "twice": float(len(repetition.sentences_again(hers))),
        "questions": float(asking.most_in_ten(hers)),
        "delay": _mean(delays), "longest": max(delays, default=0.0),
        "own": _mean([float(one) for one in heard.own]),
        "asked": _mean([float(len(one.tries)) for one in heard.listened]),
        "raw_overlap": _mean(repetition.overlaps(raw, lang)),
        "raw_openers": _mean([float(one) for one in repetition.openers_again(raw, lang)]),
        "raw_eights": float(len(repetition.long_runs_again(raw, lang))),
    }


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0
