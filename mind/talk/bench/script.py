"""Scripted users as text files: who they are, what they have to tell, how they answer, and what is true of them.

A file holds sections. A line that begins with ``#`` is a comment.

``[user]``: ``name Robin``, ``temper talker``, ``title The bicycle mechanic``, ``about …`` (a sentence for a reader),
``turns 34`` (a usual evening), ``gaps 1 2 1 3`` (days between the evenings), ``hour 19`` (when they
come), ``evening 1`` (the one, from 0, that is kept as a transcript), ``alone`` (nothing of the bank).
``[arc NAME]``: things to tell, in order, each said once. ``~`` on a line of its own: the rest waits for another evening.
``? pattern :: words``: said instead of the next line where her reply matches (an answer to the question the arc provokes).
``[answers]``: ``pattern :: one | another``, what they answer to questions of hers that match.
Any other section is a deck of lines: ``yes no maybe open open.why … react told right ask short arrive leave choose``.

After ``=>`` stands what a line makes true, for the truth table (`mind.talk.bench.truth`):
``user.pet.cat.name = Miso; gone user.work.job; never`` (nothing in it may be believed).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Final

from mind.languages import Lang

USERS: Final = Path(__file__).parent / "users"
WAIT: Final = "~"
_SECTION = re.compile(r"^\[([^\]]+)\]$")


class ScriptError(ValueError):
    """A user's file cannot be read; says file and line."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What a line makes true: a value under keys, the end of what stood there, or that nothing in it may be believed."""

    sort: str
    """``is``, ``gone`` or ``never``."""
    keys: tuple[str, ...] = ()
    value: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """Words of a user and what they make true."""

    text: str
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """What is said where her words match."""

    pattern: re.Pattern[str]
    lines: tuple[Line, ...]


@dataclass(slots=True)
class Arc:
    """A small story of a user's life; `parts` are told on different evenings."""

    name: str
    parts: list[list[Line]] = field(default_factory=lambda: [[]])
    asked: list[Answer] = field(default_factory=list)


@dataclass(slots=True)
class Script:
    """A user. Decks of the user stand before those of the language's bank."""

    id: str
    lang: Lang
    name: str = ""
    temper: str = ""
    title: str = ""
    about: str = ""
    turns: int = 34
    hour: int = 19
    alone: bool = False
    """Says nothing of what the language's other users may say."""
    evening: int = 1
    """The evening, from 0, that is kept as a transcript."""
    gaps: tuple[int, ...] = (1, 1, 2, 1, 3)
    arcs: list[Arc] = field(default_factory=list)
    answers: list[Answer] = field(default_factory=list)
    decks: dict[str, list[Line]] = field(default_factory=dict)


def users(lang: Lang, *, kept: bool = False) -> tuple[str, ...]:
    """The ids of the users of a language."""
    folder = _folder(lang, kept)
    return tuple(sorted(path.stem for path in folder.glob("*.txt") if path.stem != "bank"))


@cache
def read_user(lang: Lang, user: str, *, kept: bool = False) -> Script:
    """A user with the bank of their set. `ScriptError` where a file cannot be read, KeyError where there is none."""
    folder = _folder(lang, kept)
    if user not in users(lang, kept=kept):
        raise KeyError(user)
    script = Script(user, lang)
    _read(folder / f"{user}.txt", script)
    if not script.alone:
        _read(folder / "bank.txt", script)
    if not script.temper:
        script.temper = user
    return script


def _folder(lang: Lang, kept: bool) -> Path:
    return USERS / lang / "kept" if kept else USERS / lang


def _read(path: Path, script: Script) -> None:
    section, arc = "", None
    for number, raw in enumerate(path.read_text("utf-8").splitlines(), 1):
        text = raw.strip()
        if not text or text.startswith("#"):
            continue
        if head := _SECTION.match(text):
            section, arc = head[1], None
            if section.startswith("arc "):
                arc = Arc(section[4:])
                script.arcs.append(arc)
            continue
        try:
            if arc is not None:
                _arc_line(arc, text)
            elif section == "user":
                _set(script, *text.split(" ", 1))
            elif section == "answers":
                script.answers.append(_answer(text))
            elif section:
                script.decks.setdefault(section, []).append(read_line(text))
            else:
                raise ScriptError("words outside of any section")
        except (ScriptError, ValueError, re.error) as fault:
            raise ScriptError(f"{path.name}:{number}: {fault}") from fault


def _arc_line(arc: Arc, text: str) -> None:
    if text == WAIT:
        arc.parts.append([])
    elif text.startswith("? "):
        arc.asked.append(_answer(text[2:]))
    else:
        arc.parts[-1].append(read_line(text))


def _set(script: Script, field_name: str, value: str = "") -> None:
    value = value.strip()
    if field_name in ("name", "temper", "title", "about"):
        setattr(script, field_name, value)
    elif field_name in ("turns", "hour", "evening"):
        setattr(script, field_name, int(value))
    elif field_name == "alone":
        script.alone = True
    elif field_name == "gaps":
        script.gaps = tuple(int(one) for one in value.split())
    else:
        raise ScriptError(f"no such field: {field_name}")


def _answer(text: str) -> Answer:
    pattern, parted, said = text.partition(" :: ")
    if not parted:
        raise ScriptError("an answer is written `pattern :: words`")
    return Answer(re.compile(pattern, re.IGNORECASE), tuple(read_line(one) for one in said.split(" | ")))


def read_line(text: str) -> Line:
    """``words => key = value; gone key; never``."""
    words, _, marked = text.partition(" => ")
    marks = tuple(_mark(one.strip()) for one in marked.split(";") if one.strip())
    return Line(words.strip(), marks)


def _mark(text: str) -> Mark:
    if text == "never":
        return Mark("never")
    if text.startswith("gone "):
        return Mark("gone", _keys(text[5:]))
    key, parted, value = text.partition("=")
    if not parted:
        raise ScriptError(f"neither a value nor an end: {text}")
    return Mark("is", _keys(key), value.strip())


def _keys(text: str) -> tuple[str, ...]:
    return tuple(one.strip() for one in text.split("|"))
