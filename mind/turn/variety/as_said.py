"""The planner's state after another mouth has worded its plan: how the reply began and ended is what was really said."""

from __future__ import annotations

from typing import Any

from mind.languages import Lang
from mind.ports import Json
from mind.talk.ledger import opener_key
from mind.talk.said import short_key
from mind.turn.variety.lately import ends_asking


def as_said(state: Json, text: str, lang: Lang) -> Json:
    """A plan's state whose newest entries tell of its own draft, made to tell of `text` instead.

    Her own count of questions, and her keeping away from openings, then hold whoever speaks.
    """
    if not text:
        return state
    said: dict[str, Any] = {"asks": int(ends_asking(text)), "openers": short_key(opener_key(text, lang))}
    changed = {name: [*state[name][:-1], value] for name, value in said.items() if state.get(name)}
    return {**state, **changed}
