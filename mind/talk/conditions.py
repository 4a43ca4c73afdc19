"""When a wording or a unit may be used: `stage>=1 tod=evening,night !fact:pet.name`, all parts together."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

NAMES = frozenset(
    {"tod", "season", "weekday", "weekend", "stage", "feeling", "low", "name", "noname", "first_today", "fresh",
     "short", "long", "adult", "game", "due", "need", "depth", "relation", "called", "hurt",
     "away", "pack"}
)
"""What can be asked. See docs/talk-format.md."""


@dataclass(frozen=True, slots=True)
class Condition:
    """A parsed condition. Holds when every part does."""

    parts: tuple[tuple[bool, str, str, str], ...] = ()

    def holds(self, facts: Mapping[str, Any]) -> bool:
        """`facts` maps a condition's name to its present value; `fact` to the set of known fact kinds."""
        return all(_holds(part, facts) for part in self.parts)


def parse_condition(text: str, fail: Callable[[str], Exception]) -> Condition:
    """Parse, or raise what `fail` makes of the reason."""
    parts: list[tuple[bool, str, str, str]] = []
    for token in text.split():
        want = not token.startswith("!")
        token = token.lstrip("!")
        if token.startswith("fact:"):
            parts.append((want, "fact", "has", token[5:]))
            continue
        name, op, value = _split(token)
        if name not in NAMES:
            raise fail(f"unknown condition '{token}'")
        if op in (">=", "<=") and not value.isdigit():
            raise fail(f"'{token}' needs a number")
        parts.append((want, name, op, value))
    return Condition(tuple(parts))


def _split(token: str) -> tuple[str, str, str]:
    for op in (">=", "<=", "="):
        name, found, value = token.partition(op)
        if found:
            return name, op, value
    return token, "is", ""


def _holds(part: tuple[bool, str, str, str], facts: Mapping[str, Any]) -> bool:
    want, name, op, value = part
    have = facts.get(name)
    if op == "has":
        kinds = facts.get("fact", ())
        true = any(k == value or k.startswith(value + ".") for k in kinds)
    elif op == "is":
        true = bool(have)
    elif op == "=":
        true = str(have) in value.split(",")
    elif op == ">=":
        true = float(have or 0) >= float(value)
    else:
        true = float(have or 0) <= float(value)
    return true is want
