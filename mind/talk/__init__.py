"""The offline brain: what she understands, means and says by rules and written content alone.

`RulePlanner` is the planner both brains share; `detect_language` names the language of a turn. The planner is loaded when first
asked for: what only reads words (`normalise`, `whose`) stands below it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mind.talk.script import detect_language

if TYPE_CHECKING:
    from mind.talk.planner import RulePlanner

__all__ = ["RulePlanner", "detect_language"]


def __getattr__(name: str) -> Any:
    if name == "RulePlanner":
        from mind.talk.planner import RulePlanner

        return RulePlanner
    raise AttributeError(name)
