"""A model's answer as proposals, whatever it looks like: fenced, framed by words, cut off, or not JSON at all. Pure."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any, Final

MOST_CHARACTERS: Final = 40_000
MOST_LOOKED_AT: Final = 40
"""Proposals looked at in one answer: a model that sends more is not reading any longer."""
LONGEST_FIELD: Final = 1000
OTHER_LISTS: Final = frozenset({"between"})
"""What else one answer may hold; see `mind.bond_events.proposed`."""
FLAT: Final = re.compile(r"\{[^{}]*\}", re.DOTALL)
NUMBER: Final = re.compile(r"-?\d{1,12}")


@dataclass(frozen=True, slots=True)
class Proposed:
    """One proposal, unchecked, its fields as plain text; `turn` is 0 where none was given."""

    kind: str
    who: str
    value: str
    quote: str
    turn: int
    when: str


def read_proposals(text: str) -> tuple[Proposed, ...]:
    """The proposals of an answer in order; none for an answer that holds none."""
    found = _whole(text[:MOST_CHARACTERS])
    if found is None:
        found = [one for match in FLAT.finditer(text[:MOST_CHARACTERS]) if isinstance(one := _loads(match[0]), dict)]
    return tuple(_proposed(one) for one in found[:MOST_LOOKED_AT] if isinstance(one, dict) and "quote" in _lower(one))


def _whole(text: str) -> list[Any] | None:
    """The list of a well-formed answer; None where there is no JSON to read whole."""
    start = min((at for at in (text.find("{"), text.find("[")) if at >= 0), default=-1)
    if start < 0:
        return []
    try:
        answer, _ = json.JSONDecoder().raw_decode(text[start:])
    except (ValueError, RecursionError):
        return None
    if isinstance(answer, dict):
        if isinstance(answer.get("facts"), list):
            return list(answer["facts"])
        lists = [value for name, value in answer.items() if isinstance(value, list) and name not in OTHER_LISTS]
        return lists[0] if lists else [] if OTHER_LISTS & answer.keys() else [answer]
    return answer if isinstance(answer, list) and all(isinstance(one, dict) for one in answer) else None


def _loads(text: str) -> Any:
    try:
        return json.loads(re.sub(r",\s*\}", "}", text))
    except (ValueError, RecursionError):
        return None


def _lower(one: dict[Any, Any]) -> dict[str, Any]:
    return {str(name).strip().lower(): value for name, value in one.items()}


def _proposed(one: dict[Any, Any]) -> Proposed:
    fields = _lower(one)
    number = NUMBER.search(_plain(fields.get("turn")))
    return Proposed(
        _plain(fields.get("kind")).lower(), _plain(fields.get("who")), _plain(fields.get("value")),
        _plain(fields.get("quote")), int(number[0]) if number else 0, _plain(fields.get("when")),
    )  # fmt: skip


def _plain(value: Any) -> str:
    """A scalar as text; empty for lists and objects."""
    return str(value).strip()[:LONGEST_FIELD] if isinstance(value, (str, int, float)) and not isinstance(value, bool) else ""
