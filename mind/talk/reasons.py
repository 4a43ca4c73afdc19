"""Why she said what she said last, in a sentence or two, out of what was kept beside it and nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from mind.domain import Reason
from mind.talk.expecting import BROUGHT
from mind.talk.perception import ActHit, Perception
from mind.talk.scenery import Env, Talk
from mind.talk.step import Step
from mind.talk.units import Lines

LONGEST_FACT = 90


def why_said(talk: Talk, p: Perception, hit: ActHit, env: Env) -> Iterator[Step]:
    """What she took the user to need, then the memory it rests on, else what she meant to do."""
    reason = talk.scene.reason
    if reason is None:
        yield Step("why.said", talk.content.frame("why.nothing"), {}, move=False, again=True)
        return
    first, slots = _need(talk, reason)
    yield Step(
        "why.said", first, {}, move=False, again=True, statement=True, must_use=reason.memories[:1],
        more=((slots[0], slots[1]),),
    )


def _need(talk: Talk, reason: Reason) -> tuple[Lines, tuple[Lines, Env]]:
    """The two sentences: the need she saw (or was told of), and what the words were made of."""
    frame = talk.content.frame
    first = frame(f"why.need.{reason.need or 'unknown'}") or frame("why.need.unknown")
    if reason.corrected and reason.corrected != reason.need:
        return first, (frame("why.corrected"), {})
    if reason.memories:
        return first, (frame("why.memory"), {"fact": _short(reason.memories[0].text)})
    if reason.gone:
        return first, (frame("why.gone"), {})
    return first, (intent(talk, reason), {})


def intent(talk: Talk, reason: Reason) -> Lines:
    """The wordings for what she meant to do, by the first word of the first act."""
    if not reason.acts:
        return ()
    heads = (act.removeprefix("greet:").partition(":")[0].partition(".")[0] for act in reason.acts)
    kind = next((one for one in heads if one in BROUGHT), "")
    if kind and (lines := talk.content.frame(f"why.intent.{kind}")):
        return lines
    head = reason.acts[0]
    her = "her" if head.startswith("act:her.") else head
    for name in (her, head.replace("?", ":").replace("!", ":").partition(":")[0].partition(".")[0], "act"):
        if lines := talk.content.frame(f"why.intent.{name}"):
            return lines
    return ()


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_FACT else text[: LONGEST_FACT - 1].rstrip() + "…"
