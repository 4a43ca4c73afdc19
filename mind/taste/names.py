"""What a topic or a kind of story is called in a language: hers by the words of the taste, the user's own as they said it."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any

from assets import asset
from mind.languages import Lang
from mind.taste.weighing import STORY, TOPIC


def called(axis: str, lang: Lang) -> str:
    """The name of what stands after ``topic:`` or ``story:``; of another axis the axis itself."""
    for head, table in ((TOPIC, "topics"), (STORY, "stories")):
        if axis.startswith(head):
            name = axis.removeprefix(head)
            return str(taste_words(lang)[table].get(name, name))
    return axis


@cache
def taste_words(lang: Lang) -> dict[str, Any]:
    """All words of the taste that a model is told or that name what is liked."""
    return tomllib.loads(asset("taste", "words", f"{lang}.toml").read_text("utf-8"))
