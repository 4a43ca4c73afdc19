"""Why she said that, for the command line: lines to read, or one JSON object."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from desktop.why.cost import cost_of, cost_words, is_own
from desktop.why.told import (
    author_sentence,
    corrected_sentence,
    gone_sentence,
    intents,
    moves_sentence,
    need_sentence,
    role_words,
    texts,
    tokens_sentence,
)

if TYPE_CHECKING:
    from desktop.settings.model import BrainSettings
    from mind.domain import AskedOf
    from mind.languages import Lang
    from mind.turn.why import Why

LONGEST: Final = 160


def why_lines(found: Why, brain: BrainSettings, lang: Lang, *, request: bool = False) -> Iterator[str]:
    """A heading and its lines, part by part; with `request`, every message that was sent."""
    yield f"“{_flat(found.reply.text)}”"
    for heading, lines in _parts(found, brain, lang):
        yield heading
        yield from (f"  {line}" for line in lines)
    if request and found.asked is not None:
        last = len(found.asked.messages) - 1
        for at, (role, content) in enumerate(found.asked.messages):
            yield f"--- {role}: {role_words(role, lang, last=at == last)}"
            yield content


def _parts(found: Why, brain: BrainSettings, lang: Lang) -> Iterator[tuple[str, list[str]]]:
    from mind.bond.words import cause_sentence, causes

    said = texts(lang)
    needed = [need_sentence(found.need, lang)]
    yield said["needed"], needed + ([corrected_sentence(found.corrected, lang)] if found.corrected else [])
    yield said["meant"], list(intents(found.acts, lang))
    remembered = [memory.text for memory in found.memories]
    remembered += [str(said["said_earlier"]).format(quote=_flat(turn.text)) for turn in found.turns]
    remembered += [gone for gone in (gone_sentence(found.gone, lang),) if gone]
    yield said["remembered"], remembered or [said["remembered_nothing"]]
    yield said["moved"], [moves_sentence(found.cues, lang)]
    moved = [cause_sentence(cause, lang) for cause in causes(found.changes) if not cause.slight]
    yield said["bond"], moved or [said["bond_nothing"]]
    yield said["author"], [author_sentence(found, lang)]
    if found.asked is not None:
        yield said["request"], [tokens_sentence(found.asked, lang), cost_words(found.asked, brain, lang)]
    elif found.brain not in ("", "offline"):
        yield said["request"], [said["request_gone"]]


def why_json(found: Why, brain: BrainSettings) -> dict[str, Any]:
    """All of it, with the exact request where it is still kept."""
    return {
        "turn_id": found.reply.id,
        "reply": found.reply.text,
        "answers": {"turn_id": found.answered.id, "text": found.answered.text} if found.answered else None,
        "need": found.need,
        "need_corrected": found.corrected or None,
        "acts": list(found.acts),
        "cues": list(found.cues),
        "memories": [{"id": memory.id, "text": memory.text} for memory in found.memories],
        "turns": [{"id": turn.id, "text": turn.text} for turn in found.turns],
        "forgotten_since": found.gone,
        "bond": [{"field": c.field, "delta": c.delta, "cause": c.cause, "rule": c.rule} for c in found.changes],
        "brain": {"kind": found.brain, "model": found.model},
        "request": _request_json(found.asked, brain) if found.asked else None,
    }


def _request_json(asked: AskedOf, brain: BrainSettings) -> dict[str, Any]:
    cost = cost_of(asked, brain)
    return {
        "host": asked.host,
        "local": is_own(asked.host),
        "at": asked.at.isoformat(),
        "tokens": {"asked": asked.tokens_in, "said": asked.tokens_out, "counted": asked.counted},
        "cost": None if cost is None else {"amount": cost, "currency": brain.currency},
        "messages": [{"role": role, "content": content} for role, content in asked.messages],
    }


def _flat(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= LONGEST else flat[: LONGEST - 1].rstrip() + "…"
