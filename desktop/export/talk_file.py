"""A talk as plain text, Markdown or JSON: who said what, when. Pure; words come from the caller."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final, Literal

from mind.domain import Turn

Format = Literal["txt", "md", "json"]
FORMATS: Final[tuple[Format, ...]] = ("txt", "md", "json")
DAY_BEGINS: Final = 4
"""A day ends at four in the morning: what is said at one belongs to the evening before."""
SPECIAL: Final = re.compile(r"([\\`*_\[\]<>#|~])")
LEADS: Final = re.compile(r"^(\s*)([-+]|\d+[.)])(?=\s)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Names:
    """What the two are called in the file, and the file's other words by key (`title`, `left_out_1`, `stopped` …)."""

    hers: str
    user: str
    words: Mapping[str, str]


def format_of(suffix: str) -> Format | None:
    """The format that a file's ending asks for (".md")."""
    wanted = suffix.lower().lstrip(".")
    return next((one for one in FORMATS if wanted == one or (wanted == "markdown" and one == "md")), None)


def as_text(turns: Iterable[Turn], names: Names) -> Iterator[str]:
    """Plain lines: a heading a day, then ``18:43 Mira: …``; further lines of the same words are indented."""
    yield names.words["title"]
    day = ""
    for turn in turns:
        if (here := day_of(turn.at)) != day:
            day = here
            yield ""
            yield day
            yield ""
        text = turn.text.replace("\r\n", "\n").replace("\n", "\n      ")
        yield f"{_time(turn)} {_who(turn, names)}: {text}{_end(turn, names)}"


def as_markdown(turns: Iterable[Turn], names: Names) -> Iterator[str]:
    """Markdown: a heading a day, a paragraph for what each said. Signs in the words mean nothing."""
    yield f"# {escaped(names.words['title'])}"
    day = ""
    for turn in turns:
        if (here := day_of(turn.at)) != day:
            day = here
            yield ""
            yield f"## {day}"
        text = escaped(turn.text).replace("\r\n", "\n").replace("\n", "  \n")
        yield ""
        yield f"**{escaped(_who(turn, names))}**, {_time(turn)}: {text}{escaped(_end(turn, names))}"


def as_object(turn: Turn, names: Names) -> dict[str, Any]:
    """A turn for a program: times with their offset, `speaker` "user" or "companion"."""
    told = {"id": turn.id, "at": turn.at.isoformat(), "speaker": turn.speaker, "name": _who(turn, names), "text": turn.text}
    return {**told, "lang": turn.lang, "channel": turn.channel, "ended": turn.ended, "sitting": turn.sitting}


def json_line(turn: Turn, names: Names) -> str:
    """The same as text."""
    return json.dumps(as_object(turn, names), ensure_ascii=False)


def left_out(count: int, names: Names) -> str:
    """That something is missing, and why; empty where nothing is."""
    if not count:
        return ""
    return names.words["left_out_1" if count == 1 else "left_out_n"].format(count=count)


def escaped(text: str) -> str:
    """Words in which Markdown finds nothing to do."""
    return LEADS.sub(r"\1\\\2", SPECIAL.sub(r"\\\1", text))


def day_of(at: datetime) -> str:
    """The day (ISO date, local time) that words belong to."""
    return (at.astimezone() - timedelta(hours=DAY_BEGINS)).date().isoformat()


def _time(turn: Turn) -> str:
    return turn.at.astimezone().strftime("%H:%M")


def _who(turn: Turn, names: Names) -> str:
    return names.hers if turn.speaker == "companion" else names.user


def _end(turn: Turn, names: Names) -> str:
    key = {"interrupted": "stopped", "cut": "cut"}.get(turn.ended or "")
    return f" {names.words[key]}" if key else ""
