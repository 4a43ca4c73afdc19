"""What a model may propose for the bond: the schema, the instructions, and its answer read as plain fields. Pure."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from mind.domain import BondKind

KINDS: Final[tuple[BondKind, ...]] = (
    "disclose", "affection", "support", "apology", "promise_kept", "promise_broken", "insult", "boundary_crossed",
)  # fmt: skip
"""The closed list. What is only of the house, of time or of play is nothing a model has a say in."""
FIELD: Final = "between"
MOST_TOKENS: Final = 300
FLOOD: Final = 24
"""Proposals in one answer beyond which nothing of it is believed: who sends so many has not read the turns."""
MOST_CHARACTERS: Final = 40_000
LONGEST_FIELD: Final = 1000
FLAT: Final = re.compile(r"\{[^{}]*\}", re.DOTALL)

PROPERTY: Final[Mapping[str, Any]] = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {
            "quote": {"type": "string"},
            "turn": {"type": "integer"},
            "kind": {"type": "string", "enum": list(KINDS)},
            "confidence": {"type": "number"},
        },
        "required": ["quote", "turn", "kind", "confidence"],
        "additionalProperties": False,
    },
}

WORDS: Final = f"""\
Beside "facts" the answer has a list "{FIELD}": what the person's lines do between the person and the companion they type to.
{{"{FIELD}": [{{"quote": …, "turn": …, "kind": …, "confidence": …}}]}}
- kind: one of {", ".join(KINDS)}. disclose: something personal is entrusted. affection, support, apology, insult and \
boundary_crossed: said to the companion itself, meant, and not about anybody else.
- quote and turn as above. confidence: how sure you are, 0 to 1.
Words to or about other people, quotations, jokes, songs and questions are none of these. At most 4. None: {{"{FIELD}": []}}."""


@dataclass(frozen=True, slots=True)
class Proposed:
    """One proposal, unchecked; `confidence` is None where no number was given, `turn` 0 where none was."""

    kind: str
    quote: str
    turn: int
    confidence: float | None


def read_proposed(text: str) -> tuple[Proposed, ...]:
    """The proposals of an answer in order, however many; none for an answer that holds none. Other numbers are not read."""
    found = _listed(text[:MOST_CHARACTERS])
    return tuple(_proposed(one) for one in found if isinstance(one, dict))


def _listed(text: str) -> list[Any]:
    start = text.find("{")
    if start < 0:
        return []
    try:
        answer, _ = json.JSONDecoder().raw_decode(text[start:])
    except (ValueError, RecursionError):
        return [one for match in FLAT.finditer(text) if isinstance(one := _loads(match[0]), dict) and _is_one(one)]
    listed = answer.get(FIELD) if isinstance(answer, dict) else None
    return listed if isinstance(listed, list) else []


def _is_one(one: Mapping[str, Any]) -> bool:
    """Whether an object of a broken answer is a proposal for the bond and no fact."""
    return "confidence" in one and "quote" in one and "value" not in one


def _loads(text: str) -> Any:
    try:
        return json.loads(re.sub(r",\s*\}", "}", text))
    except (ValueError, RecursionError):
        return None


def _proposed(one: Mapping[Any, Any]) -> Proposed:
    fields = {str(name).strip().lower(): value for name, value in one.items()}
    turn = fields.get("turn")
    whole = isinstance(turn, int) and not isinstance(turn, bool)
    return Proposed(
        _plain(fields.get("kind")).strip().lower(), _plain(fields.get("quote")), int(str(turn)[:12]) if whole else 0,
        _number(fields.get("confidence")),
    )  # fmt: skip


def _plain(value: Any) -> str:
    return value[:LONGEST_FIELD] if isinstance(value, str) else ""


def _number(value: Any) -> float | None:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    number = float(value) if abs(value) < 10 else math.inf
    return number if math.isfinite(number) else None
