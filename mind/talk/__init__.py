"""The offline brain: what she understands, means and says by rules and written content alone.

`RulePlanner` is the planner both brains share; `detect_language` names the language of a turn.
"""

from mind.talk.planner import RulePlanner
from mind.talk.script import detect_language

__all__ = ["RulePlanner", "detect_language"]
