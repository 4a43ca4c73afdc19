"""What a brain is asked for a page: who she is, the user's numbered words as quoted data, and the schema of the answer."""

from __future__ import annotations

import re
import secrets
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timezone
from functools import cache
from typing import Any, Final

from assets import asset
from mind.domain import Memory
from mind.languages import Lang
from mind.memory.consolidation.material import Material, Said
from mind.memory.consolidation.quotes import PRIVATE, steers
from mind.ports import Json, Message
from mind.talk.saydate import say_date

MOST_QUOTES: Final = 40
MOST_FACTS: Final = 16
LONGEST: Final = 300
FRAMES: Final = re.compile(r"[<>{}\[\]`|\\\x00-\x1f]+")

SCHEMA: Final[Json] = {
    "type": "object",
    "properties": {
        "title": {"type": "string"},
        "title_from": {"type": "array", "items": {"type": "string"}},
        "sentences": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "from": {"type": "array", "items": {"type": "string"}},
                    "paragraph": {"type": "integer"},
                    "text": {"type": "string"},
                },
                "required": ["from", "paragraph", "text"],
                "additionalProperties": False,
            },
        },
    },
    "required": ["title", "title_from", "sentences"],
    "additionalProperties": False,
}
"""Sources before words: a model that has to name them first writes from them."""
NAME: Final = "diary_page"


@dataclass(frozen=True, slots=True)
class PageRequest:
    """The request, and what each of its numbers stands for: turns as "12", memories as "m5"."""

    messages: tuple[Message, ...]
    turns: Mapping[str, Said]
    memories: Mapping[str, Memory]

    def words_of(self, sources: tuple[str, ...]) -> str:
        """All words that stand behind these numbers."""
        said = [self.turns[one].turn.text for one in sources if one in self.turns]
        kept = [self.memories[one] for one in sources if one in self.memories]
        return "\n".join([*said, *(f"{one.text} {one.quote} {one.value}" for one in kept)])


@cache
def texts(lang: Lang) -> Mapping[str, str]:
    """The request's own words in a language."""
    return tomllib.loads(asset("prompts", f"diary.{lang}.toml").read_text("utf-8"))


def page_request(material: Material) -> PageRequest:
    """The request for a day's page. Words that give orders are not shown to a brain, nor what was said without a server."""
    words = texts(material.lang)
    said = [one for one in material.said if one.sent and not steers(one.turn.text) and not PRIVATE.search(one.turn.text)]
    said = said[-MOST_QUOTES:]
    known = {one.turn.id for one in said}
    learnt = tuple(one for one in material.facts if one.turn_id in known)
    facts = (*learnt, *(one for one in material.ahead[:3] if one not in material.facts))[:MOST_FACTS]
    marker = secrets.token_hex(4)
    lines = [f"[{one.turn.id}] “{_data(one.turn.text, marker)}”" for one in said]
    lines += [f"[m{one.id}] {_data(one.text, marker)}" for one in facts]
    day = say_date(datetime.combine(date.fromisoformat(material.day), time(12), timezone.utc), material.lang)
    named = words["named"].format(name=_data(material.name, marker)) if material.name else words["unnamed"]
    head = (words["day"].format(day=day), named, words["records"].format(marker=marker))
    asked = "\n".join((*head, marker, *lines, marker, words["ask"]))
    messages = (Message("system", words["system"].strip().replace("{her}", _data(material.her, marker))), Message("user", asked))
    return PageRequest(
        messages, {str(one.turn.id): one for one in said}, {f"m{one.id}": one for one in facts}
    )  # fmt: skip


def _data(text: Any, marker: str) -> str:
    """Words that cannot pass for a frame, a mark or a line of their own."""
    return FRAMES.sub(" ", str(text)).replace(marker, "").replace("”", "'").replace("“", "'").strip()[:LONGEST]
