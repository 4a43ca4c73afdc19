"""The things to do together as the page shows them: groups, and an icon each. Knows no Qt."""

from __future__ import annotations

from typing import Final

GROUPS: Final[dict[str, tuple[str, ...]]] = {
    "games": ("story", "dice", "riddle", "emoji", "chain", "questions", "mystery", "rather", "guess"),
    "us": ("know", "ladder", "letter"),
    "day": ("reminder", "focus", "dayplan", "gratitude", "worry", "breathing", "winddown"),
}
"""Names of `mind.talk.activities` in the order they stand on the page."""

ICONS: Final[dict[str, str]] = {
    "story": "diary", "dice": "dice", "riddle": "why", "emoji": "picture", "chain": "chain", "questions": "search",
    "mystery": "hush", "rather": "fork", "guess": "hash", "know": "person", "ladder": "ladder", "gratitude": "star",
    "letter": "letter", "reminder": "bell", "focus": "glass", "dayplan": "list", "worry": "box", "breathing": "breath",
    "winddown": "moon",
}  # fmt: skip

KINDS: Final[dict[str, str]] = {
    "reminder": "bell", "timer": "glass", "focus": "glass", "letter": "letter", "worry": "box", "plan": "list",
}
"""Icons of what waits, by its kind."""
