"""Asking a server once more: with what was heard of her so far, and one concrete thing to do instead.

Naming what to avoid does little and may call it up; so each note says what to do. The talk stays as it was and the note stands
at the end, where no server's prefix is lost; nothing depends on a server that continues an unfinished message.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, Final

from mind.languages import Lang
from mind.ports import Message, Plan, Prompt
from mind.talk.ledger import without_cues
from mind.turn.data_words import as_data
from mind.turn.prompt_texts import prompt_texts
from mind.turn.variety.guard import Hit
from mind.turn.variety.lately import overlap
from mind.turn.variety.wording import RUN, runs, tokens

LONGEST: Final = 200
SAID: Final = 0.5
"""A sentence of which so much was said counts as said."""
HEAD: Final[dict[Lang, int]] = {"en": 2, "zh": 4, "ja": 5}
"""Words or characters that a new beginning is given."""


def ask_again(prompt: Prompt, lang: Lang, hit: Hit, accepted: str, tries: int) -> Prompt:
    """The prompt of the next try (`tries` of them were made), after what was `accepted` and shown."""
    words = prompt_texts(lang)["again"]
    directions = list(_directions(words, prompt, accepted, lang))
    direction = directions[min(tries, len(directions) - 1)]
    if hit.reason == "language":
        direction = f"{words['language']} {direction}"
    if accepted:
        note = words["go_on"].format(way=direction)
        messages = (*prompt.messages, Message("assistant", accepted), Message("user", note))
        return replace(prompt, messages=messages)
    head = _head(prompt.plan, lang)
    note = words["begin"].format(words=head, way=direction) if head and not tries else words["anew"].format(way=direction)
    last = prompt.messages[-1]
    return replace(prompt, messages=(*prompt.messages[:-1], Message(last.role, f"{last.content}\n{note}")))


def rest_of_plan(plan: Plan, accepted: str, lang: Lang) -> tuple[str, ...]:
    """What of a plan is still to be said after what a server said of it: all, its move, or nothing.

    What it said already is not said twice.
    """
    said = frozenset(runs(tokens(accepted, lang), RUN[lang]))
    little = len(tokens(accepted, lang)) <= len(tokens(_plain(plan.draft), lang)) // 4
    start = 0 if little else len(plan.draft) if plan.moves_from is None else plan.moves_from
    return tuple(one for one in plan.draft[start:] if overlap(runs(tokens(without_cues(one), lang), RUN[lang]), said) <= SAID)


def _directions(words: dict[str, Any], prompt: Prompt, accepted: str, lang: Lang) -> Iterator[str]:
    """Concrete things to say, the plan's own first."""
    plan = prompt.plan
    meant = plan.draft if not accepted else rest_of_plan(plan, accepted, lang)
    if meant:
        yield words["meant"].format(said=as_data(_plain(meant, " " if lang == "en" else ""), LONGEST))
    unused = [memory for memory in prompt.memories if memory.value and memory.value.casefold() not in accepted.casefold()]
    if unused:
        yield words["memory"].format(memory=as_data(unused[0].text, LONGEST))
    yield words["detail"]
    yield words["own"]


def _head(plan: Plan, lang: Lang) -> str:
    """The first words of the offline wording, which are none that she used lately."""
    text = _plain(plan.draft[:1])
    if lang != "en":
        return text[: HEAD[lang]].rstrip("，、。！？ ")
    return " ".join(text.split()[: HEAD[lang]]).rstrip(",.;:!?")


def _plain(sentences: Sequence[str], joint: str = " ") -> str:
    return joint.join(without_cues(sentence) for sentence in sentences)
